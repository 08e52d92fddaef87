"""Passages: a long text is read piece by piece, so that memory is needed for a piece and not for the whole.

A passage ends where a paragraph does, or else a sentence, so that no fact lies across its border. What a text
has once, its title and its day, is read from the first; what a name means is evidence for its own passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kzuz_extract.text.text import Text, read
from kzuz_extract.text.tidy import tidy

LONGEST = 200_000  # characters: some eighty articles, at most 120 MB with the densest facts
WINDOW = 5_000  # before the last character that a passage may have, a sentence is looked for that ends it
_AHEAD = 3  # tokens by which the sentence that follows is told


def passages(source: str, reference_date: date | None = None) -> Iterator[Text]:
    """Yield the passages of a decoded document in their order; most documents are one.

    >>> [passage.begins for passage in passages("Мост открыт. " * 20_000)]
    [0, 129974]
    """
    end = _end(source, 0)
    text = read(source[:end], reference_date)
    day, told_by = text.reference_date, text.reference_date_source
    yield text
    while end < len(source):
        start, end = end, _end(source, end)
        yield Text(tidy(source[start:end]), None, day, told_by, start)


def _end(source: str, start: int) -> int:
    """Return where the passage ends that begins at `start`: the rest is cut into as few as may be, alike."""
    left = len(source) - start
    if left <= LONGEST:
        return len(source)
    last = start + -(-left // -(-left // LONGEST))
    return _border(source, last - WINDOW, last)


def _border(source: str, start: int, end: int) -> int:
    """Return where a paragraph begins between two places, else a line, a sentence or a word, the last one."""
    window = Text(tidy(source[start:end]), None, None, None, start)

    def lines_before(token: int) -> int:
        return min(window.source.count("\n", window.ends[token - 1], window.starts[token]), 2)

    opening = [token for token in window.sentences[1:] if token + _AHEAD < len(window.forms)]
    if opening:
        token = max(opening, key=lambda token: (lines_before(token), token))
        return window.place(window.starts[token], window.ends[token])[0]
    return source.rfind(" ", start, end) + 1 or end

"""Text that a mail program or a page of print has wrapped at a column is put back into paragraphs.

That lines break within sentences shows by the small letters that most of them begin with; news that are not
wrapped have a paragraph, a headline or a point of a list on a line, and those begin with capitals.
"""

from __future__ import annotations

import re

_SHORTEST_LINE = 40
_FEWEST_LINES = 3
_BREAK = re.compile(rf"\n(?<=[^\n]{{{_SHORTEST_LINE}}}\n)(?=\S)")
_OPENS_SMALL = re.compile(r"[а-яёa-z]")
_ENDS = frozenset(".!?…:")
_GOES_ON = frozenset(",—–-(")


def in_paragraphs(text: str) -> str:
    """Return a text of the same length in which a sentence stands on one line.

    >>> line = "В порту Актау, который расширяют с прошлого года, "
    >>> in_paragraphs(f"{line}\\nпостроят\\n") == f"{line}\\nпостроят\\n"  # one line is no wrapped text
    True
    """
    breaks = [found.start() for found in _BREAK.finditer(text)]
    small = sum(bool(_OPENS_SMALL.match(text, at + 1)) for at in breaks)
    if len(breaks) < _FEWEST_LINES or small * 2 < len(breaks):
        return text
    first = text.find("\n")
    parts: list[str] = []
    at = 0
    for end in breaks:
        last = text[end - 1]
        goes_on = last in _GOES_ON if end == first else last not in _ENDS  # the first line may be a title
        if goes_on or _OPENS_SMALL.match(text, end + 1):
            parts += (text[at:end], " ")
            at = end + 1
    return "".join(parts) + text[at:]

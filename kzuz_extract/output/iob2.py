"""IOB2, as taggers are trained on it: a token and its tag a line, a blank line after each sentence.

A document begins with a line `-DOCSTART-`. Of a place within an organization's name only the organization is
tagged. Tokens are words as they are meant: without soft hyphens, stress marks and the like.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TextIO

from kzuz_extract.facts import AnyFact, Document
from kzuz_extract.output.face import Style
from kzuz_extract.text import Text
from kzuz_extract.text.passages import passages


class Iob2Writer:
    """Writes tab-separated tokens and tags."""

    def __init__(self, stream: TextIO, style: Style) -> None:  # noqa: ARG002
        self._stream = stream

    def write(self, document: Document, text: str) -> None:
        """Write one document, cut into tokens as the rules saw them."""
        self._stream.write("-DOCSTART-\tO\n")
        at = 0
        for passage in passages(text):
            end = bisect_left(document.facts, passage.begins + len(passage.tidied.given), key=_start)
            self._stream.write(_lines(passage, document.facts[at:end]))
            at = end
        self._stream.write("\n")
        self._stream.flush()

    def close(self) -> None:
        """Lines need no end."""


def _start(fact: AnyFact) -> int:
    return fact.start


def _lines(cut: Text, facts: Iterable[AnyFact]) -> str:
    tags = _tags(cut, facts)
    firsts = set(cut.sentences)
    lines = []
    for token, (start, end) in enumerate(zip(cut.starts, cut.ends, strict=True)):
        if token in firsts:
            lines.append("\n")
        lines.append(f"{cut.source[start:end]}\t{tags[token]}\n")
    return "".join(lines)


def _tags(cut: Text, facts: Iterable[AnyFact]) -> list[str]:
    places = [cut.place(start, end) for start, end in zip(cut.starts, cut.ends, strict=True)]
    tags = ["O"] * len(places)
    token = covered = 0
    for fact in facts:
        if fact.start < covered:
            continue
        covered, prefix = fact.end, "B"
        while token < len(places) and places[token][0] < fact.end:
            if places[token][1] > fact.start:
                tags[token] = f"{prefix}-{fact.type}"
                prefix = "I"
            token += 1
    return tags

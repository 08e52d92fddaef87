"""IOB2, as taggers are trained on it: a token and its tag a line, a blank line after each sentence.

A document begins with a line `-DOCSTART-`. Of a place within an organization's name only the organization is
tagged.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from kzuz_extract.facts import AnyFact, Document
from kzuz_extract.output.face import Style
from kzuz_extract.text import Text


class Iob2Writer:
    """Writes tab-separated tokens and tags."""

    def __init__(self, stream: TextIO, style: Style) -> None:  # noqa: ARG002
        self._stream = stream

    def write(self, document: Document, text: str) -> None:
        """Write one document, cut into tokens as the rules saw them."""
        cut = Text(text, None, None, None)
        tags = _tags(cut, document.facts)
        firsts = set(cut.sentences)
        lines = ["-DOCSTART-\tO\n"]
        for token, (start, end) in enumerate(zip(cut.starts, cut.ends, strict=True)):
            if token in firsts:
                lines.append("\n")
            lines.append(f"{text[start:end]}\t{tags[token]}\n")
        self._stream.write("".join(lines) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Lines need no end."""


def _tags(cut: Text, facts: Iterable[AnyFact]) -> list[str]:
    tags = ["O"] * len(cut.starts)
    covered = 0
    for fact in facts:
        if fact.start < covered:
            continue
        covered = fact.end
        token, prefix = max(cut.token_at(fact.start), 0), "B"
        while token < len(tags) and cut.starts[token] < fact.end:
            tags[token] = f"{prefix}-{fact.type}"
            token, prefix = token + 1, "I"
    return tags

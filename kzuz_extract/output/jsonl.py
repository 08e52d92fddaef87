"""JSON Lines: one document a line, each line flushed, so that a reader in a pipe need not wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from kzuz_extract.facts import Document
from kzuz_extract.output.face import Style
from kzuz_extract.output.pieces import LINE, pieces


def encoded(document: Document, style: Style) -> Iterator[str]:  # noqa: ARG001
    """Yield one JSON object and the end of its line."""
    yield from pieces(document, LINE)
    yield "\n"


class JsonLinesWriter:
    """Writes one JSON object a line."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream = stream
        self._style = style

    def write(self, document: Document, text: str) -> None:  # noqa: ARG002
        """Write one document."""
        self.put(encoded(document, self._style))

    def put(self, written: Iterable[str]) -> None:
        """Write one document that is encoded."""
        self._stream.writelines(written)
        self._stream.flush()

    def close(self) -> None:
        """Lines need no end."""

"""JSON that people can read as well: an object or an array of them, each fact and entity on its own line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from kzuz_extract.facts import Document
from kzuz_extract.output.face import Style
from kzuz_extract.output.pieces import PAGE, pieces


def encoded(document: Document, style: Style) -> Iterator[str]:  # noqa: ARG001
    """Yield one object, a key a line, an item of its lists a line."""
    return pieces(document, PAGE)


class JsonWriter:
    """Writes one object for a single document, an array for several."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream = stream
        self._style = style
        self._written = 0

    def write(self, document: Document, text: str) -> None:  # noqa: ARG002
        """Write one document."""
        self.put(encoded(document, self._style))

    def put(self, written: Iterable[str]) -> None:
        """Write one document that is encoded."""
        if not self._style.single:
            self._stream.write(",\n" if self._written else "[\n")
        self._stream.writelines(written)
        self._stream.flush()
        self._written += 1

    def close(self) -> None:
        """End the array. A single document that could not be read leaves nothing."""
        if self._style.single:
            self._stream.write("\n" if self._written else "")
        else:
            self._stream.write("\n]\n" if self._written else "[]\n")

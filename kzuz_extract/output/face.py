"""The face that every writer has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from kzuz_extract.facts import Document


class Style(NamedTuple):
    """What a run asks of its writer.

    single   the run reads one document, so that JSON is an object and not an array.
    colored  escape sequences may be written.
    width    columns of the terminal; None finds it out.
    """

    single: bool = False
    colored: bool = False
    width: int | None = None


class Writer(Protocol):
    """Writes documents to the stream that it was made with; `close` ends the output, not the stream."""

    def write(self, document: Document, text: str) -> None:
        """Write one document; `text` is what its offsets count in."""

    def close(self) -> None:
        """Write what comes after the last document."""

"""The face that every writer has."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzuz_extract.facts import Document


class Offsets(StrEnum):
    """What `start` and `end` count."""

    CODEPOINT = "codepoint"
    UTF8 = "utf8"
    UTF16 = "utf16"


class Style(NamedTuple):
    """What a run asks of its writer.

    single   the run reads one document, so that JSON is an object and not an array.
    colored  escape sequences may be written.
    width    columns of the terminal; None finds it out.
    excel    CSV is as the Russian Excel reads it.
    explain  the rules that made the facts are shown as well.
    resumed  the output of an earlier run is gone on with.
    raw      cells of CSV stay as they are, even those that a spreadsheet would run.
    """

    single: bool = False
    colored: bool = False
    width: int | None = None
    excel: bool = False
    raw: bool = False
    explain: bool = False
    resumed: bool = False


class Writer(Protocol):
    """Writes documents to the stream, file, database or folder that it was made with."""

    def write(self, document: Document, text: str) -> None:
        """Write one document; `text` is what its offsets count in."""

    def close(self) -> None:
        """Write what comes after the last document."""


@runtime_checkable
class PuttingWriter(Writer, Protocol):
    """Writes documents that were encoded elsewhere as well."""

    def put(self, written: Iterable[str]) -> None:
        """Write one document that is encoded."""

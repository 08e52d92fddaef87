"""How documents leave: one writer a format, all with one face, chosen by name or by the ending of a file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, TextIO, TypeAlias

from kzuz_extract.output.face import Offsets, PuttingWriter, Style, Writer

if TYPE_CHECKING:
    from kzuz_extract.facts import Document

Place: TypeAlias = Literal["stream", "file", "database", "folder"]


class Format(NamedTuple):
    """A format: its name, the module and class that write it, the endings of files that choose it.

    place        what the writer is made with: a stream, or the path of a file, a database or a folder.
    encoder      the module of a format in which a document is the same text wherever it stands; such a writer
                 can `put` what `encoded` there returns.
    has_offsets  it tells offsets, whose unit can be chosen.
    has_errors   a document that failed is told in it as well.
    can_resume   a run that was stopped can go on with what it left.
    """

    name: str
    module: str
    writer: str
    endings: tuple[str, ...]
    place: Place = "stream"
    encoder: str | None = None
    has_offsets: bool = False
    has_errors: bool = False
    can_resume: bool = False


FORMATS = {
    found.name: found
    for found in (
        Format("table", "table", "TableWriter", ()),
        Format("json", "json", "JsonWriter", (".json",), encoder="json", has_offsets=True),
        Format(
            "jsonl",
            "jsonl",
            "JsonLinesWriter",
            (".jsonl", ".ndjson"),
            encoder="jsonl",
            has_offsets=True,
            has_errors=True,
            can_resume=True,
        ),
        Format("csv", "csv", "CsvWriter", (".csv",), encoder="csv", has_offsets=True, can_resume=True),
        Format("html", "html", "HtmlWriter", (".html", ".htm")),
        Format(
            "sqlite",
            "sqlite",
            "SqliteWriter",
            (".sqlite", ".sqlite3", ".db"),
            "database",
            has_offsets=True,
            can_resume=True,
        ),
        Format(
            "parquet",
            "parquet",
            "ParquetWriter",
            (".parquet",),
            "file",
            encoder="jsonl",
            has_offsets=True,
            has_errors=True,
            can_resume=True,
        ),
        Format("brat", "brat", "BratWriter", (), "folder"),
        Format("iob2", "iob2", "Iob2Writer", (".iob2", ".conll")),
    )
}


def format_of(path: str) -> str | None:
    """Name the format that a file's ending asks for.

    >>> format_of("факты.JSONL")
    'jsonl'
    """
    name = path.lower()
    return next((f.name for f in FORMATS.values() if f.endings and name.endswith(f.endings)), None)


class Encoder(NamedTuple):
    """Makes the text of a document in a format that has an encoder, wherever that is done; can be pickled."""

    format: str
    style: Style
    offsets: Offsets

    def __call__(self, document: Document, text: str) -> str:
        """Return what the writer of the format puts for one document."""
        from kzuz_extract.output.offsets import counted_in

        module = import_module(f"{__name__}.{FORMATS[self.format].encoder}")
        return "".join(module.encoded(counted_in(self.offsets, document, text), self.style))


def writer_of(name: str, place: TextIO | str, style: Style) -> Writer:
    """Open the writer of a format; its module is imported now and not before."""
    chosen = FORMATS[name]
    module = import_module(f"{__name__}.{chosen.module}")
    writer: Writer = getattr(module, chosen.writer)(place, style)
    return writer


__all__ = [
    "FORMATS",
    "Encoder",
    "Format",
    "Offsets",
    "Place",
    "PuttingWriter",
    "Style",
    "Writer",
    "format_of",
    "writer_of",
]

"""How documents leave: one writer a format, all with one face, chosen by name or by the ending of a file."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, TextIO

from kzuz_extract.output.face import Style, Writer


class Format(NamedTuple):
    """A format's name, the module and class that write it, and the endings of files that choose it."""

    name: str
    module: str
    writer: str
    endings: tuple[str, ...]


FORMATS = {
    found.name: found
    for found in (
        Format("table", "table", "TableWriter", ()),
        Format("json", "json", "JsonWriter", (".json",)),
        Format("jsonl", "jsonl", "JsonLinesWriter", (".jsonl", ".ndjson")),
        Format("csv", "csv", "CsvWriter", (".csv",)),
    )
}


def format_of(path: str) -> str | None:
    """Name the format that a file's ending asks for.

    >>> format_of("факты.JSONL")
    'jsonl'
    """
    name = path.lower()
    return next((f.name for f in FORMATS.values() if name.endswith(f.endings) and f.endings), None)


def writer_of(name: str, stream: TextIO, style: Style) -> Writer:
    """Open the writer of a format; its module is imported now and not before."""
    chosen = FORMATS[name]
    module = import_module(f"{__name__}.{chosen.module}")
    writer: Writer = getattr(module, chosen.writer)(stream, style)
    return writer


__all__ = ["FORMATS", "Format", "Style", "Writer", "format_of", "writer_of"]

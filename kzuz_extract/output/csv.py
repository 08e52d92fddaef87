"""CSV: one fact a row, always the same columns, UTF-8, line feeds, commas, quotes where a cell needs them.

A field that a type does not have, and an absent value, is an empty cell. Numbers are plain digits with a
point. A cell of text that a spreadsheet would take for a formula gets an apostrophe in front, unless the
style is raw. For Excel: a byte order mark, semicolons, CRLF and decimal commas, as its Russian edition does.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from typing import TextIO

from kzuz_extract.facts import FACT_CLASSES, Document, Fact
from kzuz_extract.output.face import Style

FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OF_DOCUMENT = ("source", "reference_date")
_OF_EVERY_FACT = ("id", "type", *(field.name for field in fields(Fact) if field.name != "id"))
_OF_TYPES = dict.fromkeys(field.name for kind in FACT_CLASSES.values() for field in fields(kind))
FACT_COLUMNS = tuple(dict.fromkeys((*_OF_EVERY_FACT, *_OF_TYPES)))
COLUMNS = (*_OF_DOCUMENT, *FACT_COLUMNS)


def encoded(document: Document, style: Style) -> Iterator[str]:
    """Yield the rows of one document's facts."""
    rows = _Rows(style)
    head = (document.source, document.reference_date)
    for fact in document.facts:
        yield rows.row((*head, *(getattr(fact, name, None) for name in FACT_COLUMNS)))


class CsvWriter:
    """Writes a header and a row for each fact."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream = stream
        self._style = style
        if not style.resumed:
            stream.write("\ufeff" if style.excel else "")
            stream.write(_Rows(style).row(COLUMNS))

    def write(self, document: Document, text: str) -> None:  # noqa: ARG002
        """Write the facts of one document."""
        self.put(encoded(document, self._style))

    def put(self, written: Iterable[str]) -> None:
        """Write the rows of one document."""
        self._stream.writelines(written)
        self._stream.flush()

    def close(self) -> None:
        """Rows need no end."""


class _Rows:
    """Makes rows of cells."""

    def __init__(self, style: Style) -> None:
        self._guard = not style.raw
        self._excel = style.excel
        self._line = _Line()
        delimiter, end = (";", "\r\n") if style.excel else (",", "\n")
        self._writer = csv.writer(self._line, delimiter=delimiter, lineterminator=end)

    def row(self, values: Iterable[object]) -> str:
        """Return one row with its end."""
        self._writer.writerow([self._cell(value) for value in values])
        return self._line.text

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, Decimal):
            digits = format(value, "f")
            return digits.replace(".", ",") if self._excel else digits
        if isinstance(value, str) and self._guard and value.startswith(FORMULA) and not _is_number(value):
            return "'" + value
        return str(value)


class _Line:
    """What the csv module writes a row to."""

    text = ""

    def write(self, text: str) -> None:
        """Keep the row."""
        self.text = text


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "", 1).isdecimal()

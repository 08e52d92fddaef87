"""Tables with a text in each row: JSON Lines, CSV and Parquet, read row by row however long they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from kzuz_extract import problems
from kzuz_extract.command import arguments
from kzuz_extract.input.decode import DecodeError, decode, encoding_of
from kzuz_extract.input.reading import Columns, Raw, Reading
from kzuz_extract.input.sources import Source
from kzuz_extract.problems import Failure

_LONGEST_CELL = 2**31 - 1
_ROWS_AT_ONCE = 500


class _Row(NamedTuple):
    line: int
    encoding: str
    cells: dict[str, Any]


def rows_in(source: Source, stream: BinaryIO, reading: Reading) -> Iterator[Raw | Failure]:
    """Yield the texts of a table in their order; a row that cannot be read does not stop the others."""
    for row in _rows(source, stream, reading):
        try:
            yield row if isinstance(row, Failure) else _of_row(source, row, reading.columns)
        except Failure as failure:
            yield failure


def _rows(source: Source, stream: BinaryIO, reading: Reading) -> Iterator[_Row | Failure]:
    if source.kind == "parquet":
        return _parquet_rows(source, stream, reading.columns)
    if source.kind == "jsonl" or (source.kind == "table" and _begins_with_brace(stream)):
        return _json_rows(source, stream, reading.encoding)
    return _csv_rows(source, stream, reading)


def _begins_with_brace(stream: BinaryIO) -> bool:
    return _ahead(stream).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _ahead(stream: BinaryIO) -> bytes:
    """Return what comes next, without reading on; of a pipe it waits for a byte."""
    found: bytes = stream.peek(1)  # type: ignore[attr-defined]  # of a buffered reader
    return found


def _json_rows(source: Source, lines: Iterable[bytes], encoding: str | None) -> Iterator[_Row | Failure]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text, found = decode(line, encoding or "utf-8")
            cells = json.loads(text)
        except (DecodeError, ValueError, RecursionError):
            cells, found = None, ""
        if isinstance(cells, dict):
            yield _Row(number, found, cells)
        else:
            yield Failure(f"{source.label}:{number}", problems.BAD_JSON)


def _csv_rows(source: Source, stream: BinaryIO, reading: Reading) -> Iterator[_Row | Failure]:
    csv.field_size_limit(_LONGEST_CELL)
    encoding = reading.encoding or _encoding(source, stream)
    lines = iter(io.TextIOWrapper(stream, encoding, newline=""))
    number = 0
    try:
        header = next(lines, "").removeprefix("\ufeff")
        if not header:
            return
        rows = csv.DictReader(chain([header], lines), delimiter=max(",;\t", key=header.count))
        _refuse_without(reading.columns.text, rows.fieldnames or (), source)
        for cells in rows:
            number = rows.line_num
            yield _Row(number, encoding, cells)
    except UnicodeDecodeError as error:
        details = {"encoding": encoding, "byte": error.object[error.start]}
        yield Failure(f"{source.label}:{number + 1}", problems.WRONG_ENCODING_BELOW, **details)
    except UnicodeError:  # --encoding utf-16 for what has no byte order mark
        yield Failure(source.label, problems.UNKNOWN_ENCODING)
    except csv.Error:
        yield Failure(f"{source.label}:{number + 1}", problems.BAD_CSV)


def _encoding(source: Source, stream: BinaryIO) -> str:
    try:
        return encoding_of(_ahead(stream), whole=False)
    except DecodeError as error:
        raise Failure(source.label, error.problem, **error.details) from error


def _parquet_rows(source: Source, stream: BinaryIO, columns: Columns) -> Iterator[_Row | Failure]:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Failure(source.label, problems.NEEDS_EXTRA, extra="parquet") from error
    try:
        table = ParquetFile(stream)
        _refuse_without(columns.text, table.schema_arrow.names, source)
        wanted = [name for name in table.schema_arrow.names if name in columns]
        batches = table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted)
        for number, cells in enumerate(chain.from_iterable(batch.to_pylist() for batch in batches), 1):
            yield _Row(number, "utf-8", cells)
    except (pyarrow.ArrowException, OSError) as error:
        raise Failure(source.label, problems.BAD_PARQUET) from error


def _refuse_without(column: str, names: Iterable[str], source: Source) -> None:
    """Refuse a whole table, rather than each of its rows, where the column of the text is not there."""
    if column not in names:
        raise Failure(source.label, problems.NO_COLUMN, column=column)


def _of_row(source: Source, row: _Row, columns: Columns) -> Raw:
    called, label = f"{source.path}:{row.line}", f"{source.label}:{row.line}"
    return raw_of(row.cells, columns, called, label, row.encoding)


def raw_of(
    cells: Mapping[str, Any], columns: Columns, called: str | None, label: str, encoding: str = "utf-8"
) -> Raw:
    """Return the text of a row with its day; `called` names it where no column does. Raises Failure."""
    text = cells.get(columns.text)
    if not isinstance(text, str):
        raise Failure(label, problems.NO_COLUMN, column=columns.text)
    name = cells.get(columns.id) if columns.id else None
    said = cells.get(columns.date) if columns.date else None
    return Raw(called if name is None else str(name), label, text, encoding, _day(said, columns.date, label))


def _day(said: object, column: str | None, label: str) -> date | None:
    if said is None or said == "":
        return None
    try:
        return arguments.day(str(said))
    except ValueError as error:
        details = {"column": column, "said": problems.one_line(str(said))}
        raise Failure(label, problems.BAD_DAY, **details) from error

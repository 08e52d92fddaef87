"""Tables with a text in each row: JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO, NamedTuple

from kzuz_extract import problems
from kzuz_extract.command import arguments
from kzuz_extract.input.decode import DecodeError, decode
from kzuz_extract.input.reading import Columns, Raw, Reading, decoded
from kzuz_extract.input.sources import Source
from kzuz_extract.problems import Failure

_LONGEST_CELL = 2**31 - 1


class _Row(NamedTuple):
    line: int
    encoding: str
    cells: dict[str, Any]


def rows_in(source: Source, stream: BinaryIO, reading: Reading) -> Iterator[Raw | Failure]:
    """Yield the texts of a table in their order; a row that cannot be read does not stop the others."""
    if source.kind == "jsonl" or (source.kind == "table" and _begins_with_brace(stream)):
        rows = _json_rows(source, stream, reading.encoding)
    else:
        text, encoding = decoded(stream.read(), source.label, reading.encoding)
        rows = _csv_rows(source, text, encoding)
    for row in rows:
        try:
            yield row if isinstance(row, Failure) else _of_row(source, row, reading.columns)
        except Failure as failure:
            yield failure


def _begins_with_brace(stream: BinaryIO) -> bool:
    ahead: bytes = stream.peek(1)  # type: ignore[attr-defined]  # of a buffered reader; it waits for a byte
    return ahead.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


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


def _csv_rows(source: Source, text: str, encoding: str) -> Iterator[_Row | Failure]:
    csv.field_size_limit(_LONGEST_CELL)
    header = text[: text.find("\n") + 1]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    try:
        for cells in rows:
            yield _Row(rows.line_num, encoding, cells)
    except csv.Error:
        yield Failure(f"{source.label}:{rows.line_num}", problems.BAD_CSV)


def _of_row(source: Source, row: _Row, columns: Columns) -> Raw:
    label = f"{source.label}:{row.line}"
    text = row.cells.get(columns.text)
    if not isinstance(text, str):
        raise Failure(label, problems.NO_COLUMN, column=columns.text)
    name = row.cells.get(columns.id) if columns.id else None
    called = f"{source.path}:{row.line}" if name is None else str(name)
    return Raw(called, label, text, row.encoding, _day(row, columns.date, label))


def _day(row: _Row, column: str | None, label: str) -> date | None:
    said = row.cells.get(column) if column else None
    if said is None or said == "":
        return None
    try:
        return arguments.day(str(said))
    except ValueError as error:
        details = {"column": column, "said": problems.one_line(str(said))}
        raise Failure(label, problems.BAD_DAY, **details) from error

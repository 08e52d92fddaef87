"""Parquet: one fact a row, with typed columns, through pyarrow.

A Parquet file cannot be read before its end is written. While a run goes on, its documents stand as JSON
Lines in FILE.partial, where a run that is killed leaves them; the table is made of them at the end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from kzuz_extract import problems
from kzuz_extract.facts import Document
from kzuz_extract.output.csv import FACT_COLUMNS
from kzuz_extract.output.face import Style
from kzuz_extract.output.jsonl import JsonLinesWriter
from kzuz_extract.problems import Failure

_DAYS = frozenset(("reference_date", "start_date", "end_date"))
_WHOLE = frozenset(("start", "end", "sentence"))
_NUMBERS = frozenset(("amount", "value", "min", "max"))
_LENGTHS = {"min": "min_duration", "max": "max_duration"}
COLUMNS = ("source", "reference_date", *FACT_COLUMNS, *_LENGTHS.values())
_ROWS_AT_ONCE = 50_000


class ParquetWriter:
    """Collects documents beside the file that is to be, and makes the table at the end."""

    def __init__(self, path: str, style: Style) -> None:
        try:
            import pyarrow.parquet as parquet
        except ImportError as error:
            raise Failure(path, problems.NEEDS_EXTRA, extra="parquet") from error
        self._parquet = parquet
        self._path = path
        self._stream = open(path, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
        self._lines = JsonLinesWriter(self._stream, style)

    def write(self, document: Document, text: str) -> None:
        """Keep one document."""
        self._lines.write(document, text)

    def close(self) -> None:
        """Make the table."""
        import pyarrow

        self._stream.close()
        made = self._path + ".parquet"
        shape = pyarrow.schema([(name, _type(pyarrow, name)) for name in COLUMNS])
        with (
            self._parquet.ParquetWriter(made, shape, compression="zstd") as table,
            open(self._path, encoding="utf-8") as lines,
        ):
            rows = _rows(json.loads(line) for line in lines)
            while batch := list(islice(rows, _ROWS_AT_ONCE)):
                table.write_table(pyarrow.Table.from_pylist(batch, schema=shape))
        os.replace(made, self._path)


def _type(pyarrow: Any, name: str) -> Any:
    if name in _DAYS:
        return pyarrow.date32()
    if name in _WHOLE:
        return pyarrow.int64()
    return pyarrow.float64() if name in _NUMBERS else pyarrow.string()


def _rows(documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for document in documents:
        for fact in document["facts"]:
            row = {"source": document["source"], "reference_date": document["reference_date"], **fact}
            if fact["type"] == "date":
                row |= {column: row.pop(name) for name, column in _LENGTHS.items()}
            yield row | {name: date.fromisoformat(row[name]) for name in _DAYS if row.get(name)}

"""Parquet: one fact a row, with typed columns, through pyarrow.

A Parquet file cannot be read before its end is written. While a run goes on, its documents stand as JSON
Lines in FILE.partial, where a run that is killed leaves them; the table is made of them at the end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from itertools import islice

from kzuz_extract import problems
from kzuz_extract.facts import Document
from kzuz_extract.output import arrow
from kzuz_extract.output.face import Style
from kzuz_extract.output.jsonl import JsonLinesWriter
from kzuz_extract.problems import Failure

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
        self._stream = open(  # noqa: SIM115
            path, "a" if style.resumed else "w", encoding="utf-8", errors="backslashreplace"
        )
        self._lines = JsonLinesWriter(self._stream, style)

    def write(self, document: Document, text: str) -> None:
        """Keep one document."""
        self._lines.write(document, text)

    def put(self, written: Iterable[str]) -> None:
        """Keep one document that is encoded."""
        self._lines.put(written)

    def close(self) -> None:
        """Make the table."""
        import pyarrow

        self._stream.close()
        made = self._path + ".parquet"
        shape = arrow.schema()
        with (
            self._parquet.ParquetWriter(made, shape, compression="zstd") as table,
            open(self._path, encoding="utf-8") as lines,
        ):
            rows = arrow.rows(json.loads(line) for line in lines)
            while batch := list(islice(rows, _ROWS_AT_ONCE)):
                table.write_table(pyarrow.Table.from_pylist(batch, schema=shape))
        os.replace(made, self._path)

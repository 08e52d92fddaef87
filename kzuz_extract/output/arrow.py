"""Facts as typed columns of Arrow: what Parquet output holds, and what other engines are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kzuz_extract.output.clean import encodable
from kzuz_extract.output.csv import FACT_COLUMNS

_DAYS = frozenset(("reference_date", "start_date", "end_date"))
_WHOLE = frozenset(("start", "end", "sentence"))
_NUMBERS = frozenset(("amount", "value", "min", "max"))
_LENGTHS = {"min": "min_duration", "max": "max_duration"}
COLUMNS = ("source", "reference_date", *FACT_COLUMNS, *_LENGTHS.values(), "error")


def schema() -> Any:
    """Return the columns and their types. Raises ImportError without pyarrow."""
    import pyarrow

    return pyarrow.schema([(name, _type(pyarrow, name)) for name in COLUMNS])


def rows(documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield one row a fact of documents as they are printed, and one for each that failed."""
    for document in documents:
        of_all = {"source": document["source"], "reference_date": document["reference_date"]}
        failed = [{"error": document["error"]}] if "error" in document else []
        for fact in (*failed, *document["facts"]):
            row = {**of_all, **fact}
            if fact.get("type") == "date":
                row |= {column: row.pop(name) for name, column in _LENGTHS.items()}
            yield {name: _cell(name, value) for name, value in row.items()}


def _cell(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return date.fromisoformat(value) if name in _DAYS else encodable(value)


def _type(pyarrow: Any, name: str) -> Any:
    if name in _DAYS:
        return pyarrow.date32()
    if name in _WHOLE:
        return pyarrow.int64()
    return pyarrow.float64() if name in _NUMBERS else pyarrow.string()

"""Tables of articles to tables of facts, for engines that bring workers of their own: Spark, Ray, Dask.

Needs the extra [parquet]. `kzuz-extract help scale` shows each engine's call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kzuz_extract import batch
from kzuz_extract.facts import Document
from kzuz_extract.input.reading import Columns
from kzuz_extract.input.tables import raw_of
from kzuz_extract.output import arrow
from kzuz_extract.problems import Failure

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema


def extract_batches(
    batches: Iterable[RecordBatch],
    *,
    text_column: str = "text",
    date_column: str | None = None,
    id_column: str | None = None,
) -> Iterator[RecordBatch]:
    """Yield, for each batch of articles, the batch of their facts: the shape of Spark's `mapInArrow`.

    A fact is a row, with the columns of Parquet output; `source` is what stands in `id_column`, and days of
    publication stand in `date_column`. One that cannot be read is a row with `source` and `error` alone.

    >>> import pyarrow
    >>> articles = pyarrow.RecordBatch.from_pydict({"id": [7], "text": ["Мост обойдётся в 2 млрд тенге."]})
    >>> [facts] = extract_batches([articles], id_column="id")
    >>> facts.select(["source", "type", "text", "amount"]).to_pylist()
    [{'source': '7', 'type': 'money', 'text': '2 млрд тенге', 'amount': 2000000000.0}]
    """
    import pyarrow

    shape = arrow.schema()
    columns = Columns(text_column, date_column, id_column)
    for articles in batches:
        documents = (_document(cells, columns) for cells in articles.to_pylist())
        rows = list(arrow.rows(document.to_dict() for document in documents))
        yield pyarrow.RecordBatch.from_pylist(rows, schema=shape)


def fact_schema() -> Schema:
    """Return the columns of the batches of facts, for engines that ask for them beforehand."""
    return arrow.schema()


def _document(cells: Mapping[str, Any], columns: Columns) -> Document:
    name = cells.get(columns.id) if columns.id else None
    try:
        result = batch.one(raw_of(cells, columns, None, "row" if name is None else str(name)), batch.Job())
    except Failure as failure:
        return batch.failed(failure)
    return batch.failed(result) if isinstance(result, Failure) else result.document

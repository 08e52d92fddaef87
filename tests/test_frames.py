"""Tables of articles to tables of facts, as other engines call for them."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from datetime import date
from functools import partial
from importlib.resources import files
from typing import Any

import pytest

from kzuz_extract import extract_batches, fact_schema

pyarrow = pytest.importorskip("pyarrow")


def articles(*texts: str | None) -> Any:
    rows = [{"n": n, "body": text, "day": date(2025, 11, 15)} for n, text in enumerate(texts, 1)]
    return pyarrow.RecordBatch.from_pylist(rows)


facts_of = partial(extract_batches, text_column="body", date_column="day", id_column="n")


def test_each_fact_is_a_row_with_the_name_and_the_day_of_its_article() -> None:
    [facts] = facts_of([articles("Вчера купили пять школ.", "Цена — 2 млрд тенге.")])
    rows = [{name: value for name, value in row.items() if value is not None} for row in facts.to_pylist()]
    said = ("source", "text", "start_date", "value", "amount", "error")
    assert [{name: row[name] for name in said if name in row} for row in rows] == [
        {"source": "1", "text": "Вчера", "start_date": date(2025, 11, 14)},
        {"source": "1", "text": "пять школ", "value": 5.0},
        {"source": "2", "text": "2 млрд тенге", "amount": 2e9},
    ]


def test_an_article_that_cannot_be_read_is_a_row_that_says_why() -> None:
    [facts] = facts_of([articles(None, "Пять школ.")])
    error = "no text in column 'body' (name another with --text-column)"
    assert facts.select(["source", "type", "error"]).to_pylist() == [
        {"source": "1", "type": None, "error": error},
        {"source": "2", "type": "count", "error": None},
    ]


def test_batches_are_read_one_by_one_and_all_have_the_same_columns() -> None:
    def endless() -> Iterator[Any]:
        yield articles("Пять школ.")
        yield articles("Ничего.")
        raise AssertionError("read ahead")

    found = facts_of(endless())
    first, empty = next(found), next(found)
    assert (first.num_rows, empty.num_rows) == (1, 0)
    assert first.schema == empty.schema == fact_schema()


def test_the_example_of_the_manual_runs() -> None:
    pytest.importorskip("dask")
    topic = files("kzuz_extract").joinpath("docs", "scale.md")
    assert doctest.testfile(str(topic), module_relative=False, encoding="utf-8") == (0, 6)

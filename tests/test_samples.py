"""The articles in samples/ and the facts beside them, which have been read by eye and must stay.

After a change of the rules: `pytest tests/test_samples.py --update-golden`, then look at the difference.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from kzuz_extract import facts
from kzuz_extract.extractor import Extractor
from kzuz_extract.output.pieces import PAGE, pieces

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLES = sorted(SAMPLES.glob("*.txt"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_the_facts_of_a_sample_are_those_beside_it(
    article: Path, golden: Callable[[Path, str], None]
) -> None:
    document = Extractor().extract(article.read_text(encoding="utf-8"), source=f"samples/{article.name}")
    golden(article.with_suffix(".json"), "".join(pieces(document, PAGE)) + "\n")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_sample_has_the_length_of_news(article: Path) -> None:
    assert 300 <= len(article.read_text(encoding="utf-8").split()) <= 600


def expected() -> Iterator[dict[str, Any]]:
    for article in ARTICLES:
        yield json.loads(article.with_suffix(".json").read_text(encoding="utf-8"))


def values(type_: str, field: str) -> set[Any]:
    """Return what a field says over all samples, absence left out."""
    return {
        fact[field]
        for document in expected()
        for fact in document["facts"]
        if fact["type"] == type_ and fact[field] is not None
    }


ALL_VALUES = [
    ("date", "kind", get_args(facts.DateKind)),
    ("date", "granularity", get_args(facts.Granularity)),
    ("date", "part", get_args(facts.Part)),
    ("date", "relation", get_args(facts.Relation)),
    ("date", "modifier", ("more_than", "at_least", "less_than", "at_most", "about")),
    ("money", "modifier", get_args(facts.Modifier)),
    ("money", "currency", ("KZT", "UZS", "USD", "EUR", "RUB", "KGS", "TJS", "TMT", "AZN", "CNY")),
    ("count", "kind", get_args(facts.CountKind)),
    ("count", "modifier", get_args(facts.Modifier)),
    ("location", "kind", get_args(facts.LocationKind)),
]


@pytest.mark.parametrize(
    ("type_", "field", "wanted"), ALL_VALUES, ids=[f"{type_}.{field}" for type_, field, _ in ALL_VALUES]
)
def test_the_samples_show_every_value_of_a_field(type_: str, field: str, wanted: Iterable[str]) -> None:
    assert set(wanted) - values(type_, field) == set()


@pytest.mark.parametrize("kind", facts.FACT_CLASSES.values(), ids=lambda kind: kind.type)
def test_the_samples_use_every_field_of_a_type(kind: type[facts.AnyFact]) -> None:
    document = next(expected())
    names = next(fact for fact in document["facts"] if fact["type"] == kind.type)
    assert [name for name in names if not values(kind.type, name)] == []


def test_the_samples_show_ranges_and_sums_without_a_value() -> None:
    rows = [fact for document in expected() for fact in document["facts"]]
    sums = [row for row in rows if row["type"] == "money" and row["amount"] is None]
    assert any(row["min"] and row["max"] for row in sums)
    assert any(row["min"] is None and row["max"] is None for row in sums)
    numbers = [row for row in rows if row["type"] == "count" and row["value"] is None]
    assert {row["kind"] for row in numbers if row["min"] and row["max"]} >= {
        "item",
        "percent",
        "measure",
        "age",
    }


def test_the_samples_show_every_source_of_the_reference_date() -> None:
    sources = {document["reference_date_source"] for document in expected()}
    assert sources == {"header", "dateline", None}

"""The examples that stand beside the rules, each run against the whole pipeline.

Square brackets in `text` mark the spans; `facts` lists, in their order, the fields that must hold; `date` is
the reference date. Cases under [[none]] give no fact of the dimension; cases under [[not_yet]] are known
limits, and a test fails when one of them passes, so that it is moved up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import kzuz_extract
from kzuz_extract import extract

PACKAGE = Path(kzuz_extract.__file__).parent
TYPES = {
    "dates": ("date",),
    "money": ("money",),
    "counts": ("count",),
    "language": ("count", "money", "date"),
    "names": ("person", "organization", "location"),
}


def cases() -> Iterator[Any]:
    for path in sorted(PACKAGE.glob("**/*examples*.toml")):
        dimension = path.relative_to(PACKAGE).parts[0]
        with path.open("rb") as file:
            loaded = tomllib.load(file, parse_float=Decimal)
        for rule, listed in loaded.items():
            for case in listed:
                marks = (
                    [pytest.mark.xfail(strict=True, reason=case.get("why", ""))] if rule == "not_yet" else []
                )
                yield pytest.param(dimension, rule, case, id=f"{rule}: {case['text']}", marks=marks)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its brackets and the spans that they mark, by start, then longest first."""
    plain: list[str] = []
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    for character in marked:
        if character == "[":
            opened.append(len(plain))
        elif character == "]":
            spans.append((opened.pop(), len(plain)))
        else:
            plain.append(character)
    return "".join(plain), sorted(spans, key=lambda span: (span[0], -span[1]))


@pytest.mark.parametrize(("dimension", "rule", "case"), list(cases()))
def test_example(dimension: str, rule: str, case: dict[str, Any]) -> None:
    text, spans = unmarked(case["text"])
    types = tuple(case.get("types", TYPES[dimension]))
    day = case.get("date")
    assert day is None or isinstance(day, date)
    facts = [fact for fact in extract(text, reference_date=day).facts if fact.type in types]
    assert [text[f.start : f.end] for f in facts] == [text[start:end] for start, end in spans]
    assert [(f.start, f.end) for f in facts] == spans
    for fact, wanted in zip(facts, case.get("facts", [{}] * len(spans)), strict=True):
        given = {name: None if value == "" else value for name, value in wanted.items()}
        assert {name: getattr(fact, name) for name in given} == given
    if rule not in ("none", "not_yet", "numerals", "hedges"):
        assert rule in {fact.rule for fact in facts}

"""The pattern language: every pattern can be read, and no rule sleeps where it could match."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest

from kzuz_extract.dates.classes import CLASSES as DATE_CLASSES
from kzuz_extract.dates.grammar import LEVELS
from kzuz_extract.money.rules import CLASSES as MONEY_CLASSES
from kzuz_extract.money.rules import RULES as MONEY_RULES
from kzuz_extract.patterns import beginnings, compile_pattern
from kzuz_extract.rules import Rule

RULES = [
    *((rule, DATE_CLASSES) for level in LEVELS for rule in level),
    *((rule, MONEY_CLASSES) for rule in MONEY_RULES),
]
LETTERS = {"A": "a", "B": "b", "C": "c", "AB": "ab"}


@pytest.mark.parametrize(("rule", "classes"), RULES, ids=[rule.name for rule, _ in RULES])
def test_a_rule_is_awake_wherever_its_pattern_could_match(rule: Rule, classes: Mapping[str, str]) -> None:
    pattern = compile_pattern(rule.pattern, classes)
    begun = beginnings(rule.pattern, classes)
    known = sorted({character for characters in classes.values() for character in characters})
    first = [character for character in known if pattern.fullmatch(character, partial=True)]
    for pair in (one + two for one, two in product(first, known)):
        if pattern.fullmatch(pair, partial=True):
            assert any(all(map(str.__contains__, begin, pair)) for begin in begun)


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        ("A", {("a",)}),
        ("A B? C", {("a", "b"), ("a", "c")}),
        ("A* B", {("a", "a"), ("a", "b"), ("b",)}),
        ("A+", {("a",), ("a", "a")}),
        ("( A | B C )? AB", {("a", "ab"), ("b", "c"), ("ab",)}),
        ("A !B", {("a",)}),
        ("x:A [ y:B ] C", {("a", "b")}),
    ],
)
def test_how_a_pattern_may_begin(pattern: str, begun: set[tuple[str, ...]]) -> None:
    assert beginnings(pattern, LETTERS) == begun


@pytest.mark.parametrize("read", [beginnings, compile_pattern])
def test_a_class_that_is_not_there_is_named(read: object) -> None:
    assert callable(read)
    with pytest.raises(ValueError, match="no such class 'NONE'"):
        read("NONE A", LETTERS)

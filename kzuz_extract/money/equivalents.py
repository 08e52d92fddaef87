"""Sums that are one amount in two currencies: «500 млн тенге (около $1 млн)»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kzuz_extract.facts import MoneyValue
from kzuz_extract.money.vocabulary import LINKS
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text

_LONGEST_BETWEEN = 9


def equivalents(text: Text, kept: list[Candidate]) -> dict[int, int]:
    """Pair the indexes of sums that are one amount in two currencies: «500 млн тенге (около $1 млн)»."""
    pairs: dict[int, int] = {}
    for left, right in _neighbours(kept):
        if left not in pairs and _same_amount(text, kept[left], kept[right]):
            pairs[left], pairs[right] = right, left
    return pairs


def _neighbours(kept: list[Candidate]) -> Iterator[tuple[int, int]]:
    sums = [at for at, candidate in enumerate(kept) if candidate.type == "money"]
    yield from pairwise(sums)


def _same_amount(text: Text, left: Candidate, right: Candidate) -> bool:
    if not isinstance(left.value, MoneyValue) or not isinstance(right.value, MoneyValue):
        return False
    if left.value.currency == right.value.currency:
        return False
    first, end = text.token_at(left.end - 1) + 1, text.token_at(right.start)
    between = [form.key for form in text.forms[first:end]]
    if not 0 < len(between) <= _LONGEST_BETWEEN or not LINKS["between"].issuperset(between):
        return False
    return not LINKS["same"].isdisjoint(between)

"""Currencies of several countries: bare «манатов» belong to the country that is named nearest.

The rules leave such a sum with all its choices for a currency («TMT|TM=TMT|AZ=AZN»: the usual one, then a
code for each country); here it is settled, once the places of the countries are known.
"""

from __future__ import annotations

from bisect import bisect_left

from kzuz_extract.facts import MoneyValue
from kzuz_extract.money.vocabulary import COUNTRIES
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text


def settled(text: Text, sums: list[Candidate]) -> list[Candidate]:
    """Return the sums with one currency each, without those whose country nothing tells."""
    if not any("|" in _currency(sum_) for sum_ in sums):
        return sums
    places: dict[str, list[int]] = {}
    for at, form in enumerate(text.forms):
        land = COUNTRIES.get(form.key)
        if land:
            places.setdefault(land, []).append(text.starts[at])
    return [chosen for sum_ in sums if (chosen := _chosen(sum_, places))]


def _currency(sum_: Candidate) -> str:
    return sum_.value.currency if isinstance(sum_.value, MoneyValue) else ""


def _chosen(sum_: Candidate, places: dict[str, list[int]]) -> Candidate | None:
    value = sum_.value
    if not isinstance(value, MoneyValue) or "|" not in value.currency:
        return sum_
    usual, *choices = value.currency.split("|")
    found = [
        (distance, code)
        for land, code in (choice.split("=") for choice in choices)
        if (distance := _distance(places.get(land, []), sum_.start)) is not None
    ]
    code = min(found)[1] if found else usual
    return sum_._replace(value=value._replace(currency=code)) if code else None


def _distance(places: list[int], start: int) -> int | None:
    """How far from a sum a country is named; one named later is as good as one twice as far before."""
    after = bisect_left(places, start)
    near = places[max(0, after - 1) : after + 1]
    return min((start - place if place < start else 2 * (place - start) for place in near), default=None)

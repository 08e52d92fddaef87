"""The unit of a forecast is said once: «ночью 7–9, днём 13–15 тепла», «ветер 3–8, порывы 15–20 м/с»."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from kzuz_extract.counts.place import Found, Place, below_zero
from kzuz_extract.counts.vetoes import counts_nothing
from kzuz_extract.counts.vocabulary import words
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

_UNITS = ("°C", "m/s")
_FURTHEST = 40  # tokens from a number to the one that says its unit
_MOST = Decimal(60)


def with_unit_of_list(text: Text, numbers: list[Number], found: list[Found]) -> list[Found]:
    """Return what numbers without a unit measure in sentences that tell of heat or wind, in text order."""
    said = sorted((one for one in found if one.value.unit in _UNITS), key=lambda one: one.first)
    if not said:
        return []
    measured = {one.first for one in found if one.value.kind != "item" or one.value.head is not None}
    made = []
    for number in numbers:
        if number.first in measured or not _is_of_a_forecast(text, number):
            continue
        teller = _teller(text, number, said)
        if teller is not None:
            made.append(_measured(text, number, teller))
    return made


def _is_of_a_forecast(text: Text, number: Number) -> bool:
    """«ночью [7–9],», «порывы до [20].», «на севере области [2],»: place, time or wind, and then a sign."""
    if number.form != "cardinal" or number.magnitude or number.unit or not number.first:
        return False
    said = [bound for bound in (number.value, number.low, number.high) if bound is not None]
    if not said or max(map(abs, said)) > _MOST:
        return False
    forms, end = text.forms, number.end
    if end < text.sentence_bounds(number.first)[1] and forms[end].shape is not Shape.SIGN:
        return False
    return _leads(text, number.first - 1) and not counts_nothing(Place(text, number, []))


def _leads(text: Text, at: int) -> bool:
    """«северо-западный», «на севере», and a town with its «в»."""
    form = text.forms[at]
    if form.key.rpartition("-")[2] in words("forecast", "before"):
        return True
    return form.shape is Shape.TITLE and at > 0 and text.forms[at - 1].key == "в"


def _teller(text: Text, number: Number, said: list[Found]) -> Found | None:
    """The next measure of the sentence, or else the one before."""
    first, last = text.sentence_bounds(number.first)
    at = bisect_left(said, number.first, key=lambda one: one.first)
    for one in (*said[at : at + 1], *said[max(0, at - 1) : at]):
        if first <= one.first < last and abs(one.first - number.first) <= _FURTHEST:
            return one
    return None


def _measured(text: Text, number: Number, teller: Found) -> Found:
    """«ночью 10–15, местами до 20 градусов мороза»: frost said once is frost everywhere in the list."""
    place = Place(text, number, [])
    value = place.value("measure", number.end, unit=teller.value.unit)
    if text.forms[number.first].shape is Shape.NUMBER and _is_frost(text, teller):
        value = below_zero(value)
    return Found(number.first, number.end, value)


def _is_frost(text: Text, found: Found) -> bool:
    return text.forms[found.end - 1].key in ("мороза", "нуля")

"""Measures whose number is no word of its own: «полтонны», «полпроцента», «четверть литра»."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kzuz_extract.counts.place import Found
from kzuz_extract.counts.units import unit_at, unit_of_word
from kzuz_extract.counts.vocabulary import words
from kzuz_extract.facts import CountKind, CountValue
from kzuz_extract.language.hedges import bounds, hedge_before
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Form, Text
from kzuz_extract.text.asked import Asked

_HALF = "пол"
_SHORTEST_UNIT = 4  # letters: «полк» is no half of a kelvin


def _half_of(form: Form) -> str | None:
    """The symbol of the unit that a word halves: "t" of «полтонны», «полутонной»."""
    key = form.key
    if not key.startswith(_HALF):
        return None
    whole = key.removeprefix(_HALF)
    wholes = (whole, whole.removeprefix("у"))
    return next(
        (symbol for word in wholes if len(word) >= _SHORTEST_UNIT and (symbol := unit_of_word(word))), None
    )


def _share(form: Form) -> Decimal | None:
    return _shares().get(form.key)


@cache
def _shares() -> dict[str, Decimal]:
    shares = dict.fromkeys(words("shares", "quarter"), Decimal("0.25"))
    return shares | dict.fromkeys(words("shares", "half"), Decimal("0.5"))


_awake = Asked(
    lambda form: form.key in _shares() or (form.key.startswith(_HALF) and _half_of(form) is not None),
    False,
    words=lambda: (*_shares(), _HALF),
)


def halves(text: Text, numbers: list[Number]) -> Iterator[Found]:
    """Yield «полтонны», «четверть литра», but not «три четверти литра», whose number the reader knows."""
    awake = _awake.where(text)
    if not awake:
        return
    within = {at for number in numbers for at in range(number.first, number.end)}
    for at in awake:
        if at in within:
            continue
        symbol, end = _half_of(text.forms[at]), at + 1
        share: Decimal | None = Decimal("0.5")
        if symbol is None:
            unit, share = unit_at(text, end), _share(text.forms[at])
            if unit is None:
                continue
            symbol, end = unit
        hedge = hedge_before(text, at)
        modifier = hedge.modifier if hedge else None
        kind: CountKind = "percent" if symbol in ("%", "п. п.") else "measure"
        yield Found(at, end, CountValue(kind, *bounds(share, modifier=modifier), modifier, unit=symbol))

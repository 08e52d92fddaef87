"""A measure that goes on in a smaller unit is one measure: «3 метра 10 сантиметров» are 3.1 metres."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from kzuz_extract.counts.place import Found, Place
from kzuz_extract.facts import CountValue
from kzuz_extract.language.hedges import bounds
from kzuz_extract.language.numerals import plain


def goes_on(place: Place, found: Found, later: Found) -> bool:
    """Tell whether `later` is the rest of `found`: it follows at once, in a unit that the other one holds.

    «2 метра 150 сантиметров» are no 3.5 metres: the rest is less than one greater unit.
    """
    held = _held(found.value, later.value)
    rest = later.value.value
    if held is None or rest is None or found.value.value is None or not place.whole or not 0 < rest < held:
        return False
    forms = place.text.forms
    if later.first != found.end + 1:
        return later.first == found.end
    joint = forms[found.end]  # «2 кг. 300 г», «3 метра и 10 сантиметров»
    return joint.key == "и" or (joint.text == "." and place.text.touches(found.end))


def together(found: Found, later: Found) -> Found:
    """Return the two as one measure, in the greater unit."""
    value, held = found.value, _held(found.value, later.value)
    if held is None or value.value is None or later.value.value is None:
        return found
    sum_ = plain(value.value + later.value.value / held)
    joined = value._replace(**bounds(sum_, modifier=value.modifier)._asdict())
    return found._replace(end=later.end, value=joined, cut=later.cut)


def _held(greater: CountValue, smaller: CountValue) -> Decimal | None:
    if greater.kind != "measure" or smaller.kind != "measure":
        return None
    return _table().get((greater.unit, smaller.unit))


@cache
def _table() -> dict[tuple[str | None, str | None], Decimal]:
    lines = Path(__file__).with_name("smaller.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(greater, smaller): Decimal(held) for greater, smaller, held in rows}

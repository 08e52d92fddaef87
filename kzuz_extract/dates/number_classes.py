"""What a number could be to the patterns of dates: a day, an hour, a year, a decade, or only a number.

A number of four digits may be a year, one up to 31 a day, one up to 24 an hour, one with a magnitude neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Text

_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d|24\.00")
_DECADE_END = re.compile(r".*(?:0[-‑]?(?:е|х|м|ми|ые|ых)|(?:ые|ых|ым|ыми|ие|их))$")
_ROMAN = frozenset("ivxlcdmхі")
_SIZES, _CLASSES_BY_SIZE = (12, 24, 31, 99, 999), ("N12", "N24", "N31", "N99", "N999")
_ORDINALS_BY_SIZE = ((12, "O12"), (31, "O31"), (99, "O99"))


def number_class(text: Text, number: Number) -> str:
    """Return the name of the class of a number."""
    value = number.value
    if value is None:
        return _range_class(number)
    if number.form == "ordinal":
        return _ordinal_class(text, number, value)
    if number.figures:
        return _figures_class(number.figures, value)
    if number.end == number.first + 1 and _DOTTED.fullmatch(text.forms[number.first].text):
        return "NDOT"
    whole = number.form == "cardinal" and value == int(value) and not number.magnitude
    return "W24" if whole and 0 < value <= 24 else "NOTHER"


def _figures_class(figures: str, value: Decimal) -> str:
    if len(figures) == 4:
        return "NYEAR" if 1000 <= value < 2200 else "NOTHER"
    if len(figures) > 4 or value <= 0:
        return "NOTHER"
    return _CLASSES_BY_SIZE[bisect_left(_SIZES, value)]


def _range_class(number: Number) -> str:
    low, high = number.low, number.high
    if low is None or high is None or number.magnitude or low != int(low) or high != int(high):
        return "ROTHER"
    if low >= 1000:
        return "RYEAR" if high < 2200 else "ROTHER"
    return "R31" if low > 0 and high <= 31 else "R99" if high <= 99 else "ROTHER"


def _ordinal_class(text: Text, number: Number, value: Decimal) -> str:
    first = vocabulary().words.get(text.forms[number.first].key)
    if first and first.cls == "FIRST" and number.end == number.first + 1:
        return "FIRST"  # «первые девять месяцев»
    written = text.source[text.starts[number.first] : text.ends[number.end - 1]].lower()
    round_ten = value % 10 == 0 and (20 <= value < 100 or 1000 <= value < 2200)
    round_ten = round_ten or (not value and written.startswith("нулев"))  # «в нулевые годы»
    if round_ten and _DECADE_END.match(written) and not (value >= 1000 and written.endswith("м")):
        return "ODECADE"
    if set(written) <= _ROMAN:
        return "OROMAN"
    if 1000 <= value < 2200:
        return "OYEAR"
    return next((name for most, name in _ORDINALS_BY_SIZE if 0 < value <= most), "OOTHER")

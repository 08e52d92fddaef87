"""Every number of a text, read once: in figures, in words, mixed, with magnitudes, as ranges and as ordinals."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from kzuz_extract.text import Text


class Number(NamedTuple):
    """One number and the tokens that write it, `first` to `end` (exclusive).

    value      None for a range, which has `low` and `high` instead
    form       cardinal (5, пять, 5 тыс.), ordinal (2-й, второго, XXI), collective (трое), fraction (две трети, 1/4)
    figures    the digits of a number that is one bare token of digits (15, 2025): what a day or a year is; else None
    magnitude  true if a word such as тыс. or миллиард was multiplied in
    """

    first: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    form: Literal["cardinal", "ordinal", "collective", "fraction"] = "cardinal"
    figures: str | None = None
    magnitude: bool = False


def read_numbers(text: Text) -> list[Number]:
    """Return the numbers of a text from left to right; none overlaps another."""
    found = []
    for at, form in enumerate(text.forms):
        if form.text.isdigit() and len(form.text) < 16:
            found.append(Number(at, at + 1, Decimal(form.text), figures=form.text))
    return found

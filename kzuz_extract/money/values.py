"""What a sum is worth and how exact it is."""

from __future__ import annotations

from kzuz_extract.facts import Modifier, MoneyValue
from kzuz_extract.language.hedges import bounds, hedge_after, hedge_before
from kzuz_extract.language.numerals import Number, own_hedge, plain
from kzuz_extract.money.per import is_rate, per_of
from kzuz_extract.money.vocabulary import WORDS
from kzuz_extract.text import Text


def money(text: Text, span: tuple[int, int], number: Number, code: str) -> MoneyValue:
    """Return the value of a sum that stands at tokens `span`, with what its surroundings say about it."""
    first, end = span
    hedge = None if number.vague else hedge_before(text, first) or hedge_after(text, end)
    modifier: Modifier | None = own_hedge(number) or (hedge.modifier if hedge else None)
    if number.low is not None and modifier != "about":
        modifier = None
    said = bounds(plain(number.value), plain(number.low), plain(number.high), modifier)
    per = per_of(text, first, end)
    if per is not None and is_rate(per) and WORDS[per].code == code:
        per = None  # «курс тенге вырос до 443,5 тенге за доллар»
    return MoneyValue(*said, code, modifier, per)

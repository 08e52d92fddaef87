"""Rates whose currency is what they are said of: «тенге ослаб на 1,17 — до 443,5 за доллар»."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.language.numerals import Number
from kzuz_extract.money.per import is_rate
from kzuz_extract.money.values import money
from kzuz_extract.money.vocabulary import PER, WORDS, phrase_at, speaks_of_money
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text

_WINDOW = 24  # tokens between the currency and its rate
_TOWARDS = frozenset({"за", "к", "один", "одного"})
_PAUSES = frozenset(",—–-")


def quoted(text: Text, numbers: list[Number]) -> Iterator[Candidate]:
    """Yield the bare numbers before «за доллар» of a sentence that names another currency before them.

    The number that says by how much it changed is in the same currency.
    """
    forms = text.forms
    for at, number in enumerate(numbers):
        end = number.end
        if end + 1 >= len(forms) or forms[end].key != "за" or number.form != "cardinal" or number.vague:
            continue
        bought = _bought(text, end + 1)
        named = _named_before(text, number.first, WORDS[bought].code) if bought else None
        if named is None:
            continue
        where, code = named
        change = numbers[at - 1] if at else None
        if change is not None and change.first > where and _is_change(text, change):
            yield _sum(text, change, code, None)
        yield _sum(text, number, code, bought)


def _bought(text: Text, at: int) -> str | None:
    """The lemma of the currency at a token: «доллар», «один доллар»."""
    word = PER.get(text.forms[at].key)
    if word and "each" in word.after and at + 1 < len(text.forms):
        word = PER.get(text.forms[at + 1].key)
    return word.lemma if word and is_rate(word.lemma) else None


def _sum(text: Text, number: Number, code: str, per: str | None) -> Candidate:
    span = number.first, number.end
    start, end = text.starts[number.first], text.ends[number.end - 1]
    value = money(text, span, number, code)._replace(per=per)
    return Candidate(start, end, "money", "money.quoted", value)


def _named_before(text: Text, at: int, other: str) -> tuple[int, str] | None:
    """The nearest currency but the one that is bought, named without a number: «тенге», «узбекский сум»."""
    start = max(text.sentence_bounds(at)[0], at - _WINDOW)
    for first in range(at - 1, start - 1, -1):
        if first and text.forms[first - 1].key in _TOWARDS:
            continue  # «до 443,5 за доллар, до 520,1 за евро»
        phrase = phrase_at(text, first) if speaks_of_money(text.forms[first]) else None
        if phrase and phrase.word.kind in ("name", "nominative") and phrase.word.code != other:
            return first, phrase.word.code
    return None


def _is_change(text: Text, number: Number) -> bool:
    """«на 1,17 — до …»: nothing else stands behind by how much it changed."""
    forms = text.forms
    return forms[number.first - 1].key == "на" and forms[number.end].text in _PAUSES

"""Sums that lean on other sums: a currency said once for several, one sum said in two currencies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.numerals import Number
from kzuz_extract.money.values import money
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

_LISTING = frozenset(("и", "или", "либо", ","))
_TRADE = ("прода", "покуп", "скуп", "курс")
_TRADE_WINDOW = 4
# After these a number stands alone: nothing that it counts follows.
_FUNCTION_WORDS = frozenset(
    "в во на за из от до к ко с со по при для у о об и а но или что чем как это не уже еще из-за после против".split()
)
_MILLION = Decimal(1_000_000)
_BETWEEN = frozenset(
    "( или либо то есть что это составляет эквивалентно равно около примерно более менее свыше порядка почти чуть больше"
    " меньше чем по текущему курсу официальному на сегодня — – - , = ≈ ~ не до приблизительно в эквиваленте".split()
)
_LONGEST_BETWEEN = 9


def elided(text: Text, numbers: list[Number], sums: list[Candidate]) -> list[Candidate]:
    """Return the sums whose currency is said with a neighbour: «8,4 из 9,1 миллиарда тенге», «по 451, купят за 446,5»."""
    if not sums:
        return []
    found: list[Candidate] = []
    by_start = {text.token_at(c.start): c for c in sums}
    taken = sorted((c.start, c.end) for c in sums)
    spans: dict[int, list[Candidate]] = {}
    for sum_ in sums:
        spans.setdefault(text.sentence_of(text.token_at(sum_.start)), []).append(sum_)
    for number in reversed(numbers):
        if number.vague or number.form != "cardinal" or number.unit or _covered(text, number, taken):
            continue
        near = spans.get(text.sentence_of(number.first))
        owner = _leans_on(text, number, by_start) or (near and _in_sentence(text, number, near))
        if owner:
            value = money(text, (number.first, number.end), number, owner.value.currency)  # type: ignore[union-attr]
            start, end = text.starts[number.first], text.ends[number.end - 1]
            candidate = Candidate(start, end, "money", "money.elided", value)
            by_start[number.first] = candidate
            found.append(candidate)
    return found


def _covered(text: Text, number: Number, taken: list[tuple[int, int]]) -> bool:
    start = text.starts[number.first]
    at = bisect_left(taken, (start, len(text.source) + 1)) - 1
    return at >= 0 and taken[at][1] > start


def _leans_on(text: Text, number: Number, by_start: dict[int, Candidate]) -> Candidate | None:
    """The sum that follows behind «и», «из», «до» or a comma."""
    forms, end = text.forms, number.end
    if end >= len(forms):
        return None
    link = forms[end].key
    owner = by_start.get(end + 1)
    if owner is None or number.value is None:
        return None
    if link == "из":
        return owner if number.magnitude else None
    if link == "до":
        return owner if number.first and forms[number.first - 1].key in ("с", "со") else None
    if link in ("и", "или", "либо"):
        return None if number.figures and len(number.figures) == 4 else owner
    if link == ",":
        fractional = number.value != number.value.to_integral_value()
        return owner if number.magnitude or fractional or owner.rule == "money.elided" else None
    return None


def _in_sentence(text: Text, number: Number, sums: list[Candidate]) -> Candidate | None:
    """A rate among rates, or a bare «20 млн» in a sentence of sums."""
    if number.value is None or not _stands_alone(text, number.end):
        return None
    owner = min(sums, key=lambda c: abs(c.start - text.starts[number.first]))
    if number.scale >= _MILLION:
        return owner
    fractional = number.value != number.value.to_integral_value()
    if not fractional or number.magnitude:
        return None
    before = text.forms[max(0, number.first - _TRADE_WINDOW) : number.first]
    return owner if any(form.key.startswith(_TRADE) for form in before) else None


def _stands_alone(text: Text, end: int) -> bool:
    forms = text.forms
    if end >= len(forms):
        return True
    return (forms[end].shape is Shape.SIGN and forms[end].text not in "%°‰-") or forms[end].key in _FUNCTION_WORDS


def equivalents(text: Text, kept: list[Candidate]) -> dict[int, int]:
    """Pair the indexes of sums that are one amount in two currencies: «500 млн тенге (около $1 млн)»."""
    pairs: dict[int, int] = {}
    for left, right in _neighbours(kept):
        if left not in pairs and _same_amount(text, kept[left], kept[right]):
            pairs[left], pairs[right] = right, left
    return pairs


def _neighbours(kept: list[Candidate]) -> Iterator[tuple[int, int]]:
    sums = [at for at, candidate in enumerate(kept) if candidate.type == "money"]
    yield from zip(sums, sums[1:], strict=False)


def _same_amount(text: Text, left: Candidate, right: Candidate) -> bool:
    if not isinstance(left.value, MoneyValue) or not isinstance(right.value, MoneyValue):
        return False
    if left.value.currency == right.value.currency:
        return False
    first, end = text.token_at(left.end - 1) + 1, text.token_at(right.start)
    between = [form.key for form in text.forms[first:end]]
    if not 0 < len(between) <= _LONGEST_BETWEEN or not _BETWEEN.issuperset(between):
        return False
    return between[0] == "(" or "или" in between or "есть" in between or "это" in between or "составляет" in between

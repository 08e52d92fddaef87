"""Sums that lean on other sums: a currency said once for several, one sum said in two currencies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.money.values import money
from kzuz_extract.money.vocabulary import LINKS
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

_TRADE_WINDOW = 4
_MILLION = Decimal(1_000_000)
_LONGEST_BETWEEN = 9
_BRACKET_WINDOW = 3


class _Sum(NamedTuple):
    """Where a sum starts, its currency, and whether it borrowed that itself."""

    start: int
    code: str
    borrowed: bool


def elided(text: Text, numbers: list[Number], sums: list[Candidate]) -> list[Candidate]:
    """Return the sums whose currency a neighbour says: «8,4 из 9,1 миллиарда тенге»."""
    if not sums:
        return []
    ledger = _Ledger(text, sums)
    found: list[Candidate] = []
    for number in reversed(numbers):
        if number.vague or number.form != "cardinal" or number.unit or ledger.holds(number):
            continue
        owner = ledger.follower(number) or ledger.converted(number) or ledger.neighbour(number)
        if owner:
            start, end = text.starts[number.first], text.ends[number.end - 1]
            ledger.by_token[number.first] = _Sum(start, owner.code, True)
            value = money(text, (number.first, number.end), number, owner.code)
            found.append(Candidate(start, end, "money", "money.elided", value))
    return found


class _Ledger:
    """The sums of a text, and which of them may lend a number its currency.

    by_token     every sum by its first token
    by_sentence  those outside brackets: in «160 млн (около 2 млн долларов)» the dollars are nobody else's
    """

    def __init__(self, text: Text, sums: list[Candidate]) -> None:
        self.text = text
        self.by_token: dict[int, _Sum] = {}
        self.by_sentence: dict[int, list[_Sum]] = {}
        self._open: list[_Sum] = []
        self._taken = sorted((sum_.start, sum_.end) for sum_ in sums)
        for candidate in sums:
            if isinstance(candidate.value, MoneyValue):
                token = text.token_at(candidate.start)
                sum_ = self.by_token[token] = _Sum(candidate.start, candidate.value.currency, False)
                before = text.forms[max(0, token - _BRACKET_WINDOW) : token]
                if all(form.text != "(" for form in before):
                    self.by_sentence.setdefault(text.sentence_of(token), []).append(sum_)
                    self._open.append(sum_)

    def holds(self, number: Number) -> bool:
        """Tell whether a number is part of a sum already."""
        start = self.text.starts[number.first]
        at = bisect_left(self._taken, (start, len(self.text.source) + 1)) - 1
        return at >= 0 and self._taken[at][1] > start

    def follower(self, number: Number) -> _Sum | None:
        """The sum behind «и», «из», «до» or a comma: «с 5 до 7 млн тенге», «50, 100 и 200 тенге»."""
        forms, end = self.text.forms, number.end
        owner = self.by_token.get(end + 1)
        if owner is None or number.value is None:
            return None
        link = forms[end].key
        if link == "из":
            return owner if number.magnitude else None
        if link in ("до", "на"):
            return owner if number.first and forms[number.first - 1].key in ("с", "со") else None
        if link == ",":
            fractional = number.value != number.value.to_integral_value()
            return owner if number.magnitude or fractional or owner.borrowed else None
        year = number.figures is not None and len(number.figures) == 4 and 1900 < number.value < 2100
        return owner if link in LINKS["listing"] and not year else None

    def converted(self, number: Number) -> _Sum | None:
        """«мост — 160 млн (около 2 млн долларов)»: what is converted has the currency said before."""
        end = number.end
        if not number.magnitude or end >= len(self.text.forms) or self.text.forms[end].text != "(":
            return None
        inside = (self.by_token.get(at) for at in range(end + 1, end + 1 + _BRACKET_WINDOW))
        other = next((sum_ for sum_ in inside if sum_), None)
        before = bisect_left(self._open, (self.text.starts[number.first],))
        owner = self._open[before - 1] if before else None
        return owner if other and owner and owner.code != other.code else None

    def neighbour(self, number: Number) -> _Sum | None:
        """A rate among rates, a bare «20 млн» in a sentence of sums, «от 10 тысяч тенге и до 30–40 тысяч»."""
        text = self.text
        sums = self.by_sentence.get(text.sentence_of(number.first))
        if not sums or not _stands_alone(text, number.end):
            return None
        start = text.starts[number.first]
        after = bisect_left(sums, (start,))
        owner = min(sums[max(0, after - 1) : after + 1], key=lambda sum_: abs(sum_.start - start))
        if number.magnitude:
            before = text.forms[number.first - 1].key if number.first else ""
            return owner if number.scale >= _MILLION or before in LINKS["before"] else None
        if number.value is None or number.value == number.value.to_integral_value():
            return None
        trade = text.forms[max(0, number.first - _TRADE_WINDOW) : number.first]
        return owner if any(form.key in LINKS["trade"] for form in trade) else None


def _stands_alone(text: Text, end: int) -> bool:
    """Nothing that the number counts follows it: a mark, a preposition, a verb."""
    if end >= len(text.forms):
        return True
    form = text.forms[end]
    if form.shape is Shape.SIGN:
        return form.text not in "%°‰-"
    return form.key in LINKS["function"] or (
        form.shape is Shape.LOWER and parses(form.key)[0].pos in ("VERB", "GRND")
    )


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

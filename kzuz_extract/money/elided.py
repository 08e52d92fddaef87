"""Sums whose currency a neighbour says: «8,4 из 9,1 миллиарда тенге», «билет — 80 тенге, детский — 40»."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import NamedTuple

from kzuz_extract.counts.units import unit_at
from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.hedges import hedge_before
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.money.per import is_rate, per_of
from kzuz_extract.money.values import money
from kzuz_extract.money.vocabulary import LINKS, PER
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

_PAUSES = frozenset(",—–-")
_DASHES = frozenset("—–-")
_TRADE_WINDOW = 4
_MILLION = Decimal(1_000_000)
_BRACKET_WINDOW = 3
_LONGEST_LINK = 5  # tokens of «и не более чем на»
_FURTHEST = 6  # numbers between a sum and one that borrows its currency
_CLOSE = 10  # a tenth is the most that what one buys for differs from what one sells for
_ALIKE = 20  # how many times a small sum may exceed the one whose currency it borrows


class _Sum(NamedTuple):
    """Where a sum starts, its currency, whether it borrowed that itself, its amount and what that buys."""

    start: int
    code: str
    borrowed: bool
    amount: Decimal | None
    per: str | None


def elided(text: Text, numbers: list[Number], sums: list[Candidate]) -> list[Candidate]:
    """Return the sums whose currency a neighbour says: «8,4 из 9,1 миллиарда тенге»."""
    if not sums:
        return []
    ledger = _Ledger(text, numbers, sums)
    found: list[Candidate] = []
    for at in range(len(numbers) - 1, -1, -1):
        number = numbers[at]
        if number.vague or number.form != "cardinal" or number.unit or ledger.holds(number):
            continue
        follower = ledger.follower(number)
        owner = follower or ledger.converted(number) or ledger.neighbour(at)
        if owner:
            start, end = text.starts[number.first], text.ends[number.end - 1]
            value = money(text, (number.first, number.end), number, owner.code)
            if follower and value.per is None:
                value = value._replace(per=follower.per)  # «с 140 до 160 тенге за буханку»
            ledger.by_token[number.first] = _Sum(start, owner.code, True, number.value, value.per)
            found.append(Candidate(start, end, "money", "money.elided", value))
    return found


class _Ledger:
    """The sums of a text, and which of them may lend a number its currency.

    by_token     every sum by its first token
    by_sentence  those outside brackets: in «160 млн (около 2 млн долларов)» the dollars are nobody else's
    """

    def __init__(self, text: Text, numbers: list[Number], sums: list[Candidate]) -> None:
        self.text = text
        self.numbers = numbers
        self.by_token: dict[int, _Sum] = {}
        self.by_sentence: dict[int, list[_Sum]] = {}
        self._open: list[_Sum] = []
        self._taken = sorted((sum_.start, sum_.end) for sum_ in sums)
        for candidate in sums:
            value = candidate.value
            if isinstance(value, MoneyValue):
                token = text.token_at(candidate.start)
                amount = value.amount if value.amount is not None else value.max
                sum_ = _Sum(candidate.start, value.currency, False, amount, value.per)
                if candidate.rule != "money.inverted":
                    self.by_token[token] = sum_
                before = text.forms[max(0, token - _BRACKET_WINDOW) : token]
                if all(form.text != "(" for form in before):
                    self.by_sentence.setdefault(text.sentence_of(token), []).append(sum_)
                    self._open.append(sum_)

    def holds(self, number: Number) -> bool:
        """Tell whether a number is part of a sum already."""
        return self._holding(number) is not None

    def _holding(self, number: Number) -> int | None:
        """Where the sum starts that a number is part of."""
        start = self.text.starts[number.first]
        at = bisect_left(self._taken, (start, len(self.text.source) + 1)) - 1
        return self._taken[at][0] if at >= 0 and self._taken[at][1] > start else None

    def follower(self, number: Number) -> _Sum | None:
        """The sum behind «и», «из», «до» or a comma: «с 5 до 7 млн тенге», «50, 100 и 200 тенге»."""
        forms, end = self.text.forms, number.end
        owner = self.by_token.get(end + 1) or self._behind_hedge(end)
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

    def _behind_hedge(self, end: int) -> _Sum | None:
        """«не менее 100 и не более 200 тенге»: a hedge stands before the sum."""
        for at in range(end + 2, end + 1 + _LONGEST_LINK):
            if at in self.by_token:
                hedge = hedge_before(self.text, at)
                return self.by_token[at] if hedge and hedge.first == end + 1 else None
        return None

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

    def neighbour(self, at: int) -> _Sum | None:
        """A rate among rates, a bare «20 млн» in a sentence of sums, «от 10 тысяч тенге и до 30–40 тысяч»."""
        text, number = self.text, self.numbers[at]
        sums = self.by_sentence.get(text.sentence_of(number.first))
        if not sums or not _stands_alone(text, number.end):
            return None
        start = text.starts[number.first]
        after = bisect_left(sums, (start,))
        owner = min(sums[max(0, after - 1) : after + 1], key=lambda sum_: abs(sum_.start - start))
        before = text.forms[number.first - 1].key if number.first else ""
        if number.magnitude:
            named = number.scale >= _MILLION or before in LINKS["before"]
            return owner if named or self._among_sums(at) else None
        if number.value is None:
            return None
        if self._is_rate(number, owner) or self._is_price(number):
            return owner
        trade = text.forms[max(0, number.first - _TRADE_WINDOW) : number.first]
        traded = any(form.key in LINKS["trade"] for form in trade)
        if number.value == number.value.to_integral_value():
            if traded and self._is_bid(number, owner):
                return owner
            last = sums[after - 1] if after else None
            return last if last and before in LINKS["next"] and self._goes_on(at, last) else None
        return owner if traded else None

    def _is_bid(self, number: Number, owner: _Sum) -> bool:
        """«покупка — 480, продажа — 484 тенге»: about as much as the sum behind it."""
        value, other = number.value, owner.amount
        if value is None or other is None or owner.start < self.text.starts[number.first]:
            return False
        return abs(value - other) * _CLOSE <= other

    def _is_rate(self, number: Number, owner: _Sum) -> bool:
        """«442,3 тенге за доллар, 479,5 за евро», «курс евро вырос на 2 тенге и составил 479,1»."""
        value = number.value
        if value is not None and value % 1 and owner.per is not None and is_rate(owner.per):
            return True
        rates = (owner.per, per_of(self.text, number.first, number.end))
        return all(lemma is not None and is_rate(lemma) for lemma in rates)

    def _is_price(self, number: Number) -> bool:
        """«золото подорожало на 15 долларов, до 2 650 за унцию»: a number for a unit of goods is a price."""
        forms, end = self.text.forms, number.end
        word = PER.get(forms[end + 1].key) if end + 1 < len(forms) and forms[end].key == "за" else None
        return word is not None and "за" in word.after and "unit" in PER[word.lemma].after

    def _among_sums(self, at: int) -> bool:
        """«дом — в 45 млн тенге, гараж — в 900 тысяч»: back to the last sum nothing else is counted."""
        sentence = self.text.sentence_of(self.numbers[at].first)
        for before in reversed(self.numbers[max(0, at - _FURTHEST) : at]):
            if self.text.sentence_of(before.first) != sentence:
                return False
            if self.holds(before):
                return True
            if not _stands_alone(self.text, before.end):
                return False
        return False

    def _goes_on(self, at: int, last: _Sum, steps: int = _FURTHEST) -> bool:
        """«с 120 тенге до 310», «по карте — 80 тенге, наличными — 200»: the next number, about as great."""
        text, number, before = self.text, self.numbers[at], self.numbers[at - 1]
        if at == 0 or number.value is None or last.amount is None:
            return False
        if self._holding(before) != last.start and not self._goes_between(at - 1, last, steps - 1):
            return False
        if self._is_level(number, last):
            return True
        if number.value > _ALIKE * last.amount or last.amount > _ALIKE * number.value:
            return False
        opener = text.forms[number.first - 1].key
        if opener == "до":
            start = text.token_at(last.start)
            return start > 0 and text.forms[start - 1].key in ("с", "со")
        return not _counts_before(text, number.first - 2)

    def _is_level(self, number: Number, last: _Sum) -> bool:
        """«подорожал на 30 тенге, до 541»: the level that a change by a sum has reached."""
        forms, start = self.text.forms, self.text.token_at(last.start)
        said = [form.text for form in forms[max(0, number.first - 2) : number.first]]
        reached = len(said) == 2 and said[0] in _PAUSES and said[1] == "до"
        return reached and start > 0 and forms[start - 1].key == "на"

    def _goes_between(self, at: int, last: _Sum, steps: int) -> bool:
        """«взрослый — 1500 тенге, детский — 700, льготный — 500»: so did the number before."""
        number = self.numbers[at]
        opener = self.text.forms[number.first - 1].text if number.first else ""
        dashed = opener in _DASHES and self.text.starts[number.first] > last.start
        return (
            bool(steps) and dashed and _stands_alone(self.text, number.end) and self._goes_on(at, last, steps)
        )


def _counts_before(text: Text, at: int) -> bool:
    """«…, мест — 200»: a genitive plural before the dash is what the number counts."""
    readings = parses(text.forms[at].key) if at >= 0 and text.forms[at].shape is Shape.LOWER else ()
    return any(reading.case == "gent" and reading.number == "plur" for reading in readings)


def _stands_alone(text: Text, end: int) -> bool:
    """Nothing that the number counts or measures follows it: a mark, a preposition, a verb, «годом ранее»."""
    if end >= len(text.forms):
        return True
    if unit_at(text, end) is not None:
        return False  # «87 млн т нефти на 35 млрд долларов»
    form = text.forms[end]
    if form.shape is Shape.SIGN:
        return form.text not in "%°‰-"
    if form.key in LINKS["function"]:
        return True
    if form.shape is not Shape.LOWER or form.latin:
        return False
    readings = parses(form.key)
    if readings[0].pos in ("VERB", "GRND", "PRTS", "COMP", "ADVB"):
        return True
    return readings[0].known and all(reading.case not in ("gent", None) for reading in readings)

"""A number where it stands: what is before it, what it counts, how exact it is said to be."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kzuz_extract.counts.phrases import Government, Phrase, counted_phrase, government, is_time, unglued
from kzuz_extract.counts.units import unit_at, unit_of_word
from kzuz_extract.facts import CountKind, CountValue, Modifier
from kzuz_extract.language.hedges import bounds, hedge_after, hedge_before
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number, own_hedge
from kzuz_extract.text import Form, Text
from kzuz_extract.text.tokens import Shape

ONE = Decimal(1)
_DIGITS, _CENTURIES = 4, ("19", "20")  # of a year
_CARDINAL_ENDINGS = frozenset({"х", "ух", "ех", "ти", "ми", "мя", "умя", "емя"})
_JOINTS = frozenset({"и", "или", "либо", ",", "—", "–", "-"})
_LONGEST_BRACKETS = 7  # tokens of «(10+14)» and a few more
_LONGEST_LINK = 5  # tokens of «и не более чем на»


class Unit(NamedTuple):
    """A unit's symbol, the token after it, and how many last letters are another word, glued to it."""

    symbol: str
    end: int
    cut: int = 0


class Found(NamedTuple):
    """A count: tokens `first` to `end` (exclusive), its value, and the phrase that gave its head.

    The last `cut` letters of its last token are another word, glued to it.
    """

    first: int
    end: int
    value: CountValue
    phrase: Phrase | None = None
    cut: int = 0


def below_zero(value: CountValue) -> CountValue:
    """Return a temperature as frost: its bounds change places."""
    ends = [None if bound is None else -bound for bound in (value.max, value.min)]
    return value._replace(value=None if value.value is None else -value.value, min=ends[0], max=ends[1])


class Place:
    """One number of a text; `first` and `last` (exclusive) bound its sentence.

    previous, next  the tokens beside the number, in its sentence
    hedge    what stands behind the number and says how exact it is
    noun_at  where the counted thing may begin: «5 и более человек» has a hedge before it
    governs  what the number asks of the noun that it counts
    unit     the unit of measure behind the number
    like_a_year  true for bare figures such as 1991 or 2030
    bare     whether it may be a count without a noun, once `rules` has asked
    """

    __slots__ = (
        "_phrase",
        "_phrase_read",
        "bare",
        "first",
        "governs",
        "hedge",
        "last",
        "like_a_year",
        "neighbours",
        "next",
        "noun_at",
        "number",
        "previous",
        "text",
        "unit",
    )

    def __init__(self, text: Text, number: Number, neighbours: list[Number]) -> None:
        self.text = text
        self.number = _cardinal(text, number)
        self.neighbours = neighbours
        self.first, self.last = text.sentence_bounds(number.first)
        if number.end > self.last:
            self.last = text.sentence_bounds(number.end - 1)[1]  # «+25…+27» may seem to end one
        self.previous = text.forms[number.first - 1] if number.first > self.first else None
        self.next = text.forms[number.end] if number.end < self.last else None
        self.governs = government(self.number)
        self.hedge = hedge_after(text, number.end)
        self.noun_at = self._noun_at()
        self.unit = self._unit_behind()
        self._phrase: Phrase | None = None
        self._phrase_read = False
        figures = number.figures or ""
        self.like_a_year = len(figures) == _DIGITS and figures.startswith(_CENTURIES)
        self.bare: bool | None = None

    def before(self, steps: int) -> Form | None:
        """The token so many steps before the number, in its sentence."""
        at = self.number.first - steps
        return self.text.forms[at] if at >= self.first else None

    def after(self, at: int) -> Form | None:
        """The token at an index, in the sentence of the number."""
        return self.text.forms[at] if at < self.last else None

    def _noun_at(self) -> int:
        if self.hedge and self.hedge.end < self.last:
            return self.hedge.end
        return self._past_brackets(self.number.end)

    def _past_brackets(self, at: int) -> int:
        """«320 (+18) мест», «24 (10+14) очка»: figures in brackets part a number from its noun."""
        forms = self.text.forms
        if at >= self.last or forms[at].text != "(":
            return at
        for end in range(at + 1, min(self.last - 1, at + _LONGEST_BRACKETS)):
            if forms[end].text == ")":
                return end + 1 if forms[end + 1].shape is Shape.LOWER else at
            if forms[end].shape is not Shape.NUMBER and forms[end].text not in "+-−–/":
                return at
        return at

    def _unit_behind(self) -> Unit | None:
        at = self.noun_at
        found = unit_at(self.text, at)
        if found:
            return Unit(*found) if found[1] <= self.last else None
        glued = unglued(self.text.forms[at], self.governs) if at < self.last else None
        symbol = unit_of_word(glued[0]) if glued else None
        if glued is None or symbol is None:
            return None
        return Unit(symbol, at + 1, len(self.text.forms[at].key) - len(glued[0]))

    @property
    def phrase(self) -> Phrase | None:
        """What the number counts; read when it is first asked for, which no measure is."""
        if not self._phrase_read:
            people = self.number.form == "collective"
            self._phrase = counted_phrase(self.text, self.noun_at, self.last, self.governs, people=people)
            self._phrase_read = True
        return self._phrase

    def is_before_time(self, governs: Government) -> bool:
        """Tell whether the word behind the number is one of time, if it is what the number counts."""
        after = self.next
        return after is not None and after.shape is Shape.LOWER and is_time(after.key, governs)

    @property
    def joined(self) -> int | None:
        """The token where a list or a range goes on: after «и», a comma, a dash, the «до» of «с 5 до 7 м»."""
        number = self.number
        end = self.phrase.end if self.phrase and number.form != "ordinal" else number.end
        form, before = self.after(end), self.previous
        if form is None:
            return None
        reaches = form.key == "до" and before is not None and before.key in ("с", "со", "от")
        if not reaches and form.key not in _JOINTS:
            return None
        other = self.neighbours[-1] if self.neighbours else number
        hedge = hedge_before(self.text, other.first) if 1 < other.first - end <= _LONGEST_LINK else None
        if hedge is not None and hedge.first == end + 1:
            return other.first  # «не менее 3 и не более 5 школ»
        after = self.after(end + 1)  # «в первом и во втором чтениях»
        if after is None or before is None or after.shape is not Shape.LOWER:
            return end + 1
        return end + 1 + (len(after.key) <= 2 and after.key[0] == before.key[0])

    def value(
        self,
        kind: CountKind,
        end: int,
        *,
        head: str | None = None,
        noun: str | None = None,
        unit: str | None = None,
    ) -> CountValue:
        """Return the value of a count that ends before token `end`, with the hedges around it."""
        number = self.number
        hedge = hedge_before(self.text, number.first) or self.hedge
        if hedge is None and end != number.end:
            hedge = hedge_after(self.text, end)
        modifier: Modifier | None = own_hedge(number) or (hedge.modifier if hedge else None)
        if number.value is None:
            modifier = None if modifier != "about" else modifier
        return CountValue(
            kind, *bounds(number.value, number.low, number.high, modifier), modifier, head, noun, unit
        )

    @property
    def of_more(self) -> bool:
        """True for the first number of «40 из 98 мест»."""
        after, others = self.next, self.neighbours
        return (
            after is not None
            and after.key == "из"
            and bool(others)
            and others[-1].first == self.number.end + 1
        )

    @property
    def whole(self) -> bool:
        """True for a number of things that can be counted one by one."""
        value = self.number.value
        return value is None or value == value.to_integral_value()

    @property
    def among_numbers(self) -> bool:
        """True where the sentence counts something else as well: «погибли двое и ранен один»."""
        return any(
            self.first <= other.first < self.last
            and other.form in ("cardinal", "collective")
            and other.value != ONE
            for other in self.neighbours
        )


def _cardinal(text: Text, number: Number) -> Number:
    """«34-х человек», «20-ти школ» are cardinals in spite of their endings."""
    if number.form != "ordinal" or number.end - number.first < 2 or number.roman:
        return number
    if text.forms[number.end - 1].key in _CARDINAL_ENDINGS and text.forms[number.first].shape is Shape.NUMBER:
        return number._replace(form="cardinal")
    after = text.forms[number.end] if number.end < len(text.forms) else None
    if text.forms[number.end - 1].key == "ю" and after is not None and after.shape is Shape.LOWER:
        best = parses(after.key)[0]  # «20-ю голосами», but «20-ю годовщину»
        if (best.case, best.number) == ("ablt", "plur"):
            return number._replace(form="cardinal")
    return number

"""Counts: what a number counts, measures or orders, with the dictionary form of the counted thing."""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract.counts.compounds import ages_in_words
from kzuz_extract.counts.forecast import with_unit_of_list
from kzuz_extract.counts.halves import halves
from kzuz_extract.counts.place import Found, Place
from kzuz_extract.counts.rules import BEFORE_TIME, rules_for
from kzuz_extract.counts.smaller import goes_on, together
from kzuz_extract.counts.vetoes import counts_nothing
from kzuz_extract.facts import CountValue
from kzuz_extract.language.hedges import bounds
from kzuz_extract.language.inflection import nominative
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text


class _Read(NamedTuple):
    """A count, the rule that made it, and the token after its number."""

    rule: str
    found: Found
    number_end: int


def candidates(text: Text, numbers: list[Number]) -> list[Candidate]:
    """Return the possible counts of a text.

    A counted thing may turn out to belong to a name («двух [Министерств Казахстана]»): then the bare number
    counts it, so that both are offered.
    """
    made: list[Candidate] = []
    read = _read(text, numbers)
    of_lists = {found.first: found for found in with_unit_of_list(text, numbers, [one.found for one in read])}
    for rule, found, number_end in read:
        if found.first in of_lists:
            continue
        start, end = text.starts[found.first], text.ends[found.end - 1] - found.cut
        made.append(Candidate(start, end, "count", rule, found.value))
        if found.phrase is not None and found.end > number_end:
            made.append(Candidate(start, text.ends[number_end - 1], "count", rule, found.value))
    for found in of_lists.values():
        start, end = text.starts[found.first], text.ends[found.end - 1]
        made.append(Candidate(start, end, "count", "count.unit_of_list", found.value))
    for compound in ages_in_words(text, numbers):
        start, end = text.starts[compound.first], text.ends[compound.end - 1]
        value = CountValue("age", *bounds(compound.value, compound.low, compound.high))
        made.append(Candidate(start, end, "count", "count.age_in_word", value))
    for half in halves(text, numbers):
        start, end = text.starts[half.first], text.ends[half.end - 1]
        made.append(Candidate(start, end, "count", "count.half", half.value))
    return made


def _read(text: Text, numbers: list[Number]) -> list[_Read]:
    """The counts from right to left, so that a list's last member can give its noun to those before it."""
    made: list[_Read] = []
    for at in range(len(numbers) - 1, -1, -1):
        place = Place(text, numbers[at], [*numbers[max(0, at - 1) : at], *numbers[at + 1 : at + 2]])
        read = _first(place)
        if read is None:
            continue
        rule, found = read
        while made and found.end > made[-1].found.first:
            made.pop()  # «м2» and «л/100 км» hold numbers of their own
        if made and goes_on(place, found, made[-1].found):
            found = together(found, made.pop().found)
        later = made[-1].found if made else None
        if made and _is_listed(place, found, made[-1]):
            found = _listed(found, made[-1].found)
        if later is not None and _is_range(place, found, later):
            made.pop()
            found = _range(place, found, later)
        made.append(_Read(rule, found, numbers[at].end))
    return made


def _first(place: Place) -> tuple[str, Found] | None:
    """The answer of the first rule that has one, unless the number is a name, a label or a code."""
    rules = rules_for(place)
    if rules is not BEFORE_TIME and counts_nothing(place):
        return None
    for name, make in rules:
        found = make(place)
        if found is not None:
            return None if rules is BEFORE_TIME and counts_nothing(place) else (name, found)
    return None


def _is_range(place: Place, found: Found, later: Found) -> bool:
    """«от 3% до 5%», «3%–5%», «2 мороза…4 тепла»: a range that says its unit twice."""
    if found.value.unit is None or found.value.unit != later.value.unit:
        return False
    before, between = place.previous, place.text.forms[found.end : later.first]
    dots = [form.text for form in between] == [".", ".", "."]
    if len(between) != 1 and not dots:
        return False
    if found.value.value is None or later.value.value is None:
        return False
    link = between[0]
    return dots or link.text in "—–-…" or (link.key == "до" and before is not None and before.key == "от")


def _range(place: Place, low: Found, high: Found) -> Found:
    ends = sorted(end.value.value for end in (low, high) if end.value.value is not None)
    value = low.value._replace(value=None, min=ends[0], max=ends[-1], modifier=None)  # «5 тепла – 1 мороза»
    opened = place.text.forms[low.end].key == "до"
    return Found(low.first - opened, high.end, value)


def _is_listed(place: Place, found: Found, later: _Read) -> bool:
    """«3 и 5 школ», «3, 4 и 5 школ», «12 пригородных и 30 скорых поездов», «3 и 5 процентов»."""
    if found.value.kind not in ("item", "ordinal") or found.value.head is not None:
        return False
    if place.joined != later.found.first:
        return False
    # «балл из 10, 3 очка»: a comma alone goes on only to a number that has no noun of its own
    if place.text.forms[later.found.first - 1].text != "," or later.found.end == later.number_end:
        return True
    waits = found.phrase is not None and found.phrase.head is None  # «5 золотых, 3 серебряные медали»
    return waits and later.found.phrase is not None and bool(later.found.phrase.adjectives)


def _listed(found: Found, later: Found) -> Found:
    """A member of a list with what its last member counts; the noun may go on to members before it."""
    phrase = found.phrase
    if phrase is None:
        phrase = later.phrase
    elif later.phrase is not None:
        phrase = phrase._replace(lemma=later.phrase.lemma, reading=later.phrase.reading)
    return found._replace(value=_like(found.value, found, later), phrase=phrase)


def _like(value: CountValue, found: Found, later: Found) -> CountValue:
    phrase = later.phrase
    if value.kind == "item" and later.value.kind in ("percent", "measure", "age") and found.phrase is None:
        return value._replace(kind=later.value.kind, unit=later.value.unit)
    if (
        value.kind == "item"
        and found.phrase is None
        and later.value.kind == "ordinal"
        and phrase
        and phrase.plural
    ):
        return value._replace(kind="ordinal", head=later.value.head, noun=later.value.noun)
    if later.value.kind != value.kind or later.value.head is None:
        return value
    noun = later.value.noun
    if found.phrase and phrase and phrase.reading:
        noun = nominative(found.phrase.adjectives, phrase.lemma, phrase.reading)
    return value._replace(head=later.value.head, noun=noun)

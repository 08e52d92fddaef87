"""Ages inside a word: «42-летний», «двухгодовалый», «своё 85-летие»; a «10-летний кредит» has no age."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kzuz_extract.counts.vocabulary import words
from kzuz_extract.language.inflection import ADJECTIVES
from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.language.numerals_stems import stems, value_of_stem
from kzuz_extract.text import Form, Text
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape

_OLDEST = 125
_FURTHEST = 5  # words between «42-летний» and the noun that shows whose age it is
_YEARS, _JUBILEE = "лет", "лети"
_ADJECTIVES = _OLD, _AGED = ("летн", "годовал")
_HYPHENS = frozenset("-–‑")


_years = Asked(
    lambda form: (_YEARS in form.key and (_JUBILEE in form.key or _OLD in form.key)) or _AGED in form.key,
    False,
    words=lambda: (*stems(), *_ADJECTIVES, _JUBILEE),
)


def _is_adjective(form: Form) -> bool:
    return _OLD in form.key or _AGED in form.key


class Compound(NamedTuple):
    """Tokens `first` to `end` (exclusive) that say so many years in one word."""

    first: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None


def ages_in_words(text: Text, numbers: list[Number]) -> Iterator[Compound]:
    """Yield «42-летний», «13-ти летний», «18–20-летние», «сорокалетний», «своё 85-летие» of living beings."""
    by_end = {number.end: number for number in numbers}
    for at in _years.where(text):
        form = text.forms[at]
        found = _with_figures(text, at, by_end) or _in_one_word(form, at)
        if found is None or not 0 < (found.value or found.high or 0) <= _OLDEST:
            continue
        last = text.sentence_bounds(at)[1]
        if (
            _of_somebody(text, at + 1, last)
            if _is_adjective(form)
            else _jubilee_of_somebody(text, found, last)
        ):
            yield found
            yield from _listed(text, found, by_end)


def _listed(text: Text, found: Compound, by_end: dict[int, Number]) -> Iterator[Compound]:
    """«7- и 4-летние дочери»: a number whose hyphen hangs shares the word."""
    at, forms = found.first, text.forms
    while at > 2 and forms[at - 1].key in ("и", ",", "или") and forms[at - 2].text in _HYPHENS:
        number = by_end.get(at - 2)
        if number is None or number.value is None:
            return
        yield Compound(number.first, number.end, number.value)
        at = number.first


def _with_figures(text: Text, at: int, by_end: dict[int, Number]) -> Compound | None:
    forms = text.forms
    if not forms[at].key.startswith((*_ADJECTIVES, _JUBILEE)):
        return None
    if at > 1 and forms[at - 1].text in _HYPHENS and text.touches(at):
        number = by_end.get(at - 1)
    else:
        number = by_end.get(at)
        if number is not None and forms[at - 1].shape is Shape.NUMBER:
            return None  # «в 10 летних лагерях»: summer camps
    if number is None or number.form not in ("cardinal", "ordinal"):
        return None
    return Compound(number.first, at + 1, number.value, number.low, number.high)


def _in_one_word(form: Form, at: int) -> Compound | None:
    inside = next((part for part in _ADJECTIVES if part in form.key), _JUBILEE)
    stem = form.key.partition(inside)[0]
    value = value_of_stem(stem)
    return None if value is None else Compound(at, at + 1, value)


def _of_somebody(text: Text, at: int, last: int) -> bool:
    """The noun after «42-летний» is somebody, a name, or missing: «67-летняя скончалась»."""
    for form in text.forms[at : min(last, at + _FURTHEST)]:
        if form.latin or form.shape in (Shape.TITLE, Shape.MIXED):
            return True
        if form.shape is not Shape.LOWER:
            return True
        best = parses(form.key)[0]
        if best.pos in ADJECTIVES:
            continue
        if best.pos != "NOUN":
            return True
        return (
            not best.known
            or any(parse.animacy == "anim" for parse in parses(form.key))
            or best.lemma in words("age", "possessions")
        )
    return True


def _is_somebody(form: Form) -> bool:
    return form.shape is Shape.TITLE or any(p.animacy == "anim" for p in known_parses(form.key)[:2])


def _jubilee_of_somebody(text: Text, found: Compound, last: int) -> bool:
    """«своё 85-летие», «90-летие Ивана Петрова», «деда с 80-летием», not «30-летие независимости»."""
    forms = text.forms
    if found.first > 0 and forms[found.first - 1].key in words("age", "own"):
        return True
    if found.first > 1 and forms[found.first - 1].key == "с" and _is_somebody(forms[found.first - 2]):
        return True
    after = forms[found.end : min(last, found.end + _FURTHEST)]
    if [form.key for form in after[:3]] == ["со", "дня", "рождения"]:
        return True
    for form in after:
        best = parses(form.key)[0]
        if form.shape is Shape.TITLE:
            return not best.known or bool({"Name", "Surn"} & best.marks)
        if best.pos not in ADJECTIVES:
            return best.pos == "NOUN" and best.animacy == "anim" and best.case == "gent"
    return False

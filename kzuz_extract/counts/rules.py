"""What a number counts or measures: each rule looks at a number in its place and answers with a fact.

The first rule that answers decides. Numbers that are names, labels or codes are left out before (`vetoes`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kzuz_extract.counts.ages import is_age, is_bare_age, is_year_of_life
from kzuz_extract.counts.bare import counts_time, may_stand_alone
from kzuz_extract.counts.phrases import Government, Phrase, counted_phrase
from kzuz_extract.counts.place import ONE, Place, has_lemma
from kzuz_extract.counts.units import unit_of_word
from kzuz_extract.counts.vocabulary import words
from kzuz_extract.facts import CountValue
from kzuz_extract.language.inflection import CASES
from kzuz_extract.language.morphology import parses
from kzuz_extract.names.scene import OPENING
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape


class Found(NamedTuple):
    """A count: tokens `first` to `end` (exclusive), its value, and the phrase that gave its head.

    The last `cut` letters of its last token are another word, glued to it.
    """

    first: int
    end: int
    value: CountValue
    phrase: Phrase | None = None
    cut: int = 0


class CountRule(NamedTuple):
    """A name and what it looks for. The rule answers None where it has nothing to say."""

    name: str
    make: Callable[[Place], Found | None]


_PLURAL = Government(tuple((case, "plur") for case in CASES))
_SINGULAR = Government(tuple((case, "sing") for case in CASES))
_PARTITIVE = Government((("gent", "plur"),))  # «число погибших»
_FURTHEST_NOUN = 8
_MARKS = frozenset(":—–-,")
_TIMES = "раз"


def _percent(place: Place) -> Found | None:
    """«20 процентов», «8,6%», «на 0,5 процентного пункта»."""
    if place.unit is None or place.unit.symbol not in ("%", "п. п.") or place.number.form == "ordinal":
        return None
    unit, end, cut = place.unit
    return Found(place.number.first, end, place.value("percent", end, unit=unit), cut=cut)


def _measure(place: Place) -> Found | None:
    """«19,2 километра», «40 тонн», «+35 градусов», «45 кубов в секунду», «пол-литра»."""
    number = place.number
    if number.unit is not None:
        symbol = unit_of_word(number.unit)
        return (
            Found(number.first, number.end, place.value("measure", number.end, unit=symbol))
            if symbol
            else None
        )
    if place.unit is None or number.form not in ("cardinal", "fraction"):
        return None
    unit, end, cut = place.unit
    if unit == "g" and place.like_a_year:
        return None
    value = place.value("measure", end, unit=unit)
    if unit == "°C":
        value, end = _below_zero(place, value, end)
    return Found(number.first, end, value, cut=cut)


def _below_zero(place: Place, value: CountValue, end: int) -> tuple[CountValue, int]:
    """«20 градусов мороза», «5 градусов ниже нуля», «2 мороза»: the words after the unit say minus."""
    after = [form.key for form in place.text.forms[end - 1 : min(end + 2, place.last)]]
    frost = (
        0
        if after[:1] == ["мороза"]
        else 1
        if after[1:2] == ["мороза"]
        else 2
        if after[1:] == ["ниже", "нуля"]
        else -1
    )
    if frost < 0:
        return value, end
    ends = [None if bound is None else -bound for bound in (value.max, value.min)]
    number = None if value.value is None else -value.value
    return value._replace(value=number, min=ends[0], max=ends[1]), end + frost


def _year_of_life(place: Place) -> Found | None:
    """«на 97-м году жизни»: the year is counted, the age is one less."""
    number = place.number
    if not is_year_of_life(place.text, number):
        return None
    return Found(number.first, number.end + 1, place.value("ordinal", number.end + 1, head="год", noun="год"))


def _age(place: Place) -> Found | None:
    """«ему 35 лет», «в возрасте 17 лет», «от 20 до 30 лет»."""
    if is_age(place.text, place.number):
        end = place.noun_at + 1
        return Found(place.number.first, end, place.value("age", end))
    return None


def _bare_age(place: Place) -> Found | None:
    """«в июне ему исполнилось 30»."""
    number = place.number
    return (
        Found(number.first, number.end, place.value("age", number.end))
        if is_bare_age(place.text, number)
        else None
    )


def _multiple(place: Place) -> Found | None:
    """«в 2,5 раза» multiplies; «три раза» counts occasions."""
    phrase = place.phrase
    if phrase is None or phrase.lemma != _TIMES or place.number.form == "ordinal":
        return None
    before = place.before()
    if before is None or (before.key not in ("в", "во") and place.whole):
        return None
    value = place.value("multiple", phrase.end, head=_TIMES, unit="times")
    return Found(place.number.first, phrase.end, value)


def _ordinal(place: Place) -> Found | None:
    """«второе заседание», «20-я годовщина», «XXVII съезд»."""
    number = place.number
    if number.form != "ordinal" or _in_a_name(place):
        return None
    phrase = _ordinal_phrase(place)
    if phrase is None or phrase.head is None or not _is_ordered(place, phrase):
        return None
    value = place.value("ordinal", phrase.end, head=phrase.head, noun=phrase.noun)
    return Found(number.first, phrase.end, value, phrase, phrase.cut)


def _figure_ordinal(place: Place) -> Found | None:
    """«в 11 классе», «занял 3 место»: a singular in a case that a cardinal would not leave it in."""
    number, before = place.number, place.before()
    if number.figures is None or place.like_a_year or not number.value:
        return None
    phrase = counted_phrase(place.text, number.end, place.last, _SINGULAR)
    if phrase is None or phrase.head is None or phrase.is_time or not _is_ordered(place, phrase):
        return None
    if phrase.lemma in words("ordinal", "ordered"):
        fits = phrase.reading is not None and (number.value == ONE or phrase.reading.case != "gent")
    else:
        oblique = phrase.reading is not None and phrase.reading.case in ("loct", "datv", "ablt")
        governed = before is not None and parses(before.key)[0].pos == "PREP"
        fits = oblique and governed and number.value != ONE and place.phrase is None
        fits = fits and phrase.lemma not in words("labels", "loose_lemmas")
    value = place.value("ordinal", phrase.end, head=phrase.head, noun=phrase.noun)
    return Found(number.first, phrase.end, value, phrase) if fits else None


def _is_ordered(place: Place, phrase: Phrase) -> bool:
    """«первый этап» is ordered; «первый квартал» is a date, «первые книги» are vague."""
    forms = place.text.forms[place.number.first : phrase.end]
    if phrase.lemma in words("ordinal", "dates") or phrase.lemma in words("ordinal", "posts"):
        return False
    if phrase.lemma.startswith("зам") and phrase.reading is not None and not phrase.reading.known:
        return False  # «замглавнокомандующего»: deputies are more than any list knows
    if forms[0].shape is Shape.NUMBER and (
        phrase.lemma == "год" or phrase.lemma in words("labels", "strict_lemmas")
    ):
        return False
    if phrase.noun in words("ordinal", "names"):
        return False
    return " ".join(form.key for form in forms) not in words("ordinal", "idioms")


def _bare_ordinal(place: Place) -> Found | None:
    """«Первый — …, второй — …», «первый в истории», «шестнадцатый из семнадцати»: an ordinal alone."""
    number = place.number
    if number.form != "ordinal" or number.roman or number.value is None or _in_a_name(place):
        return None
    form, after = place.text.forms[number.first], place.after(number.end)
    if after is None or _is_plural(form):
        return None
    if form.shape is Shape.NUMBER:
        stands = after.key == "по" and _key_at(place, number.end + 1) == "счету"
    else:
        before = place.before()
        opens = before is None or before.text in OPENING
        stands = after.text in _MARKS or parses(after.key)[0].pos == "PREP" or (opens and after.text == ".")
        stands = stands or _before_another(place)
    return Found(number.first, number.end, place.value("ordinal", number.end)) if stands else None


def _before_another(place: Place) -> bool:
    """«в первом и во втором чтениях»: another ordinal is near, behind «и»."""
    end, others = place.number.end, place.neighbours
    other = others[-1] if others else place.number
    return _key_at(place, end) in ("и", "или") and other.form == "ordinal" and 0 < other.first - end <= 2


def _key_at(place: Place, at: int) -> str | None:
    form = place.after(at)
    return form.key if form is not None else None


def _is_plural(form: Form) -> bool:
    return form.shape is not Shape.NUMBER and all(parse.number == "plur" for parse in parses(form.key))


_ALL = tuple((case, number) for number in ("sing", "plur") for case in CASES)


def _ordinal_phrase(place: Place) -> Phrase | None:
    """The noun agrees with an ordinal in words; after figures it is a singular."""
    number, text = place.number, place.text
    if number.roman or text.forms[number.first].shape is Shape.NUMBER:
        return counted_phrase(text, number.end, place.last, _SINGULAR)
    phrase = counted_phrase(text, number.end - 1, place.last, Government(_ALL))
    if phrase is None or phrase.end <= number.end or not phrase.adjectives:
        return _shared_noun(place)
    if phrase.plural and not phrase.only_plural:
        return None  # «первые рассказы» are early ones
    noun = phrase.noun.partition(" ")[2] if phrase.noun else None
    return phrase._replace(adjectives=phrase.adjectives[1:], noun=noun)


def _shared_noun(place: Place) -> Phrase | None:
    """«в первом и втором чтениях»: two ordinals in the singular share a plural."""
    before = place.before()
    if before is None or before.key not in ("и", "или", "во", "в", "на", ","):
        return None
    if not place.neighbours or place.neighbours[0].form != "ordinal":
        return None
    if not 0 < place.number.first - place.neighbours[0].end <= 2:
        return None
    return counted_phrase(place.text, place.number.end, place.last, _PLURAL)


def _in_a_name(place: Place) -> bool:
    """«Вторая мировая война», «Первый канал»: a capital inside a sentence makes it part of a name."""
    text, at = place.text, place.number.first
    form = text.forms[at]
    if form.shape is not Shape.TITLE:
        return False
    return at > place.first and text.forms[at - 1].text not in ("«", '"', "“", "„", "—", "–", "-", ":", "•")


def _item(place: Place) -> Found | None:
    """«78 совместных проектов», «трое задержанных», «двести человек»."""
    number, phrase = place.number, place.phrase
    if phrase is None or phrase.is_time or number.form == "ordinal":
        return None
    if phrase.head is None and not _is_closed(place, phrase):
        return None
    if number.value == ONE and number.figures is None and not _one_is_counted(place, phrase):
        return None
    value = place.value("item", phrase.end, head=phrase.head, noun=phrase.noun)
    return Found(number.first, phrase.end, value, phrase, phrase.cut)


def _is_closed(place: Place, phrase: Phrase) -> bool:
    """«890 водооткачивающих, …»: adjectives alone belong to the number where a mark or «и» follows them."""
    after = place.after(phrase.end)
    return after is None or after.shape is Shape.SIGN or place.joined is not None


def _one_is_counted(place: Place, phrase: Phrase) -> bool:
    """«погиб один человек», «только один выход», «трое детей и одна женщина»."""
    after, before = place.after(phrase.end), place.before()
    if phrase.head is None or (after and after.key == "из"):
        return False
    if before is not None and before.key in words("one", "shown_by"):
        return True
    if phrase.lemma in words("one", "not_heads") or (
        before is not None and before.key in ("ни", "еще", "как")
    ):
        return False
    return phrase.lemma.replace("ё", "е") in words("one", "heads") or place.among_numbers


def _noun_before(place: Place) -> Found | None:
    """«число погибших выросло до 12», «школ — 5»: what a bare number counts may stand before it."""
    found = _bare(place)
    phrase = _phrase_before(place) if found else None
    if found is None or phrase is None or phrase.head is None:
        return None
    return found._replace(value=found.value._replace(head=phrase.head, noun=phrase.noun), phrase=phrase)


def _phrase_before(place: Place) -> Phrase | None:
    text, at = place.text, place.number.first
    start = max(place.first, at - _FURTHEST_NOUN)
    if at - 2 >= start and text.forms[at - 1].text in "—–":
        phrase = counted_phrase(text, at - 2, at - 1, _PARTITIVE)
        if phrase is not None:
            return phrase
    for i in range(at - 2, start - 1, -1):
        if text.forms[i].shape is Shape.SIGN:
            return None
        if has_lemma(text.forms[i], "number", "noun_lemmas"):
            return counted_phrase(text, i + 1, at, _PARTITIVE)
    return None


def _bare(place: Place) -> Found | None:
    """«из них 12», «пятеро воздержались»: a number whose noun is not said there."""
    number = place.number
    if number.form == "ordinal" or number.noun or number.value in (ONE, 0) or place.like_a_year:
        return None
    if counts_time(place) or not may_stand_alone(place):
        return None
    return Found(number.first, number.end, place.value("item", number.end))


RULES = (
    CountRule("count.percent", _percent),
    CountRule("count.measure", _measure),
    CountRule("count.year_of_life", _year_of_life),
    CountRule("count.age", _age),
    CountRule("count.bare_age", _bare_age),
    CountRule("count.multiple", _multiple),
    CountRule("count.ordinal", _ordinal),
    CountRule("count.figure_ordinal", _figure_ordinal),
    CountRule("count.bare_ordinal", _bare_ordinal),
    CountRule("count.item", _item),
    CountRule("count.noun_before", _noun_before),
    CountRule("count.bare", _bare),
)

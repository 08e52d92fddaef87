"""What a number counts or measures: each rule looks at a number in its place and answers with a fact.

The first rule that answers decides. Numbers that are names, labels or codes are left out before (`vetoes`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kzuz_extract.counts.ages import is_age, is_bare_age, is_guessed_age
from kzuz_extract.counts.bare import counts_only_time, counts_time, may_stand_alone
from kzuz_extract.counts.ordinals import bare_ordinal, figure_ordinal, ordinal, year_of_life
from kzuz_extract.counts.phrases import Government, Phrase, counted_phrase
from kzuz_extract.counts.place import ONE, Found, Place, below_zero
from kzuz_extract.counts.units import unit_of_word
from kzuz_extract.counts.vocabulary import Lemmas, words
from kzuz_extract.facts import CountValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape


class CountRule(NamedTuple):
    """A name and what it looks for. The rule answers None where it has nothing to say."""

    name: str
    make: Callable[[Place], Found | None]


_PARTITIVE = Government(("gent", "plur"))  # «число погибших»
_ANGLES = Lemmas("angles", "lemmas")
_COORDINATES = Lemmas("angles", "coordinate_lemmas")
_TEMPERATURE = Lemmas("temperature", "lemmas")
_NUMBERS = Lemmas("number", "noun_lemmas")
_FURTHEST_NOUN = 12
_NEAREST = 4
_LONGEST_BEFORE = 3  # words of «новых рабочих мест»
_SIGNS = frozenset("+-−–")
_SIGNED = frozenset({"+", "−", "минус", "плюс"})
_NEAR = 18  # tokens around «−25» that may speak of the weather
_LATITUDE = 4  # tokens of «с. ш.»
_PASSED = frozenset("%—–")  # «количество пожаров сократилось на 17% — до 1021»
_TIMES = "раз"
_ONE_OR_NONE = (ONE, 0)


def _percent(place: Place) -> Found | None:
    """«20 процентов», «8,6%», «на 0,5 процентного пункта»."""
    if place.unit is None or place.unit.symbol not in ("%", "п. п."):
        return None
    unit, end, cut = place.unit
    return Found(place.number.first, end, place.value("percent", end, unit=unit), cut=cut)


def _measure(place: Place) -> Found | None:
    """«19,2 километра», «40 тонн», «+35 градусов», «28 кубов в секунду», «пол-литра»."""
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
    if unit == "g" and place.like_a_year and place.text.forms[number.end].key == "г":
        return None
    value = place.value("measure", end, unit=unit)
    if unit == "°C" and _turns(place):
        value = value._replace(unit="°")
        end -= place.text.forms[end - 1].key == "с"  # «51° с. ш.»
    elif unit == "°C":
        value, end = _below_zero(place, value, end)
    return Found(number.first, end, value, cut=cut)


def _turns(place: Place) -> bool:
    """«под углом 45 градусов», «повернули на 90 градусов», «51 градус северной широты»."""
    assert place.unit is not None
    after = place.text.forms[place.unit.end : min(place.last, place.unit.end + _LATITUDE)]
    if any(map(_COORDINATES.of_any, after)):
        return True
    first = place.number.first
    return any(map(_ANGLES.of_any, place.text.forms[max(place.first, first - _NEAREST) : first]))


def _degrees(place: Place) -> Found | None:
    """«температура опустится до −25», «ночью −3…−8»: a sign, and degrees or a time of day are told."""
    text, number = place.text, place.number
    written = [form.key for form in text.forms[number.first : number.end]]  # «0…+5» has its sign inside
    if written[0] not in _SIGNS and _SIGNED.isdisjoint(written):
        return None
    if place.unit is not None or place.phrase is not None or number.form != "cardinal":
        return None
    start, end = max(place.first, number.first - _NEAR), min(place.last, number.end + _NEAR)
    by_day = place.previous is not None and place.previous.key in words("forecast", "day_parts")
    if not by_day and not any(map(_TEMPERATURE.of_any, text.forms[start:end])):
        return None
    return Found(number.first, number.end, place.value("measure", number.end, unit="°C"))


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
    return below_zero(value), end + frost


def _age(place: Place) -> Found | None:
    """«ему 35 лет», «в возрасте 17 лет», «от 20 до 30 лет», «мужчина лет сорока»."""
    number = place.number
    if is_age(place.text, number):
        end = place.noun_at + 1
        return Found(number.first, end, place.value("age", end))
    if is_guessed_age(place.text, number):
        value = place.value("age", number.end)
        return Found(number.first - 1, number.end, value._replace(modifier="about"))
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
    if phrase is None or phrase.lemma != _TIMES:
        return None
    before = place.previous
    if before is None or (before.key not in ("в", "во") and place.whole):
        return None
    value = place.value("multiple", phrase.end, head=_TIMES, unit="times")
    return Found(place.number.first, phrase.end, value)


def _item(place: Place) -> Found | None:
    """«78 совместных проектов», «трое задержанных», «двести человек»."""
    number, phrase = place.number, place.phrase
    if phrase is None or phrase.is_time:
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
    after, before = place.after(phrase.end), place.previous
    if phrase.head is None or (after and after.key == "из") or (phrase.plural and not phrase.only_plural):
        return False
    if before is not None and before.key in words("one", "shown_by"):
        return True
    if phrase.lemma in words("one", "not_heads") or _for_each(place):
        return False
    if before is not None and before.key in ("ни", "еще", "как", "не"):
        return False
    if phrase.lemma.replace("ё", "е") in words("one", "heads") or place.among_numbers:
        return True
    return not (_the_same(place, phrase) or _a_certain(place, phrase))


def _the_same(place: Place, phrase: Phrase) -> bool:
    """«живут в одном доме», «за одним столом», «с одной стороны»: the same one, not one of several."""
    before, reading = place.previous, phrase.reading
    if before is None or reading is None or reading.case not in ("loct", "ablt", "gent", "datv"):
        return False
    return parses(before.key)[0].pos == "PREP"


def _for_each(place: Place) -> bool:
    """«5 тысяч тенге на одну семью»: each of them, not one of them."""
    before = place.previous
    return before is not None and before.key in ("на", "за", "с", "по")


def _a_certain(place: Place, phrase: Phrase) -> bool:
    """«Одна жительница рассказала …»: a certain one opens a sentence, «Один раз …» is counted there too."""
    return place.previous is None and phrase.lemma != _TIMES


def _guessed(place: Place) -> Found | None:
    """«человек двадцать», «тонн пять», «раз десять»: a noun before its number makes a guess of it."""
    number, noun, before = place.number, place.previous, place.before(2)
    if (
        noun is None
        or (noun.shape is not Shape.LOWER and before is not None)
        or number.form != "cardinal"
        or not _is_bare_guess(place)
    ):
        return None
    if before is not None and (before.shape is Shape.NUMBER or _leads_to_genitive(before)):
        return None
    if noun.key in words("number", "guessed"):
        value = place.value("item", number.end, head=noun.key, noun=noun.key)
    else:
        symbol = unit_of_word(noun.key)
        if symbol is None or not any(r.case == "gent" and r.number == "plur" for r in parses(noun.key)):
            return None
        value = place.value("percent" if symbol == "%" else "measure", number.end, unit=symbol)
    return Found(number.first - 1, number.end, value._replace(modifier="about"))


def _is_bare_guess(place: Place) -> bool:
    value, after = place.number.value, place.next
    if value is None or value <= ONE or place.phrase is not None:
        return False
    return after is None or after.shape is Shape.SIGN or parses(after.key)[0].pos in ("PREP", "VERB", "CONJ")


def _leads_to_genitive(form: Form) -> bool:
    """«тысячи человек», «много тонн», «новых тонн»: the noun belongs to what stands before it."""
    best = parses(form.key)[0]
    return best.pos in ("NUMR", "NOUN", "ADJF", "PRTF") or form.key in words("number", "many")


def _noun_before(place: Place) -> Found | None:
    """«число погибших выросло до 12», «школ — 5»: what a bare number counts may stand before it."""
    phrase = _phrase_before(place) if _is_bare(place) and place.whole else None
    if phrase is None or phrase.head is None:
        return None
    number = place.number
    value = place.value("item", number.end, head=phrase.head, noun=phrase.noun)
    return Found(number.first, number.end, value, phrase)


def _phrase_before(place: Place) -> Phrase | None:
    text, at = place.text, place.number.first
    start = max(place.first, at - _FURTHEST_NOUN)
    if at - 2 >= start and text.forms[at - 1].key == "до" and text.forms[at - 2].text in "—–":
        at -= 1  # «раненых — до 130»
    if at - 2 >= start and text.forms[at - 1].text in "—–":
        phrase = _phrase_up_to(place, at - 1)
        if phrase is not None:
            return phrase
    for i in range(at - 2, start - 1, -1):
        sign = text.forms[i].text if text.forms[i].shape is Shape.SIGN else ""
        reaches = sign == "," and text.forms[i + 1].key == "до"  # «выросло на 30, до 210»
        if sign and sign not in _PASSED and not reaches:
            return None
        if _NUMBERS.of_any(text.forms[i]):
            return counted_phrase(text, i + 1, at, _PARTITIVE)
    return None


def _phrase_up_to(place: Place, end: int) -> Phrase | None:
    """«рабочих мест — 12 тысяч», not «у женщин — 36,6»: the longest phrase that ends there, ungoverned."""
    text = place.text
    for first in range(max(place.first, end - _LONGEST_BEFORE), end):
        phrase = counted_phrase(text, first, end, _PARTITIVE)
        if phrase is not None and phrase.end == end and phrase.head is not None:
            governed = first > place.first and parses(text.forms[first - 1].key)[0].pos == "PREP"
            return None if governed else phrase
    return None


def _bare(place: Place) -> Found | None:
    """«из них 12», «пятеро воздержались»: a number whose noun is not said there."""
    number = place.number
    if place.like_a_year or not _is_bare(place):
        return None
    return Found(number.first, number.end, place.value("item", number.end))


def _is_bare(place: Place) -> bool:
    """Two rules ask it in turn."""
    if place.bare is None:
        number = place.number
        some = not number.noun and (number.value not in _ONE_OR_NONE or _one_of_several(place))
        place.bare = some and not counts_time(place) and may_stand_alone(place)
    return place.bare


def _one_of_several(place: Place) -> bool:
    """«один погиб, трое ранены»: one of those that the sentence goes on to count."""
    after = place.next
    if place.number.value != ONE or after is None or after.shape is not Shape.LOWER:
        return False
    told = any(
        other.form == "collective" and place.first <= other.first < place.last for other in place.neighbours
    )
    return told and parses(after.key)[0].pos in ("VERB", "PRTS")


_PERCENT = CountRule("count.percent", _percent)
_MEASURE = CountRule("count.measure", _measure)
_DEGREES = CountRule("count.degrees", _degrees)
_YEAR_OF_LIFE = CountRule("count.year_of_life", year_of_life)
_AGE = CountRule("count.age", _age)
_FIGURE_ORDINAL = CountRule("count.figure_ordinal", figure_ordinal)
OF_ORDINALS = (
    _MEASURE,
    _YEAR_OF_LIFE,
    CountRule("count.ordinal", ordinal),
    _FIGURE_ORDINAL,
    CountRule("count.bare_ordinal", bare_ordinal),
)
_WITHOUT_UNIT = (
    _DEGREES,
    _YEAR_OF_LIFE,
    _AGE,
    CountRule("count.bare_age", _bare_age),
    CountRule("count.multiple", _multiple),
    _FIGURE_ORDINAL,
    CountRule("count.item", _item),
    CountRule("count.guessed", _guessed),
    CountRule("count.noun_before", _noun_before),
    CountRule("count.bare", _bare),
)
OF_AMOUNTS = (_PERCENT, _MEASURE, *_WITHOUT_UNIT)
BEFORE_TIME = (_DEGREES, _YEAR_OF_LIFE, _AGE, _FIGURE_ORDINAL)  # which hardly ever answer


def rules_for(place: Place) -> tuple[CountRule, ...]:
    """Return the rules that may have an answer: a quarter of all numbers count time, which dates own."""
    if place.number.form == "ordinal":
        return OF_ORDINALS
    if place.unit is not None or place.number.unit is not None:
        return OF_AMOUNTS
    return BEFORE_TIME if counts_only_time(place) else _WITHOUT_UNIT

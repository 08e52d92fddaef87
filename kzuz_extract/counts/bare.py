"""A number without a noun: may it be a count («из них 12»), or is it a clock, an address, a telephone?"""

from __future__ import annotations

from kzuz_extract.counts.ages import is_age
from kzuz_extract.counts.phrases import Government, unglued
from kzuz_extract.counts.place import Place
from kzuz_extract.counts.vocabulary import Lemmas, words
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_TIME = Lemmas("time", "unit_lemmas")
_DATES = Lemmas("ordinal", "date_lemmas")
_LABELS = Lemmas("labels", "loose_lemmas")
_STRICT_LABELS = Lemmas("labels", "strict_lemmas")
_RATES = Lemmas("labels", "rate_lemmas")
_LONGEST_HOUSE = 3  # figures
_FINEST = 3  # decimals of a number that is no coordinate
_SHORT = 3  # letters of «5.4», which is no clock
_HOURS = 24
_RATE_WINDOW = 6  # tokens between «курс» and its number
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_CALLS = ("звон", "позвон", "телефон")  # how words begin that lead to telephone numbers
_CALL_WINDOW, _SHORTEST_CALL = 24, 3
_LONGEST = 6  # figures of a number that is no telephone
_NAMES = (Shape.TITLE, Shape.UPPER, Shape.MIXED)
_ENDINGS = frozenset({"х", "ти", "и"})  # «в 90-х», «12-и суточный»
_EARLIER = frozenset({"годом", "месяцем", "неделей", "кварталом", "днем"})  # «против 9 тысяч годом ранее»
_QUOTES = frozenset('»”"')
_GENITIVE = Government(("gent", "sing"), ("gent", "plur"))


def counts_only_time(place: Place) -> bool:
    """«15 ноября», «2025 года», «5 лет»: straight behind an amount without a unit stands what dates own."""
    after = place.next
    return (
        place.noun_at == place.number.end
        and place.is_before_time(place.governs)
        and after is not None
        and after.key not in _EARLIER
    )


def counts_time(place: Place) -> bool:
    """«20 и 10 лет», «с пяти до семи лет», «11, 12 апреля», «15 ч»: what the number counts is time."""
    number, forms = place.number, place.text.forms
    if (place.phrase is not None and place.phrase.is_time) or forms[number.end - 1].key in _ENDINGS:
        return True
    before, after = place.previous, place.next
    if before is not None and before.shape is Shape.LOWER and _is_time(before):
        return True  # «лет тридцать», «минут пять»
    if after is None:
        return False
    if after.key in words("time", "abbreviations") or (_is_time(after) and after.key not in _EARLIER):
        return True
    following = place.neighbours[-1] if place.neighbours else number
    if following.first != number.end + 1 or after.key not in ("и", "или", "до", ",", "либо"):
        return False
    if forms[following.first].shape is not forms[number.first].shape:
        return False  # «годом ранее 12, двумя годами ранее — 9»
    unit = place.after(following.end)
    if unit is None or (following.form == "ordinal" and not _DATES.of_any(unit)):
        return False  # «на 12 и 81-й минутах»
    return _is_time(unit) and not is_age(place.text, following)


def _is_time(form: Form) -> bool:
    """«апреля», «лет», and «апреляжители» with a word glued to it."""
    glued = unglued(form, _GENITIVE)
    return glued[1].lemma in _TIME.listed if glued else _TIME.of_any(form)


def may_stand_alone(place: Place) -> bool:
    """Bare figures are a count only where they are no name («Спутник 5»), address, clock or list number."""
    number, before, after = place.number, place.previous, place.next
    if _is_rate(place) or _is_telephone(place):
        return False
    if after is not None and after.text == "+" and place.text.touches(number.end):
        return False  # «18+»
    if place.text.forms[number.end - 1].shape is not Shape.NUMBER and not number.magnitude:
        return True
    if _is_other_kind(place) or (after is not None and _LABELS.of_any(after)):
        return False
    if after is not None and after.latin:
        return False  # «101,2 FM»
    if before is None or before.text in (".", ";"):
        return after is None or after.text not in (".", ")")
    if before.text == "(" and after is not None and after.text == ")":
        return _counts_what_is_before_brackets(place)
    if before.key in ("после", "перед") and number.value is not None and number.value <= _HOURS:
        return False  # «запирают после 11»
    if before.text in _QUOTES or _may_be_name(before):
        return number.magnitude or place.of_more
    return not _in_address(place)


def _counts_what_is_before_brackets(place: Place) -> bool:
    """«МВД (98)», «в Жетысу (45)», «число мест (52)», «Актау (2 тысячи)», not «Ахметов (23)», «часть (3)»."""
    form = place.before(2)
    if place.text.forms[place.number.first].shape is Shape.SIGN:
        return False  # «прибавка (+12)»
    if form is None or form.shape is Shape.SIGN:
        return form is not None and form.text in _QUOTES
    if place.number.magnitude or form.shape is Shape.UPPER:
        return True
    if form.shape is Shape.LOWER:
        return not (_STRICT_LABELS.of_any(form) or _LABELS.of_any(form))
    readings = parses(form.key)
    if form.shape is not Shape.TITLE or any("Surn" in reading.marks for reading in readings):
        return any("Geox" in reading.marks for reading in readings)
    if any((reading.pos, reading.gender) == ("ADJF", "femn") for reading in readings):
        return True  # «Жетысуской», not «Янковский»
    return readings[0].known and readings[0].animacy != "anim"


def _is_rate(place: Place) -> bool:
    """«курс доллара составил 450,25»: money whose currency nothing says."""
    number = place.number
    if place.whole:
        return False
    near = place.text.forms[max(place.first, number.first - _RATE_WINDOW) : number.first]
    return any(form.key.startswith("курс") and _RATES.of_any(form) for form in near)


def _is_telephone(place: Place) -> bool:
    """«звоните 8 701 …, 102 или 1414»: a list of numbers to call, however long the first of them."""
    if place.number.figures is None or not _SHORTEST_CALL <= len(place.number.figures) <= _LONGEST:
        return False
    start = max(place.first, place.number.first - _CALL_WINDOW)
    near = place.text.forms[start : place.number.first]
    return any(form.key.startswith(_CALLS) for form in near)


def _is_other_kind(place: Place) -> bool:
    """«до 18.00», «с 9 до 18» are hours, «51.1605» a coordinate, «2013–2014» a season."""
    number, first = place.number, place.text.forms[place.number.first]
    if number.value is None:
        hours = first.key == "с" and number.high is not None and number.high <= _HOURS
        return hours or _years(number)
    long = number.figures is not None and len(number.figures) > _LONGEST
    decimals = -int(number.value.as_tuple().exponent)
    before = place.previous
    said = decimals == 1 and before is not None and before.shape is Shape.LOWER  # «магнитудой 5.4»
    return long or ("." in first.text and not (said and len(first.text) == _SHORT)) or decimals > _FINEST


def _years(number: Number) -> bool:
    low, high = number.low, number.high
    return low is not None and high is not None and low >= _FIRST_YEAR and high <= _LAST_YEAR


def _in_address(place: Place) -> bool:
    """«улицам Сарыарка, 31, Шахтёров, 70, 74»: figures and commas lead back to a name."""
    steps, before = 1, place.previous
    while before is not None and (before.text == "," or (steps > 1 and before.shape is Shape.NUMBER)):
        steps += 1
        before = place.before(steps)
    if steps == 1 or before is None or _is_no_house(place):
        return False
    # «Толе би, 18»: the second word of a street's name may be small
    second = (
        before.shape is Shape.LOWER and (first := place.before(steps + 1)) is not None and _is_name(first)
    )
    return second or _may_be_name(before)


def _is_no_house(place: Place) -> bool:
    """«в Уральск, 500 – в Аксай», «из Мары, 15000 из Мерва»: a house has no dash, nor a long number."""
    after, figures = place.next, place.number.figures
    if place.neighbours and is_age(place.text, place.neighbours[-1]):
        return True  # «девочкам 3, 5 и 8 лет»
    return (after is not None and after.text in "—–-") or (
        figures is not None and len(figures) > _LONGEST_HOUSE
    )


def _is_name(form: Form) -> bool:
    return form.shape is Shape.TITLE and parses(form.key)[0].pos in ("NOUN", "ADJF", "")


def _may_be_name(form: Form) -> bool:
    """A capital makes a name, unless the word is a verb or a preposition that opens the sentence."""
    return form.latin or (form.shape in _NAMES and parses(form.key)[0].pos in ("NOUN", "ADJF", ""))

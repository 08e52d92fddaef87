"""Is «35 лет» the age of somebody, or a length of time? Counts and dates ask: dates must leave ages alone.

Each question is a small function that looks at one kind of company: «в возрасте 35 лет», «ему было 35 лет»,
«мужчина, 35 лет», «умер в 90 лет». The first that answers decides; where none does, it is a length of time.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from kzuz_extract.counts.vocabulary import Lemmas, words
from kzuz_extract.language.hedges import hedge_before
from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.text import Form, Text
from kzuz_extract.text.tokens import Shape

_YEARS = frozenset(
    {"лет", "год", "года", "годам", "годами", "годах", "годом", "году", "годик", "годика", "годиков"}
)
_DEATH = Lemmas("age", "death_lemmas")
_LIFE = Lemmas("age", "life_lemmas")
_LENGTH = Lemmas("age", "length_lemmas")
_CLOSING = frozenset(",).;—–-(")
_DASHES = frozenset("—–-")
_OPENERS = frozenset({"и", "а", "но", "что", "когда", "тогда", "сейчас"})
_OLDEST = 125
_NEAR = 4
_FURTHEST = 12  # tokens to the left that are looked at
_WHOSE = 8  # tokens between an age and whose it is
_PREPOSITIONS = frozenset({"в", "с", "до", "от", "к", "на"})
_RANGE_WORDS = frozenset({"от", "с", "до", "между"})


class Place(NamedTuple):
    """A number before «лет»: `left` the tokens before it, nearest first, `right` those after «лет».

    `left` begins before the preposition, a hedge and words such as «было» and «уже», which `parted` tells of;
    `is_said` tells whether «было» or «исполнилось» was among them.
    """

    left: list[Form]
    right: list[Form]
    preposition: str | None
    parted: bool
    is_said: bool


def is_age(text: Text, number: Number) -> bool:
    """Tell whether a number and the «лет» after it say how old a living being is.

    True for «ему 35 лет», «в возрасте 35 лет», «мужчина, 35 лет», «дети от 3 до 7 лет»; False for «10 лет
    колонии», «за 30 лет независимости».
    """
    if number.end >= len(text.forms) or text.forms[number.end].key not in _YEARS or not _may_be_age(number):
        return False
    first, last = text.sentence_bounds(number.first)
    if number.end >= last:
        return False
    if is_year_of_life(text, number):
        return True
    if number.form == "ordinal":
        return False  # «жители третий год ждут»
    return _decide(_place(text, number, first, last, number.end + 1))


def is_guessed_age(text: Text, number: Number) -> bool:
    """Tell whether the «лет» before a number makes a guess of an age: «мужчина лет сорока»."""
    at = number.first - 1
    if (
        number.form != "cardinal"
        or at <= text.sentence_bounds(number.first)[0]
        or text.forms[at].key != "лет"
    ):
        return False
    return _may_be_age(number) and _is_animate(text.forms[at - 1])


def is_year_of_life(text: Text, number: Number) -> bool:
    """Tell whether a number and the «году» behind it count a life: «на 85 году жизни», «на 85-м умер»."""
    forms, end = text.forms, number.end
    if end >= len(forms) or forms[end].key not in _YEARS:
        return False
    if end + 1 < len(forms) and forms[end + 1].key == "жизни":
        return True
    ordered = number.form == "ordinal" and number.first > 0 and forms[number.first - 1].key == "на"
    after = forms[end + 1 : min(text.sentence_bounds(end)[1], end + _NEAR)]
    return ordered and any(map(_DEATH.of_best, after))


def is_bare_age(text: Text, number: Number) -> bool:
    """Tell whether a number without «лет» is an age: «ему исполнилось 30», «людям младше 60», «ей за 80»."""
    first, last = text.sentence_bounds(number.first)
    if number.end < last and text.forms[number.end].shape is not Shape.SIGN:
        return False
    if number.form != "cardinal" or not _may_be_age(number):
        return False
    left = text.forms[max(first, number.first - 2) : number.first]
    if left and (left[-1].key in words("age", "after") or left[-1].key in words("age", "before")):
        return True
    if len(left) > 1 and left[-1].text in _DASHES and left[0].key == "возраст":
        return True
    if left and left[-1].key == "в" and _retires_as_well(text, number.first, first):
        return True
    return any(form.key in words("age", "completed") for form in left) or _of_somebody(
        text, number.first, first
    )


def _retires_as_well(text: Text, at: int, first: int) -> bool:
    """«мужчины уходят на пенсию в 63 года, женщины — в 61»: the sentence has told of lives."""
    before = text.forms[max(first, at - _FURTHEST) : at]
    dashed = len(before) > 2 and before[-2].text in _DASHES
    years = any(form.key in _YEARS for form in before)
    return dashed and years and _is_animate(before[-3]) and any(map(_LIFE.of_best, before))


def _of_somebody(text: Text, at: int, first: int) -> bool:
    """«Ему 35», «ей уже за 80»: a pronoun opens the clause."""
    forms = text.forms
    while at > first and (forms[at - 1].key in words("age", "between") or forms[at - 1].text in _DASHES):
        at -= 1
    if at == first:
        return False
    opens = at - 1 == first or forms[at - 2].shape is Shape.SIGN or forms[at - 2].key in _OPENERS
    return opens and (forms[at - 1].key in words("age", "pronouns") or _among_ages(text, at - 1, first))


def _among_ages(text: Text, at: int, first: int) -> bool:
    """«пенсионерке 82 года, внуку 14»: somebody in the dative, in a sentence that says «лет»."""
    forms = text.forms
    near = forms[max(first, at - _FURTHEST) : at + _FURTHEST]
    somebody = forms[at].key in words("age", "whose") or _is_animate(forms[at], "datv")
    return somebody and any(form.key in _YEARS for form in near)


def _may_be_age(number: Number) -> bool:
    highest = number.value if number.value is not None else number.high
    return highest is not None and 0 < highest <= _OLDEST and not number.magnitude


def _place(text: Text, number: Number, first: int, last: int, after: int) -> Place:
    forms = text.forms
    start = number.first
    preposition = forms[start].key if forms[start].key in _RANGE_WORDS else None
    start = _start_of_list(text, first, start)
    if preposition is None and start > first and forms[start - 1].key in _PREPOSITIONS:
        start -= 1
        preposition = forms[start].key
        start = _start_of_list(text, first, start)
    behind = start
    while (before := _before_words_between(text, first, start)) < start:
        start = before
    is_said = any(form.key in words("age", "is_said") for form in forms[start:behind])
    left = forms[max(first, start - _FURTHEST) : start]
    left.reverse()
    return Place(left, forms[after : min(last, after + 3)], preposition, start < behind, is_said)


def _start_of_list(text: Text, first: int, at: int) -> int:
    """«двое мужчин 25 и 30 лет», «детям 2 года и 4 года»: where the ages begin of which one is at a token."""
    forms = text.forms
    while at - 2 >= first and forms[at - 1].key in ("и", ","):
        behind = at - 2 - (forms[at - 2].key in _YEARS)
        if behind < first or forms[behind].shape is not Shape.NUMBER:
            break
        at = behind
    return at


def _before_words_between(text: Text, first: int, at: int) -> int:
    """Step over one of «было», «уже», «по крайней мере», «нет и» before a token."""
    forms, between = text.forms, words("age", "between")
    if at > first and forms[at - 1].key in between:
        return at - 1
    if at > first + 1 and forms[at - 1].key == "и" and forms[at - 2].key in between:
        return at - 2
    hedge = hedge_before(text, at)
    if hedge is None or hedge.first < first or hedge.end != at or parses(forms[at - 1].key)[0].pos == "PREP":
        return at  # «почти через два года»
    tells = any(form.key in words("age", "before") for form in forms[hedge.first : at])
    return at if tells else hedge.first  # «младше», «старше» tell an age themselves


def _by_words_after(place: Place) -> bool | None:
    """«18 лет и старше» is an age; «10 лет колонии», «на 5 лет старше», «30 лет со дня гибели» are not."""
    keys = [form.key for form in place.right]
    if keys[:2] == ["со", "дня"]:
        return keys[2:] == ["рождения"]
    if any(key in words("age", "length_after") for key in keys[:2]):
        return False
    if keys and keys[0] in words("age", "after"):
        return False if place.preposition == "на" else None
    return (
        True if len(keys) > 1 and keys[0] in ("и", "или", "от") and keys[1] in words("age", "after") else None
    )


def _by_words_before(place: Place) -> bool | None:
    """«в возрасте 35 лет», «старше 70 лет», «исполнилось 18 лет»."""
    if not place.left:
        return None
    nearest = [form.key for form in place.left[:2]]
    if nearest[0] == "свои" or any(key.startswith("возрастн") for key in nearest):
        return True
    if place.preposition == "на" or _is_of_a_thing(place, nearest):
        return None  # «старше на 5 лет», «заводу исполнилось 60 лет»
    if nearest[0] in words("age", "before") or nearest[0] in words("age", "completed"):
        return True
    return True if len(nearest) > 1 and nearest[1] in words("age", "completed") else None


def _is_of_a_thing(place: Place, nearest: list[str]) -> bool:
    """«заводу в этом году исполнилось 60 лет», «исполнилось 60 лет заводу»: it is a thing in the dative."""
    if nearest[0] not in words("age", "completed"):
        return False
    clause = _clause(place)[1:]
    owners = [form for form in (*clause[:1], *clause[-1:]) if form.key not in _YEARS]
    if any(form.key in words("age", "whose") or _is_animate(form, "datv") for form in owners):
        return False
    return any(map(_is_thing, [*owners, *place.right[:1]]))


def _clause(place: Place) -> list[Form]:
    left = place.left[1:] if place.left and place.left[0].text in _DASHES else place.left
    return list(takewhile(lambda form: form.shape is not Shape.SIGN, left))


def _by_limit(place: Place) -> bool | None:
    """«лицам до 18 лет», «детей от 3 до 7 лет»: somebody straight before a limit."""
    if place.preposition not in ("до", "от") or place.parted or not place.left:
        return None
    return True if _is_animate(place.left[0]) else None


def _by_owner(place: Place) -> bool | None:
    """«ему 35 лет», «Айгуль Сериковой было 35 лет», «отцу 80 лет»; not «назначил подсудимому 7 лет»."""
    if place.preposition in ("в", "с", "на", "к") or not place.left:
        return None
    if place.right and parses(place.right[0].key)[0].pos == "INFN":
        return None  # «позволило боссу 15 лет скрываться»
    owner = place.left[0]
    if owner.text in _DASHES and len(place.left) > 1:  # «подсудимой — 29 лет»
        somebody = _is_animate(place.left[1], "datv") or _is_dative_name(place.left[1:])
        return True if somebody and not _speaks_of_length(place) else None
    each = place.parted and any(
        form.key in ("каждому", "каждой", "обоим", "обеим") for form in place.left[:3]
    )
    if owner.key in words("age", "whose") or each:
        return not _speaks_of_length(place)
    acted_on = owner.shape is Shape.LOWER and (parses(owner.key)[0].pos, parses(owner.key)[0].case) == (
        "PRTF",
        "datv",
    )
    if acted_on or _is_animate(owner, "datv") or (owner.shape is Shape.TITLE and _is_dative_name(place.left)):
        return not _speaks_of_length(place)
    return None


def _by_copula(place: Place) -> bool | None:
    """«ему на момент матча было 38 лет», «водителю грузовика 43 года»: the owner opens the clause."""
    if place.preposition is not None:
        return None
    clause = _clause(place)
    if clause and clause[-1].key in _OPENERS:
        clause.pop()
    if not clause or len(clause) > _WHOSE:
        return None
    *within, owner = clause
    named = place.is_said and not within and _is_name(owner) and not _is_thing(owner)
    if not (named or owner.key in words("age", "whose") or _is_animate(owner, "datv")):
        return None
    if place.is_said or named:
        return True
    closed = not place.right or place.right[0].text in _CLOSING
    of_owner = [parses(form.key)[0] for form in within]
    described = all(parse.case == "gent" and parse.pos == "NOUN" for parse in of_owner)
    placed = closed and all(parse.pos in ("NOUN", "PREP", "ADJF") for parse in of_owner)
    return True if described or placed else None


def _by_average(place: Place) -> bool | None:
    """«средний возраст матери — 28,4 года», «возраст погибших 40 лет»."""
    if not place.left or place.preposition not in (None, "от", "с", "до"):
        return None
    opens = (
        place.left[0].text in _DASHES
        or place.left[0].text == ":"
        or parses(place.left[0].key)[0].pos == "VERB"
    )
    if not opens:
        whose = takewhile(lambda form: form.key not in words("age", "before"), place.left)
        of_whom = [parses(form.key)[0].case for form in whose]
        opens = len(of_whom) < len(place.left) and len(of_whom) < _NEAR and set(of_whom) == {"gent"}
    return True if opens and any(form.key in words("age", "before") for form in place.left) else None


def _by_apposition(place: Place) -> bool | None:
    """«мужчина, 35 лет,», «Серик Ахметов (35 лет)», «девочка 8 лет», «дети от 3 до 7 лет»."""
    if not place.left or place.preposition in ("в", "на", "к"):
        return None
    mark, *rest = place.left
    if mark.text == "(" and any(map(_LIFE.of_best, rest)):
        return True
    if mark.text in (",", "(", ":") and rest and place.preposition is None:
        closed = not place.right or place.right[0].text in _CLOSING
        if rest[0].text == ")":  # «Карим (Karim Rashid), 41 год»
            opened = next((i for i, form in enumerate(rest) if form.text == "("), len(rest) - 2)
            rest = rest[opened + 1 :] or rest
        person = _is_animate(rest[0]) or _is_name(rest[0])
        return True if closed and person else None
    in_something = bool(rest) and rest[0].key in ("в", "на")  # «прожили в браке 30 лет»
    return True if _is_animate(mark) and not place.parted and not in_something else None


def _by_life(place: Place) -> bool | None:
    """«умер в 90 лет», «с 14 лет работал», «дожил до 93 лет»; not «срок в 10 лет»."""
    if any(map(_LIFE.of_best, place.left)):
        lived = any(form.key.startswith("прожи") for form in place.left)  # «прожили вместе почти 40 лет»
        return place.preposition in ("в", "с", "до") or (
            place.parted and not lived and place.preposition is None
        )
    if place.preposition == "к" and not place.left:
        return True  # «К 30 годам он стал министром»
    if place.preposition not in ("в", "с", "до"):
        return None
    if place.preposition == "до" or _speaks_of_length(place):
        return None
    return not any(form.key in ("до", "—", "–") for form in place.right[:1])


_QUESTIONS = (
    _by_words_after,
    _by_words_before,
    _by_limit,
    _by_owner,
    _by_copula,
    _by_average,
    _by_apposition,
    _by_life,
)


def _decide(place: Place) -> bool:
    for question in _QUESTIONS:
        answer = question(place)
        if answer is not None:
            return answer
    return False


def _speaks_of_length(place: Place) -> bool:
    return any(map(_LENGTH.of_best, place.left))


def _is_animate(form: Form, case: str | None = None) -> bool:
    """A known word for a living being, in a case if one is given; «лица», «сборная» are people too."""
    if form.shape not in (Shape.LOWER, Shape.TITLE):
        return False
    readings = known_parses(form.key)[:3]
    if form.shape is Shape.TITLE and any(parse.marks for parse in readings):
        return False
    return any(
        parse.pos == "NOUN"
        and (parse.animacy == "anim" or parse.lemma in words("age", "person_lemmas"))
        and case in (None, parse.case)
        for parse in readings
    )


def _is_thing(form: Form) -> bool:
    """A known word in the dative for what does not live: «заводу», «школе»."""
    if form.shape not in (Shape.LOWER, Shape.TITLE):
        return False
    known = known_parses(form.key)
    datives = [r for r in known if (r.pos, r.case, r.number) == ("NOUN", "datv", "sing")]
    return bool(datives) and all(r.animacy == "inan" and not r.marks for r in datives)


def _is_name(form: Form) -> bool:
    return form.shape is Shape.TITLE and not any("Geox" in parse.marks for parse in parses(form.key)[:1])


def _is_dative_name(left: list[Form]) -> bool:
    """«Сергею Лаврову 75 лет»: a run of capitals, one of them dative, that no preposition governs."""
    run: list[Form] = []
    for form in left:
        initial = bool(run) and run[-1].text == "."  # «у», «в» are prepositions, «У.» and «В.» none
        if not initial and parses(form.key)[0].pos == "PREP":
            return False
        if form.shape not in (Shape.TITLE, Shape.INITIAL) and form.text not in (".", "-"):
            break
        run.append(form)
    return any(parse.case == "datv" or parse.fixed for form in run for parse in parses(form.key))

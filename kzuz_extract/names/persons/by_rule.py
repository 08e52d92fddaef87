"""The rules that tell what a word may be as a surname or as a given name that no list knows: see `ends`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kzuz_extract.bounds import LIGHT
from kzuz_extract.names.declension import (
    FIXED_ENDINGS,
    FIXED_SURNAMES,
    Origin,
    ends_of_forms,
    origins,
)
from kzuz_extract.names.persons.slots import (
    FAINT,
    HALF,
    HARDLY,
    LIKELY,
    POSSIBLE,
    Reading,
    Slot,
    Slots,
    reading,
    slots_of,
)
from kzuz_extract.names.persons.vocabulary import endings

# What is asked: what a word may be as a surname if it is a common word as well, a place, the short name of a
# body («Минсвязи»), one with an Arabic prefix, or nothing of these; and what it may be as a given name.
KINDS = ORDINARY, PLACE, BODY, PREFIXED, PLAIN, GIVEN = range(6)
_NO_GIVEN = ("ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "ская", "цкий", "цкая")
_OF_WOMEN = ("ова", "ева", "ёва", "ая")
_OF_MEN = ("ов", "ев", "ёв", "ский", "цкий")
_ADJECTIVES = ("ый", "ой", "кий", "хий", "гий")
_HARDLY_OBLIQUE = ("ый", "ой", "ая", "ец", "кий")
_SHORTEST = 4  # letters of a surname that its ending tells
_VOWELS = "оеёиуюыэ"
_AFTER_VOWELS = frozenset((*_VOWELS, "а", "я", "V"))  # by the letter or by its kind
_OF_MEN_IN_A = {"е": -0.05, "у": -0.05, "ы": 0.02}


def all_ends() -> dict[str, bool]:
    """Return every ending that a rule knows, in all cases; and the ends of these, which are false."""
    of_both = (*_OF_WOMEN, *_OF_MEN, *_ADJECTIVES, *_HARDLY_OBLIQUE, *_VOWELS, *"аяь", "ого", "ому")
    of_surnames = (*endings("surnames", "strong"), *endings("surnames", "weak"), *of_both)
    of_given = (*endings("given", "masculine"), *endings("given", "feminine"), *_NO_GIVEN, *of_both)
    known = {*ends_of_forms("s", of_surnames), *ends_of_forms("g", of_given)}
    folded = {end.replace("ё", "е") for end in known}
    return {end[start:]: end[start:] in folded for end in folded for start in range(len(end))}


@lru_cache(maxsize=LIGHT)
def by_rule(end: str, kind: int) -> Slots:
    """Return what a word with such an end may be, by the rules alone."""
    return slots_of(_given_names(end) if kind == GIVEN else _surnames(end, kind))


def _surnames(key: str, besides: int) -> Iterator[tuple[Slot, Reading]]:
    told: dict[str, tuple[Reading, bool, bool]] = {}  # by the nominative
    for origin in origins(key, "s"):
        if origin.nominative not in told:
            told[origin.nominative] = (
                reading(0.0, key, origin.nominative),
                *_ends_like_surname(origin.nominative),
            )
        made, strong, weak = told[origin.nominative]
        regular = _regular(origin)
        weight = _unknown(origin, "s", key) if regular else 0.0
        if strong and regular:
            weight = HARDLY if besides == ORDINARY else HALF if besides == PLACE else LIKELY
        elif besides == ORDINARY:
            weight -= 0.12  # «Усэйн Болт», «Виктор Понедельник»
        elif besides in (PLACE, BODY):
            weight -= 0.25
        elif besides == PREFIXED:
            weight += 0.45
        elif weak:
            weight += 0.1
        yield (origin.gender, origin.case), made.weighing(weight)


def _ends_like_surname(nominative: str) -> tuple[bool, bool]:
    """Tell whether a nominative, or its last half, ends as hardly any common word does, and as few do."""
    folded = nominative.replace("ё", "е")
    if len(folded) < _SHORTEST or "-" in folded[-_SHORTEST:]:
        return False, False
    return folded.endswith(endings("surnames", "strong")), folded.endswith(endings("surnames", "weak"))


def _given_names(key: str) -> Iterator[tuple[Slot, Reading]]:
    for origin in origins(key, "g"):
        weight = (_unknown(origin, "g", key) if _regular(origin) else 0.0) - 0.1
        if origin.nominative.endswith(endings("given", "masculine" if origin.gender == "m" else "feminine")):
            weight += 0.3
        if origin.nominative.endswith(_NO_GIVEN):
            weight -= 0.4
        yield (origin.gender, origin.case), reading(weight, key, origin.nominative)


def _regular(origin: Origin) -> bool:
    """«Токаева» is a woman or Токаев's, hardly a man in the nominative; no woman is called «Токаев»."""
    if origin.gender == "m":
        return not origin.nominative.endswith(_OF_WOMEN)
    return origin.declined or not origin.nominative.endswith(_OF_MEN)


def _unknown(origin: Origin, role: str, form: str) -> float:
    """How likely the rules alone make a nominative: a plain ending is possible, an unchanged form faint."""
    nominative, last = origin.nominative, origin.nominative[-1]
    if not origin.declined:
        if last in "ая":
            return 0.05
        if origin.gender == "f" and last not in _VOWELS:
            return FAINT + (0.1 if role == "s" else 0.0)
        if role == "s" and nominative.endswith(FIXED_SURNAMES):
            return POSSIBLE
        if nominative.endswith(FIXED_ENDINGS) or (last in "оэё" or origin.case == "nomn"):
            return POSSIBLE if last in _VOWELS else FAINT
        telling = "еуюы" if role == "g" else "еую"  # «Такеру» may be a dative, «Кирби» hardly a genitive
        return POSSIBLE - 0.08 if last in telling else POSSIBLE if last in "иы" else FAINT
    if last == "й" and form.endswith(("ого", "ому")) and nominative.endswith(_ADJECTIVES):
        return POSSIBLE + 0.1
    if origin.case != "nomn":
        if nominative.endswith(_HARDLY_OBLIQUE):
            return POSSIBLE - 0.12
        if last == "ь":
            return POSSIBLE - 0.05
    if role == "s" and last == "а" and form[-1] == "у" and nominative[-2:-1] in _AFTER_VOWELS:
        return FAINT  # «Нуртлеу» does not decline: no name ends in «-еа»
    if role == "s" and origin.gender == "m" and last == "а" and form[-1] in _OF_MEN_IN_A:
        return POSSIBLE + _OF_MEN_IN_A[form[-1]]  # «Дзюбе», «Дзюбы» are Дзюба's
    if role == "s" and origin.gender == "m" and last in "ая":
        return POSSIBLE - 0.1  # «Рахмона» is Рахмон's rather than a man called Рахмона
    if origin.case == "gent" and (last == "я" or (last == "а" and role == "s")):
        return POSSIBLE - 0.1
    if role == "g" and origin.gender == "m" and last in "ая":
        return POSSIBLE - 0.1
    return POSSIBLE

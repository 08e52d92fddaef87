"""Adjectives in names of places: the cases of an ending, the nominative that agrees with the head."""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import inflect, known_parses
from kzuz_extract.names.organizations.forms import adjective, with_letters_of

# ending -> gender -> cases in bits: nomn 1, gent 2, datv 4, accs 8, ablt 16, loct 32
_ENDINGS: dict[str, dict[str, int]] = {
    "ый": {"masc": 9},
    "ий": {"masc": 9},
    "ой": {"masc": 9, "femn": 2 | 4 | 16 | 32},
    "ей": {"femn": 2 | 4 | 16 | 32},
    "ого": {"masc": 2, "neut": 2},
    "его": {"masc": 2, "neut": 2},
    "ому": {"masc": 4, "neut": 4},
    "ему": {"masc": 4, "neut": 4},
    "ым": {"masc": 16, "neut": 16, "plur": 4},
    "им": {"masc": 16, "neut": 16, "plur": 4},
    "ом": {"masc": 32, "neut": 32},
    "ем": {"masc": 32, "neut": 32},
    "ая": {"femn": 1},
    "яя": {"femn": 1},
    "ую": {"femn": 8},
    "юю": {"femn": 8},
    "ое": {"neut": 9},
    "ее": {"neut": 9},
    "ые": {"plur": 9},
    "ие": {"plur": 9},
    "ых": {"plur": 2 | 32},
    "их": {"plur": 2 | 32},
    "ыми": {"plur": 16},
    "ими": {"plur": 16},
}
_RELATIONAL = ("ск", "цк")
RELATIONAL_FEMININE = tuple(
    [f"{stem}{ending}" for stem in _RELATIONAL for ending in _ENDINGS if "femn" in _ENDINGS[ending]]
)
_NO_ENDING: dict[str, int] = {}
_STRESSED = frozenset({"тверск", "донск", "волго-донск", "городск", "заводск", "морск"})  # «Тверской район»
_PLURAL_SOFT = "гкхжшчщ"


def adjective_cases(key: str, gender: str) -> int:
    """Return the cases (bits) that a word may have as an adjective of a gender or the plural («plur»), or 0.

    >>> adjective_cases("индерском", "masc"), adjective_cases("индерском", "femn")
    (32, 0)
    """
    return _genders(key).get(gender, 0)


def all_adjective_cases(key: str) -> int:
    """Return the cases (bits) that a word may have as an adjective of any gender and number, or 0.

    >>> all_adjective_cases("индерской"), all_adjective_cases("индер")
    (63, 0)
    """
    return reduce(or_, _genders(key).values(), 0)


def ends_as_adjective(key: str) -> bool:
    """Tell whether a word ends as an adjective in the singular does: «Грозный», but not «Грозные»."""
    return any(gender != "plur" for gender in _genders(key))


def _genders(key: str) -> dict[str, int]:
    """Return the genders of an adjective by its ending, each with its cases."""
    size = len(key)
    if size > 5 and (found := _ENDINGS.get(key[-3:])):
        return found
    return _ENDINGS.get(key[-2:], _NO_ENDING) if size > 4 else _NO_ENDING


def is_adjective(key: str) -> bool:
    """«Уральской», «Набережной», but not «Керей»."""
    return relational(key) or any(reading.pos == "ADJF" for reading in known_parses(key))


def relational(key: str) -> bool:
    """Tell whether an adjective is made of a name, as those in -ский and -цкий are.

    >>> relational("балхашского"), relational("верхнего")
    (True, False)
    """
    stem = _stem(key)
    return stem.endswith(_RELATIONAL) and len(stem) > 3


def _stem(key: str) -> str:
    for length in (3, 2):
        if key[-length:] in _ENDINGS:
            return key[:-length]
    return key


@lru_cache(maxsize=LIGHT)
def adjective_nominative(word: str, gender: str) -> str:
    """Return an adjective as printed but in the nominative of a gender («plur» for the plural).

    >>> adjective_nominative("Индерском", "masc"), adjective_nominative("Воробьёвых", "plur")
    ('Индерский', 'Воробьёвы')
    """
    low = word.lower()
    stem = _stem(low)
    if gender == "plur":
        known = inflect(low, "ADJF", "nomn", "plur")
        if known and known.startswith(stem[:-1]):
            return with_letters_of(known, word)
        if stem.endswith(("ев", "ёв", "ов", "ин")):
            return with_letters_of(stem + "ы", word)
        return with_letters_of(stem + ("ие" if stem[-1:] in _PLURAL_SOFT else "ые"), word)
    if gender == "masc" and stem in _STRESSED:
        return with_letters_of(stem + "ой", word)
    if stem.endswith(_RELATIONAL):
        return with_letters_of(stem + {"masc": "ий", "femn": "ая", "neut": "ое"}[gender], word)
    return with_letters_of(adjective(low, gender), word)

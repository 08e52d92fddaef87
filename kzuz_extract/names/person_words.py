"""What one word says for or against being part of a person's name: its readings as given name, surname, patronymic.

Known given names come from data/person_given_names.toml and from OpenCorpora (through pymorphy3), surnames from OpenCorpora and
from their endings; what neither knows is declined by the rules of `declension`.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from kzuz_extract.language.morphology import Parse, parses
from kzuz_extract.names.declension import CASES, Origin, origins, paradigm_of
from kzuz_extract.names.gazetteer import PERSON, lookup

Slot = tuple[str, str]  # gender m or f, case
GENDERS = {"masc": "m", "femn": "f"}
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))
_MARKS = {"Name": "g", "Surn": "s", "Patr": "p"}

KNOWN, LIKELY, POSSIBLE, FAINT = 1.0, 0.8, 0.35, 0.15


class Reading(NamedTuple):
    """A word as one part of a name: its nominative in small letters and how well it fits that part."""

    nominative: str
    weight: float


class Word(NamedTuple):
    """A distinct spelling. `roles` maps g, s, p, a (a surname that comes first) to the readings in each slot.

    given    weight as a known given name, 0 for none
    surname  weight as a surname by dictionary or ending, 0 for none
    common   a dictionary knows it as another word
    place    a dictionary knows it as a place
    """

    text: str
    roles: dict[str, dict[Slot, Reading]]
    given: float
    surname: float
    common: bool
    place: bool


@cache
def vocabulary() -> dict[str, Any]:
    """Return data/person_words.toml."""
    return tomllib.loads((files(__package__) / "data" / "person_words.toml").read_text(encoding="utf-8"))


@cache
def _given_names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Masculine names, feminine names, surnames that come first."""
    loaded = tomllib.loads((files(__package__) / "data" / "person_given_names.toml").read_text(encoding="utf-8"))
    return tuple(  # type: ignore[return-value]
        frozenset(word for listed in loaded.values() for word in listed.get(kind, "").split()) for kind in "mfs"
    )


@cache
def _suffixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    surnames = vocabulary()["surnames"]
    return tuple(surnames["strong"].split()), tuple(surnames["weak"].split())


@cache
def inner_particles() -> frozenset[str]:
    """Return the particles that stand between the words of a name: «ван», «бин», «де»."""
    return frozenset(vocabulary()["particles"]["inner"].split())


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(vocabulary()["organizations"]["prefixes"].split())


@cache
def _vetoed() -> frozenset[str]:
    return frozenset(vocabulary()["vetoes"]["words"].split())


@lru_cache(maxsize=100_000)
def word_of(text: str) -> Word:
    """Return what is known of a capitalised word, «аль-Барадеи» and «О’Рейли» included."""
    key = text.lower()
    read = parses(key)
    other = [p for p in read if p.known and not p.marks & {"Name", "Surn", "Patr", "Geox"}]
    folded = key.replace("ё", "е")
    place = any(p.known and "Geox" in p.marks for p in read) or _is_place(folded)
    common = any(p.pos not in ("", "LATN", "UNKN") for p in other) or folded in _vetoed()
    roles: dict[str, dict[Slot, Reading]] = {role: {} for role in "gspa"}
    _listed(roles, key)
    if not roles["a"] and folded not in inner_particles() and any(p.pos in _FUNCTION_WORDS for p in other):
        return Word(text, {role: {} for role in "gspa"}, 0.0, 0.0, True, place)
    _from_dictionary(roles, read)
    given = max((r.weight for r in roles["g"].values()), default=0.0)
    _by_rule(roles, key, common=common, place=place, given=bool(given))
    surname = max((r.weight for r in roles["s"].values() if r.weight >= LIKELY - 0.3), default=0.0)
    return Word(text, roles, given, surname, common, place)


def _is_place(key: str) -> bool:
    """Tell whether the gazetteer knows a word as a place of some size, and as nobody's name unless it is a big one."""
    found = lookup(key)
    return bool(found) and found[0].size >= (6 if found[0].marks & PERSON else 5)


def _put(readings: dict[Slot, Reading], slot: Slot, nominative: str, weight: float) -> None:
    if slot not in readings or readings[slot].weight < weight:
        readings[slot] = Reading(nominative, weight)


def _listed(roles: dict[str, dict[Slot, Reading]], key: str) -> None:
    """Given names and first-coming surnames of person_given_names.toml, in every case."""
    masculine, feminine, first = _given_names()
    for origin in origins(key, "g"):
        folded = origin.nominative.replace("ё", "е")
        if (folded in masculine or origin.nominative in masculine) and origin.gender == "m":
            _put(roles["g"], (origin.gender, origin.case), origin.nominative, KNOWN)
        if (folded in feminine or origin.nominative in feminine) and origin.gender == "f":
            _put(roles["g"], (origin.gender, origin.case), origin.nominative, KNOWN)
        if folded in first:
            _put(roles["a"], (origin.gender, origin.case), origin.nominative, KNOWN)
    if key.replace("ё", "е") in first:
        for gender in "mf":
            for case in CASES:
                _put(roles["a"], (gender, case), key, KNOWN - 0.01)


def _from_dictionary(roles: dict[str, dict[Slot, Reading]], read: tuple[Parse, ...]) -> None:
    for parse in read:
        role = next((role for mark, role in _MARKS.items() if mark in parse.marks), None)
        if role is None or parse.number == "plur" or (not parse.known and role != "p"):
            continue
        genders = GENDERS.get(parse.gender or "", "mf")
        nominative = parse.lemma
        if role == "s" and genders == "f":
            nominative = _feminine(parse.lemma)
        weight = KNOWN if role != "s" else LIKELY
        for gender in genders:
            for case in CASES if parse.fixed or parse.case is None else (parse.case,):
                _put(roles[role], (gender, case), nominative, weight)


def _feminine(lemma: str) -> str:
    """OpenCorpora gives «Токаевой» the masculine lemma; a woman's name has the feminine one."""
    if lemma.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return lemma + "а"
    if lemma.endswith(("ский", "цкий", "ой", "ый", "ий")):
        return lemma[:-2] + "ая"
    return lemma


def _by_rule(
    roles: dict[str, dict[Slot, Reading]], key: str, *, common: bool, place: bool, given: bool
) -> None:
    strong, weak = _suffixes()
    body = not given and key.startswith(_bodies()) and not (common or key.endswith(strong))
    for origin in origins(key, "s"):
        weight = _unknown(origin, "s")
        folded = origin.nominative.rpartition("-")[2].replace("ё", "е")
        if folded.endswith(strong) and len(folded) > 3 and _regular(origin):
            weight = 0.55 if common or place else LIKELY
        elif common or place or body:
            weight -= 0.25
        elif folded.endswith(weak) and len(folded) > 3:
            weight += 0.1
        _put(roles["s"], (origin.gender, origin.case), origin.nominative, weight)
    for origin in origins(key, "g"):
        weight = _unknown(origin, "g") - 0.1
        if common or place or given or body:
            weight -= 1.0
        _put(roles["g"], (origin.gender, origin.case), origin.nominative, weight)
    for origin in origins(key, "p"):
        folded = origin.nominative
        if folded.endswith(("ович", "евич", "овна", "евна", "инична", "улы", "кызы", "оглы", "угли", "уулу")):
            _put(roles["p"], (origin.gender, origin.case), folded, KNOWN)


def _regular(origin: Origin) -> bool:
    """«Токаева» is a woman or Токаев's, hardly a man in the nominative."""
    paradigm = paradigm_of(origin.nominative.rpartition("-")[2], "s", origin.gender)
    return not (origin.gender == "m" and origin.nominative.endswith(("ова", "ева", "ёва", "ая"))) and not (
        origin.gender == "f" and paradigm is None and origin.nominative.endswith(("ов", "ев", "ский", "цкий"))
    )


def _unknown(origin: Origin, role: str) -> float:
    """How likely the rules alone make a nominative: a plain ending is possible, an unchanged oblique form faint."""
    nominative, last = origin.nominative, origin.nominative[-1]
    if not _regular(origin):
        return 0.0
    if not origin.declined:
        if origin.gender == "f" and last not in "оеёиуюыэ":
            return FAINT + (0.1 if role == "s" else 0.0)
        return POSSIBLE if last in "оеёиуюыэ" or nominative.endswith(("улы", "кызы", "оглы")) else FAINT
    if nominative.endswith(("ый", "ой", "ая", "ь", "ец", "кий")) and origin.case != "nomn":
        return POSSIBLE - 0.12
    if role == "g" and origin.gender == "m" and last in "ая":
        return POSSIBLE - 0.1
    return POSSIBLE

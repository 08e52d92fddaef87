"""A run of words read as one name: which word is the given name, which the surname, in which gender and case.

«Касым-Жомарта Токаева» has one reading that agrees throughout: a given name and a surname, masculine,
genitive. All readings are kept, best first, because the neighbours and the other mentions have a say in the
choice.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kzuz_extract.bounds import HEAVY, LIGHT
from kzuz_extract.names.persons.listed import comes_first
from kzuz_extract.names.persons.slots import (
    AT,
    HALF,
    KNOWN,
    LIKELY,
    NO_SLOTS,
    POSSIBLE,
    SLOTS,
    Reading,
    Slot,
    Slots,
    better,
    everywhere,
    slots_of,
)
from kzuz_extract.names.persons.vocabulary import post_cases
from kzuz_extract.names.persons.vocabulary import words as listed
from kzuz_extract.names.persons.words import Word, given_in, surname_of, word_of

AGREEMENT = 0.4
# g given name, s surname, p patronymic, i initials, m another given name or the first half of a surname; «Ким
# Чен Ын»: a surname that comes first, k a syllable that stays as it is, n the last word, which declines. A
# particle in small letters («ван», «бин», «оглы») may stand anywhere, as l, and a nickname in quotes or a
# king's number, as q.
_PATTERNS = {  # by the words that are no particles: w words, i initials
    "w": ("g", "s"),
    "ww": ("gs", "sg", "gp", "an"),
    "iw": ("is",),
    "wi": ("si", "gi"),
    "www": ("gps", "sgp", "gms", "akn"),
    "wiw": ("gis",),
    "wwww": ("gmms", "akkn"),
    "wwwww": ("gmmms",),
}
_PLURALS = (
    (("ов", "ев", "ёв", "ин", "ын"), ("", "а"), ("ы", "ых", "ым", "ыми")),
    (("ск", "цк"), ("ий", "ая"), ("ие", "их", "им", "ими")),
)
# Of these a couple has the plural: «Рейганов» beside two given names is no Рейганов's.
WITH_PLURAL = tuple(stem + ending for stems, singular, _ in _PLURALS for stem in stems for ending in singular)
_PLURAL_CASES = (("nomn",), ("gent", "accs", "loct"), ("datv",), ("ablt",))
_PLURAL_SIZES = (5, 4, 3)  # letters of «иными», «овых», «овы»
_CASES = {"nomn": 0.05, "accs": -0.02, "loct": -0.02}
_TELLING = [_CASES.get(case, 0.0) for _, case in SLOTS]  # how likely a name stands in each slot
_KING = 0.4  # a number tells as much as a surname would
_TELLING_OF_KINGS = [
    _KING + (-0.05 if slot == ("f", "nomn") else telling)
    for slot, telling in zip(SLOTS, _TELLING, strict=True)
]
_SURE = 1.5
_FULL = 1.7
_WORTH_KEEPING = 0.9  # how far behind the best a reading may be to be heard at all
_INITIALS = 0.7
_TITLE = 1.2  # «Шейх Мохаммед бин Заид»: the title that opens a sentence is no given name
_FAMILY = 0.6
_LONGEST_FOLLOWING = 8  # letters of «Цзиньпин»


class Hypothesis(NamedTuple):
    """One reading of a name: the roles of its words, the slot in which they agree, their nominatives."""

    roles: str
    slot: Slot
    nominatives: tuple[str, ...]
    weight: float


@lru_cache(maxsize=HEAVY)
def readings(words: tuple[str, ...], introduced: tuple[Slot, ...] = ()) -> tuple[Hypothesis, ...]:
    """Return the readings of a run of words, best first; a word that ends with a full stop is an initial.

    In the genders and cases of `introduced` the first word is a given name, whatever else it may be.
    """
    if len(words) > 2 and words[-1] == words[-2]:
        return ()
    particles = _fixed_places(words)
    if len(words) == 1:
        return _readings_of_one(words[0]) if not particles else ()
    titled = bool(post_cases(words[0].lower()))
    common = len(words) == 2 and word_of(words[0]).common
    found: list[Hypothesis] = []
    best = 0.0
    spelled: dict[tuple[str, ...], tuple[str, ...]] = {}  # in several cases a name has one nominative
    for core in _PATTERNS.get(_spelling(words, particles), ()):
        if core == "gi" and not _is_initial_of_surname(words):
            continue
        pattern = _with_particles(core, particles, words) if particles else core
        parts = _parts(pattern, words, introduced)
        if not parts:
            continue
        keys = [word if role in "ilq" else word.lower() for role, word in zip(pattern, words, strict=True)]
        telling = _TELLING_OF_KINGS if pattern == "gq" else _TELLING
        for at, column in enumerate(zip(*parts, strict=True)):
            if not all(column):
                continue
            joined = [reading for reading in column if reading]
            if common and not joined[-1].weight:
                continue  # «Роман Ауэзова», a book: no man is called so
            weight = _weight(core, joined) + telling[at] - (_TITLE if titled and "m" in core else 0.0)
            best = max(best, weight)
            if weight > best - _WORTH_KEEPING:
                name = tuple([reading.nominative(key) for reading, key in zip(joined, keys, strict=True)])
                found.append(Hypothesis(pattern, SLOTS[at], spelled.setdefault(name, name), weight))
    if len(words) in (2, 3) and best <= _SURE:
        found += _slipped(words)
    found.sort(key=lambda hypothesis: (-hypothesis.weight, AT[hypothesis.slot]))
    return tuple(found)


def _spelling(words: tuple[str, ...], particles: list[int]) -> str:
    return "".join(
        ["i" if word.endswith(".") else "w" for at, word in enumerate(words) if at not in particles]
    )


def _is_initial_of_surname(words: tuple[str, ...]) -> bool:
    """«Гульмира Ж.», but «Ким А.» and «Ли В. В.» have their surname in front."""
    return words[-1].count(".") == 1 and not comes_first(words[0].lower())


def _readings_of_one(word: str) -> tuple[Hypothesis, ...]:
    """Return the readings of a word that stands alone, as a given name and as a surname."""
    key = word.lower()
    ranked, changes = _ranked(_part("g", word), _part("s", word))
    names = [(key[: len(key) - cut] + added,) for cut, added in changes]
    return tuple([Hypothesis(role, slot, names[change], weight) for role, slot, change, weight in ranked])


@lru_cache(maxsize=LIGHT)
def _ranked(
    as_given: Slots, as_surname: Slots
) -> tuple[list[tuple[str, Slot, int, float]], list[tuple[int, str]]]:
    """Return the readings of all words with such slots, best first: role, slot, change, weight; and the
    changes that make nominatives, each letters to cut and to add."""
    found: list[tuple[str, Slot, int, float]] = []
    changes: dict[tuple[int, str], int] = {}
    best = 0.0
    for role, slots in (("g", as_given), ("s", as_surname)):
        for slot, reading, telling in zip(SLOTS, slots, _TELLING, strict=False):
            if reading:
                weight = reading.weight + telling
                best = max(best, weight)
                if weight > best - _WORTH_KEEPING:
                    change = changes.setdefault((reading.cut, reading.added), len(changes))
                    found.append((role, slot, change, weight))
    found.sort(key=lambda reading: (-reading[3], AT[reading[1]]))
    return found, list(changes)


def _with_particles(core: str, particles: list[int], words: tuple[str, ...]) -> str:
    for at in particles:
        kind = "l" if words[at][0].isalpha() and words[at].strip("IVXІХ") else "q"
        core = f"{core[:at]}{kind}{core[at:]}"
    return core


def _parts(pattern: str, words: tuple[str, ...], introduced: tuple[Slot, ...]) -> list[Slots]:
    """Return what the words are in their roles; nothing where one of them cannot have its role."""
    parts: list[Slots] = []
    for role, word in zip(pattern, words, strict=True):
        slots = _part(role, word)
        if introduced and role == "g" and not parts:
            slots = given_in(word, introduced)
        if role == "s" and len(words) > 1 and len(parts) == len(words) - 1 and not word_of(word).never:
            slots = _also_of_several(slots, word)
        if not slots:
            return []
        parts.append(slots)
    return parts


def _slipped(words: tuple[str, ...]) -> list[Hypothesis]:
    """«аким Бакытжана Сагинтаев», «с Майклом Эрик Курилла»: a slip of the pen; the given name keeps a case of
    its own, the gender must agree."""
    if any(word.endswith(".") or not word[0].isupper() for word in words):
        return []
    given, sure = word_of(words[0]), LIKELY if len(words) == 2 else _FULL
    if given.given < KNOWN or given.common or (len(words) == 2 and word_of(words[1]).surname < LIKELY):
        return []  # «Роман Ауэзова» is a book
    return [
        Hypothesis(
            "g" + rest.roles.replace("g", "m"),
            rest.slot,
            (first.nominative(words[0].lower()), *rest.nominatives),
            first.weight + rest.weight - 0.15,
        )
        for rest in readings(words[1:])
        if rest.roles in ("s", "gs") and rest.weight >= sure
        for slot, first in zip(SLOTS, given.as_given, strict=True)
        if first and slot[0] == rest.slot[0] and first.weight >= KNOWN
    ]


def _fixed_places(words: tuple[str, ...]) -> list[int]:
    """Return where words stand that keep their form: particles, and in «Ильхамом Гейдар оглы Алиевым» the
    father's name before «оглы»."""
    particles = [at for at in range(len(words)) if _is_particle(words, at)]
    fathers = {
        at - 1 for at in particles if at > 1 and words[at].lower() in listed("particles", "patronymic")
    }
    if len(words) - len(particles) - len(fathers) < 2:
        return particles
    return sorted({*particles, *fathers})


def _also_of_several(slots: Slots, text: str) -> Slots:
    """«Асем и Даурен Касымовы»: a surname in the plural, and what it is for a man and for a woman."""
    several = of_several(text)
    if not several:
        return slots
    return tuple([b or a for a, b in zip(slots or several, several, strict=True)])


def of_several(text: str) -> Slots:
    """Return what a surname in the plural is for each who has it, () for any other word."""
    key = text.lower()
    for size in _PLURAL_SIZES:
        several = _ends_of_several().get(key[-size:]) if len(key) > size + 1 else None
        if several:
            return several
    return NO_SLOTS


@cache
def _ends_of_several() -> dict[str, Slots]:
    """How surnames in the plural end -> what they are for a man and for a woman."""
    return {
        stem + plural: slots_of(
            ((gender, case), Reading(_FAMILY, len(plural), added))
            for gender, added in zip("mf", singular, strict=True)
            for case in cases
        )
        for stems, singular, plurals in _PLURALS
        for stem in stems
        for plural, cases in zip(plurals, _PLURAL_CASES, strict=True)
    }


def _is_particle(words: tuple[str, ...], at: int) -> bool:
    """«Усама бин Ладен», «Марин Ле Пен»: small letters, or a particle with a capital between two words.

    A nickname in quotes («Джеймс «Бадди» Макгирт») and a king's number («Карл XVI Густав») stay as they are
    too.
    """
    if not words[at][0].isalpha() or (at and not words[at].strip("IVXІХ")):
        return True
    return words[at].islower() or (
        0 < at < len(words) - 1 and words[at].lower() in listed("particles", "inner")
    )


def _weight(core: str, parts: list[Reading]) -> float:
    weight = sum([part.weight for part in parts])
    if len(core) > 1:
        weight += AGREEMENT
    if core == "sgp":
        weight -= 0.5 if parts[0].weight >= POSSIBLE - 0.1 else 0.9
    elif core == "sg":
        weight -= 0.5 if parts[0].weight >= 0.5 else 0.9  # the press puts the given name first
    elif core.startswith("ak"):
        weight += 0.2
    elif "m" in core:
        if parts[-1].weight < POSSIBLE - 0.1:
            weight -= 0.3  # «Фото Ерлан Касенов Отметим, …»: the next sentence, its full stop lost
        if parts[0].weight < HALF:
            weight -= 0.3 * len(parts) - 0.7  # long names of unknown words mostly name something else
    return weight


def _part(role: str, text: str) -> Slots:
    """Return what a word is in a role, slot by slot; () where it cannot have the role."""
    if role == "i" or text.endswith("."):
        return _INITIAL if role == "i" and text.endswith(".") else NO_SLOTS
    if role in "lq":
        return _FIXED
    if role == "k":
        return _SYLLABLE if len(text) <= 6 else _LONG_SYLLABLE
    if role == "s":
        return _surname(text)
    word = word_of(text)
    if role == "g":
        return word.as_given
    if role == "m":
        return _middle(word)
    if role == "n":
        return _following(word)
    return word.as_patronymic if role == "p" else word.as_first


_INITIAL = everywhere(Reading(_INITIALS))
_FIXED = everywhere(Reading(0.3))
_NOWHERE: Slots = (None,) * len(SLOTS)
_SYLLABLE, _LONG_SYLLABLE = everywhere(Reading(0.35)), everywhere(Reading(0.0))


@lru_cache(maxsize=LIGHT)
def _surname(text: str) -> Slots:
    """A surname; «Мирзо Улугбеку», a given name in its place, is hardly more than possible, and declined as
    ever."""
    word = word_of(text)
    slots = surname_of(word)
    if word.given < KNOWN or word.surname >= HALF - 0.05:
        return slots
    return tuple(
        [
            given.weighing(POSSIBLE) if given else one and one.weighing(min(one.weight, POSSIBLE) - 0.1)
            for given, one in zip(word.as_given, slots or _NOWHERE, strict=True)
        ]
    )


def _middle(word: Word) -> Slots:
    """Another given name or half of a surname; «Акорды Президент Токаев» is no name of three words."""
    if word.as_patronymic:
        return NO_SLOTS
    best = better(word.as_given, surname_of(word))
    common = word.common and not word.plural
    return _at_most(0.6, [one if one and (not common or one.weight >= 0.5) else None for one in best])


def _following(word: Word) -> Slots:
    """A given name after a surname that comes first, «Ким Чен Ына»: one that no list needs to know."""
    best = better(word.as_given, surname_of(word))
    if not best and len(word.text) <= 4:
        return _FIXED  # «Ли Кун Хи»
    longest = _LONGEST_FOLLOWING - len(word.text)
    return _at_most(
        0.1 if word.common or word.place else 0.45,
        [one if one and len(one.added) - one.cut <= longest else None for one in best],
    )


def _at_most(most: float, readings: list[Reading | None]) -> Slots:
    lighter = tuple([one.weighing(most) if one and one.weight > most else one for one in readings])
    return lighter if any(lighter) else NO_SLOTS

"""A run of words read as one name: which word is the given name, which the surname, in which gender and case.

«Касым-Жомарта Токаева» has one reading that agrees throughout: a given name and a surname, masculine,
genitive. All readings are kept, best first, because the neighbours and the other mentions have a say in the
choice.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kzuz_extract.bounds import HEAVY
from kzuz_extract.names.declension import CASES
from kzuz_extract.names.persons.vocabulary import post_cases
from kzuz_extract.names.persons.vocabulary import words as listed
from kzuz_extract.names.persons.words import (
    HALF,
    KNOWN,
    LIKELY,
    POSSIBLE,
    Reading,
    Slot,
    Word,
    surname_of,
    word_of,
)

AGREEMENT = 0.4
_ORDER: dict[Slot, int] = {
    slot: order for order, slot in enumerate((gender, case) for gender in "mf" for case in CASES)
}
# g given name, s surname, p patronymic, i initials, m another given name or the first half of a surname; «Ким
# Чен Ын»: a surname that comes first, k a syllable that stays as it is, n the last word, which declines. A
# particle in small letters («ван», «бин», «оглы») may stand anywhere, as l, and a nickname in quotes or a
# king's number, as q.
_PATTERNS: dict[int, tuple[str, ...]] = {
    1: ("g", "s"),
    2: ("gs", "sg", "gp", "is", "si", "gi", "an"),
    3: ("gps", "sgp", "gis", "gms", "akn"),
    4: ("gmms", "akkn"),
    5: ("gmmms",),
}
_PLURAL_ENDINGS = {
    stem + ending: (stem, "а", cases)
    for stem in ("ов", "ев", "ёв", "ин", "ын")
    for ending, cases in (
        ("ы", ("nomn",)),
        ("ых", ("gent", "accs", "loct")),
        ("ым", ("datv",)),
        ("ыми", ("ablt",)),
    )
} | {
    stem + ending: (stem + "ий", "ая", cases)
    for stem in ("ск", "цк")
    for ending, cases in (
        ("ие", ("nomn",)),
        ("их", ("gent", "accs", "loct")),
        ("им", ("datv",)),
        ("ими", ("ablt",)),
    )
}
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
def readings(words: tuple[str, ...]) -> tuple[Hypothesis, ...]:
    """Return the readings of a run of words, best first; a word that ends with a full stop is an initial."""
    found: list[Hypothesis] = []
    best = 0.0
    if len(words) > 2 and words[-1] == words[-2]:
        return ()
    particles = _fixed_places(words)
    titled = bool(post_cases(words[0].lower()))
    common = len(words) == 2 and word_of(words[0]).common
    for pattern in _PATTERNS.get(len(words) - len(particles), ()):
        for at in particles:
            kind = "l" if words[at][0].isalpha() and words[at].strip("IVXІХ") else "q"
            pattern = f"{pattern[:at]}{kind}{pattern[at:]}"
        parts = [_parts(role, word) for role, word in zip(pattern, words, strict=True)]
        if len(words) > 1 and pattern[-1] == "s":
            parts[-1] = parts[-1] | _of_several(words[-1])
        if not all(parts):
            continue
        narrowest = min(parts, key=len)
        for slot in narrowest:
            if all(slot in part for part in parts):
                joined = [part[slot] for part in parts]
                if common and not joined[-1].weight:
                    continue  # «Роман Ауэзова», a book: no man is called so
                weight = _weight(pattern, slot, joined) - (_TITLE if titled and "m" in pattern else 0.0)
                best = max(best, weight)
                if weight > best - _WORTH_KEEPING:
                    found.append(_joined(pattern, slot, words, joined, weight))
    if len(words) in (2, 3) and not any(h.weight > _SURE for h in found):
        found += _slipped(words)
    found.sort(key=lambda h: (-h.weight, _ORDER[h.slot]))
    return tuple(found)


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
            (first.nominative, *rest.nominatives),
            first.weight + rest.weight - 0.15,
        )
        for rest in readings(words[1:])
        if rest.roles in ("s", "gs") and rest.weight >= sure
        for first_slot, first in given.roles["g"].items()
        if first_slot[0] == rest.slot[0] and first.weight >= KNOWN
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


def _of_several(text: str) -> dict[Slot, Reading]:
    """«Асем и Даурен Касымовы»: a surname in the plural, and what it is for a man and for a woman."""
    key = text.lower()
    for ending, (stem, feminine, cases) in _PLURAL_ENDINGS.items():
        if key.endswith(ending) and len(key) > len(ending) + 1:
            name = key[: len(key) - len(ending)] + stem
            woman = name + "а" if feminine == "а" else name[:-2] + feminine
            return {
                (gender, case): Reading(nominative, _FAMILY)
                for gender, nominative in (("m", name), ("f", woman))
                for case in cases
            }
    return {}


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


def _weight(pattern: str, slot: Slot, parts: list[Reading]) -> float:
    weight = sum([part.weight for part in parts])
    core = pattern.replace("l", "").replace("q", "")
    if len(core) > 1:
        weight += AGREEMENT
    if core == "sgp":
        weight -= 0.5 if parts[0].weight >= POSSIBLE - 0.1 else 0.9
    elif core == "sg":
        weight -= 0.5 if parts[0].weight >= 0.5 else 0.9  # the press puts the given name first
    elif core.startswith("ak"):
        weight += 0.2
    if "m" in pattern and parts[-1].weight < POSSIBLE - 0.1:
        weight -= 0.3  # «Фото Ерлан Касенов Отметим, …»: the next sentence, its full stop lost
    if "m" in pattern and parts[0].weight < HALF:
        weight -= 0.3 * len(parts) - 0.7  # long names of unknown words are mostly names of something else
    if slot == ("f", "nomn") and pattern == "gq":
        weight -= 0.05  # «Карла III» is a king's
    elif slot[1] == "nomn":
        weight += 0.05
    elif slot[1] in ("accs", "loct"):
        weight -= 0.02
    return weight


def _joined(
    pattern: str, slot: Slot, words: tuple[str, ...], parts: list[Reading], weight: float
) -> Hypothesis:
    nominatives = tuple([part.nominative or word for part, word in zip(parts, words, strict=True)])
    return Hypothesis(pattern, slot, nominatives, weight)


@lru_cache(maxsize=HEAVY)
def _parts(role: str, text: str) -> dict[Slot, Reading]:
    """Return what a word is in a role, slot by slot; {} where it cannot have the role."""
    if role == "i" or text.endswith("."):
        return _any(Reading("", _INITIALS)) if role == "i" and text.endswith(".") else {}
    if role in "lq":
        return _any(Reading(text, 0.3))
    if role == "k":
        return _any(Reading(text.lower(), 0.0 if len(text) > 6 else 0.35))
    word = word_of(text)
    if role == "m":
        return _middle(word)
    if role == "n":
        return _following(word)
    if role == "s" and word.given >= KNOWN and word.surname < HALF - 0.05:
        # «Мирзо Улугбеку»: a given name in a surname's place, hardly more than possible, and declined as ever
        by_rule = {
            slot: r._replace(weight=min(r.weight, POSSIBLE) - 0.1) for slot, r in surname_of(text).items()
        }
        return by_rule | {slot: r._replace(weight=POSSIBLE) for slot, r in word.roles["g"].items()}
    return surname_of(text) if role == "s" else word.roles[role]


def _any(reading: Reading) -> dict[Slot, Reading]:
    return dict.fromkeys(_ORDER, reading)


def _best(word: Word) -> dict[Slot, Reading]:
    """A word as given name or surname, whichever it is better as."""
    best = dict(word.roles["g"])
    for slot, reading in surname_of(word.text).items():
        if slot not in best or best[slot].weight < reading.weight:
            best[slot] = reading
    return best


def _middle(word: Word) -> dict[Slot, Reading]:
    """Another given name or half of a surname; «Акорды Президент Токаев» is no name of three words."""
    common = word.common and not word.plural
    if word.roles["p"]:
        return {}
    return {
        slot: reading._replace(weight=min(reading.weight, 0.6))
        for slot, reading in _best(word).items()
        if not common or reading.weight >= 0.5
    }


def _following(word: Word) -> dict[Slot, Reading]:
    """A given name after a surname that comes first, «Ким Чен Ына»: one that no list needs to know."""
    best = _best(word)
    if not best and len(word.text) <= 4:
        return _any(Reading(word.text.lower(), 0.3))  # «Ли Кун Хи»
    most = 0.1 if word.common or word.place else 0.45
    return {
        slot: reading._replace(weight=min(reading.weight, most))
        for slot, reading in best.items()
        if len(reading.nominative) <= _LONGEST_FOLLOWING
    }

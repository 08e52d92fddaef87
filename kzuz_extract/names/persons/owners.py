"""Two people in a row: «дочь Каримова Гульнара», «пресс-секретарь Путина Дмитрий Песков».

The first is who the second belongs to, and stands in the genitive; nothing but that tells the two apart.
"""

from __future__ import annotations

from kzuz_extract.names.persons.animates import called
from kzuz_extract.names.persons.reading import Hypothesis, readings
from kzuz_extract.names.persons.runs import Unit
from kzuz_extract.names.persons.slots import AT, HALF, KNOWN, Slot
from kzuz_extract.names.persons.vocabulary import forms_of, words
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Scene

_LONGEST = 3  # words of a name
_FULL = 1.5  # the weight of two words that are a name


def owner(scene: Scene, run: list[Unit]) -> tuple[int, int]:
    """Return where in a run the name of the owner begins and ends; (0, 0) where it names one person."""
    start = int(run[0].ordinary and run[0].first in scene.opens)
    at = run[start].first - 1
    if len(run) < start + 2 or at < scene.text.sentence_bounds(run[0].first)[0]:
        return 0, 0
    forms = scene.text.forms
    kin = forms[at].key in forms_of("posts", "kin")
    if kin and any(form.key in words("before", "possessive") for form in forms[max(at - 2, 0) : at]):
        return 0, 0  # «его дочь Каримова Гульнара», «его бывшая жена …»: there the surname comes first
    slots = called(forms[at].text.lower(), forms[at].key) if kin or len(run) > start + 2 else ()
    if not slots or _surname_comes_first(run[start:], slots):
        return 0, 0
    ends = range(min(start + _LONGEST, len(run) - 1), start, -1)
    owners = [end for end in ends if _is_owner(run[start:end], slots)]
    found = next((end for end in owners if _is_full_name(run[end:], slots)), 0)
    if kin and not found:
        found = next((end for end in owners if _is_given_name(run[start:end], run[end:], slots)), 0)
    return (start, found) if found else (0, 0)


def _surname_comes_first(units: list[Unit], slots: tuple[Slot, ...]) -> bool:
    """«с дочерью Каримовой Гульнарой»: in other cases than the nominative the surname would not agree."""
    if any(case == "nomn" for _, case in slots):
        return False
    return any(one.roles in ("sg", "sgp") and one.slot in slots for one in _read(units))


def _is_owner(units: list[Unit], slots: tuple[Slot, ...]) -> bool:
    """«Каримова», «Димаша Кудайбергена»: a genitive, and no given name in the case of the noun."""
    first = word_of(units[0].text)
    called = [first.as_given[AT[slot]] for slot in slots if first.as_given]
    if any(given and given.weight >= KNOWN - 0.1 for given in called):
        return False
    enough = HALF if len(units) == 1 else _FULL
    return any(one.slot[1] == "gent" and one.weight >= enough for one in _read(units))


def _is_full_name(units: list[Unit], slots: tuple[Slot, ...]) -> bool:
    """«Дмитрий Песков» of a secretary, «Гульнара Каримова» of a daughter."""
    if word_of(units[0].text).given < HALF or (len(units) > 1 and word_of(units[1].text).as_patronymic):
        return False  # «учительница Иванова | Мария Петровна»
    full = [one for one in _read(units) if one.roles in ("gs", "gps", "gms") and one.weight >= _FULL]
    return any(one.slot in slots for one in full)


def _is_given_name(owner_: list[Unit], units: list[Unit], slots: tuple[Slot, ...]) -> bool:
    """«Гульнара», «Гульнара Исламовна»; one that no list has only behind a surname: «жена Маска Талула»."""
    first = word_of(units[0].text)
    if first.given >= HALF:
        return any(one.roles in ("g", "gp") and one.slot in slots for one in _read(units))
    if len(owner_) > 1 or len(units) > 1 or word_of(owner_[0].text).given or not first.as_given:
        return False
    return any(first.as_given[AT[slot]] for slot in slots)


def _read(units: list[Unit]) -> tuple[Hypothesis, ...]:
    return readings(tuple([unit.text for unit in units]))

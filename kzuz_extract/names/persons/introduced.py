"""Given names that no list has because they are places or common words, told by who is beside them.

«актриса Виола Дэвис», «американка Дакота Джонсон», «Бритни Спирс и Дакота Фаннинг»: whoever is called an
actress or an American, speaks, or stands in a list of people has a name of two words, whatever else the first
of them means.
"""

from __future__ import annotations

from functools import lru_cache

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.gazetteer import lookup
from kzuz_extract.names.persons.animates import animates, called
from kzuz_extract.names.persons.context import acts, adjective_cases
from kzuz_extract.names.persons.listed import listed
from kzuz_extract.names.persons.runs import NOBODY, Introduced, Unit
from kzuz_extract.names.persons.slots import KNOWN, SLOTS, Slot
from kzuz_extract.names.persons.vocabulary import aged_slots, forms_of, post_cases, words
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Shape

_LONGEST_LIST = 6  # names
_METROPOLIS = 7  # digits of a population: nobody is called Астана
_SPEAKER: tuple[Slot, ...] = (("m", "nomn"), ("f", "nomn"))


def introduced(scene: Scene, runs: list[list[Unit]], number: int) -> Introduced:
    """Return which word of a run is a given name that only its neighbours tell, its first word or, behind
    what opens the sentence, its second: «Актриса Виола Дэвис», «Спела Виола Дэвис»."""
    run = runs[number]
    at = int(len(run) > 2 and run[0].ordinary and run[0].first in scene.opens)
    first = run[at].first
    before = scene.text.forms[first - 1] if first and (at or first not in scene.opens) else None
    sure = before is not None and (before.key in forms_of("before", "nations") or before.key in aged_slots())
    if len(run) < at + 2 or not (sure or run[at].ordinary) or not _may_be_a_name(run[at], run[at + 1]):
        return NOBODY
    form = scene.text.forms[first]
    slots: tuple[Slot, ...] = ()
    if before and (at or before.shape is Shape.LOWER):
        slots = _told_by(before.text.lower(), before.key, form.key)
    if not run[at].ordinary:
        return Introduced(at, slots)
    if slots or _may_be_a_complement(form.key) or _is_large(form.key) or _is_noun_of_people(run[at]):
        return Introduced(at, slots)
    if first in scene.opens and word_of(form.text).common:
        return NOBODY
    if acts(scene, first, run[-1].end):
        return Introduced(at, _SPEAKER)
    return Introduced(at, SLOTS) if not at and _in_a_list(scene, runs, number) else NOBODY


def _is_noun_of_people(unit: Unit) -> bool:
    key = unit.text.lower()
    return bool(post_cases(key) or animates(key))


def _may_be_a_name(first: Unit, second: Unit) -> bool:
    """«Виола Дэвис», unlike «Астана Опера», «Уэльского Чарльза», «Де Ниро»."""
    follows = word_of(second.text)
    if not first.ordinary and (first.initial or word_of(first.text).given or word_of(first.text).surname):
        return False
    if second.initial or follows.never or (follows.common and not follows.plural):
        return False
    key = first.text.lower()
    if "ск" in key[-5:-1] and adjective_cases(key):
        return False
    return key not in words("particles", "inner") or bool(listed(key).as_given)


@lru_cache(maxsize=LIGHT)
def _told_by(noun: str, noun_key: str, key: str) -> tuple[Slot, ...]:
    """What the noun right before says of a word; nothing where that may be what the noun governs."""
    if noun_key in aged_slots():
        gender_, cases = aged_slots()[noun_key]
        return tuple([(gender_, case) for case in cases])
    slots = called(noun, noun_key)
    if noun_key in forms_of("before", "nations"):
        return slots
    if _may_govern(noun_key, all(gender == "f" for gender, _ in slots), key):
        return ()
    return slots + tuple([("f", case) for gender, case in slots if gender == "m"])  # «министр»


def _may_govern(noun_key: str, of_women: bool, key: str) -> bool:
    """«тренер Челси Моуринью», «мэр Риги Ушаков»; but an actress is at most one of a town."""
    if noun_key in forms_of("posts", "staged") or noun_key in forms_of("posts", "screened"):
        return _may_be_a_complement(key) and (bool(lookup(key)) or not of_women)
    return _is_large(key) or _may_be_a_complement(key)


@lru_cache(maxsize=LIGHT)
def _may_be_a_complement(key: str) -> bool:
    """Tell whether a word may be a genitive: «Риги», «Челси», «Мира»."""
    if any(place.in_case("gent") for place in lookup(key)):
        return True
    read = known_parses(key)
    least = read[0].score / 4 if read else 0.0
    return any(p.pos == "NOUN" and p.case == "gent" and p.score >= least for p in read)


def _is_large(key: str) -> bool:
    places = lookup(key)
    return bool(places) and places[0].size >= _METROPOLIS


def _in_a_list(scene: Scene, runs: list[list[Unit]], number: int) -> bool:
    """«Бритни Спирс и Дакота Фаннинг»: beside a name of two words whose first is a known given name."""
    forms = scene.text.forms
    for step in (-1, 1):
        for other in range(number + step, number + step * _LONGEST_LIST, step):
            if not 0 <= other < len(runs):
                break
            left, right = (other, other + 1) if step < 0 else (other - 1, other)
            joint = runs[left][-1].end
            if joint + 1 != runs[right][0].first or forms[joint].key not in (",", "и"):
                break
            if len(runs[other]) > 1 and word_of(runs[other][0].text).given >= KNOWN:
                return True
    return False

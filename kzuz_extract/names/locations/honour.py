"""Persons behind the head of a place: it is named after them («парк Горького»), or they lead it («мэр города
Сейтов»)."""

from __future__ import annotations

from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.gazetteer import Place
from kzuz_extract.names.locations.forms import relational
from kzuz_extract.names.locations.found import Found, opens
from kzuz_extract.names.locations.lexicon import Head, head_of, words
from kzuz_extract.names.organizations.lexicon import head_readings
from kzuz_extract.names.persons.reading import readings
from kzuz_extract.names.persons.slots import LIKELY
from kzuz_extract.names.persons.vocabulary import forms_of, post_cases
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

_SURE_PERSON = 0.9
_FARTHEST_POST = 4
_FULL_NAME, _SURE_NAME = 2, 1.5  # words, weight


def may_honour(head: Head, places: tuple[Place, ...], plural: bool) -> bool:
    """Tell whether what follows a head may be somebody, no known place: not in «реки Урал»."""
    if head.how != "land" or not head.one or plural or head.kind in ("city", "district"):
        return False
    return not places or places[0].doubtful


def honours(forms: list[Form], start: int, end: int, head: Head) -> bool:
    """«парк Горького», «мавзолей Ходжи Ахмеда Ясави», «пик Победы»: somebody or something in the genitive.

    A river's name agrees with its head: «реки Славянки».
    """
    said = tuple(form.text for form in forms[start:end])
    if not all(word[:1].isupper() and word[1:].islower() for word in said):
        return False
    person = next(iter(readings(said)), None)
    if person and person.weight >= _SURE_PERSON and person.slot[1] in ("gent", "accs"):
        return True
    known = known_parses(forms[start].key)
    return (
        end - start == 1
        and head.kind != "water"
        and bool(known)
        and all(r.pos == "NOUN" and not r.marks for r in known)
        and not any(r.case == "nomn" and r.number == "sing" for r in known)
        and any(r.case == "gent" for r in known)
    )


def bears_full_name(forms: list[Form], at: int, start: int, end: int, head: Head) -> bool:
    """«в районе Магжана Жумабаева», but «акима района Магжана Жумабаева уволили»."""
    led = any(post_cases(form.key) for form in forms[max(0, at - _FARTHEST_POST) : at])
    if head.lemma != "район" or end - start < _FULL_NAME or led:
        return False
    person = next(iter(readings(tuple(form.text for form in forms[start:end]))), None)
    return person is not None and person.weight >= _SURE_NAME and person.slot[1] in ("gent", "accs")


def named_after(scene: Scene, at: int, end: int, head: Head) -> Found:
    """The name of a place in the genitive needs its head; in a list of several it has none of its own."""
    text = scene.text
    said = (f"named after somebody: «{head.lemma}»",)
    if not head_of(text.forms[at].key):
        name = text.source[text.starts[at] : text.ends[end - 1]]
        return Found(at, end, "location.in_honour", 2.6, said, head.kind, name)
    name = f"{head.lemma}{text.source[text.ends[at] : text.ends[end - 1]]}"
    if text.forms[at].shape is Shape.TITLE and not opens(scene, at):
        name = name[:1].upper() + name[1:]
    return Found(at, end, "location.in_honour", 2.6, said, head.kind, name)


def names_a_person(forms: list[Form], start: int, end: int) -> bool:
    """«мэр города Ерлан Сейтов», «мэр города Сейтов»: a person's name follows the head, not the place's."""
    if end - start == 1:
        key = forms[start].key
        return key.endswith(("ов", "ев", "ин", "ын", "ова", "ева")) and bool(
            word_of(forms[start].text).surname
        )
    read = [word_of(forms[i].text) for i in range(start, end) if forms[i].capital]
    if any(word.never for word in read):
        return False  # «Нур Жолы»
    return bool(read[0].given or any(word.surname >= LIKELY for word in read[1:]))


def is_who_leads(forms: list[Form], at: int, start: int, end: int) -> bool:
    """«хокиму области Собирову», «акима города Сейтова»: after a post a surname in any case."""
    led = at > 0 and end - start == 1 and bool(post_cases(forms[at - 1].key))
    return led and not relational(forms[start].key) and word_of(forms[start].text).surname >= LIKELY


def has_people(before: str) -> bool:
    """«жители Балхаша», «аким Нарына», «полиция района Алматы»: no river has them, no surroundings either."""
    if before in words().rulers or before in forms_of("before", "residents"):
        return True
    return bool(post_cases(before) or head_readings(before))

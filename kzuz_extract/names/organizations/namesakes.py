"""Persons in names of bodies: «администрация Билла Клинтона», «институт Сербского», «имени аль-Фараби»."""

from __future__ import annotations

from functools import cache

from kzuz_extract.language.morphology import Parse, parses
from kzuz_extract.names.organizations.lexicon import head_readings, words
from kzuz_extract.names.organizations.view import View, adjectives_in, is_person_like, noun_in
from kzuz_extract.text.tokens import Shape

_SURNAMES = ("ского", "цкого")


def serves_a_post(view: View, head: int) -> bool:
    """«администрация президента»: a post belongs to the name of the office that serves it."""
    key = view.forms[head + 1].key
    if key not in _posts():
        return False
    listed = words("heads", "exceptions")
    return any(f"{reading.lemma}_{key}" in listed for reading in head_readings(view.forms[head].key))


@cache
def _posts() -> frozenset[str]:
    return frozenset(pair.partition("_")[2] for pair in words("heads", "exceptions"))


def person_end(view: View, head: int) -> int | None:
    """«администрация Трампа», «институт Сербского»: a surname alone, in the genitive."""
    form, after = view.forms[head + 1], view.after(head + 2)
    if (saint := _saint_end(view, head)) is not None:
        return saint
    if form.shape is not Shape.TITLE or (after is not None and after.shape is Shape.INITIAL):
        return None
    if after is not None and after.shape is Shape.TITLE:
        full = _full_name_end(view, head)
        if full is not None or not _begins_another(form.text, after.text):
            return full
    lemmas = {h.lemma for h in head_readings(view.forms[head].key)}
    readings = parses(form.key)
    founded = not lemmas.isdisjoint(words("heads", "of_founders")) and all(r.case != "nomn" for r in readings)
    if lemmas.isdisjoint(words("heads", "of_persons")) and (not founded or _follows_a_post(view, head)):
        return None  # «фонд Сороса», but not «директора фонда Абая»
    noun = any(
        r.case == "gent" and (r.marks & {"Surn"} or not r.known or form.key.endswith(_SURNAMES))
        for r in readings
    )
    noun = noun or _declines_a_given_name(readings)
    return head + 2 if noun and form.key not in words("heads", "stops") else None


def _declines_a_given_name(readings: tuple[Parse, ...]) -> bool:
    """«университет Джонсона»: what the dictionary knows as a given name may be a surname."""
    return bool(readings) and all(r.marks & {"Name"} and r.case in ("gent", "accs") for r in readings)


def _saint_end(view: View, head: int) -> int | None:
    """«госпиталь | Святой Марии», «больница | святителя Луки»: in whose honour a house is named."""
    if view.forms[head + 1].key not in words("words", "saints"):
        return None
    name = view.after(head + 2)
    if name is None or name.shape is not Shape.TITLE or not noun_in(name.text, "gent"):
        return None
    listed = any(h.lemma in words("heads", "of_saints") for h in head_readings(view.forms[head].key))
    return head + 3 if listed else None


def _begins_another(surname: str, after: str) -> bool:
    """«ректор института Сербского Иван Петров»: a surname in the genitive, then a given name in the
    nominative.
    """
    own = surname.endswith(_SURNAMES) or any(
        r.case == "gent" and r.marks & {"Surn"} and not r.marks & {"Name"} for r in parses(surname)
    )
    return own and any(r.case == "nomn" and r.marks & {"Name"} for r in parses(after))


def _follows_a_post(view: View, head: int) -> bool:
    """«директора музея Николая Букина»: in the genitive too, the man is rather the director."""
    at = head - 1
    while view.joined(at + 1) and at > head - 4 and adjectives_in(view.forms[at].text, "gent"):
        at -= 1
    noun = noun_in(view.forms[at].text, "gent") if view.joined(at + 1) else None
    return noun is not None and noun.animacy == "anim"


def _full_name_end(view: View, head: int) -> int | None:
    """«администрация | Билла Клинтона»: a given name in the genitive and the word after it."""
    lemmas = {h.lemma for h in head_readings(view.forms[head].key)}
    led = not lemmas.isdisjoint(words("heads", "of_leaders"))
    listed = led or (not lemmas.isdisjoint(words("heads", "of_founders")) and not _follows_a_post(view, head))
    names = [r for r in parses(view.forms[head + 1].key) if r.marks & {"Name"} and r.number == "sing"]
    given = any(r.case == "gent" for r in names) and (led or all(r.case != "nomn" for r in names))
    third = view.after(head + 3)
    ends = third is None or third.shape is not Shape.TITLE
    return head + 3 if listed and given and ends else None


def namesake_end(view: View, at: int) -> int | None:
    """«имени | А. С. Пушкина», «имени | аль-Фараби», «имени | Абылай хана»: up to three capitalised words."""
    end, names = at, 0
    if end < view.size and view.forms[end].text == "." and view.forms[end - 1].key == "им":
        end += 1
    while end < min(at + 9, view.size) and (end == at or end not in view.breaks):
        form = view.forms[end]
        if form.shape is Shape.INITIAL or (form.text == "." and view.forms[end - 1].shape is Shape.INITIAL):
            end += 1
        elif form.shape is Shape.TITLE or (form.key.startswith("аль-") and names == 0):
            if names and not (is_person_like(form.text) or names < 2):
                break
            names += 1
            end += 1
            if names == 3:
                break
        else:
            end += names > 0 and form.key in words("words", "titles_of_old")
            break
    return end if names else None

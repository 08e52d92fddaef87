"""Adjectives that name places with a generic word: «в Индерском и Махамбетском районах»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from kzuz_extract.language.morphology import parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import Place
from kzuz_extract.names.locations.forms import (
    RELATIONAL_FEMININE,
    adjective_cases,
    adjective_nominative,
    relational,
)
from kzuz_extract.names.locations.found import Anchors, Found, breaks, end_with_number, opens
from kzuz_extract.names.locations.lexicon import Head, head_of, words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape

_MOST_QUALIFIERS = 2  # between name and head: «в Абайском сельском округе»
LONGEST_LIST = 12  # names that share one head: «в Акмолинской, … и Костанайской областях»


def with_adjectives(scene: Scene, at: int, head: Head) -> Iterator[Found]:
    """«Индерском и Махамбетском районах»: each adjective is a place, the last one takes the head in."""
    if head.how in ("point", "built"):
        return
    forms = scene.text.forms
    before = bisect_left(scene.capitals, at) - 1
    if before < 0 or at - scene.capitals[before] > 1 + _MOST_QUALIFIERS:
        return  # no name stands there
    before = at - 1
    while before >= 0 and at - before <= _MOST_QUALIFIERS and _is_qualifier(forms[before]):
        before -= 1
    plural = bool(before >= 0 and head.many and _agrees(forms[before], "plur", head.many))
    gender = "plur" if plural else head.gender
    cases = head.many if plural else head.one | head.many
    if before < 0 or not _agrees(forms[before], gender, cases):
        return
    first = before
    if (
        first > 0
        and forms[first - 1].capital
        and _agrees(forms[first - 1], gender, cases)
        and not breaks(scene, first)
    ):
        first -= 1
    if not _names_a_place(scene, first, at, head, gender):
        return
    listed = [] if plural else list(_listed_before(scene, first, gender, cases))
    if not plural and not _agrees(forms[before], gender, head.one) and head.one and not listed:
        return
    if _belongs_to_another_head(forms, min([first, *listed])):
        return
    qualifiers = [adjective_nominative(forms[i].text, gender) for i in range(before + 1, at)]
    word = forms[at].text if forms[at].shape is Shape.UPPER else head.plural if plural else head.lemma
    tail = [*qualifiers, word]
    yield _with_number(scene, _adjectival(scene, first, before, at + 1, head, gender, tail))
    for one in listed:
        yield _adjectival(scene, one, one, one + 1, head, gender, tail)


def _with_number(scene: Scene, found: Found) -> Found:
    """«Алматинская ТЭЦ-2»: the number belongs to the name."""
    end = end_with_number(scene, found.end) if found.kind == "facility" else found.end
    if end == found.end:
        return found
    return found._replace(end=end, name=f"{found.name}-{scene.text.forms[end - 1].text}")


def _belongs_to_another_head(forms: list[Form], first: int) -> bool:
    """«в районах Абайский и Каратауский города»: the adjectives belong to the plural before them."""
    before = head_of(forms[first - 1].key) if first else None
    return before is not None and not before.one and before.how in ("area", "street")


def _adjectival(
    scene: Scene, first: int, last: int, end: int, head: Head, gender: str, tail: list[str]
) -> Found:
    forms = scene.text.forms
    leading = [adjective_nominative(forms[i].text, gender) for i in range(first, last + 1)]
    name = " ".join([*leading, *tail])
    known = gazetteer.lookup(name.lower().replace("ё", "е"))
    place = known[0] if known else _known_as_printed(forms, first, end)
    if place and (not known or place.name.lower() == name.lower()):
        name = place.name
    return Found(
        first,
        end,
        "location.adjective_and_head",
        2.5,
        (f"adjective before «{head.lemma}»",),
        place.kind if place else head.kind,
        name,
        place.code if place else None,
        place.key if place else None,
    )


def _known_as_printed(forms: list[Form], first: int, end: int) -> Place | None:
    """«Каймановых островов», whose nominative is «Каймановы»."""
    if end - first < 2:
        return None
    return next(iter(gazetteer.lookup(" ".join([form.key for form in forms[first:end]]))), None)


class _Region(NamedTuple):
    """What the adjective of a known region stands for: its name, the region."""

    name: str
    place: Place


def _region(form: Form) -> _Region | None:
    """«Атырауской», of which «Атырауская область» is known."""
    if form.shape is not Shape.TITLE or not form.key.endswith(RELATIONAL_FEMININE):
        return None
    name = f"{adjective_nominative(form.text, 'femn')} область"
    known = gazetteer.lookup(name.lower().replace("ё", "е"))
    return _Region(name, known[0]) if known else None


_regions = Asked(_region, None, small=tuple)


def elliptic_regions(scene: Scene, anchors: Anchors) -> Iterator[Found]:  # noqa: ARG001
    """«в Атырауской, Актюбинской»: adjectives of known regions, «область» left out or glued."""
    forms = scene.text.forms
    for at in _regions.where(scene.text):
        region = _regions[forms[at]]
        if region is None or (at + 1 < len(forms) and not _leaves_out_its_head(forms, at)):
            continue
        name, place = region
        said = ("adjective of a region",)
        end, glued = _glued_head(forms, at + 1)
        yield Found(
            at, end, "location.elliptic_region", 1.3, said, "region", name, place.code, place.key, glued
        )


def _leaves_out_its_head(forms: list[Form], at: int) -> bool:
    after = forms[at + 1]
    return after.text in ",.;:)—–" or after.key == "и" or after.key.startswith("област")


def _glued_head(forms: list[Form], at: int) -> tuple[int, int]:
    """«области» of «областипрорвало» belongs to the span: return its end, and how many letters do not."""
    if at < len(forms) and forms[at].key.startswith("област"):
        for length in range(min(9, len(forms[at].key)), 5, -1):
            if head_of(forms[at].key[:length]):
                return at + 1, len(forms[at].text) - length
    return at, 0


def _listed_before(scene: Scene, first: int, gender: str, cases: int) -> Iterator[int]:
    """Yield the adjectives of a list that ends at token `first`, from right to left."""
    forms = scene.text.forms
    for _ in range(LONGEST_LIST):
        at = first - 1
        while at > 0 and first - at < 4 and forms[at].key in (",", "и", "или", "а", "также", "с"):
            at -= 1
        if at == first - 1 or at < 0 or not (forms[at].capital and _agrees(forms[at], gender, cases)):
            return
        yield at
        first = at


def _is_qualifier(form: Form) -> bool:
    listed = words()
    return (
        form.key.startswith(listed.qualifiers_begin)
        and adjective_nominative(form.key, "masc") in listed.qualifiers
    )


def _agrees(form: Form, gender: str, cases: int) -> bool:
    return (
        form.capital
        and form.shape in (Shape.TITLE, Shape.UPPER)
        and bool(adjective_cases(form.key, gender) & cases)
    )


def _names_a_place(scene: Scene, first: int, at: int, head: Head, gender: str) -> bool:
    """A capital alone says it, except where a sentence opens: there only an adjective in -ский does."""
    form = scene.text.forms[first]
    if (head.how == "realm" or scene.text.forms[at].capital) and not relational(form.key):
        return False
    if form.shape is Shape.TITLE and not opens(scene, first):
        return gender != "plur" or relational(form.key) or not any(r.pos == "PRTF" for r in parses(form.key))
    plain = adjective_nominative(form.key, "masc")
    if plain.replace("ё", "е") in words().no_names:
        return False
    short = scene.text.forms[at].shape is Shape.UPPER and head.kind == "facility"  # «Бухтарминская ГЭС»
    return relational(form.key) and (short or head.how in ("area", "realm", "street") or head.kind == "water")


def listed_after(scene: Scene, start: int, head: Head) -> Iterator[Found]:
    """«в трёх областях: Атырауской, Актюбинской и Костанайской»."""
    forms = scene.text.forms
    for _ in range(LONGEST_LIST):
        if start >= len(forms) or not _agrees(forms[start], head.gender, head.many):
            return
        if start + 1 < len(forms) and forms[start + 1].shape is Shape.LOWER and head_of(forms[start + 1].key):
            return
        yield _adjectival(scene, start, start, start + 1, head, head.gender, [head.lemma])
        start += 1
        if start >= len(forms) or forms[start].key not in (",", "и", "или"):
            return
        start += 1

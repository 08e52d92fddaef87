"""Streets behind their generic word: «улица Айтматова», «проспект аль-Фараби», «улиц Сарайшык, Туран»."""

from __future__ import annotations

from kzuz_extract.language.morphology import parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import Place
from kzuz_extract.names.locations.forms import adjective_cases, adjective_nominative, is_adjective
from kzuz_extract.names.locations.found import Found, opens
from kzuz_extract.names.locations.lexicon import Head, words
from kzuz_extract.names.locations.runs import governs, joined, run
from kzuz_extract.names.organizations.forms import with_letters_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Shape

_TOWN, _CITY = 5, 6  # digits of the population of a town whose name in the genitive is no street's
_NOMINATIVE = 1


def street(scene: Scene, at: int, start: int, head: Head, plural: bool) -> Found | None:
    """«улице Толе би» with its head, «улиц Сарайшык, Туран» without."""
    forms = scene.text.forms
    end = run(scene, start, street=True)
    if end is None:
        return _in_small_letters(scene, at, start, head)
    central = at > 0 and adjective_nominative(forms[at - 1].key, "masc") in words().central
    if (head.many or central) and not head.abbreviated and _is_of_a_town(gazetteer.longest(forms, start)[1]):
        return None
    if end < len(forms) and governs(forms, end):
        end -= 1
    if end == start:
        return None
    said = [form.text for form in forms[start:end]]
    cases = head.many if plural else head.one
    if (
        (head.abbreviated or not cases & _NOMINATIVE)
        and adjective_cases(forms[start].key, head.gender) & cases
        and is_adjective(forms[start].key)
    ):
        said[0] = adjective_nominative(said[0], head.gender)
    name = joined(said)
    if plural:
        return Found(start, end, "location.street", 2.0, ("in a list of streets",), "street", name)
    return Found(
        at, end, "location.street", 2.5, (f"after «{head.lemma}»",), "street", f"{head.lemma} {name}"
    )


def _is_of_a_town(places: tuple[Place, ...]) -> bool:
    """«улицы Лондона», «улицы Алматы»: streets of a city, not the street called so; but «улицы Пушкина»."""
    if not places or places[0].size <= _TOWN or places[0].doubtful:
        return False
    many_streets = places[0].size > _CITY and places[0].in_case("gent")
    return many_streets or not places[0].in_case("nomn")


def _in_small_letters(scene: Scene, at: int, start: int, head: Head) -> Found | None:
    """«Аллея ветеранов»: only the street's own word has a capital."""
    forms = scene.text.forms
    if not forms[at].capital or opens(scene, at) or len(forms[start].text) < 4:
        return None
    if forms[start].shape is not Shape.LOWER or not any(
        r.pos == "NOUN" and r.case == "gent" for r in parses(forms[start].key)
    ):
        return None
    name = f"{with_letters_of(head.lemma, forms[at].text)} {forms[start].text}"
    return Found(at, start + 1, "location.street", 1.5, ("a street's word with a capital",), "street", name)


def three_in_a_row(scene: Scene, start: int) -> bool:
    """«улицы | Абая, Саина и Толе би»."""
    forms, at = scene.text.forms, start
    for joint in (",", "и"):
        end = run(scene, at, street=True)
        if end is None or end + 1 >= len(forms) or forms[end].key != joint:
            return False
        at = end + 1
    return forms[at].capital

"""Places of ways and corners: «трасса Макинск – Степняк», «на углу Абая и Правды», «мост через Чаган»."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.facts import LocationKind
from kzuz_extract.language.morphology import parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import COMMON, WEAK, Place
from kzuz_extract.names.locations.forms import adjective_cases, adjective_nominative
from kzuz_extract.names.locations.found import Anchors, Found, breaks
from kzuz_extract.names.locations.lexicon import head_of, words
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape

HALF = "location.half_of_a_word"
_DASHES = "-–—‑−"
_BETWEEN_STREETS = ("и", "с", *_DASHES)
_BEFORE_STREETS = ("через", "на", "по")
_MOST_BETWEEN = 4  # words between the way and its first stop: «автодороги областного значения Макинск – …»
_MOST_STOPS = 8
_LONGEST_STOP = 3
_GENITIVE_FEMININE = 2
_SMALL_TOWN = 4  # digits of a population
_ROUTE = 1.8
_NEAR = 8
_OF_STREETS = ("ова", "ева", "ина", "ына", "ского", "цкого")
_TOWN = 6


def along_ways(scene: Scene, anchors: Anchors) -> Iterator[Found]:
    """Yield the stops of ways, the streets of corners, waters that are crossed, towns joined by a hyphen."""
    for at in _joined.where(scene.text):
        yield from _joined_towns(scene, at)
    forms = scene.text.forms
    dashes = _dashes(scene)
    corners = words().corners
    waking = corners.union(_BEFORE_STREETS)
    read_to = 0
    for at in [at for at in anchors.capitals if dashes or forms[at - 1].key in waking]:
        if at < read_to or forms[at].latin or not at:
            continue
        before = forms[at - 1].key
        if before == "через" and at > 1 and forms[at - 2].key in words().crossings:
            yield from _crossed(scene, at)
        elif before in corners:
            yield from _corner(scene, at)
        elif before in ("на", "по"):
            yield from _street_by_name(scene, at)
        elif dashes and (end := _end_of_stop(scene, anchors, at)) in dashes:
            stops = _stops(scene, anchors, at, end, dashes)
            if _is_way(scene, at):
                yield from (_stop(scene, *stop) for stop in stops)
            read_to = stops[-1][1]


def _dashes(scene: Scene) -> set[int]:
    """Return the dashes behind which a name may go on: «Атырау – Доссор»."""
    forms = scene.text.forms
    return {
        at
        for at in scene.text.signs
        if forms[at].text in _DASHES
        and at + 1 < len(forms)
        and forms[at + 1].capital
        and not (forms[at + 1].latin or breaks(scene, at + 1))
    }


def _stops(scene: Scene, anchors: Anchors, at: int, end: int, dashes: set[int]) -> list[tuple[int, int]]:
    """«Атырау – Доссор – Актау»: first token and end token of each name between dashes."""
    found = [(at, end)]
    while end in dashes and len(found) < _MOST_STOPS:
        at = end + 1
        end = _end_of_stop(scene, anchors, at)
        found.append((at, end))
    return found


def _end_of_stop(scene: Scene, anchors: Anchors, at: int) -> int:
    if at in anchors.known:
        return anchors.known[at][0]
    forms = scene.text.forms
    end = at + 1
    while (
        end < len(forms)
        and end - at < _LONGEST_STOP
        and forms[end].shape is Shape.TITLE
        and not breaks(scene, end)
    ):
        end += 1
    return end


def _is_way(scene: Scene, at: int) -> bool:
    """Tell whether a road, a train or a flight stands before: «рейс № 512 Астана – Омск»."""
    forms = scene.text.forms
    start = scene.text.sentence_bounds(at)[0]
    for back in range(at - 1, max(start, at - 1 - _MOST_BETWEEN) - 1, -1):
        if forms[back].key in words().ways:
            return True
        if forms[back].capital and forms[back].shape is Shape.TITLE:
            return False
    return False


def _stop(scene: Scene, first: int, end: int) -> Found:
    forms = scene.text.forms
    said = ("a stop of a way",)
    name = " ".join(form.text for form in forms[first:end])
    place = _nominative(gazetteer.lookup(" ".join(form.key for form in forms[first:end])))
    if place is None:
        return Found(first, end, "location.stop", _ROUTE, said, "city", name)
    return Found(first, end, "location.stop", 2.7, said, place.kind, place.name, place.code, place.key)


def _nominative(places: tuple[Place, ...]) -> Place | None:
    """A stop stands in the nominative: «Ташкент – Бухара» has no genitive of Бухар."""
    whole = [place for place in places if place.in_case("nomn")]
    return next((place for place in whole if place.kind == "city"), whole[0] if whole else None)


def _joined_towns(scene: Scene, at: int) -> Iterator[Found]:
    """«трасса Алматы-Усть-Каменогорск»: towns in one word, each with letters of its own."""
    form = scene.text.forms[at]
    cut = _joined[form]
    size, lead = len(form.text), 0
    if size != scene.text.ends[at] - scene.text.starts[at]:
        return
    if not (_is_way(scene, at) or all(place.size >= _TOWN for _, place in cut)):
        return
    for name, place in cut:
        glued = size - lead - len(name)
        said = ("towns joined by a hyphen",)
        yield Found(at, at + 1, HALF, 2.8, said, place.kind, place.name, place.code, place.key, glued, lead)
        lead += len(name) + 1


def _towns(form: Form) -> list[tuple[str, Place]]:
    """Return the towns and countries that a hyphen joins, each as it is written; [] for any other word."""
    if form.shape is not Shape.TITLE or "-" not in form.text or gazetteer.lookup(form.key):
        return []
    cut = _cut(form.key.split("-"))
    return cut if len(cut) > 1 else []


_joined: Asked[list[tuple[str, Place]]] = Asked(_towns, [], small=tuple)


def _cut(parts: list[str]) -> list[tuple[str, Place]]:
    """Cut a hyphened word into known towns and countries, the longest first; [] where it cannot be."""
    found: list[tuple[str, Place]] = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            name = "-".join(parts[at:end])
            place = _nominative(gazetteer.lookup(name))
            between = at > 0 and end < len(parts) and place is not None and place.size >= _SMALL_TOWN
            if place and (between or _is_sure_town(place)) and len(name) > 2:
                found.append((name, place))
                at = end
                break
        else:
            return []
    return found


def _is_sure_town(place: Place) -> bool:
    """No points of the compass («Запад-Восток»), no common words, no hamlets."""
    if place.marks & (COMMON | WEAK):
        return False
    return place.kind == "country" or (place.kind == "city" and place.size >= _SMALL_TOWN)


def _corner(scene: Scene, at: int) -> Iterator[Found]:
    """«на углу Гоголя и Садовой»: two streets without their word."""
    forms = scene.text.forms
    end = _end_of_name(scene, at)
    if end + 1 >= len(forms) or forms[end].key not in _BETWEEN_STREETS or not forms[end + 1].capital:
        return
    for first, last in ((at, end), (end + 1, _end_of_name(scene, end + 1))):
        if head_of(forms[first].key):
            continue
        name = " ".join(form.text for form in forms[first:last])
        if last - first == 1 and _is_feminine_adjective(forms[first]):
            name = adjective_nominative(forms[first].text, "femn")
        yield Found(first, last, "location.corner", 2.6, ("a street of a corner",), "street", name)


def _street_by_name(scene: Scene, at: int) -> Iterator[Found]:
    """«пробка на Назарбаева и Толе би»: somebody's name in the genitive, where the talk is of traffic."""
    forms = scene.text.forms
    if not _honours(forms, at, _end_of_name(scene, at)):
        return
    start, stop = scene.text.sentence_bounds(at)
    near = forms[max(start, at - _NEAR) : min(stop, at + _NEAR)]
    if not any(form.key.startswith(words().roads) for form in near):
        return
    first = at
    while first < stop and forms[first].shape is Shape.TITLE:
        end = _end_of_name(scene, first)
        if not _honours(forms, first, end):
            return
        name = " ".join(form.text for form in forms[first:end])
        said = ("a name in the genitive where traffic is spoken of",)
        yield Found(first, end, "location.street_by_name", 2.2, said, "street", name)
        if end + 1 >= stop or forms[end].key not in (",", "и"):
            return
        first = end + 1


def _honours(forms: list[Form], first: int, end: int) -> bool:
    """Tell whether a name ends as that of a street does: «Назарбаева», «Толе би», but not «Алматы»."""
    last = forms[end - 1].key
    if not last.endswith(_OF_STREETS) and last not in words().street_particles:
        return False
    return not gazetteer.lookup(" ".join(form.key for form in forms[first:end]))


def _end_of_name(scene: Scene, at: int) -> int:
    forms = scene.text.forms
    end = at + 1
    while end < len(forms) and end - at < _LONGEST_STOP and not breaks(scene, end):
        if not (forms[end].shape is Shape.TITLE or forms[end].key in words().street_particles):
            break
        end += 1
    return end


def _is_feminine_adjective(form: Form) -> bool:
    return bool(adjective_cases(form.key, "femn") & _GENITIVE_FEMININE) and any(
        reading.pos == "ADJF" for reading in parses(form.key)
    )


def _crossed(scene: Scene, at: int) -> Iterator[Found]:
    """«мост через Чаган»: a water, whatever town is called so too."""
    forms = scene.text.forms
    if head_of(forms[at].key):
        return
    end = _end_of_name(scene, at)
    name: str | None = " ".join(form.text for form in forms[at:end])
    kind: LocationKind = "water"
    place = next(
        (p for p in gazetteer.lookup(" ".join(f.key for f in forms[at:end])) if p.kind == kind), None
    )
    if place is None and (end - at > 1 or forms[at].key.endswith(("у", "ю", "ого", "ую"))):
        return
    if place is not None:
        name = place.name
    said = ("what is crossed",)
    yield Found(at, end, "location.crossed", 2.7, said, kind, name, None, place.key if place else None)

"""Locations: known places, names around generic words, names that their place in the sentence gives away.

Every way proposes; of proposals over the same tokens the weightiest is kept. A place that is sure once in the
text lends weight to its other mentions, a person of that name takes weight from them.
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from kzuz_extract.facts import LocationValue
from kzuz_extract.names.locations.adjectives import elliptic_regions
from kzuz_extract.names.locations.found import Found, anchors
from kzuz_extract.names.locations.heads import around_heads
from kzuz_extract.names.locations.known import (
    A_GIVEN_NAME,
    BESIDE_A_NAME,
    IN_PLACE,
    IN_QUOTES,
    OF_A_HUMAN,
    known,
)
from kzuz_extract.names.locations.quoted import arenas
from kzuz_extract.names.locations.unknown import echoes, unknown
from kzuz_extract.names.locations.ways import HALF, along_ways
from kzuz_extract.names.scene import Proposal, Scene

_SURE = 1.5  # a mention of this weight speaks for the others of its place
_LENT = 0.7
_NAMESAKE = 1.2
_NOT_LENT = frozenset({IN_QUOTES, BESIDE_A_NAME, A_GIVEN_NAME, OF_A_HUMAN})
_FIRST = attrgetter("first")
_SHARE = 3  # one in so many mentions beside a name makes a namesake of the others


def propose(scene: Scene) -> list[Proposal]:
    """Return the locations of a text, doubtful ones with a score below 1."""
    woken = anchors(scene)
    ways = (around_heads, elliptic_regions, known, unknown, along_ways)
    found = _weightiest([*arenas(scene), *[one for way in ways for one in way(scene, woken)]])
    found += echoes(scene, woken, found)
    if persons := _namesakes(found):
        found = [
            one._replace(score=one.score - _NAMESAKE) if _entity(one) in persons else one for one in found
        ]
    if persons:
        found = [one if _entity(one) not in persons else _doubted(one) for one in found]
    sure = {_name(one) for one in found if one.score >= _SURE and IN_QUOTES not in one.evidence}
    return [_proposal(one, lent=one.score < _SURE and _name(one) in sure) for one in found if one.score > 0]


def _namesakes(found: list[Found]) -> set[str]:
    """Return the places of which the text names but a namesake: «Уитни Хьюстон … менеджер Хьюстон»."""
    persons = Counter([_entity(one) for one in found if BESIDE_A_NAME in one.evidence and one.kind == "city"])
    if not persons:
        return set()
    towns = Counter([_entity(one) for one in found if one.kind == "city"])
    places = {_entity(one) for one in found if IN_PLACE in one.evidence or one.rule != "location.known"}
    return {town for town, count in persons.items() if count * _SHARE >= towns[town]} - places


def _doubted(found: Found) -> Found:
    return found._replace(score=found.score - _NAMESAKE)


def _weightiest(found: list[Found]) -> list[Found]:
    """Keep, of overlapping finds, the one that weighs most; of equal ones the longest."""
    kept: list[Found] = []
    cluster: list[Found] = []
    reach = 0  # where the finds of the cluster end
    for one in sorted(found, key=_FIRST):
        if one.first >= reach:
            kept += _best(cluster)
            cluster = []
        cluster.append(one)
        reach = max(reach, one.end)
    return kept + _best(cluster)


def _best(cluster: list[Found]) -> list[Found]:
    """Choose among finds that overlap in a chain; most finds are alone."""
    if len(cluster) < 2:
        return cluster
    taken: set[int] = set()
    kept = []
    for one in sorted(cluster, key=lambda one: (-one.score, one.first - one.end, one.first, one.rule)):
        if (one.lead and one.rule == HALF) or taken.isdisjoint(range(one.first, one.end)):
            taken.update(range(one.first, one.end))
            kept.append(one)
    return sorted(kept, key=_FIRST)


def _name(found: Found) -> str:
    return (found.name or "").lower().replace("ё", "е")


def _entity(found: Found) -> str:
    return found.key or f"{found.kind} {_name(found)}"


def _proposal(found: Found, *, lent: bool) -> Proposal:
    lent = lent and _NOT_LENT.isdisjoint(found.evidence)
    evidence = (*found.evidence, "sure elsewhere in the text") if lent else found.evidence
    value = LocationValue(found.kind, found.name, found.code, _entity(found))
    score = found.score + (_LENT if lent else 0.0)
    return Proposal(
        found.first, found.end, "location", found.rule, score, evidence, value, found.glued, found.lead
    )

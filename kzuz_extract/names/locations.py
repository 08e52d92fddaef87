"""Locations: known places, names built around generic words, names that their place in the sentence gives away.

Every way proposes; of proposals over the same tokens the weightiest is kept, and a place that is sure once in the text
lends weight to its other mentions.
"""

from __future__ import annotations

from kzuz_extract.facts import LocationValue
from kzuz_extract.names.locations_heads import Found, around_heads
from kzuz_extract.names.locations_known import known
from kzuz_extract.names.locations_unknown import echoes, unknown
from kzuz_extract.names.scene import Proposal, Scene

_SURE = 1.5  # a mention of this weight speaks for the others of its place
_LENT = 0.7


def propose(scene: Scene) -> list[Proposal]:
    """Return the locations of a text, doubtful ones with a score below 1."""
    found = _weightiest([*around_heads(scene), *known(scene), *unknown(scene)])
    found += echoes(scene, found)
    sure = {_entity(one) for one in found if one.score >= _SURE}
    return [_proposal(one, lent=one.score < _SURE and _entity(one) in sure) for one in found if one.score > 0]


def _weightiest(found: list[Found]) -> list[Found]:
    """Keep, of overlapping finds, the one that weighs most; of equal ones the longest."""
    taken: set[int] = set()
    kept = []
    for one in sorted(found, key=lambda one: (-one.score, one.first - one.end, one.first, one.rule)):
        if taken.isdisjoint(range(one.first, one.end)):
            taken.update(range(one.first, one.end))
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)


def _entity(found: Found) -> str:
    return found.key or f"{found.kind} {(found.name or '').lower().replace('ё', 'е')}"


def _proposal(found: Found, *, lent: bool) -> Proposal:
    evidence = (found.evidence, "sure elsewhere in the text") if lent else (found.evidence,)
    value = LocationValue(found.kind, found.name, found.code, _entity(found))
    score = found.score + (_LENT if lent else 0.0)
    return Proposal(found.first, found.end, "location", found.rule, score, evidence, value)

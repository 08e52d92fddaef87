"""Which proposals stand, decided over the whole document.

A name is read by three dimensions that do not know of each other: «Владимир» is proposed as a given name and
as a city, «Фонд Нурсултана Назарбаева» as a body and, within it, as a man. Here the longest reading wins, of
two of one length the one with more evidence, and what a name clearly is elsewhere in the text counts as
evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kzuz_extract.facts import FactType
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.rules import Candidate

STANDS = 1.0
_FULL_NAME = 1.3
_ELSEWHERE = 0.4  # what each clear mention of the same name adds, up to two
_RANK: dict[FactType, int] = {"organization": 0, "location": 1, "person": 2}


def decide(scene: Scene, proposals: list[Proposal]) -> list[Candidate]:
    """Return the proposals that stand as candidates, by their first token, then longest first."""
    proposals = _without_halves(proposals)
    elsewhere = _clear_mentions(proposals)
    weighed = [
        (p.score + _ELSEWHERE * min(2, elsewhere[p.type, _name(p)]) if rivals else p.score, p)
        for p, rivals in _with_rivals(proposals)
    ]
    standing = [(score, p) for score, p in weighed if score >= STANDS]
    standing.sort(
        key=lambda pair: (pair[1].first - pair[1].end, -pair[0], _RANK[pair[1].type], pair[1].first)
    )
    owners: dict[int, list[Proposal]] = {}
    kept: list[Proposal] = []
    for _, proposal in standing:
        tokens = range(proposal.first, proposal.end)
        rivals = (outer for token in tokens for outer in owners.get(token, ()))
        if all(_may_hold(outer, proposal) or _halves(scene, outer, proposal) for outer in rivals):
            kept.append(proposal)
            for token in tokens:
                owners.setdefault(token, []).append(proposal)
    kept.sort(key=lambda p: (p.first, -p.end))
    return [_candidate(scene, proposal) for proposal in kept]


def _without_halves(proposals: list[Proposal]) -> list[Proposal]:
    """Drop what would cut a full name in two: «штаба округа Александр» before «Александр Омаров»."""
    full: dict[int, Proposal] = {}
    for p in proposals:
        if p.type == "person" and p.end - p.first > 1 and p.score >= _FULL_NAME:
            full.update(dict.fromkeys(range(p.first, p.end), p))

    def cuts(p: Proposal) -> bool:
        left, right = full.get(p.first), full.get(p.end - 1)
        return p.type != "person" and (
            (left is not None and left.first < p.first and left.end < p.end)
            or (right is not None and right.end > p.end and right.first > p.first)
        )

    return [p for p in proposals if not cuts(p)]


def _name(proposal: Proposal) -> str:
    return (proposal.value.name or "").lower()


def _with_rivals(proposals: list[Proposal]) -> Iterable[tuple[Proposal, bool]]:
    """Pair every proposal with whether another type claims the very same words."""
    claims: dict[tuple[int, int], set[FactType]] = {}
    for p in proposals:
        claims.setdefault((p.first, p.end), set()).add(p.type)
    return ((p, len(claims[p.first, p.end]) > 1) for p in proposals)


def _clear_mentions(proposals: list[Proposal]) -> Counter[tuple[FactType, str]]:
    """Count how often a name stands as one type without a rival: there the text says what it is."""
    longest: dict[int, int] = {}
    for p in proposals:
        for token in range(p.first, p.end):
            longest[token] = max(longest.get(token, 0), p.end - p.first)
    return Counter(
        (p.type, _name(p))
        for p, rivals in _with_rivals(proposals)
        if not rivals and p.score >= STANDS and longest[p.first] == p.end - p.first
    )


def _may_hold(outer: Proposal, inner: Proposal) -> bool:
    """A place inside an organization's name is a fact of its own; nothing else is nested."""
    return (
        outer.type == "organization"
        and outer.rule != "organization.site"
        and inner.type == "location"
        and outer.first <= inner.first
        and inner.end <= outer.end
        and (outer.first, outer.end) != (inner.first, inner.end)
    )


def _halves(scene: Scene, one: Proposal, other: Proposal) -> bool:
    """Two names in one word, «Алматы-Ташкент»: each has its own letters of it."""
    if not (one.first == other.first == one.end - 1 == other.end - 1):
        return False
    size = scene.text.ends[one.first] - scene.text.starts[one.first]
    return one.lead >= size - other.glued or other.lead >= size - one.glued


def span(scene: Scene, proposal: Proposal) -> tuple[int, int]:
    """Return where the characters of a proposed name begin and end, without what is glued to them."""
    text = scene.text
    end = text.ends[proposal.end - 1] - proposal.glued
    return text.starts[proposal.first] + proposal.lead, end


def _candidate(scene: Scene, proposal: Proposal) -> Candidate:
    return Candidate(*span(scene, proposal), proposal.type, proposal.rule, proposal.value)

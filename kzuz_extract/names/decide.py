"""Which proposals stand, decided over the whole document.

A name is read by three dimensions that do not know of each other: «Владимир» is proposed as a given name and
as a city, «Фонд Нурсултана Назарбаева» as a body and, within it, as a man. Here the longest reading wins, of
two of one length the one with more evidence, and what a name clearly is elsewhere in the text counts as
evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from kzuz_extract.facts import FactType
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.rules import Candidate

STANDS = 1.0
_FULL_NAME = 1.3
_ELSEWHERE = 0.4  # what each clear mention of the same name adds, up to two
_LED_BY_ADJECTIVES = ("organization.adjective_and_head", "organization.adjective_of_place")
_RANK: dict[FactType, int] = {"organization": 0, "location": 1, "person": 2}

# Where it begins, minus its length, minus its score, the rank of its type, its number, and the proposal.
_Claim: TypeAlias = tuple[int, int, float, int, int, Proposal]


def decide(scene: Scene, proposals: list[Proposal]) -> list[Candidate]:
    """Return the proposals that stand as candidates, by their first token, then longest first."""
    proposals = _without_halves(proposals)
    contested = _contested(proposals)
    elsewhere = _clear_mentions(proposals, contested) if contested else Counter()
    claims: list[_Claim] = []
    for p in proposals:
        score = p.score
        if (p.first, p.end) in contested:
            score += _ELSEWHERE * min(2, elsewhere[p.type, _name(p)])
        if score >= STANDS:
            claims.append((p.first, p.first - p.end, -score, _RANK[p.type], len(claims), p))
    claims.sort()
    kept: list[_Claim] = []
    for cluster in _clusters(claims):
        kept += cluster if len(cluster) == 1 else _without_rivals(scene, cluster)
    return [Candidate(*span(scene, p), p.type, p.rule, p.value) for p in [claim[-1] for claim in kept]]


def _clusters(claims: list[_Claim]) -> Iterator[list[_Claim]]:
    """Yield the claims that overlap in a chain; most are alone."""
    cluster: list[_Claim] = []
    reach = 0  # where the claims of the cluster end
    for claim in claims:
        if claim[0] >= reach and cluster:
            yield cluster
            cluster = []
        cluster.append(claim)
        reach = max(reach, claim[-1].end)
    if cluster:
        yield cluster


def _without_rivals(scene: Scene, claims: list[_Claim]) -> list[_Claim]:
    """Keep, of claims to the same tokens, the longest, then the one with more evidence."""
    owners: dict[int, list[Proposal]] = {}
    kept: list[_Claim] = []
    for claim in sorted(claims, key=lambda claim: (claim[1:4], claim[0])):
        proposal = claim[-1]
        tokens = range(proposal.first, proposal.end)
        if owners.keys().isdisjoint(tokens) or all(
            _may_hold(outer, proposal) or _halves(scene, outer, proposal)
            for token in tokens
            for outer in owners.get(token, ())
        ):
            kept.append(claim)
            for token in tokens:
                owners.setdefault(token, []).append(proposal)
    return sorted(kept, key=lambda claim: claim[:2])


def _without_halves(proposals: list[Proposal]) -> list[Proposal]:
    """Drop what would cut a full name in two: «штаба округа Александр» before «Александр Омаров»."""
    full: dict[int, Proposal] = {}
    for p in proposals:
        if p.type == "person" and p.end - p.first > 1 and p.score >= _FULL_NAME:
            full.update(dict.fromkeys(range(p.first, p.end), p))
    if not full:
        return proposals

    def cuts(p: Proposal) -> bool:
        left, right = full.get(p.first), full.get(p.end - 1)
        return (left is not None and left.first < p.first and left.end < p.end) or (
            right is not None and right.end > p.end and right.first > p.first
        )

    return [p for p in proposals if p.type == "person" or not cuts(p)]


def _name(proposal: Proposal) -> str:
    return (proposal.value.name or "").lower()


def _contested(proposals: list[Proposal]) -> set[tuple[int, int]]:
    """Return the spans that more than one type claims."""
    claims: dict[tuple[int, int], FactType] = {}
    return {(p.first, p.end) for p in proposals if claims.setdefault((p.first, p.end), p.type) != p.type}


def _clear_mentions(
    proposals: list[Proposal], contested: set[tuple[int, int]]
) -> Counter[tuple[FactType, str]]:
    """Count how often a name stands as one type without a rival: there the text says what it is."""
    longest: dict[int, int] = {}
    for p in proposals:
        for token in range(p.first, p.end):
            longest[token] = max(longest.get(token, 0), p.end - p.first)
    return Counter(
        (p.type, _name(p))
        for p in proposals
        if (p.first, p.end) not in contested and p.score >= STANDS and longest[p.first] == p.end - p.first
    )


def _may_hold(outer: Proposal, inner: Proposal) -> bool:
    """A place inside an organization's name is a fact of its own; nothing else is nested.

    The «Минском» of «Минском университете» is no place, though it looks like the ablative of one; the
    «Курской» of «Курской областной думы» is a region.
    """
    if inner.first == outer.first and inner.end == inner.first + 1:
        if inner.rule == "location.head_and_name":  # «санаторий Управления» of «санаторий Управления делами»
            return False
        if outer.rule in _LED_BY_ADJECTIVES and inner.rule != "location.elliptic_region":
            return False
    return (
        outer.type == "organization"
        and outer.rule != "organization.site"
        and inner.type == "location"
        and outer.first <= inner.first
        and inner.end <= outer.end
        and (outer.first, outer.end) != (inner.first, inner.end)
    )


def _halves(scene: Scene, one: Proposal, other: Proposal) -> bool:
    """Two names in one word, «Алматы-Ташкент», «ООНАнтониу Гутерриш»: each has its own letters of it."""
    for left, right in ((one, other), (other, one)):
        at = right.first
        if left.end - 1 == at and right.lead:
            size = scene.text.ends[at] - scene.text.starts[at]
            if right.lead >= size - left.glued:
                return True
    return False


def span(scene: Scene, proposal: Proposal) -> tuple[int, int]:
    """Return where the characters of a proposed name begin and end, without what is glued to them."""
    text = scene.text
    end = text.ends[proposal.end - 1] - proposal.glued
    return text.starts[proposal.first] + proposal.lead, end

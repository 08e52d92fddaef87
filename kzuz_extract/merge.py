"""Which candidate wins where two overlap."""

from __future__ import annotations

from collections.abc import Iterable

from kzuz_extract.facts import FactType
from kzuz_extract.rules import Candidate

# Of two candidates over the same characters the more specific reading wins: a sum is no count of things, and
# what «с 1400 сумов до 1700» reaches is no year.
_RANK: dict[FactType, int] = {
    "money": 0,
    "date": 1,
    "organization": 2,
    "location": 3,
    "person": 4,
    "count": 5,
}


def winners(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stand, by start, then longest first.

    The longest wins, then the more specific type, then the leftmost; but a number that is part of a sum
    counts nothing, however long its noun. The one nesting allowed is a location inside an organization.
    """
    kept: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = 0  # where the candidates of the cluster end
    for candidate in sorted(candidates, key=_reading_order):
        if candidate.start < reach:
            cluster.append(candidate)
            reach = max(reach, candidate.end)
        else:
            kept += _best(cluster)
            cluster, reach = [candidate], candidate.end
    return kept + _best(cluster)


def _reading_order(candidate: Candidate) -> tuple[int, int, int]:
    return candidate.start, -candidate.end, _RANK[candidate.type]


def _best(cluster: list[Candidate]) -> list[Candidate]:
    """Choose among candidates that overlap in a chain."""
    if len(cluster) < 2:
        return cluster
    kept: list[Candidate] = []
    money = any(candidate.type == "money" for candidate in cluster)

    def precedence(c: Candidate) -> tuple[bool, int, int, int, str]:
        return money and c.type == "count", c.start - c.end, _RANK[c.type], c.start, c.rule

    for candidate in sorted(cluster, key=precedence):
        if all(_apart(outer, candidate) or _may_hold(outer, candidate) for outer in kept):
            kept.append(candidate)
    return sorted(kept, key=_reading_order)


def _apart(one: Candidate, other: Candidate) -> bool:
    return one.end <= other.start or other.end <= one.start


def _may_hold(outer: Candidate, inner: Candidate) -> bool:
    return (
        outer.type == "organization"
        and inner.type == "location"
        and outer.start <= inner.start
        and inner.end <= outer.end
        and (outer.start, outer.end) != (inner.start, inner.end)
    )

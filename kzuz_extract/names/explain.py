"""Why a name is a fact: what spoke for it, and what else it might have been. Asked by `--explain` only.

The evidence is gathered again for that, so that a fact need not carry it through the pipeline.
"""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract.facts import FactType
from kzuz_extract.language.numerals import read_numbers
from kzuz_extract.names import proposals
from kzuz_extract.names.decide import span
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.text import Text
from kzuz_extract.text.passages import passages


class Reason(NamedTuple):
    """What spoke for one mention.

    score     the sum of the weights of `evidence`: from 1 a name stands
    evidence  («head: департамент», «place»)
    rivals    other types that claimed some of its words, with score and evidence, the strongest first
    """

    score: float
    evidence: tuple[str, ...]
    rivals: tuple[tuple[FactType, float, tuple[str, ...]], ...]

    def __str__(self) -> str:
        """«1.5 for head: департамент, place; location 1.2 for a known place»."""
        rivals = [f"{type_} {score:.1f} for {', '.join(found)}" for type_, score, found in self.rivals]
        return "; rather than ".join([f"{self.score:.1f} for {', '.join(self.evidence)}", *rivals])


def reasons(source: str) -> dict[tuple[int, int, FactType], Reason]:
    """Return the reasons for the names of a text, by start, end and type of their facts.

    >>> str(reasons("В акимате Алматы ждут.")[2, 16, "organization"])
    '1.5 for head: акимат, place'
    """
    found: dict[tuple[int, int, FactType], Reason] = {}
    for passage in passages(source):
        found |= _in_passage(passage)
    return found


def _in_passage(text: Text) -> dict[tuple[int, int, FactType], Reason]:
    scene = Scene(text, read_numbers(text))
    found = proposals(scene)
    claims: dict[int, list[Proposal]] = {}
    for proposal in found:
        for token in range(proposal.first, proposal.end):
            claims.setdefault(token, []).append(proposal)
    return {
        (*text.place(*span(scene, p)), p.type): Reason(p.score, p.evidence, _rivals(p, claims))
        for p in sorted(found, key=lambda p: p.score)
    }


def _rivals(
    proposal: Proposal, claims: dict[int, list[Proposal]]
) -> tuple[tuple[FactType, float, tuple[str, ...]], ...]:
    """The strongest claim of every other type; a place inside a body claims nothing of it."""
    best: dict[FactType, Proposal] = {}
    for token in range(proposal.first, proposal.end):
        for other in claims[token]:
            if other.type != proposal.type and not _nested(proposal, other):
                stronger = other.type not in best or other.score > best[other.type].score
                best[other.type] = other if stronger else best[other.type]
    ordered = sorted(best.values(), key=lambda other: -other.score)
    return tuple((other.type, other.score, other.evidence) for other in ordered)


def _nested(one: Proposal, other: Proposal) -> bool:
    return {one.type, other.type} == {"organization", "location"} and one[:2] != other[:2]

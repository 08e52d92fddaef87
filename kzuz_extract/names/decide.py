"""Which proposals stand, decided over the whole document."""

from __future__ import annotations

from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.rules import Candidate


def decide(scene: Scene, proposals: list[Proposal]) -> list[Candidate]:
    """Return the proposals that stand as candidates."""
    text = scene.text
    return [
        Candidate(text.starts[p.first], text.ends[p.end - 1], p.type, p.rule, p.value)
        for p in proposals
        if p.score >= 1
    ]

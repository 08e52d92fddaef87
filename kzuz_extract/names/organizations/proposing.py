"""Organizations: the anchors of a text (heads, quotations, capitals, Latin) propose, the document settles."""

from __future__ import annotations

from kzuz_extract.names.organizations import latin
from kzuz_extract.names.organizations.document import (
    confirmed,
    in_brackets,
    repeated,
    spelled_out,
)
from kzuz_extract.names.organizations.elided import elided
from kzuz_extract.names.organizations.entities import with_entities
from kzuz_extract.names.organizations.quoted import quotations
from kzuz_extract.names.organizations.view import View
from kzuz_extract.names.organizations.waking import Woken, woken
from kzuz_extract.names.scene import Proposal, Scene


def propose(scene: Scene) -> list[Proposal]:
    """Return the organizations that a text may name, none overlapping another."""
    view = View(scene)
    awake = _awake(view)
    for at, wakes in awake:
        if wakes.glued:
            view.keep(at, wakes.glued)
    found = quotations(view)
    if view.glued:
        awake = _awake(view)
    in_place = [rule(view, at) for at, wakes in awake for rule in wakes.rules]
    found += [proposal for proposal in in_place if proposal is not None]
    if view.glued:  # a head may have been cut off since
        awake = _awake(view)
    found += [proposal for at, wakes in awake if wakes.shared for proposal in elided(view, at, wakes.shared)]
    found += spelled_out(view)
    found += latin.listed(view, found)
    bracketed, letters = in_brackets(view, found)
    found += bracketed
    found += repeated(view, found, letters)
    settled = with_entities(view, _widest(confirmed(found)), letters)
    if not view.glued:
        return settled
    return [p._replace(glued=view.glued.get(p.end - 1, 0)) for p in settled]


def _awake(view: View) -> list[tuple[int, Woken]]:
    return [(at, wakes) for at, wakes in view.told(woken) if wakes]


def _widest(found: list[Proposal]) -> list[Proposal]:
    """Of overlapping proposals the widest stands, then the surer one."""
    kept: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(found, key=lambda p: (p.first - p.end, -p.score, p.first)):
        if taken.isdisjoint(range(proposal.first, proposal.end)):
            kept.append(proposal)
            taken.update(range(proposal.first, proposal.end))
    return sorted(kept, key=lambda p: p.first)

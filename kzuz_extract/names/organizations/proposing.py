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
from kzuz_extract.names.organizations.waking import Rule, woken
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.text import Form


def propose(scene: Scene) -> list[Proposal]:
    """Return the organizations that a text may name, none overlapping another."""
    forms = scene.text.forms
    awake = [(at, woken[forms[at]]) for at in woken.where(scene.text)]
    view = View(scene, [(at, wakes.glued) for at, wakes in awake if wakes and wakes.glued])
    found = [*quotations(view), *_in_place(view), *_elided(view), *spelled_out(view)]
    found += latin.listed(view, found)
    bracketed, letters = in_brackets(view, found)
    found += bracketed
    found += repeated(view, found, letters)
    settled = with_entities(view, _widest(confirmed(found)), letters)
    if not view.glued:
        return settled
    return [p._replace(glued=view.glued.get(p.end - 1, 0)) for p in settled]


def _in_place(view: View) -> list[Proposal]:
    forms = view.forms
    found = [rule(view, at) for at in view.where(woken) for rule in _rules(forms[at])]
    return [proposal for proposal in found if proposal is not None]


def _rules(form: Form) -> tuple[Rule, ...]:
    wakes = woken[form]  # nothing, where a rule has just cut a glued token
    return wakes.rules if wakes else ()


def _elided(view: View) -> list[Proposal]:
    heads = [(at, wakes.shared) for at in view.where(woken) if (wakes := woken[view.forms[at]])]
    return [one for at, shared in heads if shared for one in elided(view, at, shared)]


def _widest(found: list[Proposal]) -> list[Proposal]:
    """Of overlapping proposals the widest stands, then the surer one."""
    kept: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(found, key=lambda p: (p.first - p.end, -p.score, p.first)):
        if taken.isdisjoint(range(proposal.first, proposal.end)):
            kept.append(proposal)
            taken.update(range(proposal.first, proposal.end))
    return sorted(kept, key=lambda p: p.first)

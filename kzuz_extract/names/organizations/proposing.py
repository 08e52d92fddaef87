"""Organizations: the anchors of a text (heads, quotations, capitals, Latin) propose, the document settles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from kzuz_extract.names.organizations import brands, latin, marked
from kzuz_extract.names.organizations.document import (
    confirmed,
    in_brackets,
    repeated,
    spelled_out,
)
from kzuz_extract.names.organizations.elided import elided
from kzuz_extract.names.organizations.entities import with_entities
from kzuz_extract.names.organizations.heads import headed, is_head
from kzuz_extract.names.organizations.quoted import quotations
from kzuz_extract.names.organizations.view import View
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.text import Form
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape

Rule: TypeAlias = Callable[[View, int], Proposal | None]

_LATIN: tuple[Rule, ...] = (marked.known, marked.abbreviation, latin.dateline, latin.site, latin.run)
# What a spelling must be to wake a rule.
_CYRILLIC: tuple[tuple[Callable[[Form], bool], Rule], ...] = (
    (is_head, headed),
    (marked.begins_known_name, marked.known),
    (marked.may_abbreviate, marked.abbreviation),
    (marked.is_legal_form, marked.bare_name),
    (marked.is_clipped, marked.compound),
    (brands.is_brand, brands.branded),
    (marked.takes_apposition, marked.apposed),
    (marked.is_only_a_body, marked.in_dictionary),
    (latin.is_address, latin.site),
)


def propose(scene: Scene) -> list[Proposal]:
    """Return the organizations that a text may name, none overlapping another."""
    view = View(scene)
    found = [*quotations(view), *_in_place(view), *elided(view), *spelled_out(view)]
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
    found = [rule(view, at) for at in view.where(_rules) for rule in _rules[forms[at]]]
    return [proposal for proposal in found if proposal is not None]


def _awake(form: Form) -> tuple[Rule, ...]:
    """Return the rules that a spelling wakes; most words wake none."""
    if form.shape is Shape.SIGN or form.shape is Shape.NUMBER:
        return (latin.site,) if form.latin and "." in form.text else ()  # «24.kg»
    if form.latin and form.shape is Shape.LOWER and "." not in form.text:
        return (latin.site,) if latin.is_zone(form) else ()  # «Вести.kg»
    if form.latin:
        return _LATIN
    if form.shape is Shape.LOWER:
        return _of_small(form)
    return tuple(rule for wakes, rule in _CYRILLIC if wakes(form))


def _of_small(form: Form) -> tuple[Rule, ...]:
    """Small letters wake few rules, and only a head two of them."""
    if is_head(form):
        return (headed, marked.apposed) if marked.takes_apposition(form) else (headed,)
    if marked.is_clipped(form):
        return (marked.compound,)
    return (latin.site,) if latin.is_address(form) else ()


_rules = Asked(_awake)


def _widest(found: list[Proposal]) -> list[Proposal]:
    """Of overlapping proposals the widest stands, then the surer one."""
    kept: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(found, key=lambda p: (p.first - p.end, -p.score, p.first)):
        if taken.isdisjoint(range(proposal.first, proposal.end)):
            kept.append(proposal)
            taken.update(range(proposal.first, proposal.end))
    return sorted(kept, key=lambda p: p.first)

"""Organizations: the anchors of a text (heads, quotations, capitals, Latin) propose, the document settles."""

from __future__ import annotations

from kzuz_extract.names import organizations_marked as marked
from kzuz_extract.names.organizations_document import confirmed, in_brackets, repeated, with_entities
from kzuz_extract.names.organizations_heads import headed
from kzuz_extract.names.organizations_lexicon import head_readings
from kzuz_extract.names.organizations_quoted import quotations
from kzuz_extract.names.organizations_view import View
from kzuz_extract.names.scene import Proposal, Scene
from kzuz_extract.text.tokens import Shape


def propose(scene: Scene) -> list[Proposal]:
    """Return the organizations that a text may name, none overlapping another."""
    view = View(scene)
    found = _in_place(view)
    bracketed, letters = in_brackets(view, found)
    found += bracketed
    found += repeated(view, found, letters)
    return with_entities(_widest(confirmed(found)), letters)


def _in_place(view: View) -> list[Proposal]:
    found: list[Proposal | None] = [*quotations(view)]
    for at, form in enumerate(view.forms):
        shape = form.shape
        if shape is Shape.SIGN or shape is Shape.NUMBER:
            continue
        if form.latin:
            if shape is not Shape.LOWER or "." in form.text:
                rules = (marked.known, marked.abbreviation, marked.dateline, marked.site, marked.latin)
                found += [rule(view, at) for rule in rules]
            continue
        if head_readings(form.key):
            found.append(headed(view, at))
        if not form.capital and form.key.startswith("мин"):
            found.append(marked.compound(view, at))
        if form.capital:
            found.append(marked.known(view, at))
            if shape in (Shape.UPPER, Shape.MIXED):
                found.append(marked.abbreviation(view, at))
            if shape in (Shape.TITLE, Shape.MIXED):
                rules = (marked.compound, marked.site, marked.apposed, marked.in_dictionary)
                found += [rule(view, at) for rule in rules]
    return [proposal for proposal in found if proposal is not None]


def _widest(found: list[Proposal]) -> list[Proposal]:
    """Of overlapping proposals the widest stands, then the surer one."""
    kept: list[Proposal] = []
    taken: set[int] = set()
    for proposal in sorted(found, key=lambda p: (p.first - p.end, -p.score, p.first)):
        if taken.isdisjoint(range(proposal.first, proposal.end)):
            kept.append(proposal)
            taken.update(range(proposal.first, proposal.end))
    return sorted(kept, key=lambda p: p.first)

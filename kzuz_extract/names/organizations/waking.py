"""What a spelling wakes: the rules that may begin at it, the name that is glued to another word in it.

Most words wake nothing: one in small letters only if it begins as a head of a name does. And what the
dictionary knows as an ordinary word, with a capital, is neither glued to another nor the name of a firm.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeAlias

from kzuz_extract.names.organizations import brands, latin, marked
from kzuz_extract.names.organizations.elided import SharedHead, shared_heads
from kzuz_extract.names.organizations.glue import name_of
from kzuz_extract.names.organizations.heads import headed, is_head
from kzuz_extract.names.organizations.lexicon import MINISTRY, begins_as_head, head_starts, is_ordinary, words
from kzuz_extract.names.organizations.listed import known_names
from kzuz_extract.names.organizations.view import View
from kzuz_extract.names.scene import Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape

Rule: TypeAlias = Callable[[View, int], Proposal | None]
_Ways: TypeAlias = tuple[tuple[Callable[[Form], bool], Rule], ...]


class Woken(NamedTuple):
    """What a spelling wakes.

    glued   the name that begins a glued token: of «ООНпредупредило» «ООН»
    shared  its readings as a head that several names share: «комбинаты»
    rules   the rules that may begin at it
    """

    glued: Form | None
    shared: tuple[SharedHead, ...]
    rules: tuple[Rule, ...]


# What a spelling must be to wake a rule.
_SITE: _Ways = ((latin.is_address, latin.site),)
_LATIN: _Ways = (
    (marked.begins_known_name, marked.known),
    (marked.may_abbreviate, marked.abbreviation),
    (latin.may_sign, latin.dateline),
    *_SITE,
    (latin.may_run, latin.run),
)
_SMALL: _Ways = (
    (is_head, headed),
    (marked.takes_apposition, marked.apposed),
    (marked.is_ministry, marked.compound),
    *_SITE,
)
_ORDINARY: _Ways = (
    (is_head, headed),
    (marked.begins_known_name, marked.known),
    (marked.is_legal_form, marked.bare_name),
    (marked.is_ministry, marked.compound),
    (marked.takes_apposition, marked.apposed),
    *_SITE,
)
_COINED: _Ways = (
    (is_head, headed),
    (marked.begins_known_name, marked.known),
    (marked.is_legal_form, marked.bare_name),
    (marked.is_clipped, marked.compound),
    (brands.is_brand, brands.branded),
    (marked.is_only_a_body, marked.in_dictionary),
    *_SITE,
)
_LETTERS: _Ways = (
    (is_head, headed),
    (marked.begins_known_name, marked.known),
    (marked.may_abbreviate, marked.abbreviation),
    (marked.is_legal_form, marked.bare_name),
    (marked.is_clipped, marked.compound),
    (marked.takes_apposition, marked.apposed),
    *_SITE,
)


def _ask(form: Form) -> Woken | None:
    if form.latin:
        no_word = form.shape is Shape.SIGN or form.shape is Shape.NUMBER
        return _whole(form, _SITE if no_word else _LATIN)  # «24.kg»
    key = form.key
    begins = begins_as_head(key) or key.startswith(MINISTRY)
    if form.shape is Shape.LOWER:
        return _woken(form, _SMALL) if begins or key in latin.CYRILLIC_ZONES else None
    if form.shape is Shape.SIGN or form.shape is Shape.NUMBER:
        return None
    if form.shape is not Shape.TITLE:
        return _woken(form, _LETTERS)
    if not is_ordinary(key):
        return _woken(form, _COINED)
    return _whole(form, _ORDINARY) if begins or key in _listed() or known_names(key) else None


@cache
def _listed() -> frozenset[str]:
    """The single words that wake a rule: legal forms, the ends of addresses."""
    return words("words", "before_bare_names").union(latin.CYRILLIC_ZONES)


def _whole(form: Form, ways: _Ways) -> Woken | None:
    """Return what a spelling wakes that neither is glued nor a head that several names share."""
    rules = [rule for wakes, rule in ways if wakes(form)]
    return Woken(None, (), tuple(rules)) if rules else None


def _woken(form: Form, ways: _Ways) -> Woken | None:
    rules = [rule for wakes, rule in ways if wakes(form)]
    glued, shared = name_of(form), shared_heads(form)
    return Woken(glued, shared, tuple(rules)) if rules or shared or glued else None


woken = Asked(_ask, None, small=lambda: (*head_starts(), MINISTRY, *latin.CYRILLIC_ZONES))

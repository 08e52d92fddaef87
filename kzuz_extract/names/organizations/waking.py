"""What a spelling wakes: the rules that may begin at it, the name that is glued to another word in it.

Most words wake nothing; a word in small letters only if it begins as a head of a name does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeAlias

from kzuz_extract.names.organizations import brands, latin, marked
from kzuz_extract.names.organizations.elided import SharedHead, shared_heads
from kzuz_extract.names.organizations.glue import name_of
from kzuz_extract.names.organizations.heads import headed, is_head
from kzuz_extract.names.organizations.lexicon import MINISTRY, START, head_starts, may_be_head
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
_LATIN: _Ways = (
    (marked.begins_known_name, marked.known),
    (marked.may_abbreviate, marked.abbreviation),
    (latin.may_sign, latin.dateline),
    (latin.is_address, latin.site),
    (latin.may_run, latin.run),
)
_SITE: _Ways = ((latin.is_address, latin.site),)
_SMALL: _Ways = ((marked.is_clipped, marked.compound), *_SITE)
_SMALL_HEAD: _Ways = ((is_head, headed), (marked.takes_apposition, marked.apposed), *_SMALL)
_CYRILLIC: _Ways = (
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


def _ask(form: Form) -> Woken | None:
    if form.shape is Shape.LOWER and not form.latin:
        if form.key[:START] not in _beginnings():
            return None
        ways = _SMALL_HEAD if may_be_head(form.key) else _SMALL
    elif form.shape is Shape.SIGN or form.shape is Shape.NUMBER:
        if not form.latin:
            return None
        ways = _SITE  # «24.kg»
    else:
        ways = _LATIN if form.latin else _CYRILLIC
    found = Woken(name_of(form), shared_heads(form), tuple([rule for wakes, rule in ways if wakes(form)]))
    return found if any(found) else None


@cache
def _beginnings() -> frozenset[str]:
    """What words in small letters begin with that wake anything: heads, «минздрав», «Лента.ру»."""
    return head_starts() | {word[:START] for word in (MINISTRY, *latin.CYRILLIC_ZONES)}


woken = Asked(_ask, None)

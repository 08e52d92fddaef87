"""Firms whose one-word name tells what they do: «Ташгорэнерго», «Актаугазстрой», «Сибтрансавто»."""

from __future__ import annotations

from functools import cache

from kzuz_extract.names.organizations.forms import noun_forms, with_letters_of
from kzuz_extract.names.organizations.lexicon import is_ordinary
from kzuz_extract.names.organizations.marked import made
from kzuz_extract.names.organizations.view import View
from kzuz_extract.names.scene import Proposal
from kzuz_extract.names.word_lists import lists
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_SHORTEST_BEGINNING = 4
_LONGEST_ENDING = 11


def is_brand(form: Form) -> bool:
    """Tell whether a capitalised word that no dictionary knows ends as the names of firms do."""
    return form.shape is Shape.TITLE and not form.latin and brand(form.key) is not None


def branded(view: View, at: int) -> Proposal | None:
    """Return the firm that a word names; «Энергосервис» that opens a sentence may be any service."""
    form = view.forms[at]
    name = brand(form.key)
    if name is None or (at in view.opens and form.key.startswith(_common_beginnings())):
        return None
    name = with_letters_of(name, form.text)
    return made(at, at + 1, "organization.brand", 1.2, "ends like the name of a firm", name)


def brand(key: str) -> str | None:
    """Return the nominative of a firm's telling name; None for any other word.

    >>> brand("актаугазстроя"), brand("ташгорэнерго"), brand("завода")
    ('актаугазстрой', 'ташгорэнерго', None)
    """
    endings = _endings()
    for start in range(max(_SHORTEST_BEGINNING, len(key) - _LONGEST_ENDING), len(key) - 2):
        ending = endings.get(key[start:])
        if ending is not None:
            return None if is_ordinary(key) else key[:start] + ending  # «биогаз», unlike «Оренбургнефть»
    return None


@cache
def _endings() -> dict[str, str]:
    """Every form of an ending, and its nominative."""
    return {
        form: ending
        for ending in lists("organization_compounds", "brands")["endings"].split()
        for forms in noun_forms(ending).values()
        for form in forms
    }


@cache
def _common_beginnings() -> tuple[str, ...]:
    return tuple(lists("organization_compounds", "brands")["common"].split())

"""Words that a scraper glued together: «МВДЗаседание», «ООНпредупредило», «Мажилисаинициировали».

What is cut off is no part of the name; `Proposal.glued` counts its characters.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.organizations.lexicon import (
    MINISTRY,
    abbreviations,
    is_form_of_head,
    may_be_head,
    ministry,
)
from kzuz_extract.names.organizations.listed import beginnings
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_CAPITALS = regex.compile(r"(?P<letters>[А-Я]{2,7})[а-яё]{3,}")
_FOLLOWING = ("VERB", "PREP", "CONJ", "PRCL", "ADVB", "PRED", "GRND", "PRTS")
_PREPOSITIONS = ("в", "от", "из", "на", "за", "по", "для")
_VERB_IN_AN_ADJECTIVE = "скую"  # «Костанайскую» is no «Костанай» with a form of «сковать»
_SHORTEST, _LONGEST = 9, 40
_SHORTEST_NAME = 4
_SHORTEST_REST = 3


def name_of(form: Form) -> Form | None:
    """Return the name or head that begins a glued token; None for a word that is whole.

    >>> name_of(Form("ООНпредупредило")), name_of(Form("Мажилисаинициировали")), name_of(Form("Мажилиса"))
    (Form('ООН'), Form('Мажилиса'), None)
    >>> name_of(Form("Акордасообщила"))
    Form('Акорда')
    """
    if form.latin or len(form.text) > _LONGEST:
        return None
    if form.shape is Shape.LOWER:
        return _head(form) if form.key.endswith(_PREPOSITIONS) else None
    if form.shape is Shape.MIXED and (found := _CAPITALS.fullmatch(form.text)):
        run = found["letters"]
        for letters in (run, run[:-1]):  # «ООН|предупредило», «МВД|Заседание»
            rest = form.text[len(letters) :]
            named = len(letters) > 2 and len(rest) > _SHORTEST_REST and rest[0].isupper()  # «ООН|Антониу»
            if letters in abbreviations() and (named or _stands(rest)):
                return Form(letters)
        return None
    if form.shape is Shape.TITLE and len(form.text) >= _SHORTEST:
        return _title(form)
    return None


def noun_end(word: str, case: str) -> int | None:
    """Return where a noun in a case ends that a verb is glued to: 11 of «мобильностизаявил»."""
    if not _SHORTEST <= len(word) <= _LONGEST or known_parses(word):
        return None
    for end in range(len(word) - _SHORTEST_REST, _SHORTEST_NAME, -1):
        if _stands(word[end:]) and any(r.pos == "NOUN" and r.case == case for r in known_parses(word[:end])):
            return end
    return None


def _head(form: Form) -> Form | None:
    """«банкав результате», «думыот партии»: a preposition glued to a head."""
    key = form.key
    preposition = next((preposition for preposition in _PREPOSITIONS if key.endswith(preposition)), "")
    kept = len(key) - len(preposition)
    if kept < _SHORTEST_NAME or not may_be_head(key[:kept]) or known_parses(key):
        return None
    return Form(form.text[:kept]) if is_form_of_head(key[:kept]) else None


def _title(form: Form) -> Form | None:
    key = form.key
    if known_parses(key) or key.endswith(_VERB_IN_AN_ADJECTIVE):
        return None
    ends = {*gazetteer.beginnings(key), *beginnings(key)}
    if not ends and not key.startswith(MINISTRY):
        return None
    for end in range(len(key) - _SHORTEST_REST, _SHORTEST_NAME - 1, -1):
        if (end in ends or ministry(key[:end])) and _stands(key[end:]):
            return Form(form.text[:end])
    return None


@lru_cache(maxsize=LIGHT)
def _stands(rest: str) -> bool:
    """Tell whether what follows is a word of its own that may follow a name."""
    if len(rest) < _SHORTEST_REST:
        return False
    readings = known_parses(rest.lower())
    return bool(readings) and (rest[:1].isupper() or readings[0].pos in _FOLLOWING)

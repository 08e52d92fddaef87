"""Clubs without quotes: «форвард Барселоны», «Кайрат обыграл Тобол», «матч Астана — Ордабасы».

Most clubs have the name of a town, a river or a man; who stands around tells that the club is meant.
"""

from __future__ import annotations

from kzuz_extract.names.organizations.lexicon import is_form_of, is_one_of
from kzuz_extract.names.organizations.listed import known_names
from kzuz_extract.names.organizations.view import View, elides_a_club, elides_a_firm

_DASHES = ("-", "–", "—")
_ELSEWHERE_QUOTED = "q"
_ELSEWHERE_TOWNS = "w"


def is_club(view: View, first: int, end: int, kind: str) -> bool:
    """Tell whether a name that needs quotes elsewhere is a club's at tokens `first` to `end`."""
    before = view.before(first)
    if before is not None:
        if is_one_of(before.key, "words", "players"):
            return True
        if kind == _ELSEWHERE_QUOTED and (elides_a_firm(before.key) or elides_a_club(before.key)):
            return True
    met = _side_after(view, end) or _side_before(view, first)
    return met and view.plays(first, end - 1)


def _side_after(view: View, end: int) -> bool:
    """«Барселона | обыграла Ливерпуль», «Кайрат | сыграл вничью с Тоболом», «Кайрат | — Астана»."""
    if not view.joined(end + 1):
        return False
    if view.forms[end].text in _DASHES:
        return _may_be_club(view, end + 1)
    if not is_form_of(view.forms[end].key, "words", "plays"):
        return False
    return any(_may_be_club(view, at) for at in range(end + 1, min(end + 4, view.size)))


def _side_before(view: View, first: int) -> bool:
    """«Кайрат сыграл вничью с | Тоболом», «Кайрат — | Астана»."""
    for at in range(first - 1, max(first - 4, 0), -1):
        form = view.forms[at]
        if form.text in _DASHES or is_form_of(form.key, "words", "plays"):
            return _may_be_club(view, at - 1)
        if form.capital:
            return False
    return False


def _may_be_club(view: View, at: int) -> bool:
    form = view.forms[at]
    kinds = (_ELSEWHERE_QUOTED, _ELSEWHERE_TOWNS)
    return form.capital and any(name.kind in kinds for _, name in known_names(form.key))

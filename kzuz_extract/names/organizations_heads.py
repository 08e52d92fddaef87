"""Names that have a head: «Министерство просвещения», «департамент полиции Актобе», «суд Хошимина»."""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.names.organizations_borders import Border, right_border
from kzuz_extract.names.organizations_forms import folded, nominative
from kzuz_extract.names.organizations_lexicon import HeadReading, head_readings, words
from kzuz_extract.names.organizations_view import View, adjective_lemma, adjectives_in, of_place
from kzuz_extract.names.scene import Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_MOST_ADJECTIVES = 6
_SURE = frozenset(("place", "body", "po", "named"))


def is_head(form: Form) -> bool:
    """Tell whether a word may head the name of a body."""
    return bool(head_readings(form.key))


def headed(view: View, head: int) -> Proposal | None:
    """Return the name that the word at token `head` heads, if it is one."""
    form = view.forms[head]
    readings = head_readings(form.key)
    groups = readings[0].groups
    first, reading, named, doubtful = _left_border(view, head, readings)
    capital = form.capital and head not in view.opens
    opening = form.capital and head in view.opens
    if groups & {"forces"} and not named:
        return None
    genitives = groups != {"firm"} and (groups != {"local"} or form.capital)
    if view.word_list_before(head, "governing"):
        return None
    legal = named and adjective_lemma(view.forms[first].text) in words("heads", "legal_adjectives")
    border = right_border(view, head, genitives=genitives, quote=named and not legal, proper=named or capital)
    if legal and not border.proofs:
        return None
    if doubtful is not None and border.proofs & _SURE and reading.lemma not in words("heads", "weak"):
        first, named = doubtful, True
    capital = capital or (named and view.forms[first].capital)
    named = named or _is_unique(view, first, head, reading)
    rule, score = _judge(reading, border, named=named, capital=capital, opening=opening)
    name = _name(view, first, head, border.end, reading)
    if score <= 0 or is_no_name(name):
        return None
    evidence = (f"head: {reading.lemma}", *sorted(border.proofs))
    return Proposal(first, border.end, "organization", rule, score, evidence, OrganizationValue(name, None))


def _judge(
    reading: HeadReading, border: Border, *, named: bool, capital: bool, opening: bool
) -> tuple[str, float]:
    """Weigh the head's group, its capitals and its complements."""
    proofs, groups = border.proofs, reading.groups
    if groups & {"forces"} and not capital and "place" not in proofs:
        return "", 0.0
    if named:
        return "organizations.adjective_and_head", 1.8
    if "named" in proofs:
        return "organizations.named_after", 1.8
    if groups & {"ministry"} and proofs:
        return "organizations.ministry", 1.8
    common = reading.lemma in words("heads", "common") and not capital
    common = common and not (opening and proofs & {"described", "po"})
    vague = not (proofs & {"place", "body"} and proofs & {"field", "po"})
    if common and vague and groups & {"office"}:
        return "", 0.0
    if groups & {"office"} and proofs & {"field", "po", "body", "quote"}:
        return "organizations.office", 1.5
    if "place" in proofs and reading.lemma in words("heads", "of_place"):
        return "organizations.office", 1.5
    if "served" in proofs:
        return "organizations.body_and_person", 1.5
    if groups & {"local"} and proofs & {"place", "body"}:
        return "organizations.body_and_place", 1.5
    if capital and proofs and groups != {"firm"}:
        return "organizations.capital_head", 1.6
    if "place" in proofs and proofs & {"genitive", "field"} and reading.lemma in words("heads", "placed"):
        return "organizations.society_and_place", 1.3
    if opening and groups & {"society"} and reading.lemma not in words("heads", "weak"):
        sure = proofs & {"place", "po", "body", "quote", "latin", "governed"}
        return "organizations.opening_head", 1.3 if sure else 0.6
    return "", 0.0


def _is_unique(view: View, first: int, head: int, reading: HeadReading) -> bool:
    """«генеральная прокуратура», «верховный суд» are names in small letters too."""
    adjective = adjective_lemma(view.forms[head - 1].text) if first < head else ""
    return f"{adjective}_{reading.lemma}" in words("heads", "unique")


def is_no_name(name: str) -> bool:
    """Tell whether a name begins like one of a state or of nothing («Российская Федерация»)."""
    return "_".join(folded(name).split()[:2]) in words("heads", "not_names")


class _Left(NamedTuple):
    """Where a name begins, the reading its adjectives agree with, whether their capital makes it a name.

    doubtful  an adjective at an opening, whose capital says nothing: «Законодательная палата …»
    """

    first: int
    reading: HeadReading
    named: bool
    doubtful: int | None


def _left_border(view: View, head: int, readings: tuple[HeadReading, ...]) -> _Left:
    """Return the left border by the reading of the head with which most adjectives agree."""
    best = _Left(head, readings[0], False, None)
    for reading in readings:
        left = _adjectives(view, head, reading)
        if left.first < best.first or (left.doubtful is not None and best.doubtful is None):
            best = left
    return best


def _adjectives(view: View, head: int, reading: HeadReading) -> _Left:
    """Walk left over the adjectives that agree with the head, to the leftmost capital."""
    capital: int | None = None
    doubtful: int | None = None
    lower = head
    at = head - 1
    while at >= max(0, head - _MOST_ADJECTIVES) and view.joined(at + 1):
        form = view.forms[at]
        if form.key == "и" or form.text == ",":
            if at == head - 1 or not view.joined(at):
                break
            at -= 1
            continue
        if form.shape not in (Shape.LOWER, Shape.TITLE) or not _agrees(form.text, reading):
            break
        if form.capital and (at not in view.opens or _titular(form.key, reading)):
            capital = at
        elif lower == at + 1 and adjective_lemma(form.text) in words("heads", _kinds(reading)):
            lower = at
        elif form.capital and adjective_lemma(form.text) not in words("heads", "of_nations"):
            doubtful = at
        at -= 1
    if capital is not None:
        return _Left(capital, reading, True, None)
    if reading.groups & {"forces"}:
        return _Left(lower, reading, lower < head, None)
    return _Left(head if view.forms[head].capital else lower, reading, False, doubtful)


def _kinds(reading: HeadReading) -> str:
    return "of_forces" if reading.groups & {"forces"} else "kinds_of_body"


def _agrees(word: str, reading: HeadReading) -> bool:
    wanted = ("plur", None) if reading.number == "plur" else ("sing", reading.gender)
    return wanted in adjectives_in(word, reading.case)


def _titular(key: str, reading: HeadReading) -> bool:
    """At the opening of a sentence only an adjective of official titles, or an unknown one, counts."""
    if reading.lemma in words("heads", "weak"):
        return False
    lemma = adjective_lemma(key)
    if lemma in words("heads", "titular"):
        return True
    if lemma in words("heads", "of_nations") and reading.lemma in words("heads", "placed"):
        return lemma.endswith(("ский", "цкий")) and of_place(lemma)
    if not lemma.endswith(("ский", "цкий")) or lemma in words("heads", "of_nations"):
        return False
    known = any(r.known for r in parses(key) if r.pos == "ADJF")
    return not known or of_place(lemma)


def _name(view: View, first: int, head: int, end: int, reading: HeadReading) -> str:
    front = [view.forms[at].text for at in range(first, head + 1)]
    start = nominative(front, head - first, reading.lemma, reading.gender)
    rest = view.printed(head + 1, end)
    if not rest:
        return start
    return f"{start} {rest}"

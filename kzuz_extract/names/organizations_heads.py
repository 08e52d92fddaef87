"""Names that have a head: «Министерство просвещения», «департамент полиции Актобе», «суд Хошимина»."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.names.organizations_borders import right_border
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


class Heading(NamedTuple):
    """What is known of a head and its complements when its rule is looked for.

    named    a capital adjective before the head: «Деловой совет»
    capital  the head or its adjective has a capital that no opening explains
    opening  the head opens a sentence or a quotation
    proofs   what kinds of complements follow: see `Border`
    """

    lemma: str
    groups: frozenset[str]
    named: bool
    capital: bool
    opening: bool
    proofs: frozenset[str]

    def listed(self, group: str) -> bool:
        """Tell whether the head is in a list of data/organization_heads.toml."""
        return self.lemma in words("heads", group)


class HeadRule(NamedTuple):
    """A name, a weight, and what must hold. The first that holds decides; a weight of 0 is a veto."""

    name: str
    score: float
    holds: Callable[[Heading], bool]


def _is_bare_force(h: Heading) -> bool:
    """«вооруженные силы» without a capital and a place."""
    return "forces" in h.groups and not h.capital and "place" not in h.proofs


def _is_common_office(h: Heading) -> bool:
    """«служба безопасности»: what many houses have, unless both its field and its place are said."""
    if not h.listed("common") or "office" not in h.groups or h.capital:
        return False
    if h.opening and h.proofs & {"described", "po"}:
        return False
    return not (h.proofs & {"place", "body"} and h.proofs & {"field", "po"})


def _is_office(h: Heading) -> bool:
    """«управление занятости», «комитет по науке», «штаб Атырауской области»."""
    if "place" in h.proofs and h.listed("of_place"):
        return True
    return "office" in h.groups and bool(h.proofs & {"field", "po", "body", "quote"})


def _opens_surely(h: Heading) -> bool:
    return _may_open(h) and bool(h.proofs & {"place", "po", "body", "quote", "latin", "governed"})


def _may_open(h: Heading) -> bool:
    return h.opening and "society" in h.groups and not h.listed("weak")


RULES = (
    HeadRule("organization.bare_force", 0.0, _is_bare_force),
    HeadRule("organization.adjective_and_head", 1.8, lambda h: h.named),
    HeadRule("organization.named_after", 1.8, lambda h: "named" in h.proofs),
    HeadRule("organization.ministry", 1.8, lambda h: "ministry" in h.groups and bool(h.proofs)),
    HeadRule("organization.common_office", 0.0, _is_common_office),
    HeadRule("organization.office", 1.5, _is_office),
    HeadRule("organization.body_and_person", 1.5, lambda h: "served" in h.proofs),
    HeadRule(
        "organization.body_and_place",
        1.5,
        lambda h: "local" in h.groups and bool(h.proofs & {"place", "body"}),
    ),
    HeadRule(
        "organization.capital_head", 1.6, lambda h: h.capital and bool(h.proofs) and h.groups != {"firm"}
    ),
    HeadRule(
        "organization.society_and_place",
        1.3,
        lambda h: "place" in h.proofs and bool(h.proofs & {"genitive", "field"}) and h.listed("placed"),
    ),
    HeadRule("organization.opening_head", 1.3, _opens_surely),
    HeadRule("organization.doubtful_opening", 0.6, _may_open),
)


def headed(view: View, head: int) -> Proposal | None:
    """Return the name that the word at token `head` heads, if it is one."""
    form = view.forms[head]
    first, reading, named, doubtful = _left_border(view, head, head_readings(form.key))
    groups = reading.groups
    if (groups == {"forces"} and not named) or view.word_list_before(head, "governing"):
        return None
    capital = form.capital and head not in view.opens
    legal = named and adjective_lemma(view.forms[first].text) in words("heads", "legal_adjectives")
    genitives = groups != {"firm"} and (groups != {"local"} or form.capital)
    border = right_border(view, head, genitives=genitives, quote=named and not legal, proper=named or capital)
    if legal and not border.proofs:
        return None  # «Общественный фонд «Забота»»: the name stands in the quotes
    if doubtful is not None and border.proofs & _SURE and reading.lemma not in words("heads", "weak"):
        first, named = doubtful, True
    heading = Heading(
        reading.lemma,
        groups,
        named or _is_unique(view, first, head, reading),
        capital or (named and view.forms[first].capital),
        form.capital and head in view.opens,
        border.proofs,
    )
    rule = next((rule for rule in RULES if rule.holds(heading)), None)
    name = _name(view, first, head, border.end, reading)
    if rule is None or rule.score == 0 or is_no_name(name):
        return None
    evidence = (f"head: {reading.lemma}", *sorted(border.proofs))
    value = OrganizationValue(name, None)
    return Proposal(first, border.end, "organization", rule.name, rule.score, evidence, value)


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

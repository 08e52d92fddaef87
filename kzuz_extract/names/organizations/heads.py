"""Names that have a head: «Министерство просвещения», «департамент полиции Актобе», «суд Хошимина»."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.names.organizations.borders import Border, right_border
from kzuz_extract.names.organizations.forms import folded, nominative
from kzuz_extract.names.organizations.lexicon import (
    HeadReading,
    head_readings,
    is_form_of_head,
    is_one_of,
    words,
)
from kzuz_extract.names.organizations.listed import known_names
from kzuz_extract.names.organizations.view import View, adjective_lemma, adjectives_in, is_adjective, of_place
from kzuz_extract.names.scene import Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_MOST_ADJECTIVES = 6
_RELATIONAL = ("ический", "инский", "еский")  # «технический», «медицинский»: of no town or founder
_QUOTED_HEADS = ("клуб", "команда", "группа", "газета", "журнал")  # what names them stands in quotes
_OF_KIND = ("kinds_of_body", "fields", "titular")
_OF_PLACE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое")
_ORDINAL_IN_NOMINATIVE = {"masc": "й", "femn": "я", "neut": "е", "plur": "е"}
_ORDINAL_ENDINGS = ("й", "го", "му", "м", "я", "ю", "ая", "ой", "ую")
_SURE = frozenset(("place", "body", "po", "named"))


def is_head(form: Form) -> bool:
    """Tell whether a word may head the name of a body."""
    return is_form_of_head(form.key)


class Heading(NamedTuple):
    """What is known of a head and its complements when its rule is looked for.

    named    a capital adjective before the head: «Деловой совет»
    capital  the head or its adjective has a capital that no opening explains
    opening  the name opens a sentence or a quotation
    kind     an adjective tells what sort of body it is: «городская больница», «пограничная служба»
    field    an adjective tells what it is for: «таможенный комитет»
    proofs   what kinds of complements follow, see `Border`; and «adjective» for «бостонская полиция»,
             «ordinal» for «36-я бригада»
    """

    lemma: str
    groups: frozenset[str]
    named: bool
    capital: bool
    opening: bool
    kind: bool
    field: bool
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
    """«служба безопасности»: what many houses have, unless both its field and its place or owner are said."""
    if not h.listed("common") or "office" not in h.groups or h.capital:
        return False
    if h.opening and (h.proofs & {"described", "po", "body"} or h.proofs >= {"place", "genitive"}):
        return False
    if "body" in h.proofs and (h.kind or "genitive" in h.proofs):
        return False
    return not (h.proofs & {"place", "body"} and (h.kind or h.proofs & {"field", "po"}))


def _is_kind_of_office(h: Heading) -> bool:
    """«налоговая служба Кыргызстана», not «областная больница»."""
    return h.kind and "office" in h.groups and not h.listed("institutions")


def _is_office(h: Heading) -> bool:
    """«управление занятости», «комитет по науке», «штаб Атырауской области», opening «Таможенный комитет»."""
    if h.opening and h.field and h.lemma in ("комитет", "агентство", "инспекция"):
        return True
    if "place" in h.proofs and (h.listed("of_place") or _is_kind_of_office(h)):
        return True
    return "office" in h.groups and bool(h.proofs & {"field", "po", "body", "quote"})


def _is_institution(h: Heading) -> bool:
    """«школа № 5», «областная детская больница Талгара»: small letters, but one of its kind in its place."""
    return h.listed("institutions") and ("number" in h.proofs or (h.kind and "place" in h.proofs))


def _opens_surely(h: Heading) -> bool:
    if h.opening and "place" in h.proofs and h.proofs & {"genitive", "field"} and "society" in h.groups:
        return True  # «Центр обслуживания населения Сайрамского района»
    if h.opening and "described" in h.proofs and h.listed("of_science"):
        return True  # «Институт ядерной физики»
    return _may_open(h) and bool(h.proofs & {"place", "po", "body", "quote", "latin", "governed", "field"})


def _may_open(h: Heading) -> bool:
    return h.opening and "society" in h.groups and not h.listed("weak")


RULES = (
    HeadRule("organization.bare_force", 0.0, _is_bare_force),
    HeadRule(
        "organization.force_and_place",
        1.3,
        lambda h: h.groups == {"forces"} and not h.named and h.proofs >= {"place"},
    ),
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
        "organization.adjective_of_place", 1.2, lambda h: "adjective" in h.proofs and "local" in h.groups
    ),
    HeadRule("organization.numbered_force", 1.3, lambda h: "ordinal" in h.proofs),
    HeadRule("organization.institution", 1.3, _is_institution),
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
    if view.word_list_before(head, "governing"):
        return None
    first, reading, named, doubtful, proof = _left_border(view, head, head_readings(form.key))
    groups = reading.groups
    capital = form.capital and head not in view.opens
    if groups == {"forces"} and not (named or capital or _has_purpose(view, head)):
        return None
    legal = named and reading.lemma in words("heads", "legal_nouns")
    legal = legal and adjective_lemma(view.forms[first].text) in words("heads", "legal_adjectives")
    genitives = groups != {"firm"} and (groups != {"local"} or form.capital)
    cause = form.capital and reading.lemma in words("heads", "of_causes")
    proper = named or capital or cause
    owns = named and not legal and not _is_owner(view, first) and reading.lemma not in words("heads", "parts")
    border = right_border(view, head, genitives=genitives, quote=owns, proper=proper)
    if first == head and not (form.capital or border.proofs or proof):
        return None  # a common noun, alone
    if border.proofs == {"body"} and "firm" in groups and _stands_before_a_name(view, head, border.end):
        return None  # «агентство Рейтер»
    if named and "firm" not in groups and "place" not in border.proofs:
        border = _with_letters(view, border)
    if legal and not border.proofs:
        return None  # «Общественный фонд «Забота»»: the name stands in the quotes
    if doubtful is not None and _is_confirmed(reading.lemma, border.proofs):
        first, named = doubtful, True
    heading = Heading(
        reading.lemma,
        groups,
        named or _is_unique(view, first, head, reading),
        capital or (named and view.forms[first].capital),
        view.forms[first].capital and first in view.opens,
        _has_adjective(view, first, head, "kinds_of_body"),
        _has_adjective(view, first, head, "fields"),
        border.proofs | proof,
    )
    rule = next((rule for rule in RULES if rule.holds(heading)), None)
    if rule is None or rule.score == 0:
        return None
    name = _name(view, first, head, border.end, reading)
    if is_no_name(name):
        return None
    evidence = (f"head: {reading.lemma}", *sorted(heading.proofs))
    value = OrganizationValue(name, None)
    return Proposal(first, border.end, "organization", rule.name, rule.score, evidence, value)


def _has_purpose(view: View, head: int) -> bool:
    """«силы безопасности», «силы обороны»."""
    form = view.after(head + 1)
    return form is not None and form.key in words("heads", "purposes_of_forces")


def _stands_before_a_name(view: View, head: int, end: int) -> bool:
    """«агентства | Рейтер», «агентство | ТАСС», but not «клуб | Газпрома»: the name does not take a case."""
    form = view.forms[head + 1]
    if form.shape is Shape.UPPER:
        return end == head + 2 and is_one_of(view.forms[head].key, "heads", "apposable")
    keys = tuple(f.key for f in view.forms[head + 1 : end])
    return any(listed == keys and known.is_in_nominative(keys) for listed, known in known_names(form.key))


def _is_owner(view: View, first: int) -> bool:
    """«клуба | Континентальной хоккейной лиги «Барыс»»: the quotes name the club, not its league."""
    form = view.before(first)
    return form is not None and is_one_of(form.key, "heads", "firm")


def _has_adjective(view: View, first: int, head: int, group: str) -> bool:
    return any(adjective_lemma(form.text) in words("heads", group) for form in view.forms[first:head])


def _is_confirmed(lemma: str, proofs: frozenset[str]) -> bool:
    """«Законодательная палата Олий Мажлиса», «Научный центр хирургии»: complements vouch for it."""
    learned = lemma in words("heads", "of_science") and bool(proofs & {"genitive", "field"})
    return learned or (bool(proofs & _SURE) and lemma not in words("heads", "weak"))


def _with_letters(view: View, border: Border) -> Border:
    """«Казахстанская фондовая биржа | KASE»: the letters that a body is known by, without brackets."""
    form = view.after(border.end)
    letters = form is not None and form.latin and form.shape is Shape.UPPER and len(form.text) > 2
    return Border(border.end + 1, border.proofs | {"latin"}) if letters else border


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
    proof     «adjective» of a place, or «ordinal», where one begins the name
    """

    first: int
    reading: HeadReading
    named: bool
    doubtful: int | None
    proof: frozenset[str] = frozenset()


def _left_border(view: View, head: int, readings: tuple[HeadReading, ...]) -> _Left:
    """Return the left border by the reading of the head with which most adjectives agree."""
    best = _Left(head, readings[0], False, None)
    form = view.before(head)
    if form is None or not (is_adjective(form.text) or form.key in _ORDINAL_ENDINGS):
        return best
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
        opens = at in view.opens
        if form.capital and (
            not opens or _titular(form.key, reading) or _introduces(view, at, head, reading)
        ):
            capital = at
        elif lower == at + 1 and _tells_kind(form.text, reading):
            lower = at
        elif form.capital and not _tells_nothing(adjective_lemma(form.text)):
            doubtful = at
        at -= 1
    if capital is not None:
        return _Left(capital, reading, True, None)
    if reading.lemma in words("heads", "numbered_forces") and (number := _ordinal(view, at)) is not None:
        return _Left(number, reading, False, None, frozenset({"ordinal"}))
    if lower > 0 and view.joined(lower) and _places(view.forms[lower - 1], reading):
        return _Left(lower - 1, reading, False, doubtful, frozenset({"adjective"}))
    if reading.groups & {"forces"}:
        return _Left(lower, reading, lower < head, None)
    return _Left(head if view.forms[head].capital else lower, reading, False, doubtful)


def _introduces(view: View, at: int, head: int, reading: HeadReading) -> bool:
    """«Мангистауская областная больница», «Казахстанская фондовая биржа»: one of a place opens a name."""
    lemma = adjective_lemma(view.forms[at].text)
    if reading.groups == {"firm"} or reading.lemma in _QUOTED_HEADS or at + 1 >= head:
        return False
    if not lemma.endswith(("ский", "цкий")):
        return False
    following = adjective_lemma(view.forms[at + 1].text)
    kind = following.endswith("ический") or any(following in words("heads", group) for group in _OF_KIND)
    kind = kind or reading.lemma in words("heads", "unions")
    known = any(r.known for r in parses(view.forms[at].key) if r.pos == "ADJF")
    return kind and (not known or lemma in words("heads", "nations") or of_place(lemma))


def _tells_kind(word: str, reading: HeadReading) -> bool:
    """«городской суд», «юридический комитет», «внутренние войска»."""
    lemma = adjective_lemma(word)
    if reading.groups & {"forces"}:
        return lemma in words("heads", "of_forces")
    return lemma in words("heads", "kinds_of_body") or (
        "office" in reading.groups and lemma in words("heads", "fields")
    )


def _tells_nothing(adjective: str) -> bool:
    return adjective in words("heads", "nations") or adjective in words("heads", "of_nations")


def _places(form: Form, reading: HeadReading) -> bool:
    """«бостонская полиция», «ошская мэрия»: an adjective of a town; a state's says less («русская армия»)."""
    if not reading.groups & {"local", "office"} or form.shape not in (Shape.LOWER, Shape.TITLE):
        return False
    if not form.key.endswith(_OF_PLACE) or not _agrees(form.text, reading):
        return False
    lemma = adjective_lemma(form.text)
    return lemma.endswith(("ский", "цкий")) and not _tells_nothing(lemma) and of_place(lemma)


def _ordinal(view: View, at: int) -> int | None:
    """«36-й | десантно-штурмовой бригады»: the token of the number whose ending stands at `at`."""
    if at < 2 or view.forms[at].key not in _ORDINAL_ENDINGS or view.forms[at - 1].text != "-":
        return None
    whole = view.text.touches(at) and view.text.touches(at - 1)
    return at - 2 if whole and view.forms[at - 2].shape is Shape.NUMBER else None


def _agrees(word: str, reading: HeadReading) -> bool:
    wanted = ("plur", None) if reading.number == "plur" else ("sing", reading.gender)
    return wanted in adjectives_in(word, reading.case)


def _titular(key: str, reading: HeadReading) -> bool:
    """At the opening of a sentence only an adjective of official titles, or an unknown one, counts."""
    lemma = adjective_lemma(key)
    if reading.lemma in words("heads", "weak"):
        return lemma.endswith(("ский", "цкий")) and "-" in lemma and not any(r.known for r in parses(key))
    if lemma in words("heads", "titular"):
        return True
    if _tells_nothing(lemma) and reading.lemma in words("heads", "placed"):
        return lemma.endswith(("ский", "цкий")) and of_place(lemma)
    if not lemma.endswith(("ский", "цкий")) or _tells_nothing(lemma):
        return False
    known = any(r.known for r in parses(key) if r.pos == "ADJF")
    learned = reading.lemma in words("heads", "of_science") and not lemma.endswith(_RELATIONAL)
    return not known or of_place(lemma) or (learned and lemma not in words("heads", "kinds_of_body"))


def _name(view: View, first: int, head: int, end: int, reading: HeadReading) -> str:
    number = ""
    if view.forms[first].shape is Shape.NUMBER:  # «36-й бригады»
        number = f"{view.forms[first].text}-{_ORDINAL_IN_NOMINATIVE[reading.gender]} "
        first += 3
    front = [view.forms[at].text for at in range(first, head + 1)]
    start = number + nominative(front, head - first, reading.lemma, reading.gender)
    rest = view.printed(head + 1, end)
    if not rest:
        return start
    return f"{start} {rest}"

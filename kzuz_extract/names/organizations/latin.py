"""Names in Latin letters, and addresses: «Sun Valley Estate», «IT Park Uzbekistan», «Tengrinews.kz»."""

from __future__ import annotations

import regex

from kzuz_extract.names.organizations.borders import latin_end
from kzuz_extract.names.organizations.lexicon import (
    head_readings,
    is_form_of,
    is_one_of,
    noun_lemmas,
    words,
)
from kzuz_extract.names.organizations.marked import made
from kzuz_extract.names.organizations.view import (
    View,
    adjective_lemma,
    adjectives_in,
    elides_a_club,
    elides_a_firm,
    noun_in,
)
from kzuz_extract.names.scene import Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_LEGAL_ENDS = ("ltd", "llp", "llc", "inc", "jsc", "plc", "gmbh", "limited")
_DASHES = ("-", "–", "—")
_BEFORE_EXPLANATION = (",", *_DASHES)
CYRILLIC_ZONES = ("ру", "ком", "кз", "уз", "нет", "рф", "инфо")
_SITE = regex.compile(r"[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:\p{L}{2,6})")


def is_address(form: Form) -> bool:
    """Tell whether a token is an address or the last label of one: «Лента.ру» is three tokens."""
    zones = words("words", "zones") if form.latin else CYRILLIC_ZONES
    return form.key in zones or "." in form.text


def site(view: View, at: int) -> Proposal | None:
    """Return a medium known by its address: «Tengrinews.kz», «Лента.ру»."""
    first = at
    if "." not in view.forms[at].text:
        first = at - 2
        dotted = first >= 0 and view.text.touches(at) and view.text.touches(at - 1)
        if not (dotted and view.forms[at - 1].text == "." and view.forms[first].capital):
            return None
    name = view.printed(first, at + 1)
    host, _, zone = name.lower().rpartition(".")
    social = host.rpartition(".")[2] in words("words", "social")
    if not _SITE.fullmatch(name) or _within_address(view, first, at) or social:
        return None
    if zone not in words("words", "zones") and zone not in CYRILLIC_ZONES:
        return None
    key = view.nouns_before(first)
    if key is not None and is_one_of(key, "words", "addresses"):
        return None
    return made(first, at + 1, "organization.site", 1.6, "site", name)


def may_sign(form: Form) -> bool:
    """Tell whether a Latin word may be the name of an outlet."""
    return form.capital


def dateline(view: View, at: int) -> Proposal | None:
    """«CentralAsia (KZ) - В Ташкенте …»: the outlet that signs the opening of a paragraph."""
    form = view.forms[at]
    if at not in view.breaks or at + 4 >= view.size:
        return None
    signs = [f.text for f in view.forms[at + 1 : at + 5]]
    if (
        signs[0] == "("
        and signs[2] == ")"
        and signs[3] in _DASHES
        and view.forms[at + 2].shape is Shape.UPPER
    ):
        return made(at, at + 1, "organization.dateline", 1.5, "signs a paragraph", form.text)
    return None


def may_run(form: Form) -> bool:
    """Tell whether a Latin word may open the name of a body."""
    return form.shape is not Shape.LOWER


def run(view: View, at: int) -> Proposal | None:
    """Return the body that a run of Latin words names: «Sun Valley Estate», «IT Park Uzbekistan», a site."""
    form = view.forms[at]
    end = latin_end(view, at)
    while end > at + 1 and view.forms[end - 1].key in _LEGAL_ENDS:
        end -= 1
    keys = [f.key for f in view.forms[at:end]]
    if end == at + 1 and (len(form.text) < 2 or form.key in _LEGAL_ENDS):
        return None
    if end == at + 1 and form.key in words("words", "social"):
        return _network_company(view, at)
    things, bodies = words("words", "latin_things"), words("words", "latin_bodies")
    thing = keys[-1] in things and keys[-1] not in bodies and not _after_a_firm(view, at)
    if thing or all(key in things for key in keys):
        return None
    name = view.printed(at, end)
    if end == at + 1 and "." in form.text:
        return None
    evidence, score = _latin_evidence(view, at, end, keys)
    if score <= 0:
        return None
    return made(at, end, "organization.latin", score, evidence, name)


def _after_a_firm(view: View, at: int) -> bool:
    """«стартап Higgsfield AI», unlike «приложение Smart HR»."""
    before = view.before(at)
    return before is not None and is_one_of(before.key, "heads", "firm")


def _network_company(view: View, at: int) -> Proposal | None:
    """«акции Facebook», «Facebook объявил»: a social network is a body where the text speaks of the company.

    In a text about its shares it is one throughout: see `organizations_document.repeated`.
    """
    name, before = view.forms[at].text, view.before(at)
    if before is not None and is_one_of(before.key, "words", "shares"):
        return made(at, at + 1, "organization.traded_network", 1.3, "its shares are traded", name)
    if before is not None and is_one_of(before.key, "words", "company"):
        return made(at, at + 1, "organization.network_company", 1.3, "after what belongs to a company", name)
    if _acts_as_a_body(view, at, at + 1, mild=True):
        return made(at, at + 1, "organization.network_company", 1.1, "does what bodies do", name)
    return None


def _latin_evidence(view: View, at: int, end: int, keys: list[str]) -> tuple[str, float]:
    before = view.before(at)
    if before is not None and before.key in words("words", "legal_forms"):
        return "legal form before", 2.0
    key = view.nouns_before(at)
    if key is not None:
        if view.names_a_house(at - 1):
            return "common noun before", 1.4
        if is_one_of(key, "words", "not_bodies"):
            return "names a thing", 0.0
        if is_one_of(key, "heads", "firm") or any(head_readings(key)):
            return "common noun before", 1.6
        if key in words("words", "media_verbs"):
            return "after a verb of the press", 1.4
        if key in words("words", "reports"):
            return "reports", 1.2
        if is_one_of(key, "words", "belongs"):
            return "after what belongs to a body", 1.2
        if key == "на" and (back := view.before(at - 1)) is not None and back.key == "ссылкой":
            return "after a reference to the press", 1.4
        if _by_noun(view, at):
            return "common noun before", 1.4
        if elides_a_firm(view.forms[at - 1].key):
            return "adjective of a place before", 1.2
    bodies = words("words", "latin_bodies")
    if len(keys) > 1 and (keys[-1] in bodies or keys[0] in bodies):
        return "Latin word of a body", 1.3
    if _acts_as_a_body(view, at, end):
        return "does what bodies do", 1.1
    if _is_explained(view, end):
        return "common noun after", 1.1
    return "Latin", 0.0


def _acts_as_a_body(view: View, at: int, end: int, *, mild: bool = False) -> bool:
    """«Zynga инвестирует», «SharesPost объявила»: capitals within a word make the milder verbs do as well."""
    before, after = view.before(at), view.after(end)
    if after is None or after.shape is not Shape.LOWER:
        return False
    if before is not None and (noun_lemmas(before.key) or before.key in words("words", "prepositions")):
        return False
    if is_form_of(after.key, "words", "deeds"):
        return True
    mild = mild or (before is not None and elides_a_club(before.key))  # «турецкий Baykar покажет»
    mild = mild or (end > at + 1 and view.forms[at].key == "the")  # «The Steppe Times написала»
    brand = mild or (end == at + 1 and view.forms[at].shape in (Shape.MIXED, Shape.UPPER))
    return brand and is_form_of(after.key, "words", "mild_deeds")


def _is_explained(view: View, end: int) -> bool:
    """«Osapp, крупнейшего профсоюза страны», «Zynga — разработчик игр»: what the name is comes after it."""
    mark = view.after(end)
    if mark is None or mark.text not in _BEFORE_EXPLANATION:
        return False
    for at in range(end + 1, end + 4):
        form = view.after(at)
        if form is None or form.shape is not Shape.LOWER:
            return False
        if is_one_of(form.key, "words", "makers") or (at > end + 1 and is_one_of(form.key, "heads", "firm")):
            return True
        if not adjective_lemma(form.text):
            return False
    return False


def _by_noun(view: View, at: int) -> bool:
    """«компании по недвижимости Sun Valley Estate», «производитель шин Michelin»."""
    for back in range(at - 1, max(0, at - 4), -1):
        form = view.forms[back]
        if not view.joined(back + 1) or form.shape is not Shape.LOWER or form.latin:
            return False
        if back < at - 1 and (is_one_of(form.key, "heads", "firm") or is_one_of(form.key, "words", "makers")):
            return True
        inner = form.key == "по" or noun_in(form.text, "gent") or adjectives_in(form.text, "gent")
        if not inner and (back < at - 1 or not noun_in(form.text, "datv")):
            return False
    return False


def listed(view: View, found: list[Proposal]) -> list[Proposal]:
    """Return Latin names that stand in one list with bodies: «Wolt, Glovo и Yandex», ««Ауыл», Respublica»."""
    starts = {p.first: p for p in found if view.forms[p.first].latin}
    ends = {p.end: p for p in starts.values()}
    quoted = [p._replace(end=p.end + 1) for p in found if p.rule == "organization.quoted" and p.score >= 1]
    added: list[Proposal] = []
    waiting = [*starts.values(), *quoted]
    while waiting:
        proposal = waiting.pop()
        for at in _next_in_list(view, proposal, starts, ends):
            end = latin_end(view, at)
            keys = [f.key for f in view.forms[at:end]]
            things = words("words", "latin_things")
            if len(view.forms[at].text) > 1 and keys[-1] not in things and keys[0] not in things:
                name = view.printed(at, end)
                member = made(at, end, "organization.latin", 1.1, "listed with a body", name)
                starts[at] = ends[end] = member
                added.append(member)
                waiting.append(member)
    return added


def _next_in_list(
    view: View, proposal: Proposal, starts: dict[int, Proposal], ends: dict[int, Proposal]
) -> list[int]:
    """Return where an unread Latin name follows or precedes a proposal in a list."""
    forms, places = view.forms, []
    after, before = proposal.end + 1, proposal.first - 1
    if view.joined(after) and forms[proposal.end].text in (",", "и") and _is_name(forms[after]):
        places.append(after)
    if view.joined(before) and view.joined(before + 1) and forms[before].text in (",", "и"):
        first = before
        while first == before or view.joined(first):
            if first == 0 or not _is_name(forms[first - 1]):
                break
            first -= 1
        if first < before and before not in ends:
            places.append(first)
    return [at for at in places if at not in starts]


def _is_name(form: Form) -> bool:
    return form.latin and form.capital


def _within_address(view: View, first: int, last: int) -> bool:
    """«t.me/kanal», «name@mail.kz», «www.site.kz»: a longer address or a box for letters is no medium."""
    before = view.forms[first - 1] if first else None
    after = view.forms[last + 1] if last + 1 < view.size else None
    glued_before = before is not None and view.text.touches(first) and before.text in ("@", "/", ":")
    glued_after = after is not None and view.text.touches(last + 1) and after.text in ("@", "/")
    return glued_before or glued_after or view.forms[first].key.startswith("www.")

"""Names that show what they are: abbreviations, clipped compounds, known names, Latin names, sites."""

from __future__ import annotations

import regex

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.organizations_borders import latin_end, right_border
from kzuz_extract.names.organizations_forms import compound_nominative
from kzuz_extract.names.organizations_lexicon import (
    abbreviations,
    head_readings,
    is_compound,
    is_one_of,
    known_names,
    ministry,
    words,
)
from kzuz_extract.names.organizations_view import View
from kzuz_extract.names.scene import Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_ENDINGS = ("", "а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах")
_CYRILLIC_ZONES = ("ру", "ком", "кз", "уз", "нет", "рф", "инфо")
_DASHES = ("-", "–", "—")
_ROMAN = regex.compile(r"[IVXLCDMХІ]+")
_SITE = regex.compile(r"[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:\p{L}{2,6})")


def _proposal(first: int, end: int, rule: str, score: float, evidence: str, name: str) -> Proposal:
    return Proposal(first, end, "organization", rule, score, (evidence,), OrganizationValue(name, None))


def letters_of(form: Form) -> str | None:
    """Return the abbreviation that a token declines: «МИДа» → «МИД»; None for other words."""
    text = form.text
    if form.shape is Shape.UPPER:
        return text
    if form.shape is not Shape.MIXED or form.latin:
        return text if text in abbreviations() else None
    if text in abbreviations():
        return text
    stem = text.rstrip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    return stem if len(stem) > 1 and stem.isupper() and text[len(stem) :] in _ENDINGS else None


def abbreviation(view: View, at: int) -> Proposal | None:
    """Return the body that an abbreviation names, with its place: «МЧС», «МВД России», «ДЧС Актау»."""
    form = view.forms[at]
    letters = letters_of(form)
    if letters is None:
        return None
    known = abbreviations().get(letters)
    if letters.lower() in words("words", "legal_forms") or _numbered(view, at):
        return None
    if view.text.touches(at) and view.forms[at - 1].shape is Shape.LOWER and len(view.forms[at - 1].text) < 5:
        return None  # «спецЦОН» is a common noun
    if at + 1 in view.quotes and len(letters) < 4:
        return None
    if known is None:
        return _unknown_letters(view, at, letters)
    end = at + 1
    name = letters
    after = view.after(at + 1)
    if known.follows != "-" or (after is not None and after.key in ("имени", "им")):
        border = right_border(view, at, genitives=known.follows == "g", quote=False)
        end = border.end
        if end > at + 1:
            name = f"{letters} {view.printed(at + 1, end)}"
    return _proposal(at, end, "organizations.abbreviation", 1.7, "known abbreviation", name)


def _unknown_letters(view: View, at: int, letters: str) -> Proposal | None:
    if not 2 <= len(letters) <= 6 or letters.lower() in words("words", "not_bodies_abbreviated"):
        return None
    if (
        _ROMAN.fullmatch(letters)
        or not letters.isalpha()
        or _shouted(view, at)
        or gazetteer.lookup(letters.lower())
    ):
        return None
    before = view.before(at)
    if at + 1 in view.quotes or (before is not None and before.shape is Shape.NUMBER):
        return None
    score, evidence = 0.0, "capitals"
    if not view.forms[at].latin and view.place_end(at + 1) is not None:
        border = right_border(view, at, genitives=False, quote=False)
        name = f"{letters} {view.printed(at + 1, border.end)}"
        return _proposal(at, border.end, "organizations.abbreviation_and_place", 1.2, "place after", name)
    if before is not None and is_one_of(before.key, "words", "belongs"):
        score, evidence = 1.2, "after what belongs to a body"
    elif before is not None and (
        is_one_of(before.key, "heads", "firm") or before.key in words("words", "legal_forms")
    ):
        score, evidence = 1.3, "common noun before"
    elif before is not None and before.key in words("words", "media_verbs"):
        score, evidence = 1.2, "after a verb of the press"
    elif not view.forms[at].latin and len(letters) > 2 and letters not in view.abbreviated:
        score = 1.0
    if score <= 0:
        return None
    return _proposal(at, at + 1, "organizations.capitals", score, evidence, letters)


def _numbered(view: View, at: int) -> bool:
    """«ЗАЗ-1103», «12 МВт»: capitals that belong to a number."""
    before, after = view.before(at), view.after(at + 1)
    if before is not None and before.text in ("№", "#"):
        return True
    if after is None:
        return False
    return view.text.touches(at + 1) and (after.text == "-" or after.shape is Shape.NUMBER)


def _shouted(view: View, at: int) -> bool:
    """A neighbour all in capitals: a headline in capitals tells no abbreviation."""
    near = (view.before(at), view.after(at + 1))
    return any(form is not None and form.shape is Shape.UPPER and len(form.text) > 5 for form in near)


def known(view: View, at: int) -> Proposal | None:
    """Return the longest known name that begins at `at`: «Акорда», «Олий Мажлиса», «РИА Новости»."""
    forms = view.forms
    if not forms[at].capital:
        return None
    for listed, name in known_names().get(forms[at].key, ()):
        end = at + len(listed)
        if end > view.size or name.kind in "qw" or view.quotes.get(at - 1) == end:
            continue
        if any(forms[at + i].key != word or (i and not view.joined(at + i)) for i, word in enumerate(listed)):
            continue
        if forms[at].latin and view.word_list_before(at, "of_cars"):
            continue
        if name.kind == "b" and not _acts(view, at, end):
            continue
        if forms[at].latin and view.joined(end) and forms[end].latin and not view.text.touches(end):
            continue
        if len(listed) > 1 and not forms[end - 1].capital and name.name.split()[-1][:1].isupper():
            continue
        spelled = view.printed(at, end) if forms[at].latin else name.name
        sure = 2.2 if len(listed) > 1 else 1.7
        return _proposal(at, end, "organizations.known_name", sure, "known name", spelled)
    return None


def _acts(view: View, at: int, end: int) -> bool:
    """«в Кремле заявили», «сообщил Кремль» tell of the body; «в Кремле», «у Кремля» of the building."""
    before, after = view.before(at), view.after(end)
    if before is None or before.key not in words("words", "whereabouts"):
        return True
    return after is not None and after.key in words("words", "speech")


def site(view: View, at: int) -> Proposal | None:
    """Return a medium known by its address: «Tengrinews.kz», «Лента.ру»."""
    form, end = view.forms[at], at + 1
    if "." not in form.text:
        dotted = view.joined(at + 2) and view.text.touches(at + 1) and view.text.touches(at + 2)
        if not (dotted and view.forms[at + 1].text == "." and view.forms[at + 2].text in _CYRILLIC_ZONES):
            return None
        end = at + 3
    name = view.printed(at, end)
    key = view.nouns_before(at)
    host, _, zone = name.lower().rpartition(".")
    if not _SITE.fullmatch(name) or _is_address(view, at) or host in words("words", "social"):
        return None
    if zone not in words("words", "zones") and zone not in _CYRILLIC_ZONES:
        return None
    if key is not None and is_one_of(key, "words", "addresses"):
        return None
    return _proposal(at, end, "organizations.site", 1.6, "site", name)


def apposed(view: View, at: int) -> Proposal | None:
    """«команды Феррари», «профсоюза Юнайт»: a name that does not take the case of the noun before it."""
    form, before, after = view.forms[at], view.before(at), view.after(at + 1)
    if before is None or before.capital or not is_one_of(before.key, "heads", "apposable"):
        return None
    if after is not None and after.capital:
        return None
    oblique = {r.case for r in parses(before.text) if r.pos == "NOUN"} - {"nomn", "accs"}
    own = parses(form.text)
    if not oblique or any(r.known and r.case in oblique for r in own) or any(r.marks for r in own if r.known):
        return None
    if own[0].pos != "NOUN" or own[0].case not in ("nomn", None):
        return None
    return _proposal(at, at + 1, "organizations.apposed", 1.1, "common noun before", form.text)


def compound(view: View, at: int) -> Proposal | None:
    """Return the body that a clipped compound names: «Минздрав», «Минобороны РФ», «Казавтожол»."""
    form = view.forms[at]
    if form.latin:
        return None
    named = ministry(form.key)
    if named is not None:
        border = right_border(view, at, genitives=False, quote=False)
        short = named[0] if form.capital else named[0].lower()
        name = short + ("" if border.end == at + 1 else " " + view.printed(at + 1, border.end))
        return _proposal(at, border.end, "organizations.ministry_clipped", 1.8, "clipped ministry", name)
    if form.capital and is_compound(form.key):
        return _proposal(
            at, at + 1, "organizations.compound", 1.2, "clipped compound", compound_nominative(form.text)
        )
    return None


def in_dictionary(view: View, at: int) -> Proposal | None:
    """Return a word that the dictionary of morphology knows as a body's name only: «Лукойл», «Челси»."""
    form = view.forms[at]
    if form.shape is not Shape.TITLE or at in view.opens:
        return None
    readings = [r for r in parses(form.text) if r.known]
    if not any(r.number == "sing" for r in readings) or not all("Orgn" in r.marks for r in readings):
        return None
    name = compound_nominative(form.text)
    return _proposal(at, at + 1, "organizations.dictionary", 1.2, "a body by the dictionary", name)


def dateline(view: View, at: int) -> Proposal | None:
    """«CentralAsia (KZ) - В Ташкенте …»: the outlet that signs the opening of a paragraph."""
    form = view.forms[at]
    if at not in view.breaks or not form.latin or not form.capital or at + 4 >= view.size:
        return None
    signs = [f.text for f in view.forms[at + 1 : at + 5]]
    if (
        signs[0] == "("
        and signs[2] == ")"
        and signs[3] in _DASHES
        and view.forms[at + 2].shape is Shape.UPPER
    ):
        return _proposal(at, at + 1, "organizations.dateline", 1.5, "signs a paragraph", form.text)
    return None


def latin(view: View, at: int) -> Proposal | None:
    """Return the body that a run of Latin words names: «Van Thinh Phat», «IT Park Uzbekistan», a site."""
    form = view.forms[at]
    if not form.latin or form.shape is Shape.LOWER or len(form.text) < 2:
        return None
    end = latin_end(view, at)
    keys = [f.key for f in view.forms[at:end]]
    if end == at + 1 and form.key in words("words", "social"):
        return _network_company(view, at)
    things = words("words", "latin_things")
    if keys[-1] in things or all(key in things for key in keys):
        return None
    name = view.printed(at, end)
    if end == at + 1 and "." in form.text:
        return None
    evidence, score = _latin_evidence(view, at, keys)
    if score <= 0:
        return None
    return _proposal(at, end, "organizations.latin", score, evidence, name)


def _network_company(view: View, at: int) -> Proposal | None:
    """«акции Facebook»: a social network is a body where the text speaks of the company."""
    before = view.before(at)
    if before is None or not is_one_of(before.key, "words", "company"):
        return None
    name = view.forms[at].text
    return _proposal(
        at, at + 1, "organizations.network_company", 1.3, "after what belongs to a company", name
    )


def _latin_evidence(view: View, at: int, keys: list[str]) -> tuple[str, float]:
    before = view.before(at)
    if before is not None and before.key in words("words", "legal_forms"):
        return "legal form before", 2.0
    key = view.nouns_before(at)
    if key is not None:
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
    bodies = words("words", "latin_bodies")
    if len(keys) > 1 and (keys[-1] in bodies or keys[0] in bodies):
        return "Latin word of a body", 1.3
    return "Latin", 0.0


def _by_noun(view: View, at: int) -> bool:
    """«компании по недвижимости Van Thinh Phat»."""
    return (
        at > 2
        and view.joined(at)
        and view.joined(at - 1)
        and view.forms[at - 2].key == "по"
        and is_one_of(view.forms[at - 3].key, "heads", "firm")
    )


def _is_address(view: View, at: int) -> bool:
    before = view.forms[at - 1] if at else None
    after = view.forms[at + 1] if at + 1 < view.size else None
    glued_before = before is not None and view.text.touches(at) and before.text in ("@", "/", ":")
    glued_after = after is not None and view.text.touches(at + 1) and after.text in ("@", "/")
    return glued_before or glued_after or view.forms[at].key.startswith("www.")

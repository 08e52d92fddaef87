"""Names that show what they are: abbreviations, clipped compounds, known names and names in apposition."""

from __future__ import annotations

import regex

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.organizations.borders import right_border
from kzuz_extract.names.organizations.clubs import is_club
from kzuz_extract.names.organizations.forms import adjective, compound_nominative, with_letters_of, with_yo_of
from kzuz_extract.names.organizations.lexicon import (
    abbreviations,
    ends_as_compound,
    is_compound,
    is_form_of_head,
    is_one_of,
    ministry,
    words,
)
from kzuz_extract.names.organizations.listed import KnownName, known_names
from kzuz_extract.names.organizations.view import (
    View,
    adjective_lemma,
    is_person_like,
)
from kzuz_extract.names.scene import OPENING, Proposal
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape

_ENDINGS = ("", "а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах")
_ROMAN = regex.compile(r"[IVXLCDMХІ]+")
_OF_A_SCHOOL = regex.compile(r"[А-Я][а-я]{1,3}[А-Я]{1,4}[АИУ]")  # «ТашГЮУ», «СамГУ»


def made(first: int, end: int, rule: str, score: float, evidence: str, name: str) -> Proposal:
    """Return a proposal that rests on one piece of evidence."""
    return Proposal(first, end, "organization", rule, score, (evidence,), OrganizationValue(name, None))


def may_abbreviate(form: Form) -> bool:
    """Tell whether a word has capitals beyond its first letter or is a known abbreviation."""
    return (form.latin or form.shape in (Shape.UPPER, Shape.MIXED)) and letters_of(form) is not None


def letters_of(form: Form) -> str | None:
    """Return the abbreviation that a token declines: «МИДа» → «МИД»; None for other words."""
    text = form.text
    if form.shape is Shape.UPPER:
        return text
    if form.shape is not Shape.MIXED or form.latin:
        return text if text in abbreviations() else None
    if text in abbreviations() or _OF_A_SCHOOL.fullmatch(text):
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
    legal = letters.lower() in words("words", "legal_forms") and not _is_honoured(view, at)
    if _numbered(view, at) or (legal and not _stands_alone(view, at)):
        return None
    if view.text.touches(at) and view.forms[at - 1].shape is Shape.LOWER and len(view.forms[at - 1].text) < 5:
        return None  # «спецЦОН» is a common noun
    if at + 1 in view.quotes and len(letters) < 4:
        return None
    if letters in words("heads", "clipped_heads") and (first := _adjective_before(view, at)) is not None:
        town = view.forms[first].text
        name = f"{with_letters_of(adjective(town, 'masc'), town)} {letters}"
        return made(first, at + 1, "organization.adjective_and_letters", 1.7, "adjective before", name)
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
    return made(at, end, "organization.abbreviation", 1.7, "known abbreviation", name)


def _adjective_before(view: View, at: int) -> int | None:
    """«Навоийский | ГМК», «на Атырауском | НПЗ»: capitals that need the adjective of their town."""
    form = view.before(at)
    if form is None or form.shape is not Shape.TITLE:
        return None
    return at - 1 if adjective_lemma(form.text).endswith(("ский", "цкий")) else None


def _is_honoured(view: View, at: int) -> bool:
    """«РГУ | имени Губкина»."""
    return (after := view.after(at + 1)) is not None and after.key in ("имени", "им")


def _stands_alone(view: View, at: int) -> bool:
    """«ДП Алматы», «в НПП сообщили» name a body; before a name in quotes the letters are its legal form."""
    after = view.after(at + 1)
    named = after is not None and (after.text in OPENING or after.latin)
    return not named and view.forms[at].text in abbreviations()


def _unknown_letters(view: View, at: int, letters: str) -> Proposal | None:
    if not 2 <= sum(map(str.isupper, letters)) <= 6 or letters.lower() in words(
        "words", "not_bodies_abbreviated"
    ):
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
    if before is not None and before.key in words("words", "quarters"):
        return None
    score, evidence = 0.0, "capitals"
    honoured = _is_honoured(view, at)
    if not view.forms[at].latin and (honoured or view.place_end(at + 1) is not None):
        border = right_border(view, at, genitives=False, quote=False)
        if border.end > at + 1:
            name = f"{letters} {view.printed(at + 1, border.end)}"
            said = "named in honour" if honoured else "place after"
            return made(at, border.end, "organization.abbreviation_and_place", 1.2, said, name)
    if before is not None and is_one_of(before.key, "words", "belongs"):
        score, evidence = 1.2, "after what belongs to a body"
    elif before is not None and (
        is_one_of(before.key, "heads", "firm") or before.key in words("words", "legal_forms")
    ):
        score, evidence = 1.3, "common noun before"
    elif before is not None and before.key in words("words", "media_verbs"):
        score, evidence = 1.2, "after a verb of the press"
    elif not view.forms[at].latin and len(letters) > 2 and letters not in view.bracketed:
        score = 1.0
    if score <= 0:
        return None
    return made(at, at + 1, "organization.capitals", score, evidence, letters)


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


def is_legal_form(form: Form) -> bool:
    """Tell whether a name may follow a legal form without quotes."""
    return form.capital and form.key in words("words", "before_bare_names")


def bare_name(view: View, at: int) -> Proposal | None:
    """Return the unquoted name after a legal form: «ТОО Степные дороги», «ФК Кайрат»."""
    end = at + 1
    while view.joined(end) and end < at + 4:
        form = view.forms[end]
        if form.latin or form.shape not in (Shape.TITLE, Shape.MIXED):
            break
        end += 1
    if end == at + 1:
        return None
    return made(at + 1, end, "organization.bare_name", 1.5, "legal form before", view.printed(at + 1, end))


def begins_known_name(form: Form) -> bool:
    """Tell whether a known name may begin with a word."""
    small = form.shape is Shape.LOWER if form.latin else not form.capital
    return not small and bool(known_names(form.key))


def known(view: View, at: int) -> Proposal | None:
    """Return the longest known name that begins at `at`: «Акорда», «Олий Мажлиса», «РИА Новости»."""
    forms = view.forms
    for listed, name in known_names(forms[at].key):
        end = at + len(listed)
        if end > view.size or view.quotes.get(at - 1) == end:
            continue
        if len(listed) > 1 and not _goes_on(view, at, listed):
            continue
        if name.kind in ("q", "w") and not (
            _is_apposed(view, at, listed, name) or is_club(view, at, end, name.kind)
        ):
            continue
        if forms[at].latin and view.word_list_before(at, "of_cars"):
            continue
        if name.kind == "b" and not _acts(view, at, end):
            continue
        if forms[at].latin and view.joined(end) and forms[end].latin and not view.text.touches(end):
            continue
        if len(listed) > 1 and not forms[end - 1].capital and name.name.split()[-1][:1].isupper():
            continue
        printed = view.printed(at, end)
        spelled = printed if forms[at].latin else with_yo_of(name.name, printed)
        if name.kind == "p" and (place := view.place_end(end)):
            spelled, end = f"{spelled} {view.printed(end, place)}", place
        sure = 2.2 if len(listed) > 1 or name.kind in ("q", "w") else 1.7
        if name.other in abbreviations():
            sure = 1.45  # its head says more, if it has one
        return made(at, end, "organization.known_name", sure, "known name", spelled)
    return None


def _is_apposed(view: View, at: int, listed: tuple[str, ...], known: KnownName) -> bool:
    """«газеты | Труд», «команда | Астана»: after a common noun, and not in the genitive."""
    before = view.before(at)
    if before is None or not is_one_of(before.key, "heads", "apposable"):
        return False
    return known.is_in_nominative(listed)


def _goes_on(view: View, at: int, listed: tuple[str, ...]) -> bool:
    for i, word in enumerate(listed[1:], at + 1):
        if view.forms[i].key != word or not view.joined(i):
            return False
    return True


def _acts(view: View, at: int, end: int) -> bool:
    """«в Кремле заявили», «источник в Кремле» tell of the body; «в Кремле», «у Кремля» of the building."""
    before, after = view.before(at), view.after(end)
    if before is None or before.key not in words("words", "whereabouts"):
        return True
    if after is not None and after.key in words("words", "speech"):
        return True
    voice = view.before(at - 1)
    return voice is not None and (
        voice.key in words("words", "speech") or is_one_of(voice.key, "words", "voices")
    )


def takes_apposition(form: Form) -> bool:
    """Tell whether an unquoted name may stand undeclined after a common noun: «команды», «профсоюза»."""
    return (
        form.shape is not Shape.UPPER
        and is_form_of_head(form.key)
        and is_one_of(form.key, "heads", "apposable")
    )


def apposed(view: View, at: int) -> Proposal | None:
    """«команды Феррари», «профсоюза Юнайт»: a name that does not take the case of the noun at `at`."""
    form, after = view.after(at + 1), view.after(at + 2)
    if form is None or form.latin or form.shape not in (Shape.TITLE, Shape.MIXED):
        return None
    if (after is not None and after.capital) or (view.forms[at].capital and at not in view.opens):
        return None
    oblique = {r.case for r in parses(view.forms[at].key) if r.pos == "NOUN"} - {"nomn", "accs"}
    readings = parses(form.key)
    known = [r for r in readings if r.known]
    if any(r.case in oblique or r.marks for r in known):
        return None
    if not oblique and not (known and all(r.case in ("nomn", "accs") and r.pos == "NOUN" for r in known)):
        return None  # «газета Вестник», not «газета Ташкента»
    likely = (*readings[:1], *known)
    if readings[0].pos != "NOUN" or all(r.case not in ("nomn", None) for r in likely):
        return None
    return made(at + 1, at + 2, "organization.apposed", 1.1, "common noun before", form.text)


def is_clipped(form: Form) -> bool:
    """Tell whether a word is a clipped compound: «Минздрав», «минздрав», «Казавтожол»."""
    if form.shape is Shape.UPPER or form.latin:
        return False
    return ministry(form.key) is not None or (form.capital and is_compound(form.key))


def is_ministry(form: Form) -> bool:
    """Tell whether a word is a clipped name of a ministry: «Минздрав»."""
    return ministry(form.key) is not None


def compound(view: View, at: int) -> Proposal | None:
    """Return the body that a clipped compound names: «Минздрав», «Минобороны РФ», «Казавтожол»."""
    form = view.forms[at]
    named = ministry(form.key)
    if named is not None:
        border = right_border(view, at, genitives=False, quote=False)
        short = named[0] if form.capital else named[0].lower()
        name = short + ("" if border.end == at + 1 else " " + view.printed(at + 1, border.end))
        return made(at, border.end, "organization.ministry_clipped", 1.8, "clipped ministry", name)
    name = form.text if ends_as_compound(form.key) else compound_nominative(form.text)
    return made(at, at + 1, "organization.compound", 1.2, "clipped compound", name)


def is_only_a_body(form: Form) -> bool:
    """Tell whether the dictionary of morphology knows a word as a body's name and nothing else."""
    if form.shape is not Shape.TITLE or form.latin:
        return False
    readings = known_parses(form.key)
    return any(r.number == "sing" for r in readings) and all("Orgn" in r.marks for r in readings)


def in_dictionary(view: View, at: int) -> Proposal | None:
    """Return a name that the dictionary of morphology knows: «Лукойл», «Челси»."""
    before, after = view.before(at), view.after(at + 1)
    if at in view.opens or (before is not None and before.shape is Shape.TITLE):
        return None  # «Пэрис Хилтон»
    if after is not None and after.shape is Shape.TITLE and not is_person_like(after.text):
        return None  # «Хилтон Хэд»
    if before is not None and before.key in words("words", "quarters"):
        return None
    name = compound_nominative(view.forms[at].text)
    return made(at, at + 1, "organization.dictionary", 1.2, "a body by the dictionary", name)

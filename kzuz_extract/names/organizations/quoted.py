"""Names in quotes: «АО «КазТрансОйл»», «газета «Время»», «глава «Восток-Нефти»»; the quotes stay outside."""

from __future__ import annotations

from kzuz_extract.facts import OrganizationValue
from kzuz_extract.names.organizations.borders import right_border
from kzuz_extract.names.organizations.forms import phrase_nominative, title_nominative, with_yo_of
from kzuz_extract.names.organizations.lexicon import (
    head_readings,
    is_compound,
    is_form_of,
    is_one_of,
    noun_lemmas,
    telling_half,
    words,
)
from kzuz_extract.names.organizations.listed import known_names
from kzuz_extract.names.organizations.view import (
    View,
    adjective_lemma,
    elides_a_club,
    elides_a_firm,
    is_adjective,
    is_verb,
    noun_in,
    readings_of,
)
from kzuz_extract.names.scene import OPENING, Proposal
from kzuz_extract.text.tokens import Shape

_LONGEST = 9
_NAME_OF_MANY = 3
_MATCH = ("матч", "матча", "матче", "матчу", "матчем")
_GAME = ("игра", "игры", "игре", "игру", "игрой")
_DASHES = ("-", "–", "—")
_BEFORE_LISTS = (":", "–", "—")
_WHOSE = 5  # words between a noun and the quotes that say whose or where the body is
_OBLIQUE = ("ского", "скому", "ским", "ской", "скую", "цкого", "цкому", "цким", "цкой", "цкую")
_APPOSITION = ("legal form before", "common noun before", "abbreviation before", "listed in apposition")


def quotations(view: View) -> list[Proposal]:
    """Return the names in quotations; in a list («Восток», «Запад» и «Юг») each is what the first is."""
    found: list[Proposal] = []
    listed_at, like = -1, ""
    for opened in sorted(view.quotes):
        proposal = quoted(view, opened, listed=like if listed_at >= 0 and listed_at == opened else "")
        if proposal is None:
            continue
        found.append(proposal)
        close = view.quotes[opened]
        mark = view.after(close + 1)
        goes_on = proposal.score >= 1 and mark is not None and mark.text in (",", "и")
        listed_at = close + 2 if goes_on else -1
        apposed = any(why in _APPOSITION for why in proposal.evidence)
        like = "listed in apposition" if apposed else "listed with a body"
    return found


def quoted(view: View, opened: int, *, listed: str = "") -> Proposal | None:
    """Return the name that stands in the quotation which opens at token `opened`.

    listed  as what the quotation continues a list of quoted names of bodies
    """
    first, end = opened + 1, view.quotes[opened]
    if end == first + 1 and view.forms[first].key in words("words", "social"):
        return None
    if first + 1 in view.quotes and view.forms[first].key in words("words", "legal_forms"):
        return None  # «АО «НК «Восток»»: the inner quotation is the name
    if not _may_be_name(view, first, end):
        return None
    evidence = _evidence(view, opened, first, end)
    if listed and not any(weight < 0 for _, weight in evidence):
        evidence.append((listed, 1.2))
    score = sum(weight for _, weight in evidence)
    if score <= 0 or _is_said(view, first, end):
        return None
    apposed = any(word in _APPOSITION for word, _ in evidence)
    name = _name(view, opened, first, end, apposed=apposed)
    value = OrganizationValue(name, None)
    return Proposal(
        first, end, "organization", "organization.quoted", score, tuple(word for word, _ in evidence), value
    )


def _may_be_name(view: View, first: int, end: int) -> bool:
    if not 0 < end - first <= _LONGEST:
        return False
    opening = view.forms[first]
    if not (opening.capital or opening.shape is Shape.NUMBER or opening.latin):
        return False
    if opening.key in ("о", "об", "про"):
        return False
    inside = view.forms[first:end]
    named = len(inside) == 2 and inside[-1].text == "!" and _is_house(view, first - 2)  # «группа «Поход!»»
    return not (
        (inside[-1].text in ".!?…:;" and not named) or any(at in view.breaks for at in range(first + 1, end))
    )


def _is_house(view: View, at: int) -> bool:
    return view.joined(at + 1) and is_one_of(telling_half(view.forms[at].key), "heads", "firm")


def _is_said(view: View, first: int, end: int) -> bool:
    """««Мы построим мост», — сказал он»: a verb among three words or more makes them speech."""
    return end - first > 2 and any(is_verb(f.text) for f in view.forms[first:end] if f.shape is Shape.LOWER)


def _evidence(view: View, opened: int, first: int, end: int) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    before = view.before(opened)
    if before is not None and before.text in OPENING and (outer := view.before(opened - 1)) is not None:
        before = outer
    if before is not None and before.shape is not Shape.SIGN:
        found += _from_before(view, opened, telling_half(before.key))
    elif before is not None and before.text in _BEFORE_LISTS and _heads_a_list(view, opened):
        found.append(("common noun before", 1.3))
    found += _from_inside(view, first, end)
    if _may_play(view, opened, first, close := view.quotes[opened]) and view.plays(opened, close):
        found.append(("plays", 1.2))
    close = view.quotes.get(opened, end)
    found += _from_after(view, opened, close)
    if found == [("after what belongs to a body", 1.2)] and _is_title(view, first, end):
        return [("a title rather than a name", 0.4)]
    return found


def _is_title(view: View, first: int, end: int) -> bool:
    """«участники «Марша мира»», «лидер «Кубка Алатау»»: of what takes place, not of a body."""
    happens = end > first + 1 and is_one_of(view.forms[first].key, "words", "not_bodies")
    return happens or end - first > _NAME_OF_MANY


def _from_before(view: View, opened: int, key: str) -> list[tuple[str, float]]:
    if key in words("words", "legal_forms"):
        return [("legal form before", 2.0)]
    if key == "акции" and not _are_shares(view, opened - 1):
        return []
    if view.names_a_house(opened - 1):
        return [("common noun before", 1.4)]
    faced = (key in _MATCH or key in _GAME) and _faces_another(view, view.quotes[opened])
    fixture = faced or (key in _MATCH and _is_a_side(view, opened))
    if (is_one_of(key, "words", "not_bodies") and not fixture) or key in words("words", "campaigns"):
        return [("names a thing", -3.0)]
    if _is_building(view, opened, key):
        return [("names a building", -3.0)]
    if is_one_of(key, "heads", "firm"):
        return [("common noun before", 1.6)]
    if any(h.groups for h in head_readings(key)):
        return [("common noun before", 1.3)]
    if key == "ответственностью":
        return [("legal form before", 2.0)]
    if key in words("words", "media_verbs"):
        return [("after a verb of the press", 1.4)]
    if key in words("words", "reports"):
        return [("reports", 1.2)]
    if key in words("words", "renamed") and (bracket := view.before(opened - 1)) and bracket.text == "(":
        return [("another name in brackets", 1.1)]  # «(бывшая «Альфа»)»
    if key in words("words", "tells") and noun_in(view.forms[opened + 1].text, "datv"):
        return [("is told", 1.1)]  # «рассказал «Известиям»»
    letters = view.forms[opened - 1]
    if letters.shape is Shape.UPPER and not letters.latin and key not in words("words", "states"):
        return [("abbreviation before", 1.3)] if key not in words("words", "not_bodies_abbreviated") else []
    if key == "на" and (reference := view.before(opened - 1)) is not None and reference.key == "ссылкой":
        return [("after a reference to the press", 1.4)]
    if is_one_of(key, "words", "belongs"):
        return [("after what belongs to a body", 1.2)]
    if elides_a_firm(key) or elides_a_club(key):
        return [("adjective of a place before", 1.1)]
    if (
        key == "в"
        and (piece := view.before(opened - 1)) is not None
        and is_one_of(piece.key, "words", "pieces")
    ):
        return [("published in", 1.2)]
    far = _common_noun_back(view, opened)
    return [("common noun before", 1.2)] if far else []


def _may_play(view: View, opened: int, first: int, close: int) -> bool:
    """«с «Кайратом»», ««Астана» обыграла», ««Тобол» — «Женис»»: what a club stands beside, and no arena."""
    inside = view.forms[first:close]
    if len(inside) > _NAME_OF_MANY or any(f.shape is Shape.LOWER for f in inside):
        return False
    if inside[-1].key in words("words", "arenas"):
        return False
    before, after = view.before(opened), view.after(close + 1)
    if before is not None and (before.key in words("words", "sides") or before.text in _DASHES):
        return True
    if after is not None and (is_form_of(after.key, "words", "plays") or _faces_another(view, close)):
        return True
    if after is not None and after.text in (",", "и") and (other := view.quotes.get(close + 2)) is not None:
        last = view.after(other + 1)  # ««Тобол» и «Женис» сыграли»
        if last is not None and is_form_of(last.key, "words", "plays"):
            return True
    return before is not None and is_form_of(before.key, "words", "plays")


def _faces_another(view: View, close: int) -> bool:
    """««Ордабасы» — «Тобол»»."""
    return view.joined(close + 2) and view.forms[close + 1].text in _DASHES and close + 2 in view.quotes


def _is_a_side(view: View, opened: int) -> bool:
    """«матч «Кайрата»», but not «матч «Дружба»»: one word in the genitive."""
    word = view.forms[opened + 1].text
    one = view.quotes[opened] == opened + 2
    return one and noun_in(word, "gent") is not None and title_nominative(word) != word


def _are_shares(view: View, at: int) -> bool:
    """«Акции «Востока» подорожали», «пакет акций»: any other «акции» may be a campaign."""
    return view.forms[at].capital or view.word_list_before(at, "trade")


def _is_building(view: View, at: int, key: str) -> bool:
    """«торговый центр «Мега»», «жилой комплекс «Север»»: a building, not a body."""
    if noun_lemmas(key).isdisjoint(("центр", "дом", "комплекс", "городок")):
        return False
    before = view.before(at - 1)
    return before is not None and adjective_lemma(before.text) in words("words", "of_buildings")


def _common_noun_back(view: View, opened: int) -> bool:
    """«компании по недвижимости «Восток»», «партии Берлускони «Вперед»»: the noun stands farther back."""
    for at in range(opened - 2, max(0, opened - 4), -1):
        if view.joined(at + 1) and view.forms[at].key == "по" and view.joined(at):
            return is_one_of(view.forms[at - 1].key, "heads", "firm")
    noun = _house_back(view, opened)
    if noun is None:
        return False
    makes_works = is_one_of(telling_half(view.forms[noun].key), "heads", "of_works")
    return not makes_works or view.forms[noun + 1].key == "из"


def _house_back(view: View, end: int) -> int | None:
    """Return the noun before token `end` with at most its owner or place between, itself no part of a thing.

    «партии | Берлускони», «радиостанциях | Алматы», but not «премьера группы | Меладзе».
    """
    last = end - 1 if view.forms[end].text in _BEFORE_LISTS else end - 2
    for at in range(last, max(-1, end - 2 - _WHOSE), -1):
        form, owner = view.forms[at], view.forms[at + 1]
        if not view.joined(at + 1) or form.shape is Shape.SIGN:
            return None
        if not (owner.capital or owner.key == "из" or at == end - 1):
            continue
        if form.shape is Shape.LOWER or at in view.opens:
            if not is_one_of(telling_half(form.key), "heads", "firm"):
                continue
            return at if _says_whose(view, at + 1, end) and _is_topmost(view, at) else None
    return None


def _says_whose(view: View, first: int, end: int) -> bool:
    """«Берлускони», «Алматы», «Илона Маска», «Континентальной хоккейной лиги», «из Тараза»; or nothing."""
    if first == end:
        return True
    form, last = view.forms[first], view.forms[end - 1]
    if form.key == "из" and first + 1 < end:
        return all(f.shape is Shape.TITLE for f in view.forms[first + 1 : end])
    if form.shape is not Shape.TITLE or form.latin:
        return False
    if end in (view.place_end(first), view.noun_phrase(first, "gent")):
        return True
    return end == first + 2 and last.shape is Shape.TITLE and noun_in(last.text, "gent") is not None


def _is_topmost(view: View, at: int) -> bool:
    """«лидер партии …», «в команде …», but not «песни группы …», «премьера театра …»."""
    while (before := view.before(at)) is not None and is_adjective(before.text):
        at -= 1
    if before is None or readings_of(before.key)[:1] == () or readings_of(before.key)[0].pos != "NOUN":
        return True
    return is_one_of(before.key, "words", "belongs")


def _heads_a_list(view: View, opened: int) -> bool:
    """«радиостанции Алматы: «Тенгри» и «Прибой»», «две команды — «Кайсар» и …»: a plural, and a list."""
    close = view.quotes[opened]
    mark = view.after(close + 1)
    if mark is None or mark.text not in (",", "и") or close + 2 not in view.quotes:
        return False
    if not view.joined(opened) or not view.joined(opened - 1):
        return False
    noun = _house_back(view, opened - 1)
    if noun is None:
        return False
    return any(r.pos == "NOUN" and r.number == "plur" for r in readings_of(view.forms[noun].key))


def _from_inside(view: View, first: int, end: int) -> list[tuple[str, float]]:
    forms = view.forms
    for listed, known in known_names(forms[first].key):
        if len(listed) == end - first and tuple(f.key for f in forms[first:end]) == listed:
            return [("known name", 0.7 if known.kind == "w" else 1.4)]
    if end == first + 1:
        if is_compound(forms[first].key):
            return [("clipped compound", 1.2)]
        return []
    for at in range(first, min(first + 4, end)):
        readings = head_readings(forms[at].key)
        if readings and readings[0].groups - {"firm"} and _heads_inside(view, first, at, end):
            action = readings[0].lemma in words("heads", "actions")
            return [("head inside", 0.6 if action else 1.2)]
        if forms[at].shape not in (Shape.LOWER, Shape.TITLE):
            break
    return []


def _heads_inside(view: View, first: int, head: int, end: int) -> bool:
    """«Коммерческий банк Сайгона»: only adjectives precede the head, its complements fill the rest."""
    if any(not adjective_lemma(view.forms[at].text) for at in range(first, head)):
        return False
    border = right_border(view, head, genitives=True, quote=False, proper=view.forms[first].capital)
    return border.end == end and end > first + 1


def _from_after(view: View, opened: int, close: int) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    before, after = view.before(opened), view.after(close + 1)
    source = before is not None and before.key == "в"
    reported = view.word_list_before(opened - 1, "speech")
    if source and (reported or (after is not None and after.key in words("words", "speech"))):
        found.append(("speaks", 1.2))
    if after is not None and after.key in words("words", "media_verbs"):
        found.append(("speaks", 0.6))
    subject = before is None or before.shape is Shape.SIGN
    if after is not None and subject and is_form_of(after.key, "words", "deeds"):
        found.append(("does what bodies do", 1.1))
    return found


def _name(view: View, opened: int, first: int, end: int, *, apposed: bool) -> str:
    """Return the nominative: «глава «Восток-Нефти»», where no apposed noun keeps the name out of the case."""
    printed = view.printed(first, end)
    if view.forms[first].latin:
        return printed
    for listed, known in known_names(view.forms[first].key):
        if len(listed) == end - first and tuple(f.key for f in view.forms[first:end]) == listed:
            return with_yo_of(known.name, printed)
    before = view.before(opened)
    if apposed or before is None or before.shape is Shape.SIGN:
        return printed
    led = before.key in words("words", "prepositions") or before.key in words("words", "tells")
    led = led or before.key.endswith(_OBLIQUE)  # «тренер московского «Спартака»»
    led = led or is_form_of(before.key, "words", "plays")  # «обыграл «Флориду»»
    if not led and not noun_lemmas(before.key):
        return printed
    if end == first + 1:
        return title_nominative(printed) if view.forms[first].shape is Shape.TITLE else printed
    return phrase_nominative(printed.split())

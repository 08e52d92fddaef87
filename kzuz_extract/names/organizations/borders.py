"""Where the name of a body ends: decided by case and agreement, not by capitals.

«Министерство просвещения Республики Казахстан», «комитет по делам семьи и гражданской обороне МВД»:
after the head come genitives, «по» with a dative, the preposition that a word governs, «имени», a
quotation, a place at the end.
"""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract.language.morphology import parses
from kzuz_extract.names.organizations.lexicon import (
    abbreviations,
    head_readings,
    is_one_of,
    ministry,
    noun_lemmas,
    words,
)
from kzuz_extract.names.organizations.listed import known_names
from kzuz_extract.names.organizations.namesakes import namesake_end, person_end, serves_a_post
from kzuz_extract.names.organizations.view import View, adjectives_in, is_person_like, may_be_verb, noun_in
from kzuz_extract.names.scene import OPENING
from kzuz_extract.names.word_lists import lists
from kzuz_extract.text.tokens import Shape

_LONGEST = 22
_NO_WORDS = (Shape.SIGN, Shape.NUMBER)
_NAME_SHAPES = (Shape.TITLE, Shape.MIXED)
_PURPOSES = {"против": "gent", "за": "accs", "в": "gent", "для": "gent"}
_ENGLISH_ORDINALS = ("st", "nd", "rd", "th")
_LOOSE = ("совет", "отделение")  # of a party, of a faculty: what is named is the whole
_DISTRICTS = ("района", "округа")
_NAMED_AFTER = frozenset(("имени", "им"))


class Border(NamedTuple):
    """Where a name ends, and what its complements were.

    proofs  of described (a genitive with an adjective), genitive, governed, field, po, place, body, named,
            served («администрация президента»), number («№ 2»), quote, latin
    """

    end: int
    proofs: frozenset[str]


def right_border(view: View, head: int, *, genitives: bool, quote: bool, proper: bool = False) -> Border:
    """Follow the complements of the head at token `head`.

    genitives   common nouns may follow («управление занятости»), not only places and bodies («суд Хошимина»)
    proper      the head or its adjective has a capital: «за», «против», «в защиту» may follow as well
    quote       a quotation at the end belongs to the name, as after «Международный центр сотрудничества»
    """
    at = _after_number(view, head + 1)
    proofs = {"number"} if at > head + 1 else set[str]()
    last = min(head + _LONGEST, view.size)
    while at < last and view.joined(at):
        form = view.forms[at]
        if form.shape in _NO_WORDS:
            break
        if form.key == "в" and (end := _sphere(view, at)):
            found: tuple[int, str] | None = (end, "governed")
        elif proper and proofs <= {"governed"} and form.key in _PURPOSES:
            end = _purpose(view, at)
            found = (end, "governed") if end else None
        else:
            found = _complement(view, at, head, proofs, genitives, proper)
        if found is None:
            break
        at, proof = found
        proofs.add(proof)
    if (quote or proofs - {"place", "body"}) and view.joined(at):
        quoted = view.forms[at].text in OPENING and at in view.quotes and view.quotes[at] - at <= 8
        if quoted and (proper or not _names_a_part(view, at - 1, head)):
            return Border(view.quotes[at] + 1, frozenset(proofs | {"quote"}))
        if view.forms[at].latin and view.forms[at].shape in _NAME_SHAPES and "place" not in proofs:
            return Border(latin_end(view, at), frozenset(proofs | {"latin"}))
    return Border(at, frozenset(proofs))


def _names_a_part(view: View, at: int, head: int) -> bool:
    """«отделение партии | «Аманат»»: the quotes name the party, not its section."""
    return (
        at > head and view.forms[at].shape is Shape.LOWER and is_one_of(view.forms[at].key, "heads", "firm")
    )


def _after_number(view: View, at: int) -> int:
    """«суд № 2 | города Костаная»."""
    numbered = view.joined(at + 1) and view.forms[at].text == "№" and view.forms[at + 1].shape is Shape.NUMBER
    return at + 2 if numbered else at


def latin_end(view: View, at: int) -> int:
    """Return the end of the run of Latin words that begins at `at`."""
    end = at + 1
    while view.joined(end) and end < at + _LONGEST:
        form = view.forms[end]
        if form.shape is Shape.NUMBER:  # «Railway 20th Bureau»
            ordinal = view.joined(end + 1) and view.forms[end + 1].key in _ENGLISH_ORDINALS
            after = end + 2 if ordinal else end + 1
            if not (view.joined(after) and view.forms[after].latin and view.forms[after].capital):
                break
            end = after
            continue
        inner = form.text in ("&", "and", "of", "the", "de", "for")
        if not ((form.latin and (form.capital or form.shape is Shape.MIXED)) or inner):
            break
        if inner and not (view.joined(end + 1) and view.forms[end + 1].latin):
            break
        end += 1
    return end


def _in_a_district(view: View, at: int) -> bool:
    """«Турксибского района | Алматы», «района Байқоңыр | города Астаны»."""
    if view.forms[at].key == "города":
        return any(form.key in _DISTRICTS for form in view.forms[max(0, at - 3) : at])
    return view.forms[at - 1].key in _DISTRICTS


def _complement(
    view: View, at: int, head: int, proofs: set[str], genitives: bool, proper: bool
) -> tuple[int, str] | None:
    """Return the end and the kind of the complement that begins at `at`."""
    form = view.forms[at]
    if form.key in _NAMED_AFTER:
        end = namesake_end(view, at + 1)
        return (end, "named") if end else None
    if form.key == "по" and "named" not in proofs:
        short = proofs == {"place"} and (proper or view.forms[head].capital)  # «Агентство США по развитию»
        placed = "place" in proofs and not (short or "served" in proofs)
        end = _by(view, at, placed or view.forms[head].shape is Shape.UPPER)
        return (end, "po") if end else None
    if form.key == "при":
        return _attached(view, at)
    if "place" in proofs:  # «прокуратура Турксибского района | Алматы»
        end = view.place_end(at) if _in_a_district(view, at) else None
        return (end, "place") if end else None
    if form.capital and genitives and not form.latin and (end := known_end(view, at)):
        return end, "body"
    place = view.place_end(at)
    if place is not None:
        return place, "place"
    if form.capital and genitives and (end := _body_end(view, at, head)):
        return end, "body"
    if "named" in proofs:
        return None
    if form.shape is Shape.UPPER and not form.latin:
        return (at + 1, "body") if (genitives or proper) and form.text in abbreviations() else None
    if form.shape is Shape.TITLE and view.forms[at - 1].shape is Shape.UPPER and at > head + 1:
        return None  # «ЦК КПК | Ху Цзиньтао», «секретариат ОДКБ | Имангали Тасмагамбетов»
    if form.shape is Shape.LOWER and at > head + 1:
        end = _governed(view, at)
        if end is not None:
            return end, "governed"
    if at == head + 1 and serves_a_post(view, head):
        return at + 1, "served"
    if at == head + 1 and (end := person_end(view, head)):
        return end, "served"
    return _genitives(view, at, proofs) if genitives or _is_body(view, at) else None


def known_end(view: View, at: int) -> int | None:
    """Return the end of a known name that begins at `at`: «секретариат | Белого дома»."""
    for listed, name in known_names(view.forms[at].key):
        end = at + len(listed)
        if name.kind in "-bp" and tuple(form.key for form in view.forms[at:end]) == listed:
            return end
    return None


def _body_end(view: View, at: int, head: int) -> int | None:
    """«комитет | Минздрава», «служба надзора | Генеральной прокуратуры»: what this body is part of."""
    if not any("office" in h.groups and h.lemma not in _LOOSE for h in head_readings(view.forms[head].key)):
        return None
    if ministry(view.forms[at].key) is not None:
        return at + 1
    phrase = view.noun_phrase(at, "gent") if adjectives_in(view.forms[at].text, "gent") else None
    bodies = head_readings(view.forms[phrase - 1].key) if phrase is not None and phrase > at + 1 else ()
    return phrase if any(h.case == "gent" for h in bodies) else None


def _attached(view: View, at: int) -> tuple[int, str] | None:
    """«совет при президенте РК», «комитет при МВД»: who a body is attached to."""
    if not view.joined(at + 1):
        return None
    form = view.forms[at + 1]
    if form.shape is Shape.UPPER:
        return at + 2, "po"
    end = view.noun_phrase(at + 1, "loct")
    if end is None or not (form.capital or form.key in ("президенте", "правительстве", "главе")):
        return None
    return view.place_end(end) or end, "po"


def _purpose(view: View, at: int) -> int | None:
    """«Движение | против нелегальной миграции», «Фонд | в защиту леса», «Союз | за права детей»."""
    start, case = at + 1, _PURPOSES[view.forms[at].key]
    if not view.joined(start):
        return None
    if view.forms[at].key == "в":
        if view.forms[start].key not in ("защиту", "поддержку"):
            return None
        start += 1
    if not view.joined(start) or view.forms[start].shape is not Shape.LOWER:
        return None
    end = view.noun_phrase(start, case)
    while end is not None and view.joined(end) and (more := _genitive(view, end)) is not None:
        end = more
    return end


def _sphere(view: View, at: int) -> int | None:
    """«контроль качества | в сфере образования», «надзор | в области связи»."""
    if not view.joined(at + 2) or view.forms[at + 1].key not in ("сфере", "области"):
        return None
    if not view.joined(at + 1) or view.forms[at + 2].shape is not Shape.LOWER:
        return None
    end = _genitive(view, at + 2)
    return _coordinated(view, end) if end is not None else None


def _is_body(view: View, at: int) -> bool:
    """A capital body in the genitive: «секретариат Совета безопасности», «комитет Мажилиса»."""
    phrase = view.noun_phrase(at, "gent") if view.forms[at].capital else None
    return phrase is not None and any(h.case == "gent" for h in head_readings(view.forms[phrase - 1].key))


def _genitives(view: View, at: int, proofs: set[str]) -> tuple[int, str] | None:
    end = _genitive(view, at)
    if end is None:
        return None
    end = _coordinated(view, end)
    lemmas = {lemma for i in range(at, end) for lemma in noun_lemmas(view.forms[i].key)}
    fields = words("heads", "fields")
    known = not fields.isdisjoint(lemmas) or any(
        fields.intersection(_adjective_lemmas(view.forms[i].text)) for i in range(at, end)
    )
    if not proofs and adjectives_in(view.forms[at].text, "gent") and end > at + 1:
        proofs.add("described")
    return end, "field" if known and not proofs - {"described"} else "genitive"


def _adjective_lemmas(word: str) -> set[str]:
    return {r.lemma.replace("ё", "е") for r in parses(word) if r.pos in ("ADJF", "PRTF")}


def _genitive(view: View, at: int) -> int | None:
    """Return the end of one genitive phrase that may belong to a name."""
    stops = words("heads", "stops")
    if view.forms[at].key in stops:
        return None
    end = view.noun_phrase(at, "gent")
    if end is None or any(view.forms[i].key in stops for i in range(at, end)):
        return None
    last = view.forms[end - 1]
    if last.capital and last.shape is Shape.TITLE and end == at + 1:
        if not head_readings(last.key) and (is_person_like(last.text) or not view.forms[at - 1].capital):
            return None
    elif last.shape is Shape.UPPER and last.text not in abbreviations() and last.key != "чс":
        return None
    noun = noun_in(last.text, "gent")
    if noun is not None and last.shape is Shape.LOWER and (noun.animacy, noun.number) == ("anim", "sing"):
        return end if noun.lemma.replace("ё", "е") in words("heads", "served") else None
    field = not noun_lemmas(last.key).isdisjoint(words("heads", "fields"))
    return None if end == at + 1 and may_be_verb(last.text) and not field else end


def _coordinated(view: View, end: int) -> int:
    """Follow «, транспорта и автомобильных дорог»; a comma counts only where «и» closes the list."""
    best = at = end
    living = _is_living(view, end - 1)
    for _ in range(5):
        mark = view.after(at)
        if mark is None or mark.text not in (",", "и") or not view.joined(at + 1):
            break
        item = _item(view, at + 1)
        if item is None or (_is_living(view, item - 1) and not living):
            break
        at = item
        if mark.text == "и":
            best = at
            while (more := _genitive(view, best) if view.joined(best) else None) is not None:
                if view.place_end(best) or view.forms[best].capital:
                    break
                best = more
            break
    return best


def _is_living(view: View, at: int) -> bool:
    noun = noun_in(view.forms[at].text, "gent")
    return noun is not None and noun.animacy == "anim"


def _item(view: View, at: int) -> int | None:
    if view.forms[at].shape is not Shape.LOWER:
        return None
    end = _genitive(view, at)
    if end is None:
        return None
    noun = noun_in(view.forms[end - 1].text, "gent")
    if noun is None or (noun.animacy == "anim" and noun.number == "sing"):
        return None
    if any(h.groups & {"local", "ministry"} for h in head_readings(view.forms[end - 1].key)):
        return None
    while view.joined(end) and view.forms[end].shape is Shape.LOWER and (more := _genitive(view, end)):
        end = more
    return end


def _by(view: View, at: int, placed: bool) -> int | None:
    """«по чрезвычайным ситуациям», «по контролю за оборотом наркотиков», «по Актюбинской области»."""
    if not view.joined(at + 1) or view.forms[at + 1].key in words("heads", "not_after_po"):
        return None
    end = view.noun_phrase(at + 1, "datv")
    if end is None:
        return None
    last = view.forms[end - 1]
    if placed and not view.forms[at + 1].capital:
        return None
    if last.shape is Shape.UPPER:
        return end
    bare = end == at + 2 and last.key in ("городу", "области", "району", "республике")
    if bare and view.after(end) is not None:
        name = view.forms[end]
        if name.shape is Shape.TITLE:
            return end + 1
    governed = _governed(view, end) if view.joined(end) else None
    end = governed or end
    at_and = view.after(end)
    while at_and is not None and at_and.text in (",", "и") and view.joined(end + 1):
        more = view.noun_phrase(end + 1, "datv")
        if more is None or view.forms[end + 1].shape is not Shape.LOWER:
            break
        if at_and.text == "," and not _closes(view, more):
            break
        end = more
        at_and = view.after(end)
    if view.joined(end) and view.forms[end].shape is Shape.LOWER:
        genitive = _genitive(view, end)
        if genitive is not None:
            end = _coordinated(view, genitive)
            if (form := view.after(end)) is not None and form.key == "и" and view.joined(end + 1):
                second = view.noun_phrase(end + 1, "datv")
                if second is not None and view.forms[end + 1].shape is Shape.LOWER:
                    goes_on = _genitive(view, second) if view.joined(second) else None
                    end = goes_on or (second if second > end + 2 else end)
    return end


def _closes(view: View, at: int) -> bool:
    return (form := view.after(at)) is not None and form.text in ("и", ",")


def _governed(view: View, at: int) -> int | None:
    """«борьбы | с коррупцией», «контроля | за оборотом наркотиков», «противодействия | коррупции»."""
    rules = lists("organization_heads", "governed")
    for lemma in noun_lemmas(view.forms[at - 1].key):
        rule = rules.get(lemma)
        if rule is None:
            continue
        preposition, _, case = rule.rpartition(" ")
        start = at
        if preposition:
            if view.forms[at].key not in (preposition, preposition + "о") or not view.joined(at + 1):
                continue
            start = at + 1
        end = view.noun_phrase(start, case)
        owned = not preposition and case == "ablt" and view.forms[start].capital  # «управление Нацфондом»
        if end is not None and (view.forms[start].shape is Shape.LOWER or owned):
            return end
    return None

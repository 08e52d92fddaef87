"""Names of places around a generic word: «город Актау», «область Абай», «улица Айтматова»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import Place
from kzuz_extract.names.locations.adjectives import LONGEST_LIST, listed_after, with_adjectives
from kzuz_extract.names.locations.forms import (
    adjective_cases,
    adjective_nominative,
    ends_as_adjective,
    is_adjective,
    relational,
)
from kzuz_extract.names.locations.found import Anchors, Found, breaks, end_with_number, glued_tail, opens
from kzuz_extract.names.locations.honour import (
    bears_full_name,
    has_people,
    honours,
    is_who_leads,
    may_honour,
    named_after,
    names_a_person,
)
from kzuz_extract.names.locations.lexicon import CASE_BITS, Head, head_of, words
from kzuz_extract.names.locations.runs import governs, is_name, joined, run
from kzuz_extract.names.locations.streets import street, three_in_a_row
from kzuz_extract.names.organizations.forms import with_letters_of
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import OPENING, Scene
from kzuz_extract.text.tokens import Form, Shape

_TOWN = 5  # digits of the population of a town that is meant rather than an adjective
_NOMINATIVE = 1
_HONOURING = ("имени", "им")
_QUOTED = "location.head_and_quoted"


def around_heads(scene: Scene, anchors: Anchors) -> Iterator[Found]:
    """Yield the places that are named with a generic word."""
    forms = scene.text.forms
    for at, head in anchors.heads:
        if head.how == "point" and head.abbreviated and not _may_stand_for_a_place(forms, at):
            continue  # most often it is the preposition «с»
        if head.lemma == "центр" and at and _is_seat(forms[at - 1]):
            head = head._replace(kind="city", how="point", many=0)
        if head.lemma == "микрорайон":
            yield from _numbered(scene, at)
        yield from with_adjectives(scene, at, head)
        if _may_have_a_name_after(scene, at, head):
            yield from _with_name(scene, at, head)


def _is_seat(form: Form) -> bool:
    """«районный центр Иргиз» is a town."""
    listed = words()
    return form.key.startswith(listed.seats_begin) and adjective_nominative(form.key, "masc") in listed.seats


def _may_have_a_name_after(scene: Scene, at: int, head: Head) -> bool:
    forms = scene.text.forms
    if at + 1 == len(forms):
        return False
    if forms[at + 1].shape is Shape.LOWER and head.how != "street" and forms[at + 1].key not in _HONOURING:
        return False  # most often
    if head.how == "before":
        return _is_whole_name(scene, at, head)
    if head.how == "built":
        if not at or at + 1 not in scene.quotes:
            return False
        return adjective_nominative(forms[at - 1].key, "masc") in words().built
    return head.how != "realm"


def _numbered(scene: Scene, at: int) -> Iterator[Found]:
    """«23-го микрорайона», «в 8 микрорайоне»."""
    before = bisect_left(scene.numbers, at, key=lambda number: number.end)
    number = scene.numbers[before] if before < len(scene.numbers) else None
    if number and number.end == at and number.value is not None and number.form in ("ordinal", "cardinal"):
        name = f"{int(number.value)}-й микрорайон"
        said = ("a number of a quarter",)
        yield Found(number.first, at + 1, "location.numbered", 2.0, said, "district", name)


def _with_name(scene: Scene, at: int, head: Head) -> Iterator[Found]:
    """«город Актау», «районов Авиагородок и Старый Двор», «улице Толе би», «парке "Достык"».

    At a corner the second street needs no word of its own: «на пересечении улицы Абая и Саина».
    """
    forms = scene.text.forms
    start = at + 1
    if head.abbreviated:
        if not _may_stand_for_a_place(forms, at):
            return
        start += start < len(forms) and forms[start].text == "."
    plural = bool(head.many) and (not head.one or _heads_a_list(scene, start, head))
    if plural and start < len(forms) and forms[start].text == ":" and head.how in ("area", "realm"):
        yield from listed_after(scene, start + 1, head)
        return
    start = _behind_brackets(forms, start)
    if head.kind == "facility" and start + 1 < len(forms) and forms[start].shape is Shape.UPPER:
        start += forms[start + 1].shape is Shape.TITLE  # «авиабаза ВВС Неватим»
    for _ in range(LONGEST_LIST):
        if start >= len(forms) or (start > at + 2 and breaks(scene, start)):
            return
        found = _named(scene, at, start, head, plural)
        if found is None:
            return
        yield found
        plural = plural or (head.how == "street" and at > 0 and forms[at - 1].key in words().corners)
        follows = _next_listed(scene, found.end + (found.rule == _QUOTED), plural)
        if follows is None:
            return
        start = follows


def _heads_a_list(scene: Scene, start: int, head: Head) -> bool:
    """«затоплены улицы Уральская, Донгузская», «сёла Ивановка и Берёзовка»: several, by what follows."""
    forms = scene.text.forms
    if head.abbreviated or not head.many & _NOMINATIVE or head.kind not in ("city", "street", "district"):
        return False
    if start >= len(forms) or not forms[start].capital:
        return False
    if head.how == "street":
        return adjective_cases(forms[start].key, head.gender) == _NOMINATIVE or three_in_a_row(scene, start)
    end = run(scene, start)
    if end is None or end + 1 >= len(forms) or forms[end].key not in (",", "и"):
        return False
    following = forms[end + 1]
    return following.shape is Shape.TITLE and not word_of(following.text).given


def _may_stand_for_a_place(forms: list[Form], at: int) -> bool:
    """«г. Актау», «с. Бурное», but not «2024 г. Казахстан», «с Ерланом»; any of three letters may."""
    if len(forms[at].text) > 2:
        return True
    return (
        at + 2 < len(forms)
        and forms[at + 1].text == "."
        and forms[at].shape is Shape.LOWER
        and forms[at + 2].capital
        and not (at and (forms[at - 1].shape is Shape.NUMBER or forms[at - 1].key == "и"))
    )


def _behind_brackets(forms: list[Form], start: int) -> int:
    """«ТПУ (пересадочный узел) "Восток"»: what explains the head stands between it and a quoted name."""
    if start < len(forms) and forms[start].text == "(":
        for at in range(start + 1, min(start + 7, len(forms) - 1)):
            if forms[at].text == ")":
                return at + 1 if forms[at + 1].text in OPENING else start
    return start


def _next_listed(scene: Scene, end: int, plural: bool) -> int | None:
    """Return where the next name of a list begins: «улиц Сарайшык с севера, Е22 и Туран»."""
    forms = scene.text.forms
    if not plural or end + 1 >= len(forms):
        return None
    if forms[end].key == "с" and end + 2 < len(forms) and forms[end + 1].shape is Shape.LOWER:
        end += 2
    if forms[end].key in (",", "и", "или"):
        return end + 1
    return None


def _named(scene: Scene, at: int, start: int, head: Head, plural: bool) -> Found | None:
    forms = scene.text.forms
    if start in scene.quotes:
        end = scene.quotes[start]
        inner = forms[start + 1].capital if end > start + 1 else False
        if not inner:
            return None
        name = scene.text.source[scene.text.starts[start + 1] : scene.text.ends[end - 1]]
        said = (f"in quotes after «{head.lemma}»",)
        return Found(start + 1, end, _QUOTED, 2.4, said, head.kind, name)
    if breaks(scene, start):
        return None
    if forms[start].key in _HONOURING:
        return _in_honour(scene, at, start, head)
    if head.how == "street":
        return street(scene, at, start, head, plural)
    return _place_after(scene, at, start, head, plural)


def _in_honour(scene: Scene, at: int, start: int, head: Head) -> Found | None:
    """«посёлок имени Куйбышева»: the name needs its head."""
    forms = scene.text.forms
    end = run(
        scene,
        start + 1 + (forms[start + 1 : start + 2] != [] and forms[start + 1].text == "."),
        particles=True,
    )
    if end is None:
        return None
    end -= end < len(forms) and governs(forms, end)  # «села имени Момышулы | Жуалынского района»
    source = scene.text.source[scene.text.starts[start] : scene.text.ends[end - 1]]
    first = at if start == at + 1 else start
    said, score = ("named in honour",), 2.0 if head.kind == "water" else 1.5
    return Found(first, end, "location.in_honour", score, said, head.kind, f"{head.lemma} {source}")


def _place_after(scene: Scene, at: int, start: int, head: Head, plural: bool) -> Found | None:
    """«реки Урал», «село Тепличное»: the name alone; «область Абай», «Парк Победы»: the whole."""
    forms = scene.text.forms
    if not is_name(forms[start]):
        return None
    end, places = gazetteer.longest(forms, start)
    if _continues(forms, start, end):
        places = ()
    if places and places[0].kind == "country" and head.kind != "country":
        return None
    if head_of(forms[start].key) and start + 1 < len(forms) and forms[start + 1].capital:
        return None  # «столицы Острова Уайт»: the next head has its own name
    if head.lemma == "республика" and gazetteer.longest(forms, at)[0] > start:
        return None  # «Республика Каракалпакстан» is known as a whole
    place = _fitting(places, head)
    name_end = run(scene, start, particles=head.how == "area")
    if name_end and place is None and may_honour(head, places, plural):
        name_end -= name_end < len(forms) and name_end - start > 1 and governs(forms, name_end)
        if honours(forms, start, name_end, head):
            return named_after(scene, at, name_end, head)
    if places and place is None and not _may_share_name(places[0], head):
        return None
    if not places:
        if name_end is None or (plural and _opens_a_line(scene, start, name_end)):
            return None
        if _is_no_name(forms[start], head) and forms[name_end - 1].capital:
            return None  # unlike «район Шал акына»
        end = name_end
        if bears_full_name(forms, at, start, name_end, head):
            return named_after(scene, start if plural else at, name_end, head)
    if end < len(forms) and (governs(forms, end) or forms[end].key.startswith("област")):
        end -= 1
    if end == start:
        return None
    if not (place and place.size > _TOWN) and _agrees_with_a_noun(forms, end):
        return None
    if not places and (names_a_person(forms, start, end) or is_who_leads(forms, at, start, end)):
        return None
    return _named_place(scene, at, start, end, head, plural, places)


def _named_place(
    scene: Scene, at: int, start: int, end: int, head: Head, plural: bool, places: tuple[Place, ...]
) -> Found:
    """Return the place that tokens `start` to `end` name after its head, and what of both is the name."""
    forms = scene.text.forms
    place = _fitting(places, head)
    glued = glued_tail(forms[start].key) if not places and end == start + 1 else 0
    if glued:
        places = gazetteer.lookup(forms[start].key[:-glued])
        place = next((one for one in places if one.kind == head.kind), None)
    whole = end_with_number(scene, end) if head.kind in ("district", "facility") else end
    if whole > end:
        name = scene.text.source[scene.text.starts[start] : scene.text.ends[whole - 1]]
        return Found(start, whole, "location.head_and_name", 2.6, (f"after «{head.lemma}»",), head.kind, name)
    known = place or next((one for one in places if one.cases & _NOMINATIVE or head.kind == "city"), None)
    name = known.name if known else _unknown_name(forms, start, end, head, plural)
    first = start
    if head.how == "area" and plural and end == start + 1 and relational(forms[start].key):
        name = f"{adjective_nominative(forms[start].text, head.gender)} {head.lemma}"
    elif head.how == "area" and (plural or glued) and (known_whole := _whole(head, name)):
        first = start if plural else at
        place, name = known_whole, known_whole.name  # «областях Абай и Жетысу», «области Абайвыросла»
    elif head.how == "area" and not plural and head.lemma != "республика":
        first, name = at, f"{head.lemma} {name}"
    elif place is None and _is_whole_name(scene, at, head):
        said = joined([form.text for form in forms[start:end]])
        first, name = at, f"{with_letters_of(head.lemma, forms[at].text)} {said}"
    score, kind, code, key = 1.8, head.kind, None, None
    if place is not None:
        score, kind, code, key = 2.5, place.kind, place.code, place.key
    elif head.lemma == "район" and _is_part_of_a_city(forms, at, end):
        score = 2.6
    evidence = (f"after «{head.lemma}»",)
    return Found(first, end, "location.head_and_name", score, evidence, kind, name, code, key, glued)


def _whole(head: Head, name: str | None) -> Place | None:
    """Return the place that is known by the name with its head: «область Абай»."""
    return next(iter(gazetteer.lookup(f"{head.lemma} {(name or '').lower().replace('ё', 'е')}")), None)


def _continues(forms: list[Form], start: int, end: int) -> bool:
    """«деревня Старая Каменка»: the known name is but the adjective of a longer one."""
    return (
        end == start + 1
        and end < len(forms)
        and forms[end].shape is Shape.TITLE
        and ends_as_adjective(forms[start].key)
        and is_adjective(forms[start].key)
    )


def _is_part_of_a_city(forms: list[Form], at: int, end: int) -> bool:
    """«район Алматы города Астаны», «суд района Алматы», but not «в районе Алматы», somewhere near it."""
    led = at > 0 and has_people(forms[at - 1].key)
    return led or (end < len(forms) and forms[end].key == "города")


def _agrees_with_a_noun(forms: list[Form], end: int) -> bool:
    """«города Золотого кольца»: the capital belongs to the adjective of another phrase."""
    last = forms[end - 1].key
    if end >= len(forms) or forms[end].shape is not Shape.LOWER or not is_adjective(last):
        return False
    agreeing = [
        ((reading.gender or "") if reading.number == "sing" else "plur", CASE_BITS[reading.case])
        for reading in parses(forms[end].key)
        if reading.pos == "NOUN" and reading.known and reading.case
    ]
    return any(
        adjective_cases(last, gender) & case and not adjective_cases(last, gender) & _NOMINATIVE
        for gender, case in agreeing
    )


def _is_no_name(form: Form, head: Head) -> bool:
    """«в истории города Напомним, …», «области Data Science»: a verb, a pronoun, a Latin word."""
    if form.latin:
        return head.how == "area"
    known = known_parses(form.key)
    return bool(known) and not any(
        reading.pos in ("NOUN", "ADJF", "PRTF") and reading.case for reading in known
    )


def _opens_a_line(scene: Scene, start: int, end: int) -> bool:
    """«притоки озёр Наполняемость …»: a common word that begins another sentence, its full stop lost."""
    forms = scene.text.forms
    if end - start > 1 or (end < len(forms) and forms[end].key in (",", "и")):
        return False
    return any(not r.marks and r.pos == "NOUN" for r in known_parses(forms[start].key))


def _is_whole_name(scene: Scene, at: int, head: Head) -> bool:
    """«Дворец Республики», «Парк Победы»: with a capital of its own the head is part of the name."""
    return scene.text.forms[at].shape is Shape.TITLE and not opens(scene, at) and head.kind == "facility"


def _fitting(places: tuple[Place, ...], head: Head) -> Place | None:
    """«посёлков Акши»: of two towns the one whose nominative it is, then the one in the head's case."""
    same = [place for place in places if place.kind == head.kind]
    agreeing = [place for place in same if place.cases & (head.one | head.many)]
    return next((place for place in same if place.in_case("nomn")), next(iter(agreeing or same), None))


def _may_share_name(place: Place, head: Head) -> bool:
    """«река Аксай» has the name of a town; «города Казахстана», «аэропорт Алматы» name the known place."""
    if place.kind in ("country", "region"):
        return False
    if head.kind in ("facility", "district") or head.how == "area":
        if place.kind == "water" and place.in_case("nomn"):
            return True  # «станция Или» stands by the river
        return not place.cases & 2 or (head.how == "area" and bool(place.cases & 1))
    return head.lemma not in ("город", "столица", "мегаполис") or place.kind == "city"


def _unknown_name(forms: list[Form], start: int, end: int, head: Head, plural: bool) -> str:
    """Adjectives that stand in the head's case are put into the nominative, other words stay as printed."""
    said = [form.text for form in forms[start:end]]
    cases = head.many if plural else head.one
    if not cases & _NOMINATIVE:
        gender = head.gender if len(said) == 1 else _gender(forms[end - 1].key, head.gender)
        if adjective_cases(forms[start].key, gender) & cases and is_adjective(forms[start].key):
            said[0] = adjective_nominative(said[0], gender)
    return joined(said)


def _gender(key: str, default: str) -> str:
    return "femn" if key[-1:] in "аяеу" and default != "masc" else default

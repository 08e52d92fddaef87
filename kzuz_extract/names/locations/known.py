"""Places that the gazetteer knows, weighed by what else the word may be and by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.names import gazetteer
from kzuz_extract.names.gazetteer import COMMON, GEOX, GIVEN, PERSON, WEAK, Place
from kzuz_extract.names.locations.forms import relational
from kzuz_extract.names.locations.found import Anchors, Found, far_from
from kzuz_extract.names.locations.honour import has_people
from kzuz_extract.names.locations.lexicon import head_of, words
from kzuz_extract.names.locations.quoted import put_somewhere
from kzuz_extract.names.organizations.lexicon import head_readings
from kzuz_extract.names.persons.context import acts, human_thing
from kzuz_extract.names.persons.slots import HALF
from kzuz_extract.names.persons.vocabulary import post_cases
from kzuz_extract.names.persons.words import word_of
from kzuz_extract.names.scene import Scene
from kzuz_extract.text.tokens import Form, Shape

BESIDE_A_NAME, A_GIVEN_NAME = "beside a name", "a given name as well"
OF_A_HUMAN = "after what only people have"
IN_PLACE, IN_QUOTES = "after a preposition of place", "a name in quotes"
_NOMINATIVE, _EVERY_CASE = 1, 63
_ADJECTIVE_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ое", "ее")
_OF_WOMEN = ("ова", "ева", "ина", "ына")
_NOUN_ENDINGS = ("ском", "цком")  # «под Саранском»: as an adjective it would be «Саранским»
_INTO_A_TOWN = frozenset({"в", "во", "из", "под"})
_NEAR = 8
_SHORE = " берег"
_SMALL = 4
_MILLIONS = 7  # digits of a population: nobody takes Astana for a person
_BASE = {
    "country": 2.0,
    "region": 1.6,
    "water": 1.4,
    "other": 1.4,
    "facility": 1.2,
    "district": 1.2,
    "street": 1.2,
}
_TOWNS = {7: 1.8, 8: 1.8, 6: 1.6, 5: 1.2, 4: 0.7}  # by the digits of their population
_HAMLET = 0.5


def known(scene: Scene, anchors: Anchors) -> Iterator[Found]:
    """Yield every mention of a known place, doubtful ones with a score below 1."""
    forms = scene.text.forms
    heads = {at for at, _ in anchors.heads}
    read_to = 0
    for at, (end, places) in sorted(anchors.known.items()):
        form = forms[at]
        if at < read_to or form.latin:
            continue
        if end == at + 1 and at in heads and end < len(forms) and forms[end].capital:
            continue  # «остров Кишм», not the town of Остров
        places = tuple([place for place in places if _spelt_alike(form, place.name)])
        if forms[end - 1].shape is Shape.LOWER:
            places = tuple([place for place in places if _ends_small(place)]) or places
        if places:
            place = _best(scene, at, places)
            score, evidence = _weigh(scene, at, end, place)
            yield Found(
                at, end, "location.known", score, evidence, place.kind, place.name, place.code, place.key
            )
            read_to = end


def _ends_small(place: Place) -> bool:
    """«Аральское море» is the sea, «Аральское Море» the town."""
    return not place.name.rpartition(" ")[2][:1].isupper()


def _spelt_alike(form: Form, name: str) -> bool:
    """An abbreviation is written in capitals (США, РТ), a name begins with one."""
    if name.isupper():
        return form.shape is Shape.UPPER
    return form.capital == name[0].isupper()


def _best(scene: Scene, at: int, places: tuple[Place, ...]) -> Place:
    """The likeliest place whose case fits the preposition."""
    before = scene.text.forms[at - 1].key if at else ""
    wanted = words().in_place.get(before, 0)
    fitting = [place for place in places if place.cases & wanted] if wanted else []
    fitting = fitting or list(places)
    if fitting[0].kind == "water" and (
        has_people(before) or (before in _INTO_A_TOWN and not _watery(scene, at))
    ):
        fitting.sort(key=lambda place: place.kind != "city")  # «в Балхаше», the town; «на Балхаше», the lake
    return fitting[0]


def _watery(scene: Scene, at: int) -> bool:
    """«Вода в Балхаше поднялась»: near the word somebody speaks of water."""
    start, end = scene.text.sentence_bounds(at)
    near = scene.text.forms[max(start, at - _NEAR) : min(end, at + _NEAR)]
    return any(form.key.startswith(words().watery) for form in near)


def _weigh(scene: Scene, at: int, end: int, place: Place) -> tuple[float, tuple[str, ...]]:
    forms = scene.text.forms
    said = ["a known place"]
    score = _BASE.get(place.kind, 0.0) if place.kind != "city" else _town_weight(place)
    before = forms[at - 1].key if at else ""
    district = place.kind == "district"
    named = PERSON if district or place.kind == "city" else GIVEN
    person = bool(place.marks & named) and (district or place.size != _MILLIONS)
    wanted = words().in_place.get(before)
    if wanted and wanted & place.cases and not (person and _may_follow(before, forms[at])):
        score += 0.8
        said.append(IN_PLACE)
    elif wanted and end - at == 1 and relational(forms[at].key) and not place.in_case("nomn"):
        score -= 1.0  # «в Мариинском» is no case of Мариинск
    elif end - at == 1 and _is_led(forms, at, place):
        score += 0.8
        said.append("what a post leads")
    elif before == "от" and place.in_case("gent") and far_from(forms, at - 1):
        score += 0.8
        said.append(IN_PLACE)
    elif end - at == 1 and place.in_case("gent") and _is_owned(before, forms[at], place):
        score += 0.8
        said.append("after what only places have")
    elif end - at == 1:
        score -= _doubt(scene, at, place)
    if place.name.endswith(_SHORE) and _of_a_water(forms, end):
        score -= 3.0  # «Западный берег реки Чу» is described, not named
    score += 0.5 * (end - at - 1)
    if place.marks & COMMON and not place.marks & GEOX and place.kind == "city":
        score -= 1.2
    if place.marks & WEAK:
        score -= 0.9
    if place.kind in ("city", "district") and end - at == 1 and _is_adjective_of_noun(scene, at, place):
        score -= 1.4
        said.append("an adjective before its noun")
    if at - 1 in scene.quotes and scene.quotes[at - 1] == end and end < len(forms):
        if place.kind in ("facility", "other") and put_somewhere(scene, at - 1):
            score += 0.8
            said.append(IN_PLACE)
        else:
            score -= 1.8
            said.append(IN_QUOTES)
    if end - at == 1 and _beside_a_name(scene, at, place, person):
        score -= 1.5
        said.append(BESIDE_A_NAME)
    if end - at == 1 and place.kind == "city" and place.marks & GIVEN and acts(scene, at, end):
        score -= 1.2
        said.append(A_GIVEN_NAME)
    if end - at == 1 and _may_be_a_human(forms[at], place, person) and human_thing(scene, at):
        score -= 1.2
        said.append(OF_A_HUMAN)
    if before in ("имени", ".") and _honours(scene, at):
        score -= 2.0
        said.append("after initials or «имени»")
    return score, tuple(said)


def _may_follow(preposition: str, form: Form) -> bool:
    """Tell whether somebody may be meant after a preposition: «за Луцким», but not «за Луцком»."""
    return preposition in words().also_persons and not form.key.endswith(_NOUN_ENDINGS)


def _is_owned(before: str, form: Form, place: Place) -> bool:
    """«власти Сантьяго», «жители Кирова», «школы Алги», but not «правительство Медведева»."""
    listed = words()
    if before in listed.of_towns:
        return True
    if form.key.endswith(listed.surname_endings) and _may_be_a_surname(form, place):
        return False
    if before in listed.of_places:
        return True
    return form.shape is Shape.TITLE and not place.doubtful and bool(head_readings(before))


def _is_led(forms: list[Form], at: int, place: Place) -> bool:
    """«хоким Семея», «мэру Рудного»: a genitive after a post in another case is no name of who has it."""
    cases = post_cases(forms[at - 1].key) if at else ()
    if not cases or "gent" in cases or not place.in_case("gent") or place.in_case("nomn"):
        return False
    if place.marks & GIVEN and place.kind == "city" and place.size < _MILLIONS:
        return forms[at - 1].key.startswith(words().rulers_of_towns)  # «мэр Леона», but not «жена Леона»
    return not _may_be_a_surname(forms[at], place) or not _is_a_woman(forms, at)


def _may_be_a_surname(form: Form, place: Place) -> bool:
    """«Иванова», and «Медведкова» too, which no dictionary has as a surname."""
    if place.marks & PERSON:
        return True
    return place.name[-1] == "о" and form.key[-1] != "о" and form.key.endswith(words().surname_endings)


def _is_a_woman(forms: list[Form], at: int) -> bool:
    """«судья Иванова», «мэр Борисова сказала», but not «мэр Борисова уволен»."""
    if not forms[at].key.endswith(_OF_WOMEN):
        return False
    if not forms[at - 1].key.startswith(words().rulers_of_towns):
        return True
    after = known_parses(forms[at + 1].key) if at + 1 < len(forms) else ()
    return any(r.pos == "VERB" and r.gender == "femn" for r in after)


def _may_be_a_human(form: Form, place: Place, person: bool) -> bool:
    """«Сатпаев», «Киров»: a town that is not large and whose name is one of a person, or ends like one."""
    if place.kind != "city" or place.size >= _MILLIONS - 1 + person:
        return False
    return person or word_of(form.text).surname >= HALF


def _of_a_water(forms: list[Form], end: int) -> bool:
    head = head_of(forms[end].key) if end < len(forms) else None
    return head is not None and head.kind == "water"


def _town_weight(place: Place) -> float:
    return _TOWNS.get(place.size, _HAMLET) + (0.2 if place.marks & GEOX else 0.0)


def _doubt(scene: Scene, at: int, place: Place) -> float:
    """What speaks against a single word where no preposition speaks for it."""
    doubt = 0.0
    form = scene.text.forms[at]
    town = (place.kind == "city" and place.size < _MILLIONS) or place.kind == "district"
    human = town and (place.marks & GIVEN or _may_be_a_surname(form, place))
    if human and not _beside_a_town(scene, at, place):
        if place.marks & GIVEN:
            doubt += 1.2
        else:
            doubt += 0.9 if not place.marks & GEOX or form.key.endswith(words().surname_endings) else 0.4
    if place.marks & COMMON and (
        form.shape is Shape.UPPER or (at in scene.opens and not _has_done(scene, at, place))
    ):
        doubt += 0.6 if place.kind == "city" and place.size == _MILLIONS else 1.2
    return doubt


def _beside_a_town(scene: Scene, at: int, place: Place) -> bool:
    """«Владимир и Суздаль», «во Пскове и Владимире»: «и» joins it to a town that is nothing else."""
    forms = scene.text.forms
    for sign, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if 0 <= other < len(forms) and forms[sign].key == "и" and forms[other].capital:
            town = next(iter(gazetteer.lookup(forms[other].key)), None)
            if town and town.kind == "city" and town.size > _SMALL and not town.doubtful:
                return bool(town.cases & place.cases)
    return False


def _has_done(scene: Scene, at: int, place: Place) -> bool:
    """«Семей отметил юбилей»: the common word is no subject of a verb that agrees with the town."""
    forms = scene.text.forms
    if at + 1 == len(forms) or not place.in_case("nomn"):
        return False
    gender = "femn" if place.name[-1] in "ая" else "masc"
    common = [reading for reading in known_parses(forms[at].key) if not reading.marks]
    return all(r.pos == "NOUN" and (r.case, r.number) != ("nomn", "sing") for r in common) and any(
        r.pos == "VERB" and r.tense == "past" and r.gender == gender for r in known_parses(forms[at + 1].key)
    )


def _is_adjective_of_noun(scene: Scene, at: int, place: Place) -> bool:
    """«на Новой Басманной», «в Красной армии», but «в Грозном прошёл …»."""
    forms = scene.text.forms
    if at + 1 == len(forms) or forms[at + 1].shape not in (Shape.LOWER, Shape.TITLE):
        return False
    if not place.name.endswith(_ADJECTIVE_ENDINGS):
        return False
    return len(forms[at + 1].key) > 1 and any(
        reading.pos in ("NOUN", "ADJF") and reading.case is not None and place.in_case(reading.case)
        for reading in parses(forms[at + 1].key)[:2]
    )


def _beside_a_name(scene: Scene, at: int, place: Place, person: bool) -> bool:
    """«Владимир Орлов», «Уитни Хьюстон», «Ван Чжэнь»; not «аким Тараза Ерлан Сейтов»."""
    forms = scene.text.forms
    if forms[at].shape is Shape.UPPER or (at - 1 in scene.quotes and not person):
        return False  # «Астана Моторс»: a body that is named after the town
    if at + 1 < len(forms) and forms[at + 1].shape is Shape.TITLE and at + 1 not in scene.opens:
        unknown = not gazetteer.lookup(forms[at + 1].key) and head_of(forms[at + 1].key) is None
        if unknown and (person or place.kind == "city") and not _governed(scene, at, place):
            return True
    if not at or (at - 1 in scene.opens and not person):
        return False
    before = forms[at - 1]
    if before.key in words().in_place or before.key in words().of_towns:
        return False  # «В Вирджинии», «Акимат Канта»
    if before.shape is Shape.INITIAL:
        return person
    if before.shape is not Shape.TITLE or gazetteer.lookup(before.key):
        return False
    word = word_of(before.text)
    may_stand = place.cases & _NOMINATIVE and (place.cases != _EVERY_CASE or place.size <= _SMALL)
    if place.kind == "city" and may_stand:  # «Йорам Леви» is no Finnish village
        return not word.common and not word.place
    if place.kind == "country" and not person:
        return False  # «Рада Украины»
    return bool(word.given) or (person and not word.common)


def _governed(scene: Scene, at: int, place: Place) -> bool:
    """«мэр Флоренции Маттео Росси», «Аким Алматы Ерлан Сейтов», «ДП Алматы»: in the genitive, or like it."""
    if place.cases == _EVERY_CASE:
        before = scene.text.forms[at - 1]
        noun = before.shape in (Shape.LOWER, Shape.UPPER)
        return at not in scene.opens and (noun or (at - 1 in scene.opens and not word_of(before.text).given))
    return not place.cases & _NOMINATIVE


def _honours(scene: Scene, at: int) -> bool:
    """«имени Горького», «А. С. Пушкина», the domain «.РФ»."""
    forms = scene.text.forms
    if forms[at - 1].key == "имени":
        return True
    if at < 2 or not (scene.text.touches(at) or forms[at - 2].shape is Shape.INITIAL):
        return False
    return (
        forms[at - 2].shape is Shape.INITIAL
        or not scene.text.touches(at - 1)
        or (len(forms[at - 2].text) < 3 and forms[at - 2].shape is not Shape.UPPER)
    )

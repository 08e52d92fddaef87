"""What one word says for or against being part of a person's name: its readings as given name, surname,
patronymic.

Given names are known from data/person_given_names.toml and from OpenCorpora (through pymorphy3), surnames
from OpenCorpora and by their endings; what neither knows is declined by the rules of `declension`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from kzuz_extract.bounds import BRIEF, HEAVY
from kzuz_extract.language.morphology import Parse, known_parses
from kzuz_extract.names.declension import CASES, FIXED_ENDINGS, Origin, beginnings, may_begin, origins
from kzuz_extract.names.gazetteer import PERSON, Place, lookup
from kzuz_extract.names.persons.vocabulary import endings, forms_of, given_names, post_cases, words

Slot = tuple[str, str]  # gender m or f, case
GENDERS = {"masc": "m", "femn": "f"}
_MARKS = {"Name": "g", "Surn": "s", "Patr": "p"}
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))
_NO_NAMES = frozenset(("ADVB", "INTJ", "NUMR", "GRND", "PRTS", "COMP", *_FUNCTION_WORDS))
_NO_GIVEN = ("ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "ская", "цкий", "цкая")
_PATRONYMICS = ("ович", "евич", "ьич", "овна", "евна", "инична", *FIXED_ENDINGS)
_PATRONYMIC_MARKS = ("вич", "ьич", "вн", "ичн", *FIXED_ENDINGS)
_OF_MEN_IN_A = {"е": -0.05, "у": -0.05, "ы": 0.02}
_SURNAME_PREFIXES = ("аль-", "эль-", "ас-", "аш-", "мак-")

KNOWN, FAMOUS, IN_DICTIONARY, LIKELY, HALF, POSSIBLE, FAINT, HARDLY = (
    1.0,
    0.95,
    0.9,
    0.8,
    0.55,
    0.35,
    0.15,
    0.1,
)


class Reading(NamedTuple):
    """A word as one part of a name: its nominative in small letters and how well it fits that part."""

    nominative: str
    weight: float


class Word(NamedTuple):
    """A distinct spelling. `roles` maps g, s, p, a (a surname that comes first) to the readings in each slot;
    of an ordinary word `surname_of` knows what it would be as a surname.

    given    weight as a known given name, 0 for none
    surname  weight as a surname by dictionary or ending, 0 for none
    common   a dictionary knows it as another word
    plural   as another word it is a genitive plural only: «Токаев», the wine of Tokaj, has hardly ever a
    capital place    a dictionary or the gazetteer knows it as a place
    never    no name has such a word
    famous   a surname known all over the world, whatever else the word means: «Трампа»
    """

    text: str
    roles: dict[str, dict[Slot, Reading]]
    given: float
    surname: float
    common: bool
    plural: bool
    place: bool
    never: bool = False
    famous: bool = False

    @property
    def ordinary(self) -> bool:
        """True for a word that is a name only where a full name of the text has it: «Дом», «Толедо»."""
        return (self.common or self.place) and not (self.given or self.surname or self.roles["a"])


@lru_cache(maxsize=HEAVY)
def word_of(text: str) -> Word:
    """Return what is known of a capitalised word, «аль-Барадеи» and «О’Рейли» included."""
    key = text.lower()
    folded = key.replace("ё", "е")
    read = known_parses(key)
    other = [p for p in read if not p.marks & {"Name", "Surn", "Patr", "Geox"} and p.pos]
    places = lookup(folded)
    place = any("Geox" in p.marks for p in read) or _is_place(places)
    plural = bool(other) and all(p.number == "plur" and p.case in ("gent", "accs") for p in other)
    plural = plural and folded not in forms_of("before", "of")
    roles = _known_roles(key, folded, read, other, places)
    if roles is None:
        return Word(text, {role: {} for role in "gspa"}, 0.0, 0.0, True, False, place, never=True)
    given = max((r.weight for r in roles["g"].values()), default=0.0)
    leads = bool(post_cases(folded))
    ordinary = (bool(other) and not plural) or leads
    body = not given and folded.startswith(endings("organizations", "prefixes"))
    if not ordinary or given or roles["s"] or roles["a"]:
        _surnames(roles["s"], key, ordinary=ordinary, place=place, body=body)
    if not (other or place or given or body or leads):
        _given_by_rule(roles["g"], key)
    surname = max((r.weight for r in roles["s"].values() if r.weight >= HALF - 0.05), default=0.0)
    post = leads and not given
    famous = any(reading.weight == FAMOUS for reading in roles["s"].values())
    return Word(text, roles, given, surname, bool(other) or post, plural, place, famous=famous)


@lru_cache(maxsize=BRIEF)
def surname_of(text: str) -> dict[Slot, Reading]:
    """Return what a word is as a surname, an ordinary word too: after a given name «Понедельник» is one."""
    word = word_of(text)
    if word.never or word.roles["s"]:
        return word.roles["s"]
    readings: dict[Slot, Reading] = {}
    _surnames(readings, text.lower(), ordinary=True, place=word.place, body=False)
    return readings


def _known_roles(
    key: str, folded: str, read: tuple[Parse, ...], other: list[Parse], places: tuple[Place, ...]
) -> dict[str, dict[Slot, Reading]] | None:
    """What lists and dictionary know of a word; None for one that no name has."""
    roles: dict[str, dict[Slot, Reading]] = {role: {} for role in "gspa"}
    particle = folded in words("particles", "inner")
    _listed(roles, key, folded)
    if particle:
        roles["g"].clear()
    own = dict(roles["g"])
    listed = particle or own or roles["a"]
    if folded in words("vetoes", "words") or (not listed and _no_name(read, other, folded)):
        return None
    _patronymics(roles["p"], key)
    if not particle:
        _from_dictionary(roles, read, folded)
    countries = {found.name.lower() for found in places if found.kind == "country"}
    if countries:
        if key not in countries or all(reading.nominative != key for reading in own.values()):
            return None  # unlike «Дания», which is a country and a given name
        roles["s"].clear()
    if post_cases(folded):
        roles["s"].clear()
        if not any(r.nominative in given_names().masculine for r in roles["g"].values()):
            roles["g"].clear()  # «Аким» heads a town, «Капитан» a ship
    elif places and places[0].size >= 6:
        roles["g"] = {slot: reading._replace(weight=HALF) for slot, reading in roles["g"].items()}
    return roles


def _no_name(read: tuple[Parse, ...], other: list[Parse], folded: str) -> bool:
    """Tell whether no name has such a word: «Вчера», «Северо-Казахстанская», «Ранеев»."""
    if folded.endswith(endings("vetoes", "peoples")):
        return True
    if "-" in folded and folded.split("-")[0] in words("vetoes", "halves"):
        return True
    if any(p.pos in _FUNCTION_WORDS for p in other):
        return True
    if other and len(other) == len(read):
        return all(p.pos in _NO_NAMES or (p.pos in ("VERB", "INFN") and p.tense != "past") for p in other)
    return folded[:-1] in words("vetoes", "openers")  # «Ранее в» that lost its space


def _is_place(found: tuple[Place, ...]) -> bool:
    """Tell whether a word is a place of some size, of more where it is somebody's name as well."""
    return bool(found) and found[0].size >= (6 if found[0].marks & PERSON else 5)


def _put(readings: dict[Slot, Reading], slot: Slot, nominative: str, weight: float) -> None:
    if slot not in readings or readings[slot].weight < weight:
        readings[slot] = Reading(nominative, weight)


@cache
def _given_beginnings() -> frozenset[str]:
    return beginnings(name for listed in given_names() for name in listed)


@cache
def _famous_beginnings() -> frozenset[str]:
    return beginnings(words("surnames", "famous"))


def _listed(roles: dict[str, dict[Slot, Reading]], key: str, folded: str) -> None:
    """Given names and first-coming surnames of person_given_names.toml, in every case."""
    names = given_names()
    for origin in origins(key, "g") if may_begin(folded, _given_beginnings()) else ():
        listed = names.masculine if origin.gender == "m" else names.feminine
        nominative = origin.nominative.replace("ё", "е")
        slot = (origin.gender, origin.case)
        if nominative in listed or origin.nominative in listed:
            fixed = 0.0 if origin.declined else 0.02  # «Айсулу» as listed, hardly Айсула
            weight = KNOWN + fixed - (0.12 if nominative in words("given", "rare") else 0.0)
            _put(roles["g"], slot, origin.nominative, weight)
        if nominative in names.first_surnames:
            _put(roles["a"], slot, origin.nominative, KNOWN)
    famous = words("surnames", "famous")
    for origin in origins(key, "s") if may_begin(folded, _famous_beginnings()) else ():
        if origin.nominative.replace("ё", "е") in famous:
            _put(roles["s"], (origin.gender, origin.case), origin.nominative, FAMOUS)
    if folded in names.first_surnames:
        for gender in "mf":
            for case in CASES:
                _put(roles["a"], (gender, case), key, KNOWN + (0.02 if gender == "m" else 0.0))


def _from_dictionary(roles: dict[str, dict[Slot, Reading]], read: tuple[Parse, ...], folded: str) -> None:
    rare = words("given", "rare")
    declines = any(not parse.fixed and parse.marks & _MARKS.keys() for parse in read)
    for parse in read:
        role = next((role for mark, role in _MARKS.items() if mark in parse.marks), None)
        if role is None or parse.number == "plur":
            continue
        genders = GENDERS.get(parse.gender or "", "mf")
        if role == "p" and genders == "f":
            continue  # its lemma is the father's, «дмитриевич»: the rules do better
        if role == "g" and parse.case == "nomn" and parse.lemma.replace("ё", "е") != folded:
            continue  # «Лиз» calls Лиза
        nominative = _feminine(parse.lemma) if role == "s" and genders == "f" else parse.lemma
        for gender in genders:
            for case in CASES if parse.fixed or parse.case is None else (parse.case,):
                weight = (IN_DICTIONARY if role == "s" else KNOWN) + 0.01 * parse.score
                if parse.lemma in rare:
                    weight -= 0.12  # «Динару Сафину» is Динара's accusative, hardly Динар's dative
                if parse.fixed and declines:
                    weight -= 0.2  # «Анне» is Анна's dative, hardly the singer Анне
                _put(roles[role], (gender, case), nominative, weight)


def _feminine(lemma: str) -> str:
    """OpenCorpora gives «Токаевой» the masculine lemma; a woman's name has the feminine one."""
    if lemma.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return lemma + "а"
    if lemma.endswith(("ский", "цкий", "ой", "ый", "ий")):
        return lemma[:-2] + "ая"
    return lemma


def _surnames(readings: dict[Slot, Reading], key: str, *, ordinary: bool, place: bool, body: bool) -> None:
    strong, weak = endings("surnames", "strong"), endings("surnames", "weak")
    for origin in origins(key, "s"):
        weight = _unknown(origin, "s", key)
        ending = origin.nominative.rpartition("-")[2].replace("ё", "е")
        if len(ending) > 3 and ending.endswith(strong) and _regular(origin):
            weight = HARDLY if ordinary else HALF if place else LIKELY
        elif ordinary:
            weight -= 0.12  # «Усэйн Болт», «Виктор Понедельник»
        elif place or body:
            weight -= 0.25
        elif key.startswith(_SURNAME_PREFIXES):
            weight += 0.45
        elif len(ending) > 3 and ending.endswith(weak):
            weight += 0.1
        _put(readings, (origin.gender, origin.case), origin.nominative, weight)


def _given_by_rule(readings: dict[Slot, Reading], key: str) -> None:
    for origin in origins(key, "g"):
        weight = _unknown(origin, "g", key) - 0.1
        if origin.nominative.endswith(endings("given", "masculine" if origin.gender == "m" else "feminine")):
            weight += 0.3
        if origin.nominative.endswith(_NO_GIVEN):
            weight -= 0.4
        _put(readings, (origin.gender, origin.case), origin.nominative, weight)


def _patronymics(readings: dict[Slot, Reading], key: str) -> None:
    if not any(mark in key for mark in _PATRONYMIC_MARKS):
        return
    for origin in origins(key, "p"):
        if origin.nominative.endswith(_PATRONYMICS):
            _put(readings, (origin.gender, origin.case), origin.nominative, KNOWN + 0.02)


def _regular(origin: Origin) -> bool:
    """«Токаева» is a woman or Токаев's, hardly a man in the nominative; no woman is called «Токаев»."""
    last = origin.nominative.rpartition("-")[2]
    if origin.gender == "m":
        return not last.endswith(("ова", "ева", "ёва", "ая"))
    return origin.declined or not last.endswith(("ов", "ев", "ёв", "ский", "цкий"))


def _unknown(origin: Origin, role: str, form: str) -> float:
    """How likely the rules alone make a nominative: a plain ending is possible, an unchanged form faint."""
    nominative, last = origin.nominative, origin.nominative[-1]
    if not _regular(origin):
        return 0.0
    if not origin.declined:
        if last in "ая":
            return 0.05
        if origin.gender == "f" and last not in "оеёиуюыэ":
            return FAINT + (0.1 if role == "s" else 0.0)
        if nominative.endswith(FIXED_ENDINGS) or (last in "оэё" or origin.case == "nomn"):
            return POSSIBLE if last in "оеёиуюыэ" else FAINT
        telling = "еуюы" if role == "g" else "еую"  # «Такеру» may be a dative, «Кирби» hardly a genitive
        return POSSIBLE - 0.08 if last in telling else POSSIBLE if last in "иы" else FAINT
    if nominative.endswith(("ый", "ой", "кий", "хий", "гий")) and form.endswith(("ого", "ому")):
        return POSSIBLE + 0.1
    if nominative.endswith(("ый", "ой", "ая", "ец", "кий")) and origin.case != "nomn":
        return POSSIBLE - 0.12
    if nominative.endswith("ь") and origin.case != "nomn":
        return POSSIBLE - 0.05
    if role == "s" and origin.gender == "m" and last == "а" and form[-1] in _OF_MEN_IN_A:
        return POSSIBLE + _OF_MEN_IN_A[form[-1]]  # «Дзюбе», «Дзюбы» are Дзюба's
    if role == "s" and origin.gender == "m" and last in "ая":
        return POSSIBLE - 0.1  # «Рахмона» is Рахмон's rather than a man called Рахмона
    if origin.case == "gent" and (last == "я" or (last == "а" and role == "s")):
        return POSSIBLE - 0.1
    if role == "g" and origin.gender == "m" and last in "ая":
        return POSSIBLE - 0.1
    return POSSIBLE

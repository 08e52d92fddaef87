"""What one word says for or against being part of a person's name: its readings as given name, surname,
patronymic.

Given names are known from data/person_given_names.toml and from OpenCorpora (through pymorphy3), surnames
from OpenCorpora and by their endings; what neither knows is declined by the rules of `declension`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kzuz_extract.bounds import WORDS
from kzuz_extract.language.morphology import Parse, known_parses
from kzuz_extract.names.declension import CASES, FIXED_ENDINGS, origins
from kzuz_extract.names.gazetteer import PERSON, Place, beginning
from kzuz_extract.names.persons.by_rule import BODY, GIVEN, ORDINARY, PLACE, PLAIN, PREFIXED
from kzuz_extract.names.persons.ends import by_end, end_of
from kzuz_extract.names.persons.listed import is_of_men, listed
from kzuz_extract.names.persons.slots import (
    AT,
    FAMOUS,
    HALF,
    IN_DICTIONARY,
    KNOWN,
    NO_SLOTS,
    SLOTS,
    Reading,
    Slot,
    Slots,
    better,
    fits,
    reading,
    slots_of,
)
from kzuz_extract.names.persons.vocabulary import endings, forms_of, post_cases, words

GENDERS = {"masc": "m", "femn": "f"}
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))
_NO_NAMES = frozenset(("ADVB", "INTJ", "NUMR", "GRND", "PRTS", "COMP", *_FUNCTION_WORDS))
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox"))
_PATRONYMICS = ("ович", "евич", "ьич", "овна", "евна", "инична", *FIXED_ENDINGS)
_GENITIVE = ("gent", "accs")  # of somebody
_TOLD = 0.2  # what a given name gains that its neighbours tell
_LONGEST_END_OF_PATRONYMICS = 5  # «вичем», «ичной»
_SURNAME_PREFIXES = ("аль-", "эль-", "ас-", "аш-", "мак-")


class Word(NamedTuple):
    """A distinct spelling, and what it may be in each gender and case as one part of a name.

    text           the spelling
    as_given       as a given name
    as_surname     as a surname; of an ordinary word `surname_of` knows what it would be
    as_patronymic  as a patronymic
    as_first       as a surname that comes first: «Ким Чен Ын»
    given          weight as a known given name, 0 for none
    surname        weight as a surname by dictionary or ending, 0 for none
    common         a dictionary knows it as another word
    plural         as another word it is a genitive plural only: «Токаев», the wine of Tokaj, has hardly ever
                   a capital
    place          a dictionary or the gazetteer knows it as a place
    never          no name has such a word
    famous         a surname known all over the world, whatever else the word means: «Трампа»
    """

    text: str
    as_given: Slots
    as_surname: Slots
    as_patronymic: Slots
    as_first: Slots
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
        return (self.common or self.place) and not (self.given or self.surname or self.as_first)


@lru_cache(maxsize=WORDS)
def word_of(text: str) -> Word:
    """Return what is known of a capitalised word, «аль-Барадеи» and «О’Рейли» included."""
    key = text.lower()
    folded = key.replace("ё", "е")
    read = known_parses(key)
    other = [p for p in read if p.pos and _NAMES.isdisjoint(p.marks)]
    begun = beginning(folded)
    places = begun.places if begun else ()
    marks: frozenset[str] = frozenset().union(*[p.marks for p in read])
    place = "Geox" in marks or _is_place(places)
    leads = bool(post_cases(folded))
    known = _known(key, folded, read, other, places, leads=leads, person=not _PERSONS.isdisjoint(marks))
    if known is None:
        none = NO_SLOTS
        return Word(text, none, none, none, none, 0.0, 0.0, True, False, place, never=True)
    as_given, as_surname, as_patronymic, as_first = known
    plural = bool(other) and _is_genitive_plural(other) and folded not in forms_of("before", "of")
    given = fits(as_given)
    famous = bool(as_surname) and any(found.weight == FAMOUS for found in as_surname if found)
    ordinary = (bool(other) and not plural) or leads
    body = not given and folded.startswith(endings("organizations", "prefixes"))
    if not ordinary or given or as_surname or as_first:
        besides = ORDINARY if ordinary else PLACE if place else BODY if body else PLAIN
        if besides == PLAIN and key.startswith(_SURNAME_PREFIXES):
            besides = PREFIXED
        end = end_of(key)
        as_surname = better(as_surname, by_end(end, besides))
        if not (other or place or given or body or leads):
            as_given = by_end(end, GIVEN)
    surname = fits(as_surname, HALF - 0.05)
    common = bool(other) or (leads and not given)
    slots = as_given, as_surname, as_patronymic, as_first
    return Word(text, *slots, given, surname, common, plural, place, False, famous)


def is_common(text: str) -> bool:
    """Tell whether a word is one of a dictionary and nothing else: `ordinary`, and no `Word` tells more.

    So are most words with a capital. Others may be ordinary as well: «Дом» has its plural «домов», like
    «Токаев» that of a wine.
    """
    key = text.lower()
    singular = False
    for parse in known_parses(key):
        if not parse.pos or (parse.marks and not _NAMES.isdisjoint(parse.marks)):
            return False
        singular = singular or parse.number != "plur" or parse.case not in _GENITIVE
    return singular and "-" not in key and not any(listed(key))


def may_be_genitive(word: Word) -> bool:
    """Tell whether a word may be the genitive of a name that is spelt otherwise: «Касенова»."""
    genitives = [
        slots[AT[gender, "gent"]] for slots in (word.as_surname, word.as_given) if slots for gender in "mf"
    ]
    return any(found and (found.cut or found.added) for found in genitives)


def _is_genitive_plural(read: list[Parse]) -> bool:
    return all(p.number == "plur" and p.case in _GENITIVE for p in read)


def surname_of(word: Word) -> Slots:
    """Return what a word is as a surname, an ordinary word too: after a given name «Понедельник» is one."""
    if word.never or word.as_surname:
        return word.as_surname
    return by_end(end_of(word.text.lower()), ORDINARY)


def given_in(text: str, told: tuple[Slot, ...]) -> Slots:
    """Return what a word is as a given name in some slots, a place or an ordinary word too: «Виола»."""
    slots = better(word_of(text).as_given, by_end(end_of(text.lower()), GIVEN))
    return tuple(
        [
            one.weighing(one.weight + _TOLD) if one and slot in told else None
            for slot, one in zip(SLOTS, slots, strict=False)
        ]
    )


_Known = tuple[Slots, Slots, Slots, Slots]  # as a given name, surname, patronymic, surname that comes first


def _known(
    key: str,
    folded: str,
    read: tuple[Parse, ...],
    other: list[Parse],
    places: tuple[Place, ...],
    *,
    leads: bool,
    person: bool,
) -> _Known | None:
    """What lists and dictionary know of a word; None for one that no name has."""
    if folded in words("vetoes", "words"):
        return None
    particle = folded in words("particles", "inner")
    own, as_first, as_surname = listed(key)
    if particle:
        own = NO_SLOTS
    elif not own and "-" in key:
        own = _elder(key)
    if not (particle or own or as_first) and _no_name(read, other, folded):
        return None
    as_given, as_patronymic = own, _patronymics(key)
    if person and not particle:
        in_dictionary = _from_dictionary(key, read, folded)
        as_given = better(as_given, in_dictionary["g"])
        as_surname = better(as_surname, in_dictionary["s"])
        as_patronymic = better(as_patronymic, in_dictionary["p"])
    countries = [found.name.lower() for found in places if found.kind == "country"]
    if countries:
        if key not in countries or all(found.nominative(key) != key for found in own if found):
            return None  # unlike «Дания», which is a country and a given name
        as_surname = NO_SLOTS
    if leads:
        as_surname = NO_SLOTS
        if not any(is_of_men(found.nominative(key)) for found in as_given if found):
            as_given = NO_SLOTS  # «Аким» heads a town, «Капитан» a ship
    elif places and places[0].size >= 6:
        as_given = tuple([found and found.weighing(HALF) for found in as_given])
    return as_given, as_surname, as_patronymic, as_first


def _elder(key: str) -> Slots:
    """«Раушан-апа», «Шерзоду-аке»: a given name and how elders are spoken to."""
    name, _, tail = key.rpartition("-")
    if not name or not listed(name).as_given:
        return NO_SLOTS
    return slots_of(
        ((origin.gender, origin.case), reading(KNOWN, key, f"{name}-{origin.nominative}"))
        for origin in origins(tail, "g")
        if origin.nominative in words("particles", "elders")
    )


def _no_name(read: tuple[Parse, ...], other: list[Parse], folded: str) -> bool:
    """Tell whether no name has such a word: «Вчера», «Северо-Казахстанская», «Ранеев»."""
    if folded.endswith(endings("vetoes", "peoples")):
        return True
    if "-" in folded and folded.split("-")[0] in words("vetoes", "halves"):
        return True
    if not _FUNCTION_WORDS.isdisjoint([p.pos for p in other]):
        return True
    if other and len(other) == len(read):
        return all(p.pos in _NO_NAMES or (p.pos in ("VERB", "INFN") and p.tense != "past") for p in other)
    return folded[:-1] in words("vetoes", "openers")  # «Ранее в» that lost its space


def _is_place(found: tuple[Place, ...]) -> bool:
    """Tell whether a word is a place of some size, of more where it is somebody's name as well."""
    return bool(found) and found[0].size >= (6 if found[0].marks & PERSON else 5)


_MARKS = {"Name": "g", "Surn": "s", "Patr": "p"}
_PERSONS = frozenset(_MARKS)


def _from_dictionary(key: str, read: tuple[Parse, ...], folded: str) -> dict[str, Slots]:
    found: dict[str, list[tuple[Slot, Reading]]] = {"g": [], "s": [], "p": []}
    declines = any(not parse.fixed and not _PERSONS.isdisjoint(parse.marks) for parse in read)
    for parse in read:
        role = next((role for mark, role in _MARKS.items() if mark in parse.marks), None)
        if role is not None and parse.number != "plur":
            found[role] += _of_parse(key, parse, role, folded, declines=declines)
    return {role: slots_of(readings) for role, readings in found.items()}


def _of_parse(
    key: str, parse: Parse, role: str, folded: str, *, declines: bool
) -> Iterator[tuple[Slot, Reading]]:
    genders = GENDERS.get(parse.gender or "", "mf")
    if role == "p" and genders == "f":
        return  # its lemma is the father's, «дмитриевич»: the rules do better
    if role == "g" and parse.case == "nomn" and parse.lemma.replace("ё", "е") != folded:
        return  # «Лиз» calls Лиза
    nominative = _feminine(parse.lemma) if role == "s" and genders == "f" else parse.lemma
    weight = (IN_DICTIONARY if role == "s" else KNOWN) + 0.01 * parse.score
    if parse.lemma in words("given", "rare"):
        weight -= 0.12  # «Динару Сафину» is Динара's accusative, hardly Динар's dative
    if parse.fixed and declines:
        weight -= 0.2  # «Анне» is Анна's dative, hardly the singer Анне
    found = reading(weight, key, nominative)
    for gender in genders:
        for case in CASES if parse.fixed or parse.case is None else (parse.case,):
            yield (gender, case), found


def _feminine(lemma: str) -> str:
    """OpenCorpora gives «Токаевой» the masculine lemma; a woman's name has the feminine one."""
    if lemma.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return lemma + "а"
    if lemma.endswith(("ский", "цкий", "ой", "ый", "ий")):
        return lemma[:-2] + "ая"
    return lemma


def _patronymics(key: str) -> Slots:
    end = key[-_LONGEST_END_OF_PATRONYMICS:]
    if "ич" not in end and "вн" not in end and not end.endswith(FIXED_ENDINGS):
        return NO_SLOTS
    return slots_of(
        ((origin.gender, origin.case), reading(KNOWN + 0.02, key, origin.nominative))
        for origin in origins(key, "p")
        if origin.nominative.endswith(_PATRONYMICS)
    )

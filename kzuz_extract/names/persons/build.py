"""Builds the tries of names and of the nouns around them: all forms of those that are listed, and the ends of
those that are not, each with what it says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from marisa_trie import RecordTrie, Trie

from kzuz_extract.language.form_tables import table_of
from kzuz_extract.names.declension import CASES, forms, origins, telling_ends
from kzuz_extract.names.gazetteer import DATA
from kzuz_extract.names.persons.by_rule import KINDS, all_ends, by_rule
from kzuz_extract.names.persons.ends import ANSWERS, ENDS_FILE, KNOWN_FILE, PART, SLOTS_FILE, WHOLE, written
from kzuz_extract.names.persons.listed import (
    COMES_FIRST,
    FIRST,
    GIVEN,
    ITSELF,
    NAMES_FILE,
    OF_MEN,
    RECORD,
    WORLD_FAMOUS,
    Record,
)
from kzuz_extract.names.persons.nouns import all_forms, plural, singular
from kzuz_extract.names.persons.slots import SLOTS, Reading, Slot, reading, slots_of
from kzuz_extract.names.persons.vocabulary import DECLINED, NOUN, NOUNS_FILE, words
from kzuz_extract.names.writing import replace

_FIXED = 0.02  # «Айсулу» as listed, hardly Айсула
_RARE = -0.12
_KNOWN_HEAD = """\
# The endings by which rules tell names, whole and in part.
# columns: whole or part  endings
# source: the rules; built by: python -m kzuz_extract.names.build
"""


class GivenNames(NamedTuple):
    """Nominatives in small letters: masculine, feminine, and surnames that come first («Ким», «Нгуен»)."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    first_surnames: frozenset[str]


@cache
def given_names() -> GivenNames:
    """Return the names of person_given_names.toml."""
    traditions = tomllib.loads((DATA / "person_given_names.toml").read_text(encoding="utf-8")).values()
    return GivenNames(*(frozenset(w for t in traditions for w in t.get(kind, "").split()) for kind in "mfs"))


def listed() -> dict[Path, RecordTrie]:
    """Return the tries of the forms of listed names and of the nouns around names."""
    names = [(form, record) for form in sorted(_forms()) for record in _records(form)]
    return {NAMES_FILE: RecordTrie(RECORD, names), NOUNS_FILE: RecordTrie(NOUN, sorted(_nouns().items()))}


def ends() -> dict[Path, Trie | RecordTrie]:
    """Return the tries of all that the rules can say, and of the ends of words with what they say of each."""
    answers = {end: [written(by_rule(end, kind)) for kind in KINDS] for end in telling_ends(all_ends())}
    slots = Trie({line for lines in answers.values() for line in lines})
    numbers = [(end, tuple([slots[line] for line in lines])) for end, lines in sorted(answers.items())]
    return {SLOTS_FILE: slots, ENDS_FILE: RecordTrie(ANSWERS, numbers)}


def known_ends_table() -> str:
    """Return the table of the endings by which rules tell names."""
    return _KNOWN_HEAD + table_of((end, [WHOLE if whole else PART]) for end, whole in all_ends().items())


def write() -> Iterator[str]:
    """Write the built files and yield a line about each."""
    replace(KNOWN_FILE, known_ends_table())
    yield f"{KNOWN_FILE.name}: {len(all_ends())} endings"
    for file, trie in {**listed(), **ends()}.items():
        replace(file, trie)
        yield f"{file.name}: {len(set(trie.keys()))} entries"


def _forms() -> set[str]:
    """Return how listed names are spelt in any case, with their ё and without."""
    listed = given_names()
    named = [(name, "g", gender) for names in listed for name in names for gender in "mf"]
    named += [(name, "s", gender) for name in words("surnames", "famous") for gender in "mf"]
    return {form for name in named for spelled in forms(*name).values() for form in spelled}


def _records(form: str) -> Iterator[Record]:
    lists = (form in given_names().masculine) * OF_MEN + (form in given_names().first_surnames) * COMES_FIRST
    if lists:
        yield lists, ITSELF, 0, 0, b""
    kinds = ((GIVEN, _given), (FIRST, _first), (WORLD_FAMOUS, _famous))
    for kind, of_kind in kinds:
        slots = slots_of(of_kind(form, given_names()))
        for found in dict.fromkeys(filter(None, slots)):
            bits = sum(1 << at for at, one in enumerate(slots) if one == found)
            added = found.added.encode()
            yield bits, kind, round(100 * found.weight), found.cut, added


def _given(form: str, names: GivenNames) -> Iterator[tuple[Slot, Reading]]:
    for origin in origins(form, "g"):
        nominative = origin.nominative
        if nominative in (names.masculine if origin.gender == "m" else names.feminine):
            weight = 0.0 if origin.declined else _FIXED
            weight += _RARE if nominative in words("given", "rare") else 0.0
            yield (origin.gender, origin.case), reading(weight, form, nominative)


def _first(form: str, names: GivenNames) -> Iterator[tuple[Slot, Reading]]:
    for origin in origins(form, "g"):
        if origin.nominative in names.first_surnames:
            yield (origin.gender, origin.case), reading(0.0, form, origin.nominative)
    if form in names.first_surnames:
        for gender, case in SLOTS:
            yield (gender, case), Reading(_FIXED if gender == "m" else 0.0)


def _famous(form: str, _: GivenNames) -> Iterator[tuple[Slot, Reading]]:
    for origin in origins(form, "s"):
        if origin.nominative in words("surnames", "famous"):
            yield (origin.gender, origin.case), reading(0.0, form, origin.nominative)


def _nouns() -> dict[str, tuple[int, int, int]]:
    """Return the forms of the nouns around names: the cases of posts, the lists that have them."""
    told: dict[str, list[int]] = {}
    for gender in ("masculine", "feminine"):
        for noun in words("posts", gender):
            for number, forms_ in enumerate((singular(noun, gender[0]), plural(noun))):
                for case, form in forms_:
                    told.setdefault(form, [0, 0, 0])[number] |= 1 << CASES.index(case)
    for at, listed in enumerate(DECLINED):
        for noun in words(*listed):
            for form, _ in all_forms(noun):
                told.setdefault(form, [0, 0, 0])[2] |= 1 << at
    return {form: (one, more, lists) for form, (one, more, lists) in told.items()}

"""Builds the trie of listed names: all forms of each, with what they say of gender, case and nominative."""

from __future__ import annotations

from collections.abc import Iterator

from marisa_trie import RecordTrie

from kzuz_extract.names.declension import forms, origins
from kzuz_extract.names.persons.listed import FIRST, GIVEN, NAMES_FILE, RECORD, WORLD_FAMOUS, Record
from kzuz_extract.names.persons.slots import SLOTS, Reading, Slot, reading, slots_of
from kzuz_extract.names.persons.vocabulary import GivenNames, given_names, words

_FIXED = 0.02  # «Айсулу» as listed, hardly Айсула
_RARE = -0.12


def build() -> RecordTrie:
    """Return the trie of all forms of listed names."""
    return RecordTrie(RECORD, [(form, record) for form in sorted(_forms()) for record in _records(form)])


def write() -> Iterator[str]:
    """Write the built file and yield a line about it."""
    names = build()
    new = NAMES_FILE.with_name(f"{NAMES_FILE.name}.new")
    names.save(str(new))
    new.replace(NAMES_FILE)
    yield f"{NAMES_FILE.name}: {len(set(names.keys()))} forms"


def _forms() -> set[str]:
    """Return how listed names are spelt in any case, with their ё and without."""
    listed = given_names()
    named = [(name, "g", gender) for names in listed for name in names for gender in "mf"]
    named += [(name, "s", gender) for name in words("surnames", "famous") for gender in "mf"]
    return {form for name in named for spelled in forms(*name).values() for form in spelled}


def _records(form: str) -> Iterator[Record]:
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

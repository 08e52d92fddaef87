"""What the end of a word tells that no list knows: what it may be as a surname or as a given name.

«Касеновым» and «Токаевым» say the same of themselves: the rules look at no more of a word than the longest
ending that any of them knows. What they say of each such end is built by `python -m kzuz_extract.names.build`
and memory-mapped at the first question; words with a hyphen or with ё are left to the rules themselves.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.form_tables import read_forms
from kzuz_extract.names.declension import telling_end
from kzuz_extract.names.gazetteer import DATA
from kzuz_extract.names.persons.by_rule import KINDS, by_rule
from kzuz_extract.names.persons.slots import Reading, Slots

if TYPE_CHECKING:
    import marisa_trie

KNOWN_FILE = DATA / "person_ends.tsv"
ENDS_FILE = DATA / "person_ends.marisa"
SLOTS_FILE = DATA / "person_slots.marisa"
WHOLE, PART = "whole", "part"
ANSWERS = f"<{len(KINDS)}H"  # the numbers of what an end tells, in the order of KINDS


def end_of(key: str) -> str:
    """Return as much of a word in small letters as the rules look at."""
    return key if "-" in key else telling_end(key, known_ends())


@cache
def known_ends() -> dict[str, bool]:
    """Return the endings that any rule knows; and the ends of these, which are false."""
    return {end: kind == WHOLE for (kind,), ends in read_forms(KNOWN_FILE, 1) for end in ends}


def by_end(end: str, kind: int) -> Slots:
    """Return what a word may be that has such an end.

    >>> from kzuz_extract.names.persons.by_rule import PLAIN
    >>> [by_end(end_of(word), PLAIN)[4].nominative(word) for word in ("касеновым", "токаевым")]
    ['касенов', 'токаев']
    """
    answers = _answers(end)
    return _slots(answers[kind]) if answers else by_rule(end, kind)


@lru_cache(maxsize=LIGHT)
def _answers(end: str) -> tuple[int, ...]:
    found: list[tuple[int, ...]] = _ends().get(end, [()])
    return found[0]


@cache
def _slots(number: int) -> Slots:
    return unwritten(_written().restore_key(number))


@cache
def _ends() -> marisa_trie.RecordTrie:
    from marisa_trie import RecordTrie

    return RecordTrie(ANSWERS).mmap(str(ENDS_FILE))


@cache
def _written() -> marisa_trie.Trie:
    from marisa_trie import Trie

    return Trie().mmap(str(SLOTS_FILE))


_DIGITS = "0123456789ab"  # one for each slot
_NONE = "-"


def written(slots: Slots) -> str:
    """Write down what a word may be: which reading each slot has, and then the readings.

    >>> written((Reading(0.5, 1, "а"), None, Reading(0.5, 1, "а")))
    '0-0\\t0.5|1|а'
    """
    digits = dict(zip(dict.fromkeys(filter(None, slots)), _DIGITS, strict=False))
    readings = [f"{reading.weight!r}|{reading.cut}|{reading.added}" for reading in digits]
    return "\t".join(["".join([digits[slot] if slot else _NONE for slot in slots]), *readings])


def unwritten(line: str) -> Slots:
    """Read what `written` wrote."""
    slots, *cells = line.split("\t")
    readings: dict[str, Reading] = {}
    for digit, cell in zip(_DIGITS, cells, strict=False):
        weight, cut, added = cell.split("|")
        readings[digit] = Reading(float(weight), int(cut), added)
    return tuple(map(readings.get, slots))

"""Listed names in all their cases: given names, surnames that come first («Ким»), surnames known everywhere.

Built by `python -m kzuz_extract.names.build` out of person_given_names.toml and person_words.toml; the file
is memory-mapped at the first question.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kzuz_extract.bounds import LIGHT
from kzuz_extract.names.gazetteer import DATA
from kzuz_extract.names.persons.slots import FAMOUS, KNOWN, NO_SLOTS, SLOTS, Reading, Slots, better

if TYPE_CHECKING:
    import marisa_trie

NAMES_FILE = DATA / "person_names.marisa"
# One reading of a form: its slots (bits in the order of SLOTS), the kind of name, how much more it weighs
# than such names do, in hundredths, how many letters to cut and which to add for the nominative. Or the lists
# that have the form itself, in bits.
RECORD = "<HBbB8s"
GIVEN, FIRST, WORLD_FAMOUS, ITSELF = range(4)
OF_MEN, COMES_FIRST = 1, 2
_WEIGHTS = (KNOWN, KNOWN, FAMOUS)

Record = tuple[int, int, int, int, bytes]


class Listed(NamedTuple):
    """What the lists say of a form."""

    as_given: Slots
    as_first: Slots
    as_famous: Slots


_NOTHING = Listed(NO_SLOTS, NO_SLOTS, NO_SLOTS)


@cache
def _names() -> marisa_trie.RecordTrie:
    from marisa_trie import RecordTrie

    return RecordTrie(RECORD).mmap(str(NAMES_FILE))


def listed(key: str) -> Listed:
    """Return what the lists say of a form in small letters; its ё may stand for an е of theirs.

    >>> listed("абаю").as_given[2].nominative("абаю"), listed("столу").as_given
    ('абай', ())
    """
    found = _found(key)
    if "ё" not in key:
        return found
    other = _found(key.replace("ё", "е"))
    return Listed(*[better(one, two) for one, two in zip(found, other, strict=True)])


def is_of_men(name: str) -> bool:
    """Tell whether a nominative is listed as a man's given name."""
    return bool(_lists_with(name) & OF_MEN)


def comes_first(name: str) -> bool:
    """Tell whether a nominative is listed as a surname that comes first: «ким», «нгуен»."""
    return bool(_lists_with(name) & COMES_FIRST)


def _lists_with(name: str) -> int:
    return next((lists for lists, kind, *_ in _names().get(name, ()) if kind == ITSELF), 0)


def _found(key: str) -> Listed:
    records = _names().get(key)
    return _read(tuple(records)) if records else _NOTHING


@lru_cache(maxsize=LIGHT)
def _read(records: tuple[Record, ...]) -> Listed:
    """Read the records of a form; most forms share theirs with others."""
    return Listed(*[_slots([record for record in records if record[1] == kind]) for kind in range(ITSELF)])


def _slots(records: Sequence[Record]) -> Slots:
    slots: list[Reading | None] = [None] * len(SLOTS)
    for bits, kind, hundredths, cut, added in records:
        reading = Reading(_WEIGHTS[kind] + hundredths / 100, cut, added.rstrip(b"\0").decode())
        for at in range(len(SLOTS)):
            if bits >> at & 1:
                slots[at] = reading
    return tuple(slots) if records else NO_SLOTS

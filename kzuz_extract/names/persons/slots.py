"""A word as one part of a name: how well it fits in each gender and case, and what its nominative is there.

A reading tells how the nominative is made of the spelling and not how it is spelt, so that thousands of words
with one ending share what is known of them: «токаевым» and «касеновым» are men in the ablative both, less
two letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kzuz_extract.bounds import LIGHT
from kzuz_extract.names.declension import CASES

Slot: TypeAlias = tuple[str, str]  # gender m or f, case
SLOTS: tuple[Slot, ...] = tuple((gender, case) for gender in "mf" for case in CASES)
AT: dict[Slot, int] = {slot: at for at, slot in enumerate(SLOTS)}

# How much a reading weighs.
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
    """A word in one slot: how well it fits, and its nominative: the spelling less `cut` letters, `added`."""

    weight: float
    cut: int = 0
    added: str = ""

    def nominative(self, key: str) -> str:
        """Return the nominative of a spelling, both in small letters.

        >>> Reading(1.0, 2).nominative("токаевым")
        'токаев'
        """
        return key[: len(key) - self.cut] + self.added

    def weighing(self, weight: float) -> Reading:
        """Return the same reading with another weight."""
        return Reading(weight, self.cut, self.added)


Slots: TypeAlias = tuple[Reading | None, ...]  # in the order of SLOTS; () for a word that has no such part
NO_SLOTS: Slots = ()


def reading(weight: float, key: str, nominative: str) -> Reading:
    """Return the reading of a spelling whose nominative is known."""
    same = min(len(key), len(nominative))
    while key[:same] != nominative[:same]:
        same -= 1
    return Reading(weight, len(key) - same, nominative[same:])


def slots_of(readings: Iterable[tuple[Slot, Reading]]) -> Slots:
    """Return the best reading of each slot, the first of several as good."""
    best: dict[Slot, Reading] = {}
    for slot, found in readings:
        if slot not in best or best[slot].weight < found.weight:
            best[slot] = found
    return tuple([_one(best[slot]) if slot in best else None for slot in SLOTS]) if best else NO_SLOTS


@lru_cache(maxsize=LIGHT)
def _one(reading: Reading) -> Reading:
    """Return the same object for equal readings: a few hundred serve all words."""
    return reading


def better(one: Slots, other: Slots) -> Slots:
    """Return the better reading in each slot, of two as good that of the first."""
    if not one or not other:
        return one or other
    return tuple([b if not a or (b and b.weight > a.weight) else a for a, b in zip(one, other, strict=True)])


def fits(slots: Slots, least: float = 0.0) -> float:
    """Return the weight of the best reading, 0 where none weighs as much as `least`."""
    best = max([found.weight for found in slots if found], default=0.0) if slots else 0.0
    return best if best >= least else 0.0


def everywhere(found: Reading) -> Slots:
    """A word that does not change: «бин», «Чен» in «Ким Чен Ына»."""
    return (found,) * len(SLOTS)

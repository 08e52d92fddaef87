"""Whom a common noun calls something, and in which genders and cases they are: «актрису», «дочери»."""

from __future__ import annotations

from functools import lru_cache

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.morphology import Parse, known_parses
from kzuz_extract.names.persons.slots import SLOTS, Slot
from kzuz_extract.names.persons.vocabulary import post_cases
from kzuz_extract.names.persons.words import GENDERS


@lru_cache(maxsize=LIGHT)
def animates(word: str) -> tuple[Parse, ...]:
    """Return the likely readings of a word that a dictionary knows as one animate being."""
    read = known_parses(word)
    best = read[0].score if read else 0.0
    return tuple(
        p
        for p in read
        if p.pos == "NOUN" and p.animacy == "anim" and p.number == "sing" and p.case
        if p.score >= best / 4
    )


def called(word: str, key: str) -> tuple[Slot, ...]:
    """Return the genders and cases of whoever is called so; () where the noun calls nobody anything.

    >>> called("актрису", "актрису"), called("дорогу", "дорогу")
    ((('f', 'accs'),), ())
    """
    slots = [
        (gender, p.case) for p in animates(word) for gender in GENDERS.get(p.gender or "", "mf") if p.case
    ]
    return tuple(slots) or tuple([slot for slot in SLOTS if slot[1] in post_cases(key)])

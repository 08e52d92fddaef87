"""Several who share one surname: «Ерлан и Айгуль Касеновы», «супруги Билл и Мелинда Гейтс»."""

from __future__ import annotations

from itertools import pairwise

from kzuz_extract.names.persons.people import Mention
from kzuz_extract.names.persons.reading import WITH_PLURAL, Hypothesis, of_several
from kzuz_extract.names.persons.slots import AT
from kzuz_extract.names.persons.vocabulary import words
from kzuz_extract.text.tokens import Form

_STANDS = 1.5


def share_surnames(forms: list[Form], mentions: list[Mention]) -> None:
    """Give the first of a list, who have but a given name, the surname that its last has for all."""
    printed = ""  # the surname of the list that goes on to the left
    for one, other in reversed(list(pairwise(mentions))):
        joint = one.segment.end
        if joint + 1 != other.segment.first or forms[joint].key not in (",", "и"):
            printed = ""
            continue
        if other.choice.roles == "gs":
            printed = other.segment.units[-1].text
        given = _in_case(one, other.choice.slot[1]) if printed else None
        surname = _surname(forms, one.segment.first, given, other, printed) if given else None
        if given and surname:
            one.choice, one.family, one.score = given, (surname, printed), max(one.score, _STANDS)
        else:
            printed = ""


def _in_case(one: Mention, case: str) -> Hypothesis | None:
    """Return the best reading as a given name in a case: «Динара» beside «Ерлан» is no Динар's."""
    return next((r for r in one.segment.readings if r.roles == "g" and r.slot[1] == case), None)


def _surname(forms: list[Form], first: int, given: Hypothesis, other: Mention, printed: str) -> str | None:
    """Return the surname as it is in the nominative for the first of two, None where it is not shared."""
    several = of_several(printed)
    if several:
        found = several[AT[given.slot]]
        return found.nominative(printed.lower()) if found else None
    together = first > 0 and forms[first - 1].key in words("before", "families")
    key = printed.lower()
    fixed = other.choice.nominatives[-1] == key and not key.endswith(WITH_PLURAL)
    return key if together and fixed else None

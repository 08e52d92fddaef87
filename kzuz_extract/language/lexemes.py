"""The other forms of a reading's lexeme, as pymorphy3 makes them: «атбасарского» → «атбасарский»."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.language.dictionary import CASES, Dictionary, Tag
from kzuz_extract.language.guessing import AFTER, ALONE, BEFORE, FORM, Guess, Step

_ANY: frozenset[str] = frozenset()
_GENDERS = frozenset({"masc", "femn", "neut", "ms-f", "GNdr"})
# What a form that is wanted cannot be at the same time, in the order of OpenCorpora's grammemes.
_EXCLUDED = {
    **{case: frozenset(CASES) - {case} for case in CASES},
    "sing": frozenset({"plur"}),
    "plur": frozenset({"sing"}) | _GENDERS,
    "masc": frozenset({"femn"}),
    "femn": frozenset({"masc"}),
    "neut": frozenset({"masc", "femn", "ms-f"}),
}
_SAME = {"gen1": "gent", "loc1": "loct", "V-oy": "V-ey"}


def inflected(dictionary: Dictionary, guess: Guess, wanted: frozenset[str]) -> str | None:
    """Return the form that has all the grammemes wanted, and otherwise is most like the reading."""
    like = (guess.tag.grammemes | wanted).difference(*(_EXCLUDED[grammeme] for grammeme in wanted))
    best, most = None, 0.0
    for word, tag in _forms(dictionary, guess.spelled, guess.tag, guess.steps, wanted):
        if tag.has(wanted):
            grammemes = tag.grammemes
            alike = len(like & grammemes) - 0.1 * len(like ^ grammemes)
            if best is None or alike > most:
                best, most = word, alike
    return best


def _forms(
    dictionary: Dictionary, spelled: str, tag: Tag, steps: tuple[Step, ...], wanted: frozenset[str]
) -> Iterator[tuple[str, Tag]]:
    """Yield the forms of what the steps led to, at least all of those that are wanted."""
    *earlier, (way, what, beside) = steps
    inner = tuple(earlier)
    if way == FORM:
        yield from dictionary.forms(what, beside, spelled, wanted)
    elif way == ALONE:
        yield spelled, tag
    elif way == BEFORE:
        for word, other in _forms(dictionary, spelled[len(what) :], tag, inner, wanted):
            yield what + word, other
    elif way == AFTER:
        for word, other in _forms(dictionary, spelled[: -len(what)], tag, inner, wanted):
            yield word + what, other
    elif isinstance(beside, str):
        for word, other in _forms(dictionary, spelled[len(beside) + 1 :], tag, what, wanted):
            yield f"{beside}-{word}", other
    else:
        left, _, right = spelled.partition("-")
        lefts = list(_forms(dictionary, left, tag, beside, _ANY))
        for word, other in _forms(dictionary, right, tag, what, _ANY):
            closest, agreeing = min(lefts, key=lambda form: _distance(form[1], other))
            yield f"{closest}-{word}", agreeing


def _distance(left: Tag, right: Tag) -> int:
    return len(_alike(left) ^ _alike(right))


def _alike(tag: Tag) -> frozenset[str]:
    return frozenset(_SAME.get(grammeme, grammeme) for grammeme in tag.grammemes)

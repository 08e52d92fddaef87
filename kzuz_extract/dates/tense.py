"""Does the sentence around a bare date speak of the past or of the future? The nearest verb answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.morphology import parses
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

Tense: TypeAlias = Literal["past", "present", "future"]

_FURTHEST = 14
_CLAUSE = 4  # a comma counts as so many words
_BORDERS = frozenset(",;—–")
_WISHES = frozenset(("чтобы", "чтоб"))  # «чтобы осенью дом был построен» is no past
_SPEAKERS = frozenset(("напомним", "ранее"))
_TENSES: dict[str | None, Tense] = {"past": "past", "pres": "present", "futr": "future"}


def tense_at(text: Text, first: int, end: int, *, clause: bool = False) -> Tense | None:
    """Return the tense of the verb nearest to tokens `first` to `end` (exclusive), within their sentence.

    A present tense («сообщает», «работает») says little and only counts where no other verb stands near.
    With `clause` a past one in another clause does not count: «сообщил, что гостей 20 декабря будет сто».
    """
    low, high = text.sentence_bounds(first)
    before = range(first - 1, max(low, first - _FURTHEST) - 1, -1)
    after = range(end, min(high, end + _FURTHEST))
    if any(form.key in _WISHES for form in text.forms[max(low, first - _FURTHEST) : first]):
        return "future"
    found = [*_verbs(text, before, low, clause), *_verbs(text, after, low, clause)]
    telling = [verb for verb in found if verb[1] != "present"] or found
    return min(telling, key=lambda verb: verb[0])[1] if telling else None


def _verbs(text: Text, tokens: range, low: int, clause: bool) -> Iterator[tuple[int, Tense]]:
    """Yield distance and tense of the verbs among tokens, up to the first past or future one."""
    far, crossed = 0, False
    for at in tokens:
        form = text.forms[at]
        border = form.text in _BORDERS
        far += _CLAUSE if border else 1
        crossed = crossed or (border and clause)
        if form.shape is Shape.SIGN or form.shape is Shape.NUMBER or len(form.key) < 3:
            continue
        tense = _tense_of(form.key)
        if tense == "past" and at > low and text.forms[at - 1].key in ("будет", "будут"):
            tense = "future"  # «будет открыт»
        if tense and not (crossed and tense == "past" and form.key not in _SPEAKERS):
            yield far, tense
        if tense in ("past", "future"):
            return


@lru_cache(maxsize=20_000)
def _tense_of(word: str) -> Tense | None:
    """«Напомним», «отметим» speak of the speaker, and before news of the past."""
    if word in _SPEAKERS:
        return "past"
    if word.startswith(vocabulary().beginnings["future"]):
        return "future"
    reading = parses(word)[0]
    if not reading.known or word.endswith(("им", "ем")):
        return None
    if reading.pos == "VERB":
        return _TENSES.get(reading.tense)
    if reading.pos == "PRTS":  # «касса открыта» says how things are, «дом построен» what has happened
        return "present" if word.startswith(vocabulary().beginnings["state"]) else "past"
    return None

"""Does the sentence around a bare date speak of the past or of the future? The nearest verb answers."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.morphology import parses
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

Tense: TypeAlias = Literal["past", "future"]

_FURTHEST = 14
_CLAUSE = 4  # a comma counts as so many words


def tense_at(text: Text, first: int, end: int) -> Tense | None:
    """Return the tense of the verb nearest to tokens `first` to `end` (exclusive), within their sentence."""
    low, high = text.sentence_bounds(first)
    best: tuple[int, Tense] | None = None
    before = range(first - 1, max(low, first - _FURTHEST) - 1, -1)
    after = range(end, min(high, end + _FURTHEST))
    for tokens in (before, after):
        far = 0
        for at in tokens:
            form = text.forms[at]
            far += _CLAUSE if form.text in ",;—" else 1
            if best and far >= best[0]:
                break
            if form.shape is Shape.SIGN or form.shape is Shape.NUMBER or len(form.key) < 3:
                continue
            tense = _tense_of(form.key)
            if tense == "past" and at > low and text.forms[at - 1].key in ("будет", "будут"):
                tense = "future"  # «будет открыт»
            if tense:
                best = (far, tense)
                break
    return best[1] if best else None


@lru_cache(maxsize=20_000)
def _tense_of(word: str) -> Tense | None:
    """«Напомним», «отметим» speak of the speaker, and before news of the past."""
    if word in ("напомним", "ранее"):
        return "past"
    if word.startswith(vocabulary().beginnings["future"]):
        return "future"
    reading = parses(word)[0]
    if not reading.known or word.endswith(("им", "ем")):
        return None
    if reading.pos == "VERB":
        return "past" if reading.tense == "past" else "future" if reading.tense == "futr" else None
    return "past" if reading.pos == "PRTS" else None

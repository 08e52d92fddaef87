"""Does the clause around a bare date speak of the past or of the future? The nearest verb answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from kzuz_extract.bounds import LIGHT
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.morphology import known_parses, parses
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

# `done` is a short participle, «объявлены»: of the past, unless that is far away and the future near.
Tense: TypeAlias = Literal["past", "done", "present", "future"]
# What one word says: `aimed` is «перенесли», «назначен», of the future where the date is what they aim at.
Hint: TypeAlias = Literal["past", "done", "present", "future", "aimed"]

_FURTHEST = 14
_COST = {",": 4, ";": 4, "—": 4, "–": 4, "и": 2, "а": 2}  # words that a border of clauses counts as
_BORDERS = frozenset(",;—–")
_AIMS = frozenset(("на", "до", "по", "к", "ко"))
_WISHES = frozenset(("чтобы", "чтоб"))  # «чтобы осенью дом был построен» is no past
_SPEAKERS = frozenset(("напомним", "ранее"))
_TENSES: dict[str | None, Tense] = {"past": "past", "pres": "present", "futr": "future"}


class Verb(NamedTuple):
    """A word that tells a tense: how far from the date, whether in another clause, and what it tells."""

    far: int
    crossed: bool
    hint: Hint


def tense_at(text: Text, first: int, end: int, *, clause: bool = False) -> Tense | None:
    """Return the tense of the verb nearest to tokens `first` to `end` (exclusive), within their sentence.

    A present tense («сообщает», «работает») says little: it only counts in its own clause, or where no other
    verb stands near. With `clause` a past one in another clause does not count either: «сообщил, что гостей
    20 декабря будет сто».
    """
    low, high = text.sentence_bounds(first)
    before = range(first - 1, max(low, first - _FURTHEST) - 1, -1)
    after = range(end, min(high, end + _FURTHEST))
    if not _WISHES.isdisjoint([text.forms[at].key for at in before]):
        return "future"
    found = [*_verbs(text, before, low, clause), *_verbs(text, after, low, clause)]
    telling = [verb for verb in found if verb.hint != "present" or not verb.crossed] or found
    if not telling:
        return None
    hint = min(telling).hint
    if hint == "aimed":
        return "future" if first > low and text.forms[first - 1].key in _AIMS else "past"
    return hint


def _verbs(text: Text, tokens: range, low: int, clause: bool) -> Iterator[Verb]:
    """Yield the verbs among tokens, up to the first that is not of the present."""
    far, crossed = 0, False
    for at in tokens:
        form = text.forms[at]
        far += _COST.get(form.text, 1)
        crossed = crossed or (form.text in _BORDERS and not _lists(text, at))
        if form.shape is Shape.SIGN or form.shape is Shape.NUMBER or len(form.key) < 3:
            continue
        hint = _hint_of(form.key)
        if hint == "done" and at > low and text.forms[at - 1].key in ("будет", "будут"):
            hint = "future"  # «будет открыт»
        if hint and not (clause and crossed and hint in ("past", "done") and form.key not in _SPEAKERS):
            yield Verb(far, crossed, hint)
        if hint not in ("present", None):
            return


def _lists(text: Text, at: int) -> bool:
    """«8, 9 и 10 марта»: this comma parts no clauses."""
    return 0 < at < len(text.forms) - 1 and all(text.forms[i].shape is Shape.NUMBER for i in (at - 1, at + 1))


@lru_cache(maxsize=LIGHT)
def _hint_of(word: str) -> Hint | None:
    """«Напомним», «отметим» speak of the speaker, and before news of the past."""
    if word in _SPEAKERS:
        return "past"
    said = vocabulary().beginnings
    if word.startswith(said["aimed"]):
        reading = parses(word)[0]
        return "aimed" if reading.tense == "past" or reading.pos == "PRTS" else "future"
    if word.startswith(said["future"]):
        return "future"
    known = () if word.endswith(("им", "ем")) else known_parses(word)
    if not known:
        return None
    reading = known[0]
    if reading.pos == "VERB":
        return _TENSES.get(reading.tense)
    if reading.pos == "PRTS":  # «касса открыта» says how things are, «дом построен» what has happened
        return "present" if word.startswith(said["state"]) else "done"
    return None


def tells_of_birth(text: Text, first: int, end: int) -> bool:
    """«родился 12 мая 1967 года», «1967 года рождения»: a date that is no part of the tale."""
    around = (*text.forms[max(0, first - 3) : first], *text.forms[end : end + 1])
    born = vocabulary().beginnings["birth"]
    return any(form.key.startswith(born) for form in around)

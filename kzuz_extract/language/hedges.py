"""How exact a number is said to be: «более 5 млн», «превысил 30 млн», «5 тысяч и более»; facts.md calls it `modifier`.

Sums, counts and durations all ask here, so that «вырос до 5 млн» is a level and «штраф до 5 млн» a bound for each.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files
from typing import NamedTuple

from kzuz_extract.facts import Modifier
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape


class Hedge(NamedTuple):
    """What a hedge says, and its own tokens, `first` to `end` (exclusive); they are outside the fact's span."""

    modifier: Modifier
    first: int
    end: int


class Bounds(NamedTuple):
    """The three numbers of a fact: the one that was said, the least and the most that it may be."""

    value: Decimal | None
    min: Decimal | None
    max: Decimal | None


def bounds(
    value: Decimal | None,
    low: Decimal | None = None,
    high: Decimal | None = None,
    modifier: Modifier | None = None,
) -> Bounds:
    """Return value, min and max as facts.md wants them for a number, or for a range from `low` to `high`.

    >>> bounds(Decimal(5), modifier="more_than")
    Bounds(value=Decimal('5'), min=Decimal('5'), max=None)
    """
    if value is None:
        return Bounds(None, low, high)
    if modifier in ("more_than", "at_least"):
        return Bounds(value, value, None)
    if modifier in ("less_than", "at_most"):
        return Bounds(value, None, value)
    return Bounds(value, value, value)


_MODIFIERS: tuple[Modifier, ...] = ("more_than", "at_least", "less_than", "at_most", "about")
_LONGEST = 4
_CHANGE_WINDOW = 14
_CLAUSE_ENDS = frozenset(";:.!?»\"")


def _phrases(table: dict[str, list[str]]) -> dict[tuple[str, ...], Modifier | None]:
    found: dict[tuple[str, ...], Modifier | None] = {
        tuple(phrase.split()): None for phrase in table.get("none", ())
    }
    for modifier in _MODIFIERS:
        found |= {tuple(phrase.split()): modifier for phrase in table.get(modifier, ())}
    return found


def _inflected() -> dict[str, str]:
    table = files("kzuz_extract.language").joinpath("hedges.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {form: kind for form, kind in rows}


_TABLE = tomllib.loads(files("kzuz_extract.language").joinpath("hedges.toml").read_text(encoding="utf-8"))
_BEFORE, _AFTER = _phrases(_TABLE["before"]), _phrases(_TABLE["after"])
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)
_FIRST_WORDS = frozenset(phrase[0] for phrase in _AFTER)
_ADVERBS = frozenset(tuple(phrase.split()) for phrase in _TABLE["adverbs"]["phrases"])
_PREPOSITIONS = frozenset(_TABLE["adverbs"]["prepositions"])
_LEVELS = frozenset(_TABLE["levels"]["nouns"])
_WORDS = _inflected()


def hedge_before(text: Text, at: int) -> Hedge | None:
    """Return the hedge that stands before token `at`, the first of a number or of the sign before it.

    >>> from kzuz_extract.text import read
    >>> hedge_before(read("создали не менее чем 5 мест"), 4)
    Hedge(modifier='at_least', first=1, end=4)
    """
    if at == 0:
        return None
    keys = _keys_before(text, at)
    if not keys:
        return None
    end = at
    if keys[-1] in _LAST_WORDS:
        for length in range(min(_LONGEST, len(keys)), 0, -1):
            phrase = tuple(keys[-length:])
            if phrase in _BEFORE:
                return _checked(text, phrase, end - length, end)
    if keys[-1] in _PREPOSITIONS and len(keys) > 1:
        for length in range(min(_LONGEST, len(keys) - 1), 0, -1):
            phrase = tuple(keys[-1 - length : -1])
            if phrase in _ADVERBS:
                modifier = _BEFORE[phrase]
                return Hedge(modifier, end - 1 - length, end) if modifier else None
    return _by_verb(keys, at)


def hedge_after(text: Text, end: int) -> Hedge | None:
    """Return the hedge that starts at token `end`, behind a number and what it counts: «18 лет и старше»."""
    forms = text.forms
    if end >= len(forms) or forms[end].key not in _FIRST_WORDS:
        return None
    for length in (2, 1):
        phrase = tuple(form.key for form in forms[end : end + length])
        modifier = _AFTER.get(phrase)
        if modifier:
            return Hedge(modifier, end, end + length)
    return None


def _keys_before(text: Text, at: int) -> list[str]:
    """The words straight before a token, in its sentence; a comma inside «больше, чем» does not count."""
    forms, keys = text.forms, []
    start = max(text.sentence_bounds(at)[0], at - _LONGEST - 2)
    for position in range(start, at):
        key = forms[position].key
        if key == "," and position + 1 < at and forms[position + 1].key == "чем":
            continue
        if forms[position].shape is Shape.SIGN:
            keys.clear()
        else:
            keys.append(key)
    return keys


def _checked(text: Text, phrase: tuple[str, ...], first: int, end: int) -> Hedge | None:
    """«до» is a bound unless it names the level that a change reached; «от» unless it names a whole or a source."""
    modifier = _BEFORE[phrase]
    if modifier is None:
        return None
    if phrase[-1] == "до" and _names_level(text, first):
        return None
    if phrase == ("от",) and any(_kind(text, i) == "from_whole" or text.forms[i].text == "%" for i in _back(text, first, 2)):
        return None
    return Hedge(modifier, first, end)


def _names_level(text: Text, at: int) -> bool:
    """«вырос на треть, до 5 млн», «с 10 до 12 млн»: tell whether a change leads up to the «до» at a token."""
    forms = text.forms
    for position in _back(text, at, _CHANGE_WINDOW):
        if _kind(text, position) == "change":
            return True
        if forms[position].key in ("с", "со") and position + 1 < at:
            after = forms[position + 1]
            if after.shape is Shape.NUMBER or after.text in "$€£¥₸₽":
                return True
    return False


def _back(text: Text, at: int, window: int) -> range:
    """The tokens before `at` in its clause, nearest first, at most `window`."""
    start = max(text.sentence_bounds(at)[0], at - window)
    for position in range(at - 1, start - 1, -1):
        if text.forms[position].text in _CLAUSE_ENDS:
            return range(at - 1, position, -1)
    return range(at - 1, start - 1, -1)


def _kind(text: Text, at: int) -> str | None:
    return _WORDS.get(text.forms[at].key)


def _by_verb(keys: list[str], at: int) -> Hedge | None:
    """«превысил 30 млн», «перевалил за 5 тысяч», «превышает отметку в 3%», «не превысит 10», «приближается к 20»."""
    here = len(keys) - 1
    if keys[here] == "к" and here and _WORDS.get(keys[here - 1]) == "approaching":
        return Hedge("about", at - 2, at)
    if keys[here] in ("за", "в", "на") and here:
        here -= 1
    if keys[here] in _LEVELS and here:
        here -= 1
    elif keys[-1] in ("в", "на"):
        return None
    if _WORDS.get(keys[here]) != "crossing":
        return None
    negated = here > 0 and keys[here - 1] == "не"
    first = at - len(keys) + here - negated
    return Hedge("at_most" if negated else "more_than", first, at)

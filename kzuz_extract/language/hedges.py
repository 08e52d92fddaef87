"""How exact a number is said to be, its `modifier`: «более 5 млн», «превысил 30 млн», «5 тысяч и более».

Sums, counts and durations ask here, so that «вырос до 5 млн» is a level, «штраф до 5 млн» a bound for each.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, cast

from kzuz_extract.facts import Modifier
from kzuz_extract.language.form_tables import read_forms
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape


class Hedge(NamedTuple):
    """What a hedge says, and its tokens, `first` to `end` (exclusive); they are outside the fact's span."""

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


_LONGEST = 4
_CHANGE_WINDOW = 14
_PAUSES = frozenset(",—–-")
_CLAUSE_ENDS = frozenset(';!?»"')

_BEFORE: dict[tuple[str, ...], Modifier | None] = {}
_AFTER: dict[tuple[str, ...], Modifier | None] = {}
_WORDS: dict[str, set[str]] = {}  # kind → the words of hedges.tsv
for (_kind,), _phrases in read_forms(Path(__file__).with_name("hedges.tsv"), 1):
    _place, _, _modifier = _kind.partition(":")
    if _modifier:
        _table = _BEFORE if _place == "before" else _AFTER
        for _phrase in _phrases:
            _table[tuple(_phrase.split())] = None if _modifier == "none" else cast(Modifier, _modifier)
    else:
        _WORDS.setdefault(_kind, set()).update(_phrases)
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)
_FIRST_WORDS = frozenset(phrase[0] for phrase in _AFTER)
_LINKS = frozenset(("за", "в", "на", "к"))
_LAST_OF_ANY = _LAST_WORDS | _LINKS | _WORDS["preposition"] | _WORDS["level"] | _WORDS["crossing"]
_ADVERBS = frozenset(tuple(phrase.split()) for phrase in _WORDS["adverb"])


def hedge_before(text: Text, at: int) -> Hedge | None:
    """Return the hedge that stands before token `at`, the first of a number or of the sign before it.

    >>> from kzuz_extract.text import read
    >>> hedge_before(read("создали не менее чем 5 мест"), 4)
    Hedge(modifier='at_least', first=1, end=4)
    """
    if at == 0 or text.forms[at - 1].key not in _LAST_OF_ANY:
        return None
    keys = _keys_before(text, at)
    if not keys:
        return None
    if keys[-1] in _WORDS["preposition"]:
        for length in range(min(_LONGEST, len(keys) - 1), 0, -1):
            phrase = tuple(keys[-1 - length : -1])
            modifier = _BEFORE.get(phrase) if phrase in _ADVERBS else None
            if modifier:
                return Hedge(modifier, at - 1 - length, at)
    if keys[-1] in _LAST_WORDS:
        for length in range(min(_LONGEST, len(keys)), 0, -1):
            phrase = tuple(keys[-length:])
            if phrase in _BEFORE:
                return _checked(text, phrase, at - length, at)
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
    forms = text.forms
    keys: list[str] = []
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
    """«до» is a bound unless it names the level that a change reached, «от» unless it names a whole."""
    modifier = _BEFORE[phrase]
    if modifier is None:
        return None
    if phrase[-1] == "до" and _names_level(text, first):
        return None
    if phrase == ("от",) and _of_a_whole(text, first):
        return None
    return Hedge(modifier, first, end)


def _of_a_whole(text: Text, at: int) -> bool:
    """«5% от 100 млн», «отказался от 5 млн»: here «от» bounds nothing."""
    forms = text.forms
    return any(forms[i].text == "%" or forms[i].key in _WORDS["from_whole"] for i in _back(text, at, 2))


def after_change(text: Text, at: int) -> bool:
    """Tell whether a word of change leads up to token `at` in its clause: «вырос за год с 20 …»."""
    forms = text.forms
    return any(forms[position].key in _WORDS["change"] for position in _back(text, at, _CHANGE_WINDOW))


def is_amount(text: Text, at: int) -> bool:
    """Tell whether a clause says up to token `at` how some number changes: «число жалоб выросло до 2015»."""
    forms = text.forms
    counted = any(forms[position].key in _WORDS["amount"] for position in _back(text, at, _CHANGE_WINDOW))
    return counted and after_change(text, at)


def _names_level(text: Text, at: int) -> bool:
    """«вырос на треть, до 5 млн», «с 10 до 12 млн», «плюс на 2%, до 5 млн»: a change leads up to «до»."""
    if after_change(text, at):
        return True
    forms = text.forms
    openers = ("с", "со", "на") if at and forms[at - 1].text in _PAUSES else ("с", "со")
    for position in _back(text, at, _CHANGE_WINDOW):
        if forms[position].key in openers and position + 1 < at:
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


def _by_verb(keys: list[str], at: int) -> Hedge | None:
    """«превысил 30 млн», «перевалил за 5 тысяч», «не должно превышать отметку в 3%», «приближается к 20»."""
    here = len(keys) - 1
    linked = keys[here] if here and keys[here] in _LINKS else None
    here -= linked is not None
    if linked == "к":
        return Hedge("about", at - 2, at) if keys[here] in _WORDS["approaching"] else None
    level = here > 0 and keys[here] in _WORDS["level"]
    here -= level
    verb = keys[here]
    if linked == "за":
        crosses = verb in _WORDS["crossing_over"]
    elif level:
        crosses = verb in _WORDS["crossing"] or verb in _WORDS["crossing_level"]
    else:
        crosses = linked is None and verb in _WORDS["crossing"]
    if not crosses:
        return None
    negated = "не" in keys[max(0, here - 2) : here]
    return Hedge("at_most" if negated else "more_than", at - len(keys) + here, at)

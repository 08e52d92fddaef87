"""What a sum is worth: how exact it is, and what one unit of it buys."""

from __future__ import annotations

from kzuz_extract.facts import Modifier, MoneyValue
from kzuz_extract.language.hedges import bounds, hedge_after, hedge_before
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number, plain
from kzuz_extract.money.vocabulary import PER, PerWord, glued_to
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

_SHORTEST_OWNER = 3
_LONGEST_UNIT = 4  # tokens of «кВт·ч», which the small first letter cuts in two


def money(text: Text, span: tuple[int, int], number: Number, code: str) -> MoneyValue:
    """Return the value of a sum that stands at tokens `span`, with what its surroundings say about it."""
    first, end = span
    hedge = None if number.vague else hedge_before(text, first) or hedge_after(text, end)
    modifier: Modifier | None = "more_than" if number.over else hedge.modifier if hedge else None
    if number.low is not None and modifier != "about":
        modifier = None
    said = bounds(plain(number.value), plain(number.low), plain(number.high), modifier)
    return MoneyValue(*said, code, modifier, per_of(text, end))


def per_of(text: Text, end: int) -> str | None:
    """Return the lemma of what one unit of a sum buys: «за баррель», «в месяц», «/тонна» behind it."""
    forms = text.forms
    if end + 1 < len(forms) and forms[end].text == "." and forms[end + 1].shape is Shape.LOWER:
        end += 1  # «1000 долл. в месяц»
    glued = glued_to(forms[end - 1])
    at = end if glued else end + 1
    if at >= len(forms):
        return None
    preposition = glued or forms[end].key
    word, size = _per_word(text, at)
    if word and "each" in word.after:
        at += size
        word, size = _per_word(text, at)
    elif word and "every" in word.after:
        return _noun(text, at + size)
    adjective = ""
    if word and "adjective" in word.after:
        adjective = word.lemma + " "
        at += size
        word, size = _per_word(text, at)
    if word is None or preposition not in word.after or (preposition == "в" and _has_owner(text, at + size)):
        return None
    return adjective + word.lemma


def _noun(text: Text, at: int) -> str | None:
    """The lemma of the thing in «за каждого ребёнка»."""
    if at >= len(text.forms) or text.forms[at].shape is not Shape.LOWER:
        return None
    best = parses(text.forms[at].key)[0]
    return best.lemma if best.pos == "NOUN" and best.known else None


def _has_owner(text: Text, at: int) -> bool:
    """«в день его рождения», «в год дракона»: the day of something is no unit of a price."""
    form = text.forms[at] if at < len(text.forms) else None
    if form is None or form.shape is not Shape.LOWER or len(form.key) < _SHORTEST_OWNER:
        return False
    best, *others = parses(form.key)
    if best.case == "gent" and best.pos in ("NOUN", "ADJF", "NPRO"):
        return True
    return any(reading.case == "gent" and reading.pos == "NPRO" for reading in others)


def _per_word(text: Text, at: int) -> tuple[PerWord | None, int]:
    """The thing bought at a token, and how many tokens it takes: «кВт·ч», «куб. м» are several."""
    forms = text.forms
    for size in range(min(_LONGEST_UNIT, len(forms) - at), 0, -1):
        word = PER.get("".join([form.key for form in forms[at : at + size]]))
        if word:
            return word, size
    return None, 0

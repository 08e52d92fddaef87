"""What the makers of readings ask of a match: its numbers, words and neighbours."""

from __future__ import annotations

import re
from typing import cast

from kzuz_extract.dates.reading import Reading
from kzuz_extract.dates.vocabulary import Meaning, Word, vocabulary
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Match
from kzuz_extract.text.tokens import Shape


def reading(match: Match, name: str) -> Reading:
    """Return what a lower rule has read under that name."""
    return cast(Reading, match[name].reading)


def value(match: Match, name: str) -> Meaning:
    """Return the vocabulary's value of the word under that name."""
    return cast(Word, match[name].reading).value


def word(match: Match, name: str) -> str:
    """Return the word under that name in small letters."""
    return match[name].form.key


def is_form(match: Match, name: str, forms: str) -> bool:
    """Tell whether the word under a name is one of a set of forms that the vocabulary names."""
    return word(match, name) in vocabulary().forms[forms]


def numeral(match: Match, name: str) -> Number:
    """Return the number under that name."""
    return cast(Number, match[name].number)


def number(match: Match, name: str) -> int:
    """Return the whole number under that name; the classes of the pattern make sure that it is one."""
    found = numeral(match, name).value
    return int(found) if found is not None else 0


def number_range(match: Match, name: str) -> tuple[int, int]:
    """Return both ends of the range under that name."""
    found = numeral(match, name)
    return int(found.low or 0), int(found.high or 0)


def written(match: Match, name: str) -> str:
    """Return the characters of the item under that name."""
    item, text = match[name], match.text
    return text.source[text.starts[item.first] : text.ends[item.end - 1]]


_DECADE_END = re.compile(r"[-‑](?:е|х|м|ми|ые|ых)$")


def says_decades(match: Match, name: str) -> bool:
    """Tell whether a range under that name ends as decades do: «60–70-е», «1980–1990-х»."""
    return _DECADE_END.search(written(match, name)) is not None


def is_name(match: Match, name: str) -> bool:
    """Tell whether a capital marks a word as a name: inside a sentence, not after a figure («9 Мая»)."""
    item, text = match[name], match.text
    if item.form.shape is not Shape.TITLE or item.first in text.sentences or not item.first:
        return False
    before = text.forms[item.first - 1]
    return before.shape is Shape.LOWER or before.capital


def counts_something(match: Match, *, names: bool = False) -> bool:
    """Tell whether a noun that the last number could count follows the match: «в 2000 семей», «2024-й гость».

    Only a word in small letters is asked, with `names` a capitalised one as well («1-го Украинского фронта»).
    """
    text, at = match.text, match.whole[1]
    if at >= len(text.forms):
        return False
    form = text.forms[at]
    if form.text in "%°№$€₸₽":
        return True
    if names and form.capital and at not in text.sentences:
        return True
    if form.shape is not Shape.LOWER or (len(form.key) < 3 and form.key not in ("г", "т", "м", "км", "кг")):
        return False
    best = parses(form.key)[0]
    if best.pos in ("NOUN", "ADJF", "PRTF"):
        return best.number == "plur" or best.case == "gent"
    return False

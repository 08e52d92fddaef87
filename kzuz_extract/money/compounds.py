"""Sums inside a word: «стодолларовая купюра»."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.hedges import bounds
from kzuz_extract.language.numerals_stems import value_of_stem
from kzuz_extract.money.vocabulary import ADJECTIVE_STEMS, WORDS
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Form, Text
from kzuz_extract.text.asked import Asked

_SHORTEST_STEM = 2  # letters of «ста»


def sums_in_words(text: Text) -> Iterator[Candidate]:
    """Yield «стодолларовая», «пятисотрублёвых»: a number and a currency in one adjective."""
    for at in _sums.where(text.forms):
        sum_ = _sums[text.forms[at]]
        if sum_:
            amount, code = sum_
            value = MoneyValue(*bounds(amount), code)
            yield Candidate(text.starts[at], text.ends[at], "money", "money.adjective_in_word", value)


def _sum_in(form: Form) -> tuple[Decimal, str] | None:
    """What a word is worth, and in which currency."""
    for stem in ADJECTIVE_STEMS:
        cut = form.key.find(stem, _SHORTEST_STEM)
        if cut > 0:
            word, value = WORDS.get(form.key[cut:]), value_of_stem(form.key[:cut])
            return (value, word.code) if word and word.kind == "adjective" and value else None
    return None


_sums = Asked(_sum_in)

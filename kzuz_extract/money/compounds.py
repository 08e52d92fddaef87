"""Sums inside a word: «стодолларовая купюра»."""

from __future__ import annotations

from collections.abc import Iterator

from kzuz_extract.facts import MoneyValue
from kzuz_extract.language.hedges import bounds
from kzuz_extract.language.numerals_stems import value_of_stem
from kzuz_extract.money.vocabulary import ADJECTIVE_STEMS, WORDS
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text


def sums_in_words(text: Text) -> Iterator[Candidate]:
    """Yield «стодолларовая», «пятисотрублёвых»: a number and a currency in one adjective."""
    for stem in ADJECTIVE_STEMS:
        for place in _inside_words(text.source, stem):
            at = text.token_at(place)
            key, cut = text.forms[at].key, place - text.starts[at]
            word, value = WORDS.get(key[cut:]), value_of_stem(key[:cut])
            if word and word.kind == "adjective" and value:
                sum_ = MoneyValue(*bounds(value), word.code)
                yield Candidate(text.starts[at], text.ends[at], "money", "money.adjective_in_word", sum_)


def _inside_words(source: str, stem: str) -> Iterator[int]:
    """Where a stem stands behind another letter; few texts have one at all."""
    place = source.find(stem)
    while place >= 0:
        if place and source[place - 1].isalpha():
            yield place
        place = source.find(stem, place + 1)

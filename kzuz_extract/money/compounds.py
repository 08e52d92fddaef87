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
    stems = [stem for stem in ADJECTIVE_STEMS if stem in text.source]
    if not stems:
        return
    for at, form in enumerate(text.forms):
        cut = next((cut for stem in stems if (cut := form.key.find(stem.replace("ё", "е"))) > 0), 0)
        word = WORDS.get(form.key[cut:]) if cut else None
        value = value_of_stem(form.key[:cut]) if word and word.kind == "adjective" else None
        if word and value:
            sum_ = MoneyValue(*bounds(value), word.code)
            yield Candidate(text.starts[at], text.ends[at], "money", "money.adjective_in_word", sum_)

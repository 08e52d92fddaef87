"""The word lists of counts, loaded once from words.tsv."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.form_tables import read_forms
from kzuz_extract.language.morphology import parses
from kzuz_extract.text import Form

FIRST_LETTERS = 2
BEGINNINGS = ":beginnings"  # the list of how the forms of a list of lemmas begin


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return one list of words.toml: words("age", "whose")."""
    return frozenset(_lists()[section, name])


class Lemmas:
    """A list of lemmas of words.toml: Lemmas("labels", "strict_lemmas")."""

    __slots__ = ("beginnings", "listed")

    def __init__(self, section: str, name: str) -> None:
        self.listed = words(section, name)
        self.beginnings = words(section, name + BEGINNINGS)

    def of_best(self, form: Form) -> bool:
        """Tell whether the best reading of a word has one of these lemmas."""
        if form.key[:FIRST_LETTERS] not in self.beginnings:
            return False
        return parses(form.key)[0].lemma.replace("ё", "е") in self.listed

    def of_any(self, form: Form) -> bool:
        """Tell whether a word, in any of its readings, has one of these lemmas."""
        key = form.key
        if key[:FIRST_LETTERS] not in self.beginnings:
            return False  # as most words, which need not be parsed to know it
        return key in self.listed or not self.listed.isdisjoint(_lemmas(key))


@lru_cache(maxsize=LIGHT)
def _lemmas(word: str) -> tuple[str, ...]:
    """The lemmas of a word in all its readings, as word lists have them."""
    return tuple({parse.lemma.replace("ё", "е") for parse in parses(word)})


@cache
def _lists() -> dict[tuple[str, str], list[str]]:
    file = Path(__file__).with_name("words.tsv")
    return {(section, name): listed for (section, name), listed in read_forms(file, 2)}

"""The word lists of counts, loaded once from words.tsv."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kzuz_extract.language.form_tables import read_forms

FIRST_LETTERS = 2
BEGINNINGS = ":beginnings"  # the list of how the forms of a list of lemmas begin


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return one list of words.toml: words("age", "whose")."""
    return frozenset(_lists()[section, name])


def may_have_lemma(word: str, section: str, name: str) -> bool:
    """Tell whether a word begins like a form of some lemma of a list: most do not, and are not parsed."""
    return word[:FIRST_LETTERS] in words(section, name + BEGINNINGS)


@cache
def _lists() -> dict[tuple[str, str], list[str]]:
    file = Path(__file__).with_name("words.tsv")
    return {(section, name): listed for (section, name), listed in read_forms(file, 2)}

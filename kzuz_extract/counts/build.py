"""Write units.tsv out of CLDR (through Babel) and units.toml: every unit's names in all their forms.

Write words.tsv out of words.toml, since a table loads many times as fast, with how the forms of lemmas begin.
Run by hand after a change: python -m kzuz_extract.counts.build
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pymorphy3_dicts_ru
import regex

from kzuz_extract.counts.cldr import Units
from kzuz_extract.counts.vocabulary import BEGINNINGS, FIRST_LETTERS
from kzuz_extract.language.dictionary import Dictionary
from kzuz_extract.language.inflection import CASES
from kzuz_extract.language.morphology import inflect, parses
from kzuz_extract.text.tokens import tokenize

SOURCE = Path(__file__).with_name("units.toml")
BUILT = Path(__file__).with_name("units.tsv")
HEAD = """\
# Units of measure in every form that a number can stand before, with their symbols.
# columns: tokens (small letters, ё as е, apart)  symbol  spelling where capitals matter  origin
# source: CLDR through Babel (Unicode licence), "own": units.toml; forms: OpenCorpora through pymorphy3
# (CC BY-SA 3.0). built by: python -m kzuz_extract.counts.build
"""
WORDS_SOURCE, WORDS_BUILT = SOURCE.with_name("words.toml"), SOURCE.with_name("words.tsv")
WORDS_HEAD = """\
# What the words around a number say about it; of a list of lemmas also how their forms begin.
# columns: section  list  words
# source: words.toml; beginnings: OpenCorpora through pymorphy3 (CC BY-SA 3.0).
# built by: python -m kzuz_extract.counts.build
"""
_STOP_AFTER_WORD = regex.compile(r"(?<=\w\w)\.")


class Builder:
    """Gathers the rows of the table."""

    def __init__(self) -> None:
        own = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
        self.units: list[dict[str, Any]] = own["unit"]
        self.skipped = frozenset(own["skip"]["short"])
        self.cldr = Units()
        self.rows: dict[tuple[str, str], tuple[str, str]] = {}

    def table(self) -> str:
        """Return what units.tsv must hold."""
        for unit in self.units:
            symbol = unit["symbol"]
            if "cldr" in unit:
                self._add_cldr(unit["cldr"], symbol, capitals=unit.get("capitals", False))
            for name in unit.get("names", ()):
                self._add_name(name, symbol, "own")
            for form in unit.get("short", ()):
                self._add(form, symbol, "own")
            for form in unit.get("exact", ()):
                self._add_spelling(form, symbol, "own")
        rows = sorted(self.rows.items())
        return HEAD + "".join(f"{cut}\t{row[0]}\t{spelling}\t{row[1]}\n" for (cut, spelling), row in rows)

    def _add_cldr(self, formula: str, symbol: str, *, capitals: bool) -> None:
        """What CLDR prints, and every case of the name; of one letter («г») the size always matters."""
        called = self.cldr.called(formula)
        if called.long:
            self._add_name(called.long[0], symbol, "cldr")
        for form in called.long:
            self._add(form, symbol, "cldr")
        for form in called.short:
            if form in self.skipped:
                continue
            form = _STOP_AFTER_WORD.sub("", form)
            if capitals or (len(form) == 1 and form.isalpha()):
                self._add_spelling(form, symbol, "cldr")
            else:
                self._add(form, symbol, "cldr")

    def _add_name(self, name: str, symbol: str, origin: str) -> None:
        for form in forms_of(name):
            self._add(form, symbol, origin)

    def _add(self, form: str, symbol: str, origin: str) -> None:
        """Add a form as it is and in small letters: a text cuts «кВт» in two tokens, «квт» not."""
        for spelling in (form, form.lower()):
            self._add_row(_cut(spelling), "", symbol, origin)

    def _add_spelling(self, form: str, symbol: str, origin: str) -> None:
        self._add_row(_cut(form), form, symbol, origin)

    def _add_row(self, cut: str, spelling: str, symbol: str, origin: str) -> None:
        other = self.rows.setdefault((cut, spelling), (symbol, origin))[0]
        if other != symbol:
            raise ValueError(f"two units are called {cut!r}: {other} and {symbol}")


def build() -> str:
    """Return what units.tsv must hold."""
    return Builder().table()


def build_words() -> str:
    """Return what words.tsv must hold."""
    dictionary = Dictionary(Path(pymorphy3_dicts_ru.get_path()))
    lines = []
    for section, lists in tomllib.loads(WORDS_SOURCE.read_text(encoding="utf-8")).items():
        for name, words in lists.items():
            lines.append((section, name, *words))
            if name.endswith("lemmas"):
                lines.append((section, name + BEGINNINGS, *sorted(_beginnings(dictionary, words))))
    return WORDS_HEAD + "".join("\t".join(line) + "\n" for line in lines)


def _beginnings(dictionary: Dictionary, lemmas: Iterable[str]) -> set[str]:
    """The first letters of every form: of «день» also «дн»."""
    forms = set(lemmas)
    for lemma in lemmas:
        for spelled, places in dictionary.found(lemma):
            for paradigm, at in places:
                if dictionary.tag_and_lemma(paradigm, at, spelled)[1] == spelled:
                    forms.update(form for form, _ in dictionary.forms(paradigm, at, spelled, frozenset()))
    return {form.replace("ё", "е")[:FIRST_LETTERS] for form in forms}


def _cut(form: str) -> str:
    """The tokens of a form as a text has them, without the full stop at its end, which stays outside."""
    words = [token.key for token in tokenize(form)[2]]
    if words[-1] == ".":
        words.pop()
    return " ".join(words)


def forms_of(name: str) -> Iterator[str]:
    """Yield a unit's name as it stands after numbers: «квадратных метров», «двум киловатт-часам».

    The adjectives that open it and its first noun are declined, what follows («в секунду») stays.
    """
    words = name.split()
    noun = next(i for i, word in enumerate(words) if not _is_adjective(word))
    rest = words[noun + 1 :]
    for number in ("sing", "plur"):
        for case in CASES:
            nouns = _declined(words[noun], "NOUN", case, number)
            agreeing = _agreeing(words[:noun], words[noun], case, number)
            for adjectives in (agreeing, *_after_two(words[:noun], case, number)):
                yield " ".join([*adjectives, nouns, *rest])


def _agreeing(words: list[str], noun: str, case: str, number: str) -> tuple[str, ...]:
    """A unit is no living being: its accusative is its nominative but for «одну морскую милю»."""
    gender = parses(noun.rpartition("-")[2])[0].gender if number == "sing" else None
    if case == "accs" and gender != "femn":
        case = "nomn"
    return _adjectives(words, case, number, gender)


def _adjectives(words: list[str], case: str, number: str, gender: str | None) -> tuple[str, ...]:
    return tuple(inflect(word, "ADJF", case, number, gender, like="nomn") or word for word in words)


def _after_two(words: list[str], case: str, number: str) -> list[tuple[str, ...]]:
    """«два квадратных метра», «две морские мили»: after two, three and four the adjective is plural."""
    if (case, number) != ("gent", "sing"):
        return []
    return [_adjectives(words, "gent", "plur", None), _adjectives(words, "nomn", "plur", None)]


def _declined(word: str, pos: str, case: str, number: str) -> str:
    """«ватт-час» keeps its first part: «ватт-часами»."""
    first, hyphen, last = word.rpartition("-")
    return first + hyphen + (inflect(last, pos, case, number, like="nomn") or last)


def _is_adjective(word: str) -> bool:
    return parses(word)[0].pos == "ADJF"


if __name__ == "__main__":
    BUILT.write_text(build(), encoding="utf-8")
    WORDS_BUILT.write_text(build_words(), encoding="utf-8")

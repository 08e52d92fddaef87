"""Write units.tsv out of units.toml: every unit's names in all their forms, with its symbol.

Run by hand after a change: python -m kzuz_extract.counts.build
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kzuz_extract.language.inflection import CASES
from kzuz_extract.language.morphology import inflect, parses

SOURCE = Path(__file__).with_name("units.toml")
BUILT = Path(__file__).with_name("units.tsv")
HEAD = """\
# Units of measure in every form that a number can stand before, with their symbols.
# source: units.toml; forms by pymorphy3 (OpenCorpora, CC BY-SA 4.0)
# built by: python -m kzuz_extract.counts.build       columns: form  symbol  capitals matter
"""


def build() -> str:
    """Return what units.tsv must hold."""
    with SOURCE.open("rb") as file:
        units: list[dict[str, Any]] = tomllib.load(file)["unit"]
    rows: dict[tuple[str, str], str] = {}
    for unit in units:
        for name in unit.get("names", ()):
            for form in forms_of(name):
                _add(rows, form.lower().replace("ё", "е"), "", unit["symbol"])
        for form in unit.get("short", ()):
            _add(rows, form, "", unit["symbol"])
        for form in unit.get("exact", ()):
            _add(rows, form, "exact", unit["symbol"])
    return HEAD + "".join(f"{form}\t{symbol}\t{exact}\n" for (form, exact), symbol in sorted(rows.items()))


def _add(rows: dict[tuple[str, str], str], form: str, exact: str, symbol: str) -> None:
    if rows.setdefault((form, exact), symbol) != symbol:
        raise ValueError(f"two units are called {form!r}: {rows[form, exact]} and {symbol}")


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

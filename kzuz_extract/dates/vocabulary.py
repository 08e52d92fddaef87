"""The words of dates, loaded once from `vocabulary.toml`: each form has one class and one value."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

Meaning: TypeAlias = int | str


class Word(NamedTuple):
    """What a form is to the patterns (`cls`) and to the makers of values (`value`)."""

    cls: str
    value: Meaning


class Vocabulary(NamedTuple):
    """The tables of the file, each by form; `phrases` by their first two forms, longest first."""

    words: dict[str, Word]
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Word]]]
    endings: dict[str, Word]
    prefixes: dict[str, Decimal]
    forms: dict[str, frozenset[str]]
    beginnings: dict[str, tuple[str, ...]]
    relations: dict[str, str]
    not_relations: dict[str, str]
    classes: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary; two classes for one form are an error at start, not a matter of order."""
    with (Path(__file__).parent / "vocabulary.toml").open("rb") as file:
        tables = tomllib.load(file)
    declensions = {name: forms.split() for name, forms in tables.pop("endings").items()}
    runs = tables.pop("phrases")
    prefixes = {form: Decimal(n) for n, forms in tables.pop("prefixes").items() for form in forms.split()}
    endings = _words({"LENGTH_ADJ": tables.pop("LENGTH_ADJ_END")}, declensions)
    forms = {name: frozenset(listed.split()) for name, listed in tables.pop("forms").items()}
    beginnings = {name: tuple(listed.split()) for name, listed in tables.pop("beginnings").items()}
    relations, not_relations = (_by_form(tables.pop(name)) for name in ("relations", "not_relations"))
    words = _words(tables, declensions)
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], Word]]] = {}
    for phrase, word in _words(runs, declensions).items():
        first, second, *rest = phrase.split("_")
        phrases.setdefault((first, second), []).append((tuple(rest), word))
    for listed in phrases.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return Vocabulary(
        words,
        phrases,
        endings,
        prefixes,
        forms,
        beginnings,
        relations,
        not_relations,
        frozenset({*tables, *runs}),
    )


def _by_form(table: dict[str, str]) -> dict[str, str]:
    return {form: value for value, forms in table.items() for form in forms.split()}


def _words(tables: dict[str, dict[str, str]], declensions: dict[str, list[str]]) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for cls, rows in tables.items():
        for value, forms in rows.items():
            word = Word(cls, int(value) if value.lstrip("-").isdigit() else value)
            for form in forms.split():
                stem, _, declension = form.partition("+")
                for spelt in (stem + ending for ending in declensions[declension]) if declension else (form,):
                    if found.setdefault(spelt, word) != word:
                        raise ValueError(f"{spelt!r} is both {found[spelt]} and {word}")
    return found

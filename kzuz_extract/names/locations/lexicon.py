"""The words that location rules look for: generic words of places and what stands around names."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from kzuz_extract.facts import LocationKind
from kzuz_extract.language.form_tables import read_forms
from kzuz_extract.names.persons.nouns import noun_forms
from kzuz_extract.names.word_lists import lists

DATA = Path(__file__).parents[1] / "data"
CASE_BITS = {"nomn": 1, "gent": 2, "datv": 4, "accs": 8, "ablt": 16, "loct": 32}

_EVERY_CASE = 63
# Before a town that no list has, as well.
_LEADING = frozenset(
    {"в", "во", "из", "близ", "вблизи", "под", "от", "севернее", "южнее", "западнее", "восточнее"}
)
_STEM = 3  # letters that an adjective keeps in all its forms


class Head(NamedTuple):
    """One form of a generic word of places: «районах».

    one, many   the cases it may be in as a singular and as a plural, in bits
    how         which neighbours belong to the name: see data/place_heads.tsv
    abbreviated true for «ул», «обл», «г»: a full stop may follow
    """

    one: int
    many: int
    lemma: str
    kind: LocationKind
    gender: str
    how: str
    plural: str
    abbreviated: bool


class Words(NamedTuple):
    """The lists of data/place_words.toml, and how qualifiers and seats begin in any case."""

    qualifiers: frozenset[str]
    qualifiers_begin: tuple[str, ...]
    no_names: frozenset[str]
    street_particles: frozenset[str]
    in_place: dict[str, int]
    also_persons: frozenset[str]
    settlement_endings: tuple[str, ...]
    place_beginnings: frozenset[str]
    surname_endings: tuple[str, ...]
    body_beginnings: tuple[str, ...]
    glued: frozenset[str]
    built: frozenset[str]
    seats: frozenset[str]
    seats_begin: tuple[str, ...]
    ways: Container[str]
    crossings: Container[str]
    of_places: frozenset[str]
    rulers: frozenset[str]
    of_towns: frozenset[str]
    leading: frozenset[str]
    rulers_of_towns: tuple[str, ...]
    distances: tuple[str, ...]
    watery: tuple[str, ...]
    corners: frozenset[str]
    central: frozenset[str]
    roads: tuple[str, ...]
    arenas: frozenset[str]


def head_of(key: str) -> Head | None:
    """Return what a form says as a generic word of a place («озеру», «ул»), None for any other word."""
    return _head(key) if key in _lines() else None


def head_forms() -> Iterable[str]:
    """Return all forms of generic words."""
    return _lines()


@cache
def _head(form: str) -> Head:
    (lemma, kind, gender, how, plural, cases), forms = _lines()[form]
    one, many = cases.split()[forms.index(form)].split(":")
    short = int(one) == int(many) == _EVERY_CASE and lemma.replace("ё", "е") != form
    return Head(int(one), int(many), lemma, cast(LocationKind, kind), gender, how, plural, short)


@cache
def _lines() -> dict[str, tuple[list[str], list[str]]]:
    """The line of each form: what is said of its word, and all forms."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in read_forms(DATA / "place_head_forms.tsv", 6):
        found.update(dict.fromkeys(line[1], line))
    return found


@cache
def words() -> Words:
    """Return the small words around names of places, read once."""
    table, in_place = lists("place_words"), lists("place_words", "in_place")
    return Words(
        _folded(table["qualifiers"]),
        tuple([word[:_STEM] for word in _folded(table["qualifiers"])]),
        _folded(table["no_names"]),
        _folded(table["street_particles"]),
        {word: sum(CASE_BITS[case] for case in cases.split()) for word, cases in in_place.items()},
        _folded(table["also_persons"]),
        tuple(table["settlement_endings"].split()),
        _folded(table["place_beginnings"]),
        tuple(table["surname_endings"].split()),
        tuple(table["body_beginnings"].split()),
        frozenset(table["glued"].split()),
        _folded(table["built"]),
        _folded(table["seats"]),
        tuple([word[:_STEM] for word in _folded(table["seats"])]),
        noun_forms(table["ways"].split()),
        noun_forms(table["crossings"].split()),
        _folded(table["of_places"]) | _folded(table["rulers"]),
        _folded(table["rulers"]),
        _folded(table["of_towns"]),
        _folded(table["of_towns"]) | _LEADING,
        tuple(table["rulers_of_towns"].split()),
        tuple(table["distances"].split()),
        tuple(table["watery"].split()),
        _folded(table["corners"]),
        _folded(table["central"]),
        tuple(table["roads"].split()),
        _folded(table["arenas"]),
    )


def _folded(listed: str) -> frozenset[str]:
    return frozenset(listed.replace("ё", "е").split())

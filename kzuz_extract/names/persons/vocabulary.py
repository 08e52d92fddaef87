"""The word lists about persons, loaded once: data/person_words.toml and data/person_given_names.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kzuz_extract.bounds import BRIEF
from kzuz_extract.names.declension import forms
from kzuz_extract.names.declined import Declined


@cache
def _loaded(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent.parent / "data" / name).read_text(encoding="utf-8"))


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return one list of person_words.toml: words("before", "things")."""
    return frozenset(_loaded("person_words.toml")[section][key].split())


@cache
def endings(section: str, key: str) -> tuple[str, ...]:
    """Return one list of person_words.toml as `str.endswith` and `str.startswith` want it."""
    return tuple(_loaded("person_words.toml")[section][key].split())


@lru_cache(maxsize=BRIEF)
def post_cases(form: str) -> tuple[str, ...]:
    """Return the cases that a form of a post may be in, in small letters; () for any other word."""
    return (*_singular_posts().meanings(form), *_plural_posts().meanings(form))


def is_plural_post(form: str) -> bool:
    """Tell whether a form of a post is plural only: «президентов Касым-Жомарта Токаева и …»."""
    return not _singular_posts().meanings(form) and bool(_plural_posts().meanings(form))


@cache
def _singular_posts() -> Declined[tuple[str, str], str]:
    return Declined(_posts(), lambda post: [(form, case) for case, form in _singular(*post)])


@cache
def _plural_posts() -> Declined[tuple[str, str], str]:
    return Declined(_posts(), lambda post: [(form, case) for case, form in _plural(post[0])])


def _posts() -> Iterator[tuple[str, tuple[str, str]]]:
    for gender in ("masculine", "feminine"):
        for noun in sorted(words("posts", gender)):
            yield noun, (noun, gender[0])


@cache
def forms_of(section: str, key: str) -> Declined[str, None]:
    """Return all forms, singular and plural, of the nouns of one list of person_words.toml."""
    return noun_forms(words(section, key))


def noun_forms(nouns: Iterable[str]) -> Declined[str, None]:
    """Return all forms, singular and plural, of nouns of any gender, as far as the rules make them."""
    return Declined(((noun, noun) for noun in nouns), _all_forms)


def _all_forms(noun: str) -> Iterator[tuple[str, None]]:
    for _, form in (*_singular(noun, "m"), *_singular(noun, "f"), *_plural(noun)):
        yield form, None


def _singular(noun: str, gender: str) -> Iterator[tuple[str, str]]:
    role = "s" if noun.endswith(("ый", "ий", "ой", "ая")) else "g"
    for case, spelled in forms(noun, role, gender).items():
        for form in spelled:
            yield case, form


def _plural(noun: str) -> Iterator[tuple[str, str]]:
    """Enough of the plural to know a noun by: no vowels come and go, no «города»."""
    stem, last = (noun, noun[-1]) if noun[-1] not in "аяьйоеи" else (noun[:-1], noun[-2])
    soft = noun[-1] in "яьй"
    first = "и" if soft or last in "гкхжчшщ" else "ы"
    second = "ей" if noun[-1] == "ь" else "ев" if noun[-1] == "й" else "" if noun[-1] in "аоя" else "ов"
    a = "я" if soft else "а"
    if noun[-1] in "ие":
        return
    yield from (("nomn", stem + first), ("gent", stem + second), ("accs", stem + second))
    yield from (("datv", stem + a + "м"), ("ablt", stem + a + "ми"), ("loct", stem + a + "х"))


class GivenNames(NamedTuple):
    """Nominatives in small letters: masculine, feminine, and surnames that come first («Ким», «Нгуен»)."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    first_surnames: frozenset[str]


@cache
def given_names() -> GivenNames:
    """Return the names of person_given_names.toml."""
    traditions = _loaded("person_given_names.toml").values()
    return GivenNames(*(frozenset(w for t in traditions for w in t.get(kind, "").split()) for kind in "mfs"))

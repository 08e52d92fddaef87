"""The word lists about persons, loaded once: data/person_words.toml and data/person_given_names.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


@cache
def _loaded(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / name).read_text(encoding="utf-8"))




@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return one list of person_words.toml: words("before", "things")."""
    return frozenset(_loaded("person_words.toml")[section][key].split())


@cache
def endings(section: str, key: str) -> tuple[str, ...]:
    """Return one list of person_words.toml as `str.endswith` and `str.startswith` want it."""
    return tuple(_loaded("person_words.toml")[section][key].split())


class GivenNames(NamedTuple):
    """Nominatives in small letters: masculine, feminine, and the surnames that come first («Ким», «Нгуен»)."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    first_surnames: frozenset[str]


@cache
def given_names() -> GivenNames:
    """Return the names of person_given_names.toml."""
    traditions = _loaded("person_given_names.toml").values()
    return GivenNames(*(frozenset(w for t in traditions for w in t.get(kind, "").split()) for kind in "mfs"))

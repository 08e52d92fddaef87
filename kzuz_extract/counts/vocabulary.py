"""The word lists of counts, loaded once from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return one list of words.toml: words("age", "whose")."""
    return frozenset(_tables()[section][name])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))

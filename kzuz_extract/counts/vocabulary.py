"""The word lists of counts, loaded once from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return one list of words.toml: words("age", "whose")."""
    return frozenset(_tables()[section][name])


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))

"""The classes that patterns of dates name, a character each: of the vocabulary and of `classes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.dates.vocabulary import vocabulary


class Classes(NamedTuple):
    """The characters that a class name in a pattern stands for, and the names of the companions."""

    characters: Mapping[str, str]
    companions: frozenset[str]


def _read() -> Classes:
    with (Path(__file__).parent / "classes.toml").open("rb") as file:
        table = tomllib.load(file)
    single = sorted(vocabulary().classes)
    for group in ("numbers", "tokens", "readings"):
        single += table[group].split()
    found = {name: chr(0xE000 + at) for at, name in enumerate(single)}
    for name, members in table["unions"].items():
        found[name] = "".join(found[member] for member in members.split())
    return Classes(found, frozenset(table["companions"].split()))


CLASSES, COMPANIONS = _read()

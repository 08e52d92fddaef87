"""Builds the table of word lists, which holds what the TOML files do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from kzuz_extract.names.word_lists import TABLE
from kzuz_extract.names.writing import replace

_FILES = ("organization_compounds", "organization_heads", "organization_words", "person_words", "place_words")
_HEAD = """\
# What the words around and within names say about them.
# columns: file of this folder  section of it  list  words
# source: these files; built by: python -m kzuz_extract.names.build
"""


def write() -> Iterator[str]:
    """Write the built file and yield a line about it."""
    built = build()
    replace(TABLE, built)
    yield f"{TABLE.name}: {built.count(chr(10)) - _HEAD.count(chr(10))} lists"


def build() -> str:
    """Return what the table must hold."""
    return _HEAD + "".join("\t".join(row) + "\n" for file in _FILES for row in _rows(file))


def _rows(file: str) -> Iterator[tuple[str, str, str, str]]:
    source = TABLE.with_name(f"{file}.toml").read_text(encoding="utf-8")
    for name, value in tomllib.loads(source).items():
        for section, listed in ((name, value),) if isinstance(value, dict) else (("", {name: value}),):
            yield from ((file, section, one, " ".join(words.split())) for one, words in listed.items())

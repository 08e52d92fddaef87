"""The word lists of the names, in one table that loads many times as fast as the TOML files of `data/`.

Built out of these by `python -m kzuz_extract.names.build`, read at the first question.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "word_lists.tsv"


def lists(file: str, section: str = "") -> dict[str, str]:
    """Return the lists of a section of a TOML file, or those before its first section, as they are printed.

    >>> lists("person_words", "before")["named"]
    'имени им'
    """
    return _lists()[file, section]


@cache
def _lists() -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            file, section, name, words = line.split("\t")
            found.setdefault((file, section), {})[name] = words
    return found

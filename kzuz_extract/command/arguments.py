"""What the values of options mean: a day, a set of types, an encoding. A wrong one raises ValueError."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Collection
from datetime import date, datetime

_LISTED = 30


def day(text: str) -> date:
    """Read a day in ISO 8601 or as people write it, in Russian or English.

    >>> day("2025-11-15") == day("15.11.2025") == day("15 ноября 2025 года") == day("2025-11-15T18:30")
    True
    """
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return _day_in_words(text)


def _day_in_words(text: str) -> date:
    from kzuz_extract.text.written_day import read_day

    found = read_day(text)
    if found is None:
        raise ValueError(f"{text!r} is no day: write 2025-11-15, or «15 ноября 2025»")
    return found


def types(text: str) -> frozenset[str]:
    """Read names of fact types with commas between them.

    >>> sorted(types("money, date"))
    ['date', 'money']
    """
    from kzuz_extract.facts import FACT_CLASSES

    return _several(text, FACT_CLASSES, "type")


def kinds(text: str) -> frozenset[str]:
    """Read names of kinds of dates, counts and locations with commas between them.

    >>> sorted(kinds("percent,country"))
    ['country', 'percent']
    """
    from typing import get_args

    from kzuz_extract.facts import CountKind, DateKind, LocationKind

    return _several(text, [*get_args(DateKind), *get_args(CountKind), *get_args(LocationKind)], "kind")


def one_of(known: Collection[str], what: str) -> Callable[[str], str]:
    """Return a reader of one of the `known` names, whose message proposes the likely one.

    >>> one_of(["json", "csv"], "format")("jsn")
    Traceback (most recent call last):
    ValueError: no format 'jsn' (did you mean 'json'?): choose from json, csv
    """

    def read(name: str) -> str:
        if name in known:
            return name
        from difflib import get_close_matches

        close = get_close_matches(name, known, 1)
        guess = f" (did you mean {close[0]!r}?)" if close else ""
        choice = f": choose from {', '.join(known)}" if len(known) <= _LISTED else ""
        raise ValueError(f"no {what} {name!r}{guess}{choice}")

    return read


def encoding(name: str) -> str | None:
    """Check the name of an encoding of text; `auto` is None.

    >>> encoding("CP1251"), encoding("auto")
    ('cp1251', None)
    """
    if name == "auto":
        return None
    try:
        found = codecs.lookup(name)
        b"0".decode(found.name)
    except UnicodeDecodeError:  # half a character of UTF-16
        pass
    except LookupError as error:
        raise ValueError(f"no encoding {name!r}: cp1251, koi8-r, utf-8 and the like are known") from error
    return found.name


def _several(text: str, known: Collection[str], what: str) -> frozenset[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    return frozenset(map(one_of(known, what), names or [""]))

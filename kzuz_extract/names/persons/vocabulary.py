"""The word lists about persons, data/person_words.toml, loaded once.

Where nouns are known in all their forms, these are in a file that is built out of the lists by
`python -m kzuz_extract.names.build` and memory-mapped at the first question.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kzuz_extract.bounds import LIGHT
from kzuz_extract.names.declension import CASES
from kzuz_extract.names.gazetteer import DATA
from kzuz_extract.names.word_lists import lists

if TYPE_CHECKING:
    import marisa_trie

NOUNS_FILE = DATA / "person_nouns.marisa"
NOUN = "<BBH"  # the cases of a post in the singular and in the plural, the lists of `DECLINED`: all in bits
DECLINED = (
    ("before", "things"),
    ("before", "residents"),
    ("before", "bearers"),
    ("before", "owned"),
    ("before", "human"),
    ("before", "of"),
    ("before", "nations"),
    ("posts", "staged"),
    ("posts", "screened"),
    ("posts", "kin"),
)
_NO_NOUN = (0, 0, 0)
_CASES_OF = [
    tuple(case for at, case in enumerate(CASES) if bits >> at & 1) for bits in range(1 << len(CASES))
]


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return one list of person_words.toml: words("before", "things")."""
    return frozenset(lists("person_words", section)[key].split())


@cache
def endings(section: str, key: str) -> tuple[str, ...]:
    """Return one list of person_words.toml as `str.endswith` and `str.startswith` want it."""
    return tuple(lists("person_words", section)[key].split())


@lru_cache(maxsize=LIGHT)
def post_cases(form: str) -> tuple[str, ...]:
    """Return the cases that a form of a post may be in, in small letters; () for any other word.

    >>> post_cases("акима"), post_cases("акимат")
    (('gent', 'accs'), ())
    """
    singular, plural, _ = _noun(form)
    return _CASES_OF[singular] + _CASES_OF[plural] if singular or plural else ()


@cache
def aged_slots() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return gender and cases of who is so many years old, by the word behind the number: «летней»."""
    slots = [entry.split(":") for entry in words("before", "aged")]
    return {form: (gender, tuple(cases)) for form, gender, *cases in slots}


def is_plural_post(form: str) -> bool:
    """Tell whether a form of a post is plural only: «президентов Касым-Жомарта Токаева и …»."""
    singular, plural, _ = _noun(form)
    return plural > 0 and not singular


class _Forms(Container[str]):
    """All forms, singular and plural, of the nouns of one list."""

    def __init__(self, bit: int) -> None:
        self._bit = bit

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and bool(_noun(form)[2] & self._bit)


@cache
def forms_of(section: str, key: str) -> Container[str]:
    """Return all forms, singular and plural, of the nouns of one list of person_words.toml."""
    return _Forms(1 << DECLINED.index((section, key)))


@lru_cache(maxsize=LIGHT)
def _noun(form: str) -> tuple[int, int, int]:
    """Return the cases of a post in the singular and in the plural, and the lists with a form, in bits."""
    found: list[tuple[int, int, int]] = _nouns().get(form, [_NO_NOUN])
    return found[0]


@cache
def _nouns() -> marisa_trie.RecordTrie:
    from marisa_trie import RecordTrie

    return RecordTrie(NOUN).mmap(str(NOUNS_FILE))

"""Words that a scraper glued to the next one: «апреляжители», «сегодняв», «рассчитандо 2028 года».

Only the ends of date expressions, and the prepositions before them, are looked for, and only in a spelling
that the dictionary does not know.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kzuz_extract.bounds import LIGHT
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.morphology import known_parses

_LONGEST_REST = 20
FIRST = 3  # letters that the shortest of them has


def _by_first_letters(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first letters, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(word[:FIRST], []).append(word)
    return found


HEADS = _by_first_letters(vocabulary().forms["glued"])


def glued_head(word: str) -> str | None:
    """Return the date word that an unknown word in small letters begins with, if a known word follows it.

    >>> glued_head("апреляжители"), glued_head("сегодняв"), glued_head("сегодняшний"), glued_head("годовой")
    ('апреля', 'сегодня', None, None)
    """
    for head in HEADS.get(word[:FIRST], ()):
        if not word.startswith(head) or not 0 < len(word) - len(head) <= _LONGEST_REST:
            continue
        if known_parses(word):
            return None
        rest = known_parses(word[len(head) :])
        if rest and (len(word) - len(head) > 2 or rest[0].pos in ("PREP", "CONJ")):
            return head
    return None


_PREPOSITIONS = ("после", "до", "по")


@lru_cache(maxsize=LIGHT)
def glued_preposition(word: str) -> str:
    """Return the preposition that an unknown word ends with, if what stands before it is a known word.

    >>> glued_preposition("рассчитандо"), glued_preposition("пальто"), glued_preposition("около")
    ('до', '', '')
    """
    for preposition in _PREPOSITIONS:
        rest = word.removesuffix(preposition)
        if rest != word and len(rest) > 3 and word.isalpha():
            if known_parses(word):
                return ""
            if known_parses(rest):
                return preposition
    return ""

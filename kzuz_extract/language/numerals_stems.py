"""Number words inside another word: «сорокалетний», «стодолларовый»."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from kzuz_extract.bounds import LIGHT
from kzuz_extract.language.numerals_words import WORDS

_THOUSAND, _ONE_AND_A_HALF = "тысяче", "полутора"


@lru_cache(maxsize=LIGHT)
def value_of_stem(stem: str) -> Decimal | None:
    """Return what number words in the genitive, written as one, are worth; None for any other word.

    >>> value_of_stem("двадцатипяти"), value_of_stem("сорока"), value_of_stem("много")
    (Decimal('25'), Decimal('40'), None)
    """
    total, rest = Decimal(0), stem
    while rest:
        if rest.startswith(_THOUSAND):  # «тысячерублёвая», «двухтысячекилометровый»
            total, rest = (total or Decimal(1)) * 1000, rest.removeprefix(_THOUSAND)
            continue
        length = next((n for n in range(len(rest), 1, -1) if _is_cardinal(rest[:n])), 0)
        if not length:
            return None
        total += WORDS[rest[:length]].value
        rest = rest[length:]
    return total or None


def stems() -> Iterator[str]:
    """Yield the number words that such a stem may begin with."""
    yield _THOUSAND
    yield from filter(_is_cardinal, WORDS)


def _is_cardinal(word: str) -> bool:
    found = WORDS.get(word)
    return found is not None and (found.kind == "cardinal" or word == _ONE_AND_A_HALF)

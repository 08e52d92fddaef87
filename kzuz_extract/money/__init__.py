"""Money: sums by sign, code and name, in one currency or two."""

from __future__ import annotations

from kzuz_extract.language.numerals import Number
from kzuz_extract.money.compounds import sums_in_words
from kzuz_extract.money.elided import elided
from kzuz_extract.money.equivalents import equivalents
from kzuz_extract.money.exchange import quoted
from kzuz_extract.money.nearest import settled
from kzuz_extract.money.rules import GRAMMAR, layer_of
from kzuz_extract.money.vocabulary import glued_to
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text

__all__ = ["candidates", "equivalents"]


def candidates(text: Text, numbers: list[Number]) -> list[Candidate]:
    """Return the sums of a text."""
    sums = settled(text, [_unglued(text, sum_) for sum_ in GRAMMAR.scan(layer_of(text, numbers))])
    taken = {sum_.start for sum_ in sums}
    sums += [rate for rate in quoted(text, numbers) if rate.start not in taken]
    return [*sums, *elided(text, numbers, sums), *sums_in_words(text)]


def _unglued(text: Text, sum_: Candidate) -> Candidate:
    """«448,41 тенгеза доллар» ends before «за»."""
    glued = glued_to(text.forms[text.token_at(sum_.end - 1)])
    return sum_._replace(end=sum_.end - len(glued)) if glued else sum_

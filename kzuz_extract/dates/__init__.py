"""Dates: points, ranges, durations and recurrences, read by rules and then resolved in text order."""

from __future__ import annotations

from kzuz_extract.dates.grammar import read_dates
from kzuz_extract.dates.values import date_values
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text


def candidates(text: Text, numbers: list[Number]) -> list[Candidate]:
    """Return the dates of a text."""
    return date_values(text, read_dates(text, numbers))

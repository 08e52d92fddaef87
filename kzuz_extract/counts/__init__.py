"""To come."""

from __future__ import annotations

from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text


def candidates(text: Text, numbers: list[Number]) -> list[Candidate]:
    return []

"""How much is remembered from text to text: every cache of the package has one of these bounds.

Without a bound a long run would keep every spelling that it ever met. The rarest go first, and the few
thousand words that make up most of any news stay.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

SPELLINGS = 40_000  # distinct tokens with what rules say of each, and what stands between spaces: 500 bytes
READINGS = 8_000  # words with all their readings in morphology: half a kilobyte each
LIGHT = 2_500  # words with an answer of some hundred bytes
WORDS = 12_000  # capitalised words with what parts of names they may be: half a kilobyte each
HEAVY = 3_000  # runs of such words with every name that they may be: a kilobyte and a half each
BRIEF = 500  # what is asked a few times in a row, while a word is met for the first time


def forget_latest(answers: dict[Any, Any]) -> None:
    """Drop the later half of what a dictionary holds: the words that were met first are the common ones."""
    kept = dict(islice(answers.items(), len(answers) // 2))
    answers.clear()
    answers.update(kept)

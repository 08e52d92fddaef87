"""The words of money, as built into the tables beside this file, and how a phrase of them is found."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kzuz_extract.text import Text


class Word(NamedTuple):
    """What a phrase names: an ISO 4217 code (of `nearest` words a choice); `kind` as in currencies.tsv."""

    code: str
    kind: str


class Phrase(NamedTuple):
    """A phrase found in a text; tokens `first` to `end` (exclusive)."""

    first: int
    end: int
    word: Word


class PerWord(NamedTuple):
    """What a price may be for, and the prepositions that say so."""

    lemma: str
    after: frozenset[str]


def _rows(name: str) -> list[list[str]]:
    table = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


LINKS: dict[str, set[str]] = {}
for _form, _kind in _rows("links.tsv"):
    LINKS.setdefault(_kind, set()).add(_form)
WORDS: dict[str, Word] = {}
COUNTRIES: dict[str, str] = {}
PER = {form: PerWord(lemma, frozenset(after.split(","))) for form, lemma, after in _rows("per.tsv")}
_LONGEST: dict[str, int] = {}  # first token of a phrase -> most tokens that a phrase of it has
for _form, _code, _kind, _ in _rows("currencies.tsv"):
    if _kind == "country":
        COUNTRIES[_form] = _code
        continue
    WORDS[_form] = Word(_code, _kind)
    _first, _, _rest = _form.partition(" ")
    _LONGEST[_first] = max(_LONGEST.get(_first, 1), _form.count(" ") + 1)


def phrase_at(text: Text, at: int) -> Phrase | None:
    """Return the longest phrase of money at a token: «гонконгских долларов», «долларов США», «$»."""
    forms = text.forms
    longest = _LONGEST.get(forms[at].key)
    if longest is None:
        return None
    for length in range(min(longest, len(forms) - at), 0, -1):
        word = WORDS.get(" ".join([form.key for form in forms[at : at + length]]))
        if word is None or (word.kind == "code" and not forms[at].text.isupper()):
            continue
        end = at + length
        return Phrase(at, end - (length > 1 and forms[end - 1].text == "."), word)
    return None

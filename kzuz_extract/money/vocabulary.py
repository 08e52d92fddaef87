"""The words of money, as built into the tables beside this file, and how a phrase of them is found."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.language.form_tables import read_forms
from kzuz_extract.language.numerals_words import WORDS as NUMBER_WORDS
from kzuz_extract.text import Text
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Form, Shape


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


_HERE = Path(__file__).parent
LINKS: dict[str, set[str]] = {}
for (_kind,), _forms in read_forms(_HERE / "links.tsv", 1):
    LINKS.setdefault(_kind, set()).update(_forms)
PER: dict[str, PerWord] = {}
for (_lemma, _after), _forms in read_forms(_HERE / "per.tsv", 2):
    PER.update(dict.fromkeys(_forms, PerWord(_lemma, frozenset(_after.split(",")))))
WORDS: dict[str, Word] = {}
COUNTRIES: dict[str, str] = {}
for (_code, _kind, _), _forms in read_forms(_HERE / "currencies.tsv", 3):
    if _kind == "country":
        COUNTRIES.update(dict.fromkeys(_forms, _code))
    else:
        WORDS.update(dict.fromkeys(_forms, Word(_code, _kind)))
_LONGEST: dict[str, int] = {}  # first token of a phrase -> most tokens that a phrase of it has
for _form in WORDS:
    _first = _form.partition(" ")[0]
    _LONGEST[_first] = max(_LONGEST.get(_first, 1), _form.count(" ") + 1)


# «долларов», «рублёв»: what the adjectives of currencies begin with
_STEMS = {form[:-2] for form, word in WORDS.items() if word.kind == "adjective" and form.endswith("ый")}
ADJECTIVE_STEMS = sorted(_STEMS | {stem[:-2] + "ёв" for stem in _STEMS if stem.endswith("ев")})
_LONGEST_GLUED = 30


_SHORTEST_NAME = 3
_NAMES = frozenset(  # of one word
    form
    for form, word in WORDS.items()
    if word.kind == "name" and len(form) >= _SHORTEST_NAME and " " not in form
)
_MAGNITUDES = {form: word.value for form, word in NUMBER_WORDS.items() if word.kind == "magnitude"}
# How what is glued together begins: hardly any other word does.
_NAMES_BEGIN = frozenset(name[:_SHORTEST_NAME] for name in _NAMES)
_MAGNITUDES_BEGIN = frozenset(word[:_SHORTEST_NAME] for word in _MAGNITUDES)
_GLUED_BEGIN = _NAMES_BEGIN | _MAGNITUDES_BEGIN
_SMALL_WORDS = tuple(LINKS["function"])


def _may_be_glued(form: Form, beginnings: frozenset[str]) -> bool:
    return (
        form.key[:_SHORTEST_NAME] in beginnings
        and form.shape is Shape.LOWER
        and len(form.key) <= _LONGEST_GLUED
    )


def glued_to(form: Form) -> str:
    """Return the small word that lost its space behind a currency's name: «за» of «тенгеза»; else ""."""
    key = form.key
    if not (key.endswith(_SMALL_WORDS) and _may_be_glued(form, _NAMES_BEGIN)) or key in _LONGEST:
        return ""
    parts = ((key[:cut], key[cut:]) for cut in range(len(key) - 1, _SHORTEST_NAME - 1, -1))
    return next((tail for name, tail in parts if tail in LINKS["function"] and name in _NAMES), "")


def glued_sum(form: Form) -> tuple[Decimal, Word] | None:
    """Return the magnitude and the currency that one token holds: «миллионовтенге»."""
    key = form.key
    if not _may_be_glued(form, _MAGNITUDES_BEGIN):
        return None
    parts = ((key[:cut], key[cut:]) for cut in range(_SHORTEST_NAME, len(key) - _SHORTEST_NAME + 1))
    return next(
        ((_MAGNITUDES[word], WORDS[name]) for word, name in parts if name in _NAMES and word in _MAGNITUDES),
        None,
    )


def _speaks_of_money(form: Form) -> bool:
    if form.key in _LONGEST:
        return True
    begins = form.key[:_SHORTEST_NAME] in _GLUED_BEGIN
    return begins and (bool(glued_to(form)) or glued_sum(form) is not None)


_speaks = Asked(_speaks_of_money, False, words=lambda: (*_LONGEST, *_GLUED_BEGIN))


def speaks_of_money(form: Form) -> bool:
    """Tell whether a phrase of money may start with a token that is spelt so."""
    return _speaks[form]


def words_of_money(text: Text) -> list[int]:
    """Return the tokens at which a phrase of money may start."""
    return _speaks.where(text)


def phrase_at(text: Text, at: int) -> Phrase | None:
    """Return the longest phrase of money at a token: «гонконгских долларов», «долларов США», «$»."""
    forms = text.forms
    longest = _LONGEST.get(forms[at].key)
    if longest is None:
        glued = glued_to(forms[at])
        return Phrase(at, at + 1, WORDS[forms[at].key[: -len(glued)]]) if glued else None
    for length in range(min(longest, len(forms) - at), 0, -1):
        word = WORDS.get(" ".join([form.key for form in forms[at : at + length]]))
        if word is None or (word.kind == "code" and not forms[at].text.isupper()):
            continue
        end = at + length
        return Phrase(at, end - (length > 1 and forms[end - 1].text == "."), word)
    return None

"""Sentences in another language of the region: Kazakh, Kyrgyz, Uzbek or Tajik in Cyrillic, in Russian news.

«Пайдаланушы үйінің ауласын көрсетті» opens with a common word; what Russian endings and capitals say of names
says nothing there.
"""

from __future__ import annotations

import re

from kzuz_extract.language.morphology import known_parses
from kzuz_extract.names.persons.vocabulary import words
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Form, Shape

_LETTERS = "әғқңөұүһіўҳҷӣӯ"  # Russian has none of them
_letter = re.compile(f"[{_LETTERS}]")
_IN_RUSSIAN = str.maketrans("әғқңөұүһіўҳҷ", "агкноуухиухж")
_SHARE = 5  # one word in so many has such a letter


def is_foreign(form: Form) -> bool:
    """Tell whether a small word has a letter which Russian has not: «жастағы»."""
    return form.shape is Shape.LOWER and _letter.search(form.key) is not None


def has_foreign(text: Text, first: int, end: int) -> bool:
    """Tell whether one of tokens `first` to `end` is such a word."""
    if first >= end or not _letter.search(text.source, text.starts[first], text.ends[end - 1]):
        return False
    return any(map(is_foreign, text.forms[first:end]))


def foreign_sentences(text: Text) -> frozenset[int]:
    """Return the numbers of the sentences that are not in Russian, by their letters and their neighbours."""
    if not any(map(text.source.__contains__, _LETTERS)):
        return frozenset()  # as most texts
    marked = {text.token_at(letter.start()) for letter in _letter.finditer(text.source)}
    small = {text.sentence_of(at) for at in marked if text.forms[at].shape is Shape.LOWER}
    found = {number for number in small if _is_told_foreign(text, number)}
    last = len(text.sentences) - 1
    for number in (*range(1, last + 1), *range(last - 1, -1, -1)):
        beside = number - 1 in found or number + 1 in found
        if beside and number not in found and _may_be_foreign(_words(text, number)):
            found.add(number)
    return frozenset(found)


def in_russian_letters(word: str) -> str:
    """Return how Russian spells a name of those languages.

    >>> in_russian_letters("қасым")
    'касым'
    """
    return word.translate(_IN_RUSSIAN)


def _words(text: Text, number: int) -> list[Form]:
    start = text.sentences[number]
    end = text.sentences[number + 1] if number + 1 < len(text.sentences) else len(text.forms)
    return [form for form in text.forms[start:end] if form.shape is Shape.LOWER]


def _is_told_foreign(text: Text, number: int) -> bool:
    small = _words(text, number)
    marked = sum(map(is_foreign, small))
    return marked * _SHARE >= len(small) and _without_russian([form.key for form in small])


def _without_russian(keys: list[str]) -> bool:
    return words("tongues", "russian").isdisjoint(keys)


def _may_be_foreign(small: list[Form]) -> bool:
    """«Алла сабыр берсін, деді олар»: beside such a sentence one whose words Russian mostly does not know."""
    keys = [form.key for form in small]
    if not keys or not _without_russian(keys):
        return False
    known = sum([bool(known_parses(key)) for key in keys])
    return 2 * known <= len(keys)

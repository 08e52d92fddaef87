"""What a token means to dates: by the vocabulary, its shape (`15.11.2025`, `двухдневный`), its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzuz_extract.dates.classes import COMPANIONS
from kzuz_extract.dates.glue import FIRST, HEADS, glued_head
from kzuz_extract.dates.vocabulary import Word, vocabulary
from kzuz_extract.language.numerals_stems import stems
from kzuz_extract.text import Form, Text
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape

_ISO_YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d")
_NUMERIC_DATE = re.compile(r"\d{1,2}([./])\d{1,2}\1(?:1\d|20|21)\d\d")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d([./])\d\d\1\d\d")
_SHORT_DATE = re.compile(r"\d{2}([./])\d{2}\1\d{2}")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_SCHOOL_YEAR = re.compile(r"(?:19|20)\d\d/(?:\d\d|(?:19|20)\d\d)")
_SHAPES = (
    (_NUMERIC_DATE, "NUMERIC_DATE"),
    (_SHORT_DATE, "SHORT_DATE"),
    (_CLOCK, "CLOCK"),
    (_SCHOOL_YEAR, "SCHOOL_YEAR"),
)

_END = 6  # letters of the shortest
_LENGTH_ENDS = frozenset(ending[-_END:] for ending in vocabulary().endings)

IN_CONTEXT = Word("", "")  # the words around decide

_FIRSTS = {"по", *(first for first, _ in vocabulary().phrases)}
_WORDS = vocabulary().words | dict.fromkeys(_FIRSTS, IN_CONTEXT)
# The words that tell of a date only in the company of others: «в», «,», «этот».
COMPANY = {key: _WORDS[key] for key, word in vocabulary().words.items() if word.cls in COMPANIONS}


def _meaning(form: Form) -> Word | None:
    key, shape = form.key, form.shape
    if key in _WORDS:
        return None if key in COMPANY else _WORDS[key]
    if shape is Shape.NUMBER:
        return _figures(form.text)
    word = None
    if "-" in key:
        word = _pair(key)
    elif key[-_END:] in _LENGTH_ENDS and (shape is Shape.LOWER or shape is Shape.TITLE):
        word = _length_adjective(key)
    if word is None and shape is Shape.LOWER and key[:FIRST] in HEADS and (head := glued_head(key)):
        word = vocabulary().words[head]
    return word


def in_context(text: Text, at: int) -> tuple[int, Word | None]:
    """Return the end and the meaning of a phrase, a zone, `2025-11-15`, or else of the word alone."""
    forms = text.forms
    key = forms[at].key
    if forms[at].shape is Shape.NUMBER:
        if _is_iso_date(text, at):
            return at + 5, Word("ISO_DATE", "-".join(forms[at + i].text for i in (0, 2, 4)))
        if last := _short_last_year(text, at):
            return at + 3, Word("SHORT_YEARS", f"{key}|{last}")
        if _is_joined(text, at):
            return at + 1, Word("JOINED_YEAR", key)
    else:
        following = _key(text, at + 1)
        for rest, word in vocabulary().phrases.get((key, following), ()):
            end = at + 2 + len(rest)
            if tuple([form.key for form in forms[at + 2 : end]]) == rest:
                return end, word
        if (
            key == "по"
            and following.endswith("ому")
            and at + 2 < len(forms)
            and forms[at + 2].key == "времени"
        ):
            return at + 3, Word("ZONE", "local")  # «по пекинскому времени»: of a place that is not listed
    return at + 1, vocabulary().words.get(key)


def _key(text: Text, at: int) -> str:
    return text.forms[at].key if at < len(text.forms) else ""


def _short_last_year(text: Text, at: int) -> int | None:
    """«1941–45»: the last year where its first digits are left out."""
    forms = text.forms
    if at + 2 >= len(forms) or forms[at + 1].text not in "-–—‑" or not forms[at].text.isdigit():
        return None
    digits = forms[at + 2].text
    if len(digits) != 2 or not digits.isdigit() or not (text.touches(at + 1) and text.touches(at + 2)):
        return None
    last = int(forms[at].text[:2] + digits)
    return last if last > int(forms[at].text) else None


def _is_iso_date(text: Text, at: int) -> bool:
    forms = text.forms
    return (
        at + 4 < len(forms)
        and forms[at + 3].text == "-"
        and all(len(forms[i].text) == 2 and forms[i].text.isdigit() for i in (at + 2, at + 4))
        and all(text.touches(i) for i in range(at + 1, at + 5))
    )


def _is_joined(text: Text, at: int) -> bool:
    """«ЧМ-2026», «Олимпийские надежды»-2009»: a hyphen joins a year to a word; «А-2017-3» is a code."""
    forms = text.forms
    if at < 2 or forms[at - 1].text not in "-–‑" or not (text.touches(at) and text.touches(at - 1)):
        return False
    if at + 1 < len(forms) and forms[at + 1].text in "-–/" and text.touches(at + 1):
        return False
    word = forms[at - 2]
    return word.text in '»"”' or (word.shape is not Shape.NUMBER and len(word.text) > 1)


def _figures(written: str) -> Word | None:
    """`15.11.2025`, `18:30`; `2025` may begin a date."""
    if _ISO_YEAR.fullmatch(written):
        return IN_CONTEXT
    if written.isdigit():
        return None
    if _YEAR_FIRST.fullmatch(written):
        return Word("ISO_DATE", written.replace(written[4], "-"))
    for pattern, cls in _SHAPES:
        if pattern.fullmatch(written):
            return Word(cls, written)
    return None


def _pair(key: str) -> Word | None:
    """`январь-март`, `четверг-пятницу`, `пн-пт` are one word to the tokenizer."""
    ends = [vocabulary().words.get(part) for part in key.split("-")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    value = f"{ends[0].value}|{ends[1].value}"
    if all(end.cls in ("MONTH", "MONTH_GEN") for end in ends if end):
        return Word("MONTH_PAIR", value)
    if ends[0].cls == ends[1].cls == "WEEKDAY_SHORT":
        return Word("SHORT_PAIR", value)
    return Word("WEEKDAY_PAIR", value) if ends[0].cls == ends[1].cls == "WEEKDAY" else None


def _length_adjective(key: str) -> Word | None:
    """`часовой` (of 12-часовой) and `двухдневный`: an ending of the vocabulary, alone or after a number."""
    endings = vocabulary().endings
    for size in range(min(13, len(key)), 5, -1):
        word = endings.get(key[-size:])
        if word is not None:
            return Word("LENGTH_ADJ" if size == len(key) else "COMPOUND_ADJ", f"{word.value}|{key[:-size]}")
    return None


def _beginnings() -> Iterator[str]:
    """Yield how words begin that mean something to dates: the number in «двухдневный» as well."""
    for word in _WORDS:
        yield from (word, f"{word}-")  # «пн-пт»
    yield from HEADS
    yield from vocabulary().endings
    yield from vocabulary().prefixes
    yield from stems()


meanings = Asked(_meaning, None, words=_beginnings)

"""Tokens: one scan cuts the text into words, numbers and signs; each distinct spelling becomes one `Form`.

A word is a run of letters with the hyphens inside it (`Касым-Жомарт`, `IT-сфера`), a site (`Tengrinews.kz`)
is one word, a number is a run of digits with the points, commas, colons, slashes and apostrophes inside it
(`1,7`, `15.11.2025`, `18:30`); every other character that is no space is a sign of its own. What scrapers
glue together is cut where the script changes (`передаетTengrinews.kz`), where a capital follows small letters
in a word that began small (`отношенийВ`), and between small letters and figures (`составил447`).
"""

from __future__ import annotations

import re
from typing import Any, Final

import regex

from kzuz_extract.bounds import SPELLINGS, forget_latest


class Shape:
    """What a token looks like. No Enum: rules ask all the time, and its members are slow to reach."""

    NUMBER: Final = "number"  # 15, 1,7, 18:30
    LOWER: Final = "lower"  # слово, 42-летний has three tokens
    TITLE: Final = "title"  # Токаев, Касым-Жомарт
    UPPER: Final = "upper"  # МЧС; at least two capitals and no small letter
    INITIAL: Final = "initial"  # К, one capital
    MIXED: Final = "mixed"  # КазМунайГаз, пресс-Секретарь, Е22
    SIGN: Final = "sign"


class Form:
    """One distinct spelling; made once a process and shared by every token that is spelt so.

    text     the spelling
    key      `text` in small letters with е for ё: what vocabularies are asked for
    shape    see `Shape`
    latin    true if it holds a Latin letter and no Cyrillic one
    capital  true for a word that begins with a capital
    answers  what rules have asked of it, and `asked`, how many did: see `Asked`
    """

    __slots__ = ("answers", "asked", "capital", "key", "latin", "shape", "text")

    def __init__(self, spelling: str) -> None:
        self.asked = 0
        self.answers = _NO_ANSWERS
        first = spelling[0]
        if "а" <= first <= "я" and spelling.islower():  # most words
            self.text = spelling
            self.key = spelling.replace("ё", "е")
            self.shape = Shape.LOWER
            self.capital = self.latin = False
            return
        if "А" <= first <= "Я" and spelling[1:].islower() and "-" not in spelling:  # most names
            self.text = spelling
            self.key = spelling.lower().replace("ё", "е")
            self.shape = Shape.TITLE
            self.capital, self.latin = True, False
            return
        self.text = text = spelling if spelling.isprintable() else spelling.translate(_SURROGATES)
        key = text.lower().replace("ё", "е")
        self.key = text if key == text else key  # no second copy is kept of what is the same
        self.shape = _shape(text)
        self.capital = text[:1].isupper()
        russian = "а" <= key[0] <= "я"  # for which no pattern is needed
        self.latin = not russian and not _CYRILLIC.search(text) and bool(_LATIN.search(text))

    def __repr__(self) -> str:
        return f"Form({self.text!r})"


_NO_ANSWERS: dict[int, Any] = {}
_LATIN = regex.compile(r"\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a pair, which is in no vocabulary


def _shape(text: str) -> str:
    if text[0].isdigit():
        return Shape.NUMBER
    if not text[0].isalpha():
        return Shape.SIGN
    if text.islower():
        return Shape.LOWER
    if text.isupper():
        return (
            Shape.INITIAL if len(text) == 1 else Shape.UPPER if text.isalpha() or "-" in text else Shape.MIXED
        )
    parts = text.split("-")
    if text[0].isupper() and all(part[1:].islower() or len(part) == 1 or part.islower() for part in parts):
        return Shape.TITLE
    return Shape.MIXED


_MARKS = r"\p{M}"
_SMALL = "а-яѐ-џәғқңөұүһіўҳҷӣӯ"
_SITE = r"[АВЕКМНОРСТХ]?(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}+\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9])"
_FIGURES = r"\d++(?:[.,:/'’]\d++)*+"
_MONTHS = "янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек"
_CODE = rf"\p{{Lu}}{{1,3}}\d++(?!\s(?:{_MONTHS}))"  # Е22, G20; but «ВКО13 апреля» is glued to a date
_SMALL_WORD = rf"[{_SMALL}][{_SMALL}{_MARKS}]*+"
_CYRILLIC_WORD = rf"\p{{Cyrillic}}[\p{{Cyrillic}}{_MARKS}]*+"
_LATIN_WORD = rf"\p{{Latin}}[\p{{Latin}}{_MARKS}\d]*+(?:['’ʻʼ‘`]\p{{Latin}}++)*+"
_SEGMENT = rf"(?:{_CODE}|{_SMALL_WORD}|{_CYRILLIC_WORD}|{_LATIN_WORD}|\p{{L}}[\p{{L}}{_MARKS}]*+)"
_SCAN = regex.compile(rf"{_SITE}|{_FIGURES}|{_SEGMENT}(?:[-‑]{_SEGMENT})*+|\S")
_BEYOND = 4  # characters behind a code that may tell it from a date: « апр»
_LONGEST_KEPT = 40
_ENDS_IN_CODE = regex.compile(r"\p{Lu}\d++$")
# Nearly all that stands between two spaces is one word or number, perhaps with a mark about it: what the scan
# finds in it, but sooner.
_usual = re.compile(
    r"""(["«(]?+)([А-ЯЁ]?+[а-яё]++(?:-[А-ЯЁ]?+[а-яё]++)*+|[А-ЯЁ]++|[а-яёәғқңөұүһі]++|[A-Za-z]++"""
    rf"""|{_FIGURES})([,.:;!?»)…"]{{0,2}}+)"""
).fullmatch


_forms: dict[str, Form] = {}  # those of this process
_cuts: dict[str, tuple[Form, ...]] = {}  # what stands between two spaces, cut into its tokens


def tokenize(source: str) -> tuple[list[int], list[int], list[Form]]:
    """Return starts, ends (exclusive, code points) and forms of the tokens of a text, in order."""
    if len(_forms) > SPELLINGS:
        forget_latest(_forms)
        _cuts.clear()
    elif len(_cuts) > SPELLINGS:
        forget_latest(_cuts)
    starts: list[int] = []
    ends: list[int] = []
    forms: list[Form] = []
    at = 0
    for chunk in source.split():
        if source[at] != chunk[0]:  # more than one space stands before it
            at = source.find(chunk, at)
        try:
            cut = _cuts[chunk]
        except KeyError:
            cut = _cut(source, at, chunk)
        for form in cut:
            starts.append(at)
            at += len(form.text)
            ends.append(at)
            forms.append(form)
        at += 1
    return starts, ends, forms


def _cut(source: str, start: int, chunk: str) -> tuple[Form, ...]:
    """Cut what stands between two spaces, and remember how unless what follows decides."""
    usual = _usual(chunk)
    if usual:
        before, word, after = usual.groups()
        form = _form(word)
        if before or len(after) > 1:
            cut = _cuts[chunk] = (*map(_form, before), form, *map(_form, after))
        elif after:
            cut = _cuts[chunk] = (form, _form(after))
        else:
            cut = _cuts[form.text] = (form,)  # one copy is kept of what is the same
        return cut
    end = start + len(chunk)
    found = _SCAN.finditer(source, start, end + _BEYOND)
    tokens = tuple([_form(token[0]) for token in found if token.start() < end])
    if len(chunk) <= _LONGEST_KEPT and not _ENDS_IN_CODE.search(chunk):
        _cuts[chunk] = tokens
    return tokens


def _form(spelling: str) -> Form:
    form = _forms.get(spelling)
    if form is None:
        form = _forms[spelling] = Form(spelling)
    return form

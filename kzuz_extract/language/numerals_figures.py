"""Figures: what a token of digits is worth, which tokens are one number, which are no number at all."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from kzuz_extract.language.numerals_words import AROUND, WORDS
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape

DASHES = frozenset("-–—−‑")
_SPACES = frozenset(" \u00a0\u202f\u2009\u2007\u2008\u2002\u2005")
_DECIMAL = re.compile(r"\d{1,15}[.,]\d{1,15}")
_GROUPED = re.compile(
    r"(?:\d{1,3}(?:['’]\d{3})+(?:[.,]\d{1,9})?|\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,9})?"
    r"|\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,9})?"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,9}|\d{1,3}(?:,\d{3})+\.\d{1,9}|\d{1,3}(?:,000)+|[1-9]\d{0,2}\.\d{3})"
)
_LAST_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,9})?")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,3})")
_DENOMINATORS = frozenset((*range(2, 11), 16, 32, 64, 100))
_LONGEST = 16
_MOST_GROUPS, _LONGEST_RUN = 6, 200  # «12 345 678 901 234 567 890» is more than any news counts


class Figures(NamedTuple):
    """A number in figures.

    scaled  its value where a magnitude follows: «1.475» is 1475, but «1.475 млрд» are not 1475 milliards
    bare    the digits of a single token of digits
    """

    end: int
    value: Decimal | None
    scaled: Decimal | None
    bare: str | None = None
    fraction: bool = False


def read_figures(text: Text, at: int) -> Figures | None:
    """Read the figures that start at a token: «1 500 000», «12 345,50», «1'200», «1.500.000», «1/4»."""
    token = text.forms[at].text
    if token.isdigit():
        if len(token) > _LONGEST or not token.isascii() or (token[0] == "0" and len(token) > 2):
            return None
        end, tail = _groups(text, at)
        if end == at + 1:
            return Figures(end, Decimal(token), Decimal(token), token)
        value = Decimal("".join([form.text for form in text.forms[at : end - 1]]) + tail.replace(",", "."))
        return Figures(end, value, value)
    if _GROUPED.fullmatch(token):
        value = _ungrouped(token)
        scaled = Decimal(token.replace(",", ".")) if _DECIMAL.fullmatch(token) else value
        return Figures(at + 1, value, scaled)
    if _DECIMAL.fullmatch(token):
        value = Decimal(token.replace(",", "."))
        return Figures(at + 1, value, value)
    return _fraction(token, at)


def _groups(text: Text, at: int) -> tuple[int, str]:
    """Where the groups of three that follow a token, each after a single space, end; and the last of them."""
    forms = text.forms
    tail = ""
    if len(forms[at].text) > 3 or forms[at].text[0] == "0":
        return at + 1, tail
    end = at + 1
    while (
        end < len(forms)
        and forms[end].shape is Shape.NUMBER
        and end - at < _LONGEST_RUN
        and _LAST_GROUP.fullmatch(forms[end].text)
    ):
        gap = text.source[text.ends[end - 1] : text.starts[end]]
        if gap not in _SPACES:
            break
        tail = forms[end].text
        end += 1
        if not tail.isdigit():
            break
    return end, tail


def _ungrouped(token: str) -> Decimal:
    """«1.844.036.360,12» → 1844036360.12: the decimal mark comes last, once, unlike the others."""
    marks = [c for c in token if not c.isdigit()]
    last = marks[-1] if marks[-1] != marks[0] and marks.count(marks[-1]) == 1 else None
    whole, part = token.rsplit(last, 1) if last else (token, "")
    digits = "".join(c for c in whole if c.isdigit())
    return Decimal(f"{digits}.{part}" if part else digits)


def _fraction(token: str, at: int) -> Figures | None:
    found = _FRACTION.fullmatch(token)
    if not found:
        return None
    top, bottom = int(found[1]), int(found[2])
    if not 0 < top < bottom or bottom not in _DENOMINATORS or "0" in (found[1][0], found[2][0]):
        return None  # 9/11 is a day, 19/38 a house
    value = quotient(top, bottom)
    return Figures(at + 1, value, value, fraction=True)


def quotient(top: int, bottom: int) -> Decimal | None:
    """Return a fraction as a decimal, or None if it has no finite one: 1/4 is 0.25, 1/3 nothing."""
    rest = bottom
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return Decimal(top) / Decimal(bottom) if top % rest == 0 else None


def no_number_until(text: Text, at: int) -> int | None:
    """Return where figures that are no number end: «№ 123-VI», «Ми-8», «+7 701 123-45-67», «5G», «2-1»."""
    end = _telephone(text, at)
    if end:
        return end
    end, _ = _groups(text, at)
    if end - at > _MOST_GROUPS:
        return end
    end, pieces = _hyphened(text, at)
    if _names_a_thing(text, at, end):
        return end
    if len(pieces) > 2:
        return end
    if len(pieces) == 2 and all(p.isdecimal() for p in pieces) and int(pieces[0]) >= int(pieces[1]):
        return end  # a score, a season, a model
    return None


def _hyphened(text: Text, at: int) -> tuple[int, list[str]]:
    """The figures glued to each other by dashes: end token and the figures."""
    forms = text.forms
    pieces = [forms[at].text]
    end = at + 1
    while (
        end + 1 < len(forms)
        and forms[end].text in DASHES
        and forms[end + 1].shape is Shape.NUMBER
        and text.touches(end)
        and text.touches(end + 1)
    ):
        pieces.append(forms[end + 1].text)
        end += 2
    return end, pieces


def _names_a_thing(text: Text, at: int, end: int) -> bool:
    forms = text.forms
    if at and forms[at - 1].text in ("№", "N", "#"):
        return True
    if text.touches(at):
        before = forms[at - 1]
        if before.latin:
            return True
        hyphen = before.text in DASHES and before.text != "—" and text.touches(at - 1)
        if hyphen and forms[at - 2].text[0].isalpha():
            return forms[at - 2].key not in AROUND["degrees"]  # COVID-19, Ми-8, but «6 мороза-7 тепла»
    if end < len(forms) and text.touches(end):
        after = forms[end]
        if after.latin and (len(after.text) == 1 or after.capital):
            return not letter_of_magnitude(text, at, end)  # 5G, 4K
        if after.text == "-" and end + 1 < len(forms) and text.touches(end + 1):
            return forms[end + 1].shape in (Shape.UPPER, Shape.INITIAL, Shape.MIXED)  # 123-VI
    return False


def letter_of_magnitude(text: Text, first: int, at: int) -> bool:
    """Tell whether the letter at a token multiplies the figures that it touches: «5k долларов», «$3M»."""
    forms = text.forms
    word = WORDS.get(forms[at].key)
    if word is None or word.kind != "letter" or not text.touches(at):
        return False
    if first and unicodedata.category(forms[first - 1].text[0]) == "Sc":
        return True
    return at + 1 < len(forms) and forms[at + 1].key in AROUND["money"]


def _telephone(text: Text, at: int) -> int | None:
    forms, source = text.forms, text.source
    plus = at > 0 and forms[at - 1].text == "+" and text.touches(at)
    if not plus and forms[at].text not in ("8", "7"):
        return None
    digits, end = len(forms[at].text), at + 1
    last = end
    while end < len(forms) and end - at < 14:
        token = forms[end].text
        if text.starts[end] - text.ends[end - 1] > 1 or source[text.ends[end - 1] : text.starts[end]] == "\n":
            break
        if token.isdigit():
            digits += len(token)
            last = end + 1
        elif token not in "-–()":
            break
        end += 1
    return last if (digits >= 9 if plus else digits == 11 and last - at > 4) else None

"""A text as the rules of dates see it: words by their class in the vocabulary, numbers by what they could be.

A number of four digits may be a year, one up to 31 a day, one up to 24 an hour, one with a magnitude neither.
`CLASSES` says which classes a name in a pattern stands for (`classes.toml`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from kzuz_extract.dates.glue import glued_head
from kzuz_extract.dates.reading import Reading
from kzuz_extract.dates.vocabulary import Word, vocabulary
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import NO_CLASS, Item, Layer
from kzuz_extract.text import Form, Text
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape


def _alphabet() -> dict[str, str]:
    with (Path(__file__).parent / "classes.toml").open("rb") as file:
        table = tomllib.load(file)
    single = sorted(vocabulary().classes)
    for group in ("numbers", "tokens", "readings"):
        single += table[group].split()
    found = {name: chr(0xE000 + at) for at, name in enumerate(single)}
    for name, members in table["unions"].items():
        found[name] = "".join(found[member] for member in members.split())
    return found


CLASSES: Mapping[str, str] = _alphabet()

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
_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_DECADE_END = re.compile(r".*(?:0[-‑]?(?:е|х|м|ми|ые|ых)|(?:ые|ых|ым|ыми|ие|их))$")
_ROMAN = frozenset("ivxlcdmхі")


def read_layer(text: Text, numbers: Sequence[Number]) -> Layer:
    """Gather a text's items for the first grammar of dates.

    Words that mean nothing to it become one gap, however many they are. So does the border of two sentences,
    unless a full stop stands there: it may belong to «окт.» and is an item itself.
    """
    items: list[Item] = []
    classes: list[str] = []
    numbers_at = {number.first: number for number in numbers}
    borders = set(text.sentences)
    forms = text.forms
    done = 0  # the token after the last item; what lies between it and the next one is a gap
    for at in sorted({*_meanings.where(text), *numbers_at}):
        if at < done:
            continue
        form = forms[at]
        number = numbers_at.get(at)
        word = _meanings[form] if number is None or len(form.text) == 4 else None
        end = at + 1
        if word is _IN_CONTEXT:
            end, word = _in_context(text, at)
        if word is None and number is None:
            continue
        if at > done or (at in borders and forms[at - 1].text != "."):
            items.append(_GAP)
            classes.append(NO_CLASS)
        if word is not None:
            classes.append(CLASSES[word.cls])
            items.append(Item(at, end, form, None, word))
        elif number is not None:
            end = number.end
            classes.append(CLASSES[_number_class(text, number)])
            items.append(Item(at, end, form, number))
        done = end
    return Layer(text, items, "".join(classes))


_GAP = Item(0, 0, Form(" "), None)
_IN_CONTEXT = Word("", "")  # the words around decide


def _meaning(form: Form) -> Word | None:
    key, lexicon = form.key, vocabulary()
    if key in lexicon.phrases or key == "по" or _ISO_YEAR.fullmatch(form.text):
        return _IN_CONTEXT
    word = lexicon.words.get(key) or _shaped(form)
    if word is None and form.shape is Shape.LOWER and (head := glued_head(key)):
        word = lexicon.words[head]
    return word


_meanings = Asked(_meaning)


def _in_context(text: Text, at: int) -> tuple[int, Word | None]:
    """Return the end and the meaning of a phrase, a zone, `2025-11-15`, or else of the word alone."""
    forms = text.forms
    key = forms[at].key
    for parts, word in vocabulary().phrases.get(key, ()):
        if [form.key for form in forms[at : at + len(parts)]] == list(parts):
            return at + len(parts), word
    if (
        key == "по"
        and at + 2 < len(forms)
        and forms[at + 2].key == "времени"
        and forms[at + 1].key.endswith("ому")
    ):
        return at + 3, Word("ZONE", "local")  # «по пекинскому времени»: of a place that is not listed
    if _is_iso_date(text, at):
        return at + 5, Word("ISO_DATE", "-".join(forms[at + i].text for i in (0, 2, 4)))
    if last := _short_last_year(text, at):
        return at + 3, Word("SHORT_YEARS", f"{key}|{last}")
    return at + 1, vocabulary().words.get(key)


def rewritten(layer: Layer, found: Sequence[tuple[int, int, Reading]]) -> Layer:
    """Return the layer with items `first` to `end` (exclusive) of each reading put together into one."""
    if not found:
        return layer
    items: list[Item] = []
    classes: list[str] = []
    at = 0
    for first, end, reading in found:
        items += layer.items[at:first]
        classes.append(layer.classes[at:first])
        head = layer.items[first]
        items.append(Item(head.first, layer.items[end - 1].end, head.form, None, reading))
        classes.append(CLASSES[reading.cls])
        at = end
    items += layer.items[at:]
    classes.append(layer.classes[at:])
    return Layer(layer.text, items, "".join(classes))


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
        at >= 0
        and at + 4 < len(forms)
        and bool(_ISO_YEAR.fullmatch(forms[at].text))
        and forms[at + 3].text == "-"
        and all(len(forms[i].text) == 2 and forms[i].text.isdigit() for i in (at + 2, at + 4))
        and all(text.touches(i) for i in range(at + 1, at + 5))
    )


def _shaped(form: Form) -> Word | None:
    """Class a token that no list names by its shape: `15.11.2025`, `18:30`, `двухдневный`."""
    if form.shape is Shape.NUMBER:
        if _YEAR_FIRST.fullmatch(form.text):
            return Word("ISO_DATE", form.text.replace(form.text[4], "-"))
        for pattern, cls in _SHAPES:
            if pattern.fullmatch(form.text):
                return Word(cls, form.text)
        return None
    if "-" in form.key:
        return _pair(form)
    return _length_adjective(form) if form.shape in (Shape.LOWER, Shape.TITLE) else None


def _pair(form: Form) -> Word | None:
    """`январь-март`, `четверг-пятницу`, `пн-пт` are one word to the tokenizer."""
    ends = [vocabulary().words.get(part) for part in form.key.split("-")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    value = f"{ends[0].value}|{ends[1].value}"
    if all(end.cls in ("MONTH", "MONTH_GEN") for end in ends if end):
        return Word("MONTH_PAIR", value)
    if ends[0].cls == ends[1].cls == "WEEKDAY_SHORT":
        return Word("SHORT_PAIR", value)
    return Word("WEEKDAY_PAIR", value) if ends[0].cls == ends[1].cls == "WEEKDAY" else None


@cache
def _length_endings() -> tuple[str, ...]:
    return tuple(sorted({ending[-4:] for ending in vocabulary().endings}))


def _length_adjective(form: Form) -> Word | None:
    """`часовой` (of 12-часовой) and `двухдневный`: an ending of the vocabulary, alone or after a number."""
    key = form.key
    if not key.endswith(_length_endings()):
        return None
    endings = vocabulary().endings
    for size in range(min(13, len(key)), 5, -1):
        word = endings.get(key[-size:])
        if word is not None:
            return Word("LENGTH_ADJ" if size == len(key) else "COMPOUND_ADJ", f"{word.value}|{key[:-size]}")
    return None


_BY_SIZE = ((12, "N12"), (24, "N24"), (31, "N31"), (99, "N99"), (999, "N999"))
_ORDINALS_BY_SIZE = ((12, "O12"), (31, "O31"), (99, "O99"))


def _number_class(text: Text, number: Number) -> str:
    value = number.value
    if value is None:
        return _range_class(number)
    if number.form == "ordinal":
        return _ordinal_class(text, number, value)
    if number.figures:
        if len(number.figures) == 4 and 1000 <= value < 2200:
            return "NYEAR"
        fits = (name for most, name in _BY_SIZE if 0 < value <= most and len(number.figures or "") < 4)
        return next(fits, "NOTHER")
    if number.end == number.first + 1 and _DOTTED.fullmatch(text.forms[number.first].text):
        return "NDOT"
    whole = number.form == "cardinal" and value == int(value) and not number.magnitude
    return "W24" if whole and 0 < value <= 24 else "NOTHER"


def _range_class(number: Number) -> str:
    low, high = number.low, number.high
    if low is None or high is None or number.magnitude or low != int(low) or high != int(high):
        return "ROTHER"
    if low >= 1000:
        return "RYEAR" if high < 2200 else "ROTHER"
    return "R31" if low > 0 and high <= 31 else "R99" if high <= 99 else "ROTHER"


def _ordinal_class(text: Text, number: Number, value: Decimal) -> str:
    first = vocabulary().words.get(text.forms[number.first].key)
    if first and first.cls == "FIRST" and number.end == number.first + 1:
        return "FIRST"  # «первые девять месяцев»
    written = text.source[text.starts[number.first] : text.ends[number.end - 1]].lower()
    round_ten = value % 10 == 0 and (20 <= value < 100 or 1000 <= value < 2200)
    round_ten = round_ten or (not value and written.startswith("нулев"))  # «в нулевые годы»
    if round_ten and _DECADE_END.match(written) and not (value >= 1000 and written.endswith("м")):
        return "ODECADE"
    if set(written) <= _ROMAN:
        return "OROMAN"
    if 1000 <= value < 2200:
        return "OYEAR"
    return next((name for most, name in _ORDINALS_BY_SIZE if 0 < value <= most), "OOTHER")

"""A text as the rules of dates see it: words by their class in the vocabulary, numbers by what they could be.

A number of four digits may be a year, one up to 31 a day, one up to 24 an hour; one written with a magnitude or in
words of its own kind only counts. `CLASSES` says which of these classes a name in a pattern stands for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import regex

from kzuz_extract.dates.reading import Reading
from kzuz_extract.dates.vocabulary import Word, vocabulary
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import NO_CLASS, Item, Layer, items_of
from kzuz_extract.text import Form, Text
from kzuz_extract.text.tokens import Shape

# Cardinals in figures by size, in words, others; ordinals in figures and in words; ranges.
_NUMBERS = [
    "N12",
    "N24",
    "N31",
    "N99",
    "N999",
    "NYEAR",
    "W24",
    "NDOT",
    "NOTHER",
    "O12",
    "O31",
    "O99",
    "OYEAR",
    "ODECADE",
    "OROMAN",
    "OOTHER",
    "R31",
    "R99",
    "RYEAR",
    "ROTHER",
]
_TOKENS = [
    "ISO_DATE",
    "NUMERIC_DATE",
    "SHORT_DATE",
    "CLOCK",
    "SCHOOL_YEAR",
    "LENGTH_ADJ",
    "COMPOUND_ADJ",
    "MONTH_PAIR",
]
_READINGS = [
    "A_DAY",
    "A_DATE",
    "A_DAYS",
    "A_HOLIDAY",
    "A_MONTH",
    "A_MONTHY",
    "A_MONTHS",
    "A_YEAR",
    "A_RELYEAR",
    "A_YEARS",
    "A_UNIT",
    "A_UNITY",
    "A_DECADE",
    "A_CENTURY",
    "A_SEASON",
    "A_SEASON_NOUN",
    "A_WEEKDAY",
    "A_WEDNESDAY",
    "A_WEEKDAYS",
    "A_REL",
    "A_RELUNIT",
    "A_PART",
    "A_TIME",
    "A_TIMES",
    "A_DAYPART",
    "A_LENGTH",
    "A_REPEATS",
    "A_DONE",
]
_UNIONS = {
    "DAY_NUMBER": "N12 N24 N31 O12 O31",
    "HOUR_NUMBER": "N12 N24 W24",
    "CARDINAL": "N12 N24 N31 N99 N999 NYEAR W24 NDOT NOTHER",
    "COUNT": "N12 N24 N31 N99 N999 NYEAR W24 NDOT NOTHER R31 R99 RYEAR ROTHER",
    "ORDINAL": "O12 O31 OROMAN",
    "SMALL_ORDINAL": "O12 OROMAN",
    "SHORT_ORDINAL": "O31 O99 ODECADE",
    "ONE_YEAR": "YEAR YEAR_SHORT",
    "YEAR_WORD": "YEAR YEARS YEAR_SHORT YEARS_SHORT",
    "UNIT": "SECOND MINUTE HOUR DAY OF_DAY FULL_DAY WEEK MONTHS QUARTER HALF_YEAR YEAR YEARS SUMMERS DECADE CENTURY",
    "PERIOD_UNIT": "DAY OF_DAY FULL_DAY WEEK MONTHS QUARTER HALF_YEAR YEAR YEARS DECADE CENTURY",
    "OF_DAY_PART": "DAY_PART_OF OF_DAY",
    "STEP": "THIS LAST LAST_BUT_ONE NEXT",
    "RELATIVE": "THIS LAST LAST_BUT_ONE NEXT NEAREST",
    "STRETCH": "RECENT LAST NEAREST NEXT",
    "ANY_MONTH": "MONTH MONTH_GEN",
    "SOME_WEEKDAY": "WEEKDAY WEEKDAY_DOUBTFUL",
    "SOME_SEASON": "SEASON SEASON_NOUN",
    "PLACED": "IN TO UNTIL FROM AFTER BY OF ON",
    "CALENDAR_DAY": "A_DAY A_DATE A_DAYS",
    "ONE_DAY": "A_DAY A_DATE A_REL A_WEEKDAY A_HOLIDAY",
    "NAMED_WEEKDAY": "A_WEEKDAY A_WEDNESDAY",
    "YEARLESS": "A_DAY A_DAYS A_MONTH A_MONTHS A_UNIT A_SEASON A_SEASON_NOUN A_HOLIDAY",
    "ANY_YEAR": "A_YEAR A_RELYEAR A_YEARS",
    "PARTED": (
        "A_MONTH A_MONTHY A_YEAR A_RELYEAR A_YEARS A_RELUNIT A_UNIT A_UNITY A_SEASON_NOUN A_DECADE A_CENTURY"
    ),
    "BOUND": (
        "A_DAY A_DATE A_HOLIDAY A_MONTH A_MONTHY A_YEAR A_RELYEAR A_UNIT A_UNITY A_PART A_REL A_RELUNIT A_WEEKDAY"
        " A_SEASON_NOUN A_DECADE A_CENTURY"
    ),
}


def _alphabet() -> dict[str, str]:
    single = [*sorted(vocabulary().classes), *_NUMBERS, *_TOKENS, *_READINGS]
    found = {name: chr(0xE000 + at) for at, name in enumerate(single)}
    for name, members in _UNIONS.items():
        found[name] = "".join(found[member] for member in members.split())
    return found


CLASSES: Mapping[str, str] = _alphabet()

_ISO_DATE = regex.compile(r"(?:1[0-9]|20|21)\d\d")
_NUMERIC_DATE = regex.compile(r"\d{1,2}([./])\d{1,2}\1(?:1\d|20|21)\d\d")
_SHORT_DATE = regex.compile(r"\d{2}([./])\d{2}\1\d{2}")
_CLOCK = regex.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_SCHOOL_YEAR = regex.compile(r"(?:19|20)\d\d/(?:\d\d|(?:19|20)\d\d)")
_DOTTED = regex.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_DECADE_END = regex.compile(r".*(?:0[-‑]?(?:е|х|м|ми|ые|ых)|(?:ые|ых|ым|ыми|ие|их))$")
_ROMAN = frozenset("ivxlcdmхі")


def read_layer(text: Text, numbers: Sequence[Number]) -> Layer:
    """Gather a text's items for the first grammar of dates."""
    items: list[Item] = []
    classes: list[str] = []
    base = items_of(text, _without_iso_dates(text, numbers))
    words, phrases = vocabulary().words, vocabulary().phrases
    at = 0
    while at < len(base):
        item = base[at]
        width, word = 1, None
        if item.number is None:
            key = item.form.key
            if key in phrases:
                width, word = _phrase(base, at, phrases[key])
            if word is None:
                word = words.get(key)
                if word is None:
                    width, word = _shaped(text, base, at)
        last = base[at + width - 1]
        if item.number is not None:
            classes.append(CLASSES[_number_class(text, item.number)])
            items.append(item)
        else:
            classes.append(CLASSES[word.cls] if word else NO_CLASS)
            items.append(Item(item.first, last.end, item.form, None, word))
        at += width
    return Layer(text, items, "".join(classes))


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


def _without_iso_dates(text: Text, numbers: Sequence[Number]) -> list[Number]:
    """Take `2025-11-15` away from the numbers, which see three of them or a range."""
    taken: set[int] = set()
    for at, form in enumerate(text.forms):
        if form.text == "-" and _is_iso_date(text, at - 1):
            taken.update(range(at - 1, at + 4))
    if not taken:
        return list(numbers)
    return [n for n in numbers if not taken.intersection(range(n.first, n.end))]


def _is_iso_date(text: Text, at: int) -> bool:
    forms = text.forms
    return (
        at >= 0
        and at + 4 < len(forms)
        and bool(_ISO_DATE.fullmatch(forms[at].text))
        and forms[at + 3].text == "-"
        and all(len(forms[i].text) == 2 and forms[i].text.isdigit() for i in (at + 2, at + 4))
        and all(text.touches(i) for i in range(at + 1, at + 5))
    )


def _phrase(base: list[Item], at: int, known: list[tuple[tuple[str, ...], Word]]) -> tuple[int, Word | None]:
    for parts, word in known:
        listed = base[at : at + len(parts)]
        if len(listed) == len(parts) and all(i.form.key == p for i, p in zip(listed, parts, strict=True)):
            return len(parts), word
    return 1, None


def _shaped(text: Text, base: list[Item], at: int) -> tuple[int, Word | None]:
    """Class a token that no list names by its shape: `15.11.2025`, `18:30`, `двухдневный`."""
    form = base[at].form
    if form.shape is Shape.NUMBER:
        if _is_iso_date(text, base[at].first):
            return 5, Word("ISO_DATE", "-".join(base[at + i].form.text for i in (0, 2, 4)))
        for pattern, cls in (
            (_NUMERIC_DATE, "NUMERIC_DATE"),
            (_SHORT_DATE, "SHORT_DATE"),
            (_CLOCK, "CLOCK"),
            (_SCHOOL_YEAR, "SCHOOL_YEAR"),
        ):
            if pattern.fullmatch(form.text):
                return 1, Word(cls, form.text)
    elif "-" in form.key:
        return 1, _pair_of_months(form)
    elif form.shape is Shape.LOWER or form.shape is Shape.TITLE:
        return 1, _length_adjective(form)
    return 1, None


def _pair_of_months(form: Form) -> Word | None:
    """`январь-март` is one word to the tokenizer."""
    words = vocabulary().words
    ends = [words.get(part) for part in form.key.split("-")]
    if len(ends) == 2 and all(word and word.cls in ("MONTH", "MONTH_GEN") for word in ends):
        return Word("MONTH_PAIR", f"{ends[0].value}|{ends[1].value}")  # type: ignore[union-attr]
    return None


def _length_adjective(form: Form) -> Word | None:
    """`часовой` (of 12-часовой) and `двухдневный`: an ending of the vocabulary, alone or after a number word."""
    key = form.key
    endings = vocabulary().endings
    for size in range(7, min(13, len(key)) + 1):
        word = endings.get(key[-size:])
        if word is not None:
            return Word("LENGTH_ADJ" if size == len(key) else "COMPOUND_ADJ", f"{word.value}|{key[:-size]}")
    return None


def _number_class(text: Text, number: Number) -> str:
    if number.value is None:
        low, high = number.low or Decimal(0), number.high or Decimal(0)
        if number.magnitude or low != int(low) or high != int(high):
            return "ROTHER"
        return (
            "R31"
            if low > 0 and high <= 31
            else "RYEAR"
            if low >= 1000 and 1000 <= high < 2200
            else "R99"
            if high <= 99
            else "ROTHER"
        )
    if number.form == "ordinal":
        return _ordinal_class(text, number)
    value = number.value
    if number.figures:
        digits = len(number.figures)
        if digits == 4 and 1000 <= value < 2200:
            return "NYEAR"
        if digits > 3 or value == 0:
            return "NOTHER"
        return (
            "N12"
            if value <= 12
            else "N24"
            if value <= 24
            else "N31"
            if value <= 31
            else "N99"
            if value <= 99
            else "N999"
        )
    if number.end == number.first + 1 and _DOTTED.fullmatch(text.forms[number.first].text):
        return "NDOT"
    if number.form == "cardinal" and value == int(value) and 0 < value <= 24 and not number.magnitude:
        return "W24"
    return "NOTHER"


def _ordinal_class(text: Text, number: Number) -> str:
    value = number.value or Decimal(0)
    written = text.source[text.starts[number.first] : text.ends[number.end - 1]].lower()
    if (
        value % 10 == 0
        and 20 <= value < 2200
        and _DECADE_END.match(written)
        and (value < 100 or value >= 1000)
    ):
        return "ODECADE"
    if set(written) <= _ROMAN:
        return "OROMAN"
    return (
        "O12"
        if 0 < value <= 12
        else "O31"
        if 0 < value <= 31
        else "O99"
        if 0 < value <= 99
        else "OYEAR"
        if 1000 <= value < 2200
        else "OOTHER"
    )

"""The number words as built into numerals.tsv, and what a word of Roman figures is worth."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kzuz_extract.language.form_tables import read_forms


class NumberWord(NamedTuple):
    """What a word is worth: «двумя» is a cardinal 2, «тысяч» the magnitude 1000 in the plural.

    kind    cardinal, half (полтора), collective, ordinal, magnitude, letter (k), noun (десяток), several,
            part (треть), whole (целых), half_more (с половиной), sign (минус: its value is -1, плюс: 1)
    number  sing, plur, both (тысячи), abbr (млн)
    """

    kind: str
    value: Decimal
    number: str


WORDS: dict[str, NumberWord] = {}
ENDINGS: dict[str, str] = {}  # «-й» → ordinal_ending
AROUND: dict[str, set[str]] = {}  # month, wants_genitive, money → the words
for (_kind, _value, _number), _forms in read_forms(Path(__file__).with_name("numerals.tsv"), 3):
    if _forms[0][0] == "-":
        ENDINGS.update((_form[1:], _kind) for _form in _forms)
    elif _forms[0][0] == "~":
        AROUND.setdefault(_kind, set()).update(_form[1:] for _form in _forms)
    else:
        _top, _, _bottom = _value.partition("/")
        # A third has no decimal: it stays 0 and the reader gives no value.
        _worth = (
            Decimal(_top) / Decimal(_bottom) if _bottom in ("2", "4") else Decimal(0 if _bottom else _top)
        )
        WORDS.update(dict.fromkeys(_forms, NumberWord(_kind, _worth, _number)))
_ROMAN = {"I": 1, "V": 5, "X": 10}
_CYRILLIC_ROMAN = str.maketrans("ХІ", "XI")


def roman(spelling: str) -> int | None:
    """Return what Roman figures up to XXXIX are worth, Cyrillic «ХХ» included; None for any other word.

    >>> roman("XXVII"), roman("XXIV"), roman("VX"), roman("МХ")
    (27, 24, None, None)
    """
    letters = spelling.translate(_CYRILLIC_ROMAN)
    if not 0 < len(letters) < 8 or any(letter not in _ROMAN for letter in letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    total = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return total if letters == _to_roman(total) else None


def _to_roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]

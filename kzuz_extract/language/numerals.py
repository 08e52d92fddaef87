"""Every number of a text, read once: in figures, in words, mixed, with magnitudes, as ranges and as ordinals.

`numerals_starts` reads one number; here two that a dash or «от … до» joins become a range, and «3 и 5 млн»
share their magnitude.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kzuz_extract.facts import Modifier
from kzuz_extract.language.hedges import after_change, hedge_before
from kzuz_extract.language.numerals_figures import DASHES
from kzuz_extract.language.numerals_reader import NumberForm, Part
from kzuz_extract.language.numerals_starts import may_start, read_part, starting_words
from kzuz_extract.text import Text
from kzuz_extract.text.asked import Asked
from kzuz_extract.text.tokens import Shape


class Number(NamedTuple):
    """One number and the tokens that write it, `first` to `end` (exclusive).

    value      None for a range, which has `low` and `high` instead, a vague plural, a fraction without end
    form       cardinal (5, пять, 5 тыс.), ordinal (2-й, второго, XXI), collective (трое), fraction (1/4,
               две трети), adjective (10-миллиардный)
    figures    the digits of a number that is one bare token of digits (15, 2025), as a day or a year is
    magnitude  true if a word such as тыс. or миллиард was multiplied in
    vague      «десятки», «несколько тысяч», «миллионы»: no value at all
    noun       ends in «десяток», «пара», «сотня», which count only before another noun
    roman      written in Roman figures
    unit       the unit inside the same word: «литра» of «пол-литра»
    over       said to be a little more: «20 с лишним тысяч»
    about      said to be about so many by the order of words: «тысяч пять»
    scale      the magnitude multiplied in, 1 if none: 1000 of «5 тыс.»
    """

    first: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    form: NumberForm = "cardinal"
    figures: str | None = None
    magnitude: bool = False
    vague: bool = False
    noun: bool = False
    roman: bool = False
    unit: str | None = None
    scale: Decimal = Decimal(1)
    over: bool = False
    about: bool = False


_ALIKE = 10  # how many times a number may exceed the next one with which it shares a magnitude
_YEAR = 4  # its figures
_DOTS = [".", ".", "."]
_LONGEST_LINK = 5  # tokens of «и не более чем на»
_LISTING = frozenset(("и", "или", "либо", "из", "до"))


def read_numbers(text: Text) -> list[Number]:
    """Return the numbers of a text from left to right; none overlaps another."""
    parts = _joined(text, _parts(text))
    return [
        Number(
            part.first,
            part.end,
            part.value if part.figures else plain(part.value),
            plain(part.low),
            plain(part.high),
            part.form,
            part.figures,
            part.scale != 1,
            part.vague,
            part.noun,
            part.roman,
            part.unit,
            part.scale,
            part.over,
            part.about,
        )
        for part in parts
    ]


def own_hedge(number: Number) -> Modifier | None:
    """Return how exact a number is said to be by its own words: «20 с лишним тысяч», «тысяч пять»."""
    return "more_than" if number.over else "about" if number.about else None


def plain(value: Decimal | None) -> Decimal | None:
    """Return a number without exponent and trailing zeros: 1700000000.0 is 1700000000, 1.50 is 1.5.

    >>> str(plain(Decimal("1.7") * 10**9)), str(plain(Decimal("0.50")))
    ('1700000000', '0.5')
    """
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


_awake = Asked(may_start, False, small=starting_words)


def _parts(text: Text) -> list[Part]:
    parts: list[Part] = []
    free = 0
    for at in _awake.where(text):
        if at < free:
            continue
        read = read_part(text, at)
        if isinstance(read, Part):
            parts.append(read)
            free = read.end
        elif read:
            free = read
    return parts


def _joined(text: Text, parts: list[Part]) -> list[Part]:
    """Make one range of two numbers where the text does, and share the magnitude of «3 и 5 млн»."""
    done: list[Part] = []
    for part in reversed(parts):
        after = done[-1] if done else None
        if after is not None and (after.first - part.end <= 1 or _dots(text, part.end, after.first)):
            range_ = _range(text, part, after)
            if range_ is not None:
                done[-1] = range_
                continue
            part = _shared(text, part, after)
        elif after is not None and after.scale != 1 and _listed_with_hedge(text, part, after):
            part = _shared(text, part, after)
        done.append(part)
    done.reverse()
    return done


def _range(text: Text, low: Part, high: Part) -> Part | None:
    if low.value is None or high.value is None or not _alike(low, high):
        return None
    forms, opening = text.forms, _opening(text, low, high)
    if opening is None:
        return None
    value = _scaled(low, high)
    if value is None or high.value is None:
        return None
    bottom, top = value, high.value
    if bottom < 0 < top and forms[low.end].text in DASHES and forms[high.first].shape is Shape.NUMBER:
        top = -top  # «минус 5–7 градусов»
    if bottom >= top and not bottom > top < 0:
        return None
    return high._replace(
        first=opening,
        value=None,
        figures=None,
        low=min(bottom, top),
        high=max(bottom, top),
        scale=max(low.scale, high.scale),
    )


def _alike(low: Part, high: Part) -> bool:
    if low.form == high.form:
        return low.form in ("cardinal", "ordinal", "collective")
    return low.figures is not None and high.form in ("ordinal", "adjective")  # 1–5-е места


def _opening(text: Text, low: Part, high: Part) -> int | None:
    """Where the range of two numbers starts: «10–12», «от 3 до 5», «с 20 до 35 лет», «между 10 и 20».

    «вырос с 20 до 35» names two levels and no range.
    """
    forms = text.forms
    if high.first == low.end:
        return None
    link = forms[low.end].text
    before = forms[low.first - 1].key if low.first else ""
    if _dots(text, low.end, high.first):
        return low.first
    if link in DASHES or link == "…":
        glued = text.touches(low.end) and text.touches(high.first)
        loose = (
            link in "-–—"
            and not _is_year_before_figure(low, high)
            and not text.touches(low.end)
            and not text.touches(high.first)
        )
        return low.first if glued or loose else None
    if link == "до" and (before == "от" or (before in ("с", "со") and not after_change(text, low.first))):
        return low.first - 1
    if link == "и" and before == "между":
        return low.first - 1
    return None


def _is_year_before_figure(low: Part, high: Part) -> bool:
    """«2025 – 3 трлн тенге», «2024 — 15 тысяч»: the year of a figure."""
    year = low.figures is not None and len(low.figures) == _YEAR and low.figures.startswith(("19", "20"))
    return year and (high.figures is None or len(high.figures) != _YEAR)


def _dots(text: Text, end: int, first: int) -> bool:
    """«0...+5»: three full stops, no space among them."""
    if first - end != len(_DOTS) or [form.text for form in text.forms[end:first]] != _DOTS:
        return False
    return all(map(text.touches, range(end, first + 1)))


def _scaled(low: Part, high: Part) -> Decimal | None:
    """The value of the first number, with the magnitude of the second where it has none: «5-7 тыс.»."""
    if low.value is None or low.scale != 1 or high.scale == 1 or high.mantissa is None:
        return low.value
    return low.value * high.scale if low.value < high.mantissa else low.value


def _listed_with_hedge(text: Text, part: Part, after: Part) -> bool:
    """«не менее 100 и не более 200 тысяч»: a hedge stands between the link and the second number."""
    if after.first - part.end > _LONGEST_LINK:
        return False
    hedge = hedge_before(text, after.first)
    return hedge is not None and hedge.first == part.end + 1


def _shared(text: Text, part: Part, after: Part) -> Part:
    """«3 и 5 млн», «8,4 из 9,1 миллиарда»: the magnitude said last belongs to both."""
    if after.first == part.end or part.scale != 1 or after.scale == 1 or part.form != "cardinal":
        return part
    link = text.forms[part.end].text.lower()
    if part.value is None or part.unit or link not in _LISTING or (part.figures and len(part.figures) > 3):
        return part
    if link == "из" and part.value == part.value.to_integral_value():
        return part  # «5 из 10 тысяч» may well be five
    if link == "до" and not (part.first and text.forms[part.first - 1].key in ("с", "со")):
        return part
    value = _scaled(part, after)
    if value == part.value and link == "до" and after.mantissa and part.value < _ALIKE * after.mantissa:
        value = part.value * after.scale  # «сократили с 35 до 30 млрд», but «вырос с 500 до 1,2 тыс.»
    if value == part.value or value is None:
        return part
    return part._replace(value=value, scale=after.scale, figures=None)

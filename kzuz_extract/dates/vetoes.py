"""What company forbids a date: names of streets, titles in quotes, addresses of pages; a function a case."""

from __future__ import annotations

from kzuz_extract.dates.reading import Length, Reading
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.hedges import is_amount
from kzuz_extract.text import Text

_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}
_TITLE = 7  # tokens that a title is long, with its closing quote
_YEAR_FIGURES = 4
_NAMES = ("date.holiday", "date.deictic", "date.weekday", "date.season")


def names_a_street(text: Text, first: int) -> bool:
    """«улица 8 Марта», «станция «Улица 1905 года»»."""
    named = vocabulary().forms
    for at in range(first - 1, max(first - 3, 0) - 1, -1):
        key = text.forms[at].key
        if key in named["street"]:
            return True
        if (key != "." and key not in named["quotes"]) or text.sentence_bounds(first)[0] > at:
            return False  # «Открыли парк. 5 июня …» is no street either
    return False


def opens_a_title(text: Text, first: int, reading: Reading) -> bool:
    """«Три минуты тишины»: a length with a capital straight after a quote that soon closes."""
    if not first or not isinstance(reading.when, Length) or not text.forms[first].capital:
        return False
    closing = _CLOSING.get(text.forms[first - 1].text)
    return closing is not None and any(form.text == closing for form in text.forms[first : first + _TITLE])


def is_quoted(text: Text, first: int, end: int, reading: Reading) -> bool:
    """The programme «Наурыз», the paper «Сегодня», the agency «Россия сегодня», the series «12 месяцев»."""
    if isinstance(reading.when, Length) or reading.rule == "date.month":
        return _quotes(text, first, end)
    if reading.rule not in _NAMES or end >= len(text.forms) or text.forms[end].text not in _CLOSING.values():
        return False
    return any(form.text in _CLOSING for form in text.forms[max(0, first - 2) : first])


def _quotes(text: Text, first: int, end: int) -> bool:
    """Tell whether quotes enclose just these tokens."""
    opening = text.forms[first - 1].text if first else ""
    return end < len(text.forms) and text.forms[end].text == _CLOSING.get(opening)


def is_in_an_address(text: Text, first: int, end: int) -> bool:
    """«example.kz/2016-06-30/otchet»: a date between slashes."""
    return (text.touches(first) and text.forms[first - 1].text == "/") or (
        end < len(text.forms) and text.touches(end) and text.forms[end].text == "/"
    )


_BLOCKS_OF = ("от", "города", "столицы", "жилых", "домов", "застройки")


def counts_city_blocks(text: Text, end: int, reading: Reading) -> bool:
    """«в трёх кварталах от площади», «два квартала города»: blocks of a town, no quarters of a year."""
    if not isinstance(reading.when, Length) or reading.when.unit != "quarter":
        return False
    after = text.forms[end].key if end < len(text.forms) else ""
    return text.forms[end - 1].key in ("кварталах", "кварталам", "кварталами") or after in _BLOCKS_OF


def is_a_level(text: Text, first: int, end: int) -> bool:
    """«число жалоб выросло до 2015», «с 1998 до 2015», «на 1950»: how many there came to be, no year."""
    forms = text.forms
    opener = forms[first].key if end - first > 1 else forms[first - 1].key if first else ""
    if opener not in ("до", "с", "на") or not _is_year(forms[end - 1].text):
        return False
    if opener == "с" and not any(form.key == "до" for form in forms[first : end + 1]):
        return False  # «число жалоб выросло с 2015 на треть»
    return is_amount(text, first)


def _is_year(written: str) -> bool:
    return len(written) == _YEAR_FIGURES and written.isdigit()


def is_forbidden(text: Text, first: int, end: int, reading: Reading) -> bool:
    """Tell whether a reading at tokens `first` to `end` (exclusive) is part of something that is no date."""
    return (
        is_a_level(text, first, end)
        or counts_city_blocks(text, end, reading)
        or names_a_street(text, first)
        or opens_a_title(text, first, reading)
        or is_quoted(text, first, end, reading)
        or is_in_an_address(text, first, end)
    )

"""Dates that stand on the calendar: «15 ноября», «март 2024», «2030 году», «III квартал», «1990-е», «XX век».

The first two levels of the grammar: what one unit is, and the year that belongs to it.
"""

from __future__ import annotations

from kzuz_extract.dates.calendar import day_of
from kzuz_extract.dates.making import (
    counts_something,
    is_name,
    number,
    number_range,
    reading,
    says_decades,
    value,
    word,
    written,
)
from kzuz_extract.dates.reading import (
    Between,
    DayOfMonth,
    PieceOf,
    Place,
    Reading,
    Shift,
    Unknown,
    When,
    Year,
    with_year,
    year_in,
)
from kzuz_extract.rules import Match, Rule

_LEAP = 2000  # a year in which every day of the calendar exists


def _iso(match: Match) -> Reading | None:
    year, month, day = (int(part) for part in str(value(match, "d")).split("-"))
    return _dated(year, month, day)


def _numeric(match: Match) -> Reading | None:
    day, month, year = (int(part) for part in str(value(match, "d")).replace("/", ".").split("."))
    if year < 100:
        year += 2000 if year < 60 else 1900
    return _dated(year, month, day)


def _dated(year: int, month: int, day: int) -> Reading | None:
    if not day_of(year, month, day):
        return None
    return Reading("A_DATE", Place("day", day, Year(year), month))


def _day_month(match: Match) -> Reading | None:
    """«15 ноября», «двадцать второго ноября»; there is no 31 November."""
    day, month = number(match, "d"), int(value(match, "m"))
    if not day_of(_LEAP, month, day):
        return None
    return Reading("A_DAY", Place("day", day, None, month))


def _days_month(match: Match) -> Reading | None:
    low, high = number_range(match, "d")
    month = int(value(match, "m"))
    if low >= high or not day_of(_LEAP, month, high):
        return None
    return Reading("A_DAYS", Between(Place("day", low, None, month), Place("day", high, None, month)))


def _month(match: Match) -> Reading | None:
    """«в марте»; a capital in the middle of a sentence makes it a name: «у Августа»."""
    if is_name(match, "m") or _after_a_figure(match):
        return None
    return Reading("A_MONTH", Place("month", int(value(match, "m"))))


def _after_a_figure(match: Match) -> bool:
    """«31 февраля», «45 марта»: no day of any year, and so no month either."""
    at, text = match["m"].first, match.text
    before = text.forms[at - 1].text if at else ""
    return before.isdigit() and len(before) < 3


def _months(match: Match) -> Reading | None:
    first, last = int(value(match, "a")), int(value(match, "b"))
    return Reading("A_MONTHS", Between(Place("month", first), Place("month", last)))


def _month_pair(match: Match) -> Reading | None:
    first, last = (int(part) for part in str(value(match, "m")).split("|"))
    return Reading("A_MONTHS", Between(Place("month", first), Place("month", last)))


def _year(match: Match) -> Reading | None:
    """«2025 года», «2025 г.», «в текущем 2025 году»; «2200 г» are grams."""
    if word(match, "w") == "г" and not 1500 <= number(match, "y") <= 2100:
        return None
    return _plain_year(match)


def _plain_year(match: Match) -> Reading | None:
    return Reading("A_YEAR", Place("year", number(match, "y")))


def _old_year(match: Match) -> Reading | None:
    """«в 862 году»; «103 года» is a length of time, «120 годом ранее» a number and another year."""
    at, forms = match.whole[1], match.text.forms
    if word(match, "w") == "года" and number(match, "y") % 10 in (2, 3, 4):
        return None
    if word(match, "w") == "годом" and at < len(forms) and forms[at].key in ("ранее", "раньше"):
        return None
    return Reading("A_YEAR", Place("year", number(match, "y")))


def _year_of_era(match: Match) -> Reading | None:
    """«в 44 году до н. э.» has no place on this calendar, «в 40 году н. э.» has."""
    if value(match, "e") == "bc":
        return Reading("A_DONE", Unknown())
    return Reading("A_YEAR", Place("year", number(match, "y")))


def _bare_ordinal_year(match: Match) -> Reading | None:
    """«в 2013-м», «апреля 1945-го», in figures; «2024-й гость» numbers a guest."""
    said = written(match, "y")
    if not said[0].isdigit() or (counts_something(match) and not said.endswith("му")):  # «к 2030-му доля»
        return None
    return _plain_year(match)


def _short_year(match: Match) -> Reading | None:
    """«в 91-м году», «к 30-му году»; «25-й год подряд» and «97-м году жизни» only count."""
    if not written(match, "y")[0].isdigit() or counts_something(match):
        return None
    return Reading("A_YEAR", Place("year", full_year(number(match, "y"))))


def full_year(short: int) -> int:
    """Return the year that two digits mean in the news: 30 is 2030, 91 is 1991.

    >>> full_year(30), full_year(91)
    (2030, 1991)
    """
    return short + (2000 if short < 60 else 1900)


def _years(match: Match) -> Reading | None:
    low, high = number_range(match, "y")
    if low >= high or says_decades(match, "y"):
        return None
    return Reading("A_YEARS", Between(Place("year", low), Place("year", high)))


def _short_years(match: Match) -> Reading:
    """«в 1941–45 годах»."""
    first, last = (int(year) for year in str(value(match, "y")).split("|"))
    return Reading("A_YEARS", Between(Place("year", first), Place("year", last)))


def _school_year(match: Match) -> Reading | None:
    first, second = str(value(match, "y")).split("/")
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    if last != int(first) + 1:
        return None
    return Reading("A_YEARS", Between(Place("year", int(first)), Place("year", last)))


def _quarter(match: Match) -> Reading | None:
    return _numbered(match, "quarter", 4)


def _quarters(match: Match) -> Reading | None:
    """«в I–III кварталах»."""
    first, last = number_range(match, "r") if match.get("r") else (number(match, "a"), number(match, "b"))
    roman = match.get("a") or not written(match, "r")[0].isdigit()
    if not roman or not 1 <= first < last <= 4:
        return None
    return Reading("A_MONTHS", Between(Place("quarter", first), Place("quarter", last)))


def _half(match: Match) -> Reading | None:
    return _numbered(match, "half", 2)


def _numbered(match: Match, unit: str, most: int) -> Reading | None:
    at = number(match, "n")
    if not 1 <= at <= most:
        return None
    return Reading("A_UNIT", Place(unit, at))  # type: ignore[arg-type]


_QUARTER_SHORT = "( n:O12 | n:OROMAN | n:N12 ) QUARTER_SHORT DOT?"


def _short_quarter_of_year(match: Match) -> Reading | None:
    """«2 кв. 2024 г.»; without the year «2 кв. м» would be square metres."""
    quarter = _quarter(match)
    return quarter and _in_year(quarter, Year(number(match, "y")))


def _figure_quarter(match: Match) -> Reading | None:
    """«во 2 квартале», «1 кв.»; «2 квартала» is a length of time."""
    return None if word(match, "w") in ("квартала", "кварталов") else _quarter(match)


def _season(match: Match) -> Reading | None:
    return Reading("A_SEASON", Place("season", int(value(match, "s"))))


def _season_noun(match: Match) -> Reading | None:
    return Reading("A_SEASON_NOUN", Place("season", int(value(match, "s"))), latent=True)


def _day_of_month(match: Match) -> Reading | None:
    return Reading("A_DAY", DayOfMonth(number(match, "d")))


UNITS: tuple[Rule, ...] = (
    Rule("date.iso", "d:ISO_DATE", _iso),
    Rule("date.numeric", "d:NUMERIC_DATE ( YEAR_SHORT | YEAR )?", _numeric),
    Rule("date.numeric_short", "d:SHORT_DATE ( YEAR_SHORT | YEAR )?", _numeric),
    Rule("date.day_month", "d:DAY_NUMBER m:MONTH_GEN", _day_month),
    Rule("date.day_month_short", "d:DAY_NUMBER m:MONTH_SHORT DOT?", _day_month),
    Rule("date.days_month", "d:R31 m:MONTH_GEN", _days_month),
    Rule("date.month", "m:ANY_MONTH", _month),
    Rule("date.months", "a:ANY_MONTH DASH b:ANY_MONTH", _months),
    Rule("date.month_pair", "m:MONTH_PAIR", _month_pair),
    Rule("date.year", "( y:NYEAR | y:OYEAR ) SCHOOL? w:YEAR_WORD", _year),
    Rule("date.adjective_and_year", "STEP COMMA? y:NYEAR w:YEAR_WORD", _year),
    Rule("date.old_year", "y:N999 w:YEAR", _old_year),
    Rule(
        "date.year_of_era",
        "( y:NYEAR | y:N999 | y:N99 | y:N31 | y:N24 | y:N12 ) YEAR_WORD DOT? e:ERA",
        _year_of_era,
    ),
    Rule("date.ordinal_year", "y:OYEAR", _bare_ordinal_year),
    Rule(
        "date.short_year",
        "( IN | TO | UNTIL | FROM | AFTER ) [ ( y:O99 | y:O31 | y:ODECADE ) YEAR ]",
        _short_year,
    ),
    Rule("date.years", "y:RYEAR SCHOOL? YEAR_WORD", _years),
    Rule("date.short_years", "y:SHORT_YEARS SCHOOL? YEAR_WORD", _short_years),
    Rule("date.school_year", "y:SCHOOL_YEAR SCHOOL? YEAR_WORD?", _school_year),
    Rule("date.quarter", "n:SMALL_ORDINAL QUARTER", _quarter),
    Rule("date.listed_quarter", "[ n:SMALL_ORDINAL ] ( AND | OR ) IN? SMALL_ORDINAL QUARTER", _quarter),
    Rule("date.quarter_short", "( n:O12 | n:OROMAN ) QUARTER_SHORT", _quarter),
    Rule(
        "date.quarter_short_of_year",
        f"{_QUARTER_SHORT} ( y:NYEAR | y:OYEAR ) YEAR_WORD?",
        _short_quarter_of_year,
    ),
    Rule("date.quarter_figure", "n:N12 w:QUARTER", _figure_quarter),
    Rule("date.quarters", "( r:R31 | a:OROMAN DASH b:OROMAN ) QUARTER", _quarters),
    Rule("date.half", "n:SMALL_ORDINAL HALF_YEAR", _half),
    Rule("date.half_figure", "n:N12 HALF_YEAR", _half),
    Rule("date.season", "s:SEASON", _season),
    Rule("date.season_noun", "s:SEASON_NOUN", _season_noun),
    Rule("date.day_of_month", "( d:N12 | d:N24 | d:N31 | d:O12 | d:O31 ) NAME_OF_DAY", _day_of_month),
)

_DATED = {
    "A_DAY": "A_DATE",
    "A_DAYS": "A_DAYS",
    "A_HOLIDAY": "A_DATE",
    "A_MONTH": "A_MONTHY",
    "A_MONTHS": "A_DONE",
    "A_UNIT": "A_UNITY",
    "A_SEASON": "A_UNITY",
    "A_SEASON_NOUN": "A_UNITY",
}


def _with_year(match: Match) -> Reading | None:
    """«15 ноября 2025 года», «март прошлого года», «зимой 2023–2024 годов»."""
    of, years = reading(match, "d"), reading(match, "y")
    if isinstance(years.when, Between):
        if not (isinstance(of.when, Place) and of.when == Place("season", 1)):
            return None
        year = year_in(years.when.last)
    else:
        year = year_in(years.when)
    if year is None:
        return None
    return _in_year(of, year)


def _in_year(of: Reading, year: Year) -> Reading | None:
    when = with_year(of.when, year)
    dated = isinstance(when, Place) and when.month and year.number
    if isinstance(when, Place) and dated and not day_of(year.number or 0, when.month or 0, when.number):
        return Reading("A_DONE", Unknown())
    return of._replace(cls=_DATED[of.cls], when=when, latent=False)


def _with_bare_year(match: Match) -> Reading | None:
    """«апрель 2024», «13 апреля 2024 текущего года»; in «в марте 2000 семей» the number counts families."""
    year = number(match, "y")
    if not 1800 <= year <= 2100 or counts_something(match):
        return None
    return _in_year(reading(match, "d"), Year(year))


def _half_of(match: Match) -> Reading | None:
    """«первой половине 2024 года», «второй половине 1950-х», «первой половине апреля 2024 года»."""
    at, whole = number(match, "n"), reading(match, "of").when
    if at not in (1, 2) or (isinstance(whole, Shift) and whole.unit == "week"):
        return None
    year = year_in(whole)
    if year is not None:
        return Reading("A_UNITY", Place("half", at, year))
    return Reading("A_DONE", PieceOf(at, _with_said_year(match, whole)))


def _half_of_unit(match: Match) -> Reading | None:
    """«во второй половине года», «в первой половине месяца»: of the one that we live in."""
    at = number(match, "n")
    if at not in (1, 2) or word(match, "u") not in ("года", "месяца"):
        return None
    if word(match, "u") == "года":
        return Reading("A_UNITY", Place("half", at))
    return Reading("A_DONE", PieceOf(at, Shift("month", 0)))


def _ten_days(match: Match) -> Reading | None:
    """«в первой декаде декабря», «в третьей декаде этого месяца»: ten days, the third to the month's end."""
    at = number(match, "n")
    if not 1 <= at <= 3:
        return None
    whole = _with_said_year(match, reading(match, "of").when) if match.get("of") else Shift("month", 0)
    if isinstance(whole, Shift) and whole.unit != "month":
        return None
    return Reading("A_DONE", PieceOf(at, whole, 3))


def _with_said_year(match: Match, when: When) -> When:
    return with_year(when, year_in(reading(match, "y").when)) if match.get("y") else when


YEARS: tuple[Rule, ...] = (
    Rule("date.with_year", "d:YEARLESS y:ANY_YEAR", _with_year),
    Rule("date.with_bare_year", "d:YEARLESS y:NYEAR A_RELYEAR?", _with_bare_year),
    Rule(
        "date.half_of",
        "n:SMALL_ORDINAL HALF"
        " ( of:A_ONE_YEAR | of:A_MONTH y:A_ONE_YEAR? | of:A_DECADE | of:A_CENTURY | of:A_RELUNIT )",
        _half_of,
    ),
    Rule("date.half_of_unit", "n:SMALL_ORDINAL HALF ( u:YEAR | u:MONTHS )", _half_of_unit),
    Rule(
        "date.ten_days",
        "n:TEN_DAY_ORDINAL TEN_DAYS ( of:A_MONTH y:A_ONE_YEAR? | of:A_RELUNIT | MONTHS )",
        _ten_days,
    ),
)

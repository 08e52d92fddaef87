"""Intervals of the calendar: the unit around a day, the n-th unit of a year, shifts, and their EDTF.

Everything is proleptic Gregorian, years 1 to 9999; what falls outside is None.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import Literal, NamedTuple, ParamSpec, TypeAlias, TypeVar

from kzuz_extract.facts import Granularity

Unit: TypeAlias = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
P = ParamSpec("P")
T = TypeVar("T")

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Interval(NamedTuple):
    """Days `start` to `end`, both inclusive, and the unit in which they were named."""

    start: date
    end: date
    granularity: Granularity


def _within_calendar(function: Callable[P, T]) -> Callable[P, T | None]:
    """Answer None where a date would leave the calendar (31 February, the year 12000)."""

    @wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return function(*args, **kwargs)
        except (ValueError, OverflowError):
            return None

    return checked


@_within_calendar
def day_of(year: int, month: int, day: int) -> Interval:
    """Return one day; None for 31 February."""
    at = date(year, month, day)
    return Interval(at, at, "day")


@_within_calendar
def nth_of_year(unit: Granularity, number: int, year: int) -> Interval:
    """Return the n-th month, quarter, half or season of a year; the winter, season 1, begins the year before.

    >>> nth_of_year("season", 1, 2024)
    Interval(start=datetime.date(2023, 12, 1), end=datetime.date(2024, 2, 29), granularity='season')
    """
    if unit == "season":
        if not 1 <= number <= 4:
            raise ValueError(number)
        first = _plus_months(date(year, 1, 1), 3 * (number - 1) - 1)
        return Interval(first, _month_end(_plus_months(first, 2)), unit)
    length = _MONTHS_IN[unit]
    if not 1 <= number <= 12 // length:
        raise ValueError(number)
    first = date(year, length * (number - 1) + 1, 1)
    return Interval(first, _month_end(_plus_months(first, length - 1)), unit)


@_within_calendar
def year_of(year: int) -> Interval:
    """Return a whole year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


@_within_calendar
def decade_of(year: int) -> Interval:
    """Return the ten years that share their first digits: 1990 … 1999."""
    first = year // 10 * 10
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")


@_within_calendar
def century_of(number: int) -> Interval:
    """Return a century: the XX is 1901 … 2000."""
    return Interval(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), "century")


def unit_around(day: date, unit: Unit) -> Interval | None:
    """Return the week, month, … century that holds a day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Interval(monday, monday + timedelta(days=6), "week")
    if unit == "season":
        return nth_of_year("season", day.month % 12 // 3 + 1, day.year + (day.month == 12))
    if unit in ("month", "quarter", "half"):
        return nth_of_year(unit, (day.month - 1) // _MONTHS_IN[unit] + 1, day.year)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return decade_of(day.year)
    if unit == "century":
        return century_of((day.year + 99) // 100)
    return Interval(day, day, "day")


def nth_weekday_in(month: Interval, number: int, weekday: int) -> date | None:
    """Return the n-th Friday of a month, or with -1 the last; None where it has no fifth one."""
    first = (weekday - month.start.isoweekday()) % 7
    days = range(first, (month.end - month.start).days + 1, 7)
    if number > len(days):
        return None
    return month.start + timedelta(days=days[number - 1 if number > 0 else -1])


def piece_of(whole: Interval, number: int, pieces: int) -> Interval | None:
    """Return a half of a month, a decade or a century, or one of the three times ten days of a month.

    >>> piece_of(Interval(date(2024, 5, 1), date(2024, 5, 31), "month"), 2, 2)
    Interval(start=datetime.date(2024, 5, 16), end=datetime.date(2024, 5, 31), granularity='day')
    """
    if pieces == 3:
        first = whole.start.replace(day=10 * number - 9)
        return Interval(first, whole.end if number == 3 else first + timedelta(days=9), "day")
    unit: Granularity = "day" if whole.granularity == "month" else "year"
    if whole.granularity == "month":
        middle = whole.start.replace(day=15)
    elif whole.granularity in ("decade", "century"):
        years = whole.end.year - whole.start.year + 1
        middle = date(whole.start.year + years // 2 - 1, 12, 31)
    else:
        return None
    if number == 1:
        return Interval(whole.start, middle, unit)
    return Interval(middle + timedelta(days=1), whole.end, unit)


@_within_calendar
def moved(day: date, unit: Unit, count: int) -> date:
    """Return the day that lies so many units later; 31 January and a month give the last day of February.

    Hours, minutes and seconds keep the day, whose hour nobody knows.
    """
    if unit in CLOCK_UNITS:
        return day
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return _plus_months(day, count * (3 if unit == "season" else _MONTHS_IN[unit]))


def _plus_months(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


_EDTF_SEASONS = {5: 21, 8: 22, 11: 23, 2: 24}  # by the last month


def edtf_of(interval: Interval, *, about: bool = False) -> str | None:
    """Write an interval in EDTF (ISO 8601-2), level 0 or 1: quarters and weeks as intervals, decades as 199X.

    >>> edtf_of(Interval(date(2024, 7, 1), date(2024, 9, 30), "quarter"))
    '2024-07/2024-09'
    """
    start, end, unit = interval
    sign = "~" if about else ""
    if unit in ("day", "time") and start == end:
        return f"{start.isoformat()}{sign}"
    if unit == "month" and _one_unit(interval):
        return f"{_month(start)}{sign}"
    if unit == "year" and _one_unit(interval):
        return f"{start.year:04}{sign}"
    if unit == "season" and not about and _one_unit(interval):
        return f"{end.year:04}-{_EDTF_SEASONS[end.month]}"
    if unit == "decade" and not about and _one_unit(interval):
        return f"{start.year // 10:03}X"
    if unit in ("year", "decade", "century"):
        return f"{start.year:04}{sign}/{end.year:04}{sign}"
    if unit in ("month", "quarter", "half", "season"):
        return f"{_month(start)}{sign}/{_month(end)}{sign}"
    return f"{start.isoformat()}{sign}/{end.isoformat()}{sign}"


def _one_unit(interval: Interval) -> bool:
    whole = unit_around(interval.start, interval.granularity)  # type: ignore[arg-type]
    return whole is not None and (whole.start, whole.end) == interval[:2]


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"

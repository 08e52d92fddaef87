"""Which of several years is meant: what each one offers, and the one that tense or nearness chooses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import get_args

from kzuz_extract.dates.calendar import Interval, day_of, nth_of_year, year_of
from kzuz_extract.dates.reading import Between, MonthBy, Place, WeekdayOf, When, YearsInName, is_open
from kzuz_extract.dates.tense import Tense
from kzuz_extract.facts import Granularity


def in_year(when: When, year: int) -> Interval | None:
    """Place a unit, or a range that begins in that year: «с 28 декабря по 8 января» ends in the next."""
    if isinstance(when, Between):
        first, last = in_year(when.first, year), in_year(when.last, year)
        if first and last and last.end < first.start:
            last = in_year(when.last, year + 1)
        return Interval(first.start, last.end, finer(first, last)) if first and last else None
    if not isinstance(when, Place):
        return None
    if when.unit == "day":
        return day_of(year, when.month, when.number) if when.month else None
    return nth_of_year(when.unit, when.number, year)


def seasons(season: int, today: date) -> list[Interval]:
    years = range(today.year - 2, today.year + 3)
    return [found for year in years if (found := nth_of_year("season", season, year))]


def leaves_open(when: When) -> bool:
    """Tell whether a date has no year, or a weekday no week, of its own."""
    return is_open(when) or (isinstance(when, WeekdayOf) and when.offset is None)


def nearest(when: When, to: Interval) -> Interval | None:
    """The reading of an open date that lies nearest to another; weekdays in their order are of one week."""
    if isinstance(when, WeekdayOf):
        back = to.start.isoweekday() - when.weekday
        back = back if back > -4 else back + 7  # «с субботы на понедельник», «с пятницы на среду»
        day = to.start - timedelta(days=back)
        return Interval(day, day, "day")
    years = range(to.start.year - 1, to.start.year + 2)
    found = (interval for year in years if (interval := in_year(when, year)))
    return min(found, key=lambda interval: abs((interval.start - to.start).days), default=None)


def month_by(when: MonthBy, today: date) -> Interval | None:
    """«в прошлом ноябре» is the last that is over, «в следующем мае» the first that has not begun."""
    years = range(today.year - 2, today.year + 3)
    months = [month for year in years if (month := nth_of_year("month", when.month, year))]
    if when.offset < 0:
        past = [month for month in months if month.end < today]
        return past[when.offset] if past else None
    if when.offset > 0:
        return next((month for month in months if month.start > today), None)
    return nth_of_year("month", when.month, today.year)


def years_named(when: YearsInName) -> Interval | None:
    first, last = year_of(when.first), year_of(when.last)
    return Interval(first.start, last.end, "year") if first and last else None


def choose(intervals: Iterable[Interval], today: date, tense: Tense | None) -> Interval | None:
    """The latest begun for the past, the earliest not yet ended for the future, else the nearest.

    News looks back: without a verb («после атаки 7 октября») what lies ahead counts as twice as far.
    """
    listed = sorted(intervals)
    if tense == "past":
        return next((i for i in reversed(listed) if i.start <= today), None)
    if tense == "future":
        return next((i for i in listed if i.end >= today), None)
    ahead = 1 if tense == "present" else 2
    return min(listed, key=lambda i: _distance(i, today, ahead), default=None)


def _distance(interval: Interval, today: date, ahead: int) -> int:
    if interval.start > today:
        return ahead * (interval.start - today).days
    return max(0, (today - interval.end).days)


_ORDER: tuple[Granularity, ...] = get_args(Granularity)  # from the finest on


def finer(first: Interval, last: Interval) -> Granularity:
    return min(first.granularity, last.granularity, key=_ORDER.index)

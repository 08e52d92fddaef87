"""Which of several years is meant: what each one offers, and the one that tense or nearness chooses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from kzuz_extract.dates.calendar import Interval, day_of, nth_of_year
from kzuz_extract.dates.reading import Between, Place, When
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

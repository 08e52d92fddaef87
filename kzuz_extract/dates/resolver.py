"""From readings to days: what each expression names on the calendar, in the order of the text.

A relative expression counts from the day of publication unless its passage speaks of another time. What a
bare day, month or weekday leaves open is settled, in this order, by a year named before it in the sentence,
by the tense of the verb, by what lies nearest to publication. Without an anchor there are no dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kzuz_extract.dates.calendar import (
    Interval,
    century_of,
    day_of,
    decade_of,
    moved,
    nth_of_year,
    unit_around,
    year_of,
)
from kzuz_extract.dates.reading import (
    Anchor,
    Between,
    DayOfMonth,
    FirstMonths,
    LastDay,
    MonthBy,
    PartOfDay,
    PieceOf,
    Place,
    Recent,
    SeasonOf,
    Shift,
    SoFar,
    WeekdayIn,
    WeekdayOf,
    WeekendOf,
    When,
    Year,
    is_open,
    with_year,
)
from kzuz_extract.dates.tense import Tense, tense_at
from kzuz_extract.facts import Granularity
from kzuz_extract.text import Text


class Named(NamedTuple):
    """A date that the text has named: in which sentence, before which token, and what it was."""

    sentence: int
    end: int
    interval: Interval
    explicit_year: bool


class Resolver:
    """Resolves the expressions of one text; it is asked in text order and remembers what was named."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._published = text.reference_date
        self._named: Named | None = None
        self._year: Named | None = None  # the last date whose year the text said in figures
        self._first = self._end = 0

    def resolve(self, when: When, first: int, end: int) -> Interval | None:
        """Return the interval that an expression at tokens `first` to `end` (exclusive) names.

        What would lie outside the years 1 to 9999 has none.
        """
        self._first, self._end = first, end
        try:
            found = self._resolve(when)
        except (ValueError, OverflowError):
            found = None
        if found is not None:
            explicit = _says_year(when)
            named = Named(self._text.sentence_of(first), end, found, explicit)
            self._named = named
            if explicit:
                self._year = named
        return found

    def _resolve(self, when: When) -> Interval | None:
        if isinstance(when, Place):
            return self._place(when)
        if isinstance(when, Shift):
            return self._shift(when)
        if isinstance(when, Between):
            return self._between(when)
        solve: dict[type, Callable[..., Interval | None]] = {
            WeekdayOf: self._weekday,
            WeekdayIn: self._weekday_in,
            WeekendOf: self._weekend,
            SeasonOf: self._season,
            MonthBy: self._month_by,
            DayOfMonth: self._day_of_month,
            Recent: self._recent,
            SoFar: self._so_far,
            FirstMonths: self._first_months,
            LastDay: self._last_day,
            PieceOf: self._piece_of,
            PartOfDay: self._part_of_day,
        }
        way = solve.get(type(when))
        return way(when) if way else None

    # What lies on the calendar by itself, once its year is known.

    def _place(self, place: Place) -> Interval | None:
        if place.unit == "year":
            return year_of(place.number)
        if place.unit == "decade":
            return decade_of(place.number)
        if place.unit == "century":
            return century_of(place.number)
        if place.year is not None:
            year = self._year_number(place.year)
            return None if year is None else _in_year(place, year)
        return self._open_year(place)

    def _year_number(self, year: Year) -> int | None:
        if year.number is not None:
            return year.number
        anchor = self._anchor_day(year.anchor)
        return None if anchor is None else anchor.year + year.offset

    def _open_year(self, when: Place | Between) -> Interval | None:
        """A bare «15 ноября», «в марте», «с 28 по 30 мая»: its year is that of the passage, or by tense."""
        tense = tense_at(self._text, self._first, self._end)
        passage = self._passage_year(tense)
        if passage is not None:
            found = _in_year(when, passage)
            if found and not (tense == "future" and self._published and found.end < self._published):
                return found
        if self._published is None:
            return None
        years = range(self._published.year - 4, self._published.year + 5)  # 29 February has few
        return _choose([i for year in years if (i := _in_year(when, year))], self._published, tense)

    def _passage_year(self, tense: Tense | None) -> int | None:
        """The year that this sentence has named, or the one before it, telling a tale with full dates."""
        named = self._year
        if named is None:
            return None
        tale = tense != "future" and named.interval.granularity in ("day", "month") and self._same_line(named)
        near = 0 if not tale else 1 if self._published else 3
        return named.interval.start.year if self._sentences_since(named) <= near else None

    def _same_line(self, named: Named) -> bool:
        text = self._text
        return text.source.find("\n", text.ends[named.end - 1], text.starts[self._first]) < 0

    def _between(self, when: Between) -> Interval | None:
        """Both ends; the first takes from the last what it leaves open, and never lies after it."""
        if is_open(when.first) and is_open(when.last):
            return self._open_year(when)
        last = self._resolve(when.last)
        if last is None:
            return None
        first = self._resolve(with_year(when.first, Year(last.start.year)))
        if first and first.start > last.end:
            first = self._resolve(with_year(when.first, Year(last.start.year - 1)))
        if first is None or first.start > last.end:
            return None
        return Interval(first.start, last.end, _finer(first, last))

    # What counts from a day.

    def _sentences_since(self, named: Named) -> int:
        return self._text.sentence_of(self._first) - named.sentence

    def _anchor_day(self, anchor: Anchor) -> date | None:
        if anchor is Anchor.NAMED:
            return self._named.interval.start if self._named else self._published
        if anchor is Anchor.NARRATED and tense_at(self._text, self._first, self._end) == "past":
            near = self._named is not None and self._sentences_since(self._named) <= 1
            return self._named.interval.start if self._named and near else None
        if anchor is Anchor.PASSAGE and self._year and self._sentences_since(self._year) == 0:
            return self._year.interval.start
        return self._published

    def _shift(self, shift: Shift) -> Interval | None:
        named = self._named
        if (
            shift.anchor is Anchor.NAMED
            and shift.unit == "day"
            and named
            and named.interval.start != named.interval.end
        ):
            return None  # «в тот же день» after «в январе»
        anchor = self._anchor_day(shift.anchor)
        if anchor is None:
            return None
        if shift.unit in ("second", "minute", "hour"):
            return Interval(anchor, anchor, "time")
        day = moved(anchor, shift.unit, shift.steps)
        return None if day is None else unit_around(day, shift.unit)

    def _weekday(self, when: WeekdayOf) -> Interval | None:
        today = self._published
        if today is None:
            return None
        back = (today.isoweekday() - when.weekday) % 7
        if when.offset is None:
            future = tense_at(self._text, self._first, self._end) == "future"
            days = (-back % 7) if future else -back
        elif when.offset == 0:
            days = when.weekday - today.isoweekday()
        elif when.offset < 0:
            days = -(back or 7)
        else:
            days = -back % 7 or 7
        day = moved(today, "day", days)
        return None if day is None else Interval(day, day, "day")

    def _weekday_in(self, when: WeekdayIn) -> Interval | None:
        week = self._shift(when.week)
        if week is None:
            return None
        day = week.start + timedelta(days=when.weekday - 1)
        return Interval(day, day, "day")

    def _weekend(self, when: WeekendOf) -> Interval | None:
        saturday = self._weekday(WeekdayOf(6, when.offset))
        if saturday is None:
            return None
        return Interval(saturday.start, saturday.start + timedelta(days=1), "day")

    def _season(self, when: SeasonOf) -> Interval | None:
        today = self._published
        if today is None:
            return None
        if when.season != 1 or not when.offset:
            if when.offset:
                return nth_of_year("season", when.season, today.year + when.offset)
            return _choose(_seasons(when.season, today), today, tense_at(self._text, self._first, self._end))
        winters = _seasons(1, today)
        if when.offset < 0:
            past = [winter for winter in winters if winter.end < today]
            return past[when.offset] if len(past) >= -when.offset else None
        return next((winter for winter in winters if winter.start > today), None)

    def _month_by(self, when: MonthBy) -> Interval | None:
        today = self._published
        if today is None:
            return None
        months = [
            m for y in range(today.year - 2, today.year + 3) if (m := nth_of_year("month", when.month, y))
        ]
        if when.offset < 0:
            past = [month for month in months if month.end < today]
            return past[when.offset] if past else None
        if when.offset > 0:
            return next((month for month in months if month.start > today), None)
        return nth_of_year("month", when.month, today.year)

    def _day_of_month(self, when: DayOfMonth) -> Interval | None:
        """«17-го» after «15 ноября»: of the month just named, else the last or next 17th by the tense."""
        named, today = self._named, self._published
        if named and named.interval.granularity in ("day", "month") and self._sentences_since(named) <= 2:
            return day_of(named.interval.start.year, named.interval.start.month, when.day)
        if today is None:
            return None
        months = [month for step in (-1, 0, 1) if (month := moved(today.replace(day=1), "month", step))]
        found = [day for month in months if (day := day_of(month.year, month.month, when.day))]
        return _choose(found, today, tense_at(self._text, self._first, self._end))

    def _recent(self, when: Recent) -> Interval | None:
        today = self._published
        other = moved(today, when.unit, when.steps) if today else None
        if today is None or other is None:
            return None
        return Interval(min(today, other), max(today, other), "day")

    def _so_far(self, when: SoFar) -> Interval | None:
        if self._published is None:
            return None
        unit = unit_around(self._published, when.unit)
        return unit and Interval(unit.start, self._published, "day")

    def _first_months(self, when: FirstMonths) -> Interval | None:
        if when.year is not None:
            year = self._year_number(when.year)
        elif self._published is not None:
            year = self._published.year - (self._published.month <= 2)
        else:
            year = None
        last = nth_of_year("month", when.months, year) if year else None
        return last and Interval(last.start.replace(month=1), last.end, "month")

    def _last_day(self, when: LastDay) -> Interval | None:
        whole = self._resolve(when.of)
        return whole and Interval(whole.end, whole.end, "day")

    def _piece_of(self, when: PieceOf) -> Interval | None:
        whole = self._resolve(when.of)
        if whole is None:
            return None
        if when.pieces == 3:
            first = whole.start.replace(day=10 * when.number - 9)
            return Interval(first, whole.end if when.number == 3 else first + timedelta(days=9), "day")
        if whole.granularity == "month":
            middle = whole.start.replace(day=15)
        elif whole.granularity in ("decade", "century"):
            years = whole.end.year - whole.start.year + 1
            middle = date(whole.start.year + years // 2 - 1, 12, 31)
        else:
            return None
        unit: Granularity = "day" if whole.granularity == "month" else "year"
        if when.number == 1:
            return Interval(whole.start, middle, unit)
        return Interval(middle + timedelta(days=1), whole.end, unit)

    def _part_of_day(self, _: PartOfDay) -> Interval | None:
        """«утром», «в 14:00»: of the day named in this sentence or the one before, else of publication."""
        named = self._named
        if named and named.interval.start == named.interval.end and self._sentences_since(named) <= 1:
            return named.interval._replace(granularity="time")
        return Interval(self._published, self._published, "time") if self._published else None


def _in_year(when: When, year: int) -> Interval | None:
    """Place a unit, or a range that begins in that year: «с 28 декабря по 8 января» ends in the next."""
    if isinstance(when, Between):
        first, last = _in_year(when.first, year), _in_year(when.last, year)
        if first and last and last.end < first.start:
            last = _in_year(when.last, year + 1)
        return Interval(first.start, last.end, _finer(first, last)) if first and last else None
    if not isinstance(when, Place):
        return None
    if when.unit == "day":
        return day_of(year, when.month, when.number) if when.month else None
    return nth_of_year(when.unit, when.number, year)


def _seasons(season: int, today: date) -> list[Interval]:
    years = range(today.year - 2, today.year + 3)
    return [found for year in years if (found := nth_of_year("season", season, year))]


def _choose(intervals: Iterable[Interval], today: date, tense: Tense | None) -> Interval | None:
    """The latest begun for the past, the earliest not yet ended for the future, else the nearest.

    News looks back: without a verb («после атаки 7 октября») what lies ahead counts as twice as far.
    """
    listed = sorted(intervals)
    if tense == "past":
        return next((i for i in reversed(listed) if i.start <= today), None)
    if tense == "future":
        return next((i for i in listed if i.end >= today), None)
    ahead = 2 if tense is None else 1
    return min(listed, key=lambda i: _distance(i, today, ahead), default=None)


def _distance(interval: Interval, today: date, ahead: int) -> int:
    if interval.start > today:
        return ahead * (interval.start - today).days
    return max(0, (today - interval.end).days)


_ORDER: tuple[Granularity, ...] = (
    "time",
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
)


def _finer(first: Interval, last: Interval) -> Granularity:
    return min(first.granularity, last.granularity, key=_ORDER.index)


def _says_year(when: When) -> bool:
    if isinstance(when, Place):
        return when.unit == "year" or (when.year is not None and when.year.number is not None)
    if isinstance(when, Between):
        return _says_year(when.first) or _says_year(when.last)
    return isinstance(when, LastDay) and _says_year(when.of)

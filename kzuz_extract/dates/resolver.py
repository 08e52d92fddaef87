"""From readings to days: what each expression names on the calendar, in the order of the text.

A relative expression counts from the day of publication unless its passage speaks of another time. What a
bare day, month or weekday leaves open is settled, in this order, by a year named before it in the sentence,
by the tense of the verb, by what lies nearest to publication. Without an anchor there are no dates.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from kzuz_extract.dates import choice
from kzuz_extract.dates.calendar import (
    CLOCK_UNITS,
    Interval,
    century_of,
    day_of,
    decade_of,
    moved,
    nth_of_year,
    nth_weekday_in,
    piece_of,
    unit_around,
    year_of,
)
from kzuz_extract.dates.reading import (
    Anchor,
    Between,
    DayOfMonth,
    EdgeDay,
    FirstMonths,
    MonthBy,
    Moved,
    NthWeekday,
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
    YearsInName,
    is_open,
    says_year,
    with_year,
)
from kzuz_extract.dates.tense import Tense, tells_of_birth, tense_at
from kzuz_extract.text import Text

_NEAR_YEAR_END = 120  # days between two events of one tale
_OPENING = 3  # tokens of «В 2019 году»
_SAME_DAY = 5  # sentences


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
        self._lost = False  # what was said last has no place on the calendar
        self._day: Named | None = None  # the last date that is one day
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
            explicit = says_year(when)
            self._remember(when, Named(self._text.sentence_of(first), end, found, explicit))
        elif not (isinstance(when, Shift) and when.unit in CLOCK_UNITS):
            self.move_on()
        return found

    def move_on(self) -> None:
        """Forget the date named last: «спустя год» has led to a time that the text does not name."""
        self._lost = True

    def _remember(self, when: When, named: Named) -> None:
        if isinstance(when, (EdgeDay, YearsInName)):
            return  # «до конца года» is a limit; nothing happens on that day
        self._named, self._lost = named, False
        if named.interval.start == named.interval.end:
            self._day = named
        if named.explicit_year and not tells_of_birth(self._text, self._first, self._end):
            self._year = named

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
            NthWeekday: self._nth_weekday,
            WeekendOf: self._weekend,
            SeasonOf: self._season,
            MonthBy: self._month_by,
            Moved: self._moved,
            DayOfMonth: self._day_of_month,
            Recent: self._recent,
            SoFar: self._so_far,
            FirstMonths: self._first_months,
            EdgeDay: self._edge_day,
            PieceOf: self._piece_of,
            PartOfDay: self._part_of_day,
            YearsInName: choice.years_named,
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
            return None if year is None else choice.in_year(place, year)
        return self._open_year(place)

    def _year_number(self, year: Year) -> int | None:
        if year.number is not None:
            return year.number
        anchor = self._anchor_day(year.anchor)
        return None if anchor is None else anchor.year + year.offset

    def _open_year(self, when: Place | Between) -> Interval | None:
        """A bare «15 ноября», «в марте», «с 28 по 30 мая»: its year is that of the passage, or by tense."""
        tense = self._tense()
        passage = self._passage_year(tense)
        if passage is not None:
            found = self._next_in_tale(when, passage)
            if found and not (tense == "future" and self._published and found.end < self._published):
                return found
        if self._published is None:
            return None
        this = self._published.year
        for reach in (1, 4):  # 29 February is rare
            years = range(this - reach, this + reach + 1)
            offered = [i for year in years if (i := choice.in_year(when, year))]
            if found := choice.choose(offered, self._published, tense):
                return found
        return None

    def _next_in_tale(self, when: Place | Between, year: int) -> Interval | None:
        """«28 декабря 2024 года задержали, 3 января отпустили»: a tale goes on over New Year."""
        found, named = choice.in_year(when, year), self._named
        later = choice.in_year(when, year + 1)
        if not found or not later or named is None or named.interval.granularity not in ("day", "month"):
            return found
        told, today = named.interval.start, self._published
        goes_on = 0 <= (later.start - told).days < _NEAR_YEAR_END < (told - found.end).days
        return later if goes_on and today is not None and later.start <= today else found

    def _passage_year(self, tense: Tense | None) -> int | None:
        """The year that this sentence has named, or the one before it, telling a tale with full dates."""
        named = self._year
        if named is None:
            return None
        told = tense != "future" and named.interval.granularity in ("day", "month")
        tale = (told or self._sets_scene(named, tense)) and self._same_line(named)
        near = 0 if not tale else 1 if self._published else 3
        return named.interval.start.year if self._sentences_since(named) <= near else None

    def _sets_scene(self, named: Named, tense: Tense | None) -> bool:
        """«В 2019 году он переехал. В марте …»: a year that opens its sentence, and a past tense after it."""
        opens = named.end - self._text.sentence_bounds(named.end - 1)[0] <= _OPENING
        return opens and tense in ("past", "done") and named.interval.granularity == "year"

    def _same_line(self, named: Named) -> bool:
        text = self._text
        return text.source.find("\n", text.ends[named.end - 1], text.starts[self._first]) < 0

    def _between(self, when: Between) -> Interval | None:
        """Both ends; the first takes from the last what it leaves open, and never lies after it."""
        if is_open(when.first) and is_open(when.last):
            return self._open_year(when)
        if isinstance(when.first, WeekdayOf) and isinstance(when.last, WeekdayOf):
            return self._weekdays(when.first, when.last)
        last = self._resolve(when.last)
        if last is None:
            return None
        first = self._resolve(with_year(when.first, Year(last.start.year)))
        if first and first.start > last.end:
            first = self._resolve(with_year(when.first, Year(last.start.year - 1)))
        if first is None or first.start > last.end:
            return None
        return Interval(first.start, last.end, choice.finer(first, last))

    # What counts from a day.

    def _sentences_since(self, named: Named) -> int:
        return self._text.sentence_of(self._first) - named.sentence

    def _anchor_day(self, anchor: Anchor) -> date | None:
        if anchor is Anchor.NAMED and self._lost:
            return None
        if anchor is Anchor.NAMED:
            return self._named.interval.start if self._named else self._published
        if anchor is Anchor.NARRATED and tense_at(self._text, self._first, self._end) in ("past", "done"):
            named = self._named
            near = named is not None and not self._lost and self._sentences_since(named) <= 1
            return named.interval.start if named and near else None
        if anchor is Anchor.PASSAGE and self._year and self._sentences_since(self._year) == 0:
            return self._year.interval.start
        return self._published

    def _shift(self, shift: Shift) -> Interval | None:
        anchor = self._anchor_day(shift.anchor)
        if shift.anchor is Anchor.NAMED and shift.unit == "day" and (self._named or shift.steps > 0):
            anchor = self._named_day()
        elif shift.anchor is Anchor.PASSAGE and shift.steps > 0 and self._word_before() in ("в", "во"):
            anchor = self._anchor_day(Anchor.NARRATED) or anchor  # «в следующем году он уехал»
        if anchor is None:
            return None
        if shift.unit in CLOCK_UNITS:
            return Interval(anchor, anchor, "time")
        day = moved(anchor, shift.unit, shift.steps)
        return None if day is None else unit_around(day, shift.unit)

    def _named_day(self) -> date | None:
        """The day of «в тот же день»: the last one named, not far; a month named after it hides it."""
        day, named = self._day, self._named
        after = self._text.forms[self._end].key if self._end < len(self._text.forms) else ""
        if self._lost or not day or (named and named.sentence > day.sentence) or after == "после":
            return None
        return day.interval.start if self._sentences_since(day) <= _SAME_DAY else None

    def _word_before(self) -> str:
        return self._text.forms[self._first - 1].key if self._first else ""

    def _tense(self) -> Tense | None:
        """The tense of the clause; a deadline without a past verb looks ahead: «до понедельника закрыто»."""
        tense = tense_at(self._text, self._first, self._end, clause=True)
        ahead = tense not in ("past", "done") and self._word_before() in ("до", "к", "ко", "по")
        return "future" if ahead else tense

    def _weekday(self, when: WeekdayOf) -> Interval | None:
        today = self._published
        if today is None:
            return None
        back = (today.isoweekday() - when.weekday) % 7
        if when.offset is None:
            future = self._tense() == "future"
            days = (-back % 7) if future else -back
        elif when.offset == 0:
            days = when.weekday - today.isoweekday()
        elif when.offset < 0:
            days = -(back or 7) + 7 * (when.offset + 1)  # «в позапрошлую» is a week further
        else:
            days = -back % 7 or 7
        day = moved(today, "day", days)
        return None if day is None else Interval(day, day, "day")

    def _weekdays(self, first: WeekdayOf, last: WeekdayOf) -> Interval | None:
        """«со среды по пятницу»: days of one row, all past, or none of them past, as the verb says."""
        ahead = first.offset is None and last.offset is None and self._tense() == "future"
        edge = self._weekday(first if ahead else last)
        if edge is None:
            return None
        length = timedelta(days=(last.weekday - first.weekday) % 7)
        start = edge.start if ahead else edge.start - length
        return Interval(start, start + length, "day")

    def _weekday_in(self, when: WeekdayIn) -> Interval | None:
        week = self._shift(when.week)
        if week is None:
            return None
        day = week.start + timedelta(days=when.weekday - 1)
        return Interval(day, day, "day")

    def _nth_weekday(self, when: NthWeekday) -> Interval | None:
        month = self._resolve(when.of)
        if month is None or month.granularity != "month":
            return None
        day = nth_weekday_in(month, when.number, when.weekday)
        if day is None:
            return None
        ahead = isinstance(when.of, Shift) and self._published and day > self._published
        return None if ahead and self._tense() == "past" else Interval(day, day, "day")

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
            return choice.choose(choice.seasons(when.season, today), today, self._tense())
        winters = choice.seasons(1, today)
        if when.offset < 0:
            past = [winter for winter in winters if winter.end < today]
            return past[when.offset] if len(past) >= -when.offset else None
        return next((winter for winter in winters if winter.start > today), None)

    def _month_by(self, when: MonthBy) -> Interval | None:
        return choice.month_by(when, self._published) if self._published else None

    def _moved(self, when: Moved) -> Interval | None:
        self._first, self._end = when.first, when.end
        new = self._resolve(when.new)
        open_ = new is not None and choice.leaves_open(when.old)
        return choice.nearest(when.old, new) if new and open_ else self._resolve(when.old)

    def _day_of_month(self, when: DayOfMonth) -> Interval | None:
        """«17-го» after «15 ноября»: of the month just named, else the last or next 17th by the tense."""
        if when.of is not None:
            whole = self._resolve(when.of)
            return whole and day_of(whole.start.year, whole.start.month, when.day)
        named, today = self._named, self._published
        if named and named.interval.granularity in ("day", "month") and self._sentences_since(named) <= 2:
            return day_of(named.interval.start.year, named.interval.start.month, when.day)
        if today is None:
            return None
        months = [month for step in (-1, 0, 1) if (month := moved(today.replace(day=1), "month", step))]
        found = [day for month in months if (day := day_of(month.year, month.month, when.day))]
        return choice.choose(found, today, self._tense())

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

    def _edge_day(self, when: EdgeDay) -> Interval | None:
        whole = self._resolve(when.of)
        if whole is None:
            return None
        day = whole.end if when.last else whole.start
        return Interval(day, day, "day")

    def _piece_of(self, when: PieceOf) -> Interval | None:
        whole = self._resolve(when.of)
        return whole and piece_of(whole, when.number, when.pieces)

    def _part_of_day(self, _: PartOfDay) -> Interval | None:
        """«утром», «в 14:00»: of the day named in this sentence or the one before, else of publication."""
        named = None if self._lost else self._named
        if named and self._published and named.interval.end < self._published and self._tense() == "future":
            named = None  # «вчера мело; днём обещают дождь»
        if named and named.interval.start == named.interval.end and self._sentences_since(named) <= 1:
            return named.interval._replace(granularity="time")
        return Interval(self._published, self._published, "time") if self._published else None

"""What a rule has read before anything is looked up on a calendar: values that name their anchor.

«три дня назад» is `Shift("day", -3)` from the day of publication, «годом ранее» a shift from the date named
last, «15 ноября» `Place("day", 15, month=11)` of a year still open. `resolver` makes intervals of them.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

from kzuz_extract.dates.calendar import Unit
from kzuz_extract.facts import DateKind, Granularity, Modifier, Part, Relation


class Anchor(Enum):
    """What a relative expression counts from."""

    PUBLISHED = "the day of publication"
    NAMED = "the date that the text named last"
    NARRATED = "the day of publication, but in a tale of the past the date that the text named last"
    PASSAGE = "the year that the sentence named last, else the day of publication"


class Year(NamedTuple):
    """A year: its number, or how far it lies from an anchor («прошлого года» is -1)."""

    number: int | None = None
    offset: int = 0
    anchor: Anchor = Anchor.PUBLISHED


class Place(NamedTuple):
    """A unit by its number within a larger one: 15 of November, the third quarter, 2030, the XX century.

    `month` belongs to a day; `year` is None where the text leaves it open.
    """

    unit: Granularity
    number: int
    year: Year | None = None
    month: int | None = None


class Shift(NamedTuple):
    """The unit that lies `steps` units from an anchor: «вчера», «на прошлой неделе», «три дня назад»."""

    unit: Unit
    steps: int
    anchor: Anchor = Anchor.PUBLISHED


class SeasonOf(NamedTuple):
    """«прошлой зимой», «этим летом»: a season by its number and an adjective."""

    season: int
    offset: int


class MonthBy(NamedTuple):
    """«в прошлом ноябре», «в следующем мае»: a month by its number and an adjective."""

    month: int
    offset: int


class DayOfMonth(NamedTuple):
    """«17-го», «15-го числа»: a day of the month that was named last, or of the one said with it."""

    day: int
    of: When | None = None


class WeekdayOf(NamedTuple):
    """«в пятницу» (`offset` None), «в минувшую пятницу» (-1), «в эту» (0), «в следующую» (1)."""

    weekday: int
    offset: int | None = None


class WeekdayIn(NamedTuple):
    """«в среду на следующей неделе»."""

    weekday: int
    week: Shift


class NthWeekday(NamedTuple):
    """«в первую субботу декабря», «в последнее (-1) воскресенье октября»."""

    number: int
    weekday: int
    of: When


class WeekendOf(NamedTuple):
    """«в минувшие выходные»: Saturday and Sunday."""

    offset: int | None = None


class Between(NamedTuple):
    """From the first day of one to the last day of the other, which settles what the first leaves open."""

    first: When
    last: When


class YearsInName(NamedTuple):
    """«ЧМ-2026», «в сезоне 2025–2026»: a year, or two, that set no scene for what is told."""

    first: int
    last: int


class Moved(NamedTuple):
    """«перенесли [с 18] на 25 ноября»: the old date; the new one is at tokens `first` to `end`."""

    old: When
    new: When
    first: int
    end: int


class Recent(NamedTuple):
    """«последние 18 месяцев» (-18), «ближайшие три дня» (3): units up to the reference date, or from it."""

    unit: Unit
    steps: int


class SoFar(NamedTuple):
    """«с начала года»: from the first day of the unit to the reference date."""

    unit: Unit


class FirstMonths(NamedTuple):
    """«за девять месяцев 2025 года»: from 1 January."""

    months: int
    year: Year | None = None


class EdgeDay(NamedTuple):
    """«до конца года», «в первый день зимы»: the last day of it, or the first."""

    of: When
    last: bool = True


class PieceOf(NamedTuple):
    """«второй половине 1950-х», «первой декаде мая»: a half of a month or more, ten days of a month."""

    number: int
    of: When
    pieces: int = 2


class PartOfDay(NamedTuple):
    """«утром»: a part of the day that the passage is about."""


class Length(NamedTuple):
    """How long something lasts, in ISO 8601; a range or a hedged length has no `duration`."""

    duration: str | None
    min: str | None
    max: str | None
    modifier: Modifier | None
    unit: Unit
    units: int | None  # whole units, for «назад» and «через»
    between: tuple[int, int] | None = None  # the same of a range: «2–3 года»


class Repeats(NamedTuple):
    """How often something happens, as an RRULE; none for «каждые три-четыре года»."""

    recurrence: str | None


class Unknown(NamedTuple):
    """A date that has no place on this calendar: «44 год до н. э.»."""


When: TypeAlias = (
    Place
    | Shift
    | SeasonOf
    | MonthBy
    | DayOfMonth
    | WeekdayOf
    | WeekdayIn
    | NthWeekday
    | WeekendOf
    | Between
    | Moved
    | YearsInName
    | Recent
    | SoFar
    | FirstMonths
    | EdgeDay
    | PieceOf
    | PartOfDay
    | Length
    | Repeats
    | Unknown
)


class Reading(NamedTuple):
    """What a rule made of a match. `cls` is what the rules above see; a `latent` one alone is no fact."""

    cls: str
    when: When
    part: Part | None = None
    time: str | None = None
    zone: str | None = None
    relation: Relation | None = None
    kind: DateKind | None = None
    latent: bool = False
    rule: str = ""

    def made_by(self, rule: str) -> Reading:
        """Return the same with the name of the rule that made it."""
        return Reading(*self[:-1], rule)


def year_in(when: When) -> Year | None:
    """Return the year that a reading of a whole year means, as a part of a larger expression."""
    if isinstance(when, Place) and when.unit == "year":
        return Year(when.number)
    if isinstance(when, Shift) and when.unit == "year":
        return Year(None, when.steps, when.anchor)
    return None


def is_open(when: When) -> bool:
    """Tell whether the year of a day, month, quarter, half or season is left open."""
    return isinstance(when, Place) and when.year is None and when.unit not in ("year", "decade", "century")


def with_year(when: When, year: Year | None) -> When:
    """Return the same with its year settled, where it was open."""
    if isinstance(when, Place) and is_open(when):
        return when._replace(year=year)
    if isinstance(when, Between):
        return Between(with_year(when.first, year), with_year(when.last, year))
    return when


def says_year(when: When) -> bool:
    """Tell whether the text itself says the year: «2019», «прошлого года», «в конце 2021 года»."""
    if isinstance(when, Place):
        said = when.year is not None and (when.year.number is not None or when.year.offset < 0)
        return when.unit == "year" or said
    if isinstance(when, Between):
        return says_year(when.first) or says_year(when.last)
    if isinstance(when, Shift):
        return when.unit == "year" and when.steps < 0
    return isinstance(when, EdgeDay) and says_year(when.of)

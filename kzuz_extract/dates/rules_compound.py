"""Dates put together: «в среду, 17 апреля, в 18:30», «с 7 по 13 апреля», «22 и 23 мая»."""

from __future__ import annotations

from kzuz_extract.dates.making import counts_something, number, number_range, reading, value, written
from kzuz_extract.dates.reading import (
    Between,
    DayOfMonth,
    Length,
    Place,
    Reading,
    Repeats,
    Shift,
    WeekdayIn,
    WeekdayOf,
    WeekendOf,
    When,
    with_year,
)
from kzuz_extract.dates.rules_calendar import full_year
from kzuz_extract.rules import Match, Rule


def _day(match: Match) -> Reading | None:
    """«в среду, 17 апреля»: the date says more than the weekday, but not «…, 17 и 19 апреля»."""
    day = reading(match, "d")
    return None if day.rule == "date.listed_day" else day


def _day_with_time(match: Match) -> Reading | None:
    """«17 апреля в 18:30», «в 18:00 в пятницу», «ежедневно с 9:00 до 18:00»."""
    day, time = reading(match, "d"), reading(match, "t")
    if match.get("dot") and not _abbreviates(match):
        return None
    said_after = str(value(match, "z")) if match.get("z") else None
    zone = said_after if said_after and said_after != "local" else time.zone
    if isinstance(day.when, Repeats):
        return day._replace(time=time.time, zone=zone)
    cls = "A_DATE" if day.cls in ("A_DATE", "A_DAY") else "A_DONE"
    return Reading(cls, day.when, time=time.time, zone=zone, kind=time.kind)


def _abbreviates(match: Match) -> bool:
    """«20 ноября 2025 г. в 18:00»: the full stop belongs to «г.» and ends no sentence."""
    at, text = match["dot"].first, match.text
    return text.forms[at - 1].key == "г" and at + 1 not in text.sentences


def _day_about_hour(match: Match) -> Reading | None:
    """«15 ноября, около 15 часов»: beside a day the hours are no length."""
    day, length = reading(match, "d"), reading(match, "l").when
    if not isinstance(length, Length) or length.unit != "hour" or not 0 <= (length.units or 99) < 24:
        return None
    return Reading("A_DONE", day.when, time=f"{length.units:02}:00")


def _weekday_of_week(match: Match) -> Reading | None:
    """«на следующей неделе в среду», «в пятницу на прошлой неделе»."""
    week, weekday = reading(match, "u").when, reading(match, "w").when
    if not isinstance(week, Shift) or week.unit != "week" or not isinstance(weekday, WeekdayOf):
        return None
    return Reading("A_REL", WeekdayIn(weekday.weekday, week))


def _weekend_and_days(match: Match) -> Reading | None:
    """«в выходные, 21–22 июня»."""
    return reading(match, "d") if isinstance(reading(match, "w").when, WeekendOf) else None


def _weekday_and_bare_day(match: Match) -> Reading | None:
    """«в среду, 18-го»."""
    said = written(match, "d")
    if not said[0].isdigit() or not said.endswith("го"):
        return None
    return Reading("A_DATE", DayOfMonth(number(match, "d")))


def _day_of_said_month(match: Match) -> Reading | None:
    """«15-го числа следующего месяца»."""
    day, month = reading(match, "d").when, reading(match, "u").when
    if not isinstance(day, DayOfMonth) or not isinstance(month, Shift) or month.unit != "month":
        return None
    return Reading("A_DATE", day._replace(of=month))


def _part_of_day(match: Match) -> Reading | None:
    """«вечером 17 апреля», «в пятницу утром», «утро понедельника»."""
    day = reading(match, "d")
    return day._replace(latent=False)


def _night_range(match: Match) -> Reading | None:
    """«в ночь с 18 на 19 апреля»."""
    last = reading(match, "b")
    if not isinstance(last.when, Place) or last.when.unit != "day":
        return None
    first = last.when._replace(number=number(match, "a"))
    return Reading("A_DONE", Between(first, last.when), kind="range")


def _night_between(match: Match) -> Reading | None:
    """«в ночь с пятницы на субботу», «в ночь с 31 декабря на 1 января»."""
    return Reading("A_DONE", Between(reading(match, "a").when, reading(match, "b").when), kind="range")


BUNDLES: tuple[Rule, ...] = (
    Rule("date.week_and_weekday", "u:A_RELUNIT COMMA? IN w:NAMED_WEEKDAY", _weekday_of_week),
    Rule("date.weekday_of_week", "w:NAMED_WEEKDAY COMMA? ( IN | ON )? u:A_RELUNIT", _weekday_of_week),
    Rule("date.day_of_said_month", "d:A_DAY u:A_RELUNIT", _day_of_said_month),
    Rule("date.weekday_and_day", "w:NAMED_WEEKDAY ( COMMA | DASH )? d:CALENDAR_DAY", _day),
    Rule(
        "date.weekday_and_bare_day", "NAMED_WEEKDAY COMMA ( d:O31 | d:O12 ) !MONTH_GEN", _weekday_and_bare_day
    ),
    Rule("date.weekend_and_days", "w:A_RELUNIT COMMA? d:A_DAYS", _weekend_and_days),
    Rule("date.day_and_weekday", "d:CALENDAR_DAY COMMA? IN? w:NAMED_WEEKDAY", _day),
    Rule("date.holiday_and_day", "A_HOLIDAY COMMA? d:CALENDAR_DAY", _day),
    Rule("date.day_and_holiday", "d:CALENDAR_DAY COMMA? ( IN | ON )? A_HOLIDAY", _day),
    Rule("date.relative_and_day", "A_REL ( COMMA | DASH )? IN? ( d:CALENDAR_DAY | d:A_WEEKDAY )", _day),
)
TIMED: tuple[Rule, ...] = (
    Rule("date.part_of_day_before", "A_DAYPART COMMA? IN? d:ONE_DAY", _part_of_day),
    Rule("date.part_of_day_after", "d:ONE_DAY COMMA? A_DAYPART", _part_of_day),
    Rule("date.weekday_part_and_day", "A_WEEKDAY A_DAYPART COMMA? d:CALENDAR_DAY", _part_of_day),
    Rule(
        "date.part_of_day_and_time",
        "A_DAYPART COMMA? IN? d:ONE_DAY COMMA? ( IN | ABOUT | FROM )? t:A_TIME",
        _day_with_time,
    ),
    Rule("date.part_of_day_noun", "( DAY_PART_NOUN | DAY_PART_OF ) d:ONE_DAY", _part_of_day),
    Rule("date.night_before", "DAY_PART_NOUN ON ( d:ONE_DAY | d:A_WEDNESDAY )", _part_of_day),
    Rule("date.night_between_days", "DAY_PART_NOUN FROM a:ONE_DAY ON b:ONE_DAY", _night_between),
    Rule("date.night_between", "DAY_PART_NOUN FROM a:DAY_NUMBER ON ( b:A_DAY | b:A_DATE )", _night_range),
    Rule(
        "date.day_and_time",
        "d:ONE_DAY dot:DOT? A_DAYPART? COMMA? ROUGHLY?"
        " ( IN | FROM | ABOUT | TO | UNTIL | AFTER )? t:A_TIME z:ZONE?",
        _day_with_time,
    ),
    Rule("date.day_about_hour", "d:ONE_DAY A_DAYPART? COMMA? ABOUT l:A_LENGTH", _day_about_hour),
    Rule("date.repeats_and_time", "d:A_REPEATS COMMA? ( IN | FROM | TO ) t:A_TIME z:ZONE?", _day_with_time),
    Rule("date.listed_part_of_day", "[ A_DAYPART ] ( AND | COMMA ) A_DAYPART COMMA? d:ONE_DAY", _part_of_day),
    Rule("date.day_and_times", "( d:ONE_DAY | d:A_REPEATS ) COMMA? ( t:A_TIMES )", _day_with_time),
    Rule(
        "date.time_and_day",
        "( t:A_TIME | t:A_TIMES ) COMMA? ( IN | ON )? ( d:ONE_DAY | d:A_REPEATS ) z:ZONE?",
        _day_with_time,
    ),
    Rule("date.daypart_and_time", "A_DAYPART COMMA? ( IN | ABOUT )? d:A_TIME", _day),
    Rule("date.time_and_daypart", "d:A_TIME A_DAYPART", _day),
)


def _bounds(match: Match) -> Reading | None:
    """«с 28 февраля по 3 марта», «с начала 2021 года по май 2024 года», «между 10 апреля и 12 мая»."""
    first, last = reading(match, "a"), reading(match, "b")
    if match.get("dot") and not _abbreviates(match):
        return None
    if last.cls == "A_REL" and first.cls in ("A_YEAR",):
        return None
    time = f"{first.time}/{last.time}" if first.time and last.time else None
    zone = last.zone or first.zone
    return Reading("A_DONE", Between(first.when, last.when), kind="range", time=time, zone=zone)


def _number_bound(match: Match) -> Reading | None:
    """«с 7 по 13 апреля», «с 25-го по 30-е число»: the month is said once."""
    last = reading(match, "b")
    if not isinstance(last.when, Place) or last.when.unit != "day" or last.when.month is None:
        return None
    first = last.when._replace(number=number(match, "a"))
    if first.number >= last.when.number:
        return None
    return Reading("A_DONE", Between(first, last.when), kind="range", time=last.time)


def _year_bound(match: Match) -> Reading | None:
    """«с 2012 по 2022 год», «между 2019 и 2021 годами»."""
    first = Place("year", number(match, "a"))
    item = match["b"].reading
    last: When = item.when if isinstance(item, Reading) else Place("year", number(match, "b"))
    if isinstance(last, Place) and last.unit == "year" and last.number <= first.number:
        return None
    return Reading("A_DONE", Between(first, last), kind="range")


def _short_year_bound(match: Match) -> Reading | None:
    """«с 25-го по 30-й год»."""
    first, last = full_year(number(match, "a")), full_year(number(match, "b"))
    if first >= last:
        return None
    return Reading("A_DONE", Between(Place("year", first), Place("year", last)), kind="range")


def _listed_year(match: Match) -> Reading | None:
    """«в 2022 и 2023 годах» are two points."""
    return Reading("A_YEAR", Place("year", number(match, "y")))


def _listed_years(match: Match) -> Reading | None:
    low, high = number_range(match, "y")
    if low >= high:
        return None
    return Reading("A_YEARS", Between(Place("year", low), Place("year", high)), kind="range")


def _bare_year(match: Match) -> Reading | None:
    """«В 2021 министр сообщил», «с 2012», «(1994)»: four digits after a preposition that count nothing."""
    year = number(match, "y")
    if not 1500 <= year <= 2100 or counts_something(match):
        return None
    return Reading("A_YEAR", Place("year", year))


def _bare_years(match: Match) -> Reading | None:
    low, high = number_range(match, "y")
    if not 1500 <= low < high <= 2100 or counts_something(match):
        return None
    return Reading("A_YEARS", Between(Place("year", low), Place("year", high)), kind="range")


def _listed_day(match: Match) -> Reading | None:
    """«17 и 21 апреля»: the first day takes its month from the last."""
    last = reading(match, "b").when
    if isinstance(last, Between):
        last = last.first
    if not isinstance(last, Place) or last.unit != "day":
        return None
    return Reading("A_DAY", last._replace(number=number(match, "d")))


def _year_of_next(match: Match) -> Reading | None:
    """«1 сентября и 5 октября 2024 года», «в июле и августе этого года»: the year is said once."""
    first, next_ = reading(match, "a"), reading(match, "b").when
    if not isinstance(next_, Place) or next_.year is None or first.cls == "A_SEASON_NOUN":
        return None
    return first._replace(when=with_year(first.when, next_.year))


_LAST = "( AND | OR ) ( b:A_DAY | b:A_DATE | b:A_DAYS )"
_DAY_AND = "[ d:DAY_NUMBER ] " + "( COMMA DAY_NUMBER )? " * 5 + _LAST
_YEAR_AND = "[ y:NYEAR ] ( COMMA NYEAR )? ( COMMA NYEAR )? ( AND | OR ) A_YEAR"
_THEN = "( COMMA YEARLESS )? ( COMMA YEARLESS )? ( AND | OR )"
LISTS: tuple[Rule, ...] = (
    Rule(
        "date.listed_of_year", f"[ a:YEARLESS ] {_THEN} ( b:A_DATE | b:A_MONTHY | b:A_UNITY )", _year_of_next
    ),
    Rule("date.listed_day", _DAY_AND, _listed_day),
    Rule("date.listed_year", _YEAR_AND, _listed_year),
    Rule("date.listed_years", "[ y:RYEAR ] ( AND | OR ) A_YEARS", _listed_years),
)
RANGES: tuple[Rule, ...] = (
    Rule("date.from_to", "FROM a:BOUND dot:DOT? COMMA? ( BY | UNTIL ) b:BOUND", _bounds),
    Rule("date.from_wednesday", "FROM a:A_WEDNESDAY COMMA? ( BY | UNTIL ) b:A_WEEKDAY", _bounds),
    Rule("date.between", "BETWEEN a:BOUND AND b:BOUND", _bounds),
    Rule(
        "date.dash",
        "( a:A_DATE DOT? DASH b:A_DATE | a:A_YEAR DOT? DASH b:A_YEAR | a:A_DAY DASH b:A_DAY"
        " | a:A_DAY DASH b:A_DATE | a:A_MONTH DASH b:A_MONTHY | a:A_MONTHY DASH b:A_MONTHY"
        " | a:A_DECADE DASH b:A_DECADE | a:A_WEEKDAY DASH b:A_WEEKDAY | a:A_PART DASH b:A_PART )",
        _bounds,
    ),
    Rule("date.number_from_to", "FROM a:DAY_NUMBER ( BY | UNTIL ) ( b:A_DAY | b:A_DATE )", _number_bound),
    Rule("date.number_between", "BETWEEN a:DAY_NUMBER AND ( b:A_DAY | b:A_DATE )", _number_bound),
    Rule(
        "date.year_from_to",
        "( FROM | OF ) a:NYEAR ( BY | UNTIL ) ( b:A_YEAR | b:NYEAR | b:A_MONTHY | b:A_PART )",
        _year_bound,
    ),
    Rule("date.year_between", "BETWEEN a:NYEAR AND ( b:A_YEAR | b:NYEAR )", _year_bound),
    Rule(
        "date.short_year_from_to",
        "FROM a:SHORT_ORDINAL ( BY | UNTIL ) b:SHORT_ORDINAL YEAR_WORD",
        _short_year_bound,
    ),
    Rule("date.bare_year", "PLACED [ y:NYEAR ]", _bare_year),
    Rule("date.bracketed_year", "OPEN [ y:NYEAR ] CLOSE", _bare_year),
    Rule("date.bare_years", "PLACED [ y:RYEAR ]", _bare_years),
    Rule("date.year_closing_bracket", "COMMA [ y:NYEAR ] CLOSE", _bare_year),
    Rule("date.bracketed_years", "OPEN [ y:RYEAR ] CLOSE", _bare_years),
)

"""What repeats: «ежегодно», «каждую пятницу», «по будням», «раз в пять лет»."""

from __future__ import annotations

from typing import cast

from kzuz_extract.dates.calendar import Unit
from kzuz_extract.dates.making import is_form, number, reading, value, word
from kzuz_extract.dates.reading import DayOfMonth, Length, Place, Reading, Repeats, WeekdayOf
from kzuz_extract.dates.rules_length import unit_named
from kzuz_extract.dates.vocabulary import Word
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Match, Rule
from kzuz_extract.text.tokens import Shape

_FREQUENCIES: dict[Unit, tuple[str, int]] = {
    "minute": ("MINUTELY", 1),
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "half": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
    "decade": ("YEARLY", 10),
    "century": ("YEARLY", 100),
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
WEEKENDS = "FREQ=WEEKLY;BYDAY=SA,SU"


def _repeats(recurrence: str | None) -> Reading:
    return Reading("A_REPEATS", Repeats(recurrence))


def _adverb(match: Match) -> Reading | None:
    return _repeats(str(value(match, "w")))


def _once_in(match: Match) -> Reading | None:
    """«раз в неделю»; «15 раз в день» does not say when."""
    at, text = match.whole[0], match.text
    if at and (text.forms[at - 1].shape is Shape.NUMBER or text.forms[at - 1].key in ("несколько", "много")):
        return None
    return _every_unit(match)


def _times_in(match: Match) -> Reading | None:
    """«один раз в год» says how often; «дважды в неделю», «три раза в месяц» do not say on which days."""
    at, text = match.whole[0], match.text
    if at and text.forms[at - 1].key in ("в", "во"):  # «в два раза в год»
        return None
    count = match.get("n")
    if count and count.number and count.number.value == 1 and match.get("u"):
        return _every_unit(match)
    unit = match.get("u")
    return None if unit and not is_form(match, "u", "one") else _repeats(None)


def _times_in_length(match: Match) -> Reading | None:
    """«1 раз в 3 года», «два раза в пять лет»."""
    count = match.get("n")
    once = count is not None and count.number is not None and count.number.value == 1
    return _every_length(match) if once else _repeats(None)


def _every_unit(match: Match) -> Reading | None:
    """«каждый день»; «с каждым годом» means more and more."""
    at, text = match.whole[0], match.text
    if (
        at
        and text.forms[at - 1].key in ("с", "со")
        and word(match, "u") in ("годом", "днем", "месяцем", "часом")
    ):
        return None
    unit = unit_named(match, "u")
    return _every(unit, 1) if unit else None


def _every(unit: Unit, count: int) -> Reading | None:
    if unit not in _FREQUENCIES:
        return None
    frequency, times = _FREQUENCIES[unit]
    interval = count * times
    return _repeats(f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else ""))


def _every_length(match: Match) -> Reading | None:
    """«каждые три года», «раз в пять лет»."""
    length = cast(Length, reading(match, "l").when)
    if length.between is not None:  # «каждые три-четыре года»
        return _repeats(None)
    return _every(length.unit, length.units) if length.units else None


def _every_nth(match: Match) -> Reading | None:
    """«каждый второй день», «каждую третью неделю»."""
    unit = unit_named(match, "u")
    return _every(unit, number(match, "n")) if unit else None


def _every_nth_weekday(match: Match) -> Reading | None:
    """«каждый второй вторник месяца»."""
    at, day = number(match, "o"), _DAYS[int(value(match, "w")) - 1]
    return _repeats(f"FREQ=MONTHLY;BYDAY={at}{day}") if 1 <= at <= 5 else None


def _every_other_weekday(match: Match) -> Reading | None:
    """«каждый второй вторник» is every other one, «каждая первая суббота» of a month; more is not sure."""
    at, day = number(match, "o"), _DAYS[int(value(match, "w")) - 1]
    recurrences = {1: f"FREQ=MONTHLY;BYDAY=1{day}", 2: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"}
    return _repeats(recurrences.get(at))


def _nth_weekdays(match: Match) -> Reading | None:
    """«первый и третий понедельник месяца»."""
    day = _DAYS[int(value(match, "w")) - 1]
    numbers = [int(cast(Number, item.number).value or 0) for item in match.all("o")]
    if not all(1 <= at <= 5 for at in numbers):
        return None
    return _repeats("FREQ=MONTHLY;BYDAY=" + ",".join(f"{at}{day}" for at in numbers))


def _on_weekdays(match: Match) -> Reading | None:
    """«по понедельникам и средам», «каждый понедельник и четверг»."""
    days = sorted({int(cast(Word, item.reading).value) for item in match.all("w")})
    return _repeats("FREQ=WEEKLY;BYDAY=" + ",".join(_DAYS[day - 1] for day in days))


def _every_month(match: Match) -> Reading | None:
    return _repeats(f"FREQ=YEARLY;BYMONTH={value(match, 'm')}")


def _every_weekend(_: Match) -> Reading | None:
    return _repeats(WEEKENDS)


def _weekday_of_every_month(match: Match) -> Reading | None:
    """«первый понедельник каждого месяца», «в последнюю субботу каждого месяца»."""
    at = -1 if match.get("last") else number(match, "o")
    day = _DAYS[int(value(match, "w")) - 1]
    return _repeats(f"FREQ=MONTHLY;BYDAY={at}{day}") if at in (-1, 1, 2, 3, 4) else None


def _weekdays_with_times(match: Match) -> Reading | None:
    """«с понедельника по пятницу с 9:00 до 18:00», «… в 10:00»: hours are kept every week."""
    first, last = reading(match, "a").when, reading(match, "b").when
    if not isinstance(first, WeekdayOf) or not isinstance(last, WeekdayOf) or first.offset is not None:
        return None
    times = reading(match, "t")
    return _repeats(every_week(first, last))._replace(time=times.time, zone=times.zone)


def _daily_except(match: Match) -> Reading | None:
    """«ежедневно, кроме понедельника, с 10:00 до 19:00»."""
    often, off = cast(Repeats, reading(match, "r").when).recurrence, reading(match, "w").when
    if often != "FREQ=DAILY" or not isinstance(off, WeekdayOf):
        return None
    days = ",".join(day for at, day in enumerate(_DAYS, 1) if at != off.weekday)
    times = reading(match, "t") if match.get("t") else reading(match, "r")
    return _repeats(f"FREQ=WEEKLY;BYDAY={days}")._replace(time=times.time, zone=times.zone)


def _day_of_every(match: Match) -> Reading | None:
    """«ежегодно 1 июня», «1 июня каждого года», «ежемесячно до 25-го числа», «каждый год в мае»."""
    often = cast(Repeats, reading(match, "r").when).recurrence
    day = reading(match, "d").when
    if isinstance(day, DayOfMonth) and often == "FREQ=MONTHLY":
        return _repeats(f"{often};BYMONTHDAY={day.day}")
    after = match.text.forms[match.whole[1] : match.whole[1] + 1]
    if often != "FREQ=YEARLY" or not isinstance(day, Place) or day.year is not None:
        return None
    if after and after[0].key in ("по", "до"):  # «ежегодно с апреля по октябрь»
        return None
    if day.unit == "season":
        return _repeats(_season(day.number))
    if day.unit == "month":
        return _repeats(f"{often};BYMONTH={day.number}")
    return _repeats(f"{often};BYMONTH={day.month};BYMONTHDAY={day.number}") if day.month else None


def _every_day_of_month(match: Match) -> Reading | None:
    """«каждое 15-е число»."""
    return _repeats(f"FREQ=MONTHLY;BYMONTHDAY={number(match, 'd')}")


def _on_workdays(_: Match) -> Reading | None:
    return _repeats(WORKDAYS)


def _on_weekends(_: Match) -> Reading | None:
    return _repeats(WEEKENDS)


def _daily(_: Match) -> Reading | None:
    return _repeats("FREQ=DAILY")


def _every_season(match: Match) -> Reading | None:
    return _repeats(_season(int(value(match, "s"))))


def _season(number_of_season: int) -> str:
    """The months of a season: spring, the second, is March to May."""
    months = [(3 * number_of_season + month - 4) % 12 + 1 for month in range(3)]
    return "FREQ=YEARLY;BYMONTH=" + ",".join(map(str, months))


def every_week(first: WeekdayOf, last: WeekdayOf) -> str:
    """Return the recurrence of the days from one weekday to another.

    >>> every_week(WeekdayOf(6), WeekdayOf(1))
    'FREQ=WEEKLY;BYDAY=SA,SU,MO'
    """
    count = (last.weekday - first.weekday) % 7 + 1
    return "FREQ=WEEKLY;BYDAY=" + ",".join(_DAYS[(first.weekday - 1 + step) % 7] for step in range(count))


def _weekdays_short(match: Match) -> Reading | None:
    """«пн–пт», «сб-вс»."""
    if match.get("p"):
        first, last = (WeekdayOf(int(day)) for day in str(value(match, "p")).split("|"))
        return _repeats(every_week(first, last))
    return _repeats(every_week(WeekdayOf(int(value(match, "a"))), WeekdayOf(int(value(match, "b")))))


UNITS: tuple[Rule, ...] = (
    Rule("date.recurring_adverb", "w:RECURRING", _adverb),
    Rule("date.every_unit", "EVERY u:UNIT", _every_unit),
    Rule("date.every_weekday", "EVERY w:SOME_WEEKDAY ( AND w:SOME_WEEKDAY )?", _on_weekdays),
    Rule("date.every_nth_weekday", "EVERY o:SMALL_ORDINAL w:SOME_WEEKDAY MONTHS", _every_nth_weekday),
    Rule("date.every_other_weekday", "EVERY o:SMALL_ORDINAL w:SOME_WEEKDAY", _every_other_weekday),
    Rule("date.every_month", "EVERY m:ANY_MONTH", _every_month),
    Rule("date.every_weekend", "EVERY WEEKEND", _every_weekend),
    Rule("date.every_day_of_month", "EVERY ( d:O12 | d:O31 ) NAME_OF_DAY", _every_day_of_month),
    Rule(
        "date.weekday_of_every_month",
        "( o:SMALL_ORDINAL | last:RECENT ) w:SOME_WEEKDAY EVERY MONTHS",
        _weekday_of_every_month,
    ),
    Rule("date.every_part_of_day", "EVERY ( DAY_PART_NOUN | DAY_PARTS )", _daily),
    Rule("date.every_season", "EVERY ( s:SEASON | s:SEASON_NOUN )", _every_season),
    Rule("date.every_nth", "EVERY n:SMALL_ORDINAL u:UNIT", _every_nth),
    Rule(
        "date.nth_weekdays_of_month",
        "o:SMALL_ORDINAL AND o:SMALL_ORDINAL w:SOME_WEEKDAY MONTHS",
        _nth_weekdays,
    ),
    Rule("date.every_workday", "EVERY ONE_WORKDAY", _on_workdays),
    Rule("date.weekdays_short", "( a:WEEKDAY_SHORT DASH b:WEEKDAY_SHORT | p:SHORT_PAIR )", _weekdays_short),
    Rule(
        "date.on_weekdays",
        "BY w:WEEKDAYS ( COMMA BY? w:WEEKDAYS )? ( ( COMMA | AND ) BY? w:WEEKDAYS )?",
        _on_weekdays,
    ),
    Rule("date.on_weekday_adjective", "( IN | BY ) [ w:WEEKDAY_ADJ DAY ]", _on_weekdays),
    Rule("date.on_workdays", "( BY | IN ) WORKDAYS DAY?", _on_workdays),
    Rule("date.on_weekends", "BY WEEKEND DAY?", _on_weekends),
    Rule("date.on_parts_of_day", "BY DAY_PARTS", _daily),
    Rule("date.once_in", "ONCE IN u:UNIT", _once_in),
    Rule("date.times_in", "( TWICE | n:COUNT ( ONCE | TIMES ) ) IN u:UNIT", _times_in),
)
_PLACED_DAY = "( d:A_DAY | d:A_HOLIDAY | d:A_MONTH | d:A_SEASON )"
LENGTHS: tuple[Rule, ...] = (
    Rule(
        "date.every_day_of",
        f"r:A_REPEATS COMMA? ( IN | ON | TO | UNTIL | FROM )? {_PLACED_DAY}",
        _day_of_every,
    ),
    Rule("date.day_of_every", f"{_PLACED_DAY} r:A_REPEATS", _day_of_every),
    Rule("date.part_of_every", "PART d:A_MONTH r:A_REPEATS", _day_of_every),
    Rule("date.every_length", "EVERY l:A_LENGTH", _every_length),
    Rule("date.once_in_length", "ONCE IN l:A_LENGTH", _every_length),
    Rule("date.times_in_length", "( TWICE | n:COUNT ( ONCE | TIMES ) ) IN l:A_LENGTH", _times_in_length),
)
BUNDLES: tuple[Rule, ...] = (
    Rule(
        "date.weekdays_with_times",
        "( FROM a:A_WEEKDAY ( BY | UNTIL ) | a:A_WEEKDAY DASH ) b:A_WEEKDAY COMMA?"
        " ( t:A_TIMES | IN t:A_TIME )",
        _weekdays_with_times,
    ),
    Rule("date.daily_except", "r:A_REPEATS COMMA? EXCEPT w:A_WEEKDAY ( COMMA? t:A_TIMES )?", _daily_except),
)

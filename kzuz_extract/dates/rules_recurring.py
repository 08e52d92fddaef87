"""What repeats: «ежегодно», «каждую пятницу», «по будням», «раз в пять лет»."""

from __future__ import annotations

from typing import cast

from kzuz_extract.dates.calendar import Unit
from kzuz_extract.dates.making import number, reading, value, word
from kzuz_extract.dates.reading import Length, Reading, Repeats
from kzuz_extract.dates.rules_length import unit_named
from kzuz_extract.dates.vocabulary import Word
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


def _repeats(recurrence: str) -> Reading:
    return Reading("A_REPEATS", Repeats(recurrence))


def _adverb(match: Match) -> Reading | None:
    return _repeats(str(value(match, "w")))


def _once_in(match: Match) -> Reading | None:
    """«раз в неделю»; «15 раз в день» does not say when."""
    at, text = match.whole[0], match.text
    if at and (text.forms[at - 1].shape is Shape.NUMBER or text.forms[at - 1].key in ("несколько", "много")):
        return None
    return _every_unit(match)


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
    return _every(length.unit, length.units) if length.units else None


def _every_weekday(match: Match) -> Reading | None:
    return _repeats(f"FREQ=WEEKLY;BYDAY={_DAYS[int(value(match, 'w')) - 1]}")


def _every_nth_weekday(match: Match) -> Reading | None:
    """«каждый второй вторник месяца»."""
    at, day = number(match, "o"), _DAYS[int(value(match, "w")) - 1]
    return _repeats(f"FREQ=MONTHLY;BYDAY={at}{day}") if 1 <= at <= 5 else None


def _on_weekdays(match: Match) -> Reading | None:
    """«по понедельникам и средам»."""
    days = sorted({int(cast(Word, item.reading).value) for item in match.all("w")})
    return _repeats("FREQ=WEEKLY;BYDAY=" + ",".join(_DAYS[day - 1] for day in days))


def _every_month(match: Match) -> Reading | None:
    return _repeats(f"FREQ=YEARLY;BYMONTH={value(match, 'm')}")


def _on_workdays(_: Match) -> Reading | None:
    return _repeats(WORKDAYS)


def _on_weekends(_: Match) -> Reading | None:
    return _repeats(WEEKENDS)


def _daily(_: Match) -> Reading | None:
    return _repeats("FREQ=DAILY")


def _every_season(_: Match) -> Reading | None:
    return _repeats("FREQ=YEARLY")


UNITS = (
    Rule("date.recurring_adverb", "w:RECURRING", _adverb),
    Rule("date.every_unit", "EVERY u:UNIT", _every_unit),
    Rule("date.every_weekday", "EVERY w:SOME_WEEKDAY", _every_weekday),
    Rule("date.every_nth_weekday", "EVERY o:SMALL_ORDINAL w:SOME_WEEKDAY MONTHS", _every_nth_weekday),
    Rule("date.every_month", "EVERY m:ANY_MONTH", _every_month),
    Rule("date.every_part_of_day", "EVERY ( DAY_PART_NOUN | DAY_PART | DAY_PARTS )", _daily),
    Rule("date.every_season", "EVERY ( SEASON | SEASON_NOUN )", _every_season),
    Rule(
        "date.on_weekdays",
        "BY w:WEEKDAYS ( COMMA BY? w:WEEKDAYS )? ( ( COMMA | AND ) BY? w:WEEKDAYS )?",
        _on_weekdays,
    ),
    Rule("date.on_weekday_adjective", "( IN | BY ) [ w:WEEKDAY_ADJ DAY ]", _every_weekday),
    Rule("date.on_workdays", "( BY | IN ) WORKDAYS DAY?", _on_workdays),
    Rule("date.on_weekends", "BY WEEKEND DAY?", _on_weekends),
    Rule("date.on_parts_of_day", "BY DAY_PARTS", _daily),
    Rule("date.once_in", "ONCE IN u:UNIT", _once_in),
)
LENGTHS = (
    Rule("date.every_length", "EVERY l:A_LENGTH", _every_length),
    Rule("date.once_in_length", "ONCE IN l:A_LENGTH", _every_length),
)

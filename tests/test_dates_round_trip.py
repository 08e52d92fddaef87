"""Dates and ranges printed in twenty Russian styles are read back exactly, span and days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzuz_extract import extract

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
IN_MONTH = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
]
DAYS = [
    "первого",
    "второго",
    "третьего",
    "четвертого",
    "пятого",
    "шестого",
    "седьмого",
    "восьмого",
    "девятого",
    "десятого",
    "одиннадцатого",
    "двенадцатого",
    "тринадцатого",
    "четырнадцатого",
    "пятнадцатого",
    "шестнадцатого",
    "семнадцатого",
    "восемнадцатого",
    "девятнадцатого",
    "двадцатого",
]
DAYS += [f"двадцать {day}" for day in DAYS[:9]] + ["тридцатого", "тридцать первого"]
ROMAN = ("I", "II", "III", "IV")
days = st.dates(date(1901, 1, 1), date(2099, 12, 1))

POINTS: dict[str, Callable[[date], str]] = {
    "ISO": lambda d: d.isoformat(),
    "full stops": lambda d: f"{d:%d.%m.%Y}",
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "no leading zeros": lambda d: f"{d.day}.{d.month}.{d.year}",
    "month in words": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year} года",
    "г. for года": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year} г",
    "bare year": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "day with an ending": lambda d: f"{d.day}-го {MONTHS[d.month - 1]} {d.year} года",
    "day in words": lambda d: f"{DAYS[d.day - 1]} {MONTHS[d.month - 1]} {d.year} года",
    "leading zero": lambda d: f"{d:%d} {MONTHS[d.month - 1]} {d.year} года",
    "no-break spaces": lambda d: f"{d.day}\u00a0{MONTHS[d.month - 1]}\u00a0{d.year}\u00a0года",
    "capital month": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year} ГОДА",
}
RANGES: dict[str, Callable[[date, date], str]] = {
    "both in full": lambda a, b: (
        f"с {a.day} {MONTHS[a.month - 1]} {a.year} года по {b.day} {MONTHS[b.month - 1]} {b.year} года"
    ),
    "до for по": lambda a, b: (
        f"с {a.day} {MONTHS[a.month - 1]} {a.year} года до {b.day} {MONTHS[b.month - 1]} {b.year} года"
    ),
    "a dash between": lambda a, b: (
        f"{a.day} {MONTHS[a.month - 1]} {a.year} года – {b.day} {MONTHS[b.month - 1]} {b.year} года"
    ),
    "in figures": lambda a, b: f"с {a:%d.%m.%Y} по {b:%d.%m.%Y}",
    "the year said once": lambda a, b: (
        f"с {a.day} {MONTHS[a.month - 1]} по {b.day} {MONTHS[b.month - 1]} {b.year} года"
    ),
}
UNITS: dict[str, tuple[Callable[[int, int], str], int]] = {
    "a month": (lambda n, year: f"{IN_MONTH[n - 1]} {year} года", 12),
    "a quarter in Roman figures": (lambda n, year: f"{ROMAN[n - 1]} квартале {year} года", 4),
    "a quarter with an ending": (lambda n, year: f"{n}-м квартале {year} года", 4),
    "a half": (lambda n, year: f"{('первом', 'втором')[n - 1]} полугодии {year} года", 2),
}
unhurried = settings(deadline=None)  # the first example loads the dictionaries


def only_date(text: str, expression: str, reference: date | None = None) -> tuple[str | None, str | None]:
    """Return the days of the one date in a text, whose span must be the expression."""
    facts = [fact for fact in extract(text, reference_date=reference).facts if fact.type == "date"]
    assert [fact.text for fact in facts] == [expression]
    (fact,) = facts
    assert fact.type == "date"
    return fact.start_date, fact.end_date  # type: ignore[union-attr]


@pytest.mark.parametrize("style", POINTS)
@unhurried
@given(day=days)
def test_a_day_is_read_as_it_was_printed(style: str, day: date) -> None:
    printed = POINTS[style](day)
    assert only_date(f"Документ от {printed} вступил в силу.", printed) == (day.isoformat(), day.isoformat())


@pytest.mark.parametrize("style", RANGES)
@unhurried
@given(first=days, length=st.integers(1, 360))
def test_a_range_is_read_as_it_was_printed(style: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    if (
        style == "the year said once"
        and last.year != first.year
        and (last.month, last.day) > (first.month, first.day)
    ):
        return
    printed = RANGES[style](first, last)
    assert only_date(f"Работы шли {printed}.", printed) == (first.isoformat(), last.isoformat())


@unhurried
@given(first=days, length=st.integers(1, 27))
def test_days_of_one_month_are_one_range(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    if last.month != first.month:
        return
    for printed in (
        f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year} года",
        f"с {first.day} по {last.day} {MONTHS[last.month - 1]} {last.year} года",
    ):
        assert only_date(f"Форум прошёл {printed}.", printed) == (first.isoformat(), last.isoformat())


@unhurried
@given(first=st.integers(1901, 2080), length=st.integers(1, 19))
def test_years_are_one_range(first: int, length: int) -> None:
    for printed in (
        f"с {first} по {first + length} год",
        f"{first}–{first + length} годы",
        f"{first}-{first + length} гг",
    ):
        assert only_date(f"Стройка шла {printed}.", printed) == (f"{first}-01-01", f"{first + length}-12-31")


@pytest.mark.parametrize("style", UNITS)
@unhurried
@given(number=st.integers(0, 11), year=st.integers(1901, 2099))
def test_a_unit_of_a_year_is_read_as_it_was_printed(style: str, number: int, year: int) -> None:
    show, units = UNITS[style]
    at = number % units + 1
    months = 12 // units
    printed = show(at, year)
    start, end = only_date(f"Выпуск в {printed} упал.", printed)
    assert start == f"{year}-{months * (at - 1) + 1:02}-01"
    after = date.fromisoformat(str(end)) + timedelta(days=1)
    assert after == (date(year, months * at + 1, 1) if months * at < 12 else date(year + 1, 1, 1))


@unhurried
@given(reference=days, back=st.integers(1, 300))
def test_a_bare_day_with_a_past_verb_is_the_last_such_day(reference: date, back: int) -> None:
    day = reference - timedelta(days=back)
    if (day.month, day.day) == (2, 29):
        return
    printed = f"{day.day} {MONTHS[day.month - 1]}"
    assert only_date(f"Завод открылся {printed}.", printed, reference)[0] == day.isoformat()


@unhurried
@given(reference=days, ahead=st.integers(1, 300))
def test_a_bare_day_with_a_future_verb_is_the_next_such_day(reference: date, ahead: int) -> None:
    day = reference + timedelta(days=ahead)
    if (day.month, day.day) == (2, 29):
        return
    printed = f"{day.day} {MONTHS[day.month - 1]}"
    assert only_date(f"Завод откроется {printed}.", printed, reference)[0] == day.isoformat()

"""Holidays with a fixed day: «Наурыз», «Новый год», «День Конституции» by the country that is meant."""

from __future__ import annotations

from kzuz_extract.dates.making import value
from kzuz_extract.dates.reading import Between, Place, Reading, Unknown
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.rules import Match, Rule

_COUNTRY_WINDOW = 60


def _holiday(match: Match) -> Reading | None:
    """Read a day, or a range of days, of a year still open; unknown where no country named says which."""
    said = str(value(match, "h")).split()
    by_country = dict(day.split(":") for day in said if ":" in day)
    days = _day_in_country(match, by_country) or next((day for day in said if ":" not in day), "")
    if not days:
        return Reading("A_HOLIDAY", Unknown())
    found = [_place(day) for day in days.split("..")]
    return Reading("A_HOLIDAY", found[0] if len(found) == 1 else Between(found[0], found[1]))


def _place(day: str) -> Place:
    month, number = day.split("-")
    return Place("day", int(number), None, int(month))


def _day_in_country(match: Match, days: dict[str, str]) -> str:
    """«День Независимости» is 16 December in Kazakhstan, 1 September in Uzbekistan: the nearest one named."""
    if not days:
        return ""
    at, forms, beginnings = match["h"].first, match.text.forms, vocabulary().beginnings
    low, high = max(0, at - _COUNTRY_WINDOW), min(len(forms), at + _COUNTRY_WINDOW)
    for near in sorted(range(low, high), key=lambda i: abs(i - at)):
        for country, day in days.items():
            if forms[near].key.startswith(beginnings[country]):
                return day
    return ""


UNITS: tuple[Rule, ...] = (Rule("date.holiday", "h:HOLIDAY", _holiday),)

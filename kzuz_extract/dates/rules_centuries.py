"""Decades and centuries: «1990-е», «девяностых годов», «XIX в.», «XIV–XV веками», «IV веке до н. э.»."""

from __future__ import annotations

from kzuz_extract.dates.making import counts_something, number, number_range, reading, value, word, written
from kzuz_extract.dates.reading import Between, Place, Reading, Shift, Unknown
from kzuz_extract.rules import Match, Rule


def _decade(match: Match) -> Reading | None:
    tens = number(match, "n")
    if tens < 100:
        if match.get("w") is None and not written(match, "n")[0].isdigit():
            return None
        tens += 1900 if tens >= 30 else 2000
    elif match.get("w") is None and counts_something(match):
        return None
    return Reading("A_DECADE", Place("decade", tens))


def _century(match: Match) -> Reading | None:
    at = number(match, "n")
    return Reading("A_CENTURY", Place("century", at)) if 1 <= at <= 30 else None


def _figure_century(match: Match) -> Reading | None:
    """«в 19 веке», «20 века»; «два века» is a length of time."""
    if word(match, "w").startswith("столети") or (
        word(match, "w") in ("века", "веков") and number(match, "n") < 5
    ):
        return None
    return _century(match)


def _centuries(match: Match) -> Reading | None:
    low, high = number_range(match, "n")
    if not 1 <= low < high <= 30:
        return None
    return Reading("A_CENTURY", Between(Place("century", low), Place("century", high)))


def _short_century(match: Match) -> Reading | None:
    """«в XIX в.»."""
    return _century(match) if word(match, "w") == "в" else None


def _roman_centuries(match: Match) -> Reading | None:
    """«XIV–XV вв.»; those before Christ go down: «V–IV веками до н. э.»."""
    first, last = number(match, "a"), number(match, "b")
    if not (1 <= first <= 30 and 1 <= last <= 30) or first == last:
        return None
    return Reading("A_CENTURY", Between(Place("century", first), Place("century", last)))


UNITS = (
    Rule("date.decade", "n:ODECADE ( w:YEARS | w:YEARS_SHORT )?", _decade),
    Rule("date.century", "n:ORDINAL CENTURY", _century),
    Rule("date.listed_century", "[ n:ORDINAL ] ( AND | OR ) ORDINAL CENTURY", _century),
    Rule("date.century_figure", "( n:N12 | n:N24 | n:N31 ) w:CENTURY", _figure_century),
    Rule("date.century_short", "n:OROMAN w:IN DOT", _short_century),
    Rule("date.centuries", "n:R31 ( CENTURY | CENTURIES_SHORT )", _centuries),
    Rule("date.centuries_roman", "a:OROMAN DASH b:OROMAN ( CENTURY | CENTURIES_SHORT )", _roman_centuries),
)


def _century_of_era(match: Match) -> Reading | None:
    """«в IV веке до н. э.»."""
    return Reading("A_DONE", Unknown()) if value(match, "e") == "bc" else reading(match, "c")


def _decade_of_century(match: Match) -> Reading | None:
    """«девяностые годы XX века», «90-х годов прошлого века»: the century settles which nineties."""
    decade, century = reading(match, "d").when, _century_number(match)
    if not isinstance(decade, Place) or century is None:
        return None
    return Reading("A_DECADE", Place("decade", 100 * (century - 1) + decade.number % 100))


def _century_number(match: Match) -> int | None:
    """The number of «XX века»; «прошлого века» needs a day of publication, or is taken for the XX."""
    when, today = reading(match, "c").when, match.text.reference_date
    if isinstance(when, Place):
        return when.number
    if not isinstance(when, Shift) or when.unit != "century":
        return None
    return (today.year + 99) // 100 + when.steps if today else 21 + when.steps


YEARS = (
    Rule("date.decade_of_century", "d:A_DECADE ( c:A_CENTURY | c:A_RELUNIT )", _decade_of_century),
    Rule("date.century_of_era", "c:A_CENTURY e:ERA", _century_of_era),
)

"""The months that a report of figures is about: «за девять месяцев», «по итогам полугодия»."""

from __future__ import annotations

from typing import cast

from kzuz_extract.dates.making import reading, word
from kzuz_extract.dates.reading import FirstMonths, Length, Reading, Shift, year_in
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.rules import Match, Rule
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape


def _first_months(match: Match) -> Reading | None:
    """«девять месяцев 2025 года», «первые два квартала», «по итогам 11 месяцев»: from 1 January."""
    length = cast(Length, reading(match, "l").when)
    months = length.units
    if months is None or length.unit not in ("month", "quarter", "half"):
        return None
    months *= {"quarter": 3, "half": 6}.get(length.unit, 1)
    if months > 11:
        return None
    dot = match.get("dot")
    if dot and match.text.forms[dot.first - 1].key != "мес":  # «за 9 мес. 2025 года»
        return None
    item = match.get("y")
    year = year_in(cast(Reading, item.reading).when) if item else None
    if item and year is None:
        return None
    return Reading("A_DONE", FirstMonths(months, year), kind="range")


def _months_in_report(match: Match) -> Reading | None:
    """«экспорт за девять месяцев вырос»: in a report of figures the months are those since January.

    So they are where a figure stands near and they are just the months that have gone by: «за 10 месяцев
    родилось 12 тысяч детей» in November.
    """
    return _first_months(match) if _reports(match) or _since_january(match) else None


def _reports(match: Match) -> bool:
    figures = vocabulary().forms["figures"]
    return any(form.key in figures for form in _around(match))


def _since_january(match: Match) -> bool:
    length, today = cast(Length, reading(match, "l").when), match.text.reference_date
    if today is None or length.unit != "month" or (length.units or 0) < 3:
        return False
    gone = (today.month - 2) % 12 + 1
    said = match.whole
    return length.units == gone and any(
        form.shape is Shape.NUMBER and form is not match.text.forms[said[0] + 1] for form in _around(match)
    )


def _around(match: Match) -> list[Form]:
    first, end = match.text.sentence_bounds(match.whole[0])
    return match.text.forms[max(first, match.whole[0] - 40) : min(end, match.whole[1] + 40)]


def _half_year_results(_: Match) -> Reading | None:
    """«по итогам полугодия»."""
    return Reading("A_DONE", FirstMonths(6, None), kind="range")


def _half_year_in_report(match: Match) -> Reading | None:
    """«прибыль за полугодие выросла»."""
    return _half_year_results(match) if _reports(match) else None


def _half_year_of_year(match: Match) -> Reading | None:
    """«за полугодие 2025 года»."""
    year = year_in(reading(match, "y").when)
    return Reading("A_DONE", FirstMonths(6, year), kind="range") if year else None


def _year_results(match: Match) -> Reading | None:
    """«по итогам года»: of this one, in January and February of the year before."""
    today = match.text.reference_date
    if word(match, "u") != "года":
        return None
    return Reading("A_RELYEAR", Shift("year", -1 if today and today.month <= 2 else 0))


SHIFTS: tuple[Rule, ...] = (
    Rule("date.months_of_year", "FIRST? l:A_LENGTH dot:DOT? ( y:A_YEAR | y:A_RELYEAR )", _first_months),
    Rule("date.first_months", "FIRST l:A_LENGTH", _first_months),
    Rule("date.results", "BY RESULTS [ FIRST? l:A_LENGTH ]", _first_months),
    Rule(
        "date.results_of_year",
        "BY RESULTS [ FIRST? l:A_LENGTH dot:DOT? ( y:A_YEAR | y:A_RELYEAR ) ]",
        _first_months,
    ),
    Rule("date.results_half_year", "BY RESULTS [ HALF_YEAR ]", _half_year_results),
    Rule("date.results_year", "BY RESULTS [ u:YEAR ]", _year_results),
    Rule("date.half_year_in_report", "FOR [ HALF_YEAR ] !A_YEAR !A_RELYEAR", _half_year_in_report),
    Rule(
        "date.half_year_of_year",
        "( FOR | BY RESULTS ) [ HALF_YEAR ( y:A_YEAR | y:A_RELYEAR ) ]",
        _half_year_of_year,
    ),
    Rule("date.months_in_report", "FOR [ l:A_LENGTH ] !A_YEAR !A_RELYEAR", _months_in_report),
)

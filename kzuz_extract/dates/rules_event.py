"""Years without their «год» beside what belongs to them: «ЧМ-2026», «Кубок Азии 2027», «2024 – 5 случаев»."""

from __future__ import annotations

from kzuz_extract.dates.making import counts_something, number, number_range, value
from kzuz_extract.dates.reading import Place, Reading, YearsInName
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.rules import Match, Rule
from kzuz_extract.text.tokens import Shape

_FIRST, _LAST = 1900, 2100
_FIGURES = 4
_NAME = 5  # tokens of «чемпионат мира по футболу»
_QUOTES = frozenset('»"”')


def _joined_year(match: Match) -> Reading | None:
    """«ЧМ-2026», «Мисс Казахстан-2025»."""
    return _year(int(value(match, "y")))


def _year_of_event(match: Match) -> Reading | None:
    """«чемпионат мира 2026», «на Кубке Азии 2027», «победитель «Евровидения» 2025»."""
    if counts_something(match) or not _names_an_event(match):
        return None
    return _year(number(match, "y"))


def _years_of_event(match: Match) -> Reading | None:
    """«в сезоне 2025–2026»."""
    first, last = number_range(match, "y")
    if not _FIRST <= first < last <= _LAST or counts_something(match) or not _names_an_event(match):
        return None
    return _years(first, last)


def _short_years(match: Match) -> Reading | None:
    """«(1996—98)», «в сезоне 1989–90»."""
    if _before(match) != "(" and not _names_an_event(match):
        return None
    first, last = map(int, str(value(match, "y")).split("|"))
    return _years(first, last)


def _listed_year(match: Match) -> Reading | None:
    """«чемпионка мира (2019, 2023)»."""
    return Reading("A_DONE", Place("year", number(match, "y"))) if _before(match) in ("(", ",") else None


def _year_in_row(match: Match) -> Reading | None:
    """«(2023 – 1,4 процента, 2024 – 1,9 процента)»: a year, a dash and its figure."""
    text, at, end = match.text, match["y"].first, match.whole[1]
    opens = (
        at == text.sentence_bounds(at)[0]
        or text.forms[at - 1].text in "(,;:"
        or text.forms[at - 1].key == "в"
    )
    after = text.forms[end] if end < len(text.forms) else None
    told = (
        after is not None
        and (after.shape is Shape.NUMBER or after.text in "$€£")
        and not _is_year(after.text)
    )
    return _year(number(match, "y")) if opens and told else None


def _is_year(written: str) -> bool:
    return len(written) == _FIGURES and written.startswith(("19", "20"))


def _year_of_birth(match: Match) -> Reading | None:
    """«дочь (р. 1993)»."""
    text, at = match.text, match["y"].first
    return _year(number(match, "y")) if at > 1 and text.forms[at - 2].key == "р" else None


def _before(match: Match) -> str:
    at = match["y"].first
    return match.text.forms[at - 1].text if at else ""


def _year(year: int) -> Reading | None:
    return Reading("A_DONE", YearsInName(year, year)) if _FIRST <= year <= _LAST else None


def _years(first: int, last: int) -> Reading:
    return Reading("A_DONE", YearsInName(first, last), kind="range")


def _names_an_event(match: Match) -> bool:
    """Tell whether the words straight before, a name among them, are those of what takes place in a year."""
    text, first = match.text, match["y"].first
    low, events = text.sentence_bounds(first)[0], vocabulary().beginnings["event"]
    for at in range(first - 1, max(low, first - _NAME) - 1, -1):
        form = text.forms[at]
        if form.key.startswith(events):
            return True
        if form.shape in (Shape.NUMBER, Shape.SIGN) and form.text not in _QUOTES:
            return False
    return False


YEARS: tuple[Rule, ...] = (
    Rule("date.joined_year", "y:JOINED_YEAR", _joined_year),
    Rule("date.year_of_event", "y:NYEAR", _year_of_event),
    Rule("date.years_of_event", "y:RYEAR", _years_of_event),
    Rule("date.short_years_of_event", "y:SHORT_YEARS", _short_years),
    Rule("date.listed_bracketed_year", "[ y:NYEAR ] COMMA NYEAR ( COMMA | CLOSE )", _listed_year),
    Rule("date.year_in_row", "[ y:NYEAR ] DASH", _year_in_row),
    Rule("date.year_of_birth", "[ y:NYEAR ] CLOSE", _year_of_birth),
)

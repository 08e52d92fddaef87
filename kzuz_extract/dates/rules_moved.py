"""«с … на …»: the old date and the new one of what was moved, or the night between two days.

«перенесли с 18 на 25 ноября» names two days, «с 18 на 19 ноября» the night between them.
"""

from __future__ import annotations

from kzuz_extract.dates.making import number, reading
from kzuz_extract.dates.reading import Between, Moved, Place, Reading, WeekdayOf, When
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.rules import Match, Rule

_BEFORE = 8  # tokens among which «перенесли» may stand
_SHORTEST_MONTH = 28  # days


def _night(match: Match) -> Reading | None:
    """«с 18 на 19 ноября», «с пятницы на субботу», «с 30 апреля на 1 мая»: two days in a row."""
    first, last = _old(match), reading(match, "b").when
    if first is None or not _follows(first.when, last) or _is_moved(match):
        return None
    return Reading("A_DONE", Between(first.when, last), kind="range")


def _moved(match: Match) -> Reading | None:
    """«перенесли [с 18] на 25 ноября», «перенесли [с марта] на май»."""
    old, new = _old(match), match["b"]
    if old is None:
        return None
    when = Moved(old.when, reading(match, "b").when, new.first, new.end)
    return old._replace(cls="A_DONE", when=when, relation="on")


def _old(match: Match) -> Reading | None:
    """The first date; a bare number takes from the second what it is a number of."""
    if match.get("a"):
        return reading(match, "a")
    new = reading(match, "b").when
    return Reading("A_DONE", new._replace(number=number(match, "n"))) if isinstance(new, Place) else None


def _follows(first: When, last: When) -> bool:
    """Tell whether two days are next to each other."""
    if isinstance(first, WeekdayOf) and isinstance(last, WeekdayOf):
        return first.weekday % 7 + 1 == last.weekday
    if not isinstance(first, Place) or not isinstance(last, Place) or {first.unit, last.unit} != {"day"}:
        return False
    if first.month == last.month:
        return first.number + 1 == last.number
    return last.number == 1 and first.number >= _SHORTEST_MONTH


def _is_moved(match: Match) -> bool:
    text, at = match.text, match.whole[0]
    start = max(text.sentence_bounds(at)[0], at - _BEFORE)
    return any(form.key.startswith(vocabulary().beginnings["moved"]) for form in text.forms[start:at])


RANGES: tuple[Rule, ...] = (
    Rule("date.night_of_days", "FROM a:ONE_DAY COMMA? ON b:ONE_DAY", _night),
    Rule("date.night_of_numbers", "FROM n:DAY_NUMBER ON ( b:A_DAY | b:A_DATE )", _night),
    Rule("date.moved_from", "FROM [ a:BOUND ] DOT? COMMA? ON b:BOUND", _moved),
    Rule("date.moved_from_number", "FROM [ n:DAY_NUMBER ] ON ( b:A_DAY | b:A_DATE )", _moved),
    Rule("date.moved_from_year", "FROM [ n:NYEAR ] ON b:A_YEAR", _moved),
)

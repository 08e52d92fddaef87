"""Dates that count from another: «вчера», «на прошлой неделе», «три дня назад», «последние 18 месяцев»."""

from __future__ import annotations

from typing import cast

from kzuz_extract.dates.calendar import Unit
from kzuz_extract.dates.making import counts_something, is_form, number, reading, value, word, written
from kzuz_extract.dates.reading import (
    Anchor,
    Between,
    DayOfMonth,
    FirstMonths,
    LastDay,
    Length,
    MonthBy,
    Place,
    Reading,
    Recent,
    SeasonOf,
    Shift,
    SoFar,
    WeekdayOf,
    WeekendOf,
    year_in,
)
from kzuz_extract.dates.rules_length import unit_named
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.facts import Part
from kzuz_extract.rules import Match, Rule
from kzuz_extract.text import Form
from kzuz_extract.text.tokens import Shape


def _deictic(match: Match) -> Reading | None:
    return Reading("A_REL", Shift("day", int(value(match, "w"))))


def _eve(match: Match) -> Reading | None:
    """«накануне» alone is the day before publication; «накануне выборов», «накануне Дня…» is none."""
    at, text = match.whole[1], match.text
    before_event = at < len(text.forms) and text.forms[at].key in ("дня", "нового")
    return None if before_event or counts_something(match) else Reading("A_REL", Shift("day", -1))


def _last_year_adjective(match: Match) -> Reading | None:
    return Reading("A_DONE", Shift("year", int(value(match, "w"))))


def _this_year_abbreviated(_: Match) -> Reading | None:
    return Reading("A_RELYEAR", Shift("year", 0))


def _step(match: Match) -> Reading | None:
    """«на этой неделе», «прошлого года», «в следующем квартале»; plurals («в эти дни») are vague."""
    unit, adjective = unit_named(match, "u"), word(match, "t")
    if unit is None or word(match, "u").startswith("сут"):  # «прошедшие сутки» are the last 24 hours
        return None
    if _plural(match) or (adjective == "это" and not word(match, "u").endswith("ие")):
        return None
    step = int(value(match, "t"))
    return _unit_at(unit, step, _anchor(match, unit, adjective))


def _plural(match: Match) -> bool:
    """Tell whether several units are meant («прошлые годы», «эти недели»); «прошедшие сутки» are one."""
    if is_form(match, "u", "many"):
        return True
    return word(match, "u") != "сутки" and word(match, "t").endswith(("ые", "ие", "эти", "те"))


def _anchor(match: Match, unit: Unit, adjective: str) -> Anchor:
    if unit == "day" or match.get("same") or adjective.startswith("предыдущ"):
        return Anchor.NAMED
    if adjective.startswith("следующ"):
        return Anchor.PASSAGE
    return Anchor.PUBLISHED


def _unit_at(unit: Unit, step: int, anchor: Anchor) -> Reading | None:
    if unit in ("second", "minute", "hour"):
        return None
    cls = {"year": "A_RELYEAR", "day": "A_REL"}.get(unit, "A_RELUNIT")
    return Reading(cls, Shift(unit, step, anchor))


def _that_same(match: Match) -> Reading | None:
    """«в тот же день», «того же года», «в тот день»: what the text named last."""
    unit = unit_named(match, "u")
    if unit is None or _plural(match):
        return None
    if match.get("same") is None and (unit not in ("day", "year") or _explained(match)):
        return None
    return _unit_at(unit, 0, Anchor.NAMED)


def _explained(match: Match) -> bool:
    """«в тот день, когда», «того года, в котором»: which one is said afterwards."""
    at, forms = match.whole[1], match.text.forms
    return at < len(forms) and forms[at].text == ","


def _weekday(match: Match) -> Reading | None:
    """«в среду»; in «создать благоприятную среду» it is the environment."""
    at, text = match["w"].first, match.text
    if word(match, "w") == "среду" and at and text.forms[at - 1].key.endswith(("ую", "юю", "ь")):
        return _doubtful_weekday(match)
    return Reading("A_WEEKDAY", WeekdayOf(int(value(match, "w"))))


def _weekday_pair(match: Match) -> Reading | None:
    """«в четверг-пятницу»."""
    first, last = (int(part) for part in str(value(match, "w")).split("|"))
    return Reading("A_DONE", Between(WeekdayOf(first), WeekdayOf(last)))


def _doubtful_weekday(match: Match) -> Reading | None:
    return Reading("A_WEDNESDAY", WeekdayOf(int(value(match, "w"))), latent=True)


def _step_weekday(match: Match) -> Reading | None:
    return Reading("A_WEEKDAY", WeekdayOf(int(value(match, "w")), int(value(match, "t"))))


def _weekend(match: Match) -> Reading | None:
    step = match.get("t")
    return Reading("A_RELUNIT", WeekendOf(int(value(match, "t")) if step else None))


def _step_season(match: Match) -> Reading | None:
    return Reading("A_RELUNIT", SeasonOf(int(value(match, "s")), int(value(match, "t"))))


def _step_month(match: Match) -> Reading | None:
    return Reading("A_MONTHY", MonthBy(int(value(match, "m")), int(value(match, "t"))))


UNITS = (
    Rule("date.deictic", "w:DEICTIC", _deictic),
    Rule("date.deictic_adjective", "w:DEICTIC_ADJ ( DAY | OF_DAY )?", _deictic),
    Rule("date.eve", "w:EVE", _eve),
    Rule("date.year_adjective", "w:YEAR_ADJ", _last_year_adjective),
    Rule("date.this_year_abbreviated", "THIS_YEAR", _this_year_abbreviated),
    Rule("date.step", "t:STEP same:SAME? u:PERIOD_UNIT", _step),
    Rule("date.that_same", "t:THAT same:SAME? u:PERIOD_UNIT", _that_same),
    Rule("date.weekday", "w:WEEKDAY", _weekday),
    Rule("date.weekday_pair", "w:WEEKDAY_PAIR", _weekday_pair),
    Rule("date.weekday_doubtful", "w:WEEKDAY_DOUBTFUL", _doubtful_weekday),
    Rule("date.step_weekday", "t:RELATIVE w:SOME_WEEKDAY", _step_weekday),
    Rule("date.step_weekend", "t:RELATIVE WEEKEND ( DAY )?", _weekend),
    Rule("date.weekend", "( IN | ON ) [ WEEKEND ( DAY )? ]", _weekend),
    Rule("date.step_season", "t:STEP s:SOME_SEASON", _step_season),
    Rule("date.step_month", "t:STEP m:ANY_MONTH", _step_month),
)


def _part(match: Match) -> Reading | None:
    """«в начале марта», «к концу 2028 года»: the dates stay those of the whole unit."""
    whole = reading(match, "of")
    return whole._replace(cls="A_PART", part=_part_named(match), latent=False)


def _part_of_bare_year(match: Match) -> Reading | None:
    """«в конце 2023 – начале 2024 года»: the first year has no word of its own."""
    if not 1500 <= number(match, "y") <= 2100 or counts_something(match):
        return None
    return Reading("A_PART", Place("year", number(match, "y")), part=_part_named(match))


def _part_of_unit(match: Match) -> Reading | None:
    """«в начале года», «к концу недели»: of the unit that we live in, or that the passage is about."""
    unit = unit_named(match, "u")
    if unit is None or is_form(match, "u", "many"):
        return None
    if unit == "day" and (word(match, "u") != "дня" or _part_named(match) != "end"):
        return None
    return Reading("A_PART", Shift(unit, 0, Anchor.PASSAGE), part=_part_named(match))


def _part_named(match: Match) -> Part:
    return cast(Part, value(match, "p"))


def _recent(match: Match) -> Reading | None:
    """«за последние пять лет», «в ближайшие три дня»: they end or begin on the reference date."""
    length = cast(Length, reading(match, "l").when)
    if length.units is None:
        return None
    return Reading("A_DONE", Recent(length.unit, length.units * int(value(match, "t"))), kind="range")


def _recent_one(match: Match) -> Reading | None:
    """«за последний год», «прошедшие сутки»."""
    unit = unit_named(match, "u")
    if unit is None or (_plural(match) and word(match, "u") != "сутки"):
        return None
    return Reading("A_DONE", Recent(unit, int(value(match, "t"))), kind="range")


def _ago(match: Match) -> Reading | None:
    """«три дня назад», «год назад», «около года назад»."""
    return _from_now(match, -1, Anchor.PUBLISHED, ("one", "of_one"))


def _through(match: Match) -> Reading | None:
    return _from_now(match, 1, Anchor.NARRATED, ("one",))


def _some_ago(match: Match) -> Reading | None:
    """«лет пять назад», «месяца три назад»: the noun before its number makes it a guess."""
    return _guessed(match, -1, Anchor.PUBLISHED)


def _through_some(match: Match) -> Reading | None:
    """«лет через пять», «дня через три»."""
    return _guessed(match, 1, Anchor.NARRATED)


def _guessed(match: Match, sign: int, anchor: Anchor) -> Reading | None:
    unit, count = unit_named(match, "u"), number(match, "n")
    if unit is None or not count:
        return None
    cls = "A_REL" if unit == "day" else "A_DONE"
    return Reading(cls, Shift(unit, sign * count, anchor), relation="about")


def _later(match: Match) -> Reading | None:
    return _from_now(match, 1, Anchor.NAMED, ("one", "by_one"))


def _earlier(match: Match) -> Reading | None:
    return _from_now(match, -1, Anchor.NAMED, ("one", "by_one"))


def _from_now(match: Match, sign: int, anchor: Anchor, forms: tuple[str, ...]) -> Reading | None:
    length = match.get("l")
    if length is not None:
        when = cast(Length, cast(Reading, length.reading).when)
        if when.between is not None:  # «2–3 года назад»
            near, far = (Shift(when.unit, sign * units, anchor) for units in when.between)
            return Reading("A_DONE", Between(near, far) if sign > 0 else Between(far, near), kind="range")
        if when.units is None:
            return None
        cls = "A_REL" if when.unit == "day" else "A_DONE"
        return Reading(cls, Shift(when.unit, sign * when.units, anchor))
    named = unit_named(match, "u")
    if named is None or not any(is_form(match, "u", name) for name in forms):
        return None
    return Reading("A_REL" if named == "day" else "A_DONE", Shift(named, sign, anchor))


def _so_far(match: Match) -> Reading | None:
    """«с начала года»: a range up to the reference date; «с начала 2018 года» is only a beginning."""
    part = reading(match, "p")
    when = part.when
    if part.part != "start" or not isinstance(when, Shift) or when.steps != 0:
        return None
    return Reading("A_DONE", SoFar(when.unit), kind="range")


def _deadline(match: Match) -> Reading | None:
    """«до конца года»: one day, the last."""
    part = reading(match, "p")
    if part.part != "end":
        return None
    return Reading("A_DONE", LastDay(part.when), relation="until")


def _first_months(match: Match) -> Reading | None:
    """«девять месяцев 2025 года», «первые два квартала», «по итогам 11 месяцев»: from 1 January."""
    length = cast(Length, reading(match, "l").when)
    months = length.units
    if months is None or length.unit not in ("month", "quarter", "half"):
        return None
    months *= {"quarter": 3, "half": 6}.get(length.unit, 1)
    if months > 11:
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
    words = vocabulary().words
    return any(
        form.text == "%" or ((known := words.get(form.key)) and known.cls == "FIGURES")
        for form in _around(match)
    )


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


def _first_days(match: Match) -> Reading | None:
    """«в первых числах января», «в последних числах декабря»: the start and the end of a month."""
    part: Part = "start" if match.get("first") else "end"
    return reading(match, "of")._replace(cls="A_PART", part=part)


def _bare_day(match: Match) -> Reading | None:
    """«17-го»: a day alone in figures, with a month to take from the text before; «1-го фронта» is none."""
    said = written(match, "d")
    if not said[0].isdigit() or not said.endswith("го") or counts_something(match, names=True):
        return None
    text, after = match.text, match.whole[1]
    listed = [form.text for form in text.forms[after : after + 2]]
    if len(listed) == 2 and listed[0] in (",", "и") and listed[1].isdigit():  # «19-го, 20-го микрорайонов»
        return None
    return Reading("A_DAY", DayOfMonth(number(match, "d")))


def _season_in_phrase(match: Match) -> Reading | None:
    return reading(match, "s")._replace(cls="A_SEASON", latent=False)


SHIFTS = (
    Rule("date.part", "p:PART of:PARTED", _part),
    Rule("date.part_of_bare_year", "p:PART y:NYEAR", _part_of_bare_year),
    Rule("date.part_of_unit", "p:PART u:PERIOD_UNIT", _part_of_unit),
    Rule("date.recent", "t:STRETCH l:A_LENGTH", _recent),
    Rule("date.some_ago", "u:UNIT n:CARDINAL AGO", _some_ago),
    Rule("date.through_some", "u:UNIT THROUGH n:CARDINAL", _through_some),
    Rule(
        "date.first_days", "( first:FIRST | RECENT ) NAMES_OF_DAYS ( of:A_MONTH | of:A_MONTHY )", _first_days
    ),
    Rule("date.recent_one", "( FOR | DURING ) [ t:RECENT u:PERIOD_UNIT ]", _recent_one),
    Rule("date.last_24_hours", "t:STRETCH u:FULL_DAY", _recent_one),
    Rule("date.ago", "( l:A_LENGTH | u:UNIT ) THAT? AGO", _ago),
    Rule("date.through", "THROUGH ( l:A_LENGTH | u:UNIT )", _through),
    Rule("date.later", "( l:A_LENGTH | u:UNIT ) LATER", _later),
    Rule("date.earlier", "( l:A_LENGTH | u:UNIT ) EARLIER", _earlier),
    Rule("date.months_of_year", "FIRST? l:A_LENGTH ( y:A_YEAR | y:A_RELYEAR )", _first_months),
    Rule("date.first_months", "FIRST l:A_LENGTH", _first_months),
    Rule("date.results", "BY RESULTS [ FIRST? l:A_LENGTH ]", _first_months),
    Rule("date.results_half_year", "BY RESULTS [ HALF_YEAR ]", _half_year_results),
    Rule("date.results_year", "BY RESULTS [ u:YEAR ]", _year_results),
    Rule("date.half_year_in_report", "FOR [ HALF_YEAR ] !A_YEAR !A_RELYEAR", _half_year_in_report),
    Rule("date.half_year_of_year", "FOR [ HALF_YEAR ( y:A_YEAR | y:A_RELYEAR ) ]", _half_year_of_year),
    Rule("date.months_in_report", "FOR [ l:A_LENGTH ] !A_YEAR !A_RELYEAR", _months_in_report),
    Rule(
        "date.season_in_phrase", "( TO | FROM | UNTIL | AFTER | ON ) [ s:A_SEASON_NOUN ]", _season_in_phrase
    ),
)
FROM_PARTS = (
    Rule("date.bare_day", "( d:O31 | d:O12 )", _bare_day),
    Rule("date.so_far", "FROM p:A_PART", _so_far),
    Rule("date.deadline", "UNTIL [ p:A_PART ]", _deadline),
)

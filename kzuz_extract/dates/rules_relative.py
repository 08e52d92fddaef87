"""Dates that count from another: «вчера», «на прошлой неделе», «три дня назад», «последние 18 месяцев»."""

from __future__ import annotations

from typing import cast

from kzuz_extract.dates.calendar import CLOCK_UNITS, Unit
from kzuz_extract.dates.making import counts_something, is_form, number, reading, value, word, written
from kzuz_extract.dates.reading import (
    Anchor,
    Between,
    DayOfMonth,
    EdgeDay,
    Length,
    MonthBy,
    NthWeekday,
    Place,
    Reading,
    Recent,
    SeasonOf,
    Shift,
    SoFar,
    Unknown,
    WeekdayOf,
    WeekendOf,
)
from kzuz_extract.dates.rules_length import unit_named
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.facts import Part
from kzuz_extract.language.morphology import parses
from kzuz_extract.rules import Match, Rule
from kzuz_extract.text.tokens import Shape


def _deictic(match: Match) -> Reading | None:
    return Reading("A_REL", Shift("day", int(value(match, "w"))))


def _eve(match: Match) -> Reading | None:
    """«накануне» alone is the day before publication; «накануне выборов», «накануне 9 мая» is none."""
    at, text = match.whole[1], match.text
    after = text.forms[at] if at < len(text.forms) else None
    before_event = after and (after.key in _EVENTS or after.shape is Shape.NUMBER)
    return None if before_event or counts_something(match) else Reading("A_REL", Shift("day", -1))


_EVENTS = frozenset(("дня", "нового", "рождества", "пасхи", "наурыза", "навруза", "нооруза"))


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
    if unit in CLOCK_UNITS:
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
    if at > 1 and text.forms[at - 1].key == "на" and text.forms[at - 2].key.startswith(_falls()):
        return Reading("A_WEEKDAY", Unknown())
    return Reading("A_WEEKDAY", WeekdayOf(int(value(match, "w"))))


def _falls() -> tuple[str, ...]:
    """How verbs begin that tell a feast's weekday, not a day: «Курбан айт выпадает на пятницу»."""
    return vocabulary().beginnings["falls"]


def _weekday_pair(match: Match) -> Reading | None:
    """«в четверг-пятницу»."""
    first, last = (int(part) for part in str(value(match, "w")).split("|"))
    return Reading("A_DONE", Between(WeekdayOf(first), WeekdayOf(last)))


def _doubtful_weekday(match: Match) -> Reading | None:
    return Reading("A_WEDNESDAY", WeekdayOf(int(value(match, "w"))), latent=True)


def _step_weekday(match: Match) -> Reading | None:
    return Reading("A_WEEKDAY", WeekdayOf(int(value(match, "w")), int(value(match, "t"))))


def _step_day_part(match: Match) -> Reading | None:
    """«прошлой ночью», «этим утром»; the last evening is yesterday's, «следующим утром» is the next day's."""
    step, part = int(value(match, "t")), str(value(match, "p"))
    if step < 0:
        return Reading("A_REL", Shift("day", -1 if part in ("evening", "day") else 0))
    return Reading("A_REL", Shift("day", step, Anchor.NAMED if step else Anchor.PUBLISHED))


def _weekend(match: Match) -> Reading | None:
    step = match.get("t")
    return Reading("A_RELUNIT", WeekendOf(int(value(match, "t")) if step else None))


def _step_season(match: Match) -> Reading | None:
    return Reading("A_RELUNIT", SeasonOf(int(value(match, "s")), int(value(match, "t"))))


def _step_month(match: Match) -> Reading | None:
    return Reading("A_MONTHY", MonthBy(int(value(match, "m")), int(value(match, "t"))))


def _edge_day(match: Match) -> Reading | None:
    """«в последний день ноября», «в первый день 2026 года»."""
    if word(match, "d") not in _ONE_DAY or (match.get("n") and number(match, "n") != 1):
        return None
    return Reading("A_REL", EdgeDay(reading(match, "of").when, last=not match.get("n")))


def _edge_day_of_unit(match: Match) -> Reading | None:
    """«в последний день месяца», «в первый день года»: of the one that we live in."""
    unit = unit_named(match, "u")
    if unit is None or word(match, "d") not in _ONE_DAY or not is_form(match, "u", "of_one"):
        return None
    if match.get("n") and number(match, "n") != 1:
        return None
    return Reading("A_REL", EdgeDay(Shift(unit, 0, Anchor.PASSAGE), last=not match.get("n")))


_ONE_DAY = ("день", "дню", "дне", "дня")


def _new_year(match: Match) -> Reading | None:
    """«в новом году»: the next one, in its first months this one."""
    today = match.text.reference_date
    return Reading("A_RELYEAR", Shift("year", 0 if today and today.month <= 3 else 1))


UNITS: tuple[Rule, ...] = (
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
    Rule("date.step_day_part", "t:STEP p:DAY_PART", _step_day_part),
    Rule("date.step_weekend", "t:RELATIVE WEEKEND ( DAY )?", _weekend),
    Rule("date.weekend", "( IN | ON ) [ WEEKEND ( DAY )? ]", _weekend),
    Rule("date.step_season", "t:STEP s:SOME_SEASON", _step_season),
    Rule("date.new_year", "NEW_YEAR", _new_year),
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


def _part_of_bare_century(match: Match) -> Reading | None:
    """«в конце XIX – начале XX века»: the first century has no word of its own."""
    return Reading("A_PART", Place("century", number(match, "n")), part=_part_named(match))


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
    return Reading("A_DONE", EdgeDay(part.when), relation="until")


def _first_week(match: Match) -> Reading | None:
    """«на первой неделе декабря», «в последнюю неделю ноября»."""
    if match.get("n") and number(match, "n") != 1:
        return None
    return _edge_of_month(match, "start" if match.get("n") else "end")


def _first_days(match: Match) -> Reading | None:
    """«в первых числах января», «в последних числах декабря»: the start and the end of a month."""
    if match.get("d") and word(match, "d") in _ONE_DAY:
        return None
    return _edge_of_month(match, "start" if match.get("first") else "end")


def _tens_of_month(match: Match) -> Reading | None:
    """«в 20-х числах марта», «в десятых числах мая»: its end and its middle."""
    parts: dict[int, Part] = {10: "middle", 20: "end"}
    part = parts.get(number(match, "n"))
    return _edge_of_month(match, part) if part else None


def _edge_of_month(match: Match, part: Part) -> Reading:
    return reading(match, "of")._replace(cls="A_PART", part=part)


def _nth_weekday(match: Match) -> Reading | None:
    """«в первую субботу декабря», «в последнее воскресенье октября 2025 года»."""
    weekday, at = reading(match, "w").when, number(match, "n") if match.get("n") else -1
    if not isinstance(weekday, WeekdayOf) or at > 5:
        return None
    month = reading(match, "of").when if match.get("of") else Shift("month", 0)
    return Reading("A_DATE", NthWeekday(at, weekday.weekday, month))


def _bare_day(match: Match) -> Reading | None:
    """«17-го»: a day alone in figures, with a month to take from the text before; «1-го фронта» is none."""
    said = written(match, "d")
    if not said[0].isdigit() or not said.endswith("го") or said.endswith("его") or _orders_something(match):
        return None
    text, after = match.text, match.whole[1]
    listed = [form.text for form in text.forms[after : after + 2]]
    if len(listed) == 2 and listed[0] in (",", "и") and listed[1].isdigit():  # «19-го, 20-го микрорайонов»
        return None
    return Reading("A_DAY", DayOfMonth(number(match, "d")))


def _orders_something(match: Match) -> bool:
    """«17-го съезда», «1-го Украинского фронта» number what follows; «17-го гости уехали» does not."""
    text, at = match.text, match.whole[1]
    if at >= len(text.forms) or not text.forms[at].key.isalpha() or len(text.forms[at].key) < 3:
        return False
    if text.forms[at].capital and at not in text.sentences:
        return True
    return any(
        parse.pos in ("NOUN", "ADJF", "PRTF")
        and parse.number == "sing"
        and parse.gender != "femn"
        and (parse.case == "gent" or (parse.case == "accs" and parse.animacy == "anim"))
        for parse in parses(text.forms[at].key)
    )


def _season_in_phrase(match: Match) -> Reading | None:
    return reading(match, "s")._replace(cls="A_SEASON", latent=False)


SHIFTS: tuple[Rule, ...] = (
    Rule("date.part", "p:PART of:PARTED", _part),
    Rule("date.part_of_bare_year", "p:PART y:NYEAR", _part_of_bare_year),
    Rule(
        "date.part_of_bare_century",
        "[ p:PART n:OROMAN ] ( DASH | AND | COMMA ) IN? PART A_CENTURY",
        _part_of_bare_century,
    ),
    Rule("date.part_of_unit", "p:PART u:PERIOD_UNIT", _part_of_unit),
    Rule("date.recent", "t:STRETCH l:A_LENGTH", _recent),
    Rule(
        "date.first_days",
        "( first:FIRST | RECENT ) ( NAMES_OF_DAYS | d:DAY | MONTHS )"
        " ( of:A_MONTH | of:A_MONTHY | of:A_ONE_YEAR )",
        _first_days,
    ),
    Rule(
        "date.tens_of_month",
        "( n:ODECADE | n:O12 ) NAMES_OF_DAYS ( of:A_MONTH | of:A_MONTHY )",
        _tens_of_month,
    ),
    Rule(
        "date.edge_day",
        "( n:SMALL_ORDINAL | RECENT ) ( d:DAY | d:OF_DAY )"
        " ( of:A_MONTH | of:A_MONTHY | of:A_ONE_YEAR | of:A_RELUNIT | of:A_SEASON_NOUN )",
        _edge_day,
    ),
    Rule(
        "date.edge_day_of_unit",
        "( n:SMALL_ORDINAL | RECENT ) ( d:DAY | d:OF_DAY ) ( u:MONTHS | u:QUARTER | u:YEAR )",
        _edge_day_of_unit,
    ),
    Rule(
        "date.first_week",
        "( n:SMALL_ORDINAL | RECENT ) WEEK ( of:A_MONTH | of:A_MONTHY )",
        _first_week,
    ),
    Rule(
        "date.nth_weekday",
        "( n:SMALL_ORDINAL | RECENT ) w:NAMED_WEEKDAY ( of:A_MONTH | of:A_MONTHY | MONTHS )",
        _nth_weekday,
    ),
    Rule("date.recent_one", "( FOR | DURING ) [ t:RECENT u:PERIOD_UNIT ]", _recent_one),
    Rule("date.last_24_hours", "t:STRETCH u:FULL_DAY", _recent_one),
    Rule(
        "date.season_in_phrase", "( TO | FROM | UNTIL | AFTER | ON ) [ s:A_SEASON_NOUN ]", _season_in_phrase
    ),
)
FROM_PARTS: tuple[Rule, ...] = (
    Rule("date.bare_day", "( d:O31 | d:O12 )", _bare_day),
    Rule("date.so_far", "FROM p:A_PART", _so_far),
    Rule("date.deadline", "UNTIL [ p:A_PART ]", _deadline),
)

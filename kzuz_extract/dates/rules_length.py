"""Lengths of time and repetitions: «два года», «5–6 дней», «12-часовой», «ежегодно», «каждую пятницу»."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from kzuz_extract.counts.ages import is_age
from kzuz_extract.dates.calendar import Unit
from kzuz_extract.dates.making import numeral, reading, value, word
from kzuz_extract.dates.reading import Length, Reading, Repeats
from kzuz_extract.dates.vocabulary import Word, vocabulary
from kzuz_extract.language.hedges import hedge_before
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Item, Match, Rule
from kzuz_extract.text.tokens import Shape

_UNITS: dict[str, Unit] = {
    "SECOND": "second",
    "MINUTE": "minute",
    "HOUR": "hour",
    "DAY": "day",
    "OF_DAY": "day",
    "FULL_DAY": "day",
    "WEEK": "week",
    "MONTHS": "month",
    "QUARTER": "quarter",
    "HALF_YEAR": "half",
    "YEAR": "year",
    "YEARS": "year",
    "SUMMERS": "year",
    "DECADE": "decade",
    "CENTURY": "century",
}
# How many of an ISO 8601 designator one unit is, and the smaller one that a fraction goes into.
_DESIGNATORS: dict[Unit, tuple[str, int]] = {
    "second": ("S", 1),
    "minute": ("M", 1),
    "hour": ("H", 1),
    "day": ("D", 1),
    "week": ("W", 1),
    "month": ("M", 1),
    "quarter": ("M", 3),
    "half": ("M", 6),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
_SMALLER: dict[Unit, tuple[Unit, int]] = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "decade": ("year", 10),
    "century": ("year", 100),
}
_SIZES: list[Unit] = [
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "second",
]
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_LONGEST = 1_000_000


ONE_UNIT = frozenset(
    [
        "год",
        "неделю",
        "месяц",
        "день",
        "сутки",
        "час",
        "минуту",
        "секунду",
        "квартал",
        "полугодие",
        "десятилетие",
        "столетие",
        "век",
    ]
)
_ONE_OF = frozenset(
    [
        "года",
        "недели",
        "месяца",
        "дня",
        "суток",
        "часа",
        "минуты",
        "квартала",
        "полугодия",
        "десятилетия",
        "столетия",
        "века",
    ]
)


def unit_named(match: Match, name: str) -> Unit | None:
    """Return the unit that the word under a name is."""
    item = match.get(name)
    return _UNITS.get(cast(Word, item.reading).cls) if item else None


def iso_length(parts: list[tuple[Decimal, Unit]]) -> str | None:
    """Write amounts of units as an ISO 8601 duration; None where a fraction has no smaller unit to go into.

    >>> iso_length([(Decimal("7.5"), "year")]), iso_length([(Decimal(1), "day"), (Decimal(12), "hour")])
    ('P7Y6M', 'P1DT12H')
    """
    amounts: dict[str, Decimal] = {}
    for amount, unit in parts:
        whole = int(amount)
        rest = amount - whole
        if amount >= _LONGEST:
            return None
        if not whole and not rest:
            return None
        pieces: list[tuple[int, Unit]] = [(whole, unit)] if whole else []
        if rest:
            if unit not in _SMALLER or (rest * _SMALLER[unit][1]) % 1:
                return _fractional(amount, unit) if len(parts) == 1 else None
            smaller, times = _SMALLER[unit]
            pieces.append((int(rest * times), smaller))
        for count, piece in pieces:
            letter, times = _DESIGNATORS[piece]
            key = ("T" if piece in _CLOCK_UNITS else "") + letter
            amounts[key] = amounts.get(key, Decimal(0)) + count * times
    days = "".join(f"{amounts[k]}{k}" for k in ("Y", "M", "W", "D") if k in amounts)
    clock = "".join(f"{amounts[k]}{k[1]}" for k in ("TH", "TM", "TS") if k in amounts)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _fractional(amount: Decimal, unit: Unit) -> str:
    letter, times = _DESIGNATORS[unit]
    return f"P{'T' if unit in _CLOCK_UNITS else ''}{(amount * times).normalize():f}{letter}"


def _length(match: Match) -> Reading | None:
    """«два года», «1 год 6 месяцев», «двое суток»; ages and years («2000 год») are none."""
    parts: list[tuple[Decimal, Unit]] = []
    for count_name, unit_name in (("n", "u"), ("n2", "u2"), ("n3", "u3")):
        count, unit = match.get(count_name), unit_named(match, unit_name)
        if unit is None:
            continue
        amount = count.number if count else None
        if amount is None:
            parts.append((Decimal(1), unit))
        elif amount.value is not None:
            parts.append((amount.value, unit))
        else:
            return _length_range(match, amount, unit) if unit_name == "u" else None
    sizes = [_SIZES.index(unit) for _, unit in parts]
    if sizes != sorted(set(sizes)):  # «1 год и 2 года» are two lengths
        return None
    first = match.get("n")
    if first and first.number and not _is_length(match, first.number, parts[0][1]):
        return None
    return _made(parts)


def _is_length(match: Match, amount: Number, unit: Unit) -> bool:
    if amount.form == "ordinal":
        return False
    said, figures = word(match, "u"), amount.figures or ""
    if unit == "year" and (said in ("году", "годе") or (said != "лет" and len(figures) == 4)):
        return False
    text = match.text
    once = [form.key for form in text.forms[max(0, amount.first - 2) : amount.first]] == ["раз", "в"]
    return once or unit not in ("year", "month") or not is_age(text, amount)


def _made(parts: list[tuple[Decimal, Unit]]) -> Reading | None:
    duration = iso_length(parts)
    if duration is None:
        return None
    amount, unit = parts[0]
    count: int | None = None
    if len(parts) == 1:
        if amount == int(amount):
            count = int(amount)
        elif unit == "year" and (amount * 12) % 1 == 0:
            unit, count = "month", int(amount * 12)
    return Reading("A_LENGTH", Length(duration, None, None, None, unit, count))


def _length_range(match: Match, amount: Number, unit: Unit) -> Reading | None:
    """«5–6 дней»: two bounds and no duration."""
    if amount.low is None or amount.high is None or amount.low >= amount.high:
        return None
    if not _is_length(match, amount, unit) or (unit == "year" and amount.low >= 1000):
        return None
    low, high = iso_length([(amount.low, unit)]), iso_length([(amount.high, unit)])
    return Reading("A_LENGTH", Length(None, low, high, None, unit, None)) if low and high else None


def _fixed_length(match: Match) -> Reading | None:
    """«полгода», «полчаса»."""
    duration = str(value(match, "w"))
    unit: Unit = {"M": "month", "Y": "year", "H": "hour"}.get(duration[-1], "minute")  # type: ignore[assignment]
    if duration.startswith("PT"):
        unit = "hour" if duration.endswith("H") else "minute"
    count = int("".join(c for c in duration if c.isdigit()))
    return Reading("A_LENGTH", Length(duration, None, None, None, unit, count))


_ADJECTIVE_UNITS: dict[str, Unit] = {
    "H": "hour",
    "M": "minute",
    "D": "day",
    "W": "week",
    "MO": "month",
    "Y": "year",
}


def _figure_adjective(match: Match) -> Reading | None:
    """«12-часовой», «10-летний план»; «42-летний водитель» is an age."""
    amount = numeral(match, "n").value
    unit, _ = str(value(match, "a")).split("|")
    return _adjective(match, amount, unit)


def _compound_adjective(match: Match) -> Reading | None:
    """«двухдневный», «двадцатипятилетний контракт»."""
    unit, prefix = str(value(match, "a")).split("|")
    return _adjective(match, _prefix_number(prefix), unit)


def _prefix_number(prefix: str) -> Decimal | None:
    prefixes = vocabulary().prefixes
    total = Decimal(0)
    while prefix:
        size = next((n for n in range(min(len(prefix), 14), 2, -1) if prefix[:n] in prefixes), 0)
        if not size:
            return None
        total += prefixes[prefix[:size]]
        prefix = prefix[size:]
    return total or None


def _adjective(match: Match, amount: Decimal | None, designator: str) -> Reading | None:
    unit = _ADJECTIVE_UNITS[designator]
    if amount == 1 and unit == "year":  # «однолетние цветы»
        return None
    if amount is None or (unit in ("year", "month") and not _lasts(match)):
        return None
    made = _made([(amount, unit)])
    return made._replace(cls="A_DONE") if made else None


_OF_AGE = ("юбилей", "годовщина", "возраст", "рубеж")


def _lasts(match: Match) -> bool:
    """Tell whether a thing follows, not somebody: only things last, people and animals are old."""
    text, at = match.text, match.whole[1]
    for form in text.forms[at : at + 3]:
        if form.shape is not Shape.LOWER:
            return False
        best = parses(form.key)[0]
        if best.pos in ("ADJF", "PRTF"):
            continue
        return (
            best.pos == "NOUN"
            and best.animacy == "inan"
            and best.lemma not in ("юбилей", "годовщина", "возраст")
        )
    return False


_ONE_OF = frozenset(
    [
        "года",
        "недели",
        "месяца",
        "дня",
        "суток",
        "часа",
        "минуты",
        "квартала",
        "полугодия",
        "десятилетия",
        "столетия",
        "века",
    ]
)


def _one(match: Match) -> Reading | None:
    """«за сутки», «на год»: one unit without a number."""
    unit = unit_named(match, "u")
    if unit is None or word(match, "u") not in ONE_UNIT:
        return None
    made = _made([(Decimal(1), unit)])
    return made._replace(cls="A_DONE") if made else None


def _one_of(match: Match) -> Reading | None:
    """«в течение года», «на протяжении суток», «более года»."""
    unit = unit_named(match, "u")
    if unit is None or word(match, "u") not in _ONE_OF:
        return None
    made = _made([(Decimal(1), unit)])
    return made._replace(cls="A_DONE") if made else None


_TWO = "n:COUNT u:UNIT COMMA? n2:COUNT u2:UNIT"
UNITS = (
    Rule("date.length", "n:COUNT WHOLE? u:UNIT", _length),
    Rule("date.length_of_two", "n:COUNT u:UNIT ( AND | COMMA )? n2:COUNT u2:UNIT", _length),
    Rule("date.length_of_three", f"{_TWO} ( AND | COMMA )? n3:COUNT u3:UNIT", _length),
    Rule("date.length_and", "u:UNIT AND n2:COUNT u2:UNIT", _length),
    Rule("date.fixed_length", "w:LENGTH", _fixed_length),
    Rule("date.figure_adjective", "n:CARDINAL DASH a:LENGTH_ADJ", _figure_adjective),
    Rule("date.compound_adjective", "a:COMPOUND_ADJ", _compound_adjective),
)


def _about_one(match: Match) -> Reading | None:
    """«более года», «около недели», «почти сутки»: a hedge makes one unit a length."""
    if word(match, "u") not in ONE_UNIT and word(match, "u") not in _ONE_OF:
        return None
    hedge = hedge_before(match.text, match["u"].first)
    if hedge is None or match.text.forms[hedge.end - 1].key in ("до", "от"):
        return None
    unit = unit_named(match, "u")
    return _made([(Decimal(1), unit)]) if unit else None


def _week_long(match: Match) -> Reading | None:
    """«провела неделю в больнице»: of the units only the week shows its accusative; «в неделю» is a rate."""
    text, at = match.text, match["u"].first
    before = text.forms[at - 1].key if at else ""
    if word(match, "u") != "неделю" or before in ("в", "эту", "ту"):
        return None
    if before.endswith(("ую", "юю", "ью")) and before != "целую":  # «пятую неделю»
        return None
    return _made([(Decimal(1), "week")])


ONES = (
    Rule("date.about_one_unit", "u:UNIT", _about_one),
    Rule("date.week_long", "u:WEEK", _week_long),
    Rule("date.one_unit", "( FOR | ON ) [ WHOLE? u:UNIT ]", _one),
    Rule("date.one_unit_during", "DURING [ WHOLE? u:UNIT ]", _one_of),
)

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


def _on_weekdays(match: Match) -> Reading | None:
    """«по понедельникам и средам»."""
    days = sorted({int(cast(Word, item.reading).value) for item in _weekdays(match)})
    return _repeats("FREQ=WEEKLY;BYDAY=" + ",".join(_DAYS[day - 1] for day in days))


def _weekdays(match: Match) -> list[Item]:
    return match.all("w")


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


RECURRING = (
    Rule("date.recurring_adverb", "w:RECURRING", _adverb),
    Rule("date.every_unit", "EVERY u:UNIT", _every_unit),
    Rule("date.every_weekday", "EVERY w:SOME_WEEKDAY", _every_weekday),
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
RECURRING_LENGTHS = (
    Rule("date.every_length", "EVERY l:A_LENGTH", _every_length),
    Rule("date.once_in_length", "ONCE IN l:A_LENGTH", _every_length),
)

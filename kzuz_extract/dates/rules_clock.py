"""The clock: «14:00», «в три часа ночи», «9.30 утра», «в половине десятого», with its zone."""

from __future__ import annotations

import regex

from kzuz_extract.dates.making import counts_something, number, number_range, reading, value, word, written
from kzuz_extract.dates.reading import PartOfDay, Reading
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.hedges import after_change
from kzuz_extract.language.morphology import parses
from kzuz_extract.rules import Match, Rule
from kzuz_extract.text.tokens import Shape


def _time(match: Match, hour: int, minute: int) -> Reading | None:
    """Make a time out of the hour said, its part of the day («9 вечера» is 21:00) and its zone."""
    part = match.get("p")
    if part is not None:
        hour = _hour_in(word(match, "p"), hour)
    if hour == 24 and not minute:
        hour = 0
    if not 0 <= hour < 24 or not 0 <= minute < 60:
        return None
    zone = str(value(match, "z")) if match.get("z") else None
    return Reading(
        "A_TIME", PartOfDay(), time=f"{hour:02}:{minute:02}", zone=None if zone == "local" else zone
    )


def _hour_in(part: str, hour: int) -> int:
    if hour > 12:
        return hour
    if part in ("дня", "вечера"):
        return hour if hour == 12 and part == "дня" else hour % 12 + 12 if hour != 12 else 0
    if part == "ночи":
        return 0 if hour == 12 else hour + 12 if hour >= 9 else hour
    return hour


def _clock(match: Match) -> Reading | None:
    """«18:30»; after «счёт», «со счётом» it is a score, alone in quotes a title."""
    at, text = match["c"].first, match.text
    if at and text.forms[at - 1].text in '«“"' and text.forms[min(at + 1, len(text.forms) - 1)].text in '»”"':
        return None
    if any(form.key.startswith("счет") for form in text.forms[max(0, at - 3) : at]):
        return None
    hour, minute, *seconds = str(value(match, "c")).split(":")
    if (
        seconds
        and at
        and text.forms[at - 1].key not in _BEFORE_SECONDS
        and text.forms[at - 1].shape is not Shape.NUMBER
    ):
        return None  # «финишировал с результатом 2:04:11»
    return _time(match, int(hour), int(minute))


_BEFORE_SECONDS = frozenset(("в", "с", "до", "к", "около", "после", "и"))


def _dotted(match: Match) -> Reading | None:
    hour, minute = written(match, "c").split(".")
    return _time(match, int(hour), int(minute))


def _bare_dotted(match: Match) -> Reading | None:
    """«в 14.30»; what is followed by a noun is a decimal: «в 12.50 метра»."""
    return None if len(written(match, "c")) < 4 or counts_something(match) else _dotted(match)


def _dotted_hours(match: Match) -> Reading | None:
    """«в 19.00 часов», «с 8.30», «до 18.00 часов»; «до 2.5 часов» lasts, «с 16.75» is a level."""
    hour, minute = written(match, "c").split(".")
    if not match.get("u"):
        level = (
            minute not in ("00", "30") or counts_something(match) or after_change(match.text, match.whole[0])
        )
        return None if level else _dotted(match)
    return (
        _time(match, int(hour), int(minute))
        if word(match, "u") in ("часов", "часам", "час", "часа")
        else None
    )


def _hours(match: Match) -> Reading | None:
    """«в 15 часов 30 минут», «в три часа ночи»; «часах», «часами» are lengths."""
    if word(match, "u") not in ("час", "часа", "часов", "часам", "ч"):
        return None
    return _time(match, number(match, "h"), number(match, "m") if match.get("m") else 0)


def _hours_short(match: Match) -> Reading | None:
    """«в 20 ч 30 мин»."""
    return _time(match, number(match, "h"), number(match, "m"))


def _until_hour(match: Match) -> Reading | None:
    """«до 22 часов», «после 18 часов»; «до 18 часов работы» and «до 12 часов» are lengths."""
    hour = number(match, "h")
    if hour < 13 or counts_something(match) or (match.get("after") and hour == 24):
        return None
    return _hours(match)


_VERB_WINDOW = 6  # tokens


def _about_hour(match: Match) -> Reading | None:
    """«встреча начнётся около 15 часов», «около трёх часов прогремел взрыв»; «шли около трёх часов» lasts."""
    text, (first, end) = match.text, match.whole
    low, high = text.sentence_bounds(first)
    around = (
        range(first - 1, max(low, first - _VERB_WINDOW) - 1, -1),
        range(end, min(high, end + _VERB_WINDOW)),
    )
    for tokens in around:
        for key in (text.forms[at].key for at in tokens):
            if key.isalpha() and len(key) > 2 and parses(key)[0].pos in ("VERB", "PRTS"):
                return _hours(match) if key.startswith(vocabulary().beginnings["happens"]) else None
    return None


def _part_hour(match: Match) -> Reading | None:
    """«9 утра», «три ночи»."""
    return _time(match, number(match, "h"), 0) if number(match, "h") <= 12 else None


def _one_oclock(match: Match) -> Reading | None:
    """«в час ночи», «час дня»."""
    return _time(match, 1, 0) if word(match, "u") in ("час", "часа", "часу") else None


def _half_past(match: Match) -> Reading | None:
    """«в половине десятого» is 9:30."""
    hour = number(match, "h") - 1
    return _time(match, hour or 12, 30) if match.get("p") or not counts_something(match) else None


def _half_past_word(match: Match) -> Reading | None:
    """«в полседьмого утра»."""
    hour, minute = str(value(match, "w")).split(":")
    return _time(match, int(hour), int(minute))


def _minutes_past(match: Match) -> Reading | None:
    """«в четверть пятого» is 4:15, «в двадцать минут девятого» 8:20."""
    if not match.get("p") and counts_something(match):  # «в пять минут первого тайма»
        return None
    minute = number(match, "m") if match.get("m") else 15
    return _time(match, number(match, "h") - 1 or 12, minute)


def _minutes_to(match: Match) -> Reading | None:
    """«без пятнадцати восемь», «без четверти девять утра»."""
    minute = number(match, "m") if match.get("m") else 15
    if number(match, "h") > 12 or not 0 < minute < 31 or (not match.get("p") and counts_something(match)):
        return None
    return _time(match, number(match, "h") - 1 or 12, 60 - minute)


def _noon(match: Match) -> Reading | None:
    hour, minute = str(value(match, "n")).split(":")
    return _time(match, int(hour), int(minute))


def _day_part(match: Match) -> Reading | None:
    """«утром»; «днём и ночью» is always, «одним днём», «днём рождения» are other words."""
    at, forms = match["w"].first, match.text.forms
    before = forms[at - 1].key if at else ""
    after = forms[at + 1].key if at + 1 < len(forms) else ""
    if "и" in (before, after) and _day_and_night(match):
        return None
    if word(match, "w") == "днем":
        if after in ("ранее", "раньше", "позже", "позднее"):
            return None
        follower = parses(after)[0] if after.isalpha() else None
        if before.endswith(("им", "ым", "с", "над", "перед", "за")):
            return None
        if follower and follower.pos == "NOUN" and follower.case == "gent":
            return None
    return Reading("A_DAYPART", PartOfDay())


def _day_and_night(match: Match) -> bool:
    """«днём и ночью» in either order; «ночью и утром» are two parts of one day."""
    at, forms = match["w"].first, match.text.forms
    return {"днем", "ночью"} <= {form.key for form in forms[max(0, at - 2) : at + 3]}


def _half_of_day(match: Match) -> Reading | None:
    """«во второй половине дня»."""
    return Reading("A_DAYPART", PartOfDay()) if number(match, "n") in (1, 2) else None


def _over_day_part(_: Match) -> Reading | None:
    """«за утро», «за ночь», «к вечеру», «с утра»."""
    return Reading("A_DAYPART", PartOfDay())


def _between_day_parts(_: Match) -> Reading | None:
    """«с утра до вечера»."""
    return Reading("A_TIMES", PartOfDay(), kind="range")


_ZONE = "( z:ZONE | OPEN z:ZONE CLOSE )?"
UNITS: tuple[Rule, ...] = (
    Rule("date.clock", f"c:CLOCK HOUR? p:OF_DAY_PART? {_ZONE}", _clock),
    Rule("date.clock_dotted", "c:NDOT ( p:OF_DAY_PART z:ZONE? | z:ZONE )", _dotted),
    Rule("date.clock_dotted_bare", "IN [ c:NDOT ] !OF_DAY_PART !ZONE", _bare_dotted),
    Rule(
        "date.clock_dotted_hours",
        "( IN | FROM | TO | UNTIL | AFTER ) [ c:NDOT u:HOUR p:OF_DAY_PART? z:ZONE? ]",
        _dotted_hours,
    ),
    Rule("date.clock_dotted_from", "( FROM | UNTIL | TO | AFTER ) [ c:NDOT ]", _dotted_hours),
    Rule(
        "date.hours",
        f"( IN | TO | FROM ) [ h:HOUR_NUMBER u:HOUR ( m:CARDINAL MINUTE )? p:OF_DAY_PART? {_ZONE} ]",
        _hours,
    ),
    Rule(
        "date.hours_of_part",
        f"h:HOUR_NUMBER u:HOUR ( m:CARDINAL MINUTE )? ( p:OF_DAY_PART {_ZONE} | z:ZONE )",
        _hours,
    ),
    Rule(
        "date.hours_short",
        "( IN | TO | FROM ) [ h:HOUR_NUMBER HOUR_SHORT DOT? m:CARDINAL MINUTE ]",
        _hours_short,
    ),
    Rule("date.until_hour", "( UNTIL | after:AFTER ) [ h:N24 u:HOUR ]", _until_hour),
    Rule(
        "date.about_hour",
        "ABOUT [ h:HOUR_NUMBER u:HOUR ( m:CARDINAL MINUTE )? ] !OF_DAY_PART !ZONE !CARDINAL",
        _about_hour,
    ),
    Rule("date.part_hour", f"h:HOUR_NUMBER p:DAY_PART_OF {_ZONE}", _part_hour),
    Rule("date.one_oclock", f"u:HOUR p:OF_DAY_PART {_ZONE}", _one_oclock),
    Rule("date.half_past", f"IN [ HALF h:O12 p:OF_DAY_PART? {_ZONE} ]", _half_past),
    Rule("date.half_past_word", f"w:HALF_PAST p:OF_DAY_PART? {_ZONE}", _half_past_word),
    Rule(
        "date.minutes_past",
        f"( IN | ABOUT ) [ ( QUARTER_OF_HOUR | m:CARDINAL MINUTE ) h:O12 p:OF_DAY_PART? {_ZONE} ]",
        _minutes_past,
    ),
    Rule(
        "date.minutes_to",
        f"WITHOUT ( QUARTER_OF_HOUR | m:CARDINAL MINUTE? ) h:HOUR_NUMBER p:OF_DAY_PART? {_ZONE}",
        _minutes_to,
    ),
    Rule("date.noon", f"( IN | TO | ABOUT | UNTIL | AFTER ) [ n:NOON {_ZONE} ]", _noon),
    Rule("date.day_part", "w:DAY_PART", _day_part),
    Rule("date.over_day_part", "FOR [ DAY_PART_NOUN ]", _over_day_part),
    Rule("date.to_day_part", "( TO | UNTIL | FROM ) [ ( DAY_PART_NOUN | DAY_PART_OF ) ]", _over_day_part),
    Rule(
        "date.from_part_to_part",
        "FROM ( DAY_PART_NOUN | DAY_PART_OF ) ( UNTIL | BY ) ( DAY_PART_NOUN | DAY_PART_OF )",
        _between_day_parts,
    ),
    Rule("date.half_of_day", "n:O12 HALF ( OF_DAY | DAY_PART_OF )", _half_of_day),
)


def _times(match: Match) -> Reading | None:
    """«с 9:00 до 18:00», «9:00–18:00»."""
    first, last = reading(match, "a"), reading(match, "b")
    return Reading(
        "A_TIMES", PartOfDay(), time=f"{first.time}/{last.time}", zone=last.zone or first.zone, kind="range"
    )


def _times_after_number(match: Match) -> Reading | None:
    """«с 9 до 18 часов»: the first hour has no word of its own."""
    hour, last = number(match, "h"), reading(match, "b")
    if hour > 24:
        return None
    return Reading(
        "A_TIMES", PartOfDay(), time=f"{hour % 24:02}:00/{last.time}", zone=last.zone, kind="range"
    )


def _hour_range(match: Match) -> Reading | None:
    """«с 9 до 18 часов»; «от 9 до 18 часов» is a length."""
    first, last = number_range(match, "r")
    if not written(match, "r").lower().startswith(("с", "c")) or last > 24 or word(match, "u") != "часов":
        return None
    return Reading("A_TIMES", PartOfDay(), time=f"{first % 24:02}:00/{last % 24:02}:00", kind="range")


TIMES: tuple[Rule, ...] = (
    Rule("date.times", "FROM a:A_TIME ( UNTIL | BY ) b:A_TIME", _times),
    Rule("date.times_between", "BETWEEN a:A_TIME AND b:A_TIME", _times),
    Rule("date.times_dash", "a:A_TIME DASH b:A_TIME", _times),
    Rule("date.times_number", "FROM h:HOUR_NUMBER UNTIL b:A_TIME", _times_after_number),
)
_DOTTED_TIMES = regex.compile(r"[сc] (\d{1,2})\.(\d\d) до (\d{1,2})\.(\d\d)", regex.IGNORECASE)


def _dotted_times(match: Match) -> Reading | None:
    """«с 9.00 до 18.30»; «с 16.50 до 15.75 процента» are decimals."""
    found = _DOTTED_TIMES.fullmatch(" ".join(written(match, "r").split()))
    if not found or counts_something(match):
        return None
    hour, minute, last_hour, last_minute = map(int, found.groups())
    if max(hour, last_hour) > 24 or max(minute, last_minute) > 59:
        return None
    time = f"{hour:02}:{minute:02}/{last_hour:02}:{last_minute:02}"
    return Reading("A_TIMES", PartOfDay(), time=time, kind="range")


def _hour_range_of_part(match: Match) -> Reading | None:
    """«с 6 до 9 вечера», «с 10 до 12 дня»."""
    first, last = number_range(match, "r")
    part = word(match, "p")
    if not written(match, "r").lower().startswith(("с", "c")) or last > 12:
        return None
    begins = first if part == "дня" and first > 6 else _hour_in(part, first)
    time = f"{begins:02}:00/{_hour_in(part, last):02}:00"
    return Reading("A_TIMES", PartOfDay(), time=time, kind="range")


HOUR_RANGES: tuple[Rule, ...] = (
    Rule("date.dotted_times", "( r:ROTHER | r:R31 )", _dotted_times),
    Rule("date.hour_range_of_part", "r:R31 p:OF_DAY_PART", _hour_range_of_part),
    Rule("date.hour_range", "r:R31 u:HOUR", _hour_range),
)

"""So long before or after something: «три дня назад», «через два года», «годом ранее», «лет пять назад»."""

from __future__ import annotations

from typing import cast

from kzuz_extract.dates.making import is_form, number, word
from kzuz_extract.dates.reading import Anchor, Between, Length, Reading, Shift, Unknown
from kzuz_extract.dates.rules_length import unit_named
from kzuz_extract.rules import Match, Rule


def _ago(match: Match) -> Reading | None:
    """«три дня назад», «год назад», «около года назад»."""
    return _from_now(match, -1, Anchor.PUBLISHED, ("one", "of_one"))


def _through(match: Match) -> Reading | None:
    """«через два дня»; «через год после свадьбы» counts from a day that is not said."""
    at, forms = match.whole[1], match.text.forms
    if at < len(forms) and forms[at].key == "после":
        return Reading("A_DONE", Unknown())
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


def _compares(match: Match) -> bool:
    """«на три года раньше срока», «на час позже»: how long, not when."""
    at = match.whole[0]
    return at > 0 and match.text.forms[at - 1].key == "на"


def _later(match: Match) -> Reading | None:
    return None if _compares(match) else _from_now(match, 1, Anchor.NAMED, ("one", "by_one"))


def _earlier(match: Match) -> Reading | None:
    return None if _compares(match) else _from_now(match, -1, Anchor.NAMED, ("one", "by_one"))


def _day_later(match: Match) -> Reading | None:
    """«днём позже», «днём ранее»: what looks like a part of the day is one day."""
    if word(match, "d") != "днем" or _compares(match):
        return None
    return Reading("A_REL", Shift("day", 1 if match.get("later") else -1, Anchor.NAMED))


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


SHIFTS: tuple[Rule, ...] = (
    Rule("date.ago", "( l:A_LENGTH | u:UNIT ) THAT? AGO", _ago),
    Rule("date.some_ago", "u:UNIT n:CARDINAL AGO", _some_ago),
    Rule("date.through", "THROUGH ( l:A_LENGTH | u:UNIT )", _through),
    Rule("date.through_some", "u:UNIT THROUGH n:CARDINAL", _through_some),
    Rule("date.later", "( l:A_LENGTH | u:UNIT ) LATER", _later),
    Rule("date.day_later", "d:DAY_PART ( later:LATER | EARLIER )", _day_later),
    Rule("date.earlier", "( l:A_LENGTH | u:UNIT ) EARLIER", _earlier),
)

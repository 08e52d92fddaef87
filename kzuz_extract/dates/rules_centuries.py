"""Decades and centuries: «1990-е», «девяностых годов», «XIX в.», «XIV–XV веками», «IV веке до н. э.»."""

from __future__ import annotations

from kzuz_extract.dates.making import (
    number,
    number_range,
    reading,
    says_decades,
    value,
    word,
    written,
)
from kzuz_extract.dates.reading import Between, Place, Reading, Shift, Unknown
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.language.morphology import parses
from kzuz_extract.rules import Match, Rule


def _decade(match: Match) -> Reading | None:
    tens, alone = number(match, "n"), match.get("w") is None
    if alone and _names_days(match):
        return None
    if tens < 100:
        if alone and not written(match, "n")[0].isdigit() and not _stands_alone(match):
            return None
        tens += 1900 if tens >= 30 else 2000
    elif alone and _counts_plural(match):
        return None
    return Reading("A_DECADE", Place("decade", tens))


def _decades(match: Match) -> Reading | None:
    """«60–70-е годы», «в 1980–1990-х»."""
    low, high = number_range(match, "n")
    if not written(match, "n")[0].isdigit() or not says_decades(match, "n"):
        return None
    if low >= high or low % 10 or high % 10 or high < 20:
        return None
    if high < 100:
        low, high = low + 1900, high + 1900
    return Reading("A_YEARS", Between(Place("decade", low), Place("decade", high)), kind="range")


_CASES = {"х": ("gent", "loct"), "м": ("datv",), "и": ("ablt",), "е": ("nomn", "accs")}


def _counts_plural(match: Match) -> bool:
    """«1990-х участников»: a plural of the same case follows; «в 1990-х люди уезжали» has another."""
    at, forms = match.whole[1], match.text.forms
    if at >= len(forms) or not forms[at].key.isalpha() or len(forms[at].key) < 3:
        return False
    cases = _CASES.get(written(match, "n")[-1], ())
    return any(
        parse.pos in ("NOUN", "ADJF", "PRTF")
        and not parse.fixed
        and parse.number == "plur"
        and parse.case in cases
        for parse in parses(forms[at].key)
    )


def _names_days(match: Match) -> bool:
    """«в 20-х числах марта»."""
    at, forms = match.whole[1], match.text.forms
    known = vocabulary().words.get(forms[at].key) if at < len(forms) else None
    return known is not None and known.cls == "NAMES_OF_DAYS"


def _stands_alone(match: Match) -> bool:
    """«в девяностых», «начало восьмидесятых», «музыка нулевых»: no noun behind, a noun or «в» before."""
    at, text = match.whole[0], match.text
    if at in text.sentences or _counts_plural(match):
        return False
    before = text.forms[at - 1].key
    if before in ("в", "с", "до", "из", "от", "за"):
        return True
    of_noun = written(match, "n").endswith("х") and before.isalpha()  # «результаты нулевые» is no decade
    return before.startswith("лих") or (of_noun and parses(before)[0].pos == "NOUN")


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


UNITS: tuple[Rule, ...] = (
    Rule("date.decade", "n:ODECADE ( w:YEARS | w:YEARS_SHORT )?", _decade),
    Rule("date.decades", "( n:R31 | n:R99 | n:RYEAR ) ( YEARS | YEARS_SHORT )?", _decades),
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


YEARS: tuple[Rule, ...] = (
    Rule("date.decade_of_century", "d:A_DECADE ( c:A_CENTURY | c:A_RELUNIT )", _decade_of_century),
    Rule("date.century_of_era", "c:A_CENTURY e:ERA", _century_of_era),
)

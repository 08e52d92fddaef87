"""Lengths of time: «два года», «5–6 дней», «1 год 6 месяцев», «12-часовой», «двухдневный», «более недели»."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from kzuz_extract.counts.ages import is_age, is_guessed_age
from kzuz_extract.dates.calendar import Unit
from kzuz_extract.dates.lengths import descends, iso_length
from kzuz_extract.dates.making import counts_something, is_form, numeral, reading, value, word
from kzuz_extract.dates.reading import Length, Reading, Unknown
from kzuz_extract.dates.vocabulary import Word, vocabulary
from kzuz_extract.language.hedges import hedge_before
from kzuz_extract.language.morphology import parses
from kzuz_extract.language.numerals import Number
from kzuz_extract.language.numerals_stems import value_of_stem
from kzuz_extract.rules import Match, Rule
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


def unit_named(match: Match, name: str) -> Unit | None:
    """Return the unit that the word under a name is."""
    item = match.get(name)
    return _UNITS.get(cast(Word, item.reading).cls) if item else None


def _length(match: Match) -> Reading | None:
    """«два года», «1 год 6 месяцев», «двое суток»; ages and years («2000 год») are none."""
    parts: list[tuple[Decimal, Unit]] = []
    for count_name, unit_name in (("n", "u"), ("n2", "u2"), ("n3", "u3")):
        count, unit = match.get(count_name), unit_named(match, unit_name)
        if unit is None:
            continue
        amount = count.number if count else None
        if amount is None:
            if not (is_form(match, unit_name, "one") or is_form(match, unit_name, "of_one")):
                return None  # «114 лет и 5 дней»: the years are an age
            parts.append((Decimal(1), unit))
        elif amount.value is not None:
            parts.append((amount.value, unit))
        else:
            return None if match.get("u2") else _length_range(match, amount, unit)
    if not descends([unit for _, unit in parts]):
        return None
    first = match.get("n")
    if first and first.number and not _is_length(match, first.number, parts[0][1]):
        return Reading("A_DONE", Unknown(), latent=True) if match.get("and") else None  # «115 лет и 20 дней»
    made = _made(parts)
    if made and first and first.number and first.number.over:  # «35 с лишним лет»
        when = cast(Length, made.when)
        return made._replace(when=when._replace(min=when.duration, modifier="more_than"))
    return made


def _is_length(match: Match, amount: Number, unit: Unit) -> bool:
    if amount.form == "ordinal":
        return False
    said, figures = word(match, "u"), amount.figures or ""
    if unit == "year" and (
        (said in ("году", "годе") and not _sentenced(match, amount)) or (said != "лет" and len(figures) == 4)
    ):
        return False
    if is_form(match, "u", "with_one") and amount.value != 1:  # «9,8 тыс. годом ранее»
        return False
    text = match.text
    before = [form.key for form in text.forms[max(0, amount.first - 2) : amount.first]]
    once = before in (["раз", "в"], ["раза", "в"])
    return once or unit not in ("year", "month") or not is_age(text, amount)


def _sentenced(match: Match, amount: Number) -> bool:
    """«приговорили к одному году», «к 1 году колонии»: of all that is «году» only this is a length."""
    return amount.value == 1 and amount.first > 0 and match.text.forms[amount.first - 1].key in ("к", "ко")


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
    if low is None or high is None:
        return None
    whole = amount.low == int(amount.low) and amount.high == int(amount.high)
    between = (int(amount.low), int(amount.high)) if whole else None
    return Reading("A_LENGTH", Length(None, low, high, None, unit, None, between))


def _guessed(match: Match) -> Reading | None:
    """«лет пять», «месяца три»: the noun before its number makes it a guess."""
    text, at, unit = match.text, match["u"].first, unit_named(match, "u")
    few = word(match, "u") in vocabulary().forms["of_few"]
    amount = numeral(match, "n").value
    if unit is None or amount is None or not is_form(match, "u", "guessed") or few != (1 < amount < 5):
        return None
    before = text.forms[at - 1].key if at else ""
    known = vocabulary().words.get(before)
    if known and known.cls in ("PART", "DURING"):  # «к концу года три»
        return None
    if before.endswith(("их", "ых", "ого", "его", "ней", "о")) or before.isdigit() or counts_something(match):
        return None  # «несколько лет пять человек», «в начале этого года три дома»
    if not _is_length(match, numeral(match, "n"), unit) or is_guessed_age(text, numeral(match, "n")):
        return None
    made = _made([(amount, unit)])
    return made and made._replace(when=cast(Length, made.when)._replace(modifier="about"))


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
    return vocabulary().prefixes.get(prefix) or value_of_stem(prefix)


def _adjective(match: Match, amount: Decimal | None, designator: str) -> Reading | None:
    unit = _ADJECTIVE_UNITS[designator]
    if amount is None or (unit in ("year", "month") and not _lasts(match)):
        return None
    made = _made([(amount, unit)])
    return made._replace(cls="A_DONE") if made else None


def _lasts(match: Match) -> bool:
    """Tell whether a thing follows, not somebody: only things last, people and animals are old."""
    text, at = match.text, match.whole[1]
    for form in text.forms[at : at + 3]:
        if form.shape is not Shape.LOWER:
            return False
        known = parses(form.key)
        if known[0].pos in ("ADJF", "PRTF"):
            continue
        nouns, of_age = [r for r in known if r.pos == "NOUN"], vocabulary().forms["of_age"]
        return bool(nouns) and all(r.animacy == "inan" and r.lemma not in of_age for r in nouns)
    return False


def _spent(match: Match) -> Reading | None:
    """«спустя год», «неделю спустя»: the time that has gone by."""
    unit = unit_named(match, "u")
    if unit is None or not (is_form(match, "u", "one") or is_form(match, "u", "by_one")):
        return None
    made = _made([(Decimal(1), unit)])
    return made._replace(cls="A_DONE") if made else None


def _one(match: Match) -> Reading | None:
    """«за сутки», «на год»: one unit without a number; «со дня на день» is an idiom."""
    unit, at = unit_named(match, "u"), match.whole[0]
    if at and match.text.forms[at - 1].key in vocabulary().forms["of_one"]:
        return None
    if unit is None or not is_form(match, "u", "one"):
        return None
    made = _made([(Decimal(1), unit)])
    return made._replace(cls="A_DONE") if made else None


def _one_of(match: Match) -> Reading | None:
    """«в течение года», «на протяжении суток», «более года»."""
    unit = unit_named(match, "u")
    if unit is None or not is_form(match, "u", "of_one"):
        return None
    made = _made([(Decimal(1), unit)])
    return made._replace(cls="A_DONE") if made else None


_TWO = "n:COUNT u:UNIT COMMA? n2:COUNT u2:UNIT"
UNITS: tuple[Rule, ...] = (
    Rule("date.length", "n:COUNT WHOLE? u:UNIT", _length),
    Rule("date.length_of_two", "n:COUNT u:UNIT ( and:AND | COMMA )? n2:COUNT u2:UNIT", _length),
    Rule("date.length_of_three", f"{_TWO} ( AND | COMMA )? n3:COUNT u3:UNIT", _length),
    Rule("date.length_and", "u:UNIT AND n2:COUNT u2:UNIT", _length),
    Rule("date.length_guessed", "u:UNIT n:W24 !AGO !UNIT", _guessed),
    Rule("date.fixed_length", "w:LENGTH", _fixed_length),
    Rule("date.figure_adjective", "n:CARDINAL DASH a:LENGTH_ADJ", _figure_adjective),
    Rule("date.compound_adjective", "a:COMPOUND_ADJ", _compound_adjective),
)


def _about_one(match: Match) -> Reading | None:
    """«более года», «около недели», «почти сутки»: a hedge makes one unit a length."""
    if not (is_form(match, "u", "one") or is_form(match, "u", "of_one")):
        return None
    hedge = hedge_before(match.text, match["u"].first)
    if hedge is None or match.text.forms[hedge.end - 1].key in ("до", "от"):
        return None
    unit = unit_named(match, "u")
    return _made([(Decimal(1), unit)]) if unit else None


def _lasting(match: Match) -> Reading | None:
    """«ровно месяц ищут», «прошёл год», «к году колонии»; «прошла неделя моды» is an event."""
    text, at, said = match.text, match["u"].first, word(match, "u")
    before = text.forms[at - 1].key if at else ""
    if before in vocabulary().forms["lasting"]:
        lasts = (said == "неделя" or is_form(match, "u", "one")) and not counts_something(match)
    else:
        lasts = (said == "год" or (said == "году" and before == "к")) and _punishes(match)
    unit = unit_named(match, "u") if lasts else None
    return _made([(Decimal(1), unit)]) if unit else None


def _punishes(match: Match) -> bool:
    text, end = match.text, match.whole[1]
    return end < len(text.forms) and text.forms[end].key in vocabulary().forms["punishing"]


def _week_long(match: Match) -> Reading | None:
    """«провела неделю в больнице»: of the units only the week shows its accusative; «в неделю» is a rate."""
    text, at = match.text, match["u"].first
    before = text.forms[at - 1].key if at else ""
    if word(match, "u") != "неделю" or before in ("в", "эту", "ту"):
        return None
    if before.endswith(("ую", "юю", "ью")) and before != "целую":  # «пятую неделю»
        return None
    return _made([(Decimal(1), "week")])


def _shared_unit(match: Match) -> Reading | None:
    """«сократили [с 8] до 6,5 лет», «займы на [3] и 7 лет»: the unit is said once, behind the other."""
    forms, at = match.text.forms, match["n"].first
    before = forms[at - 1].key if at else ""
    named = vocabulary().words.get(forms[match["l"].end - 1].key)
    unit, amount = _UNITS.get(named.cls) if named else None, numeral(match, "n")
    leads = before in ("с", "со") if match.get("until") else before in _BEFORE_LENGTHS
    if not leads or unit is None or amount.value is None or amount.magnitude:
        return None
    return _made([(amount.value, unit)])


_BEFORE_LENGTHS = ("на", "к", "через", "за", "по")


def _from_to(match: Match) -> Reading | None:
    """«от 2 лет до 15 лет», «от двух недель до месяца»: one length with two bounds."""
    least = cast(Length, reading(match, "a").when)
    unit = unit_named(match, "u")
    if unit is None:
        most: str | None = cast(Length, reading(match, "b").when).duration
    else:
        most = iso_length([(Decimal(1), unit)]) if is_form(match, "u", "of_one") else None
    if least.duration is None or most is None:
        return None
    return Reading("A_LENGTH", Length(None, least.duration, most, None, least.unit, None))


RANGES: tuple[Rule, ...] = (
    Rule("date.length_of_shared_unit", "[ n:CARDINAL ] ( until:UNTIL | AND ) l:A_LENGTH", _shared_unit),
    Rule("date.length_from_to", "OF a:A_LENGTH UNTIL ( b:A_LENGTH | u:UNIT )", _from_to),
)
ONES: tuple[Rule, ...] = (
    Rule("date.about_one_unit", "u:UNIT", _about_one),
    Rule("date.week_long", "u:WEEK", _week_long),
    Rule("date.one_unit_lasting", "u:UNIT", _lasting),
    Rule("date.one_unit_spent", "( AFTER_LENGTH [ u:UNIT ] | [ u:UNIT ] AFTER_LENGTH )", _spent),
    Rule("date.one_unit", "( FOR | ON ) [ WHOLE? u:UNIT ]", _one),
    Rule("date.one_unit_during", "DURING [ WHOLE? u:UNIT ]", _one_of),
)

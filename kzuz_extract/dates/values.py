"""From readings to the values of facts: days, relation, granularity, EDTF, and the bounds of lengths."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from kzuz_extract.dates.calendar import edtf_of
from kzuz_extract.dates.glue import glued_head, glued_preposition
from kzuz_extract.dates.grammar import Found
from kzuz_extract.dates.reading import Between, EdgeDay, Length, Reading, Repeats, WeekdayOf, When
from kzuz_extract.dates.resolver import Resolver
from kzuz_extract.dates.rules_recurring import every_week
from kzuz_extract.dates.tense import tense_at
from kzuz_extract.dates.vetoes import is_forbidden
from kzuz_extract.dates.vocabulary import vocabulary
from kzuz_extract.facts import DateKind, DateValue, Relation
from kzuz_extract.language.hedges import hedge_before
from kzuz_extract.rules import Candidate
from kzuz_extract.text import Text
from kzuz_extract.text.tokens import Shape


def date_values(text: Text, found: Sequence[Found]) -> list[Candidate]:
    """Resolve what was read, in text order."""
    resolver = Resolver(text)
    made: list[Candidate] = []
    for first, end, reading in found:
        if is_forbidden(text, first, end, reading):
            continue
        value = _value(text, resolver, first, end, reading)
        made.append(Candidate(text.starts[first], _end(text, end - 1), "date", reading.rule, value))
    return made


def _end(text: Text, last: int) -> int:
    """Where an expression ends: after its last token, or inside it where a scraper glued another word on."""
    form = text.forms[last]
    head = glued_head(form.key) if form.key not in vocabulary().words and form.shape is Shape.LOWER else None
    return text.starts[last] + len(head) if head else text.ends[last]


def _key(text: Text, at: int) -> str:
    return text.forms[at].key if at < len(text.forms) else ""


def _value(text: Text, resolver: Resolver, first: int, end: int, reading: Reading) -> DateValue:
    when = reading.when
    if isinstance(when, Length):
        if "спустя" in (text.forms[first - 1].key if first else "", _key(text, end)):
            resolver.move_on()
        return _length_value(text, first, when)
    if isinstance(when, Repeats):
        zone = zone_on(reading.zone, text.reference_date)
        return DateValue("recurring", recurrence=when.recurrence, time=reading.time, zone=zone)
    relation = reading.relation or _relation(text, first, end)
    if isinstance(when, Between) and (days := _days_in_habit(text, when, first, end)):
        return DateValue("recurring", recurrence=days)
    if reading.part == "end" and relation == "until":  # «рассчитандо конца года»
        when, reading = EdgeDay(when), reading._replace(part=None)
    interval = resolver.resolve(when, first, end)
    kind = reading.kind or _kind(when)
    if interval is None:
        zone = zone_on(reading.zone, text.reference_date)
        return DateValue(kind, part=reading.part, relation=relation, time=reading.time, zone=zone)
    return DateValue(
        kind,
        interval.start.isoformat(),
        interval.end.isoformat(),
        "time" if reading.time else "day" if interval.granularity == "time" else interval.granularity,
        reading.part,
        relation,
        reading.time,
        zone_on(reading.zone, interval.start),
        edtf=edtf_of(interval, about=relation == "about" and not reading.time),
    )


_WITH = ("ем", "ом", "ым", "им")
_DATIVES = ("ому", "ему", "ой", "ей", "ым", "им")
_ONE_ZONE_SINCE = date(2024, 3, 1)


def zone_on(zone: str | None, day: date | None) -> str | None:
    """Return the offset of a zone on a day: the clocks of Astana went from +06:00 to +05:00 on 1 March 2024.

    >>> zone_on("astana", date(2024, 2, 29)), zone_on("astana", date(2024, 3, 1)), zone_on("Z", None)
    ('+06:00', '+05:00', 'Z')
    """
    if zone != "astana":
        return zone
    return "+06:00" if day is not None and day < _ONE_ZONE_SINCE else "+05:00"


def _days_in_habit(text: Text, when: Between, first: int, end: int) -> str | None:
    """«с понедельника по пятницу идут занятия»: a present tense says every week."""
    if not isinstance(when.first, WeekdayOf) or not isinstance(when.last, WeekdayOf):
        return None
    if when.first.offset is not None or when.last.offset is not None:
        return None
    return every_week(when.first, when.last) if tense_at(text, first, end) == "present" else None


def _length_value(text: Text, first: int, length: Length) -> DateValue:
    """A length and how exact it is: «более двух лет» has a least one, «до трёх лет» a greatest."""
    hedge = hedge_before(text, first)
    if hedge is None and first > 1 and text.forms[first - 1].key in vocabulary().forms["within_hedge"]:
        hedge = hedge_before(text, first - 1)  # «порядка ближайших 5–6 лет»
    if length.duration is None:
        about = hedge is not None and hedge.modifier == "about"  # «около 5–6 дней»
        return DateValue("duration", min=length.min, max=length.max, modifier="about" if about else None)
    if hedge is None:
        return DateValue(
            "duration", duration=length.duration, min=length.min, max=length.max, modifier=length.modifier
        )
    duration, modifier = length.duration, hedge.modifier
    least = duration if modifier in ("more_than", "at_least") else None
    most = duration if modifier in ("less_than", "at_most") else None
    return DateValue("duration", duration=duration, min=least, max=most, modifier=modifier)


def _kind(when: When) -> DateKind:
    """Two ends make a range."""
    return "range" if isinstance(when, Between) else "point"


def _relation(text: Text, first: int, end: int) -> Relation:
    """What the preposition before an expression says."""
    if first > 1 and text.forms[first - 1].key == "чем":
        if text.forms[first - 2].key not in vocabulary().not_relations:
            return "on"
        first -= 1  # «не позднее чем 1 марта»
    before = text.forms[first - 1].key if first else ""
    negated = first > 1 and text.forms[first - 2].key == "не"
    said = vocabulary().not_relations if negated else vocabulary().relations
    if before in ("с", "со") and any(form.key.endswith(_WITH) for form in text.forms[first:end]):
        return "on"  # «по сравнению с октябрём 2024 года»
    if before == "по" and text.forms[first].key.endswith(_DATIVES):  # «по сегодняшнему заявлению»
        return "on"
    if before in ("в", "на") and first > 1:  # «примерно в 18:40»
        about = vocabulary().relations.get(text.forms[first - 2].key) == "about"
        return "about" if about else "on"
    if before in said:
        return cast(Relation, said[before])
    glued = glued_preposition(before) if first and text.forms[first - 1].shape is Shape.LOWER else ""
    return cast(Relation, said.get(glued, "on"))

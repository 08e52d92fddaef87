"""From readings to the values of facts: days, relation, granularity, EDTF, and the bounds of lengths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from kzuz_extract.dates.calendar import edtf_of
from kzuz_extract.dates.glue import glued_head
from kzuz_extract.dates.grammar import Found
from kzuz_extract.dates.reading import Between, Length, Reading, Repeats, When
from kzuz_extract.dates.resolver import Resolver
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


def _value(text: Text, resolver: Resolver, first: int, end: int, reading: Reading) -> DateValue:
    when = reading.when
    if isinstance(when, Length):
        return _length_value(text, first, when)
    if isinstance(when, Repeats):
        return DateValue("recurring", recurrence=when.recurrence, time=reading.time, zone=reading.zone)
    relation = reading.relation or _relation(text, first)
    interval = resolver.resolve(when, first, end)
    kind = reading.kind or _kind(when)
    if interval is None:
        return DateValue(kind, part=reading.part, relation=relation, time=reading.time, zone=reading.zone)
    return DateValue(
        kind,
        interval.start.isoformat(),
        interval.end.isoformat(),
        "time" if reading.time else "day" if interval.granularity == "time" else interval.granularity,
        reading.part,
        relation,
        reading.time,
        reading.zone,
        edtf=edtf_of(interval, about=relation == "about" and not reading.time),
    )


def _length_value(text: Text, first: int, length: Length) -> DateValue:
    """A length and how exact it is: «более двух лет» has a least one, «до трёх лет» a greatest."""
    hedge = hedge_before(text, first)
    if hedge is None or length.duration is None:
        return DateValue("duration", duration=length.duration, min=length.min, max=length.max)
    duration, modifier = length.duration, hedge.modifier
    least = duration if modifier in ("more_than", "at_least") else None
    most = duration if modifier in ("less_than", "at_most") else None
    return DateValue("duration", duration=duration, min=least, max=most, modifier=modifier)


def _kind(when: When) -> DateKind:
    """Two ends make a range."""
    return "range" if isinstance(when, Between) else "point"


def _relation(text: Text, first: int) -> Relation:
    """What the preposition before an expression says."""
    before = text.forms[first - 1].key if first else ""
    negated = first > 1 and text.forms[first - 2].key == "не"
    said = vocabulary().not_relations if negated else vocabulary().relations
    return cast(Relation, said.get(before, "on"))

"""What a fact is: six types, their fields in the order they are printed in, and the document they make.

Rules make the small value tuples (`MoneyValue` and its sisters); the public classes (`Money` …) are made
once, for the facts that survive, out of a value and its place in the text.

Dates are ISO 8601 strings, amounts and counts `Decimal` in whole units without exponent or trailing zeros,
offsets Unicode code points with `end` exclusive, so that `source_text[fact.start:fact.end] == fact.text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias

SCHEMA_VERSION = "1.0"

FactType: TypeAlias = Literal["date", "money", "count", "person", "organization", "location"]
Modifier: TypeAlias = Literal["more_than", "at_least", "less_than", "at_most", "about"]
DateKind: TypeAlias = Literal["point", "range", "duration", "recurring"]
Granularity: TypeAlias = Literal[
    "time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]
Part: TypeAlias = Literal["start", "middle", "end"]
Relation: TypeAlias = Literal["on", "by", "until", "since", "before", "after", "about"]
CountKind: TypeAlias = Literal["item", "percent", "measure", "ordinal", "age", "multiple"]
LocationKind: TypeAlias = Literal[
    "country", "region", "city", "district", "street", "water", "facility", "other"
]
ReferenceDateSource: TypeAlias = Literal["given", "header", "dateline"]


class DateValue(NamedTuple):
    """A place on the calendar or clock, or a length of time; both ends of the interval inclusive."""

    kind: DateKind
    start_date: str | None = None
    end_date: str | None = None
    granularity: Granularity | None = None
    part: Part | None = None
    relation: Relation | None = None
    time: str | None = None
    zone: str | None = None
    duration: str | None = None
    min: str | None = None
    max: str | None = None
    modifier: Modifier | None = None
    recurrence: str | None = None
    edtf: str | None = None


class MoneyValue(NamedTuple):
    """An amount in whole units of an ISO 4217 currency; `equivalent` is set when facts get their ids."""

    amount: Decimal | None
    min: Decimal | None
    max: Decimal | None
    currency: str
    modifier: Modifier | None = None
    per: str | None = None
    equivalent: str | None = None


class CountValue(NamedTuple):
    """A number that counts or measures something, with the lemma of what it counts."""

    kind: CountKind
    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    modifier: Modifier | None = None
    head: str | None = None
    noun: str | None = None
    unit: str | None = None


class PersonValue(NamedTuple):
    """A named human being; `entity` is the key of its group until facts get their ids."""

    name: str | None
    first: str | None = None
    middle: str | None = None
    last: str | None = None
    entity: str | None = None


class OrganizationValue(NamedTuple):
    """A named body."""

    name: str | None
    entity: str | None = None


class LocationValue(NamedTuple):
    """A named place; `code` is ISO 3166-1 of a country, ISO 3166-2 of a region."""

    kind: LocationKind
    name: str | None
    code: str | None = None
    entity: str | None = None


Value: TypeAlias = DateValue | MoneyValue | CountValue | PersonValue | OrganizationValue | LocationValue


@dataclass(frozen=True, slots=True)
class Fact:
    """What every fact has: its identity, its exact place and the rule that made it."""

    type: ClassVar[FactType]

    id: str
    text: str
    start: int
    end: int
    sentence: int
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """Return the fact as JSON types, `type` second, an absent value as None."""
        row: dict[str, Any] = {"id": self.id, "type": self.type}
        for name in _FIELDS[self.type]:
            value = getattr(self, name)
            row[name] = json_number(value) if isinstance(value, Decimal) else value
        return row


@dataclass(frozen=True, slots=True)
class Date(Fact):
    """A date, a range of dates, a duration or a recurrence."""

    type: ClassVar[FactType] = "date"

    kind: DateKind
    start_date: str | None
    end_date: str | None
    granularity: Granularity | None
    part: Part | None
    relation: Relation | None
    time: str | None
    zone: str | None
    duration: str | None
    min: str | None
    max: str | None
    modifier: Modifier | None
    recurrence: str | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Money(Fact):
    """A sum of money."""

    type: ClassVar[FactType] = "money"

    amount: Decimal | None
    min: Decimal | None
    max: Decimal | None
    currency: str
    modifier: Modifier | None
    per: str | None
    equivalent: str | None


@dataclass(frozen=True, slots=True)
class Count(Fact):
    """A counted thing, a percentage, a measure, an ordinal, an age or a multiple."""

    type: ClassVar[FactType] = "count"

    kind: CountKind
    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    modifier: Modifier | None
    head: str | None
    noun: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Person(Fact):
    """A named human being."""

    type: ClassVar[FactType] = "person"

    name: str | None
    first: str | None
    middle: str | None
    last: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Organization(Fact):
    """A named body."""

    type: ClassVar[FactType] = "organization"

    name: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Location(Fact):
    """A named place."""

    type: ClassVar[FactType] = "location"

    kind: LocationKind
    name: str | None
    code: str | None
    entity: str | None


AnyFact: TypeAlias = Date | Money | Count | Person | Organization | Location

FACT_CLASSES: dict[FactType, type[AnyFact]] = {
    "date": Date,
    "money": Money,
    "count": Count,
    "person": Person,
    "organization": Organization,
    "location": Location,
}
_FIELDS: dict[FactType, tuple[str, ...]] = {
    name: tuple(field.name for field in fields(kind) if field.name != "id")
    for name, kind in FACT_CLASSES.items()
}


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization or location of a document and the ids of the facts that mention it."""

    id: str
    type: FactType
    name: str | None
    mentions: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the entity as JSON types."""
        return {"id": self.id, "type": self.type, "name": self.name, "mentions": list(self.mentions)}


@dataclass(frozen=True, slots=True)
class Document:
    """One text's facts, by `start`, then longest first, and the entities that they mention.

    `error` says why the text could not be read; a document without one has no such key in JSON.
    """

    source: str | None
    title: str | None
    reference_date: str | None
    reference_date_source: ReferenceDateSource | None
    facts: Sequence[AnyFact]  # a tuple; of a text above 200 000 characters a sequence that packs them
    entities: tuple[Entity, ...]
    error: str | None = None

    def to_dict(self, types: Iterable[str] | None = None) -> dict[str, Any]:
        """Return exactly what the command prints as JSON; `types` keeps only the facts of those types."""
        wanted = set(FACT_CLASSES) if types is None else set(types)
        printed = {
            "schema_version": SCHEMA_VERSION,
            "source": self.source,
            "title": self.title,
            "reference_date": self.reference_date,
            "reference_date_source": self.reference_date_source,
            "facts": [fact.to_dict() for fact in self.facts if fact.type in wanted],
            "entities": [entity.to_dict() for entity in self.entities if entity.type in wanted],
        }
        return printed if self.error is None else {**printed, "error": self.error}


def json_number(value: Decimal) -> int | float:
    """Return a whole number as int, any other as the float that prints the same digits.

    >>> json_number(Decimal("1700000000")), json_number(Decimal("451.010"))
    (1700000000, 451.01)
    """
    return int(value) if value == value.to_integral_value() else float(value)

"""Documents made by hand for the tests of writers: they stay the same while the rules improve."""

from __future__ import annotations

from decimal import Decimal

from kzuz_extract import Count, Date, Document, Location, Money, Organization, Person
from kzuz_extract.facts import AnyFact, Entity

TEXT = (
    "Порт «Құрық» расширят\n"
    "\n"
    "К 2030 году порт Курык примет свыше 1,5 тыс. судов, пишет =Порт-Инфо [bold]:ship:[/bold].\x1b[31m\r\n"
    "Работы с 3 по 5 мая оценили в $1,7 млрд, сообщила Дана Жұмаева из департамента полиции Актау 😀.\n"
    "Вода прогрелась на +4,5 градуса.\n"
)


def _place(text: str, after: str = "") -> tuple[str, int, int]:
    start = TEXT.index(text, TEXT.index(after))
    return text, start, start + len(text)


_FACTS: list[AnyFact] = [
    Date(
        "f1", *_place("2030 году"), 1, "date.year", "point", "2030-01-01", "2030-12-31", "year", None, "by",
        None, None, None, None, None, None, None, "2030",
    ),
    Location("f2", *_place("Курык"), 1, "location.city", "city", "Курык", None, "e1"),
    Count(
        "f3", *_place("1,5 тыс. судов"), 1, "count.item", "item", Decimal(1500), Decimal(1500), None,
        "more_than", "судно", "судно", None,
    ),
    Organization("f4", *_place("=Порт-Инфо"), 1, "organization.media", "=Порт-Инфо", "e2"),
    Date(
        "f5", *_place("с 3 по 5 мая"), 2, "date.range", "range", None, None, "day", None, "on",
        None, None, None, None, None, None, None, None,
    ),
    Money(
        "f6", *_place("$1,7 млрд"), 2, "money.sign_before", Decimal("1700000000"), Decimal("1700000000"),
        Decimal("1700000000"), "USD", None, None, None,
    ),
    Person("f7", *_place("Дана Жұмаева"), 2, "person.full", "Дана Жұмаева", "Дана", None, "Жұмаева", "e3"),
    Organization(
        "f8", *_place("департамента полиции Актау"), 2, "organization.body", "департамент полиции Актау", "e4"
    ),
    Location("f9", *_place("Актау", "полиции"), 2, "location.city", "city", "Актау", None, "e5"),
    Count(
        "f10", *_place("+4,5 градуса"), 3, "count.measure", "measure", Decimal("4.5"), Decimal("4.5"),
        Decimal("4.5"), None, "градус", "градус", "°C",
    ),
]  # fmt: skip

_ENTITIES = (
    Entity("e1", "location", "Курык", ("f2",)),
    Entity("e2", "organization", "=Порт-Инфо", ("f4",)),
    Entity("e3", "person", "Дана Жұмаева", ("f7",)),
    Entity("e4", "organization", "департамент полиции Актау", ("f8",)),
    Entity("e5", "location", "Актау", ("f9",)),
)

PORT = Document("порт.txt", "Порт «Құрық» расширят", None, None, tuple(_FACTS), _ENTITIES)
EMPTY = Document(None, None, "2025-11-15", "given", (), ())
MADE = ((PORT, TEXT), (EMPTY, ""))

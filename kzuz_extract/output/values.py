"""The value of a fact in a few words, for people: `> 15 000 рабочее место`, `by 2030`, `Астана (KZ)`."""

from __future__ import annotations

from decimal import Decimal

from kzuz_extract.facts import AnyFact, Count, Date, Location, Money

_SIGNS = {"more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ ", "about": "≈ "}


def describe(fact: AnyFact) -> str:
    """Return what a fact says; an empty string where it has no value."""
    if isinstance(fact, Date):
        return _date(fact)
    if isinstance(fact, Money):
        return _money(fact)
    if isinstance(fact, Count):
        return _count(fact)
    if isinstance(fact, Location):
        return _location(fact)
    return fact.name or ""


def number(value: Decimal) -> str:
    """Return a number with thin groups of three digits.

    >>> number(Decimal("1700000.5")).split("\\u202f")
    ['1', '700', '000.5']
    """
    return format(value, ",f").replace(",", "\u202f")


def several(count: int, noun: str) -> str:
    """Return how many there are of something.

    >>> several(1, "date"), several(2, "date"), several(2, "money")
    ('1 date', '2 dates', '2 money')
    """
    return f"{count} {noun}" if count == 1 or noun == "money" else f"{count} {noun}s"


def _amount(value: Decimal | None, low: Decimal | None, high: Decimal | None, modifier: str | None) -> str:
    sign = _SIGNS.get(modifier or "", "")
    if value is not None:
        return sign + number(value)
    if low is not None and high is not None:
        return f"{sign}{number(low)} – {number(high)}"
    bound = low if low is not None else high
    return "" if bound is None else sign + number(bound)


def _money(fact: Money) -> str:
    amount = _amount(fact.amount, fact.min, fact.max, fact.modifier)
    per = f" / {fact.per}" if fact.per else ""
    return f"{amount} {fact.currency}{per}".strip()


def _count(fact: Count) -> str:
    amount = _amount(fact.value, fact.min, fact.max, fact.modifier)
    ending = "." if fact.kind == "ordinal" and amount else ""
    return f"{amount}{ending} {fact.unit or fact.noun or fact.head or ''}".strip()


def _location(fact: Location) -> str:
    return f"{fact.name or ''} ({fact.code or fact.kind})".strip()


def _date(fact: Date) -> str:
    if fact.recurrence:
        return fact.recurrence
    sign = _SIGNS.get(fact.modifier or "", "")
    if fact.duration or fact.min or fact.max:
        length = fact.duration or " – ".join(filter(None, dict.fromkeys((fact.min, fact.max))))
        return sign + length
    words = [fact.relation if fact.relation and fact.relation != "on" else "", fact.part or "", _days(fact)]
    return " ".join(filter(None, [*words, fact.time, fact.zone]))


def _days(fact: Date) -> str:
    """Return the interval as briefly as it can be said: a day, a month, a year, or both ends."""
    start, end = fact.start_date, fact.end_date
    if not start or not end or start == end:
        return start or end or ""
    if fact.edtf and "/" not in fact.edtf and fact.granularity in ("month", "year"):
        return fact.edtf
    return f"{start} – {end}"

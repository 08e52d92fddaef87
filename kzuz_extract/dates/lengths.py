"""Lengths of time in ISO 8601: what a unit is worth, and where a fraction of it goes."""

from __future__ import annotations

from decimal import Decimal

from kzuz_extract.dates.calendar import CLOCK_UNITS, Unit

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
_SIZES = tuple(reversed(_DESIGNATORS))
_LONGEST = 1_000_000


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
            key = ("T" if piece in CLOCK_UNITS else "") + letter
            amounts[key] = amounts.get(key, Decimal(0)) + count * times
    days = "".join(f"{amounts[k]}{k}" for k in ("Y", "M", "W", "D") if k in amounts)
    clock = "".join(f"{amounts[k]}{k[1]}" for k in ("TH", "TM", "TS") if k in amounts)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _fractional(amount: Decimal, unit: Unit) -> str:
    letter, times = _DESIGNATORS[unit]
    return f"P{'T' if unit in CLOCK_UNITS else ''}{(amount * times).normalize():f}{letter}"


def descends(units: list[Unit]) -> bool:
    """Tell whether units go from large to small, as those of one length do; «1 год и 2 года» are two."""
    sizes = [_SIZES.index(unit) for unit in units]
    return sizes == sorted(set(sizes))

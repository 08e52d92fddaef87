"""The grammar of dates, level by level: rules see what the levels below have read as single items."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from kzuz_extract.dates import (
    rules_calendar,
    rules_centuries,
    rules_clock,
    rules_compound,
    rules_distance,
    rules_event,
    rules_holiday,
    rules_length,
    rules_moved,
    rules_recurring,
    rules_relative,
    rules_report,
)
from kzuz_extract.dates.classes import CLASSES
from kzuz_extract.dates.layer import read_layer, rewritten
from kzuz_extract.dates.reading import Reading
from kzuz_extract.language.numerals import Number
from kzuz_extract.rules import Grammar, Rule
from kzuz_extract.text import Text

LEVELS: tuple[tuple[Rule, ...], ...] = (
    (
        *rules_calendar.UNITS,
        *rules_centuries.UNITS,
        *rules_holiday.UNITS,
        *rules_relative.UNITS,
        *rules_clock.UNITS,
        *rules_clock.HOUR_RANGES,
        *rules_length.UNITS,
        *rules_recurring.UNITS,
    ),
    (
        *rules_calendar.YEARS,
        *rules_centuries.YEARS,
        *rules_clock.TIMES,
        *rules_length.RANGES,
        *rules_recurring.LENGTHS,
    ),
    (*rules_relative.SHIFTS, *rules_distance.SHIFTS, *rules_report.SHIFTS, *rules_compound.LISTS),
    (*rules_compound.BUNDLES, *rules_recurring.BUNDLES),
    (*rules_compound.TIMED,),
    (
        *rules_moved.RANGES,
        *rules_compound.RANGES,
        *rules_event.YEARS,
        *rules_relative.FROM_PARTS,
        *rules_length.ONES,
    ),
)


class Found(NamedTuple):
    """A reading and its tokens, `first` to `end` (exclusive)."""

    first: int
    end: int
    reading: Reading


@cache
def _grammars() -> tuple[Grammar, ...]:
    return tuple(Grammar("date", rules, CLASSES) for rules in LEVELS)


def read_dates(text: Text, numbers: Sequence[Number]) -> list[Found]:
    """Return every expression that stands on its own, in text order, unresolved."""
    layer = read_layer(text, numbers)
    for grammar in _grammars():
        found = []
        for rule, match, made in grammar.read(layer):
            reading = cast(Reading, made)
            found.append((*match.item_span, reading.made_by(rule.name)))
        layer = rewritten(layer, found)
    return [
        Found(item.first, item.end, item.reading)
        for item in layer.items
        if isinstance(item.reading, Reading) and not item.reading.latent
    ]

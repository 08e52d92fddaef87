"""The examples that stand beside the rules, for people: what a rule finds, shown by what tests it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

_PACKAGE = Path(__file__).parent
_NOT_RULES = frozenset(("none", "not_yet", "numerals", "hedges"))


class Example(NamedTuple):
    """A text with its facts in square brackets, the day it is read on, and the values of the facts."""

    text: str
    day: str | None
    values: list[dict[str, Any]]


def by_rule() -> dict[str, list[Example]]:
    """Return the examples of every rule, rules by name."""
    found: dict[str, list[Example]] = {}
    for rule, case in _cases():
        if rule not in _NOT_RULES:
            day = str(case["date"]) if "date" in case else None
            found.setdefault(rule, []).append(Example(case["text"], day, case.get("facts", [])))
    return dict(sorted(found.items()))


def of_rules(pattern: str) -> dict[str, list[Example]]:
    """Return the examples of the rules that a name, its beginning, or a pattern with `*` means."""
    return {
        rule: examples
        for rule, examples in by_rule().items()
        if rule == pattern or rule.startswith(pattern + ".") or fnmatchcase(rule, pattern)
    }


def shown(example: Example) -> str:
    """Return an example in one line, its values behind it.

    >>> shown(Example("до [1 мая]", "2025-04-02", [{"relation": "until", "part": ""}]))
    'до [1 мая]  (on 2025-04-02)  → relation until'
    """
    day = f"  (on {example.day})" if example.day else ""
    values = "; ".join(
        ", ".join(f"{name} {value}" for name, value in fact.items() if value != "") for fact in example.values
    )
    return f"{' '.join(example.text.split())}{day}{'  → ' + values if values else ''}"


def _cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(_PACKAGE.glob("**/*examples*.toml")):
        with path.open("rb") as file:
            for rule, cases in tomllib.load(file, parse_float=Decimal).items():
                for case in cases:
                    yield rule, case

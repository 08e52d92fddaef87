"""The pattern language of rules: elements separated by spaces, over items that each have a class.

    MONTH           one item of that class; a class name may stand for several characters
    MONTH?  MONTH*  MONTH+      an optional one, up to four, one to four
    month:MONTH     the same, kept under a name: match["month"]
    ( … | … )  )?   a group, alternatives
    !MONTH          the next item is not of that class (consumes nothing)
    [ … ]           the span of the fact, where it is not the whole match

A pattern is compiled to a regular expression over the string of classes. That takes a millisecond, and
a text needs few of the two hundred: how a pattern may begin is read off without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

import regex

_TIMES = {"": "", "?": "?", "*": "{0,4}", "+": "{1,4}"}
_GROUP = frozenset({"(", "|", ")", ")?"})
_SPAN = {"[": "(?P<span>", "]": ")"}

# The first two items of what a pattern matches, each by the characters of its class; fewer where it may end.
Beginning: TypeAlias = tuple[str, ...]
_LENGTH = 2


class _Element(NamedTuple):
    """One item of a pattern: `name:!CHARACTERS` and how often it may stand."""

    name: str
    negated: bool
    characters: str
    times: str


def _elements(pattern: str, classes: Mapping[str, str]) -> Iterator[str | _Element]:
    """Yield the signs and the items of a pattern; raise ValueError at a class that is not in `classes`."""
    for word in pattern.split():
        if word in _GROUP or word in _SPAN:
            yield word
            continue
        name, _, item = word.rpartition(":")
        cls = item.lstrip("!").rstrip("?*+")
        if cls not in classes:
            raise ValueError(f"no such class {cls!r} in the pattern {pattern!r}")
        yield _Element(name, item.startswith("!"), classes[cls], item[-1] if item[-1] in _TIMES else "")


def compile_pattern(pattern: str, classes: Mapping[str, str]) -> regex.Pattern[str]:
    """Return the regular expression of a pattern; `classes` maps a class to the characters it stands for."""
    parts: list[str] = []
    for element in _elements(pattern, classes):
        if isinstance(element, str):
            parts.append("(?:" if element == "(" else _SPAN.get(element, element))
            continue
        one = "".join(map(regex.escape, element.characters))
        if len(element.characters) > 1:
            one = f"[{one}]"
        if element.negated:
            parts.append(f"(?!{one})")
        elif not element.name:
            parts.append(one + _TIMES[element.times])
        elif element.times:
            parts.append(f"(?:(?P<{element.name}>{one})){_TIMES[element.times]}")
        else:
            parts.append(f"(?P<{element.name}>{one})")
    return regex.compile("".join(parts))


def beginnings(pattern: str, classes: Mapping[str, str]) -> set[Beginning]:
    """Return how what a pattern matches may begin; what may not follow (`!CLASS`) is left out of account.

    >>> sorted(beginnings("A? ( B | C ) D", {"A": "a", "B": "b", "C": "c", "D": "d"}))
    [('a', 'b'), ('a', 'c'), ('b', 'd'), ('c', 'd')]
    """
    open_groups: list[tuple[set[Beginning], set[Beginning]]] = []
    alternatives: set[Beginning] = set()
    sequence: set[Beginning] = {()}
    for element in _elements(pattern, classes):
        if isinstance(element, _Element):
            if not element.negated:
                sequence = _joined(sequence, _of_element(element))
        elif element == "(":
            open_groups.append((alternatives, sequence))
            alternatives, sequence = set(), {()}
        elif element == "|":
            alternatives, sequence = alternatives | sequence, {()}
        elif element in (")", ")?"):
            group = alternatives | sequence | ({()} if element == ")?" else set())
            alternatives, before = open_groups.pop()
            sequence = _joined(before, group)
        if not open_groups and all(len(begun) == _LENGTH for begun in sequence):
            break
    return sequence


def _of_element(element: _Element) -> set[Beginning]:
    one = (element.characters,)
    if element.times == "":
        return {one}
    if element.times == "?":
        return {(), one}
    return {one, one * 2} if element.times == "+" else {(), one, one * 2}


def _joined(before: set[Beginning], after: set[Beginning]) -> set[Beginning]:
    return {(first + then)[:_LENGTH] for first in before for then in after}

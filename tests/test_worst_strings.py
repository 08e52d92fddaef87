"""Each rule meets the strings that are worst for its pattern; the steps of all ways to match are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

import pytest

from kzuz_extract.dates.classes import CLASSES as DATE_CLASSES
from kzuz_extract.dates.grammar import LEVELS
from kzuz_extract.money.rules import CLASSES as MONEY_CLASSES
from kzuz_extract.money.rules import RULES as MONEY_RULES
from kzuz_extract.rules import Rule

_MOST_STEPS = 5_000
_TIMES = {"?": (0, 1), "*": (0, 4), "+": (1, 4)}

Sequence_: TypeAlias = "list[Element]"


class Element(NamedTuple):
    """A class of items, or a group of alternatives, so many times."""

    characters: str
    group: list[Sequence_]
    least: int = 1
    most: int = 1
    negated: bool = False


def _parsed(pattern: str, classes: Mapping[str, str]) -> list[Sequence_]:
    open_groups: list[list[Sequence_]] = [[[]]]
    for word in pattern.split():
        if word == "(":
            open_groups.append([[]])
        elif word == "|":
            open_groups[-1].append([])
        elif word in (")", ")?"):
            group = open_groups.pop()
            open_groups[-1][-1].append(Element("", group, int(word == ")")))
        elif word not in "[]":
            bare = word.rpartition(":")[2]
            least, most = _TIMES.get(bare[-1], (1, 1))
            name = bare.strip("!?*+")
            open_groups[-1][-1].append(Element(classes[name], [], least, most, bare.startswith("!")))
    return open_groups[0]


class Matcher:
    """Tries every way in which a pattern may match where a string starts, as backtracking does at worst."""

    def __init__(self, string: str) -> None:
        self.string = string
        self.steps = 0

    def any_of(self, group: list[Sequence_], at: int) -> Iterator[int]:
        """Yield where each alternative may end."""
        for sequence in group:
            yield from self.one_after_another(sequence, at)

    def one_after_another(self, sequence: Sequence_, at: int) -> Iterator[int]:
        """Yield where a sequence may end."""
        if not sequence:
            yield at
            return
        for end in self.times(sequence[0], at, 0):
            yield from self.one_after_another(sequence[1:], end)

    def times(self, element: Element, at: int, done: int) -> Iterator[int]:
        """Yield where an element, repeated as often as it may be, may end."""
        if done < element.most:
            for end in self.once(element, at):
                if element.negated or end == at:
                    yield end
                else:
                    yield from self.times(element, end, done + 1)
        if done >= element.least:
            yield at

    def once(self, element: Element, at: int) -> Iterator[int]:
        """Yield where an element may end that stands here once."""
        self.steps += 1
        if element.group:
            yield from self.any_of(element.group, at)
            return
        found = at < len(self.string) and self.string[at] in element.characters
        if element.negated:
            if not found:
                yield at
        elif found:
            yield at + 1


def _worst(group: list[Sequence_], common: Counter[str], turn: int) -> str:
    """Return all that an alternative may have, of the items that fit most of its elements."""
    made = ""
    for element in group[turn % len(group)]:
        if element.group:
            made += _worst(element.group, common, turn)
        elif not element.negated:
            made += max(element.characters, key=lambda c: (common[c], c)) * element.most
    return made


def _common(group: list[Sequence_]) -> Counter[str]:
    found: Counter[str] = Counter()
    for sequence in group:
        for element in sequence:
            found.update(element.characters)
            found.update(_common(element.group))
    return found


def _rules() -> list[tuple[Rule, Mapping[str, str]]]:
    dates = [(rule, DATE_CLASSES) for level in LEVELS for rule in level]
    return dates + [(rule, MONEY_CLASSES) for rule in MONEY_RULES]


@pytest.mark.parametrize(("rule", "classes"), _rules(), ids=lambda value: getattr(value, "name", ""))
def test_a_pattern_takes_few_steps_with_the_strings_that_are_worst_for_it(
    rule: Rule, classes: Mapping[str, str]
) -> None:
    group = _parsed(rule.pattern, classes)
    common = _common(group)
    full = {_worst(group, common, turn) for turn in range(6)}
    likeliest = max(common, key=lambda c: (common[c], c))
    strings = full | {one[:-1] + "\0" for one in full} | {one * 3 for one in full} | {likeliest * 60}
    for string in sorted(strings):
        matcher = Matcher(string)
        assert all(end <= len(string) for end in matcher.any_of(group, 0))
        assert matcher.steps < _MOST_STEPS

"""The face that all rules share: what a rule is, and how patterns over classes of words are matched.

A dimension (dates, money) gives every token, and every number that `language.numerals` has read, a class: one
character. A pattern is written with the names of classes (`patterns`) and matched over that string of
characters, so no pattern ever holds a word list and a scan touches only positions that have a class at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, cast

from kzuz_extract.facts import FactType, Value
from kzuz_extract.language.numerals import Number
from kzuz_extract.patterns import CLOSES, OPENS, Kept, Pattern
from kzuz_extract.text import Form, Text

NO_CLASS = "."


class Candidate(NamedTuple):
    """A possible fact: its place in code points, the rule that made it, and its value."""

    start: int
    end: int
    type: FactType
    rule: str
    value: Value


class Item(NamedTuple):
    """One position of a layer: tokens `first` to `end` (exclusive): a whole number, one word or one sign.

    `reading` is what a lower grammar has read there, where a dimension has several, one upon the other.
    """

    first: int
    end: int
    form: Form
    number: Number | None
    reading: Any = None


class Match:
    """A rule's pattern where it matched; items are found by the names that the pattern gave them."""

    __slots__ = ("_end", "_first", "_kept", "layer")

    def __init__(self, layer: Layer, first: int, end: int, kept: Kept) -> None:
        """The match is of items `first` to `end` (exclusive), of which some were kept under names."""
        self.layer = layer
        self._first = first
        self._end = end
        self._kept = kept

    def __getitem__(self, name: str) -> Item:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str) -> Item | None:
        """Return the item kept under `name`, or None where that part was left out or there is none such."""
        for kept, at in self._kept:
            if kept == name:
                return self.layer.items[at]
        return None

    def all(self, name: str) -> list[Item]:
        """Return every item kept under `name`, for names inside a repetition."""
        return [self.layer.items[at] for kept, at in reversed(self._kept) if kept == name]

    @property
    def text(self) -> Text:
        """The text that is read."""
        return self.layer.text

    @property
    def span(self) -> tuple[int, int]:
        """First token and end token (exclusive) of the fact."""
        first, end = self.item_span
        return self.layer.items[first].first, self.layer.items[end - 1].end

    @property
    def item_span(self) -> tuple[int, int]:
        """First item and end item (exclusive) of the fact."""
        first, end = self._first, self._end
        for kept, at in self._kept:
            if kept == OPENS:
                first = at
            elif kept == CLOSES:
                end = at
        return first, end

    @property
    def whole(self) -> tuple[int, int]:
        """First token and end token (exclusive) of the whole match, context included."""
        return self.layer.items[self._first].first, self.layer.items[self._end - 1].end


class Rule(NamedTuple):
    """A name, a pattern and a maker of values, which answers None where the pattern alone is not enough."""

    name: str
    pattern: str
    make: Callable[[Match], object | None]


class Layer(NamedTuple):
    """A text as one dimension sees it: its items and, character by character, their classes."""

    text: Text
    items: list[Item]
    classes: str


_Awake: TypeAlias = tuple[Rule, Pattern]


class Grammar:
    """The rules of one dimension. Leftmost, then longest, then the rule listed first."""

    def __init__(self, type_: FactType, rules: Sequence[Rule], classes: Mapping[str, str]) -> None:
        """`classes` maps a class name of the patterns to the characters that it stands for."""
        names = [rule.name for rule in rules]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"two rules of one name: {', '.join(sorted(twice))}")
        self.type = type_
        self.rules = tuple(rules)
        self._by_first: dict[str, list[_Awake]] = {}
        self._by_two: dict[str, list[_Awake]] = {}
        for rule in rules:
            pattern = Pattern(rule.pattern, classes)
            for first in pattern.first():
                self._by_first.setdefault(first, []).append((rule, pattern))

    def _awake_at(self, items: str) -> list[_Awake]:
        """Return the rules that these two items, or the last item of a text, may begin, in their order."""
        begun = self._by_first.get(items[0], ())
        awake = [(rule, pattern) for rule, pattern in begun if pattern.may_begin(items)]
        self._by_two[items] = awake
        return awake

    def scan(self, layer: Layer) -> Iterator[Candidate]:
        """Yield the candidates of a layer from left to right; none overlaps the one before."""
        text = layer.text
        for rule, match, value in self.read(layer):
            first, end = match.span
            start, stop = text.starts[first], text.ends[end - 1]
            yield Candidate(start, stop, self.type, rule.name, cast(Value, value))

    def read(self, layer: Layer) -> Iterator[tuple[Rule, Match, object]]:
        """Yield what matched from left to right, and what its rule made of it; no two spans overlap.

        What stands after the span of a match, its context, is looked at again.
        """
        classes, free = layer.classes, 0
        for at in [at for at, class_ in enumerate(classes) if class_ in self._by_first]:
            if at < free:
                continue
            best, best_end = None, at
            items = classes[at : at + 2]
            awake = self._by_two.get(items)
            for rule, pattern in self._awake_at(items) if awake is None else awake:
                kept: Kept = []
                end = pattern.match(classes, at, kept)
                if end > best_end:
                    match = Match(layer, at, end, kept)
                    value = rule.make(match)
                    if value is not None:
                        best, best_end = (rule, match, value), end
            if best is not None:
                yield best
                free = best[1].item_span[1]

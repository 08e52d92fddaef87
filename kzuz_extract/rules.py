"""The face that all rules share: what a rule is, and how patterns over classes of words are matched.

A dimension (dates, money) gives every token, and every number that `language.numerals` has read, a class: one
character. A pattern is written with the names of classes (`patterns`) and matched over that string of
characters, so no pattern ever holds a word list and a scan touches only positions that have a class at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias, cast

import regex

from kzuz_extract.facts import FactType, Value
from kzuz_extract.language.numerals import Number
from kzuz_extract.patterns import beginnings, compile_pattern
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
    reading: object = None


class Match:
    """A rule's pattern where it matched; items are found by the names that the pattern gave them."""

    __slots__ = ("_found", "layer")

    def __init__(self, layer: Layer, found: regex.Match[str]) -> None:
        self.layer = layer
        self._found = found

    def __getitem__(self, name: str) -> Item:
        return self.layer.items[self._found.start(name)]

    def get(self, name: str) -> Item | None:
        """Return the item kept under `name`, or None where that part was left out or there is none such."""
        if name not in self._found.re.groupindex:
            return None
        at = self._found.start(name)
        return None if at < 0 else self.layer.items[at]

    def all(self, name: str) -> list[Item]:
        """Return every item kept under `name`, for names inside a repetition."""
        return [self.layer.items[at] for at in self._found.starts(name)]

    @property
    def text(self) -> Text:
        """The text that is read."""
        return self.layer.text

    @property
    def span(self) -> tuple[int, int]:
        """First token and end token (exclusive) of the fact."""
        name = "span" if "span" in self._found.re.groupindex else 0
        items = self.layer.items
        return items[self._found.start(name)].first, items[self._found.end(name) - 1].end

    @property
    def item_span(self) -> tuple[int, int]:
        """First item and end item (exclusive) of the fact."""
        name = "span" if "span" in self._found.re.groupindex else 0
        return self._found.start(name), self._found.end(name)

    @property
    def whole(self) -> tuple[int, int]:
        """First token and end token (exclusive) of the whole match, context included."""
        items = self.layer.items
        return items[self._found.start()].first, items[self._found.end() - 1].end


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


def items_of(text: Text, numbers: Iterable[Number]) -> list[Item]:
    """Return the tokens of a text with every number gathered into one item."""
    items: list[Item] = []
    forms = text.forms
    at = 0
    for number in numbers:
        items += [Item(i, i + 1, forms[i], None) for i in range(at, number.first)]
        items.append(Item(number.first, number.end, forms[number.first], number))
        at = number.end
    items += [Item(i, i + 1, forms[i], None) for i in range(at, len(forms))]
    return items


_Awake: TypeAlias = tuple[Rule, regex.Pattern[str]]
_ANYTHING = "\0"  # no class


class Grammar:
    """The rules of one dimension. Leftmost, then longest, then the rule listed first."""

    def __init__(self, type_: FactType, rules: Sequence[Rule], classes: Mapping[str, str]) -> None:
        """`classes` maps a class name of the patterns to the characters that it stands for.

        Two items wake few rules, so that a pattern is compiled when first two items of a text could begin it.
        """
        names = [rule.name for rule in rules]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"two rules of one name: {', '.join(sorted(twice))}")
        self.type = type_
        self.rules = tuple(rules)
        self._classes = classes
        self._patterns: dict[str, regex.Pattern[str]] = {}
        self._awake: dict[str, list[_Awake]] = {}
        self._next: dict[str, dict[Rule, str]] = {}  # by a first item, what a rule may have behind it
        for rule in rules:
            for first, *then in beginnings(rule.pattern, classes):
                for character in first:
                    behind = self._next.setdefault(character, {})
                    behind[rule] = behind.get(rule, "") + (then[0] if then else _ANYTHING)
        awake_at = "".join(map(regex.escape, sorted(self._next)))
        self._anchor = regex.compile(f"[{awake_at}]" if awake_at else r"(?!)")

    def _awake_at(self, items: str) -> list[_Awake]:
        """Return the rules that these two items, or the last item of a text, may begin, in their order."""
        try:
            return self._awake[items]
        except KeyError:
            awake = self._awake[items] = [
                (rule, self._pattern(rule))
                for rule, behind in self._next[items[0]].items()
                if _ANYTHING in behind or (items[1:] and items[1] in behind)
            ]
            return awake

    def _pattern(self, rule: Rule) -> regex.Pattern[str]:
        if rule.name not in self._patterns:
            self._patterns[rule.name] = compile_pattern(rule.pattern, self._classes)
        return self._patterns[rule.name]

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
        at, classes = 0, layer.classes
        while found_anchor := self._anchor.search(classes, at):
            at = found_anchor.start()
            best: tuple[int, Match, Rule, object] | None = None
            for rule, pattern in self._awake_at(classes[at : at + 2]):
                found = pattern.match(classes, at)
                if found and found.end() > at and (best is None or found.end() > best[0]):
                    match = Match(layer, found)
                    value = rule.make(match)
                    if value is not None:
                        best = (found.end(), match, rule, value)
            if best is None:
                at += 1
                continue
            _, match, rule, value = best
            yield rule, match, value
            at = max(at + 1, match.item_span[1])

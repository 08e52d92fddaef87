"""The face that all rules share: what a rule is, and how patterns over classes of words are matched.

A dimension (dates, money, counts) gives every token, and every number that `language.numerals` has read, a
class: one character. A pattern is written with the names of classes and compiled once to a regular expression
over that string of characters, so no pattern ever holds a word list and a scan touches only positions that
have a class at all.

The pattern language, elements separated by spaces:

    MONTH           one item of that class; a class name may stand for several characters
    MONTH?  MONTH*  MONTH+      an optional one, up to four, one to four
    month:MONTH     the same, kept under a name: match["month"]
    ( … | … )  )?   a group, alternatives
    !MONTH          the next item is not of that class (consumes nothing)
    [ … ]           the span of the fact, where it is not the whole match
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

import regex

from kzuz_extract.facts import FactType, Value
from kzuz_extract.language.numerals import Number
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


class Grammar:
    """The rules of one dimension, compiled. Leftmost, then longest, then the rule listed first."""

    def __init__(self, type_: FactType, rules: Sequence[Rule], classes: Mapping[str, str]) -> None:
        """`classes` maps a class name of the patterns to the characters that it stands for."""
        names = [rule.name for rule in rules]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"two rules of one name: {', '.join(sorted(twice))}")
        self.type = type_
        self.rules = tuple(rules)
        self._compiled = [(rule, _compile(rule, classes)) for rule in rules]
        self._by_first: dict[str, list[tuple[Rule, regex.Pattern[str]]]] = {}
        for character in sorted({c for chars in classes.values() for c in chars}):
            awake = [(rule, p) for rule, p in self._compiled if p.fullmatch(character, partial=True)]
            if awake:
                self._by_first[character] = awake
        awake_at = "".join(map(regex.escape, self._by_first))
        self._anchor = regex.compile(f"[{awake_at}]" if awake_at else r"(?!)")

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
            for rule, pattern in self._by_first[classes[at]]:
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


_ELEMENT = regex.compile(r"(?:(?P<name>[a-z_0-9]+):)?(?P<not>!)?(?P<class>[A-Z][A-Z_0-9]*)(?P<times>[?*+]?)")
_TIMES = {"": "", "?": "?", "*": "{0,4}", "+": "{1,4}"}


def _compile(rule: Rule, classes: Mapping[str, str]) -> regex.Pattern[str]:
    parts: list[str] = []
    for element in rule.pattern.split():
        if element in ("(", ")", "|", ")?"):
            parts.append("(?:" if element == "(" else element)
        elif element == "[":
            parts.append("(?P<span>")
        elif element == "]":
            parts.append(")")
        else:
            found = _ELEMENT.fullmatch(element)
            if not found or found["class"] not in classes:
                raise ValueError(f"rule {rule.name}: no such pattern element {element!r}")
            one = "[" + "".join(map(regex.escape, classes[found["class"]])) + "]"
            if found["not"]:
                parts.append(f"(?!{one})")
            elif found["name"]:
                parts.append(f"(?:(?P<{found['name']}>{one})){_TIMES[found['times']]}")
            else:
                parts.append(one + _TIMES[found["times"]])
    return regex.compile("".join(parts))

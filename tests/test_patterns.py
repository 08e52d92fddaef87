"""The pattern language: a pattern matches what the regular expression of it does, and sleeps elsewhere."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import pytest
import regex

from kzuz_extract.dates.classes import CLASSES as DATE_CLASSES
from kzuz_extract.dates.classes import COMPANIONS
from kzuz_extract.dates.grammar import LEVELS
from kzuz_extract.money.rules import CLASSES as MONEY_CLASSES
from kzuz_extract.money.rules import RULES as MONEY_RULES
from kzuz_extract.patterns import CLOSES, OPENS, Kept, Pattern

DATE_RULES = [rule for level in LEVELS for rule in level]
LETTERS = {"A": "a", "B": "b", "C": "c", "AB": "ab"}
OWN = (
    "A* B? ( A | A B )? !C",
    "( A | A B | x:A x:B ) C?",
    "[ A+ ] !B ( x:C )?",
    "x:A+ y:A* [ B? ] C",
    "A !AB",
    "A ( !B C | B )? [ A? ]",
    "( A? B? )? C | A",
)
PATTERNS = [
    *((pattern, LETTERS) for pattern in OWN),
    *((rule.pattern, DATE_CLASSES) for rule in DATE_RULES),
    *((rule.pattern, MONEY_CLASSES) for rule in MONEY_RULES),
]
STRINGS = 60


def _expression(pattern: str, classes: Mapping[str, str]) -> regex.Pattern[str]:
    parts = []
    for word in pattern.split():
        name, _, item = word.rpartition(":")
        if word in ("(", "[", "]"):
            parts.append({"(": "(?:", "[": "(?P<span>", "]": ")"}[word])
        elif word in ("|", ")", ")?"):
            parts.append(word)
        else:
            one = f"[{regex.escape(classes[item.strip('!?*+')])}]"
            kept = f"(?P<{name}>{one})" if name else one
            times = {"?": "?", "*": "{0,4}", "+": "{1,4}"}.get(item[-1], "")
            parts.append(f"(?!{one})" if item.startswith("!") else f"(?:{kept}){times}")
    return regex.compile("".join(parts))


def _strings(pattern: str, classes: Mapping[str, str]) -> Iterator[str]:
    """Yield strings of the classes of a pattern, in any order and in the order in which it names them."""
    chance = random.Random(pattern)
    items = [word.rpartition(":")[2].strip("!?*+") for word in pattern.split()]
    named = [classes[item] for item in items if item in classes]
    known = sorted({".", *"".join(named)})
    for _ in range(STRINGS):
        yield "".join(chance.choices(known, k=chance.randint(1, 6)))
        yield "".join(chance.choice(characters) for characters in named if chance.random() < 0.7)


@pytest.mark.parametrize(("pattern", "classes"), PATTERNS, ids=[pattern for pattern, _ in PATTERNS])
def test_a_pattern_matches_as_its_regular_expression_does(pattern: str, classes: Mapping[str, str]) -> None:
    ready, expression = Pattern(pattern, classes), _expression(pattern, classes)
    for string in filter(None, _strings(pattern, classes)):
        kept: Kept = []
        end = ready.match(string, 0, kept)
        found = expression.match(string)
        assert end == (found.end() if found else -1)
        if not found:
            continue
        assert not end or (string[0] in ready.first() and ready.may_begin(string[:2]))
        for name in expression.groupindex:
            if name == "span":
                assert (dict(kept)[OPENS], dict(kept)[CLOSES]) == found.span(name)
            else:
                assert [at for key, at in reversed(kept) if key == name] == found.starts(name)


@pytest.mark.parametrize(
    ("pattern", "first", "begun"),
    [
        ("A", "a", ["a", "aa", "ab", "ac"]),
        ("A B? C", "a", ["ab", "ac"]),
        ("A* B C", "ab", ["aa", "ab", "bc"]),
        ("A+ !B", "a", ["a", "aa", "ac"]),
        ("( A | B C )? AB", "ab", ["a", "aa", "ab", "ac", "b", "ba", "bb", "bc"]),
        ("x:A [ y:B ] C", "a", ["ab"]),
    ],
)
def test_how_a_pattern_may_begin(pattern: str, first: str, begun: list[str]) -> None:
    ready = Pattern(pattern, LETTERS)
    assert ready.first() == set(first)
    pairs = [one + two for one in "abc" for two in ("", "a", "b", "c")]
    assert [pair for pair in pairs if ready.may_begin(pair)] == begun


def test_a_class_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="no such class 'NONE'"):
        Pattern("NONE A", LETTERS)


@pytest.mark.parametrize("pattern", [rule.pattern for rule in DATE_RULES])
def test_no_rule_of_dates_matches_companions_alone(pattern: str) -> None:
    companions = {DATE_CLASSES[name] for name in COMPANIONS}
    alone = {
        name: "".join(character for character in characters if character in companions)
        for name, characters in DATE_CLASSES.items()
    }
    assert not Pattern(pattern, alone).first()

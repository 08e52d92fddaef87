"""The pattern language of rules: elements separated by spaces, over items that each have a class.

    MONTH           one item of that class; a class name may stand for several characters
    MONTH?  MONTH*  MONTH+      an optional one, up to four, one to four
    month:MONTH     the same, kept under a name: match["month"]
    ( … | … )  )?   a group, alternatives
    !MONTH          the next item is not of that class (consumes nothing)
    [ … ]           the span of the fact, where it is not the whole match

A pattern becomes states, and the ways from each to the next: an item, a step. As in a regular expression,
what may be left out is rather taken, and of alternatives the first one counts with which the rest fits as
well. Nothing repeats without end, so that no string takes long.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

OPENS, CLOSES = "[", "]"  # the names under which the ends of the span are kept
_MORE = {"?": 1, "*": 4, "+": 3}  # how often an item may stand beside what must
_NOTHING = "\0"  # the class of what stands behind the last item

# The classes of an item that leads on, the names that keep it, and the next state. A way that leads out of
# the pattern has no state, and the classes are those of which the next item is not.
_Way: TypeAlias = "tuple[str, tuple[str, ...], _State | None]"
_State: TypeAlias = "list[_Way]"
Kept: TypeAlias = "list[tuple[str, int]]"


class Pattern:
    """A pattern that is ready to be matched."""

    __slots__ = ("_start",)

    def __init__(self, pattern: str, classes: Mapping[str, str]) -> None:
        """`classes` maps a class to the characters it stands for; ValueError names one that is not there."""
        self._start = _start(pattern, classes)

    def match(self, classes: str, at: int, kept: Kept) -> int:
        """Return where a match that begins at an item ends, -1 if there is none.

        Every name and the item that it keeps are added to `kept`, the last one first.
        """
        return _follow(self._start, classes, at, kept)

    def first(self) -> set[str]:
        """Return the classes that a match may begin with."""
        return {character for characters, _, then in self._start if then for character in characters}

    def may_begin(self, items: str) -> bool:
        """Tell whether a match may begin with these two items, or be the last item of a text."""
        first, second = items[0], items[1:] or _NOTHING
        for begun, _, then in self._start:
            if then and first in begun:
                for characters, _, further in then:
                    if (second in characters) is (further is not None):
                        return True
        return False


def _follow(state: _State, classes: str, at: int, kept: Kept) -> int:
    character = classes[at] if at < len(classes) else _NOTHING
    for characters, names, then in state:
        if (character in characters) is (then is None):
            continue
        end = at if then is None else _follow(then, classes, at + 1, kept)
        if end >= 0:
            for name in names:
                kept.append((name, at))
            return end
    return -1


def _start(pattern: str, classes: Mapping[str, str]) -> _State:
    """Return the first state of a pattern, which is read from its end."""
    state: _State = [("", (), None)]
    groups: list[tuple[_State, bool, _State]] = []  # what follows, whether optional, the later alternatives
    for word in reversed(["(", *pattern.split(), ")"]):
        if word in (")", ")?"):
            groups.append((state, word == ")?", []))
        elif word == "|":
            behind, optional, later = groups.pop()
            groups.append((behind, optional, state + later))
            state = behind
        elif word == "(":
            behind, optional, later = groups.pop()
            state = state + later + (behind if optional else [])
        elif word in (OPENS, CLOSES):
            state = [(characters, (*names, word), then) for characters, names, then in state]
        else:
            state = _before(word, state, classes)
    return state


def _before(element: str, then: _State, classes: Mapping[str, str]) -> _State:
    """Return the state before an element of a pattern: `name:!CLASS?`."""
    name, _, item = element.rpartition(":")
    cls = item.lstrip("!").rstrip("?*+")
    if cls not in classes:
        raise ValueError(f"no such class {cls!r} in {element!r}")
    characters = classes[cls]
    if item.startswith("!"):
        return [way for before in then if (way := _unless(characters, before))]
    names = (name,) if name else ()
    state, times = then, item[-1]
    for _ in range(_MORE.get(times, 0)):
        state = _led(characters, names, state) + then
    return state if times in ("?", "*") else _led(characters, names, state)


def _led(characters: str, names: tuple[str, ...], then: _State) -> _State:
    """Return a state with one way, or none where no item leads out of the pattern."""
    return [(characters, names, then)] if characters and then else []


def _unless(forbidden: str, way: _Way) -> _Way | None:
    characters, names, then = way
    if then is None:
        return characters + forbidden, names, None
    left = "".join(character for character in characters if character not in forbidden)
    return (left, names, then) if left else None

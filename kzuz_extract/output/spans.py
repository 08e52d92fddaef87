"""A text walked from left to right with its facts, for the formats that show facts in their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kzuz_extract.facts import AnyFact


class Step(NamedTuple):
    """The next thing on the way: a fact begins, a piece of text stands there, a fact ends.

    Of a piece of text, `fact` is the innermost fact around it.
    """

    kind: Literal["open", "text", "close"]
    text: str
    fact: AnyFact | None


def walk(facts: Iterable[AnyFact], text: str) -> Iterator[Step]:
    """Yield the steps through a text; its facts come by start, then longest first, and are nested or apart.

    >>> list(walk([], "Астана"))
    [Step(kind='text', text='Астана', fact=None)]
    """
    at = 0
    open_: list[AnyFact] = []
    for fact in facts:
        while open_ and open_[-1].end <= fact.start:
            yield from _piece(text[at : open_[-1].end], open_)
            at = max(at, open_[-1].end)
            yield Step("close", "", open_.pop())
        yield from _piece(text[at : fact.start], open_)
        at = max(at, fact.start)
        open_.append(fact)
        yield Step("open", "", fact)
    while open_:
        yield from _piece(text[at : open_[-1].end], open_)
        at = max(at, open_[-1].end)
        yield Step("close", "", open_.pop())
    yield from _piece(text[at:], open_)


def _piece(text: str, open_: list[AnyFact]) -> Iterator[Step]:
    if text:
        yield Step("text", text, open_[-1] if open_ else None)

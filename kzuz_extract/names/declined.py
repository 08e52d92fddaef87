"""Lists of words that are known in all their forms, declined only as far as a text asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, Generic, TypeVar

from kzuz_extract.bounds import LIGHT, forget_latest

_START = 6  # letters by which words are found
_CHANGED = 2  # letters at the end of a nominative that its other forms may have otherwise
_ADDED = 4  # letters by which another form may be longer: «дочь», «дочерями»
_NOTHING: list[Any] = []  # what most words mean, never changed

Entry = TypeVar("Entry")
Meaning = TypeVar("Meaning")


def _starts(form: str) -> list[str]:
    """Return what the nominative of a form may be found by; a long form is none of a short word."""
    shortest = min(max(1, len(form) - _CHANGED - _ADDED), _START)
    return [form[:size] for size in range(shortest, min(len(form), _START) + 1)]


class Declined(Generic[Entry, Meaning]):
    """Finds what a form means; the entries that begin as it does are declined when it is first asked for.

    >>> cities = Declined([("астана", "Астана")], lambda name: [("астаны", name), ("астане", name)])
    >>> cities.meanings("астане"), cities.meanings("актау")
    (['Астана'], [])
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Entry]],
        decline: Callable[[Entry], Iterable[tuple[str, Meaning]]],
    ) -> None:
        """`entries` are nominatives with whatever `decline` makes forms and their meanings of."""
        self._decline = decline
        self._entries: dict[str, list[tuple[int, Entry]]] = {}
        self._forms: dict[str, dict[str, list[tuple[int, Meaning]]]] = {}
        self._asked: dict[str, list[Meaning]] = {}
        for number, (word, entry) in enumerate(entries):
            start = word[: max(1, min(_START, len(word) - _CHANGED))]
            self._entries.setdefault(start, []).append((number, entry))

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and bool(self.meanings(form))

    def meanings(self, form: str) -> list[Meaning]:
        """Return what a form means, in the order of the entries."""
        known = self._asked.get(form)
        if known is not None:
            return known
        starts = _starts(form)
        if self._entries.keys().isdisjoint(starts):
            return []  # as most words, which are not remembered
        if len(self._asked) >= LIGHT:
            forget_latest(self._asked)
        found = self._asked[form] = self._look_up(form, starts) or _NOTHING
        return found

    def _look_up(self, form: str, starts: list[str]) -> list[Meaning]:
        found: list[tuple[int, Meaning]] = []
        for start in starts:
            if start in self._entries:
                found += self._forms_from(start).get(form, ())
        found.sort(key=itemgetter(0))
        return [meaning for _, meaning in found]

    def _forms_from(self, start: str) -> dict[str, list[tuple[int, Meaning]]]:
        if start not in self._forms:
            forms = self._forms[start] = {}
            for number, entry in self._entries[start]:
                for form, meaning in self._decline(entry):
                    forms.setdefault(form, []).append((number, meaning))
        return self._forms[start]

"""A document as JSON in pieces of some hundred facts: a book of a million facts is never one string."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from kzuz_extract.facts import AnyFact, Document, Entity

_ITEMS_AT_ONCE = 500
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode  # a document holds no circles
_BETWEEN = ", "


class Layout(NamedTuple):
    """What stands before, between and after the keys of a document, and the items of a list."""

    begin: str
    between: str
    end: str
    begin_list: str
    between_items: str
    end_list: str


LINE = Layout("{", _BETWEEN, "}", "[", _BETWEEN, "]")
PAGE = Layout("{\n  ", ",\n  ", "\n}", "[\n    ", ",\n    ", "\n  ]")


def pieces(document: Document, layout: Layout) -> Iterator[str]:
    """Yield a document as JSON.

    >>> print("".join(pieces(Document("a.txt", None, None, None, (), ()), PAGE)))
    {
      "schema_version": "1.0",
      "source": "a.txt",
      "title": null,
      "reference_date": null,
      "reference_date_source": null,
      "facts": [],
      "entities": []
    }
    """
    lists: dict[str, Sequence[AnyFact | Entity]] = {"facts": document.facts, "entities": document.entities}
    before = layout.begin
    for key, value in replace(document, facts=(), entities=()).to_dict().items():
        yield f"{before}{_ENCODE(key)}: "
        yield from _items(lists[key], layout) if lists.get(key) else [_ENCODE(value)]
        before = layout.between
    yield layout.end


def _items(items: Iterable[AnyFact | Entity], layout: Layout) -> Iterator[str]:
    before = layout.begin_list
    waiting = iter(items)
    while printed := [item.to_dict() for item in islice(waiting, _ITEMS_AT_ONCE)]:
        if layout.between_items == _BETWEEN:  # which the encoder itself puts there, and faster
            yield before + _ENCODE(printed)[1:-1]
        else:
            yield before + layout.between_items.join(map(_ENCODE, printed))
        before = layout.between_items
    yield layout.end_list

"""Documents that were printed before, read back: JSON to the classes of `facts`, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import Any

from kzuz_extract import problems
from kzuz_extract.facts import FACT_CLASSES, AnyFact, Document, Entity
from kzuz_extract.input.reading import decoded
from kzuz_extract.input.sources import Source
from kzuz_extract.problems import Failure


def document_of(printed: dict[str, Any]) -> Document:
    """Return the document that was printed; `document_of(document.to_dict())` equals the document.

    Raises KeyError or TypeError where a key is missing or unknown.
    """
    return Document(
        printed["source"],
        printed["title"],
        printed["reference_date"],
        printed["reference_date_source"],
        tuple(_fact(fact) for fact in printed["facts"]),
        tuple(Entity(e["id"], e["type"], e["name"], tuple(e["mentions"])) for e in printed["entities"]),
        printed.get("error"),
    )


def printed_in(source: Source) -> Iterator[Document]:
    """Yield the documents of a file of JSON or JSON Lines. Raises Failure."""
    with source.open() as stream:
        text, _ = decoded(stream.read(), source.label, "utf-8")
    try:
        yield from map(document_of, _objects(text))
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(source.label, problems.NO_FACTS) from error


def _objects(text: str) -> Iterator[dict[str, Any]]:
    if text.startswith(("[", "{\n")):
        whole = json.loads(text)
        yield from whole if isinstance(whole, list) else [whole]
    else:
        for line in text.splitlines():
            yield json.loads(line)


def _fact(printed: dict[str, Any]) -> AnyFact:
    kind = FACT_CLASSES[printed["type"]]
    values = {field.name: printed[field.name] for field in fields(kind)}
    for field in fields(kind):
        if "Decimal" in str(field.type) and values[field.name] is not None:
            values[field.name] = Decimal(str(values[field.name]))
    return kind(**values)

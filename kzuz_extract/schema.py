"""The JSON Schema of what the command prints, made from the classes of `facts`.

`schema.json` is the built file; `python -m kzuz_extract.schema` builds it anew after a change of the classes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from kzuz_extract.facts import FACT_CLASSES, SCHEMA_VERSION, Document, Entity, Fact

BUILT = Path(__file__).with_name("schema.json")

_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_LENGTH = {"type": "string", "pattern": r"^P(?=.)(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?$"}
_OFFSET = {"type": "integer", "minimum": 0}
_SHAPES: dict[str, dict[str, Any]] = {
    "Date.start_date": _DAY,
    "Date.end_date": _DAY,
    "Date.time": {"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?(/\d{2}:\d{2}(:\d{2})?)?$"},
    "Date.duration": _LENGTH,
    "Date.min": _LENGTH,
    "Date.max": _LENGTH,
    "Money.currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "Location.code": {"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"},
    "Document.reference_date": _DAY,
    "start": _OFFSET,
    "end": _OFFSET,
    "sentence": _OFFSET,
    "rule": {"type": "string", "minLength": 1},
}
_TEXTS = {
    "id": "unique in its document",
    "text": "the passage as it is written",
    "start": "offset of its first character, in Unicode code points from 0",
    "end": "offset after its last character",
    "sentence": "number of its sentence, from 0",
    "rule": "name of the rule that made the fact",
    "source": "path of the document; null for standard input",
    "reference_date": "day against which relative dates were read",
    "reference_date_source": "where that day comes from",
    "error": "why the text could not be read; only such a document has it, and no facts",
    "entity": "id of the entity that is mentioned",
    "equivalent": "id of the same sum in another currency",
    "mentions": "ids of the facts that mention it",
}


def build() -> dict[str, Any]:
    """Return the schema: one document, or an array of documents."""
    facts: dict[str, Any] = {
        name: _object(kind, {"type": {"const": name}}) for name, kind in FACT_CLASSES.items()
    }
    definitions: dict[str, Any] = {
        "document": _document(),
        "fact": {"oneOf": [_reference(name) for name in facts]},
        **facts,
        "entity": _object(Entity),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kzuz-extract:schema:{SCHEMA_VERSION}",
        "title": "Facts of news texts, as kzuz-extract prints them",
        "oneOf": [
            _reference("document"),
            {"type": "array", "items": _reference("document")},
        ],
        "$defs": definitions,
    }


def text() -> str:
    """Return the schema as it stands in the built file."""
    return json.dumps(build(), ensure_ascii=False, indent=2) + "\n"


def _document() -> dict[str, Any]:
    found = _object(Document)
    found["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **found["properties"]}
    found["properties"]["facts"] = {"type": "array", "items": _reference("fact")}
    found["properties"]["entities"] = {"type": "array", "items": _reference("entity")}
    found["properties"]["error"]["type"] = "string"
    found["required"] = [name for name in found["properties"] if name != "error"]
    return found


def _object(kind: type, fixed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of a class: every field is there, an absent value is null, nothing else is there."""
    hints = get_type_hints(kind)
    properties: dict[str, Any] = {}
    for field in fields(kind):
        properties[field.name] = _property(kind, field.name, hints[field.name])
        if field.name == "id":
            properties.update(fixed or {})
    return {
        "description": (kind.__doc__ or "").strip(),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _property(kind: type, name: str, hint: Any) -> dict[str, Any]:
    shape = _SHAPES.get(f"{kind.__name__}.{name}") or (_SHAPES.get(name) if issubclass(kind, Fact) else None)
    found = _nullable(shape, hint) if shape else _of_hint(hint)
    return {"description": _TEXTS[name], **found} if name in _TEXTS else found


def _nullable(shape: dict[str, Any], hint: Any) -> dict[str, Any]:
    return {**shape, "type": [shape["type"], "null"]} if NoneType in get_args(hint) else dict(shape)


def _of_hint(hint: Any) -> dict[str, Any]:
    """Return the schema of a field's type.

    >>> _of_hint(Literal["a", "b"] | None)
    {'enum': ['a', 'b', None]}
    """
    parts = get_args(hint) if NoneType in get_args(hint) else (hint,)
    [inner] = [part for part in parts if part is not NoneType]
    absent = len(parts) > 1
    if get_origin(inner) is Literal:
        return {"enum": [*get_args(inner), *([None] if absent else [])]}
    if get_origin(inner) in (tuple, Sequence):
        item = get_args(inner)[0]
        return {"type": "array", "items": _of_hint(item) if item is str else {}}
    name = {str: "string", int: "integer", Decimal: "number"}[inner]
    return {"type": [name, "null"] if absent else name}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    BUILT.write_text(text(), encoding="utf-8")

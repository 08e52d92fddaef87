"""JSON that people can read as well: an object or an array of them, each fact and entity on its own line."""

from __future__ import annotations

import json
from typing import Any, TextIO

from kzuz_extract.facts import Document
from kzuz_extract.output.face import Style


class JsonWriter:
    """Writes one object for a single document, an array for several."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream = stream
        self._single = style.single
        self._written = 0

    def write(self, document: Document, text: str) -> None:  # noqa: ARG002
        """Write one document."""
        if not self._single:
            self._stream.write(",\n" if self._written else "[\n")
        self._stream.write(layout(document.to_dict()))
        self._stream.flush()
        self._written += 1

    def close(self) -> None:
        """End the array. A single document that could not be read leaves nothing."""
        if self._single:
            self._stream.write("\n" if self._written else "")
        else:
            self._stream.write("\n]\n" if self._written else "[]\n")


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def layout(document: dict[str, Any]) -> str:
    """Return a document as JSON, a key a line, an item of its lists a line.

    >>> print(layout({"source": None, "facts": [{"id": "f1"}, {"id": "f2"}], "entities": []}))
    {
      "source": null,
      "facts": [
        {"id": "f1"},
        {"id": "f2"}
      ],
      "entities": []
    }
    """
    rows = ",\n".join(f"  {_ENCODE(key)}: {_value(value)}" for key, value in document.items())
    return f"{{\n{rows}\n}}"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _ENCODE(value)
    items = ",\n".join(f"    {_ENCODE(item)}" for item in value)
    return f"[\n{items}\n  ]"

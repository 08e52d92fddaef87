"""JSON Lines: one document a line, each line flushed, so that a reader in a pipe need not wait."""

from __future__ import annotations

import json
from typing import TextIO

from kzuz_extract.facts import Document
from kzuz_extract.output.face import Style


class JsonLinesWriter:
    """Writes one JSON object a line."""

    def __init__(self, stream: TextIO, style: Style) -> None:  # noqa: ARG002
        self._stream = stream
        self._encode = json.JSONEncoder(ensure_ascii=False).encode

    def write(self, document: Document, text: str) -> None:  # noqa: ARG002
        """Write one document."""
        self._stream.write(self._encode(document.to_dict()) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Lines need no end."""

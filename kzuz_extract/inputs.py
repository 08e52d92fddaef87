"""Where documents come from: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".txt", ".md")


class Failure(NamedTuple):
    """An input that could not be read, and why; `source` is its path."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class Source(NamedTuple):
    """One document that waits to be read; standard input has no path."""

    path: Path | None

    @property
    def name(self) -> str | None:
        """What the document is called in the output."""
        return None if self.path is None else str(self.path)

    def read(self) -> bytes:
        """Return the bytes; raises OSError."""
        return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()


def find(paths: Iterable[str]) -> Iterator[Source | Failure]:
    """Yield the documents that the arguments name, in their order; those of a folder by path."""
    for name in paths:
        path = Path(name)
        if name == "-":
            yield Source(None)
        elif path.is_dir():
            inside = [Source(file) for file in _texts_in(path)]
            yield from inside or [Failure(name, f"no text in this folder (looked for {', '.join(ENDINGS)})")]
        else:
            yield Source(path)


def _texts_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())

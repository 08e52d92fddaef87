"""Where documents come from: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kzuz_extract import problems
from kzuz_extract.problems import Failure

ENDINGS = (".txt", ".md")
STDIN = "-"


class Source(NamedTuple):
    """One document that waits to be read. `path` is as the user gave it; `-` is standard input."""

    path: str

    @property
    def name(self) -> str | None:
        """What the document is called in the output; standard input has no name."""
        return None if self.path == STDIN else self.path

    @property
    def label(self) -> str:
        """What the document is called in a message."""
        return "standard input" if self.path == STDIN else self.path

    def read(self) -> bytes:
        """Return the bytes. Raises Failure."""
        try:
            return sys.stdin.buffer.read() if self.path == STDIN else Path(self.path).read_bytes()
        except OSError as error:
            raise problems.of_error(self.label, error) from error


def find(paths: Iterable[str]) -> Iterator[Source | Failure]:
    """Yield the documents that the arguments name, in their order.

    A file that is named is read whatever its ending. A folder, and the folders in it, give the files with the
    endings of texts, in order of their names, hidden ones left out.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _inside(path)
        else:
            yield Source(path)


def are_one_document(paths: Iterable[str]) -> bool:
    """Tell whether the arguments name a single document, a file or standard input, and no folder."""
    first, *others = paths
    return not others and (first == STDIN or not os.path.isdir(first))


def _inside(folder: str) -> Iterator[Source | Failure]:
    refused: list[OSError] = []
    found = False
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                found = True
                yield Source(os.path.join(place, name))
    for error in refused:
        yield problems.of_error(str(error.filename), error)
    if not found and not refused:
        yield Failure(folder, problems.EMPTY_FOLDER, endings=" and ".join(ENDINGS))

"""Where documents come from: files, folders, lists of files, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

from kzuz_extract import problems
from kzuz_extract.problems import Failure

STDIN = "-"
TEXTS = (".txt", ".md", ".html", ".htm")
TABLES = (".jsonl", ".ndjson", ".csv", ".parquet")
_GZIPPED = ".gz"
_BUFFER = 1 << 16  # as much is looked at to tell the encoding of a table

Kind: TypeAlias = Literal["text", "html", "jsonl", "csv", "parquet", "table"]
_KINDS: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}


class Source(NamedTuple):
    """An input that waits to be read. `path` is as the user gave it; `-` is standard input.

    is_table  standard input is a table of texts, not one text.
    """

    path: str
    is_table: bool = False

    @property
    def name(self) -> str | None:
        """What the document is called in the output; standard input has no name."""
        return None if self.path == STDIN else self.path

    @property
    def label(self) -> str:
        """What the document is called in a message."""
        return "standard input" if self.path == STDIN else self.path

    @property
    def is_gzipped(self) -> bool:
        """Whether the bytes are packed by gzip, by the ending of the name."""
        return self.path.lower().endswith(_GZIPPED)

    @property
    def kind(self) -> Kind:
        """What stands in it, by the ending of its name; a `table` is JSON Lines or CSV, as it begins.

        >>> Source("news/2025.JSONL.gz").kind, Source("article").kind
        ('jsonl', 'text')
        """
        if self.is_table:
            return "table"
        return _KINDS.get(os.path.splitext(self.path.lower().removesuffix(_GZIPPED))[1], "text")

    def open(self) -> BinaryIO:
        """Open the bytes. Raises Failure."""
        if self.path == STDIN:
            if sys.stdin is None:
                raise Failure(self.label, problems.NO_STDIN)
            return open(os.dup(sys.stdin.fileno()), "rb", _BUFFER)
        try:
            return open(self.path, "rb", _BUFFER)
        except OSError as error:
            raise problems.of_error(self.label, error) from error


class Search(NamedTuple):
    """Which files of a folder are read: those whose name fits `glob`, or else those of known endings.

    reads_tables  standard input is a table, and so are files of folders with the endings of tables.
    without       a path that is never read: where the output goes.
    """

    glob: str | None = None
    reads_tables: bool = False
    without: str | None = None

    def wants(self, name: str) -> bool:
        """Tell whether a file of that name is read; a hidden one is not."""
        if name.startswith("."):
            return False
        if self.glob is not None:
            return fnmatch(name, self.glob)
        return name.lower().removesuffix(_GZIPPED).endswith(self._endings)

    def __str__(self) -> str:
        return self.glob or ", ".join(self._endings)

    @property
    def _endings(self) -> tuple[str, ...]:
        return TEXTS + TABLES if self.reads_tables else TEXTS


def find(paths: Iterable[str], search: Search = Search()) -> Iterator[Source | Failure]:  # noqa: B008
    """Yield the inputs that the arguments name, in their order.

    A file that is named is read whatever its ending. A folder, and the folders in it, give the files that the
    search wants, in order of their names, hidden ones left out.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _inside(path, search)
        else:
            yield Source(path, is_table=path == STDIN and search.reads_tables)


def listed(path: str, *, by_null: bool) -> list[str]:
    """Read a list of paths, one a line, or each ended by a NUL as `find -print0` does. Raises Failure."""
    with Source(path).open() as stream:
        names = stream.read().split(b"\0" if by_null else b"\n")
    return [os.fsdecode(name if by_null else name.rstrip(b"\r")) for name in names if name.strip()]


def are_one_document(paths: Iterable[str], search: Search = Search()) -> bool:  # noqa: B008
    """Tell whether the arguments name a single document: one text or page, a file or standard input."""
    first, *others = paths
    if others or (first != STDIN and os.path.isdir(first)):
        return False
    return not (first == STDIN and search.reads_tables) and Source(first).kind in ("text", "html")


def _inside(folder: str, search: Search) -> Iterator[Source | Failure]:
    refused: list[OSError] = []
    found = False
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if search.without is not None:
            folders[:] = [name for name in folders if not _same(os.path.join(place, name), search.without)]
        for name in sorted(files):
            path = os.path.join(place, name)
            if search.wants(name) and not (search.without and _same(path, search.without)):
                found = True
                yield Source(path)
    for error in refused:
        yield problems.of_error(str(error.filename), error)
    if not found and not refused:
        yield Failure(folder, problems.EMPTY_FOLDER, looked_for=search)


def _same(path: str, other: str) -> bool:
    return os.path.abspath(path) == os.path.abspath(other)

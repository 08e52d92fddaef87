"""Going on after a run that was killed: which documents, each one whole, its output already holds."""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeAlias

from kzuz_extract import problems
from kzuz_extract.output.csv import FORMULA
from kzuz_extract.problems import Failure

Finished: TypeAlias = "Counter[str | None]"


def finished(format_: str, path: str) -> Finished:
    """Count, by source, the documents in unfinished output, and cut off a last one that may not be whole.

    `path` is where output of that format grows; a file that is not there holds none. A document that failed
    counts where the format tells of it, else it is tried again. Raises Failure where `path` holds others.
    """
    if not os.path.exists(path):
        return Counter()
    try:
        return _READERS[format_](path)
    except OSError as error:
        raise problems.of_error(path, error) from error
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise Failure(path, problems.BAD_PARTIAL) from error


def _in_lines(path: str) -> Finished:
    """Read JSON Lines; Parquet grows as them too."""
    sources: Finished = Counter()
    whole = 0
    with open(path, "r+b") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            sources[json.loads(line)["source"]] += 1
            whole += len(line)
        file.truncate(whole)
    return sources


def _in_rows(path: str) -> Finished:
    """Read CSV, where a document is whole when the first fact of another follows it."""
    sources: Finished = Counter()
    last: tuple[str, int] | None = None
    begun = 0
    with open(path, "r+b") as file:
        for offset, cells in _rows(file):
            fact = cells["source"], int(cells["id"].removeprefix("f"))
            if last is not None and (fact[0] != last[0] or fact[1] <= last[1]):
                sources[_unguarded(last[0]) or None] += 1
                begun = offset
            last, begun = fact, begun or offset
        file.truncate(begun)
    return sources


def _rows(file: BinaryIO) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each whole row with the offset at which it begins."""
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for line in file:
            read += len(line)
            yield line.decode("utf-8-sig" if read == len(line) else "utf-8", "replace")

    header = file.readline().decode("utf-8-sig")
    file.seek(0)
    rows = csv.reader(lines(), delimiter=";" if header.startswith("source;") else ",")
    names = next(rows, [])
    begins = read
    for cells in rows:
        if len(cells) == len(names):
            yield begins, dict(zip(names, cells, strict=True))
        begins = read


def _unguarded(cell: str) -> str:
    """Take back the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in FORMULA else cell


def _in_database(path: str) -> Finished:
    import sqlite3

    try:
        with sqlite3.connect(path) as base:
            return Counter(dict(base.execute("SELECT source, count(*) FROM documents GROUP BY source")))
    except sqlite3.Error as error:
        raise Failure(path, problems.NOT_A_DATABASE, said=str(error)) from error


_READERS: dict[str, Callable[[str], Finished]] = {
    "jsonl": _in_lines,
    "parquet": _in_lines,
    "csv": _in_rows,
    "sqlite": _in_database,
}

"""Built tables of forms: what is said of forms stands once, before all of them, so that a table loads fast.

A line has the meaning in its first columns, the forms in all others; the forms of one meaning that begin with
other letters have lines of their own, so that a change of one word changes few lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

_TOGETHER = 2  # letters that the forms of one line begin with


def read_forms(file: Path, columns: int) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the meaning, of so many columns, and the forms of each line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            yield cells[:columns], cells[columns:]


def table_of(forms: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return the lines of a table for forms with the columns of what each means.

    >>> print(table_of([("сом", ["KGS"]), ("сома", ["KGS"]), ("тенге", ["KZT"])]).expandtabs(4))
    KGS сом сома
    KZT тенге
    <BLANKLINE>
    """
    lines: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for form, meaning in sorted(forms):
        lines.setdefault((tuple(meaning), form[:_TOGETHER]), []).append(form)
    return "".join("\t".join((*meaning, *lines[meaning, start])) + "\n" for meaning, start in sorted(lines))

"""brat standoff: a folder with a pair of files for each document, its text and its annotations.

`T` lines are the facts, `#` lines their values, `*` lines the mentions of one entity.
"""

from __future__ import annotations

import re
from pathlib import Path

from kzuz_extract.facts import AnyFact, Document
from kzuz_extract.output.clean import on_one_line
from kzuz_extract.output.face import Style
from kzuz_extract.output.values import describe

_LINE = re.compile(r"[^\r\n]+")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


class BratWriter:
    """Writes NAME.txt and NAME.ann into a folder; documents of the same name are numbered."""

    def __init__(self, folder: str, style: Style) -> None:  # noqa: ARG002
        self._folder = Path(folder)
        self._taken: dict[str, int] = {}

    def write(self, document: Document, text: str) -> None:
        """Write one document; its line ends are kept, so that offsets hold."""
        name = self._name(document.source)
        for ending, content in ((".txt", text), (".ann", standoff(document))):
            path = self._folder / (name + ending)
            path.write_text(content, encoding="utf-8", errors="backslashreplace", newline="")

    def close(self) -> None:
        """Each pair of files is whole already."""

    def _name(self, source: str | None) -> str:
        name = _NOT_IN_NAMES.sub("_", Path(source).stem if source else "stdin") or "_"
        self._taken[name] = number = self._taken.get(name, 0) + 1
        return name if number == 1 else f"{name}-{number}"


def standoff(document: Document) -> str:
    """Return the .ann file of a document."""
    number = {fact.id: position for position, fact in enumerate(document.facts, 1)}
    lines: list[str] = []
    for fact in document.facts:
        here = number[fact.id]
        lines.append(f"T{here}\t{fact.type} {_fragments(fact)}\t{' '.join(_LINE.findall(fact.text))}\n")
        value = on_one_line(describe(fact))
        if value:
            lines.append(f"#{here}\tAnnotatorNotes T{here}\t{value}\n")
    for entity in document.entities:
        mentions = [f"T{number[mention]}" for mention in entity.mentions if mention in number]
        if len(mentions) > 1:
            lines.append(f"*\tsame {' '.join(mentions)}\n")
    return "".join(lines)


def _fragments(fact: AnyFact) -> str:
    """Return where a fact stands; brat wants one pair of offsets a line."""
    spans = [found.span() for found in _LINE.finditer(fact.text)]
    return ";".join(f"{fact.start + start} {fact.start + end}" for start, end in spans)

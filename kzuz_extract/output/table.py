"""The view for people: the article with its facts marked, a legend, a table of them, a line that sums up."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kzuz_extract.facts import FACT_CLASSES, AnyFact, Document
from kzuz_extract.output.clean import clean, on_one_line
from kzuz_extract.output.face import Style
from kzuz_extract.output.spans import walk
from kzuz_extract.output.values import describe, several

STYLES = {
    "date": "black on cyan",
    "money": "black on green",
    "count": "black on yellow",
    "person": "black on magenta",
    "organization": "white on blue",
    "location": "white on red",
}
_AROUND = 30


class TableWriter:
    """Writes documents for a terminal. An article is data: no markup, emoji code or escape works in it."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._console = Console(
            file=stream,
            width=style.width,
            force_terminal=style.colored,
            color_system="standard" if style.colored else None,
            no_color=not style.colored,
            markup=False,
            emoji=False,
            highlight=False,
        )
        self._colored = style.colored
        self._explains = style.explain
        self._counts: Counter[str] = Counter()
        self._documents = 0

    def write(self, document: Document, text: str) -> None:
        """Write one document."""
        if self._documents:
            self._console.print()
        self._documents += 1
        self._counts.update(fact.type for fact in document.facts)
        if document.source is not None:
            self._console.print(Text(on_one_line(document.source), style="bold"), overflow="fold")
        self._console.print(marked(document.facts, text, colored=self._colored), overflow="fold")
        if document.facts:
            self._console.print(self._legend(document.facts))
            self._console.print(_table(document.facts, text))
            if self._explains:
                self._console.print(_explanation(document.facts, text), overflow="fold")

    def close(self) -> None:
        """Write the line that sums up."""
        if self._documents:
            self._console.print(Text(summary(self._counts, self._documents), style="bold"))

    def _legend(self, facts: Iterable[AnyFact]) -> Text:
        there = {fact.type for fact in facts}
        parts = [
            Text(f" {type_} " if self._colored else f"[{type_}: …]", style=style if self._colored else "")
            for type_, style in STYLES.items()
            if type_ in there
        ]
        return Text("\n") + Text(" ").join(parts)


def summary(counts: Counter[str], documents: int) -> str:
    """Return what was found in how many documents.

    >>> summary(Counter(date=2, money=1), 1)
    '3 facts in 1 document: 2 dates, 1 money'
    """
    said = f"{several(counts.total(), 'fact')} in {several(documents, 'document')}"
    parts = [several(counts[type_], type_) for type_ in FACT_CLASSES if counts[type_]]
    return f"{said}: {', '.join(parts)}" if parts else said


def marked(facts: Iterable[AnyFact], text: str, *, colored: bool) -> Text:
    """Return the article with each fact in the colour of its type, or, without colour, as `[type: …]`."""
    result = Text()
    for step in walk(facts, text):
        if step.kind == "text":
            result.append(clean(step.text), style=STYLES[step.fact.type] if step.fact and colored else "")
        elif not colored:
            result.append(f"[{step.fact.type}: " if step.kind == "open" and step.fact else "]")
    result.rstrip()
    return result


def _explanation(facts: Iterable[AnyFact], text: str) -> Text:
    """Return the rules that made the facts, each with the passages it read and an example that tests it."""
    from kzuz_extract import examples

    tested = examples.by_rule()
    made: dict[str, list[AnyFact]] = {}
    for fact in facts:
        made.setdefault(fact.rule, []).append(fact)
    result = Text("\n")
    for rule, of_rule in sorted(made.items()):
        result.append(f"{rule}\n", style="bold")
        for fact in of_rule:
            result.append(f"    {_passage(fact, text)}  → {on_one_line(describe(fact)) or 'no value'}\n")
        for example in tested.get(rule, [])[:1]:
            result.append(f"    for example: {examples.shown(example)}\n", style="italic")
    return result


def _passage(fact: AnyFact, text: str) -> str:
    """Return a fact in brackets with the words around it in its line, on which its rule rested."""
    before = text[max(fact.start - _AROUND, 0) : fact.start].rpartition("\n")[2]
    after = text[fact.end : fact.end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = "…" + before[before.find(" ") + 1 :]
    if len(after) == _AROUND:
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return on_one_line(f"{before}[{fact.text}]{after}")


def _table(facts: Iterable[AnyFact], text: str) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
    table.add_column("type", no_wrap=True)
    table.add_column("text", overflow="fold")
    table.add_column("value", overflow="fold")
    table.add_column("where", no_wrap=True, justify="right")
    lines = [-1, *(offset for offset, character in enumerate(text) if character == "\n")]
    for fact in facts:
        line = bisect_right(lines, fact.start - 1)
        where = f"{line}:{fact.start - lines[line - 1]}"
        cells = (on_one_line(fact.text), on_one_line(describe(fact)), where)
        table.add_row(Text(fact.type, style=STYLES[fact.type]), *map(Text, cells))
    return table

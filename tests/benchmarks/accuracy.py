"""Measure extractors against annotated documents: precision, recall and F1 of each type.

    python tests/benchmarks/accuracy.py GOLD.jsonl …

A line of GOLD.jsonl is a document: `text`, `facts` (each `type`, `start`, `end`; `optional` where a fact is
a matter of taste), perhaps `reference_date`. A fact is found where a fact of its type shares a character with
it, one to one, and found exactly where both have the same ends. Recall counts the outermost facts of a type;
finding a nested or optional one is no error. Where natasha is installed, the names that its neural network
finds are measured beside (`pip install 'setuptools<70' natasha`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from peers import has_natasha

from kzuz_extract import Extractor

TYPES = ("date", "money", "count", "person", "organization", "location")
_OF_NATASHA = {"PER": "person", "ORG": "organization", "LOC": "location"}
Span = tuple[int, int]
Reader = Callable[[str, date | None], list[tuple[str, Span]]]


class Tally(NamedTuple):
    """How many facts were found, how many with both ends right, how many there are, how many were made."""

    found: int = 0
    exact: int = 0
    gold: int = 0
    made: int = 0

    def f1(self, found: int) -> float:
        return 2 * found / max(1, self.gold + self.made)


def main() -> None:
    """Print a table for every file that is named, one line a type and a program."""
    programs = {"kzuz-extract": ours(), **({"natasha": natasha()} if has_natasha() else {})}
    for name in sys.argv[1:]:
        lines = Path(name).read_text("utf-8").split("\n")
        documents = [json.loads(line) for line in lines if line]
        print(f"{Path(name).name:30}   facts       P       R      F1   F1 exact")
        for program, read in programs.items():
            for type_, sums in tally(documents, read).items():
                if sums.gold and sums.made:
                    precision, recall = sums.found / sums.made, sums.found / sums.gold
                    print(
                        f"  {program:14}{type_:14}{sums.gold:8}   {precision:.3f}   {recall:.3f}"
                        f"   {sums.f1(sums.found):.3f}      {sums.f1(sums.exact):.3f}"
                    )


def ours() -> Reader:
    extractor = Extractor()

    def read(text: str, day: date | None) -> list[tuple[str, Span]]:
        facts = extractor.extract(text, reference_date=day).facts
        return [(fact.type, (fact.start, fact.end)) for fact in facts]

    return read


def natasha() -> Reader:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter  # type: ignore[import-not-found]

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str, _: date | None) -> list[tuple[str, Span]]:
        document = Doc(text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        return [(_OF_NATASHA[span.type], (span.start, span.stop)) for span in document.spans]

    return read


def tally(documents: list[dict[str, Any]], read: Reader) -> dict[str, Tally]:
    """Return for each type what a program found, summed over documents."""
    sums = dict.fromkeys(TYPES, Tally())
    for document in documents:
        day = document.get("reference_date")
        made = read(document["text"], date.fromisoformat(day) if day else None)
        for type_ in TYPES:
            golds = [fact for fact in document["facts"] if fact["type"] == type_]
            outer, excused = outermost(golds)
            spans = [span for kind, span in made if kind == type_]
            rest = unpaired(outer, spans)
            found = len(spans) - len(rest)
            wrong = len(unpaired(excused, rest))
            exact = len(set(outer) & set(spans))
            new = (found, exact, len(outer), found + wrong)
            sums[type_] = Tally(*map(sum, zip(sums[type_], new, strict=True)))
    return sums


def outermost(golds: list[dict[str, Any]]) -> tuple[list[Span], list[Span]]:
    """Split annotated facts of one type into those that must be found and those that may be."""
    spans = [(fact["start"], fact["end"]) for fact in golds]
    outer: list[Span] = []
    excused: list[Span] = []
    for fact, (start, end) in zip(golds, spans, strict=True):
        inside = any(a <= start and end <= b and b - a > end - start for a, b in spans)
        (excused if inside or fact.get("optional") else outer).append((start, end))
    return outer, excused


def unpaired(golds: list[Span], spans: list[Span]) -> list[Span]:
    """Return the spans left when each annotated fact has taken the one it shares most with."""
    shared = [
        (min(a[1], b[1]) - max(a[0], b[0]), -i, -j) for i, a in enumerate(golds) for j, b in enumerate(spans)
    ]
    taken: set[int] = set()
    used: set[int] = set()
    for size, i, j in sorted(shared, reverse=True):
        if size > 0 and -i not in used and -j not in taken:
            used.add(-i)
            taken.add(-j)
    return [span for j, span in enumerate(spans) if j not in taken]


if __name__ == "__main__":
    main()

"""Measure the extractor against annotated documents: precision, recall and F1 of each type.

    python tests/benchmarks/accuracy.py GOLD.jsonl …

A line of GOLD.jsonl is a document: `text`, `facts` (each `type`, `start`, `end`; `optional` where a fact is
a matter of taste), perhaps `reference_date`. A fact is found where a fact of its type shares a character with
it, one to one. Recall counts the outermost facts of a type; finding a nested or optional one is no error.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from kzuz_extract import Extractor

TYPES = ("date", "money", "count", "person", "organization", "location")
Span = tuple[int, int]


def main() -> None:
    """Print a table for every file that is named."""
    for name in sys.argv[1:]:
        lines = Path(name).read_text("utf-8").split("\n")
        print(Path(name).name)
        for type_, (found, gold, made) in tally([json.loads(line) for line in lines if line]).items():
            if gold:
                precision, recall = found / made if made else 0.0, found / gold
                f1 = 2 * found / (made + gold)
                print(f"  {type_:14}{gold:6} facts   P {precision:.3f}   R {recall:.3f}   F1 {f1:.3f}")


def tally(documents: list[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """Return for each type how many facts were found, how many there are, how many were made."""
    extractor = Extractor()
    sums = dict.fromkeys(TYPES, (0, 0, 0))
    for document in documents:
        day = document.get("reference_date")
        made = extractor.extract(
            document["text"], reference_date=date.fromisoformat(day) if day else None
        ).facts
        for type_ in TYPES:
            golds = [fact for fact in document["facts"] if fact["type"] == type_]
            outer, excused = outermost(golds)
            spans = [(fact.start, fact.end) for fact in made if fact.type == type_]
            rest = unpaired(outer, spans)
            found = len(spans) - len(rest)
            wrong = len(unpaired(excused, rest))
            old = sums[type_]
            sums[type_] = (old[0] + found, old[1] + len(outer), old[2] + found + wrong)
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

"""Dates of three programs on the same annotated documents: spans, values and time.

    python tests/benchmarks/compare_dates.py GOLD.jsonl …

A line of a gold file is a document: `text`, `reference_date` (or none) and `facts`, each with `type`,
`start`, `end` and, where it is known, `value` with `start_date` and `end_date`. A program that is not
installed is left out (`pip install 'setuptools<70' dateparser natasha`). The annotation decides what a date
is: durations and recurrences count for every program. The seconds are those of kzuz-extract for all six
types of facts, dictionaries loaded on the way, and of the others for dates alone, loaded before.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from peers import has_natasha

LEADING = re.compile(r"(?:в|во|с|со|к|ко|на|по|до|от|за|из|после|около)\s+", re.IGNORECASE)


class Span(NamedTuple):
    """A date: where it stands and the days that it was read as."""

    start: int
    end: int
    days: tuple[str | None, str | None]


def ours() -> Callable[[str, date | None], list[Span]]:
    from kzuz_extract import Extractor

    extractor = Extractor()

    def read(text: str, published: date | None) -> list[Span]:
        facts = extractor.extract(text, reference_date=published).to_dict(["date"])["facts"]
        return [Span(f["start"], f["end"], (f["start_date"], f["end_date"])) for f in facts]

    return read


def dateparser() -> Callable[[str, date | None], list[Span]]:
    from dateparser.search import search_dates

    def read(text: str, published: date | None) -> list[Span]:
        base = datetime.combine(published, datetime.min.time()) if published else None
        settings = {"RELATIVE_BASE": base} if base else {}
        found, at = [], 0
        for piece, moment in search_dates(text, languages=["ru"], settings=settings) or ():
            start = text.find(piece, at)
            if start >= 0:
                at = start + len(piece)
                day = moment.date().isoformat()
                found.append(Span(start, at, (day, day)))
        return found

    return read


def natasha() -> Callable[[str, date | None], list[Span]]:
    from natasha import DatesExtractor, MorphVocab  # type: ignore[import-not-found]

    extractor = DatesExtractor(MorphVocab())

    def read(text: str, _: date | None) -> list[Span]:
        return [Span(found.start, found.stop, _day(found.fact)) for found in extractor(text)]

    return read


def _day(fact: Any) -> tuple[str | None, str | None]:
    if not (fact.year and fact.month and fact.day):
        return None, None
    day = f"{fact.year:04}-{fact.month:02}-{fact.day:02}"
    return day, day


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave a leading preposition out, as the gold of some corpora has it in the span and some has not."""
    found = LEADING.match(text, start, end)
    return (found.end() if found and found.end() < end else start), end


def score(documents: list[dict[str, Any]], read: Callable[[str, date | None], list[Span]]) -> tuple[str, ...]:
    """Return overlap F1, exact F1, the share of known values that are right, and the seconds."""
    gold_n = made_n = overlap = exact = known = right = 0
    spent = 0.0
    for document in documents:
        text, published = document["text"], document.get("reference_date")
        started = time.perf_counter()
        made = read(text, date.fromisoformat(published) if published else None)
        spent += time.perf_counter() - started
        made = [Span(*trimmed(text, m.start, m.end), m.days) for m in made]
        golds = [f for f in document["facts"] if f["type"] == "date" and not f.get("optional")]
        gold_n += len(golds)
        for fact in golds:
            start, end = trimmed(text, fact["start"], fact["end"])
            value = fact.get("value", {})
            wanted = (value.get("start_date"), value.get("end_date"))
            known += wanted[0] is not None
            best = max(made, key=lambda m: min(end, m.end) - max(start, m.start), default=None)
            if best is None or min(end, best.end) <= max(start, best.start):
                continue
            made.remove(best)
            overlap += 1
            exact += (best.start, best.end) == (start, end)
            right += wanted[0] is not None and best.days == wanted
        taste = [f for f in document["facts"] if f["type"] == "date" and f.get("optional")]
        made = [m for m in made if not any(m.start < f["end"] and f["start"] < m.end for f in taste)]
        made_n += len(made)
    made_n += overlap
    both = max(1, gold_n + made_n)
    share = f"{right / known:.2f}" if known else "-"
    return f"{2 * overlap / both:.2f}", f"{2 * exact / both:.2f}", share, f"{spent:.1f}"


PROGRAMS = {"kzuz-extract": ours, "dateparser": dateparser, "natasha": natasha}


def compare(files: list[Path]) -> str:
    """Return the table, one line a file and a program; a program that is not installed is left out."""
    lines = [
        "| documents | program | overlap F1 | exact F1 | days right | seconds |",
        "|---|---|---|---|---|---|",
    ]
    for file in files:
        documents = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
        for name, start in PROGRAMS.items():
            if name == "natasha" and not has_natasha():
                continue
            lines.append(f"| {' | '.join((file.stem, name, *score(documents, start())))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    print(compare(parser.parse_args().gold))

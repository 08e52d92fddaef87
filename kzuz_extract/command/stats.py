"""What many documents speak of: the entities named most, the sums, and the days, as bars for a terminal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kzuz_extract import batch, crew
from kzuz_extract.facts import Date, Document, Money
from kzuz_extract.input import loading
from kzuz_extract.input.sources import Source, find
from kzuz_extract.output.clean import on_one_line
from kzuz_extract.output.values import number, several
from kzuz_extract.problems import Failure

_NAMED = ("person", "organization", "location")
_OF_FACTS = (".json", ".jsonl")
_BAR = "█"
_LONGEST_NAME = 40


class Stats:
    """Counts over documents; it keeps names and months, not documents."""

    def __init__(self) -> None:
        self.documents = 0
        self.facts: Counter[str] = Counter()
        self.names: dict[str, Counter[str]] = {type_: Counter() for type_ in _NAMED}
        self.sums: dict[str, list[Decimal]] = defaultdict(list)
        self.months: Counter[str] = Counter()

    def add(self, document: Document) -> None:
        """Count the facts of one document."""
        self.documents += 1
        self.facts.update(fact.type for fact in document.facts)
        for entity in document.entities:
            if entity.name:
                self.names[entity.type][on_one_line(entity.name)] += len(entity.mentions)
        for fact in document.facts:
            if isinstance(fact, Money) and fact.amount is not None:
                self.sums[fact.currency].append(fact.amount)
            elif (
                isinstance(fact, Date)
                and fact.start_date
                and fact.granularity in ("time", "day", "week", "month")
            ):
                self.months[fact.start_date[:7]] += 1

    def lines(self, top: int, width: int) -> Iterator[str]:
        """Yield the report: the `top` most of everything, no line longer than `width`."""
        yield f"{several(self.facts.total(), 'fact')} in {several(self.documents, 'document')}"
        for type_, names in self.names.items():
            yield from _section(f"Mentions, {type_}", names.most_common(top), width)
        currencies = Counter({currency: len(amounts) for currency, amounts in self.sums.items()})
        rows = [
            (f"{currency}, largest {number(max(self.sums[currency]))}", count)
            for currency, count in currencies.most_common(top)
        ]
        yield from _section("Sums of money", rows, width)
        latest = sorted(month for month, _ in self.months.most_common(top))
        yield from _section("Days, by month", [(month, self.months[month]) for month in latest], width)


def documents(paths: Iterable[str], jobs: int) -> Iterator[Document | Failure]:
    """Yield the documents of news, extracted now, and of .json and .jsonl, extracted before."""
    with crew.chosen(jobs) as workers:
        for path in paths:
            if path.lower().endswith(_OF_FACTS):
                try:
                    yield from loading.printed_in(Source(path))
                except Failure as failure:
                    yield failure
            else:
                for result in batch.run(find([path]), batch.Job(), workers):
                    if isinstance(result, batch.Extracted):
                        yield result.document
                    elif isinstance(result, Failure):
                        yield result


def _section(title: str, rows: Iterable[tuple[str, int]], width: int) -> Iterator[str]:
    kept = [(name[: _LONGEST_NAME - 1] + "…" if len(name) > _LONGEST_NAME else name, n) for name, n in rows]
    if not kept:
        return
    yield ""
    yield title
    longest = max(len(name) for name, _ in kept)
    most = max(n for _, n in kept)
    digits = len(str(most))
    room = max(width - longest - digits - 4, 1)
    for name, n in kept:
        yield f"  {name:{longest}} {n:{digits}} {_BAR * max(n * room // most, 1)}"

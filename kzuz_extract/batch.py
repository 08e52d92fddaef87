"""Many inputs: sources in, documents or failures out, in order, here or on the cores of a crew of workers."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kzuz_extract import problems
from kzuz_extract.crew import Crew
from kzuz_extract.extractor import Extractor
from kzuz_extract.facts import AnyFact, Document, Money
from kzuz_extract.input.reading import Raw, Reading, texts_in
from kzuz_extract.input.sources import Source
from kzuz_extract.problems import Failure

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kzuz_extract.output import Encoder

_Result: TypeAlias = "Document | Encoded | Failure"
_CHARACTERS_A_TASK = 10_000  # a few articles: at the end of a run no worker waits long for another
_CHARACTERS_WAITING = 150_000  # for each worker


class Extracted(NamedTuple):
    """A document, the text that its offsets count in, and the encoding that the text was written in."""

    document: Document
    text: str
    encoding: str


class About(NamedTuple):
    """What is told of a document on standard error."""

    source: str | None
    facts: int
    characters: int
    encoding: str
    reference_date: str | None

    def __str__(self) -> str:
        name = problems.one_line(self.source or "standard input")
        day = f", published {self.reference_date}" if self.reference_date else ""
        return f"{name}: {self.facts} facts in {self.characters} characters of {self.encoding}{day}"


class Encoded(NamedTuple):
    """A document as its format writes it, made by a worker, and what is told of it."""

    written: str
    about: About


class Job(NamedTuple):
    """What is the same for every document of a run.

    reference_date  day of publication, for all; without one that of the row, the page or the header.
    types, kinds    which facts are kept; None keeps all.
    minimum         the least sum or count that is kept; None keeps all.
    encoder         makes what is written of a document where a worker of a crew has found its facts, so that
                    neither they nor the work of writing come back; None brings the document back.
    """

    reading: Reading = Reading()
    reference_date: date | None = None
    types: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    minimum: float | None = None
    encoder: Encoder | None = None

    def wants(self, fact: AnyFact) -> bool:
        """Tell whether a fact is kept."""
        if self.types is not None and fact.type not in self.types:
            return False
        if self.kinds is not None and getattr(fact, "kind", None) not in self.kinds:
            return False
        if self.minimum is None:
            return True
        numbers = (getattr(fact, name, None) for name in ("amount", "value", "max", "min"))
        return any(isinstance(n, Decimal) and n >= self.minimum for n in numbers)


def run(
    sources: Iterable[Source | Failure],
    job: Job,
    crew: Crew | None = None,
    finished: Mapping[str | None, int] | None = None,
) -> Iterator[Extracted | Encoded | Failure]:
    """Yield, for each text of the sources in its order, what was extracted from it or why it failed.

    A crew does the work elsewhere; without one it is done here. `finished` counts the texts, by name, that an
    earlier run is done with; they are left out.
    """
    raws = _left((raw for source in sources for raw in _read(source, job.reading)), Counter(finished))
    if crew is None:
        for raw in raws:
            yield raw if isinstance(raw, Failure) else one(raw, job)
    else:
        yield from _by_crew(raws, job, crew)


def _read(source: Source | Failure, reading: Reading) -> Iterable[Raw | Failure]:
    return (source,) if isinstance(source, Failure) else texts_in(source, reading)


def _left(raws: Iterable[Raw | Failure], finished: Counter[str | None]) -> Iterator[Raw | Failure]:
    for raw in raws:
        if finished[raw.source]:
            finished[raw.source] -= 1
        else:
            yield raw


def _by_crew(raws: Iterable[Raw | Failure], job: Job, crew: Crew) -> Iterator[Extracted | Encoded | Failure]:
    """Give out a few documents a task; a bounded number of characters waits, and answers come in order."""
    waiting: deque[_Task] = deque()
    held = 0
    for raws_, size in _parts(raws):
        waiting.append(_Task(raws_, size, crew.executor.submit(_results, raws_, job)))
        held += size
        while held > crew.size * _CHARACTERS_WAITING and len(waiting) > crew.size:
            held -= waiting[0].size
            yield from _answered(waiting.popleft())
    while waiting:
        yield from _answered(waiting.popleft())


class _Task(NamedTuple):
    raws: list[Raw | Failure]
    size: int
    future: Future[list[_Result]]


def _parts(raws: Iterable[Raw | Failure]) -> Iterator[tuple[list[Raw | Failure], int]]:
    """Yield the documents of one task after the other, with their characters."""
    part: list[Raw | Failure] = []
    size = 0
    for raw in raws:
        part.append(raw)
        size += 0 if isinstance(raw, Failure) else len(raw.text)
        if size >= _CHARACTERS_A_TASK:
            yield part, size
            part, size = [], 0
    if part:
        yield part, size


def _results(raws: list[Raw | Failure], job: Job) -> list[_Result]:
    return [raw if isinstance(raw, Failure) else _result(raw, job) for raw in raws]


def _result(raw: Raw, job: Job) -> _Result:
    found = one(raw, job)
    if isinstance(found, Failure):
        return found
    if job.encoder is None:
        return found.document
    return Encoded(job.encoder(found.document, found.text), about(found))


def _answered(task: _Task) -> Iterator[Extracted | Encoded | Failure]:
    try:
        results = task.future.result()
    except Exception as error:  # a task answers even for texts that fail, so it is its process that is gone
        first = next((raw.label for raw in task.raws if not isinstance(raw, Failure)), "documents")
        raise Failure(first, problems.KILLED_PROCESS) from error
    for raw, result in zip(task.raws, results, strict=True):
        if isinstance(result, Document) and isinstance(raw, Raw):
            yield Extracted(result, raw.text, raw.encoding)
        elif not isinstance(result, Document):
            yield result


def about(found: Extracted) -> About:
    """Return what is told of a document."""
    document, text, encoding = found
    return About(document.source, len(document.facts), len(text), encoding, document.reference_date)


def one(raw: Raw, job: Job) -> Extracted | Failure:
    """Extract from one text, here."""
    day = job.reference_date or raw.published
    try:
        document = Extractor().extract(raw.text, reference_date=day, source=raw.source)
    except Exception as error:  # a rule that fails on one text must not cost a run the others
        return Failure(raw.source or raw.label, problems.BROKEN_RULE, said=f"{type(error).__name__}: {error}")
    if job.reference_date is None and raw.published is not None:
        document = replace(document, reference_date_source=raw.published_source)
    return Extracted(only(document, job), raw.text, raw.encoding)


def failed(failure: Failure) -> Document:
    """Return the record of a document that failed: no facts, and the reason."""
    return Document(failure.source, None, None, None, (), (), error=failure.said)


def only(document: Document, job: Job) -> Document:
    """Return the document with the facts that the job wants; nothing in it names a fact that is left out."""
    if job.types is None and job.kinds is None and job.minimum is None:
        return document
    wanted = [fact for fact in document.facts if job.wants(fact)]
    kept = {fact.id for fact in wanted}
    facts = tuple(
        replace(fact, equivalent=None)
        if isinstance(fact, Money) and fact.equivalent is not None and fact.equivalent not in kept
        else fact
        for fact in wanted
    )
    entities = (
        replace(entity, mentions=tuple(mention for mention in entity.mentions if mention in kept))
        for entity in document.entities
    )
    return replace(document, facts=facts, entities=tuple(entity for entity in entities if entity.mentions))

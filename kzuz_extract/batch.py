"""Many inputs: sources in, documents or failures out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kzuz_extract import problems
from kzuz_extract.extractor import Extractor
from kzuz_extract.facts import Document
from kzuz_extract.inputs import Source
from kzuz_extract.problems import Failure
from kzuz_extract.text.decode import DecodeError, decode


class Extracted(NamedTuple):
    """A document, the text that its offsets count in, and the encoding that the text was written in."""

    document: Document
    text: str
    encoding: str


class Job(NamedTuple):
    """What is the same for every document of a run; `types` of None keeps all."""

    reference_date: date | None = None
    types: frozenset[str] | None = None
    encoding: str | None = None


def run(sources: Iterable[Source | Failure], job: Job) -> Iterator[Extracted | Failure]:
    """Yield, for each source in its order, what was extracted from it or why it could not be read."""
    extractor = Extractor()
    for source in sources:
        try:
            yield source if isinstance(source, Failure) else _one(extractor, source, job)
        except Failure as failure:
            yield failure


def _one(extractor: Extractor, source: Source, job: Job) -> Extracted:
    try:
        text, encoding = decode(source.read(), job.encoding)
    except DecodeError as error:
        raise Failure(source.label, error.problem, **error.details) from error
    try:
        document = extractor.extract(text, reference_date=job.reference_date, source=source.name)
    except Exception as error:  # a rule that fails on one text must not cost a run the others
        raise Failure(source.label, problems.BROKEN_RULE, said=f"{type(error).__name__}: {error}") from error
    return Extracted(document if job.types is None else only(document, job.types), text, encoding)


def only(document: Document, types: frozenset[str]) -> Document:
    """Return the document with the facts and entities of these types alone."""
    facts = tuple(fact for fact in document.facts if fact.type in types)
    entities = tuple(entity for entity in document.entities if entity.type in types)
    return replace(document, facts=facts, entities=entities)

"""One run of the command: documents in, output and messages out, an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from enum import IntEnum
from typing import NamedTuple

from kzuz_extract import batch, crew, problems
from kzuz_extract.batch import Extracted, Job
from kzuz_extract.command import progress
from kzuz_extract.command.environment import abandon_standard_output
from kzuz_extract.command.exits import Exit
from kzuz_extract.command.progress import Step
from kzuz_extract.input import sources
from kzuz_extract.input.sources import Source
from kzuz_extract.output import FORMATS, Encoder, Offsets, PuttingWriter, Style, target, writer_of
from kzuz_extract.output.offsets import counted_in
from kzuz_extract.problems import Failure


class Loudness(IntEnum):
    """What is said on standard error: nothing, what failed, or also what was read."""

    QUIET = 0
    FAILURES = 1
    EVERYTHING = 2


class Request(NamedTuple):
    """What a run was asked for, checked; `output` of None is standard output.

    scheduler  address of a Dask cluster that does the work; None is this machine.
    has_bar    a person waits at a terminal on which nothing else is written.
    """

    paths: tuple[str, ...]
    job: Job
    format: str
    search: sources.Search = sources.Search()
    is_list: bool = False
    jobs: int = 1
    scheduler: str | None = None
    output: str | None = None
    force: bool = False
    resume: bool = False
    style: Style = Style()
    offsets: Offsets = Offsets.CODEPOINT
    loudness: Loudness = Loudness.FAILURES
    has_bar: bool = False

    def tell(self, message: object, loudness: Loudness = Loudness.FAILURES) -> None:
        """Say one line on standard error, if the run is that loud."""
        if self.loudness >= loudness:
            problems.tell(message)


def perform(request: Request) -> Exit:
    """Extract, write, and tell what failed; a reader that closes the pipe ends the run quietly."""
    try:
        return _write(request)
    except Failure as failure:
        request.tell(failure)
        return Exit.SOME_INPUT_FAILED
    except BrokenPipeError:
        abandon_standard_output()
        return Exit.OK
    except KeyboardInterrupt:
        growing = request.output and target.growing(FORMATS[request.format].place, request.output)
        request.tell(f"interrupted ({growing} has what is finished)" if growing else "interrupted")
        return Exit.INTERRUPTED


def _write(request: Request) -> Exit:
    """Write every document as soon as it is there."""
    single = not request.is_list and sources.are_one_document(request.paths, request.search)
    found: Iterable[Source | Failure] = sources.find(request.paths, request.search)
    if request.has_bar and not single:
        found = list(found)
    place = FORMATS[request.format].place
    done, style = None, request.style._replace(single=single)
    if request.resume and request.output is not None:
        from kzuz_extract.resume import finished

        growing = target.growing(place, request.output)
        done = finished(request.format, growing)
        style = style._replace(resumed=target.holds_something(growing))
    code = Exit.OK
    with (
        target.opened(place, request.output, force=request.force, resume=request.resume) as opened,
        _progress(request, found) as step,
        crew.chosen(1 if single else request.jobs, request.scheduler) as workers,
    ):
        writer = writer_of(request.format, opened, style)
        job, put = request.job, None
        if isinstance(writer, PuttingWriter):
            job, put = job._replace(encoder=Encoder(request.format, style, request.offsets)), writer.put
        for result in batch.run(found, job, workers, done):
            if isinstance(result, Failure):
                request.tell(result)
                code = Exit.SOME_INPUT_FAILED
                if FORMATS[request.format].has_errors:
                    writer.write(batch.failed(result), "")
            elif isinstance(result, Extracted):
                writer.write(counted_in(request.offsets, result.document, result.text), result.text)
                request.tell(batch.about(result), Loudness.EVERYTHING)
            elif put is not None:
                put([result.written])
                request.tell(result.about, Loudness.EVERYTHING)
            step(isinstance(result, Failure))
        writer.close()
    return code


def _progress(request: Request, found: Iterable[Source | Failure]) -> AbstractContextManager[Step]:
    """Choose how progress is told; the whole is known where every source is one document."""
    if request.loudness is Loudness.QUIET:
        return progress.nothing()
    if not isinstance(found, list):
        return progress.lines()
    tables = any(isinstance(source, Source) and source.kind not in ("text", "html") for source in found)
    return progress.bar(None if tables else len(found))

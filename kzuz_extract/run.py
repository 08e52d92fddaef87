"""One run of the command: documents in, output and messages out, an exit code."""

from __future__ import annotations

from typing import NamedTuple

from kzuz_extract import batch, inputs
from kzuz_extract.batch import Job
from kzuz_extract.exits import Exit
from kzuz_extract.output import Style, target, writer_of
from kzuz_extract.problems import Failure, tell


class Request(NamedTuple):
    """What a run was asked for, checked; `output` of None is standard output."""

    paths: tuple[str, ...]
    job: Job
    format: str
    output: str | None = None
    force: bool = False
    colored: bool = False


def perform(request: Request) -> Exit:
    """Extract, write, and tell what failed; a reader that closes the pipe ends the run quietly."""
    try:
        return _write(request)
    except Failure as failure:
        tell(failure)
        return Exit.SOME_INPUT_FAILED
    except BrokenPipeError:
        target.abandon_standard_output()
        return Exit.OK
    except KeyboardInterrupt:
        growing = request.output and target.unfinished(request.output)
        tell(f"interrupted ({growing} has what is finished)" if growing else "interrupted")
        return Exit.INTERRUPTED


def _write(request: Request) -> Exit:
    results = batch.run(inputs.find(request.paths), request.job)
    style = Style(single=inputs.are_one_document(request.paths), colored=request.colored)
    code = Exit.OK
    with target.opened(request.output, force=request.force) as stream:
        writer = writer_of(request.format, stream, style)
        for result in results:
            if isinstance(result, Failure):
                tell(result)
                code = Exit.SOME_INPUT_FAILED
            else:
                writer.write(result.document, result.text)
        writer.close()
    return code


__all__ = ["Job", "Request", "perform"]

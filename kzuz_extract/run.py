"""One run of the command: documents in, output and messages out, an exit code."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from kzuz_extract import batch, inputs, problems
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
        hush()
        return Exit.OK


def hush() -> None:
    """Let the interpreter's last flush go nowhere: nobody reads standard output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(request: Request) -> Exit:
    if request.output is None and sys.stdout is None:
        raise Failure("standard output", problems.NO_STDOUT)
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
        stream.flush()
    return code


__all__ = ["Job", "Request", "perform"]

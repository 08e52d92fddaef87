"""Where output goes: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kzuz_extract import problems
from kzuz_extract.problems import Failure

_UNFINISHED = ".partial"


@contextmanager
def opened(path: str | None, *, force: bool = False) -> Iterator[TextIO]:
    """Open standard output, or `path` by way of `path.partial`, renamed when the block ends without an error.

    A file that holds something is overwritten only with `force`. Devices and named pipes are written to
    directly.
    Raises Failure where the file cannot be written.
    """
    try:
        if path is None:
            yield _standard_output()
            sys.stdout.flush()
            return
        _refuse(Path(path), force)
        place = unfinished(path)
        with open(place, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        if place != path:
            os.replace(place, path)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def unfinished(path: str) -> str:
    """Return where the output for `path` grows: beside it, or, for a device, in its place."""
    return path if os.path.exists(path) and not os.path.isfile(path) else path + _UNFINISHED


def abandon_standard_output() -> None:
    """Let the interpreter's last flush go nowhere: nobody reads standard output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise Failure("standard output", problems.NO_STDOUT)
    return sys.stdout


def _refuse(path: Path, force: bool) -> None:
    """Raise Failure where writing would go wrong or destroy something."""
    if path.is_dir():
        raise Failure(str(path), problems.OUTPUT_IS_FOLDER)
    if not path.parent.is_dir():
        raise Failure(str(path), problems.NO_OUTPUT_FOLDER)
    if path.is_file() and path.stat().st_size and not force:
        raise Failure(str(path), problems.EXISTS)


def _unwritable(path: str | None, error: OSError) -> Failure:
    if path is None:
        abandon_standard_output()
    name = path or "standard output"
    known = problems.of_error(name, error)
    return Failure(name, problems.UNWRITABLE, said=known.problem.reason.format(**known.details))

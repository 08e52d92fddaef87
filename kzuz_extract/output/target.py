"""Where output goes: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

from kzuz_extract import problems
from kzuz_extract.command.environment import abandon_standard_output
from kzuz_extract.output import Place
from kzuz_extract.problems import Failure

_UNFINISHED = ".partial"


@contextmanager
def opened(
    place: Place, path: str | None, *, force: bool = False, resume: bool = False
) -> Iterator[TextIO | str]:
    """Yield what a writer is made with, and put the output in its place when the block ends without an error.

    A stream or file grows as `path.partial` and is renamed when it is whole; devices and named pipes are
    written to directly. What holds something is overwritten only with `force`; a database is appended to, a
    folder made. With `resume` a stream goes on behind what an earlier run left.
    Raises Failure where nothing can be written.
    """
    try:
        if path is None:
            yield _standard_output()
            sys.stdout.flush()
            return
        _refuse(Path(path), place, force=force, resume=resume)
        if place == "folder":
            os.makedirs(path, exist_ok=True)
        grows = growing(place, path)
        if place == "stream":
            with _grown(grows, resume) as stream:
                yield stream
        else:
            yield grows
        if grows != path:
            os.replace(grows, path)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def _grown(path: str, resume: bool) -> TextIO:
    mode: Literal["a", "w"] = "a" if resume else "w"
    return open(path, mode, encoding="utf-8", errors="backslashreplace", newline="")


def growing(place: Place, path: str) -> str:
    """Return where output grows: a stream or file beside its place, a database or folder in it."""
    return unfinished(path) if place in ("stream", "file") else path


def unfinished(path: str) -> str:
    """Return where a file grows: beside its place, or, for a device, there."""
    return path if os.path.exists(path) and not os.path.isfile(path) else path + _UNFINISHED


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise Failure("standard output", problems.NO_STDOUT)
    return sys.stdout


def _refuse(path: Path, place: Place, *, force: bool, resume: bool) -> None:
    """Raise Failure where writing would go wrong or destroy something."""
    if not path.parent.is_dir():
        raise Failure(str(path), problems.NO_OUTPUT_FOLDER)
    if place == "folder":
        if path.exists() and not path.is_dir():
            raise Failure(str(path), problems.OUTPUT_IS_FILE)
        if path.is_dir() and any(path.iterdir()) and not force:
            raise Failure(str(path), problems.EXISTS)
    elif path.is_dir():
        raise Failure(str(path), problems.OUTPUT_IS_FOLDER)
    elif place != "database" and holds_something(str(path)) and not force:
        raise Failure(str(path), problems.EXISTS)
    if place in ("stream", "file") and not (force or resume) and holds_something(unfinished(str(path))):
        raise Failure(str(path), problems.UNFINISHED, partial=unfinished(str(path)))


def holds_something(path: str) -> bool:
    """Tell whether there is a file that is not empty."""
    return os.path.isfile(path) and os.path.getsize(path) > 0


def _unwritable(path: str | None, error: OSError) -> Failure:
    if path is None:
        abandon_standard_output()
    name = path or "standard output"
    known = problems.of_error(name, error)
    return Failure(name, problems.UNWRITABLE, said=known.problem.reason.format(**known.details))

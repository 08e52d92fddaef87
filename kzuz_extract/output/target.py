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
    if path is None:
        yield sys.stdout
        return
    final = Path(path)
    try:
        _refuse(final, force)
        direct = final.exists() and not final.is_file()
        place = final if direct else final.with_name(final.name + _UNFINISHED)
        stream = place.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with stream:
            yield stream
        if place != final:
            os.replace(place, final)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def _refuse(path: Path, force: bool) -> None:
    """Raise Failure where writing would go wrong or destroy something."""
    if path.is_dir():
        raise Failure(str(path), problems.OUTPUT_IS_FOLDER)
    if not path.parent.is_dir():
        raise Failure(str(path), problems.NO_OUTPUT_FOLDER)
    if path.is_file() and path.stat().st_size and not force:
        raise Failure(str(path), problems.EXISTS)


def _unwritable(path: str, error: OSError) -> Failure:
    known = problems.of_error(path, error)
    return Failure(path, problems.UNWRITABLE, said=known.problem.reason.format(**known.details))

"""What can be wrong with an input or an output, and the way out of it: a table of the messages."""

from __future__ import annotations

import errno
import sys
from typing import NamedTuple


class Problem(NamedTuple):
    """A reason why a file cannot be read or written, and what to do about it."""

    reason: str
    remedy: str


MISSING = Problem("no such file or folder", "check the path")
FORBIDDEN = Problem("permission denied", "check who may use it")
EMPTY_FOLDER = Problem("no text in this folder", "files ending in {endings} are read; name others one by one")
BINARY = Problem("binary, not text", "give the text itself, in a file of its own")
UNKNOWN_ENCODING = Problem("encoding not recognized", "name it with --encoding, say cp1251")
WRONG_ENCODING = Problem(
    "not {encoding}: byte 0x{byte:02x} at offset {offset}", "name its encoding with --encoding"
)
BROKEN_RULE = Problem("a rule failed, {said}", "report it, with the text")
NO_OUTPUT_FOLDER = Problem("cannot be written, its folder does not exist", "make the folder first")
EXISTS = Problem("exists already", "overwrite it with --force, or name another file")
UNWRITABLE = Problem("cannot be written, {said}", "choose another place with --output")
NO_STDOUT = Problem("closed", "redirect it, or name a file with --output")
OUTPUT_IS_FOLDER = Problem("is a folder, not a file", "name a file to write to")
NO_SPACE = Problem("no space left", "make room and run again")

_BY_ERRNO = {
    errno.ENOENT: MISSING,
    errno.ENOTDIR: MISSING,
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: FORBIDDEN,
    errno.EISDIR: OUTPUT_IS_FOLDER,
    errno.ENOSPC: NO_SPACE,
}


class Failure(Exception):  # noqa: N818 - it is a result as well, one among those of a run
    """One input or output that failed: its message names the file, the reason and the way out."""

    def __init__(self, source: str, problem: Problem, **details: object) -> None:
        super().__init__(source, problem, details)
        self.source = source
        self.problem = problem
        self.details = details

    def __str__(self) -> str:
        reason = self.problem.reason.format(**self.details)
        return f"{one_line(self.source)}: {reason} ({self.problem.remedy.format(**self.details)})"

    def __reduce__(self) -> tuple[object, ...]:
        return _failure, (self.source, self.problem, self.details)


def _failure(source: str, problem: Problem, details: dict[str, object]) -> Failure:
    return Failure(source, problem, **details)


def of_error(source: str, error: OSError) -> Failure:
    """Say what the operating system refused in our words, or in its own where we have none."""
    problem = _BY_ERRNO.get(error.errno or 0)
    if problem is None:
        problem = Problem("{said}", "the system refused it")
    return Failure(source, problem, said=(error.strerror or type(error).__name__).lower())


def one_line(name: str) -> str:
    r"""Return a path that breaks no line and moves no cursor: control characters are written as escapes.

    >>> one_line("новости\n1.txt")
    'новости\\n1.txt'
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def tell(message: object) -> None:
    """Say one line on standard error."""
    if sys.stderr is not None:
        print(f"kzuz-extract: {message}", file=sys.stderr, flush=True)

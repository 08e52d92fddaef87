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
EMPTY_FOLDER = Problem("no text in this folder", "looked for {looked_for}; choose others with --glob")
BINARY = Problem("binary, not text", "give the text itself, in a file of its own")
UNKNOWN_ENCODING = Problem("encoding not recognized", "name it with --encoding, say cp1251")
WRONG_ENCODING = Problem(
    "not {encoding}: byte 0x{byte:02x} at offset {offset}", "name its encoding with --encoding"
)
WRONG_ENCODING_BELOW = Problem(
    "not {encoding} from here on: byte 0x{byte:02x}", "name its encoding with --encoding"
)
BAD_GZIP = Problem("not gzip, or cut short", "unpack it, or take away its ending .gz")
BAD_JSON = Problem("not a JSON object", "give one object a line")
BAD_CSV = Problem("not CSV", "mend its quotes")
BAD_PARQUET = Problem("not Parquet, or cut short", "write it anew")
NO_COLUMN = Problem("no text in column {column!r}", "name another with --text-column")
BAD_DAY = Problem("no day in column {column!r}, {said!r}", "write 2025-11-15, or leave it empty")
NO_FACTS = Problem("holds no documents of this tool", "make it with --format json or jsonl")
BROKEN_RULE = Problem("a rule failed, {said}", "report it, with the text")
NO_OUTPUT_FOLDER = Problem("cannot be written, its folder does not exist", "make the folder first")
EXISTS = Problem("exists already", "overwrite it with --force, or name another file")
UNFINISHED = Problem("an earlier run left {partial}", "go on with --resume, or start anew with --force")
KILLED_PROCESS = Problem(
    "a process was killed at this document or near it", "perhaps for want of memory: fewer --jobs"
)
NO_SCHEDULER = Problem("no Dask scheduler answers", "start one: dask scheduler; see kzuz-extract help scale")
NO_WORKERS = Problem("the scheduler has no workers", "start some: dask worker {scheduler} --nthreads 1")
OTHER_VERSION = Problem(
    "worker {worker} has kzuz-extract {said}, not {ours}", "install the same version on all machines"
)
BAD_PARTIAL = Problem("holds no documents of this format", "take it away, or start anew with --force")
UNWRITABLE = Problem("cannot be written, {said}", "choose another place with --output")
NO_STDIN = Problem("closed", "give a path, or feed it through a pipe")
NO_STDOUT = Problem("closed", "redirect it, or name a file with --output")
OUTPUT_IS_FOLDER = Problem("is a folder, not a file", "name a file to write to")
OUTPUT_IS_FILE = Problem("is a file, not a folder", "name a folder to write to")
NOT_A_DATABASE = Problem("cannot be written as SQLite, {said}", "name a new file or a database of this tool")
NEEDS_EXTRA = Problem("needs a package that is not installed", "pip install 'kzuz-extract[{extra}]'")
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

    @property
    def said(self) -> str:
        """The reason and the way out, without the name."""
        reason = self.problem.reason.format(**self.details)
        return f"{reason} ({self.problem.remedy.format(**self.details)})"

    def __str__(self) -> str:
        return f"{one_line(self.source)}: {self.said}"

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

"""What the process is connected to: terminals or pipes, and what the user's variables ask of colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import IO, Any, NamedTuple


class Color(StrEnum):
    """When to colour: on a terminal, always, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Environment(NamedTuple):
    """The streams and variables of one run; `stdin_is_fed` where standard input is open and no keyboard."""

    stdin_is_fed: bool
    stdout_is_terminal: bool
    stderr_is_terminal: bool
    variables: Mapping[str, str]

    @property
    def default_format(self) -> str:
        """A person gets the rich view, a pipe gets JSON."""
        return "table" if self.stdout_is_terminal else "json"

    def is_colored(self, choice: Color) -> bool:
        """Decide on colour: by `--color`, NO_COLOR, FORCE_COLOR, and whether a terminal that can is there."""
        if choice is not Color.AUTO:
            return choice is Color.ALWAYS
        if self.variables.get("NO_COLOR"):
            return False
        if self.variables.get("FORCE_COLOR"):
            return True
        return self.stdout_is_terminal and self.variables.get("TERM") != "dumb"


def current() -> Environment:
    """Look at the streams of this process; one that is closed is no terminal."""
    return Environment(
        stdin_is_fed=sys.stdin is not None and not sys.stdin.isatty(),
        stdout_is_terminal=_is_terminal(sys.stdout),
        stderr_is_terminal=_is_terminal(sys.stderr),
        variables=os.environ,
    )


def words_to_complete() -> list[str]:
    """Return the words behind the command's name that a shell wants completed; none outside of completion."""
    if "_KZUZ_EXTRACT_COMPLETE" not in os.environ:
        return []
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    return line.split()[1:]


def speak_utf8() -> None:
    """Make the output UTF-8 whatever the locale, its lines ended by LF, a lone surrogate written escaped."""
    for stream, newline in ((sys.stdout, "\n"), (sys.stderr, None)):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)


def abandon_standard_output() -> None:
    """Let the interpreter's last flush go nowhere: nobody reads standard output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_terminal(stream: IO[Any] | None) -> bool:
    return stream is not None and stream.isatty()

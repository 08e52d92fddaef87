"""The topics of `kzuz-extract help` that are made from the program: the command line and the errors.

`python -m kzuz_extract.manual` builds them anew after a change of an option or a message.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kzuz_extract import problems
from kzuz_extract.cli import COMMANDS
from kzuz_extract.problems import Problem

_BLANK = re.compile(r"\{[^}]*\}")
DOCS = Path(__file__).with_name("docs")


def pages() -> dict[str, str]:
    """Return the built topics by the names of their files."""
    return {"cli.md": _command_line(), "errors.md": _errors()}


def _command_line() -> str:
    parts = ["# The command line\n"]
    for command in ("", *COMMANDS):
        title = f"kzuz-extract {command}".strip()
        parts.append(f"## {title}\n\n```\n{_help_of(command)}```\n")
    return "\n".join(parts)


def _help_of(command: str) -> str:
    words = [sys.executable, "-m", "kzuz_extract", *filter(None, [command]), "--help"]
    done = subprocess.run(
        words, capture_output=True, check=True, encoding="utf-8", env={**os.environ, "COLUMNS": "80"}
    )
    return done.stdout


def _errors() -> str:
    table = [found for found in vars(problems).values() if isinstance(found, Problem)]
    rows = "\n".join(
        f"| {_BLANK.sub('…', found.reason)} | {_BLANK.sub('…', found.remedy)} |" for found in table
    )
    return (
        "# Errors\n\n"
        "A message is one line on standard error: `kzuz-extract: PATH: reason (what to do)`. What failed\n"
        "does not stop the others. Exit codes: 0 all read, 1 some input failed, 2 wrong usage, 130\n"
        "interrupted.\n\n"
        f"| reason | what to do |\n|---|---|\n{rows}\n"
    )


if __name__ == "__main__":
    for name, page in pages().items():
        (DOCS / name).write_text(page, encoding="utf-8")

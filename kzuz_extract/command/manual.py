"""What of the documentation is made from the program: topics of help, the manual page, pictures.

`python -m kzuz_extract.command.manual` builds the pages anew after a change of an option or a message. The
pictures of a terminal in the README are made by `pytest tests/test_readme.py --update-golden`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kzuz_extract import __version__, problems
from kzuz_extract.command.options import COMMANDS
from kzuz_extract.problems import Problem

_PALETTE = "141414 c44234 84c87a eece68 4a5cbe de9cd2 7ac8e0 f8f8f6"  # black … white
_PAPERS = {"light": ((252, 252, 250), (32, 32, 30)), "dark": ((26, 26, 28), (228, 226, 220))}
_COLUMNS = 104
_FONT_FROM_ELSEWHERE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_BLANK = re.compile(r"\{[^}]*\}")
DOCS = Path(__file__).parents[1] / "docs"


def pages() -> dict[str, str]:
    """Return the built pages by the names of their files."""
    return {"cli.md": _command_line(), "errors.md": _errors(), "kzuz-extract.1": _manual_page()}


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


def _manual_page() -> str:
    """Return the page for man(1): the help of the command, its lines kept, dots and backslashes escaped."""
    lines = _help_of("").replace("\\", "\\e").replace("-", "\\-").splitlines()
    kept = "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)
    return (
        f'.TH KZUZ\\-EXTRACT 1 "" "kzuz\\-extract {__version__}"\n'
        ".SH NAME\n"
        "kzuz\\-extract \\- dates, money, counts and names out of Russian\\-language news\n"
        f".SH DESCRIPTION\n.nf\n{kept}\n.fi\n"
    )


def picture(article: str, paper: str) -> str:
    """Return, as SVG, what a light or dark terminal shows of a text."""
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    colors = [(c[0], c[1], c[2]) for c in map(bytes.fromhex, _PALETTE.split())]
    words = [sys.executable, "-m", "kzuz_extract", "--format", "table", "--color", "always"]
    shown = subprocess.run(
        words,
        input=article,
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": str(_COLUMNS)},
    ).stdout
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=_COLUMNS, file=nowhere)
        console.print(Text.from_ansi(shown))
        drawn = console.export_svg(
            title="kzuz-extract", theme=TerminalTheme(*_PAPERS[paper], colors), unique_id=f"kzuz-{paper}"
        )
    return _FONT_FROM_ELSEWHERE.sub("", drawn)


if __name__ == "__main__":
    for name, page in pages().items():
        (DOCS / name).write_text(page, encoding="utf-8")

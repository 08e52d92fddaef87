"""The options of the command, each with its help, in the order of `--help`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeAlias, TypeVar

import typer

from kzuz_extract.command.environment import Color
from kzuz_extract.command.version import version
from kzuz_extract.output import FORMATS, Offsets

_Value = TypeVar("_Value")
COMMANDS = ("rules", "schema", "stats", "help")


def read(option: str, reader: Callable[[str], _Value], text: str) -> _Value:
    """Read the value of an option; a wrong one is a wrong usage."""
    try:
        return reader(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def _show_version(wanted: bool) -> None:
    if wanted:
        print(version())
        raise typer.Exit


def _commands(begun: str) -> list[str]:
    """Complete a first word; where no command begins so, the shell completes names of files."""
    return [name for name in COMMANDS if begun and name.startswith(begun)]


def _types(begun: str) -> list[str]:
    """Complete the last of several types: after `money,d` comes `money,date`."""
    from kzuz_extract.facts import FACT_CLASSES

    before, comma, last = begun.rpartition(",")
    return [before + comma + name for name in FACT_CLASSES if name.startswith(last)]


Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS",
        help="Files, folders, or - for standard input.",
        show_default=False,
        autocompletion=_commands,
    ),
]
Format: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        autocompletion=lambda: list(FORMATS),
        help=f"{', '.join(FORMATS)}. By itself: what the ending of --output says, else table on a terminal,"
        " json in a pipe.",
    ),
]
Output: TypeAlias = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, which appears when it is whole."),
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Let --output overwrite a file.")]
Resume: TypeAlias = Annotated[
    bool, typer.Option("--resume", help="Go on with what a run that was stopped left.")
]
Date: TypeAlias = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="DATE", help="Day of publication, if not the one in the header."),
]
Types: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--types", "-t", metavar="TYPES", help="Only these types: money,date.", autocompletion=_types
    ),
]
Kinds: TypeAlias = Annotated[
    str | None, typer.Option("--kinds", metavar="KINDS", help="Only these kinds: percent,country.")
]
Minimum: TypeAlias = Annotated[
    float | None, typer.Option("--min", metavar="NUMBER", help="Only sums and counts of at least NUMBER.")
]
Explain: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--explain", help="Show, below the table, the rule of each fact and the evidence for names."
    ),
]
Encoding: TypeAlias = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="Encoding of the input, if detection is wrong.")
]
Glob: TypeAlias = Annotated[
    str | None, typer.Option("--glob", metavar="PATTERN", help="Which files of folders to read: '*.text'.")
]
FilesFrom: TypeAlias = Annotated[
    str | None,
    typer.Option("--files-from", metavar="FILE", help="Read paths from FILE, one a line."),
]
Null: TypeAlias = Annotated[
    bool, typer.Option("--null", "-0", help="Paths of --files-from end in NUL, as find -print0 writes them.")
]
TextColumn: TypeAlias = Annotated[
    str | None,
    typer.Option("--text-column", metavar="NAME", help="Column of the text in .jsonl, .csv, or a pipe."),
]
DateColumn: TypeAlias = Annotated[
    str | None, typer.Option("--date-column", metavar="NAME", help="Column of the day of publication.")
]
IdColumn: TypeAlias = Annotated[
    str | None, typer.Option("--id-column", metavar="NAME", help="Column of the document's name.")
]
Offset: TypeAlias = Annotated[Offsets, typer.Option("--offsets", help="What start and end count.")]
Excel: TypeAlias = Annotated[bool, typer.Option("--excel", help="CSV with BOM, semicolons, decimal commas.")]
RawCells: TypeAlias = Annotated[
    bool, typer.Option("--raw", help="CSV without apostrophes before =, +, -, @.")
]
Jobs: TypeAlias = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help="Processes; 0 is one a core.  [default: 1]",
        show_default=False,
    ),
]
Scheduler: TypeAlias = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="URL", help="Dask cluster that does the work: tcp://HOST:8786."),
]
Coloring: TypeAlias = Annotated[Color, typer.Option("--color", help="When to colour.")]
NoColor: TypeAlias = Annotated[bool, typer.Option("--no-color", help="The same as --color never.")]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="No messages; the exit code tells.")]
Verbose: TypeAlias = Annotated[bool, typer.Option("--verbose", "-v", help="A message for each document.")]
Version: TypeAlias = Annotated[
    bool,
    typer.Option("--version", "-V", callback=_show_version, is_eager=True, help="Show the version."),
]

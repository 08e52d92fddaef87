"""The command line: arguments in, exit code out. It decides nothing about facts.

Only Typer is imported here at the start; what a run needs comes when its arguments have been understood.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer
from typer.exceptions import TyperException

from kzuz_extract import __version__, arguments, environment
from kzuz_extract.environment import Color
from kzuz_extract.exits import Exit
from kzuz_extract.output import FORMATS, format_of
from kzuz_extract.problems import tell

_Value = TypeVar("_Value")

_EXAMPLES = """\b
Examples:
  kzuz-extract article.txt                      look at an article and its facts
  kzuz-extract article.txt | jq '.facts[]'      JSON, as soon as output is not a terminal
  kzuz-extract news/ -f jsonl -o facts.jsonl    a folder, one document a line
  kzuz-extract news/ -t money,date -f csv       sums and dates alone, one a row
  curl -s URL | kzuz-extract - -d 2025-11-15    standard input, published on that day

\b
Exit codes: 0 all read, 1 some input failed, 2 wrong usage, 130 interrupted.
"""

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main(arguments_: list[str]) -> Exit:
    """Run the command with its arguments; a wrong usage is one line on standard error."""
    try:
        code = app(arguments_, prog_name="kzuz-extract", standalone_mode=False)
    except TyperException as error:
        tell(f"{error.format_message().rstrip('.')} (see kzuz-extract --help)")
        return Exit.USAGE
    return Exit(code or 0)


def _read(option: str, reader: Callable[[str], _Value], text: str) -> _Value:
    try:
        return reader(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def _format(name: str | None, output: str | None, default: str) -> str:
    """Choose the format: named, or by the ending of the output file, or by who looks on."""
    if name is None:
        return (format_of(output) or "json") if output else default
    return _read("--format", arguments.one_of(FORMATS, "format"), name)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"kzuz-extract {__version__}")
        raise typer.Exit


@app.command(epilog=_EXAMPLES)
def extract(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]...", help="Files, folders, or - for standard input.", show_default=False
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            help="How to write: table on a terminal, json otherwise, unless the ending of --output says.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; it appears when it is whole."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let --output overwrite a file.")] = False,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", "-d", metavar="DATE", help="Day of publication, if not the one in the header."
        ),
    ] = None,
    types: Annotated[
        str | None,
        typer.Option("--types", "-t", metavar="TYPES", help="Only these types, with commas: money,date."),
    ] = None,
    encoding: Annotated[
        str, typer.Option(metavar="NAME", help="Encoding of the input, if it is not to be found out.")
    ] = "auto",
    color: Annotated[Color, typer.Option(help="When to colour.")] = Color.AUTO,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", "-V", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> Exit:
    """Find dates, money, counts, persons, organizations and locations in Russian-language news."""
    around = environment.current()
    if not paths and not around.stdin_is_fed:
        typer.echo(context.get_help(), err=True)
        return Exit.USAGE
    day = None if date is None else _read("--date", arguments.day, date)
    wanted = None if types is None else _read("--types", arguments.types, types)
    codec = _read("--encoding", arguments.encoding, encoding)
    name = _format(format_, output, around.default_format)
    from kzuz_extract.run import Job, Request, perform

    return perform(
        Request(
            paths=tuple(paths or ["-"]),
            job=Job(reference_date=day, types=wanted, encoding=codec),
            format=name,
            output=output,
            force=force,
            colored=around.is_colored(color),
        )
    )

"""The command line: arguments in, exit code out. It decides nothing about facts.

Only Typer is imported here at the start; what a run needs comes when its arguments have been understood.
"""

from __future__ import annotations

import typer
from typer.exceptions import TyperException

from kzuz_extract.command import arguments, environment
from kzuz_extract.command import options as given
from kzuz_extract.command.environment import Color, abandon_standard_output
from kzuz_extract.command.exits import Exit
from kzuz_extract.command.quick import QuickCommand
from kzuz_extract.output import FORMATS, Offsets, Style, format_of
from kzuz_extract.problems import Failure, tell

_HELP = """Find dates, money, counts, persons, organizations and locations in Russian-language news.

\b
Examples:
  kzuz-extract article.txt                      look at an article and its facts
  kzuz-extract article.txt | jq '.facts[]'      JSON, as soon as output is not a terminal
  kzuz-extract news/ -f jsonl -o facts.jsonl    a folder, one document a line
  kzuz-extract news/ -t money,date -f csv       sums and dates alone, one a row
  curl -s URL | kzuz-extract - -d 2025-11-15    standard input, published on that day

\b
More commands: kzuz-extract rules, schema, stats, help TOPIC.
Exit codes: 0 all read, 1 some input failed, 2 wrong usage, 130 interrupted.
"""

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main(words: list[str]) -> Exit:
    """Run a command with its arguments; a wrong usage is one line on standard error."""
    try:
        if (words or environment.words_to_complete())[:1] in [[name] for name in given.COMMANDS]:
            from kzuz_extract.command import commands

            code = commands.app(words, prog_name="kzuz-extract", standalone_mode=False)
        else:
            code = app(words, prog_name="kzuz-extract", standalone_mode=False)
    except BrokenPipeError:
        abandon_standard_output()
        return Exit.OK
    except TyperException as error:
        tell(f"{error.format_message().rstrip('.')} (see kzuz-extract --help)")
        return Exit.USAGE
    except Failure as failure:
        tell(failure)
        return Exit.SOME_INPUT_FAILED
    return Exit(code or 0)


@app.command(help=_HELP, cls=QuickCommand)
def extract(
    context: typer.Context,
    paths: given.Paths = None,
    format_: given.Format = None,
    output: given.Output = None,
    force: given.Force = False,
    resume: given.Resume = False,
    date: given.Date = None,
    types: given.Types = None,
    kinds: given.Kinds = None,
    minimum: given.Minimum = None,
    explain: given.Explain = False,
    encoding: given.Encoding = "auto",
    glob: given.Glob = None,
    files_from: given.FilesFrom = None,
    null: given.Null = False,
    text_column: given.TextColumn = None,
    date_column: given.DateColumn = None,
    id_column: given.IdColumn = None,
    offsets: given.Offset = Offsets.CODEPOINT,
    excel: given.Excel = False,
    raw: given.RawCells = False,
    jobs: given.Jobs = 1,
    scheduler: given.Scheduler = None,
    color: given.Coloring = Color.AUTO,
    no_color: given.NoColor = False,
    quiet: given.Quiet = False,
    verbose: given.Verbose = False,
    version: given.Version = False,  # noqa: ARG001
) -> Exit:
    """Read the options, then run."""
    around = environment.current()
    if not paths and files_from is None and not around.stdin_is_fed:
        typer.echo(context.get_help(), err=True)
        return Exit.USAGE
    chosen = _format(format_, output, around.default_format)
    _check(chosen, output, offsets=offsets, csv_only=excel or raw, explain=explain, resume=resume)
    if scheduler is not None and jobs != 1:
        raise typer.BadParameter("the workers of --scheduler do the work", param_hint="--jobs")
    codec = given.read("--encoding", arguments.encoding, encoding)
    day = None if date is None else given.read("--date", arguments.day, date)
    kept_types = None if types is None else given.read("--types", arguments.types, types)
    kept_kinds = None if kinds is None else given.read("--kinds", arguments.kinds, kinds)
    from kzuz_extract.batch import Job
    from kzuz_extract.command import run
    from kzuz_extract.input import sources
    from kzuz_extract.input.reading import Columns, Reading

    columns = Columns(text_column or "text", date_column, id_column)
    named = tuple(paths or ())
    if files_from is not None:
        named += tuple(sources.listed(files_from, by_null=null))
    return run.perform(
        run.Request(
            paths=named if paths or files_from is not None else (sources.STDIN,),
            search=sources.Search(glob, text_column is not None, output),
            is_list=files_from is not None,
            job=Job(Reading(codec, columns), day, kept_types, kept_kinds, minimum),
            jobs=jobs,
            scheduler=scheduler,
            format=chosen,
            output=output,
            force=force,
            resume=resume,
            style=Style(
                colored=around.is_colored(Color.NEVER if no_color else color),
                excel=excel,
                raw=raw,
                explain=explain,
            ),
            offsets=offsets,
            has_bar=around.stderr_is_terminal and (output is not None or not around.stdout_is_terminal),
            loudness=run.Loudness.QUIET if quiet else run.Loudness(1 + verbose),
        )
    )


def _format(name: str | None, output: str | None, default: str) -> str:
    """Choose the format: named, or by the ending of the output file, or by who looks on."""
    if name is None:
        return (format_of(output) or "json") if output else default
    return given.read("--format", arguments.one_of(FORMATS, "format"), name)


def _check(
    name: str, output: str | None, *, offsets: Offsets, csv_only: bool, explain: bool, resume: bool
) -> None:
    """Refuse options that say nothing to the format."""
    chosen = FORMATS[name]
    if chosen.place != "stream" and output is None:
        raise typer.BadParameter(
            f"{name} needs a {chosen.place}: name it with --output", param_hint="--format"
        )
    if offsets is not Offsets.CODEPOINT and not chosen.has_offsets:
        raise typer.BadParameter(f"{name} tells no offsets to choose", param_hint="--offsets")
    if csv_only and name != "csv":
        raise typer.BadParameter(f"for --format csv, not {name}", param_hint="--excel, --raw")
    if resume and not (chosen.can_resume and output is not None):
        able = ", ".join(name for name, known in FORMATS.items() if known.can_resume)
        raise typer.BadParameter(f"for --output FILE of {able}", param_hint="--resume")
    if explain and name != "table":
        raise typer.BadParameter(f"for --format table, not {name}", param_hint="--explain")

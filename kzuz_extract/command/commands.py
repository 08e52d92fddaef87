"""The commands beside extraction: `rules`, `schema`, `stats` and `help`."""

from __future__ import annotations

from importlib.resources import files
from shutil import get_terminal_size
from typing import Annotated

import typer

from kzuz_extract.command import arguments
from kzuz_extract.command import options as given
from kzuz_extract.command.exits import Exit
from kzuz_extract.problems import Failure, tell

_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}
_ONE_LINE = 100

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP_OPTIONS,
    help="More commands of kzuz-extract; a file of such a name is read as ./rules.",
)


def _rules(begun: str) -> list[str]:
    from kzuz_extract import examples

    return [rule for rule in examples.by_rule() if rule.startswith(begun)]


def _topics(begun: str = "") -> list[str]:
    folder = files("kzuz_extract").joinpath("docs")
    names = (file.name.removesuffix(".md") for file in folder.iterdir() if file.name.endswith(".md"))
    return sorted(name for name in names if name.startswith(begun))


def _text_of(topic: str) -> str:
    return files("kzuz_extract").joinpath("docs", f"{topic}.md").read_text(encoding="utf-8")


@app.command()
def rules(
    name: Annotated[
        str | None,
        typer.Argument(
            help="A rule, a dimension, or a pattern with *.", show_default=False, autocompletion=_rules
        ),
    ] = None,
) -> Exit:
    """List the rules, or show all examples of those that NAME means: money, date.*, count.percent."""
    from kzuz_extract import examples

    if name is None:
        for rule, shown in examples.by_rule().items():
            print(f"{rule:36} {examples.shown(shown[0])[:_ONE_LINE]}")
        return Exit.OK
    found = examples.of_rules(name)
    if not found:
        given.read("NAME", arguments.one_of(tuple(examples.by_rule()), "rule"), name)
    for rule, shown in found.items():
        print(rule)
        for example in shown:
            print(f"  {examples.shown(example)}")
    return Exit.OK


@app.command()
def schema() -> Exit:
    """Print the JSON Schema of the output."""
    print(files("kzuz_extract").joinpath("schema.json").read_text(encoding="utf-8"), end="")
    return Exit.OK


@app.command()
def stats(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATHS", help="News, or files of facts.", show_default=False),
    ],
    top: Annotated[int, typer.Option("--top", min=1, metavar="N", help="How many of everything.")] = 10,
    jobs: given.Jobs = 1,
) -> Exit:
    """Show whom, which sums and which days many documents speak of.

    News are extracted; files of facts that were written before are counted as they are.
    """
    from kzuz_extract.command.stats import Stats, documents

    counted, code = Stats(), Exit.OK
    for result in documents(paths, jobs):
        if isinstance(result, Failure):
            tell(result)
            code = Exit.SOME_INPUT_FAILED
        else:
            counted.add(result)
    for line in counted.lines(top, get_terminal_size().columns):
        print(line)
    return code


@app.command("help")
def help_(
    topic: Annotated[
        str | None, typer.Argument(help="One of the topics.", show_default=False, autocompletion=_topics)
    ] = None,
) -> Exit:
    """Explain a topic; without one, list the topics."""
    topics = _topics()
    if topic is None:
        print("Topics, each read by kzuz-extract help TOPIC:")
        for name in topics:
            print(f"  {name:9} {_text_of(name).splitlines()[0].lstrip('# ')}")
        return Exit.OK
    print(_text_of(given.read("TOPIC", arguments.one_of(topics, "topic"), topic)), end="")
    return Exit.OK

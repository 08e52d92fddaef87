"""The command line: arguments in, exit code out. It decides nothing about facts."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kzuz_extract import batch, inputs
from kzuz_extract.exits import Exit

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def main(
    paths: Annotated[list[str] | None, typer.Argument()] = None,
    format: Annotated[str, typer.Option("--format", "-f")] = "json",
) -> None:
    """Extract facts from Russian news."""
    code = Exit.OK
    for result in batch.run(inputs.find(paths or ["-"]), batch.Job()):
        if isinstance(result, inputs.Failure):
            print(f"kzuz-extract: {result}", file=sys.stderr)
            code = Exit.SOME_INPUT_FAILED
        else:
            print(json.dumps(result.document.to_dict(), ensure_ascii=False, indent=1 if format == "json" else None))
    raise typer.Exit(code)

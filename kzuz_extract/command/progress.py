"""How far a run is, on standard error: a bar on a terminal, a line now and then where there is none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from kzuz_extract.problems import tell

Step: TypeAlias = Callable[[bool], None]
_SECONDS_BETWEEN_LINES = 30.0


@contextmanager
def bar(total: int | None) -> Iterator[Step]:
    """Show a bar; the step that is yielded is called for each document and told whether it failed."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[rate]:.0f}/s, {task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, rate=0.0, failed=0)
        started, failures, steps = time.monotonic(), 0, 0

        def step(failed: bool) -> None:
            nonlocal failures, steps
            failures, steps = failures + failed, steps + 1
            rate = steps / max(time.monotonic() - started, 1e-3)
            progress.update(task, advance=1, rate=rate, failed=failures)

        yield step


@contextmanager
def lines() -> Iterator[Step]:
    """Say a line every half minute; short runs say nothing."""
    started = said = time.monotonic()
    failures = steps = 0

    def step(failed: bool) -> None:
        nonlocal said, failures, steps
        failures, steps = failures + failed, steps + 1
        now = time.monotonic()
        if now - said >= _SECONDS_BETWEEN_LINES:
            said = now
            tell(f"{steps} documents, {steps / (now - started):.0f}/s, {failures} failed")

    yield step


@contextmanager
def nothing() -> Iterator[Step]:
    """Show nothing."""
    yield lambda failed: None  # noqa: ARG005

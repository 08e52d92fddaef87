"""What more processes win: the whole command over many articles with one and with several, in turns.

    python tests/benchmarks/jobs.py [ARTICLES.jsonl] [--jobs N] [--rounds N]

Without a file the articles are made, ever new. The median of the rounds counts, on the clock of the wall: the
machine should have nothing else to do, and a core for each process. The last line tells what the process
that reads and writes costs by itself, without which it would be the bound on a machine of many cores.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from made_news import article

_ARTICLES = 4_000
_LEAST = 0.85


def seconds(table: Path, jobs: int) -> float:
    """Run the command; return how long it takes."""
    command = [sys.executable, "-m", "kzuz_extract", str(table), "--jobs", str(jobs), "--format", "jsonl"]
    start = time.perf_counter()
    subprocess.run([*command, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def alone(table: Path, jobs: int) -> float:
    """Run the batch here; return the seconds of the processor that this process needs beside its workers."""
    from kzuz_extract import batch, crew
    from kzuz_extract.input.sources import Source
    from kzuz_extract.output import Encoder, Offsets, Style

    job = batch.Job(encoder=Encoder("jsonl", Style(), Offsets.CODEPOINT))
    with crew.chosen(jobs) as workers, Path(os.devnull).open("w", encoding="utf-8") as output:
        start = time.process_time()
        for result in batch.run([Source(str(table))], job, workers):
            if isinstance(result, batch.Encoded):
                output.write(result.written)
        return time.process_time() - start


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("table", nargs="?", type=Path, help="articles, one a line; made ones if none")
    parser.add_argument(
        "--jobs", type=int, default=len(os.sched_getaffinity(0)), help="one a core if not given"
    )
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        table = given.table or Path(folder, "made.jsonl")
        if given.table is None:
            rows = (json.dumps({"text": article(number)}, ensure_ascii=False) for number in range(_ARTICLES))
            table.write_text("\n".join(rows), encoding="utf-8")
        with table.open("rb") as lines:
            articles = sum(1 for _ in lines)
        turns = [(seconds(table, 1), seconds(table, given.jobs)) for _ in range(given.rounds)]
        one, several = (median(times) for times in zip(*turns, strict=True))
        ratio = one / several
        share = ratio / given.jobs
        verdict = "at least" if share >= _LEAST else "LESS than"
        print(f"{articles} articles, median of {given.rounds} rounds")
        print(f"1 process     {one:7.2f} s   {articles / one:7,.0f} articles/s")
        print(f"{given.jobs} processes   {several:7.2f} s   {articles / several:7,.0f} articles/s")
        print(f"{ratio:.2f} times as fast, {share:.2f} a process: {verdict} {_LEAST}")
        print(f"reading and writing: {alone(table, given.jobs) / articles * 1e6:,.0f} µs an article")


if __name__ == "__main__":
    main()

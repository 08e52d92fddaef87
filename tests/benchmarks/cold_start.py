"""How long one article takes from nothing, beside a Typer app that prints one line.

    python tests/benchmarks/cold_start.py [ARTICLE] [--rounds N] [--natasha PYTHON] [--pullenti PYTHON]

Each is a whole process, started as a user starts it, its output read through a pipe. They take turns, so that
a busy machine slows all alike, and a ratio is the median of the ratios of the rounds; CPU time tells more
than the clock where others work on the machine as well. PYTHON is an interpreter that has the other program.
All start from compiled bytecode, as installed programs do, whatever PYTHONDONTWRITEBYTECODE says.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

SAMPLES = Path(__file__).parent.parent.parent / "samples"
FLOOR = "Typer app of one line"
OURS = "kzuz-extract to JSON"
TYPER_APP = """
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    print("one line")


app()
"""
NATASHA = """
import inspect, sys
from collections import namedtuple
if not hasattr(inspect, "getargspec"):  # pymorphy2 on Python 3.11
    spec = namedtuple("spec", "args varargs keywords defaults")
    inspect.getargspec = lambda f: spec(*inspect.getfullargspec(f)[:4])
from natasha import DatesExtractor, Doc, MoneyExtractor, MorphVocab, NewsEmbedding, NewsNERTagger, Segmenter
text, vocab = open(sys.argv[1], encoding="utf-8").read(), MorphVocab()
doc = Doc(text)
doc.segment(Segmenter())
doc.tag_ner(NewsNERTagger(NewsEmbedding()))
print(doc.spans, list(DatesExtractor(vocab)(text)), list(MoneyExtractor(vocab)(text)))
"""
PULLENTI = """
import sys
from pullenti.ner.ProcessorService import ProcessorService
from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
from pullenti.Sdk import Sdk
Sdk.initialize_all()
text = open(sys.argv[1], encoding="utf-8").read()
print(*ProcessorService.create_processor().process(SourceOfAnalysis(text), None, None).entities)
"""


class Run(NamedTuple):
    """What one process took, in seconds."""

    cpu: float
    wall: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Start a process, read what it writes, and wait for its end."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout
        process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed: {' '.join(command[1:])[:200]}")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start)


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> str:
    """Return a table of commands, which take turns; the first is what the others are compared with."""
    with tempfile.TemporaryDirectory() as bytecode:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**kept, "PYTHONPYCACHEPREFIX": bytecode}
        for command in commands.values():
            run(command, environment)  # compiles, and brings the files into memory
        turns = [
            {name: run(command, environment) for name, command in commands.items()} for _ in range(rounds)
        ]
    floor = next(iter(commands))
    lines = [f"{'median of ' + str(rounds) + ' rounds':24}   CPU ms  ratio    clock ms  ratio"]
    for name in commands:
        cells = []
        for measured in (0, 1):
            times = [turn[name][measured] for turn in turns]
            ratios = [turn[name][measured] / turn[floor][measured] for turn in turns]
            cells.append(f"{median(times) * 1000:8.0f}  {median(ratios):5.2f}")
        lines.append(f"{name:24} {'    '.join(cells)}")
    return "\n".join(lines)


def commands_for(
    article: Path, typer_app: Path, peers: Mapping[str, tuple[str, str]]
) -> dict[str, Sequence[str]]:
    """Return what is compared, by name; `peers` have an interpreter and a program for it."""
    return {
        FLOOR: (sys.executable, str(typer_app)),
        OURS: (sys.executable, "-m", "kzuz_extract", str(article), "--format", "json"),
        **{name: (python, "-c", program, str(article)) for name, (python, program) in peers.items()},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the article given, or for the first of the samples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("article", nargs="?", type=Path, default=min(SAMPLES.glob("*.txt")))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--natasha", metavar="PYTHON", help="an interpreter that has natasha")
    parser.add_argument("--pullenti", metavar="PYTHON", help="an interpreter that has PullEnti")
    given = parser.parse_args(arguments)
    peers = {"natasha": (given.natasha, NATASHA), "PullEnti": (given.pullenti, PULLENTI)}
    with tempfile.TemporaryDirectory() as folder:
        typer_app = Path(folder) / "app.py"
        typer_app.write_text(TYPER_APP, encoding="utf-8")
        named = {name: peer for name, peer in peers.items() if peer[0]}
        print(measure(commands_for(given.article, typer_app, named), given.rounds))


if __name__ == "__main__":
    main()

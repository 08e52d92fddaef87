"""How fast texts are read, beside a plain scan of the same texts, and beside natasha, in the same run.

    python tests/benchmarks/speed.py [FILES and FOLDERS] [--rounds N] [--natasha INTERPRETER]

Seconds are those of the processor, on one core, so that other work on the machine counts little; yet times of
one machine say little about another, and the ratio of two programs that took turns on it says more. The plain
scan is what a script would do without this package: one regular expression for figures with a word after them
and for words with a capital. It gives no values; it is the floor, not a rival. natasha runs in the
environment of the interpreter that is named (see natasha_speed.py).

How fast this package is depends on the words that it has met. So it has three figures: for texts of which
every word is new to the process, which has read but one sample; for texts that it has never seen, after
others of their kind, which is less than what a long run comes to: each quarter of the texts is read by a new
process that has read the rest; and for texts that it reads once more.

Each runs as its users run it: this package looks for garbage as seldom as its command does, natasha as often
as Python does by itself.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from kzuz_extract import Extractor
from kzuz_extract.__main__ import OBJECTS_BETWEEN_LOOKS

PARTS = 4
OURS = NEW, UNSEEN, AGAIN = (
    "kzuz-extract, every word new",
    "kzuz-extract, never seen, after others",
    "kzuz-extract, once more",
)
RIVALS = {"names": "natasha, names alone", "all": "natasha, names, dates and money"}
STARTS = BARE, FIRST = ("bare Python", "one article, new process")
SAMPLES = Path(__file__).parent.parent.parent / "samples"
PLAIN = re.compile(r"[$€]?\d[\d\s.,]*(?:%|[а-яё]+)?|[А-ЯЁA-Z][\w-]+(?:\s+[А-ЯЁA-Z][\w-]+)*")


def read(paths: Sequence[Path]) -> list[str]:
    """Return the texts of files, of the rows of .jsonl files, and of the .txt files of folders."""
    files = [f for path in paths for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [text for file in files for text in _texts(file)]


def _texts(file: Path) -> list[str]:
    content = file.read_text(encoding="utf-8")
    return [json.loads(row)["text"] for row in content.splitlines()] if file.suffix == ".jsonl" else [content]


def scan(texts: Sequence[str]) -> int:
    """Find with the plain expression; return how much was found."""
    return sum(1 for text in texts for _ in PLAIN.finditer(text))


def extract(texts: Sequence[str]) -> int:
    """Find with this package; return how much was found."""
    extractor = Extractor()
    return sum(len(extractor.extract(text).facts) for text in texts)


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Return how long one call takes."""
    start = clock()
    work()
    return clock() - start


def first_facts() -> None:
    """Start a new process that reads one article, as a user does."""
    command = [sys.executable, "-m", "kzuz_extract", str(next(iter(sorted(SAMPLES.glob("*.txt")))))]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def bare_python() -> None:
    """Start a new process that does nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def natasha(interpreter: str, texts: Sequence[str]) -> dict[str, float]:
    """Return the seconds of natasha for names alone and for names, dates and money."""
    command = [interpreter, str(Path(__file__).with_name("natasha_speed.py"))]
    done = subprocess.run(command, input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def after_the_rest(texts: Sequence[str], part: int, parts: int) -> float:
    """Return the seconds for one of the parts of the texts, when this process has read the others."""
    extract(read([SAMPLES])[:1])  # what is read once a process, whatever the texts
    extract([text for at, text in enumerate(texts) if at % parts != part])
    return seconds(lambda: extract(texts[part::parts]))


def unseen(texts: Sequence[str], parts: int) -> float:
    """Return the seconds for all texts, each part read by a new process that has read the others."""
    total = 0.0
    for part in range(parts):
        command = [sys.executable, __file__, "--part", str(part), "--parts", str(parts)]
        done = subprocess.run(command, input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True)
        total += float(done.stdout)
    return total


def turn(texts: Sequence[str], interpreter: str | None) -> dict[str, float]:
    """Return the seconds that each program takes once, one after the other."""
    rivals = natasha(interpreter, texts) if interpreter else {}
    return {
        "plain scan": seconds(lambda: scan(texts)),
        NEW: unseen(texts, 1),
        UNSEEN: unseen(texts, PARTS),
        AGAIN: seconds(lambda: extract(texts)),
        BARE: seconds(bare_python, time.perf_counter),
        FIRST: seconds(first_facts, time.perf_counter),
    } | {RIVALS[what]: taken for what, taken in rivals.items()}


def measure(texts: Sequence[str], rounds: int, interpreter: str | None = None) -> str:
    """Return a table: the programs in turns, the median of the rounds."""
    characters = sum(map(len, texts))
    extract(texts)
    turns = [turn(texts, interpreter) for _ in range(rounds)]
    rows = [f"{len(texts)} texts, {characters} characters, median of {rounds} rounds, one core"]
    taken = {what: median(each[what] for each in turns) for what in turns[0]}
    for what, its in taken.items():
        figure = f"{its * 1000:>12,.0f} ms" if what in STARTS else f"{characters / its:>12,.0f} characters/s"
        slower = ", ".join(f"{its / taken[ours]:.1f}" for ours in OURS)
        rows.append(f"{what:<40}{figure}" + (f": {slower} times as long" if what in RIVALS.values() else ""))
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the paths given, or for the samples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "paths", nargs="*", type=Path, default=[SAMPLES], help="texts, .jsonl, folders; the samples if none"
    )
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--parts", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--natasha", metavar="INTERPRETER", help="Python of an environment that has natasha")
    given = parser.parse_args(arguments)
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
    if given.part is not None:
        print(after_the_rest(json.load(sys.stdin), given.part, given.parts))
    else:
        print(measure(read(given.paths), given.rounds, given.natasha))


if __name__ == "__main__":
    main()

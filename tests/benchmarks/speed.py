"""How fast texts are read, beside a plain scan of the same texts in the same run.

    python tests/benchmarks/speed.py [FILES and FOLDERS] [--rounds N]

Times of one machine say little about another; the ratio of two programs that took turns on it says more. The
plain scan is what a script would do without this package: one regular expression for figures with a word
after them and for words with a capital. It gives no values; it is the floor, not a rival.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from kzuz_extract import Extractor

SAMPLES = Path(__file__).parent.parent.parent / "samples"
PLAIN = re.compile(r"[$€]?\d[\d\s.,]*(?:%|[а-яё]+)?|[А-ЯЁA-Z][\w-]+(?:\s+[А-ЯЁA-Z][\w-]+)*")


def read(paths: Sequence[Path]) -> list[str]:
    """Return the texts of files, and of the .txt files of folders."""
    files = [f for path in paths for f in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [file.read_text(encoding="utf-8") for file in files]


def scan(texts: Sequence[str]) -> int:
    """Find with the plain expression; return how much was found."""
    return sum(1 for text in texts for _ in PLAIN.finditer(text))


def extract(texts: Sequence[str]) -> int:
    """Find with this package; return how much was found."""
    extractor = Extractor()
    return sum(len(extractor.extract(text).facts) for text in texts)


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def first_facts() -> None:
    """Start a new process that reads one article, as a user does."""
    command = [sys.executable, "-m", "kzuz_extract", str(next(iter(sorted(SAMPLES.glob("*.txt")))))]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def bare_python() -> None:
    """Start a new process that does nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def measure(texts: Sequence[str], rounds: int) -> str:
    """Return a table: the programs in turns, the median of the rounds."""
    characters = sum(map(len, texts))
    warm_up = seconds(lambda: extract(texts))
    turns = [(seconds(lambda: scan(texts)), seconds(lambda: extract(texts))) for _ in range(rounds)]
    starts = [(seconds(bare_python), seconds(first_facts)) for _ in range(rounds)]
    plain, tool = (median(times) for times in zip(*turns, strict=True))
    bare, first = (median(times) for times in zip(*starts, strict=True))
    rate = characters / tool
    return "\n".join(
        (
            f"{len(texts)} texts, {characters} characters, median of {rounds} rounds, one core",
            f"plain scan               {characters / plain:>10,.0f} characters/s",
            f"kzuz-extract             {rate:>10,.0f} characters/s, {tool / plain:.0f} times as long",
            f"  at first sight         {characters / warm_up:>10,.0f} characters/s, nothing cached",
            f"bare Python              {bare * 1000:>10,.0f} ms",
            f"one article, new process {first * 1000:>10,.0f} ms",
        )
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the paths given, or for the samples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "paths", nargs="*", type=Path, default=[SAMPLES], help="texts or folders; the samples if none"
    )
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args(arguments)
    print(measure(read(given.paths), given.rounds))


if __name__ == "__main__":
    main()

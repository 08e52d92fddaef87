"""How much memory the command needs: for 100 documents and for 100 000, and for a book of 20 MB.

    python tests/benchmarks/memory.py [--quick]

Each row is the whole command in a process of its own, facts as JSON into a file, and the most that was held
at any moment, as the system tells it. In the documents every name and figure is new, which is the worst
for what is remembered from one to the next; a book is news of that sort, the samples over and over, or
hardly anything but facts. `--quick` reads a tenth of everything.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from made_news import article, news
from worst_texts import WORST, prose

_NUMBERS = (100, 1_000, 10_000, 100_000)
_MOST_FOR_DOCUMENTS = 120
_BOOKS = {"news": news, "prose": prose, "dense facts": WORST["dense facts"], "digits": WORST["digits"]}
_BOOK = 20_000_000  # bytes of UTF-8
_MOST_FOR_A_BOOK = 400


def resident(path: Path, *options: str) -> float:
    """Run the command over a file; return the most that it held, in MB."""
    command = [sys.executable, "-m", "kzuz_extract", str(path), *options]
    with Path(f"{path}.out").open("w") as output:
        process = subprocess.Popen(command, stdout=output)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the command failed on {path.name}")
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def row(what: str, held: float, most: int) -> str:
    """Return a line of the table."""
    return f"{what:<24}{held:6.0f} MB   {'under' if held < most else 'OVER'} {most} MB"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="a tenth of the sizes: a few minutes")
    few = 10 if parser.parse_args(arguments).quick else 1
    with TemporaryDirectory() as folder:
        table = Path(folder, "news.jsonl")
        for number in _NUMBERS:
            with table.open("w", encoding="utf-8") as file:
                for made in range(number // few):
                    file.write(json.dumps({"text": article(made)}, ensure_ascii=False) + "\n")
            held = resident(table, "--format", "jsonl")
            print(row(f"{number // few:>7,} documents", held, _MOST_FOR_DOCUMENTS), flush=True)
        for name, make in _BOOKS.items():
            size = _BOOK // few
            sample = make(10_000)
            book = Path(folder, "book.txt")
            book.write_text(make(size * len(sample) // len(sample.encode())), encoding="utf-8")
            held = resident(book, "--format", "json")
            print(row(f"{size // 1_000_000} MB of {name}", held, _MOST_FOR_A_BOOK), flush=True)


if __name__ == "__main__":
    main()

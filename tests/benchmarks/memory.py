"""How much memory a process holds after reading many texts, and one long text: megabytes resident.

python tests/benchmarks/memory.py [FILES and FOLDERS] [--longest CHARACTERS]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from speed import SAMPLES, read
from worst_texts import prose

from kzuz_extract import Extractor

_STEPS = 4


def resident() -> float:
    """Return the most that this process has held, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def many(paths: Sequence[Path]) -> None:
    """Print what is held after each quarter of the texts; the texts themselves count as well."""
    texts = read(paths)
    extractor = Extractor()
    size = -(-len(texts) // _STEPS)
    for start in range(0, len(texts), size):
        for text in texts[start : start + size]:
            extractor.extract(text)
        print(f"{min(start + size, len(texts)):>9,} texts        {resident():6.0f} MB", flush=True)


def long(length: int) -> None:
    """Print what is held after one text."""
    Extractor().extract(prose(length))
    print(f"{length:>9,} characters   {resident():6.0f} MB")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the paths given, or for the samples; each part in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], help="as for speed.py")
    parser.add_argument("--longest", type=int, default=20_000_000, help="characters of the long text")
    parser.add_argument("--part", choices=["many", "long"], help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.part == "many":
        many(given.paths)
    elif given.part == "long":
        long(given.longest)
    else:
        for part in ("many", "long"):
            command = [sys.executable, __file__, *map(str, given.paths), "--longest", str(given.longest)]
            subprocess.run([*command, "--part", part], check=True)


if __name__ == "__main__":
    main()

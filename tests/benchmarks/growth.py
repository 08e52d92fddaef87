"""How time grows with the length of a text and with the number of texts: linearly where the exponent is 1.

    python tests/benchmarks/growth.py [--longest CHARACTERS] [--most DOCUMENTS] [--only KIND …]

Texts are made: of the samples, and of what wears rules out: digits, capitals, quotes in quotes, «от 1 до 2 до
3 …», facts without a word between them. The exponent is fitted to the logarithms of lengths and of seconds of
the processor, from `--shortest` on, each the best of two.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from worst_texts import WORST, prose

from kzuz_extract import Extractor

_STEP = 4


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the line through the logarithms."""
    xs = [math.log(size) for size, _ in points]
    ys = [math.log(taken) for _, taken in points]
    middle, height = sum(xs) / len(xs), sum(ys) / len(ys)
    steep = sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True))
    return steep / sum((x - middle) ** 2 for x in xs)


def sizes(first: int, last: int) -> Iterator[int]:
    """Yield sizes, each four times the one before."""
    while first <= last:
        yield first
        first *= _STEP


def seconds(work: Callable[[], object]) -> float:
    """Return what the processor needs, the better of two times."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return max(min(taken), 1e-6)


def grow(name: str, made: Sequence[int], work: Callable[[int], Callable[[], object]]) -> str:
    """Return a row: the exponent, and the seconds by size."""
    points = [(size, seconds(work(size))) for size in made]
    shown = "  ".join(f"{size:,}: {taken:.2f}" for size, taken in points)
    return f"{name:<16}{exponent(points):5.2f}  {shown}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each kind of text, and one for the number of documents."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shortest", type=int, default=16_000, help="characters of the shortest text")
    parser.add_argument("--longest", type=int, default=1_024_000, help="characters of the longest text")
    parser.add_argument("--most", type=int, default=10_000, help="documents of the longest run")
    parser.add_argument("--only", nargs="*", choices=["prose", *WORST, "documents"], help="kinds of text")
    given = parser.parse_args(arguments)
    extractor = Extractor()
    extractor.extract(prose(20_000))
    lengths = list(sizes(given.shortest, given.longest))
    for name, make in {"prose": prose, **WORST}.items():
        if not given.only or name in given.only:
            print(grow(name, lengths, partial(_one_text, extractor, make)), flush=True)
    if not given.only or "documents" in given.only:
        article = prose(2_500)
        numbers = list(sizes(10, given.most))
        print(grow("documents", numbers, lambda number: _reader(extractor, [article] * number)))


def _one_text(extractor: Extractor, make: Callable[[int], str], length: int) -> Callable[[], object]:
    return _reader(extractor, [make(length)])


def _reader(extractor: Extractor, texts: list[str]) -> Callable[[], object]:
    return lambda: [len(extractor.extract(text).facts) for text in texts]


if __name__ == "__main__":
    main()

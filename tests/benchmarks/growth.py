"""How time grows with the length of a text and with the number of texts: linearly where the exponent is 1.

    python tests/benchmarks/growth.py [--quick] [--only KIND …]

A row for each kind of text: news in which every name and figure is new, the samples over and over, and what
wears rules out: digits, capitals, quotes in quotes, «от 1 до 2 до 3 …». Sizes are bytes of UTF-8, each four
times the one before.

How the exponent is fitted: seconds of the processor, in a process that has read a warm-up, so that what is
loaded once counts for no size. Short texts are read until there are 100 kB of them. The sizes take turns,
three of each (of those above 1 MB one), and the least counts, so that other work on the machine does little
harm; garbage is looked for as seldom as by the command. Texts whose words are ever new are new each time. The
exponent is the slope of the line through the logarithms of sizes and seconds, from 4 kB on: below, what every
text costs, however short, is a part of it.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from made_news import news, note
from worst_texts import ENDLESS, WORST, prose

from kzuz_extract import Extractor
from kzuz_extract.__main__ import OBJECTS_BETWEEN_LOOKS

_KINDS = ("news", "prose", *WORST)
_NEW: dict[str, Callable[[int, int], str]] = {"news": news, **ENDLESS}
_MADE: dict[str, Callable[[int], str]] = {"prose": prose, **WORST}
_TO_THE_END = ("news", "prose")  # the others to a megabyte
_WARM = 3_000
_STEP = 4
_ROUNDS = 3
_FITTED_FROM = 4_000
KB, MB = 1_000, 1_000_000


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the line through the logarithms."""
    xs = [math.log(size) for size, _ in points]
    ys = [math.log(taken) for _, taken in points]
    middle, height = sum(xs) / len(xs), sum(ys) / len(ys)
    steep = sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True))
    return steep / sum((x - middle) ** 2 for x in xs)


def sizes(first: int, last: int, step: int = _STEP) -> list[int]:
    """Return sizes up to the last, each so many times the one before."""
    found = [last]
    while found[0] // step >= first:
        found.insert(0, found[0] // step)
    return found


def seconds(made: Sequence[int], enough: int, rounds_to: int, read: Callable[[int], float]) -> list[float]:
    """Return the seconds for each size; `read` tells those of one reading, repeated up to `enough`."""
    best = [math.inf] * len(made)
    for turn in range(_ROUNDS):
        for at, size in enumerate(made):
            if not turn or size <= rounds_to:
                times = max(1, enough // size)
                best[at] = min(best[at], sum(read(size) for _ in range(times)) / times)
    return best


def row(name: str, points: Sequence[tuple[int, float]], fitted: Sequence[tuple[int, float]]) -> str:
    """Return a line of the table."""
    shown = "  ".join(f"{_short(size)} {taken:.3g}" for size, taken in points)
    return f"{name:<16}{exponent(fitted):6.2f}   {shown}"


def _short(size: int) -> str:
    if size >= MB:
        return f"{size / MB:g}M"
    return f"{size / KB:.3g}k" if size >= KB else str(size)


def _text(name: str, length: int, numbers: Iterator[int]) -> str:
    """Return a text of one kind; where its words are new, it begins at a number that no other begins at."""
    return _NEW[name](length, next(numbers) * length) if name in _NEW else _MADE[name](length)


def lengths(extractor: Extractor, name: str, made: Sequence[int]) -> str:
    """Measure one kind of text in several lengths, bytes of UTF-8."""
    numbers = count(1)
    sample = _text(name, 1_000, numbers)
    a_character = len(sample.encode()) / len(sample)
    extractor.extract(sample)

    def read(size: int) -> float:
        return _taken([_text(name, int(size / a_character), numbers)], extractor)

    points = list(zip(made, seconds(made, 100 * KB, MB, read), strict=True))
    return row(name, points, [point for point in points if point[0] >= _FITTED_FROM])


def documents(extractor: Extractor, made: Sequence[int]) -> str:
    """Measure runs over several numbers of documents, each of its own words."""
    numbers = count()

    def read(size: int) -> float:
        return _taken([note(number) for number in islice(numbers, size)], extractor)

    read(_WARM)
    points = list(zip(made, seconds(made, 100, 1_000, read), strict=True))
    return row("documents", points, points)


def _taken(texts: Iterable[str], extractor: Extractor) -> float:
    start = time.process_time()
    for text in texts:
        extractor.extract(text)
    return time.process_time() - start


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each kind of text, and one for the number of documents."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="a tenth of the sizes: a few minutes")
    parser.add_argument("--only", nargs="*", choices=[*_KINDS, "documents"], help="kinds of text")
    given = parser.parse_args(arguments)
    few = 10 if given.quick else 1
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
    extractor = Extractor()
    extractor.extract(prose(20_000))
    print(f"{'kind of text':<16}exponent seconds by size (bytes of UTF-8; number of documents)")
    for name in given.only or [*_KINDS, "documents"]:
        if name == "documents":
            print(documents(extractor, sizes(10, 100_000 // few, 10)), flush=True)
        else:
            longest = (20 * MB if name in _TO_THE_END else MB) // few
            print(lengths(extractor, name, sizes(KB, longest)), flush=True)


if __name__ == "__main__":
    main()

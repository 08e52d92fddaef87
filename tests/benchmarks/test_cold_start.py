"""The benchmark runs and has a line for each program. No test asserts a time."""

from __future__ import annotations

import sys

from cold_start import FLOOR, measure


def test_the_benchmark_compares_each_program_with_the_first() -> None:
    table = measure({FLOOR: [sys.executable, "-c", "print()"], "other": [sys.executable, "-c", ""]}, rounds=1)
    assert [line.split("  ")[0] for line in table.splitlines()[1:]] == [FLOOR, "other"]

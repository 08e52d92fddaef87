"""The benchmark runs and shows every line of its table. No test asserts a time."""

from __future__ import annotations

from speed import OURS, SAMPLES, STARTS, measure, read


def test_the_benchmark_compares_both_programs_in_one_run() -> None:
    table = measure(read([SAMPLES])[:2], rounds=1).splitlines()
    assert [line[:40].strip() for line in table[1:]] == ["plain scan", *OURS, *STARTS]

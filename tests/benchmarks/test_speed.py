"""The benchmark runs and shows every line of its table. No test asserts a time."""

from __future__ import annotations

from speed import SAMPLES, measure, read


def test_the_benchmark_compares_both_programs_in_one_run() -> None:
    table = measure(read([SAMPLES])[:2], rounds=1).splitlines()
    assert [line.split("  ")[0].strip() for line in table[1:3]] == ["plain scan", "kzuz-extract"]
    assert [line.split("  ")[1] for line in table[3:6]] == [
        "every word new",
        "never seen, after others",
        "once more",
    ]
    assert len(table) == 8

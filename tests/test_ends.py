"""How a run ends: a reader that is gone, a closed stream, an interrupt, a kill; what is finished stays."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from command import BRIDGE, COMMAND, run

from kzuz_extract import extract


class TestEnds:
    def test_a_reader_that_has_enough_ends_it_quietly(self, tmp_path: Path) -> None:
        for number in range(300):
            (tmp_path / f"{number:03}.txt").write_text(BRIDGE * 5, encoding="utf-8")
        for extra in ({}, {"PYTHONUNBUFFERED": "1"}):
            with subprocess.Popen(
                [*COMMAND, tmp_path, "-f", "jsonl"],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, **extra},
            ) as process:
                assert process.stdout
                assert process.stderr
                assert process.stdout.readline()
                process.stdout.close()
                assert process.stderr.read() == b""
                assert process.wait(timeout=60) == 0

    def test_a_reader_that_is_gone_from_the_start(self, bridge: Path) -> None:
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([*COMMAND, bridge], stdout=write, stderr=subprocess.PIPE, check=False)
        os.close(write)
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
    def test_a_stream_may_be_closed(self, bridge: Path, closed: str) -> None:
        done = subprocess.run(
            ["sh", "-c", f'"$0" -m kzuz_extract "$1" {closed}', sys.executable, bridge],
            capture_output=True,
            check=False,
        )
        assert b"Traceback" not in done.stderr
        assert done.returncode == (1 if closed == ">&-" else 0)

    def test_an_interrupt_is_130_and_keeps_what_is_finished(self, tmp_path: Path, bridge: Path) -> None:
        fifo = tmp_path / "fifo"
        os.mkfifo(fifo)
        target = tmp_path / "facts.jsonl"
        with subprocess.Popen(
            [*COMMAND, bridge, fifo, "-o", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            partial = tmp_path / "facts.jsonl.partial"
            until = time.monotonic() + 30
            while not (partial.exists() and partial.stat().st_size) and time.monotonic() < until:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
        assert process.returncode == 130
        assert said.decode().splitlines() == [f"kzuz-extract: interrupted ({partial} has what is finished)"]
        assert json.loads(partial.read_bytes())["source"] == str(bridge)
        assert not target.exists()

    @pytest.mark.parametrize("ending", ["json", "jsonl", "csv", "html", "iob2", "parquet"])
    def test_a_kill_leaves_what_is_finished_in_partial_and_no_broken_file(
        self, tmp_path: Path, bridge: Path, ending: str
    ) -> None:
        if ending == "parquet":
            pytest.importorskip("pyarrow")
        target = tmp_path / f"facts.{ending}"
        partial = tmp_path / f"facts.{ending}.partial"
        killed(tmp_path, bridge, target, lambda: partial.exists() and "Астане" in partial.read_text("utf-8"))
        assert not target.exists()
        kept = partial.read_text("utf-8")
        if ending == "csv":
            rows = list(csv.DictReader(kept.splitlines()))
            assert [row["id"] for row in rows] == [fact.id for fact in extract(BRIDGE).facts]
        elif ending in ("jsonl", "parquet"):
            assert json.loads(kept)["facts"] == extract(BRIDGE).to_dict()["facts"]
        elif ending == "json":
            assert json.loads(kept + "]")[0]["facts"] == extract(BRIDGE).to_dict()["facts"]
        assert run(bridge, "-o", target).returncode == 1
        assert run(bridge, "-o", target, "--force").returncode == 0
        assert not partial.exists()

    def test_a_kill_leaves_a_whole_database_with_what_is_finished(self, tmp_path: Path, bridge: Path) -> None:
        target = tmp_path / "facts.sqlite"

        def documents() -> int:
            if not target.exists():
                return 0
            with closing(sqlite3.connect(target)) as base:
                tables = base.execute("SELECT count(*) FROM sqlite_master WHERE name = 'documents'")
                return tables.fetchone()[0] and int(
                    base.execute("SELECT count(*) FROM documents").fetchone()[0]
                )

        killed(tmp_path, bridge, target, lambda: documents() == 1)
        with closing(sqlite3.connect(target)) as base:
            assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert base.execute("SELECT count(*) FROM facts").fetchone()[0] == len(extract(BRIDGE).facts)
        assert run(bridge, "-o", target).returncode == 0
        assert documents() == 2

    def test_a_kill_leaves_whole_pairs_of_files_for_brat(self, tmp_path: Path, bridge: Path) -> None:
        target = tmp_path / "annotated"
        killed(tmp_path, bridge, target, lambda: (target / "мост.ann").exists(), "-f", "brat")
        assert sorted(path.name for path in target.iterdir()) == ["мост.ann", "мост.txt"]
        assert (target / "мост.txt").read_text("utf-8") == BRIDGE


def killed(folder: Path, finished: Path, target: Path, is_there: Callable[[], object], *options: str) -> None:
    """Kill a run that has finished one document and waits for another."""
    fifo = folder / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen([*COMMAND, finished, fifo, "-o", target, *options]) as process:
        until = time.monotonic() + 60
        while not is_there() and time.monotonic() < until:
            time.sleep(0.05)
        process.kill()
    assert is_there()

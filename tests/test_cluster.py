"""The same batch on a Dask cluster: the same bytes, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from command import COMMAND, run

distributed = pytest.importorskip("distributed")

DASK = (sys.executable, "-m", "dask")
PARAGRAPH = "На линии {n} к 15 ноября 2025 года построят {n} моста за {n},5 млрд тенге, сообщили в Алматы.\n"


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def dask(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*DASK, *arguments], start_new_session=True, **quiet) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it started, as a machine that loses its power does."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def scheduler() -> Iterator[str]:
    address = f"tcp://127.0.0.1:{free_port()}"
    with dask("scheduler", "--port", address.rpartition(":")[2], "--no-dashboard"):
        yield address


@pytest.fixture
def workers(scheduler: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    with ExitStack() as running:
        started = [
            running.enter_context(dask("worker", scheduler, "--nthreads", "1", "--no-dashboard"))
            for _ in range(2)
        ]
        with distributed.Client(scheduler, timeout=60) as client:
            client.wait_for_workers(len(started), timeout=60)
        yield started


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(30):
        text = "".join(PARAGRAPH.format(n=number * 200 + line) for line in range(200))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "15-binary.txt").write_bytes(bytes(range(256)))
    return folder


def test_a_cluster_that_loses_a_worker_prints_the_bytes_that_one_process_prints(
    news: Path, scheduler: str, workers: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    alone = run(news, "-f", "jsonl")
    facts = tmp_path / "facts.jsonl"
    partial = Path(f"{facts}.partial")
    with subprocess.Popen([*COMMAND, news, "-o", facts, "--scheduler", scheduler, "-q"]) as process:
        until = time.monotonic() + 120
        while time.monotonic() < until and not (partial.exists() and partial.stat().st_size):
            time.sleep(0.02)
        end(workers[0])
        was_running = process.poll() is None
    assert was_running
    assert process.returncode == alone.returncode == 1
    assert facts.read_bytes() == alone.stdout == run(news, "-f", "jsonl", "-j", "2").stdout


def test_a_cluster_that_is_not_there_is_told(news: Path, scheduler: str) -> None:
    missing = f"tcp://127.0.0.1:{free_port()}"
    done = run(news, "--scheduler", missing)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"kzuz-extract: {missing}: no Dask scheduler answers (")
    idle = run(news, "--scheduler", scheduler)
    assert (idle.returncode, idle.stdout) == (1, b"")
    assert idle.stderr.decode().startswith(f"kzuz-extract: {scheduler}: the scheduler has no workers (")


def test_the_workers_of_a_cluster_leave_no_work_to_processes_here(news: Path) -> None:
    assert run(news, "--scheduler", "tcp://127.0.0.1:8786", "--jobs", "2").returncode == 2

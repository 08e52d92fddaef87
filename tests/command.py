"""The command run as a process, and two articles to run it on."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "kzuz_extract")
BRIDGE = "15.11.2025 18:30\nМост в Актау\n\nМост обойдётся в 1,7 млрд тенге, сообщили вчера в Астане. 😀\n"
ROAD = "Дорогу длиной 40 километров построят к 2030 году.\n"
NO_COLOR_ASKED = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}


def run(
    *arguments: str | Path, stdin: str | bytes = b"", cwd: Path | None = None, **variables: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own, with these variables beside the usual ones."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        env={**NO_COLOR_ASKED, **variables},
        timeout=300,
        check=False,
    )


def on_a_terminal(*arguments: str | Path, **variables: str) -> tuple[int, str]:
    """Run the command with its three streams on a terminal; return its exit code and what is seen."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**NO_COLOR_ASKED, "TERM": "xterm-256color", **variables},
    )
    os.close(follower)
    seen = shown(leader)
    return process.wait(timeout=60), seen


def shown(terminal: int) -> str:
    """Return what a terminal shows until the other side is closed, and close it."""
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        seen += piece
    os.close(terminal)
    return seen.decode()


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the one line on standard error."""
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("kzuz-extract: ")
    return line.removeprefix("kzuz-extract: ")

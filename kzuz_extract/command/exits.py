"""The exit codes of the command, each in one place."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command tells its caller when it ends."""

    OK = 0
    SOME_INPUT_FAILED = 1
    USAGE = 2
    INTERRUPTED = 130

"""Other programs on the same texts."""

from __future__ import annotations

import importlib.util
import inspect
from collections import namedtuple


def has_natasha() -> bool:
    """Tell whether natasha is installed, and let it in: its pymorphy2 asks for what Python 3.11 dropped."""
    if not hasattr(inspect, "getargspec"):
        spec = namedtuple("spec", "args varargs keywords defaults")
        inspect.getargspec = lambda f: spec(*inspect.getfullargspec(f)[:4])  # type: ignore[attr-defined]
    return importlib.util.find_spec("natasha") is not None

"""What `--version` says."""

from __future__ import annotations

from importlib.machinery import ExtensionFileLoader
from importlib.util import find_spec

from kzuz_extract import __version__


def version() -> str:
    """Return the name and version of the command, and that its rules are compiled where they are."""
    rules = find_spec("kzuz_extract.rules")
    compiled = rules is not None and isinstance(rules.loader, ExtensionFileLoader)
    return f"kzuz-extract {__version__}" + (" (compiled)" if compiled else "")

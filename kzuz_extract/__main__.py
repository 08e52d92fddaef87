"""`kzuz-extract` and `python -m kzuz_extract`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; `--version` alone loads nothing else."""
    if sys.argv[1:] == ["--version"]:
        from kzuz_extract import __version__

        print(f"kzuz-extract {__version__}")
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    from kzuz_extract.cli import app

    app(prog_name="kzuz-extract")


if __name__ == "__main__":
    main()

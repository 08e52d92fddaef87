"""`kzuz-extract` and `python -m kzuz_extract`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; `--version` alone loads nothing else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from kzuz_extract import __version__

        print(f"kzuz-extract {__version__}")
        return
    from kzuz_extract import cli, environment

    environment.speak_utf8()
    sys.exit(cli.main(sys.argv[1:]))


if __name__ == "__main__":
    main()

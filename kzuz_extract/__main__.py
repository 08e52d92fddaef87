"""`kzuz-extract` and `python -m kzuz_extract`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; `--version` alone loads nothing else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from kzuz_extract import __version__

        print(f"kzuz-extract {__version__}")
        return
    try:
        from kzuz_extract.command import cli, environment

        environment.speak_utf8()
        code = int(cli.main(sys.argv[1:]))
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()

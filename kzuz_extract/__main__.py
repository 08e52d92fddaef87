"""`kzuz-extract` and `python -m kzuz_extract`."""

from __future__ import annotations

import gc
import sys

# The vocabularies are many objects, and all of them stay: to look through them for garbage as often as
# Python does by itself, and once more at the end, takes a fifth of a short run. The rules leave none behind.
OBJECTS_BETWEEN_LOOKS = 500_000


def main() -> None:
    """Run the command; `--version` alone loads nothing else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from kzuz_extract.command.version import version

        print(version())
        return
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
    try:
        from kzuz_extract.command import cli, environment

        environment.speak_utf8()
        code = int(cli.main(sys.argv[1:]))
    except KeyboardInterrupt:
        code = 130
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()

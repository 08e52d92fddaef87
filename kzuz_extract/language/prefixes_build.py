"""Build prefixes.tsv, the beginnings that pymorphy3 knows.

python -m kzuz_extract.language.prefixes_build
"""

from __future__ import annotations

from pathlib import Path

from pymorphy3.lang.ru.config import KNOWN_PREFIXES

BUILT = Path(__file__).with_name("prefixes.tsv")
_HEAD = """\
# Beginnings that change nothing in how a word is read. column: beginning
# source: pymorphy3 (MIT licence)
# built by: python -m kzuz_extract.language.prefixes_build
"""


def build() -> str:
    """Return the text of prefixes.tsv."""
    return _HEAD + "".join(f"{prefix}\n" for prefix in KNOWN_PREFIXES)


if __name__ == "__main__":
    BUILT.write_text(build(), encoding="utf-8")

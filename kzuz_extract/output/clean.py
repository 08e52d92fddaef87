"""What of an article may reach a terminal: letters and line ends; never what moves its cursor."""

from __future__ import annotations

import re

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
_LINE_ENDS = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)
_CONTROLS = (*range(0x09), 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA0))
_UNSEEN = (
    0xAD,
    0x061C,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
)
_TABLE: dict[int, str] = (
    dict.fromkeys(_CONTROLS, "")
    | dict.fromkeys(_UNSEEN, "")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | {0x09: "    "}
)


def clean(text: str) -> str:
    r"""Return a text for a terminal: no control characters, no overrides of direction, line ends as `\n`.

    >>> clean("\x1b[31mАстана\x1b]8;;http://a\x07\r\nТашкент\x07")
    'Астана\nТашкент'
    """
    if "\x1b" in text:
        text = _SEQUENCE.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)


def on_one_line(text: str) -> str:
    """Return a text for a cell of a table: cleaned, its spaces and line ends single spaces."""
    return " ".join(clean(text).split())


def encodable(text: str) -> str:
    r"""Return a text that UTF-8 can write: half a surrogate pair, as in a file name of odd bytes, is escaped.

    >>> encodable("\udcff.txt")
    '\\udcff.txt'
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

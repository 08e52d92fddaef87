"""Bytes to text: UTF-8, UTF-16, and the code pages in which Cyrillic has been written."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from kzuz_extract import problems
from kzuz_extract.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = {
    "windows-1251": "cp1251",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "ibm855": "cp855",
    "maccyrillic": "mac-cyrillic",
    "iso-8859-5": "iso-8859-5",
}
_NEVER_IN_TEXT = bytes([*range(7), *range(0x0E, 0x1A)])
_HIGH_BYTES = bytes((0x00, 0x04, 0x20))
_SAMPLE = 4096


class DecodeError(ValueError):
    """These bytes are no text: `problem` says why, `details` fill its message."""

    def __init__(self, problem: Problem, **details: object) -> None:
        super().__init__(problem, details)
        self.problem = problem
        self.details = details


class Decoded(NamedTuple):
    """A text without its byte order mark, and the encoding in which it was written."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file's bytes; `encoding` forces one, else it is found out.

    Raises DecodeError for binary data and for bytes that are no text in the encoding.

    >>> decode("Астана".encode("koi8-r"), "koi8-r").text, decode(b"\\xef\\xbb\\xbf10 %")
    ('Астана', Decoded(text='10 %', encoding='utf-8'))
    """
    name = encoding or encoding_of(data)
    return Decoded(_strictly(data, name).removeprefix("\ufeff"), name)


def encoding_of(data: bytes, *, whole: bool = True) -> str:
    """Find out the encoding of a text, or, not `whole`, of its beginning, which may end within a character.

    Raises DecodeError for binary data and for an encoding that cannot be told.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if len(data.translate(None, _NEVER_IN_TEXT)) != len(data):
        return _unmarked_utf16(data)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, whole)
    except UnicodeDecodeError:
        return _code_page(data)
    return "utf-8"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodeError(
            problems.WRONG_ENCODING, encoding=encoding, byte=data[error.start], offset=error.start
        ) from error
    except UnicodeError as error:  # of codecs that are forced and name no place
        raise DecodeError(problems.UNKNOWN_ENCODING) from error


def _unmarked_utf16(data: bytes) -> str:
    """Tell UTF-16 without its mark by its high bytes: Latin (00), Cyrillic (04), punctuation (20)."""
    sample = data[: min(len(data), _SAMPLE) & ~1]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        strange = len(high.translate(None, _HIGH_BYTES))
        if high and strange * 20 <= len(high) and len(high) > len(high.translate(None, b"\x00\x04")):
            return name
    raise DecodeError(problems.BINARY)


def _code_page(data: bytes) -> str:
    """Name the Cyrillic code page; what is UTF-8 but for a few bytes is broken UTF-8, not a code page."""
    readable = data.decode("utf-8", "replace")
    broken = readable.count("\ufffd")
    if sum("а" <= letter <= "я" for letter in readable) > broken:
        return "utf-8"
    import cchardet

    name = (cchardet.detect(data)["encoding"] or "").lower()
    if name not in _CODE_PAGES:
        raise DecodeError(problems.UNKNOWN_ENCODING)
    return _CODE_PAGES[name]

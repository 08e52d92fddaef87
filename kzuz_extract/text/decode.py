"""Bytes to text: UTF-8, UTF-16 with a byte order mark, and the code pages in which Cyrillic has been written."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = frozenset({"windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic", "iso-8859-5"})
_PYTHON_NAMES = {"windows-1251": "cp1251", "ibm866": "cp866", "x-mac-cyrillic": "mac-cyrillic"}
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f")


class Undecodable(ValueError):
    """These bytes are no text; the message says why and what to do."""


class Decoded(NamedTuple):
    """A text without its byte order mark, and the encoding in which it was written."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file's bytes; `encoding` forces one, else it is found out.

    >>> decode("Астана".encode("cp1251"), "cp1251").text, decode(b"\\xef\\xbb\\xbf10 %")
    ('Астана', Decoded(text='10 %', encoding='utf-8'))
    """
    if encoding is not None:
        return _forced(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], name), name)
    if _BINARY.intersection(data):
        raise Undecodable("is binary, not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _forced(data: bytes, encoding: str) -> Decoded:
    return Decoded(_strictly(data, encoding).removeprefix("\ufeff"), encoding)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"is not {encoding}: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise Undecodable(f"{message} (name its encoding: --encoding NAME)") from error


def _legacy(data: bytes) -> Decoded:
    import cchardet

    found = cchardet.detect(data)["encoding"]
    name = (found or "").lower()
    if name not in _LEGACY:
        raise Undecodable("its encoding is not known (name it: --encoding NAME)")
    name = _PYTHON_NAMES.get(name, name)
    return Decoded(_strictly(data, name), name)

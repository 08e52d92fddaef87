"""Offsets for readers in other languages: bytes of UTF-8 (Rust, Go), units of UTF-16 (JavaScript, Java)."""

from __future__ import annotations

from dataclasses import replace

from kzuz_extract.facts import Document
from kzuz_extract.output.face import Offsets


def counted_in(unit: Offsets, document: Document, text: str) -> Document:
    """Return the document with the `start` and `end` of its facts counted in another unit.

    Half a surrogate pair counts as what it is written as: three bytes of UTF-8, one unit of UTF-16.
    """
    if unit is Offsets.CODEPOINT or text.isascii():
        return document
    borders = sorted({border for fact in document.facts for border in (fact.start, fact.end)})
    codec, size = ("utf-8", 1) if unit is Offsets.UTF8 else ("utf-16-le", 2)
    counted: dict[int, int] = {}
    at = total = 0
    for border in borders:
        total += len(text[at:border].encode(codec, "surrogatepass")) // size
        counted[border], at = total, border
    facts = tuple(replace(fact, start=counted[fact.start], end=counted[fact.end]) for fact in document.facts)
    return replace(document, facts=facts)

"""What stands in an input: one text, a page, or a table with a text in each of its rows."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, NamedTuple, cast

from kzuz_extract import problems
from kzuz_extract.facts import ReferenceDateSource
from kzuz_extract.input.decode import DecodeError, decode
from kzuz_extract.input.sources import Source
from kzuz_extract.problems import Failure


class Columns(NamedTuple):
    """Which columns of a table hold text, day of publication and name; a name of None counts lines."""

    text: str = "text"
    date: str | None = None
    id: str | None = None


class Reading(NamedTuple):
    """How inputs are read; an encoding of None is found out."""

    encoding: str | None = None
    columns: Columns = Columns()


class Raw(NamedTuple):
    """A text before its facts are known; `published` is what its page or row says."""

    source: str | None
    label: str
    text: str
    encoding: str
    published: date | None = None
    published_source: ReferenceDateSource = "given"


def texts_in(source: Source, reading: Reading) -> Iterator[Raw | Failure]:
    """Yield the texts of an input in their order, and what could not be read."""
    try:
        with source.open() as stream:
            yield from _by_kind(source, _unpacked(stream) if source.is_gzipped else stream, reading)
    except Failure as failure:
        yield failure
    except (EOFError, zlib.error):
        yield Failure(source.label, problems.BAD_GZIP)
    except OSError as error:  # one without a number comes not from the system but from the unpacking
        if source.is_gzipped and error.errno is None:
            yield Failure(source.label, problems.BAD_GZIP)
        else:
            yield problems.of_error(source.label, error)


def decoded(data: bytes, label: str, encoding: str | None) -> tuple[str, str]:
    """Return the text of bytes and the encoding it was in. Raises Failure."""
    try:
        return decode(data, encoding)
    except DecodeError as error:
        raise Failure(label, error.problem, **error.details) from error


def _by_kind(source: Source, stream: BinaryIO, reading: Reading) -> Iterator[Raw | Failure]:
    if source.kind not in ("text", "html"):
        from kzuz_extract.input.tables import rows_in

        yield from rows_in(source, stream, reading)
        return
    text, encoding = decoded(stream.read(), source.label, reading.encoding)
    if source.kind == "html":
        from kzuz_extract.input.markup import read_page

        page = read_page(text, source.label)
        yield Raw(source.name, source.label, page.text, encoding, page.published, "header")
    else:
        yield Raw(source.name, source.label, text, encoding)


def _unpacked(stream: BinaryIO) -> BinaryIO:
    import gzip

    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))

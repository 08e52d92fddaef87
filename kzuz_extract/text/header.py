"""The header of an article: its title, and the day on which it was published."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import regex

from kzuz_extract.facts import ReferenceDateSource
from kzuz_extract.text.written_day import read_day

_MONTHS = (
    *("январ", "феврал", "март", "апрел", "ма", "июн"),
    *("июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
)
_MONTH = "|".join(f"{stem}[а-я]{{0,3}}" for stem in _MONTHS)
# How a day is written, after what every such day has in it: a line without that need not be matched.
_FORMS = (
    (
        regex.compile(r"\d{4}-\d{2}-\d{2}"),
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
    ),
    (
        regex.compile(r"\d[./]\d{1,2}[./]\d{4}"),
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)",
    ),
    (
        regex.compile(r"\d\s+\p{L}+,?\s+\d{4}"),
        rf"(?P<day>\d{{1,2}})\s+(?i:(?P<month>{_MONTH})),?\s+(?P<year>\d{{4}})(?!\d)(?:\s*(?:года|г\b\.?))?",
    ),
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?"
_TIME_BEFORE = rf"(?:(?:в\s+)?{_TIME},?\s+)?"
_TIME_AFTER = rf"(?:(?:,|\s|T|в)*{_TIME})?"
_LABEL = r"(?i:date|дата(?:\s+публикации)?|опубликовано|размещено|обновлено|published)"
_WEEKDAY = r"(?:(?i:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?\s+)?"
_RUBRIC = r"(?:[\p{L} -]{2,40}[|/·•]\s*)?"
_REMARK = r"(?:[|/·•—–-].{0,60})?"
_PLACES = r"\p{Lu}[\p{L}’ʻ'-]+(?:[ .,]{1,2}\p{Lu}[\p{L}’ʻ'-]+){0,3}[,.]"
_TEXT_OPENS = r"(?=\s*(?:$|[./—–(«\"-]|\p{Lu}))"


class Header(NamedTuple):
    """What the first lines of a text say about it; None where they are silent."""

    title: str | None
    reference_date: date | None
    source: ReferenceDateSource | None


_NOTHING = Header(None, None, None)
_HEADER_LINES = 5
_LONGEST_LINE = 400
_FACES: tuple[tuple[ReferenceDateSource, str], ...] = (
    ("header", rf"\s*{_LABEL}\s*:?\s*{_TIME_BEFORE}DAY{_TIME_AFTER}"),
    ("header", rf"\s*{_RUBRIC}{_WEEKDAY}{_TIME_BEFORE}DAY{_TIME_AFTER}\s*{_REMARK}$"),
    ("dateline", rf"\s*{_PLACES}\s*DAY{_TEXT_OPENS}"),
)
_SAID = r"(?P<said>[^|·•—–]{0,30}\b(?:19|20)\d\d\b[^|·•—–]{0,20})"
_LABELLED = rf"\s*{_LABEL}\b\s*:?\s*{_SAID}"
_YEAR = regex.compile(r"\d{4}")
_compiled = cache(regex.compile)  # few lines need more than one


def read_header(source: str) -> Header:
    """Read title and publication day from the first five lines that are not blank.

    Known are `date 2025-11-15 Заголовок`, `15.11.2025 18:30` and `15 ноября 2025` on a line of their own,
    `Опубликовано 15 ноября 2025`, and datelines such as `ТАШКЕНТ, 15 ноября 2025 г.`; the first that names a
    real day counts. The title is the first line, or what a line with a date says after it; a dateline opens
    the story itself, which is no title.
    """
    lines = _first_lines(source)
    for number, line in enumerate(lines):
        header = _dated(line)
        if header is _NOTHING:
            continue
        after = lines[number + 1] if number + 1 < len(lines) else None
        if number:
            return header._replace(title=lines[0])
        return header if header.title or header.source == "dateline" else header._replace(title=after)
    return Header(lines[0] if lines else None, None, None)


def _dated(line: str) -> Header:
    start = line[:_LONGEST_LINE]
    if not _YEAR.search(start):
        return _NOTHING
    forms = [form for part, form in _FORMS if part.search(start)]
    for kind, face in _FACES:
        for form in forms:
            found = _compiled(face.replace("DAY", form)).match(start)
            day = _day(found) if found else None
            if found and day:
                rest = line[found.end() :].strip(" \t—–-|:.,") if kind == "header" else ""
                return Header(rest or None, day, kind)
    return _labelled(start)


def _labelled(start: str) -> Header:
    """«Опубликовано: 15 нояб. 2025 г.», «Published: November 15, 2025»: a day written in some other way."""
    found = _compiled(_LABELLED).match(start)
    day = read_day(found["said"].strip()) if found else None
    return Header(None, day, "header") if day else _NOTHING


def _first_lines(source: str) -> list[str]:
    lines: list[str] = []
    for given in source.splitlines():
        line = given.strip().strip("\ufeff").strip()
        if line:
            lines.append(line)
            if len(lines) == _HEADER_LINES:
                break
    return lines


def _day(found: regex.Match[str]) -> date | None:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def _month_number(word: str) -> int:
    fits = [n for n, stem in enumerate(_MONTHS, 1) if word.startswith(stem)]
    return max(fits, key=lambda n: len(_MONTHS[n - 1]))

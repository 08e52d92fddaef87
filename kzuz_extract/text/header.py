"""The header of an article: its title, and the day on which it was published."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import regex

from kzuz_extract.facts import ReferenceDateSource

_MONTHS = (
    *("январ", "феврал", "март", "апрел", "ма", "июн"),
    *("июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
)
_MONTH = "|".join(f"{stem}[а-я]{{0,3}}" for stem in _MONTHS)
_DAY_MONTH_YEAR = (
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})(?!\d)(?:\s*(?:г\b\.?|года))?"
)
_NUMERIC = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"
_CLOCK = r"(?:(?:,|\s|T|в)*\d{1,2}:\d{2}(?::\d{2})?)?"
_LABEL = r"(?:date|дата(?:\s+публикации)?|опубликовано|размещено|published)"
_FORMS = (_ISO, _NUMERIC, _DAY_MONTH_YEAR)
_LABELLED = [regex.compile(rf"\s*{_LABEL}\s*:?\s*{form}{_CLOCK}", regex.IGNORECASE) for form in _FORMS]
_ALONE = [regex.compile(rf"\s*{form}{_CLOCK}\s*(?:[|/·—–-].{{0,60}})?$", regex.IGNORECASE) for form in _FORMS]
_DATELINE = [
    regex.compile(rf"\s*[\p{{Lu}}][\p{{L}}\s.-]{{1,40}}[,.]\s*{form}", regex.IGNORECASE)
    for form in (_DAY_MONTH_YEAR, _NUMERIC)
]
_HEADER_LINES = 5
_LONGEST_LINE = 400


class Header(NamedTuple):
    """What the first lines of a text say about it; None where they are silent."""

    title: str | None
    reference_date: date | None
    source: ReferenceDateSource | None


def read_header(source: str) -> Header:
    """Read title and publication day from the first five lines that are not blank.

    Known are `date 2025-11-15 Заголовок`, `15.11.2025 18:30` and `15 ноября 2025` on a line of their own,
    `Опубликовано 15 ноября 2025`, and datelines such as `ТАШКЕНТ, 15 ноября 2025 г.`; the first that names a
    real day counts.
    """
    title: str | None = None
    for line in _first_lines(source):
        head = line[:_LONGEST_LINE]
        for patterns, kind in ((_LABELLED, "header"), (_ALONE, "header"), (_DATELINE, "dateline")):
            for pattern in patterns:
                found = pattern.match(head)
                day = _day(found) if found else None
                if not found or day is None:
                    continue
                rest = line[found.end() :].strip(" \t—–-|:.,")
                title = title or (rest or None if kind == "header" else None)
                if title is None:
                    title = _title_after(source, line)
                return Header(title, day, "header" if kind == "header" else "dateline")
        if title is None:
            title = line.strip()
    return Header(title, None, None)


def _first_lines(source: str) -> list[str]:
    lines: list[str] = []
    at = 0
    while at < len(source) and len(lines) < _HEADER_LINES:
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        line = source[at:end].strip("\r\ufeff")
        if line.strip():
            lines.append(line)
        at = end + 1
    return lines


def _title_after(source: str, dated: str) -> str | None:
    lines = _first_lines(source)
    after = lines[lines.index(dated) + 1 :]
    return after[0].strip() if after else None


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

"""A day as people write it where it stands alone: after `--date`, on the line of a page that dates it."""

from __future__ import annotations

from datetime import date


def read_day(said: str) -> date | None:
    """Read a whole date in Russian or English; what is not whole, or counts from today, is none.

    dateparser is loaded here, where it is needed, and nowhere else.

    >>> read_day("15 нояб. 2025 г., 18:30") == read_day("November 15, 2025") == date(2025, 11, 15)
    True
    >>> read_day("вчера, 18:30")
    """
    import dateparser

    try:
        found = dateparser.parse(
            said,
            languages=["ru", "en"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_LOCALE_DATE_ORDER": False,
                "STRICT_PARSING": True,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time"],
            },
        )
    except (ValueError, OverflowError):
        return None
    return None if found is None else found.date()

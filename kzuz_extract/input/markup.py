"""HTML to text: the article of a page, its paragraphs kept apart, and its day of publication.

The parser is resiliparse, an extra of the package; without it a page is a failure that says how to get it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from kzuz_extract import problems
from kzuz_extract.problems import Failure

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IN_SCRIPT = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_NOSCRIPT = re.compile(r"<(/?)noscript\b[^<>]*>", re.IGNORECASE)
_LONGEST_NOSCRIPT = 10_000
_SELECTORS = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('meta[name="date"]', "content"),
    ('meta[name="pubdate"]', "content"),
    ('time[itemprop="datePublished"]', "datetime"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
)


class Page(NamedTuple):
    """The text of a page, and the day on which its markup says that it was published."""

    text: str
    published: date | None


def read_page(html: str, label: str) -> Page:
    """Return the article of a page. Raises Failure where the parser is not installed."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError as error:
        raise Failure(label, problems.NEEDS_EXTRA, extra="html") from error
    tree = HTMLTree.parse(_without_noscript(html))
    text = ""
    for main_content in (True, False):  # a page that is but a list or a menu has no article
        text = text.strip() or extract_plain_text(
            tree, main_content=main_content, alt_texts=False, links=False, list_bullets=False
        )
    return Page(text, _published(tree, html))


def _without_noscript(html: str) -> str:
    """Take out what is shown only where scripts are off: a parser closes it at the first paragraph within."""
    parts: list[str] = []
    at = 0
    opening: re.Match[str] | None = None
    for tag in _NOSCRIPT.finditer(html):
        if not tag[1]:
            opening = opening or tag
        elif opening:
            if tag.end() - opening.start() <= _LONGEST_NOSCRIPT:
                parts.append(html[at : opening.start()])
                at = tag.end()
            opening = None
    return "".join(parts) + html[at:]


def _published(tree: Any, html: str) -> date | None:
    for selector, attribute in _SELECTORS:
        found = tree.document.query_selector(selector)
        said = found.getattr(attribute) if found else None
        day = _day(_DAY.match(said or ""))
        if day:
            return day
    return _day(_IN_SCRIPT.search(html), 1)


def _day(found: re.Match[str] | None, group: int = 0) -> date | None:
    try:
        return date.fromisoformat(found[group]) if found else None
    except ValueError:
        return None

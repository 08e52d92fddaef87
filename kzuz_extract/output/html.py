"""HTML: one page that needs nothing else, the facts marked, their values on hover and keyboard focus.

Everything of an article is escaped; what cannot stand in HTML at all (control characters) is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TextIO

from kzuz_extract.facts import FACT_CLASSES, AnyFact, Document
from kzuz_extract.output.clean import clean
from kzuz_extract.output.face import Style
from kzuz_extract.output.spans import walk
from kzuz_extract.output.values import describe, several

_STYLESHEET = Path(__file__).with_name("page.css")
_FILTER = " ".join(
    f'<label class="{type_}"><input type="checkbox" checked data-type="{type_}"> {type_}</label>'
    for type_ in FACT_CLASSES
)
_SCRIPT = """\
document.querySelectorAll("header input").forEach(box => box.addEventListener("change", () =>
  document.body.classList.toggle("no-" + box.dataset.type, !box.checked)));
"""


class HtmlWriter:
    """Writes a page with an article for each document."""

    def __init__(self, stream: TextIO, style: Style) -> None:  # noqa: ARG002
        self._stream = stream
        stream.write(
            '<!doctype html>\n<html lang="ru">\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            "<title>kzuz-extract</title>\n"
            f"<style>\n{_STYLESHEET.read_text(encoding='utf-8')}</style>\n<body>\n"
            f'<header lang="en"><strong>Facts</strong> {_FILTER}</header>\n<main>\n'
        )

    def write(self, document: Document, text: str) -> None:
        """Write one document."""
        counts = Counter(fact.type for fact in document.facts)
        about = [document.source or "", document.reference_date or ""]
        about += [several(counts[type_], type_) for type_ in FACT_CLASSES if counts[type_]]
        self._stream.write(
            f'<article>\n<p class="about">{_safe(" · ".join(filter(None, about)))}</p>\n'
            f'<div class="text">{"".join(_marked(document.facts, text))}</div>\n</article>\n'
        )
        self._stream.flush()

    def close(self) -> None:
        """End the page."""
        self._stream.write(f"</main>\n<script>\n{_SCRIPT}</script>\n</body>\n</html>\n")


def _marked(facts: Iterable[AnyFact], text: str) -> list[str]:
    parts: list[str] = []
    for step in walk(facts, text):
        if step.kind == "text":
            parts.append(_safe(step.text))
        elif step.kind == "close" or step.fact is None:
            parts.append("</mark>")
        else:
            parts.append(_opening(step.fact))
    return parts


def _opening(fact: AnyFact) -> str:
    value = _safe(f"{fact.type}: {describe(fact) or '—'}")
    return f'<mark class="{fact.type}" tabindex="0" data-value="{value}" title="{_safe(fact.rule)}">'


def _safe(text: str) -> str:
    """Return a text as HTML; half a surrogate pair, which no encoding has, becomes a question mark."""
    return escape(clean(text)).encode("utf-8", "replace").decode("utf-8")

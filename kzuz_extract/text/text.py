"""The text as every later stage sees it: made tidy, its tokens, its sentences, its header."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from kzuz_extract.facts import ReferenceDateSource
from kzuz_extract.text.asked import Asked, awake
from kzuz_extract.text.header import read_header
from kzuz_extract.text.sentences import sentence_starts
from kzuz_extract.text.tidy import Tidy, tidy
from kzuz_extract.text.tokens import Form, Shape, tokenize

_signs = Asked(lambda form: form.shape is Shape.SIGN, False, words=tuple)


class Text:
    """One decoded document, or a passage of it. Token i is `forms[i]` at `source[starts[i]:ends[i]]`.

    `source` is the text as it is meant, in which all stages work; `place` leads back to the given document,
    where the passage stands from `begins` on.
    `sentences` holds the index of the first token of each sentence, ascending; [] for a text without any.
    `signs` holds the tokens that are neither words nor numbers, `awake` those of every `Asked`.
    """

    __slots__ = (
        "awake",
        "begins",
        "ends",
        "forms",
        "reference_date",
        "reference_date_source",
        "sentences",
        "signs",
        "source",
        "starts",
        "tidied",
        "title",
    )

    def __init__(
        self,
        tidied: Tidy,
        title: str | None,
        reference_date: date | None,
        reference_date_source: ReferenceDateSource | None,
        begins: int = 0,
    ) -> None:
        self.tidied = tidied
        self.begins = begins
        self.source = tidied.text
        self.title = title
        self.reference_date = reference_date
        self.reference_date_source = reference_date_source
        self.starts: list[int]
        self.ends: list[int]
        self.forms: list[Form]
        self.starts, self.ends, self.forms = tokenize(self.source)
        self.awake = awake(self.forms)
        self.signs = _signs.where(self)
        self.sentences = sentence_starts(self.source, self.starts, self.ends, self.forms, self.signs)

    def sentence_of(self, token: int) -> int:
        """Return the number, from 0, of the sentence that holds a token."""
        return bisect_right(self.sentences, token) - 1

    def sentence_bounds(self, token: int) -> tuple[int, int]:
        """Return first token and end token (exclusive) of the sentence that holds a token."""
        following = bisect_right(self.sentences, token)
        last = following == len(self.sentences)
        return self.sentences[following - 1], len(self.forms) if last else self.sentences[following]

    def token_at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before a code point offset."""
        return bisect_right(self.starts, offset) - 1

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of `source` stands in the document as it was given."""
        return self.begins + self.tidied.start(start), self.begins + self.tidied.end(end)

    def given(self, start: int, end: int) -> tuple[str, int, int]:
        """Return a span of `source` as it was given, and its place in the document."""
        start, end = self.tidied.start(start), self.tidied.end(end)
        return self.tidied.given[start:end], self.begins + start, self.begins + end

    def touches(self, token: int) -> bool:
        """Tell whether nothing stands between a token and the one before it."""
        return token > 0 and self.starts[token] == self.ends[token - 1]


def read(source: str, reference_date: date | None = None) -> Text:
    """Cut a decoded document into tokens and sentences and find its title and reference date.

    A `reference_date` that is given wins over one that the header names.
    """
    tidied = tidy(source)
    header = read_header(tidied.text)
    if reference_date is not None:
        return Text(tidied, header.title, reference_date, "given")
    return Text(tidied, header.title, header.reference_date, header.source)

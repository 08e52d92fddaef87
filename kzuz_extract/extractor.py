"""The pipeline, from top to bottom: a text goes in, its document comes out."""

from __future__ import annotations

from datetime import date

from kzuz_extract import counts, dates, merge, money, names
from kzuz_extract.facts import Document
from kzuz_extract.gathering import Gathering
from kzuz_extract.language.numerals import read_numbers
from kzuz_extract.text.passages import passages


class Extractor:
    """Extracts facts from many texts. It keeps nothing of a text; one may be shared and pickled.

    >>> [fact] = Extractor().extract("Дорога обойдётся в 1,7 млрд тенге.").facts
    >>> fact.text, fact.rule
    ('1,7 млрд тенге', 'money.name_after')
    """

    def extract(
        self, text: str, *, reference_date: date | None = None, source: str | None = None
    ) -> Document:
        """Return the facts that one news text states.

        text            one decoded document, any length, kept unchanged.
        reference_date  day of publication, against which «вчера» and a bare «15 ноября» are read. With None
                        the text's own header is read; where it names no day, such a fact has no dates. The
                        system clock is never read.
        source          what the document is called in the output; a path, say.

        Raises TypeError if text is not a str: decode bytes first. No str raises; what cannot be read is
        left out.
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be str, not {type(text).__name__}: decode it first")
        found = Gathering()
        for passage in passages(text, reference_date):
            numbers = read_numbers(passage)
            candidates = [
                *dates.candidates(passage, numbers),
                *money.candidates(passage, numbers),
                *counts.candidates(passage, numbers),
                *names.candidates(passage, numbers),
            ]
            kept = merge.winners(candidates)
            found.add(passage, kept, money.equivalents(passage, kept))
        return found.document(source)


def extract(text: str, reference_date: date | None = None) -> Document:
    """Return the facts that one news text states; see `Extractor.extract`."""
    return Extractor().extract(text, reference_date=reference_date)

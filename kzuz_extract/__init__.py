"""Dates, money, counts and names with their values, out of Russian-language news.

>>> from kzuz_extract import extract
>>> [fact] = extract("Дорога обойдётся в 1,7 млрд тенге.").facts
>>> fact.text, fact.amount, fact.currency
('1,7 млрд тенге', Decimal('1700000000'), 'KZT')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzuz_extract.extractor import Extractor, extract
    from kzuz_extract.facts import Count, Date, Document, Location, Money, Organization, Person
    from kzuz_extract.frames import extract_batches, fact_schema

__version__ = "0.1.0"
__all__ = [
    "Count",
    "Date",
    "Document",
    "Extractor",
    "Location",
    "Money",
    "Organization",
    "Person",
    "extract",
    "extract_batches",
    "fact_schema",
]
_MODULES = {
    "Extractor": "extractor",
    "extract": "extractor",
    "extract_batches": "frames",
    "fact_schema": "frames",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used: `kzuz-extract --version` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'facts')}"), name)

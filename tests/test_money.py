"""The vocabulary of money."""

from __future__ import annotations

from kzuz_extract.money.build import CURRENCIES, LINKS, PER, Builder


def test_the_vocabulary_is_what_its_sources_give() -> None:
    builder = Builder()
    assert builder.currencies() == CURRENCIES.read_text(encoding="utf-8")
    assert builder.per() == PER.read_text(encoding="utf-8")
    assert builder.links() == LINKS.read_text(encoding="utf-8")

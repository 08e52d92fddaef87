"""Numbers written in every way that newspapers have, and read back without loss."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kzuz_extract.language import hedges_build, numerals_build, prefixes_build
from kzuz_extract.language.numerals import Number, read_numbers
from kzuz_extract.text import read

MOST = 10**15
NUMBERS = st.one_of(st.integers(0, MOST), st.integers(0, 10_000), st.integers(0, 10**7))
STYLES: dict[str, Callable[[int], str]] = {
    "plain": "{:d}".format,
    "space": lambda n: f"{n:,}".replace(",", " "),
    "no-break space": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "narrow no-break space": lambda n: f"{n:,}".replace(",", "\u202f"),
    "thin space": lambda n: f"{n:,}".replace(",", "\u2009"),
    "figure space": lambda n: f"{n:,}".replace(",", "\u2007"),
    "dots": lambda n: f"{n:,}".replace(",", "."),
    "apostrophes": lambda n: f"{n:,}".replace(",", "'"),
    "curly apostrophes": lambda n: f"{n:,}".replace(",", "’"),
    "two decimals": lambda n: f"{n:,},00".replace(",", " ", f"{n:,}".count(",")),
}


def numbers_in(source: str) -> list[Number]:
    return read_numbers(read(source))


def only_value(source: str) -> Decimal | None:
    [number] = numbers_in(source)
    return number.value


@given(NUMBERS, st.sampled_from("ngdaip"))
def test_a_number_in_words_is_read_in_every_case(number: int, case: str) -> None:
    words = num2words(number, lang="ru", case=case)
    words += " домами"  # alone «семью» is a family
    assert only_value(f"Итого {words}") == number


@given(NUMBERS, st.sampled_from(sorted(STYLES)))
def test_a_number_in_figures_is_read_in_every_style(number: int, style: str) -> None:
    assert only_value(f"Итого {STYLES[style](number)} тенге") == number


@given(st.integers(1, 9999).filter(lambda n: n % 1000), st.sampled_from("ngdip"))
def test_an_ordinal_in_words_is_read_in_every_case(number: int, case: str) -> None:
    [found] = numbers_in(f"до {num2words(number, lang='ru', to='ordinal', case=case)} года")
    assert found.value == number
    assert found.form == "ordinal"


@given(st.decimals(0, 9999, places=3), st.sampled_from(("тыс.", "млн", "млрд", "трлн")))
def test_three_digits_after_a_comma_are_a_fraction(number: Decimal, magnitude: str) -> None:
    scale = {"тыс.": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}[magnitude]
    assert only_value(f"Итого {str(number).replace('.', ',')} {magnitude} тенге") == number * scale


@given(st.text())
def test_no_text_is_too_strange(source: str) -> None:
    text = read(source)
    at = 0
    for number in read_numbers(text):
        assert at <= number.first < number.end <= len(text.forms)
        at = number.end


@pytest.mark.parametrize("built", [numerals_build, hedges_build, prefixes_build])
def test_the_vocabulary_is_what_its_sources_give(built: object) -> None:
    assert built.build() == built.BUILT.read_text(encoding="utf-8")  # type: ignore[attr-defined]

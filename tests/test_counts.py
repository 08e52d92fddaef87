"""Counts beyond their examples: the built vocabulary, odd input, and how time grows."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kzuz_extract import extract
from kzuz_extract.counts import candidates
from kzuz_extract.counts.ages import is_age
from kzuz_extract.counts.build import BUILT, WORDS_BUILT, build, build_words
from kzuz_extract.counts.rules import OF_AMOUNTS, OF_ORDINALS
from kzuz_extract.counts.units import unit_at
from kzuz_extract.language.numerals import read_numbers
from kzuz_extract.language.numerals_stems import value_of_stem
from kzuz_extract.text import read

PIECES = """
5 12 1,5 тысяч млн двое сорок первый 20-й № % м² км/ч кг кв. м. п. лет год года летний -летний
людей новых домов и или до от за в из раз ; , . « » ( ) — - : + “ 0 трое XIX ЧС МРП
"""


def test_the_units_are_what_their_source_gives() -> None:
    assert build() == BUILT.read_text(encoding="utf-8"), "rebuild: python -m kzuz_extract.counts.build"


def test_the_word_lists_are_what_their_source_gives() -> None:
    assert build_words() == WORDS_BUILT.read_text(encoding="utf-8"), "rebuild: -m kzuz_extract.counts.build"


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in {*OF_AMOUNTS, *OF_ORDINALS}]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "symbol", "spelled"),
    [
        ("квадратных метров земли", "m²", "квадратных метров"),
        ("кв. м земли", "m²", "кв. м"),
        ("куб. м в секунду", "m³/s", "куб. м в секунду"),
        ("м3/с", "m³/s", "м3/с"),
        ("кВт·ч", "kWh", "кВт·ч"),
        ("кВт-ч", "kWh", "кВт-ч"),
        ("мм рт. ст.", "mmHg", "мм рт. ст"),
        ("процентных пункта", "п. п.", "процентных пункта"),
        ("г золота", "g", "г"),
        ("°С ночью", "°C", "°С"),
    ],
)
def test_the_longest_unit_wins_and_its_last_full_stop_stays_outside(
    text: str, symbol: str, spelled: str
) -> None:
    source = read(text)
    found = unit_at(source, 0)
    assert found is not None
    assert (found[0], text[: source.ends[found[1] - 1]]) == (symbol, spelled)


@pytest.mark.parametrize("text", ["людей", "Г области", "мб", "кв", "года"])
def test_what_is_no_unit(text: str) -> None:
    assert unit_at(read(text), 0) is None


@pytest.mark.parametrize(
    ("stem", "value"),
    [("двадцатипяти", 25), ("сорока", 40), ("ста", 100), ("девяносто", 90), ("шестнадцати", 16)],
)
def test_number_words_inside_a_word(stem: str, value: int) -> None:
    assert value_of_stem(stem) == value


@pytest.mark.parametrize("stem", ["много", "", "долго", "двадцатимного"])
def test_what_is_no_number_inside_a_word(stem: str) -> None:
    assert value_of_stem(stem) is None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ему 35 лет", True),
        ("Кравцову 39 лет, он инженер", True),
        ("умер в возрасте 70 лет", True),
        ("мужчина, 35 лет, пропал", True),
        ("Погиб Серик Ахметов (35 лет)", True),
        ("девочка 8 лет", True),
        ("с 14 лет работал", True),
        ("граждане 18 лет и старше", True),
        ("исполнилось 64 года со дня рождения", True),
        ("исполнится 40 лет со дня гибели", False),
        ("он на 10 лет старше брата", False),
        ("за 10 лет добыча выросла", False),
        ("получил 10 лет колонии", False),
        ("Суд назначил подсудимому 7 лет", False),
        ("В Актау 10 лет жители ждут", False),
        ("срок в 10 лет", False),
        ("проработал в Астане 10 лет", False),
    ],
)
def test_an_age_and_a_length_of_time(text: str, age: bool) -> None:
    source = read(text)
    [number] = read_numbers(source)
    assert is_age(source, number) is age


@given(st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=25), st.sampled_from(["", " "]))
@settings(max_examples=300, deadline=None)
def test_whatever_stands_around_numbers_counts_keep_to_the_text(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    source = read(text)
    for candidate in candidates(source, read_numbers(source)):
        assert 0 <= candidate.start < candidate.end <= len(text)


@given(st.text(max_size=60))
@example("5 \U00017000 людей")
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_counts(text: str) -> None:
    assert all(fact.text == text[fact.start : fact.end] for fact in extract(text).facts)


def test_twice_the_text_is_about_twice_the_work() -> None:
    def steps(times: int) -> int:
        """How many calls of Python functions the counts of a text take."""
        source = read("5 новых жилых домов и 7 лет, 8, 9, 10 и 11 школ, 42-летний " * times)
        numbers = read_numbers(source)
        calls = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            candidates(source, numbers)
        finally:
            sys.setprofile(before)
        return calls

    steps(10)  # what is asked once a word is asked here
    assert steps(400) < 2.1 * steps(200)

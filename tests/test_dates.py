"""What dates promise beyond single examples: EDTF that others can read, honest nulls, linear time."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

import kzuz_extract
from kzuz_extract import Date, extract
from kzuz_extract.dates.calendar import Interval, edtf_of, unit_around
from kzuz_extract.dates.grammar import LEVELS
from kzuz_extract.dates.vocabulary import vocabulary

DATES = Path(kzuz_extract.__file__).parent / "dates"
PUBLISHED = date(2025, 11, 15)

unhurried = settings(deadline=None)  # the first example loads the dictionaries


def example_edtf() -> Iterator[str]:
    for path in sorted(DATES.glob("*examples*.toml")):
        with path.open("rb") as file:
            for cases in tomllib.load(file).values():
                for case in cases:
                    yield from (fact["edtf"] for fact in case.get("facts", ()) if fact.get("edtf"))


def dates_of(text: str, published: date | None = PUBLISHED) -> list[Date]:
    return [fact for fact in extract(text, reference_date=published).facts if isinstance(fact, Date)]


@pytest.mark.parametrize("written", sorted(set(example_edtf())))
def test_every_edtf_of_the_examples_is_of_level_0_or_1_to_the_edtf_package(written: str) -> None:
    assert not any("Level2" in of.__name__ for of in type(parse_edtf(written)).__mro__)


@unhurried
@given(
    day=st.dates(date(11, 1, 1), date(9899, 12, 31)),
    unit=st.sampled_from(["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]),
    about=st.booleans(),
)
def test_the_edtf_of_every_unit_is_read_by_the_edtf_package(day: date, unit: str, about: bool) -> None:
    interval = unit_around(day, unit)  # type: ignore[arg-type]
    assert interval is not None
    written = edtf_of(interval, about=about)
    assert written is not None
    assert not any("Level2" in of.__name__ for of in type(parse_edtf(written)).__mro__)


@unhurried
@given(
    day=st.dates(date(1000, 1, 1), date(9000, 12, 31)),
    unit=st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"]),
)
def test_the_edtf_package_reads_the_same_days_out_of_it(day: date, unit: str) -> None:
    interval = unit_around(day, unit)  # type: ignore[arg-type]
    assert interval is not None
    read = parse_edtf(edtf_of(interval))
    assert tuple(read.lower_strict()[:3]) == interval.start.timetuple()[:3]
    assert tuple(read.upper_strict()[:3]) == interval.end.timetuple()[:3]


def test_the_edtf_of_a_quarter_is_an_interval_of_months() -> None:
    assert edtf_of(Interval(date(2024, 7, 1), date(2024, 9, 30), "quarter")) == "2024-07/2024-09"


@pytest.mark.parametrize(
    "text", ["Вчера выпал снег.", "Снег выпал 3 марта.", "Суд пройдёт в пятницу.", "В 14:00 был суд."]
)
def test_without_a_day_of_publication_a_relative_date_is_a_fact_without_days(text: str) -> None:
    (fact,) = dates_of(text, None)
    assert (fact.start_date, fact.end_date, fact.edtf) == (None, None, None)


def test_a_month_stays_a_month_and_no_day_is_invented() -> None:
    (fact,) = dates_of("Мост открыли в марте 2024 года.")
    assert (fact.start_date, fact.end_date, fact.granularity) == ("2024-03-01", "2024-03-31", "month")


def test_the_offsets_of_a_date_hold_among_emoji_and_line_ends() -> None:
    text = "😀 Форум\r\nоткрылся 15\u00a0ноября 2025 года 🇰🇿."
    (fact,) = dates_of(text)
    assert text[fact.start : fact.end] == fact.text == "15\u00a0ноября 2025 года"


def test_no_two_rules_of_dates_share_a_name() -> None:
    names = [rule.name for level in LEVELS for rule in level]
    assert len(names) == len(set(names))


def test_the_vocabulary_gives_every_form_one_class() -> None:
    assert vocabulary().words["сентябре"].value == 9


@unhurried
@given(st.text(alphabet="0123456789.:/- вдопсгмартая", max_size=60))
def test_no_run_of_figures_and_signs_breaks_the_dates(text: str) -> None:
    for fact in dates_of(text):
        assert text[fact.start : fact.end] == fact.text
        if fact.start_date and fact.end_date:
            assert date.fromisoformat(fact.start_date) <= date.fromisoformat(fact.end_date)


def test_a_long_line_of_dates_takes_time_in_proportion() -> None:
    assert len(dates_of("15 ноября 2025 года, " * 2000)) == 2000


WORDS = [
    "15",
    "марта",
    "2024",
    "года",
    "в",
    "сегодня",
    "с",
    "по",
    "до",
    "12:00",
    "утра",
    "ночь на",
    "пятницу",
    "прошлой неделе",
    "последние пять лет",
    "31 февраля",
    "9999",
    "0",
    "(",
    ")",
    ".",
    ",",
    "–",
    "и",
    "1-го",
    "XX",
    "века",
    "конца",
    "начала",
    "через",
    "назад",
    "за",
    "январь",
    "29",
    "выходные",
    "следующей зимой",
    "10000 лет",
]


@unhurried
@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.sampled_from([None, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)]),
)
def test_no_order_of_words_and_no_day_of_publication_breaks_the_dates(
    words: list[str], published: date | None
) -> None:
    for fact in dates_of(" ".join(words), published):
        assert (fact.start_date or "") <= (fact.end_date or "")
        if fact.edtf:
            assert str(parse_edtf(fact.edtf))

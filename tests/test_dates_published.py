"""The day of publication in ways that only dateparser knows, which is loaded for nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzuz_extract.text.header import read_header


@pytest.mark.parametrize(
    "line",
    [
        "Опубликовано: 15 нояб. 2025 г., 18:30",
        "Опубликовано сб, 15 ноября 2025 г. в 18:30",
        "Published: November 15, 2025",
        "Published Nov 15th, 2025 6:30 PM | Kazakhstan",
        "Обновлено: 15-11-2025",
        "Дата публикации: 15 ноя 2025",
    ],
)
def test_the_publication_line_of_a_page_is_read_however_it_is_written(line: str) -> None:
    assert read_header(f"Мост открыт\n{line}\n\nДвижение началось вчера.") == (
        "Мост открыт",
        date(2025, 11, 15),
        "header",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Опубликовано: вчера, 18:30",
        "Обновлено 20 минут назад",
        "Размещено 2025 объявлений о работе",
        "Опубликовано в 2025 году",
        "Опубликованы итоги 15 нояб. 2025 г.",
    ],
)
def test_a_line_that_names_no_whole_day_dates_nothing(line: str) -> None:
    assert read_header(f"Мост открыт\n{line}\n\nДвижение началось.").reference_date is None


@settings(deadline=None)
@given(st.text(alphabet="0123456789.:/-, нояб2025Novмая()г", max_size=50))
def test_no_publication_line_breaks_the_header(said: str) -> None:
    read_header(f"Опубликовано: {said} 2025\nЗаголовок")


def loaded(*code: str) -> bool:
    """Tell whether a new process that runs some lines has loaded dateparser."""
    lines = "\n".join(("import sys", *code, "print('dateparser' in sys.modules)"))
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"


EXTRACT = "from kzuz_extract import extract"
DAY = "from kzuz_extract.command.arguments import day"


def test_dateparser_is_not_loaded_for_the_dates_of_a_text() -> None:
    text = "Опубликовано 15 ноября 2025\\nВчера, 14 ноября 2025 года, в 18:30 и через три дня выпал снег."
    assert not loaded(EXTRACT, f"assert len(extract('{text}').facts) == 3")


def test_dateparser_is_not_loaded_for_a_day_in_iso_8601() -> None:
    assert not loaded(DAY, "day('2025-11-15')")


def test_dateparser_is_loaded_for_a_day_in_words_and_for_a_publication_line() -> None:
    assert loaded(DAY, "day('Nov 15, 2025')")
    assert loaded(EXTRACT, "extract('Published: November 15, 2025\\nВчера выпал снег.')")

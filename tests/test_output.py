"""What each format looks like, and that nothing of a fact is lost in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from made_documents import EMPTY, MADE, PORT, TEXT

from kzuz_extract.output import FORMATS, Style, format_of, writer_of
from kzuz_extract.output.clean import clean
from kzuz_extract.output.csv import COLUMNS
from kzuz_extract.output.values import describe

GOLDEN = Path(__file__).parent / "golden"
VARIANTS = {
    "table.txt": ("table", Style(width=80)),
    "table-200.txt": ("table", Style(width=200)),
    "table-colored.txt": ("table", Style(width=80, colored=True)),
    "array.json": ("json", Style()),
    "documents.jsonl": ("jsonl", Style()),
    "facts.csv": ("csv", Style()),
}


def written(name: str, style: Style, documents: object = MADE) -> str:
    stream = io.StringIO(newline="")
    writer = writer_of(name, stream, style)
    for document, text in documents:  # type: ignore[attr-defined]
        writer.write(document, text)
    writer.close()
    return stream.getvalue()


@pytest.mark.parametrize("file", VARIANTS)
def test_a_format_looks_as_it_did(file: str, golden: Callable[[Path, str], None]) -> None:
    name, style = VARIANTS[file]
    golden(GOLDEN / file, written(name, style))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("documents", [[], [(EMPTY, "")], [*MADE, *MADE]], ids=["none", "empty", "four"])
def test_every_format_can_write_any_number_of_documents(name: str, documents: object) -> None:
    written(name, Style(), documents)


def test_json_of_one_document_is_an_object_and_of_several_an_array() -> None:
    assert json.loads(written("json", Style(single=True), [(PORT, TEXT)])) == PORT.to_dict()
    assert json.loads(written("json", Style())) == [PORT.to_dict(), EMPTY.to_dict()]
    assert json.loads(written("json", Style(), [])) == []
    assert written("json", Style(single=True), []) == ""


def test_json_lines_hold_one_document_each() -> None:
    lines = written("jsonl", Style()).splitlines()
    assert [json.loads(line) for line in lines] == [PORT.to_dict(), EMPTY.to_dict()]


def test_json_keeps_letters_as_they_are_and_offsets_of_code_points() -> None:
    said = written("jsonl", Style())
    assert "Дана Жұмаева" in said
    assert all(
        TEXT[fact["start"] : fact["end"]] == fact["text"]
        for fact in json.loads(said.splitlines()[0])["facts"]
    )


def test_csv_gives_the_same_facts_as_json() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", Style()), newline="")))
    facts = PORT.to_dict()["facts"]
    assert [row["id"] for row in rows] == [fact["id"] for fact in facts]
    for row, fact in zip(rows, facts, strict=True):
        for name, value in fact.items():
            cell = row[name].removeprefix("'")
            assert cell == ("" if value is None else str(value)), name


def test_csv_has_the_same_columns_whatever_it_holds() -> None:
    assert written("csv", Style(), []) == ",".join(COLUMNS) + "\n"
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe_and_a_number_does_not() -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(written("csv", Style()), newline=""))}
    assert rows["f4"]["name"] == "'=Порт-Инфо"
    assert rows["f10"]["text"] == "'+4,5 градуса"
    assert rows["f10"]["value"] == "4.5"


def test_nothing_of_an_article_steers_the_terminal_or_is_taken_for_markup() -> None:
    shown = written("table", Style(width=80))
    assert "\x1b" not in shown
    assert "[bold]:ship:[/bold]" in shown


def test_without_color_the_facts_are_marked_by_brackets_inner_ones_within_outer_ones() -> None:
    shown = written("table", Style(width=200))
    assert "[organization: департамента полиции [location: Актау]] 😀." in shown
    assert "порт [location: Курык] примет" in shown


@pytest.mark.parametrize("width", [20, 80, 200])
def test_the_table_is_no_wider_than_the_terminal(width: int) -> None:
    from rich.cells import cell_len

    assert max(map(cell_len, written("table", Style(width=width)).splitlines())) <= width


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [
        ("\x1b[1;31mАстана\x1b[0m", "Астана"),
        ("\x1b]8;;http://a.kz\x1b\\Астана\x1b]8;;\x07", "Астана"),
        ("\x9b31mАста\u202eна\x00\x7f", "31mАстана"),
        ("раз\r\nдва\rтри\u2028четыре", "раз\nдва\nтри\nчетыре"),
    ],
)
def test_control_characters_are_taken_out(dirty: str, shown: str) -> None:
    assert clean(dirty) == shown


def test_a_value_is_said_in_a_few_words() -> None:
    assert [describe(fact) for fact in PORT.facts] == [
        "by 2030",
        "Курык (city)",
        "> 1\u202f500 судно",
        "=Порт-Инфо",
        "",
        "1\u202f700\u202f000\u202f000 USD",
        "Дана Жұмаева",
        "департамент полиции Актау",
        "Актау (city)",
        "4.5 °C",
    ]


def test_the_ending_of_a_file_chooses_the_format() -> None:
    assert format_of("a/факты.JSONL") == "jsonl"
    assert format_of("facts.csv") == "csv"
    assert format_of("facts.xml") is None

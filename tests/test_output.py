"""What each format looks like, and that nothing of a fact is lost in it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import EMPTY, MADE, PORT, TEXT

from kzuz_extract import Document, Extractor, Location, extract
from kzuz_extract.input.loading import document_of, printed_in
from kzuz_extract.input.sources import Source
from kzuz_extract.output import FORMATS, Offsets, Style, format_of, writer_of
from kzuz_extract.output.brat import standoff
from kzuz_extract.output.clean import clean
from kzuz_extract.output.csv import COLUMNS
from kzuz_extract.output.offsets import counted_in
from kzuz_extract.output.values import describe
from kzuz_extract.problems import Failure

GOLDEN = Path(__file__).parent / "golden"
STREAMS = [name for name, chosen in FORMATS.items() if chosen.place == "stream"]
VARIANTS = {
    "table.txt": ("table", Style(width=80)),
    "table-200.txt": ("table", Style(width=200)),
    "table-colored.txt": ("table", Style(width=80, colored=True)),
    "array.json": ("json", Style()),
    "documents.jsonl": ("jsonl", Style()),
    "facts.csv": ("csv", Style()),
    "facts-excel.csv": ("csv", Style(excel=True)),
    "facts-raw.csv": ("csv", Style(raw=True)),
    "page.html": ("html", Style()),
    "tokens.iob2": ("iob2", Style()),
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


def test_brat_looks_as_it_did(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "port.ann", standoff(PORT))


def test_a_database_looks_as_it_did(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    writer = writer_of("sqlite", str(tmp_path / "facts.sqlite"), Style())
    for document, text in MADE:
        writer.write(document, text)
    writer.close()
    with closing(sqlite3.connect(tmp_path / "facts.sqlite")) as base:
        made = [
            f"{sql};" for (sql,) in base.execute("SELECT sql FROM sqlite_master WHERE sql > '' ORDER BY name")
        ]
        for table in ("documents", "entities", "facts"):
            rows = base.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            made += ["", f"-- {table}", *(json.dumps(row, ensure_ascii=False) for row in rows)]
    golden(GOLDEN / "facts.sql", "\n".join(made) + "\n")


def test_parquet_looks_as_it_did(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    writer = writer_of("parquet", str(tmp_path / "facts.parquet"), Style())
    for document, text in MADE:
        writer.write(document, text)
    writer.close()
    table = parquet.read_table(tmp_path / "facts.parquet")
    columns = [f"{field.name}: {field.type}" for field in table.schema]
    rows = [json.dumps(row, ensure_ascii=False, default=str) for row in table.to_pylist()]
    golden(GOLDEN / "facts.parquet.txt", "\n".join([*columns, "", *rows]) + "\n")


@pytest.mark.parametrize("name", STREAMS)
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


def test_json_read_back_is_the_same_document() -> None:
    for document, _ in MADE:
        assert document_of(json.loads(json.dumps(document.to_dict()))) == document


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.one_of(st.characters(), st.sampled_from("0123456789 .,-$«»\n\r\x1bАСтамлнвгод")), max_size=80)
)
def test_every_format_can_show_any_text(text: str) -> None:
    document = extract(text)
    for name in STREAMS:
        written(name, Style(single=True, colored=True, width=40), [(document, text)])
    for unit in Offsets:
        counted_in(unit, document, text)


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


def test_html_escapes_everything_of_an_article() -> None:
    text = '<script>alert(1)</script> & "Астана" \ud83d'
    page = written("html", Style(), [(EMPTY, text)])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Астана&quot; ?" in page
    assert page.count("<script>") == 1


def test_html_needs_nothing_from_elsewhere() -> None:
    page = written("html", Style())
    assert "http" not in page
    assert "src=" not in page
    assert page.count("<mark ") == page.count("</mark>") == len(PORT.facts)


def test_iob2_tags_the_tokens_of_the_outermost_facts() -> None:
    lines = written("iob2", Style(), [(PORT, TEXT)]).splitlines()
    tagged = [line.split("\t") for line in lines if line and not line.endswith("\tO")]
    assert tagged[:3] == [["2030", "B-date"], ["году", "I-date"], ["Курык", "B-location"]]
    assert ["Актау", "I-organization"] in tagged
    outermost = [fact for fact in PORT.facts if fact.id != "f9"]
    assert sum(tag.startswith("B-") for _, tag in tagged) == len(outermost)


def test_brat_has_a_text_and_standoff_lines_for_each_document(tmp_path: Path) -> None:
    writer = writer_of("brat", str(tmp_path), Style())
    for document, text in [*MADE, (PORT, TEXT)]:
        writer.write(document, text)
    writer.close()
    names = ["порт-2.ann", "порт-2.txt", "порт.ann", "порт.txt", "stdin.ann", "stdin.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    with (tmp_path / "порт.txt").open(encoding="utf-8", newline="") as file:
        assert file.read() == TEXT
    lines = (tmp_path / "порт.ann").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["T1\tdate 25 34\t2030 году", "#1\tAnnotatorNotes T1\tby 2030"]
    for line in lines:
        if line.startswith("T"):
            _, place, covered = line.split("\t")
            start, end = map(int, place.split()[1:])
            assert TEXT[start:end] == covered


def test_brat_names_each_line_of_a_fact_that_spans_lines() -> None:
    spanning = replace(PORT.facts[0], text="2030\r\nгоду", start=10, end=20)
    assert standoff(replace(PORT, facts=(spanning,), entities=())).startswith(
        "T1\tdate 10 14;16 20\t2030 году\n"
    )


def test_sqlite_gives_the_same_facts_and_is_appended_to(tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite"
    for _ in range(2):
        writer = writer_of("sqlite", str(path), Style())
        for document, text in MADE:
            writer.write(document, text)
        writer.close()
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        assert base.execute("SELECT count(*) FROM documents").fetchone()[0] == 4
        assert base.execute("SELECT count(*) FROM entities").fetchone()[0] == 2 * len(PORT.entities)
        rows = base.execute("SELECT * FROM facts WHERE document = 1").fetchall()
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    by_id = {row["id"]: dict(row) for row in rows}
    for fact in PORT.to_dict()["facts"]:
        assert {name: by_id[fact["id"]][name] for name in fact} == fact


def test_a_file_that_is_no_database_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite"
    path.write_text("Это не база данных. " * 100)
    with pytest.raises(Failure, match="cannot be written as SQLite, file is not a database"):
        writer_of("sqlite", str(path), Style())


def test_parquet_gives_the_same_facts_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "facts.parquet"
    writer = writer_of("parquet", str(path), Style())
    for document, text in MADE:
        writer.write(document, text)
    assert [json.loads(line) for line in path.read_text("utf-8").splitlines()] == [
        PORT.to_dict(),
        EMPTY.to_dict(),
    ]
    writer.close()
    table = parquet.read_table(path)
    assert str(table.schema.field("start_date").type) == "date32[day]"
    rows = table.to_pylist()
    for row, fact in zip(rows, PORT.to_dict()["facts"], strict=True):
        if fact["type"] == "date":
            fact |= {"min_duration": fact.pop("min"), "max_duration": fact.pop("max")}
        said = {name: str(row[name]) if name.endswith("_date") and row[name] else row[name] for name in fact}
        assert said == fact


@pytest.mark.parametrize(("unit", "codec", "size"), [("utf8", "utf-8", 1), ("utf16", "utf-16-le", 2)])
def test_offsets_can_count_the_units_of_other_languages(unit: str, codec: str, size: int) -> None:
    units = TEXT.encode(codec)
    for fact in counted_in(Offsets(unit), PORT, TEXT).facts:
        assert units[fact.start * size : fact.end * size].decode(codec) == fact.text
    assert counted_in(Offsets.CODEPOINT, PORT, TEXT) is PORT


def test_every_format_can_write_half_a_surrogate_pair(tmp_path: Path) -> None:
    text = "Астана \ud83d Ташкент"
    odd = Extractor().extract(text, source="\udcff\n.txt")
    place = odd.facts[0]
    assert isinstance(place, Location)
    odd = replace(odd, facts=(replace(place, text="\ud83d", name="\ud83d"), *odd.facts[1:]))
    for name, chosen in FORMATS.items():
        if name == "parquet":
            pytest.importorskip("pyarrow")
        if chosen.place == "stream":
            written(name, Style(), [(odd, text)]).encode("utf-8", "backslashreplace")
        else:
            writer = writer_of(name, str(tmp_path), Style()) if chosen.place == "folder" else None
            writer = writer or writer_of(name, str(tmp_path / f"facts.{name}"), Style())
            writer.write(odd, text)
            writer.close()


SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def read_samples() -> list[tuple[Document, str]]:
    texts = {f"samples/{path.name}": path.read_text(encoding="utf-8") for path in SAMPLES}
    return [(Extractor().extract(text, source=name), text) for name, text in texts.items()]


Documents: TypeAlias = list[tuple[Document, str]]


def facts_of(documents: Documents) -> list[dict[str, Any]]:
    return [fact for document, _ in documents for fact in document.to_dict()["facts"]]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_documents_printed_as_json_and_read_back_are_the_same(
    name: str, read_samples: Documents, tmp_path: Path
) -> None:
    path = tmp_path / f"facts.{name}"
    path.write_text(written(name, Style(), read_samples), encoding="utf-8")
    assert list(printed_in(Source(str(path)))) == [document for document, _ in read_samples]


@pytest.mark.parametrize("style", [Style(raw=True), Style(raw=True, excel=True)], ids=["plain", "excel"])
def test_csv_gives_the_facts_of_every_sample(style: Style, read_samples: Documents) -> None:
    text = written("csv", style, read_samples).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if style.excel else ","))
    facts = facts_of(read_samples)
    assert len(rows) == len(facts)
    for row, fact in zip(rows, facts, strict=True):
        for name, value in fact.items():
            if isinstance(value, int | float):
                assert Decimal(row[name].replace(",", ".")) == Decimal(str(value)), name
            else:
                assert row[name] == (value or ""), name


def test_sqlite_gives_the_facts_of_every_sample(read_samples: Documents, tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite"
    writer = writer_of("sqlite", str(path), Style())
    for document, text in read_samples:
        writer.write(document, text)
    writer.close()
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        rows = base.execute(
            "SELECT * FROM facts ORDER BY document, CAST(substr(id, 2) AS INTEGER)"
        ).fetchall()
    facts = facts_of(read_samples)
    assert [{name: row[name] for name in fact} for row, fact in zip(rows, facts, strict=True)] == facts


def test_parquet_gives_the_facts_of_every_sample(read_samples: Documents, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "facts.parquet"
    writer = writer_of("parquet", str(path), Style())
    for document, text in read_samples:
        writer.write(document, text)
    writer.close()
    rows, facts = parquet.read_table(path).to_pylist(), facts_of(read_samples)
    for row, fact in zip(rows, facts, strict=True):
        if fact["type"] == "date":
            row |= {"min": row["min_duration"], "max": row["max_duration"]}
            row |= {name: row[name] and row[name].isoformat() for name in ("start_date", "end_date")}
        assert {name: row[name] for name in fact} == fact


def test_brat_and_iob2_give_the_places_of_every_sample(read_samples: Documents) -> None:
    for document, text in read_samples:
        places = re.findall(r"^T\d+\t(\w+) (\d+) (\d+)\t(.*)$", standoff(document), re.MULTILINE)
        assert [(t, int(start), int(end), text[int(start) : int(end)]) for t, start, end, _ in places] == [
            (fact.type, fact.start, fact.end, fact.text) for fact in document.facts
        ]
        tags = [
            line.split("\t")[1] for line in written("iob2", Style(), [(document, text)]).splitlines() if line
        ]
        begun = [tag[2:] for tag in tags if tag.startswith("B-")]
        reach, outermost = 0, []
        for fact in document.facts:
            if fact.start >= reach:
                outermost.append(fact.type)
                reach = fact.end
        assert begun == outermost

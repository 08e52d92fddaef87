"""Many documents: tables, packed files and lists in; several processes; what a stopped run leaves."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import signal
import sqlite3
import subprocess
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, run, shown

from kzuz_extract import extract

DAY = "15 ноября 2025"
NEWS = [
    f"{DAY}\nНа линии {number} построят {number + 2} моста за {number + 1},5 млрд тенге, сообщили в Астане.\n"
    for number in range(40)
]


def documents(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """Return what was printed as JSON Lines."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def facts(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = extract(text).to_dict()["facts"]
    return found


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, text in enumerate(NEWS):
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


class TestTables:
    def test_each_line_of_json_is_a_document_named_by_its_line_or_a_column(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        rows = [{"n": f"№ {n}", "body": text} for n, text in enumerate(NEWS[:3])]
        path.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        found = documents(run(path, "--text-column", "body", "-f", "jsonl"))
        assert [document["source"] for document in found] == [f"{path}:{line}" for line in (1, 3, 5)]
        assert [document["facts"] for document in found] == [facts(text) for text in NEWS[:3]]
        found = documents(run(path, "--text-column", "body", "--id-column", "n", "-f", "jsonl"))
        assert [document["source"] for document in found] == ["№ 0", "№ 1", "№ 2"]

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_each_row_of_csv_is_a_document_with_its_own_day(self, tmp_path: Path, delimiter: str) -> None:
        table = io.StringIO()
        rows = csv.writer(table, delimiter=delimiter)
        rows.writerows([("text", "day"), ("Приехал\nвчера.", "2025-03-02"), ("Приехал вчера.", "")])
        path = tmp_path / "news.csv"
        path.write_text(table.getvalue(), encoding="utf-8-sig")
        first, second = documents(run(path, "--date-column", "day", "-f", "jsonl"))
        assert (first["reference_date"], first["reference_date_source"]) == ("2025-03-02", "given")
        assert first["facts"][0]["start_date"] == "2025-03-01"
        assert (second["reference_date"], second["facts"][0]["start_date"]) == (None, None)

    def test_a_row_that_cannot_be_read_is_told_and_the_others_are_printed(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        good = json.dumps({"text": "Пять школ."})
        path.write_text(f'{good}\n{{"text": \n{{"body": "a"}}\n[]\n{{"text": "a", "day": "вода"}}\n{good}\n')
        done = run(path, "-f", "jsonl", "--date-column", "day")
        errors = [
            None,
            "not a JSON object (give one object a line)",
            "no text in column 'text' (name another with --text-column)",
            "not a JSON object (give one object a line)",
            "no day in column 'day', 'вода' (write 2025-11-15, or leave it empty)",
            None,
        ]
        assert done.returncode == 1
        assert [document.get("error") for document in documents(done)] == errors
        assert [len(document["facts"]) for document in documents(done)] == [1, 0, 0, 0, 0, 1]
        assert done.stderr.decode().splitlines() == [
            f"kzuz-extract: {path}:{line}: {error}" for line, error in enumerate(errors, 1) if error
        ]

    def test_each_row_of_parquet_is_a_document_with_its_own_day(self, tmp_path: Path) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        path = tmp_path / "news.parquet"
        columns = {
            "body": ["Приехал вчера.", None, "Приехал вчера."],
            "day": [datetime(2025, 3, 2, 18, 30), None, None],
            "n": [7, 8, 9],
            "unread": ["a", "b", "c"],
        }
        parquet.write_table(pyarrow.table(columns), path)
        options = ("--text-column", "body", "--date-column", "day", "--id-column", "n")
        first, empty, last = documents(run(tmp_path, *options, "-f", "jsonl"))
        assert (first["source"], first["reference_date"]) == ("7", "2025-03-02")
        assert first["facts"][0]["start_date"] == "2025-03-01"
        assert (empty["source"], empty["facts"]) == (f"{path}:2", [])
        assert empty["error"] == "no text in column 'body' (name another with --text-column)"
        assert (last["source"], last["facts"][0]["start_date"]) == ("9", None)

    def test_a_table_without_the_column_or_of_another_kind_is_told_once(self, tmp_path: Path) -> None:
        pytest.importorskip("pyarrow")
        (tmp_path / "a.csv").write_text("body,n\na,1\nb,2\n")
        (tmp_path / "b.csv").write_text("")
        (tmp_path / "c.parquet").write_bytes(b"PAR1 and no more")
        done = run(tmp_path, "--text-column", "text", "-f", "csv")
        assert done.stderr.decode().splitlines() == [
            f"kzuz-extract: {tmp_path}/a.csv: no text in column 'text' (name another with --text-column)",
            f"kzuz-extract: {tmp_path}/c.parquet: not Parquet, or cut short (write it anew)",
        ]

    @pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16"])
    def test_a_long_table_in_any_encoding_is_read_row_by_row(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "news.csv"
        path.write_text("text\n" + f"{'Откроют пять школ. ' * 50}\n" * 100, encoding=encoding)
        assert len(documents(run(path, "-f", "jsonl"))) == 100

    def test_what_stands_before_a_broken_place_of_a_table_is_printed(self, tmp_path: Path) -> None:
        path = tmp_path / "news.csv.gz"
        rows = "text\n" + "Пять школ.\n" * 6_000
        path.write_bytes(gzip.compress(rows.encode() + "Пять школ.\n".encode("cp1251") * 2))
        found = documents(run(path, "-f", "jsonl"))
        assert all(len(document["facts"]) == 1 for document in found[:-1])
        assert len(found) > 5_000
        assert found[-1]["error"].startswith("not utf-8 from here on: byte 0xcf (")
        path.write_bytes(path.read_bytes()[:-20])
        assert documents(run(path, "-f", "jsonl"))[-1]["error"].startswith("not gzip, or cut short (")

    def test_a_pipe_is_a_table_where_a_column_is_named(self) -> None:
        rows = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in NEWS[:2])
        found = json.loads(run("--text-column", "text", stdin=rows.encode()).stdout)
        assert [document["source"] for document in found] == ["-:1", "-:2"]
        table = "body;n\r\nПять школ;1\r\n"
        found = json.loads(run("--text-column", "body", stdin=table.encode("utf-8-sig")).stdout)
        assert [fact["text"] for fact in found[0]["facts"]] == ["Пять школ"]

    def test_a_line_is_answered_before_the_next_one_comes(self) -> None:
        with subprocess.Popen(
            [*COMMAND, "--text-column", "text", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            assert process.stdin
            assert process.stdout
            for _ in range(2):
                process.stdin.write(b'{"text": "a"}\n')
                process.stdin.flush()
                assert process.stdout.readline()
            process.stdin.close()

    @pytest.mark.parametrize("opening", ["[", '{"text":'])
    def test_json_that_is_nested_without_end_is_told(self, tmp_path: Path, opening: str) -> None:
        path = tmp_path / "news.jsonl"
        path.write_text(opening * 100_000 + '\n{"text": "Пять школ."}\n', encoding="utf-8")
        deep, good = documents(run(path, "-f", "jsonl"))
        assert deep["error"] == "not a JSON object (give one object a line)"
        assert [fact["text"] for fact in good["facts"]] == ["Пять школ"]

    def test_half_a_surrogate_pair_in_json_is_written_back_as_it_came(self, tmp_path: Path) -> None:
        path = tmp_path / "news.jsonl"
        path.write_text('{"text": "\\ud83d Астана \\ud83d"}\n')
        [document] = documents(run(path, "-f", "jsonl"))
        assert document["title"] == "\ud83d Астана \ud83d"


class TestFiles:
    def test_a_packed_file_is_unpacked(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt.gz"
        path.write_bytes(gzip.compress(NEWS[0].encode("cp1251")))
        assert documents(run(path, "-f", "jsonl"))[0]["facts"] == facts(NEWS[0])
        assert documents(run(tmp_path, "-f", "jsonl"))[0]["source"] == str(path)

    @pytest.mark.parametrize("damage", ["cut", "none of it"])
    def test_a_packed_file_that_is_damaged_is_told(self, tmp_path: Path, damage: str) -> None:
        path = tmp_path / "a.txt.gz"
        path.write_bytes(gzip.compress(NEWS[0].encode())[:40] if damage == "cut" else NEWS[0].encode())
        done = run(path)
        assert done.returncode == 1
        assert done.stderr.decode().startswith(f"kzuz-extract: {path}: not gzip, or cut short (")

    def test_the_article_of_a_page_is_read_with_its_day(self, tmp_path: Path) -> None:
        pytest.importorskip("resiliparse")
        path = tmp_path / "a.html"
        path.write_text(
            '<html><head><meta property="article:published_time" content="2025-11-15T18:30:00+05:00">'
            "<style>p { color: red }</style></head><body><nav><a href='/'>Спорт</a></nav><article>"
            "<h1>Мост в Актау</h1><p>Он стоит 5&nbsp;000&nbsp;тенге.<br>Его открыли вчера.</p>"
            "<p>Это &laquo;дорого&raquo;.</p></article></body></html>",
            encoding="utf-8",
        )
        [document] = documents(run(path, "-f", "jsonl"))
        assert (document["reference_date"], document["reference_date_source"]) == ("2025-11-15", "header")
        values = {fact["text"]: fact for fact in document["facts"]}
        assert values["5\u00a0000\u00a0тенге"]["amount"] == 5000
        assert values["вчера"]["start_date"] == "2025-11-14"

    @pytest.mark.parametrize(("option", "end"), [((), "\n"), ((), "\r\n"), (("-0",), "\0")])
    def test_paths_may_come_from_a_list(self, news: Path, option: tuple[str, ...], end: str) -> None:
        names = [str(news / "07.txt"), str(news / "03.txt")]
        listed = "".join(name + end for name in names).encode()
        done = run("--files-from", "-", *option, "-f", "jsonl", stdin=listed)
        assert [document["source"] for document in documents(done)] == names

    @pytest.mark.parametrize("name", ["a\nb.txt", "\udcff.txt", "\x1b[31m.txt"], ids=ascii)
    def test_a_name_may_hold_anything_and_its_messages_are_one_line(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        missing = run(path)
        assert (missing.returncode, missing.stderr.count(b"\n")) == (1, 1)
        assert b"\x1b" not in missing.stderr
        path.write_text(NEWS[0], encoding="utf-8")
        twice = documents(run(path, path, "-f", "jsonl"))
        assert [document["facts"] for document in twice] == [facts(NEWS[0])] * 2

    def test_an_empty_list_is_no_document(self) -> None:
        done = run("--files-from", "-")
        assert (done.returncode, done.stdout) == (0, b"[]\n")

    def test_a_pattern_chooses_files_of_a_folder(self, news: Path) -> None:
        (news / "a.text").write_text("Пять школ.", encoding="utf-8")
        assert [d["source"] for d in documents(run(news, "--glob", "*.text", "-f", "jsonl"))] == [
            f"{news}/a.text"
        ]


class TestLoudness:
    def test_quiet_says_nothing(self, news: Path) -> None:
        done = run("нет.txt", news / "01.txt", "-q")
        assert (done.returncode, done.stderr) == (1, b"")

    def test_verbose_tells_of_each_document(self, news: Path) -> None:
        lines = run(news / "01.txt", news / "02.txt", "-v").stderr.decode().splitlines()
        assert len(lines) == 2
        assert "facts in" in lines[0]
        assert "utf-8, published 2025-11-15" in lines[0]

    def test_a_person_who_waits_sees_a_bar(self, news: Path, tmp_path: Path) -> None:
        leader, follower = pty.openpty()
        with subprocess.Popen(
            [*COMMAND, news, "-o", tmp_path / "facts.csv"], stderr=follower, stdin=subprocess.DEVNULL
        ) as process:
            os.close(follower)
            seen = shown(leader)
        assert process.returncode == 0
        assert "40/40" in seen
        assert "0 failed" in seen


class TestFilters:
    def test_kinds_and_a_minimum_keep_what_fits(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Цены выросли на 5 процентов, закупили 300 машин за 2 млрд тенге.", encoding="utf-8")
        [percents] = documents(run(path, "--kinds", "percent", "-f", "jsonl"))
        assert [fact["text"] for fact in percents["facts"]] == ["5 процентов"]
        [large] = documents(run(path, "--min", "300", "-f", "jsonl"))
        assert [fact["text"] for fact in large["facts"]] == ["300 машин", "2 млрд тенге"]

    def test_what_is_kept_names_nothing_that_is_left_out(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Мост в Актау обошёлся в 500 млн тенге (около $1 млн).", encoding="utf-8")
        [document] = documents(run(path, "--min", "2000000", "-f", "jsonl"))
        assert [(f["text"], f["equivalent"]) for f in document["facts"]] == [("500 млн тенге", None)]
        assert document["entities"] == []


class TestJobs:
    def test_several_processes_print_the_same_bytes_in_the_same_order(self, news: Path) -> None:
        alone = run(news, "нет.txt", news, "-f", "jsonl")
        together = run(news, "нет.txt", news, "-f", "jsonl", "--jobs", "2")
        assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)
        assert together.returncode == alone.returncode == 1

    @pytest.mark.parametrize("format_", ["json", "csv", "iob2"])
    def test_so_they_do_in_every_format_with_every_option(self, news: Path, format_: str) -> None:
        options = (news, "-f", format_, "-v", *(("--offsets", "utf8") if format_ != "iob2" else ()))
        alone, together = run(*options), run(*options, "--jobs", "2")
        assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)
        assert together.returncode == 0


def left_by_a_killed_run(news: Path, target: Path, growing: Path) -> None:
    """Kill a run that waits for the text of document 20, when those before it have been written."""
    fifo = news / "20.txt"
    text = fifo.read_bytes()
    fifo.unlink()
    os.mkfifo(fifo)
    with subprocess.Popen([*COMMAND, news, "-o", target]) as process:
        until, size = time.monotonic() + 60, -1
        while time.monotonic() < until and not (size > 0 and size == growing.stat().st_size):
            size = growing.stat().st_size if growing.exists() else 0
            time.sleep(1)
        process.send_signal(signal.SIGKILL)
    fifo.unlink()
    fifo.write_bytes(text)


class TestStopping:
    @pytest.mark.parametrize("ending", ["jsonl", "csv"])
    def test_a_killed_run_leaves_its_finished_documents_and_can_go_on(
        self, news: Path, tmp_path: Path, ending: str
    ) -> None:
        target, partial = tmp_path / f"facts.{ending}", tmp_path / f"facts.{ending}.partial"
        left_by_a_killed_run(news, target, partial)
        assert not target.exists()
        left = partial.read_bytes()
        assert left.count(b"\n") == (
            20 if ending == "jsonl" else 1 + sum(len(facts(text)) for text in NEWS[:20])
        )
        done = run(news, "-o", target)
        assert done.returncode == 1
        assert b"--resume" in done.stderr
        half = b'{"schema_version": "1.0", "sou' if ending == "jsonl" else left.splitlines()[-1][:40]
        partial.write_bytes(left + half)
        assert run(news, "-o", target, "--resume").returncode == 0
        assert target.read_bytes() == run(news, "-f", ending).stdout
        assert not partial.exists()

    def test_a_killed_run_can_go_on_in_a_database(self, news: Path, tmp_path: Path) -> None:
        target, whole = tmp_path / "facts.sqlite", tmp_path / "whole.sqlite"
        left_by_a_killed_run(news, target, Path(f"{target}-wal"))
        assert run(news, "-o", target, "--resume").returncode == 0
        assert run(news, "-o", whole).returncode == 0
        for table in ("documents", "facts", "entities"):
            query = f"SELECT * FROM {table} ORDER BY 1, 2"
            assert sqlite3.connect(target).execute(query).fetchall() == (
                sqlite3.connect(whole).execute(query).fetchall()
            )

    def test_a_killed_run_can_go_on_in_parquet(self, news: Path, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        target, whole = tmp_path / "facts.parquet", tmp_path / "whole.parquet"
        left_by_a_killed_run(news, target, Path(f"{target}.partial"))
        assert not target.exists()
        assert run(news, "-o", target, "--resume").returncode == 0
        assert run(news, "-o", whole).returncode == 0
        assert parquet.read_table(target).equals(parquet.read_table(whole))

    def test_going_on_is_for_files_that_grow_document_by_document(self, news: Path) -> None:
        assert run(news, "--resume").returncode == 2
        assert run(news, "--resume", "-o", "a.html").returncode == 2

    @pytest.mark.parametrize("ending", ["jsonl", "csv", "sqlite", "parquet"])
    def test_what_is_no_output_of_an_earlier_run_is_left_as_it_is(
        self, news: Path, tmp_path: Path, ending: str
    ) -> None:
        growing = tmp_path / ("a.sqlite" if ending == "sqlite" else f"a.{ending}.partial")
        growing.write_text("это не факты\nи это\n", encoding="utf-8")
        done = run(news, "-o", tmp_path / f"a.{ending}", "--resume")
        assert done.returncode == 1
        assert done.stderr.decode().startswith(f"kzuz-extract: {growing}: ")
        assert growing.read_text(encoding="utf-8") == "это не факты\nи это\n"

"""The command as its users meet it: a process with arguments, pipes, a terminal, and an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import BRIDGE, COMMAND, ROAD, complaint, on_a_terminal, run
from test_examples import unmarked

from kzuz_extract import __version__, extract, schema
from kzuz_extract.examples import by_rule
from kzuz_extract.output.csv import COLUMNS


class TestOutput:
    def test_into_a_pipe_it_is_the_json_of_the_library(self, bridge: Path) -> None:
        done = run(bridge)
        assert (done.returncode, done.stderr) == (0, b"")
        assert json.loads(done.stdout) == {**extract(BRIDGE).to_dict(), "source": str(bridge)}

    def test_one_file_is_an_object_and_several_or_a_folder_an_array(self, bridge: Path, road: Path) -> None:
        assert json.loads(run(bridge).stdout)["source"] == str(bridge)
        assert [d["source"] for d in json.loads(run(road, bridge).stdout)] == [str(road), str(bridge)]
        assert [d["source"] for d in json.loads(run(bridge.parent).stdout)] == [str(road), str(bridge)]

    def test_json_lines_hold_the_documents_in_the_order_given(self, bridge: Path, road: Path) -> None:
        lines = run(road, bridge, road, "--format", "jsonl").stdout.splitlines()
        assert [json.loads(line)["source"] for line in lines] == [str(road), str(bridge), str(road)]

    def test_csv_is_one_table_over_all_documents(self, bridge: Path, road: Path) -> None:
        done = run(bridge, road, "-f", "csv")
        header, *rows = done.stdout.decode().splitlines()
        assert header == ",".join(COLUMNS)
        assert len(rows) == len(extract(BRIDGE).facts) + len(extract(ROAD).facts)

    @pytest.mark.parametrize("paths", [1, 2])
    def test_all_json_is_valid_by_the_schema(self, bridge: Path, road: Path, paths: int) -> None:
        jsonschema.validate(json.loads(run(*[bridge, road][:paths]).stdout), schema.build())

    def test_types_keep_facts_and_entities_of_those_types_alone(self, bridge: Path) -> None:
        found = json.loads(run(bridge, "--types", "money, date").stdout)
        assert {fact["type"] for fact in found["facts"]} <= {"money", "date"}
        assert found["entities"] == []

    def test_the_same_input_gives_the_same_bytes(self, bridge: Path) -> None:
        one = run(bridge, TZ="Asia/Almaty", PYTHONHASHSEED="1", LANG="ru_RU.UTF-8").stdout
        assert one == run(bridge, TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C").stdout

    def test_no_fact_depends_on_the_order_of_a_set(self, tmp_path: Path) -> None:
        """Python shuffles its sets anew in every process; facts of all examples are the same in three."""
        table = tmp_path / "examples.jsonl"
        texts = sorted({unmarked(example.text)[0] for cases in by_rule().values() for example in cases})
        table.write_text("".join([json.dumps({"text": text}) + "\n" for text in texts]), encoding="utf-8")
        one, *others = [run(table, "-f", "jsonl", PYTHONHASHSEED=str(seed)).stdout for seed in (1, 2, 3)]
        assert one.count(b"\n") == len(texts) > 2000
        assert [other == one for other in others] == [True, True]

    @pytest.mark.parametrize(
        "variables", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1251"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"}]
    )
    def test_standard_output_is_utf_8_in_any_locale(self, bridge: Path, variables: dict[str, Any]) -> None:
        assert "обойдётся" in run(bridge, "-f", "table", **variables).stdout.decode()


class TestInput:
    @pytest.mark.parametrize("arguments", [(), ("-",)])
    def test_a_pipe_is_read(self, arguments: Iterable[str]) -> None:
        done = run(*arguments, stdin=BRIDGE)
        assert json.loads(done.stdout) == extract(BRIDGE).to_dict()

    def test_standard_input_is_left_alone_where_a_path_is_given(self, bridge: Path) -> None:
        with subprocess.Popen([*COMMAND, bridge], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert json.loads(process.stdout.read())["source"] == str(bridge)

    def test_standard_input_may_stand_among_paths(self, road: Path) -> None:
        lines = run(road, "-", "-f", "jsonl", stdin=BRIDGE).stdout.splitlines()
        assert [json.loads(line)["source"] for line in lines] == [str(road), None]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866", "mac-cyrillic"])
    def test_every_usual_encoding_gives_the_same_facts(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes((BRIDGE.replace(" 😀", "") * 3).encode(encoding))
        expected = extract(BRIDGE.replace(" 😀", "") * 3).to_dict()
        assert json.loads(run(path).stdout) == {**expected, "source": str(path)}

    def test_an_encoding_can_be_forced(self) -> None:
        done = run("--encoding", "cp866", stdin=BRIDGE.encode("cp866", "ignore"))
        assert json.loads(done.stdout)["title"] == "Мост в Актау"

    @pytest.mark.parametrize(
        "day",
        [
            "2025-11-01",
            "01.11.2025",
            "1 ноября 2025",
            "1 ноября 2025 года",
            "Nov 1, 2025",
            "2025-11-01T18:30",
        ],
    )
    def test_the_day_of_publication_may_be_given_in_many_ways(self, bridge: Path, day: str) -> None:
        found = json.loads(run(bridge, "--date", day).stdout)
        assert (found["reference_date"], found["reference_date_source"]) == ("2025-11-01", "given")

    def test_the_day_in_the_header_is_read_where_none_is_given(self, bridge: Path) -> None:
        found = json.loads(run(bridge).stdout)
        assert (found["reference_date"], found["reference_date_source"]) == ("2025-11-15", "header")

    def test_an_empty_document_has_no_facts_and_is_no_failure(self) -> None:
        done = run()
        assert (done.returncode, json.loads(done.stdout)["facts"]) == (0, [])


class TestBadInput:
    def test_a_missing_path_is_told_and_the_others_are_printed(self, bridge: Path, road: Path) -> None:
        done = run(bridge, "нет.txt", road, "-f", "jsonl")
        first, missing, last = map(json.loads, done.stdout.splitlines())
        assert (done.returncode, first["source"], last["source"]) == (1, str(bridge), str(road))
        assert complaint(done) == "нет.txt: no such file or folder (check the path)"
        reason = "no such file or folder (check the path)"
        assert (missing["source"], missing["facts"], missing["error"]) == ("нет.txt", [], reason)

    def test_a_single_path_that_fails_prints_nothing(self) -> None:
        done = run("нет.txt")
        assert (done.returncode, done.stdout) == (1, b"")
        assert complaint(done)

    def test_a_folder_without_text(self, tmp_path: Path) -> None:
        done = run(tmp_path)
        assert (done.returncode, done.stdout) == (1, b"[]\n")
        assert complaint(done).startswith(f"{tmp_path}: no text in this folder (")

    @pytest.mark.usefixtures("bridge")
    def test_a_binary_file(self, tmp_path: Path) -> None:
        (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
        done = run(tmp_path, "-f", "jsonl")
        errors = [json.loads(line).get("error", "") for line in done.stdout.splitlines()]
        assert (done.returncode, sorted(error[:16] for error in errors)) == (1, ["", "binary, not text"])
        assert complaint(done).startswith(f"{tmp_path / 'photo.txt'}: binary, not text (")

    def test_a_file_that_cannot_be_decoded(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(BRIDGE.encode() + b"\xff" + BRIDGE.encode())
        done = run(path)
        assert done.returncode == 1
        place = f"byte 0xff at offset {len(BRIDGE.encode())}"
        assert complaint(done) == f"{path}: not utf-8: {place} (name its encoding with --encoding)"

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read(self, bridge: Path) -> None:
        bridge.chmod(0)
        assert complaint(run(bridge)) == f"{bridge}: permission denied (check who may use it)"

    @pytest.mark.parametrize(
        ("output", "reason"),
        [
            ("no/such/folder/a.json", "cannot be written"),
            (".", "is a folder"),
            ("мост.txt", "exists already"),
        ],
    )
    def test_an_output_that_cannot_be_written(self, bridge: Path, output: str, reason: str) -> None:
        done = run(bridge, "--output", output, cwd=bridge.parent)
        assert (done.returncode, done.stdout) == (1, b"")
        assert complaint(done).startswith(f"{output}: {reason}")
        assert bridge.read_text() == BRIDGE

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("into", ["--output", ">"])
    def test_a_full_disk(self, bridge: Path, into: str) -> None:
        if into == "--output":
            done = run(bridge, "--output", "/dev/full")
        else:
            with open("/dev/full", "wb") as full:
                done = subprocess.run([*COMMAND, bridge], stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1
        assert "no space left" in complaint(done)


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (
                ("--types", "money,dates"),
                "no type 'dates' (did you mean 'date'?): choose from date, money, count",
            ),
            (("--types", ","), "choose from date, money, count"),
            (("--date", "32.13.2025"), "is no day"),
            (("--date", "ноябрь 2025"), "is no day"),
            (("--format", "jsn"), "did you mean 'json'?"),
            (("--encoding", "cp125x"), "no encoding 'cp125x'"),
            (("--encoding", "base64"), "no encoding 'base64'"),
            (("--fromat", "json"), "--format"),
            (("--color", "sometimes"), "--color"),
        ],
    )
    def test_a_wrong_usage_is_one_line_and_2(self, arguments: tuple[str, ...], told: str) -> None:
        done = run(*arguments, "a.txt")
        assert (done.returncode, done.stdout) == (2, b"")
        assert told in complaint(done)
        assert complaint(done).endswith("(see kzuz-extract --help)")

    def test_a_terminal_with_nothing_to_read_gets_help_and_2(self) -> None:
        code, seen = on_a_terminal()
        assert code == 2
        assert "Usage: kzuz-extract" in seen

    def test_help_has_examples_and_exit_codes(self) -> None:
        for option in ("--help", "-h"):
            done = run(option)
            assert (done.returncode, done.stderr) == (0, b"")
            assert b"kzuz-extract article.txt" in done.stdout
            assert b"130 interrupted" in done.stdout

    def test_version(self, bridge: Path) -> None:
        assert run("--version").stdout.decode() == f"kzuz-extract {__version__}\n"
        assert run(bridge, "--version").stdout.decode() == f"kzuz-extract {__version__}\n"


class TestTerminal:
    def test_a_person_sees_the_article_in_color_with_legend_table_and_sum(self, bridge: Path) -> None:
        code, seen = on_a_terminal(bridge)
        assert code == 0
        assert "\x1b[" in seen
        assert "Мост обойдётся в" in seen
        assert "1,7 млрд тенге" in seen
        assert "in 1 document" in seen

    @pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_color_can_be_refused(self, bridge: Path, variables: dict[str, str]) -> None:
        assert "\x1b[3" not in on_a_terminal(bridge, **variables)[1]
        assert "\x1b[3" not in on_a_terminal(bridge, "--color", "never")[1]

    def test_color_can_be_forced(self, bridge: Path) -> None:
        assert b"\x1b[" in run(bridge, "-f", "table", "--color", "always").stdout
        assert b"\x1b[" in run(bridge, "-f", "table", FORCE_COLOR="1").stdout
        assert b"\x1b[" not in run(bridge, "-f", "table").stdout

    def test_json_has_no_color_even_on_a_terminal(self, bridge: Path) -> None:
        assert "\x1b" not in on_a_terminal(bridge, "-f", "json")[1]

    def test_an_article_cannot_steer_the_terminal(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text(
            "\x1b[2J\x1b]0;чужой заголовок\x07[red]Астана[/red] [/b] :smile: \x9b1m", encoding="utf-8"
        )
        _, seen = on_a_terminal(path, "--color", "never")
        assert "\x1b" not in seen
        assert "\x9b" not in seen
        assert "[/b] :smile:" in seen


class TestFiles:
    def test_output_goes_to_the_file_alone_and_its_ending_says_how(self, bridge: Path) -> None:
        done = run(bridge, "-o", "facts.csv", cwd=bridge.parent)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert (bridge.parent / "facts.csv").read_text(encoding="utf-8").startswith("source,")
        assert not (bridge.parent / "facts.csv.partial").exists()

    def test_a_file_is_overwritten_by_force_alone_an_empty_one_freely(self, bridge: Path) -> None:
        target = bridge.parent / "facts.jsonl"
        target.touch()
        assert run(bridge, "-o", target).returncode == 0
        before = target.read_bytes()
        assert run(bridge, bridge, "-o", target).returncode == 1
        assert target.read_bytes() == before
        assert run(bridge, bridge, "-o", target, "--force").returncode == 0
        assert target.read_bytes() == before * 2

    def test_a_device_is_written_to_as_it_is(self, bridge: Path) -> None:
        assert json.loads(run(bridge, "-o", "/dev/stdout").stdout)["source"] == str(bridge)

    def test_failures_keep_what_is_finished(self, bridge: Path) -> None:
        target = bridge.parent / "facts.jsonl"
        assert run("нет.txt", bridge, "-o", target).returncode == 1
        failed, kept = map(json.loads, target.read_text(encoding="utf-8").splitlines())
        assert (failed["source"], kept["source"]) == ("нет.txt", str(bridge))


class TestStart:
    def test_json_into_a_pipe_loads_nothing_that_it_does_not_need(self, bridge: Path) -> None:
        done = run_with_imports(bridge, "--format", "json")
        assert not {"rich", "dateparser", "hypothesis", "babel", "pydantic", "dask", "pymorphy3"} & done

    def test_version_loads_no_typer(self) -> None:
        assert not {"typer", "regex", "dataclasses", "rich"} & run_with_imports("--version")


def run_with_imports(*arguments: str | Path) -> set[str]:
    """Return the names of the packages that a run imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kzuz_extract", *map(str, arguments)],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    lines = done.stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines if "|" in line}

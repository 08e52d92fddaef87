"""The commands beside extraction, and the topics of help."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kzuz_extract import examples, schema
from kzuz_extract.command import manual

ROAD = "Дорогу длиной 40 километров построят в Астане за 1,7 млрд тенге к маю 2030 года.\n"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kzuz_extract", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_rules_lists_every_rule_with_an_example() -> None:
    done = run("rules")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(examples.by_rule())


@pytest.mark.parametrize("name", ["money", "money.*", "money.sign_before"])
def test_rules_shows_all_examples_of_a_rule_or_a_dimension(name: str) -> None:
    lines = run("rules", name).stdout.splitlines()
    assert "money.sign_before" in lines
    assert any("[$1,7 млрд]" in line and "amount 1700000000" in line for line in lines)


def test_an_unknown_rule_is_a_wrong_usage_and_the_likely_one_is_named() -> None:
    done = run("rules", "money.sign_befor")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "did you mean 'money.sign_before'?" in done.stderr


def test_schema_prints_the_schema() -> None:
    assert json.loads(run("schema").stdout) == schema.build()


def test_stats_counts_names_sums_and_months(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ROAD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ROAD, encoding="utf-8")
    done = run("stats", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "in 2 documents" in done.stdout.splitlines()[0]
    assert any(line.split()[:2] == ["Астана", "2"] for line in done.stdout.splitlines())
    assert "KZT, largest 1\u202f700\u202f000\u202f000 2 █" in done.stdout
    assert "2030-05 2 █" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_stats_counts_what_was_extracted_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ROAD, encoding="utf-8")
    expected = run("stats", tmp_path / "a.txt").stdout
    for name in ("facts.jsonl", "facts.json"):
        run(tmp_path / "a.txt", "-o", tmp_path / name)
        assert run("stats", tmp_path / name).stdout == expected
    (tmp_path / "b.json").write_text('{"a": 1}')
    assert run("stats", tmp_path / "b.json").stderr.startswith(
        f"kzuz-extract: {tmp_path}/b.json: holds no documents"
    )


def test_stats_tells_what_failed() -> None:
    done = run("stats", "нет.txt")
    assert done.returncode == 1
    assert done.stderr == "kzuz-extract: нет.txt: no such file or folder (check the path)\n"


def test_help_lists_its_topics_and_prints_each() -> None:
    listed = run("help").stdout.splitlines()[1:]
    topics = {line.split()[0] for line in listed}
    assert "  formats   Formats" in listed
    assert {"accuracy", "cli", "errors", "formats", "python", "rules"} <= topics
    assert topics == {path.stem for path in manual.DOCS.glob("*.md")}
    assert run("help", "formats").stdout.startswith("# Formats\n")
    assert run("help", "fromats").returncode == 2


def test_the_python_of_its_topic_does_what_it_says() -> None:
    text = (manual.DOCS / "python.md").read_text(encoding="utf-8").replace("```", "")
    report: list[str] = []
    test = doctest.DocTestParser().get_doctest(text, {}, "python.md", None, 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner().run(test, out=report.append).failed == 0, "".join(report)


def test_the_rules_that_its_topic_shows_are_there() -> None:
    text = (manual.DOCS / "rules.md").read_text(encoding="utf-8")
    for name in re.findall(r"kzuz-extract rules '?([\w.*]+)", text):
        assert examples.of_rules(name), name


@pytest.mark.parametrize("topic", sorted(path.stem for path in manual.DOCS.glob("*.md")))
def test_a_topic_fits_a_terminal(topic: str) -> None:
    text = (manual.DOCS / f"{topic}.md").read_text(encoding="utf-8")
    prose = [line for line in text.splitlines() if not line.startswith(("|", "    "))]
    assert max(map(len, prose)) <= 120


def test_the_manual_page_is_one(tmp_path: Path) -> None:
    page = manual.DOCS / "kzuz-extract.1"
    assert page.read_text(encoding="utf-8").startswith('.TH KZUZ\\-EXTRACT 1 "" "kzuz\\-extract ')
    if shutil.which("man"):
        done = subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", str(page)],
            env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stderr == ""
        assert "--format" in done.stdout
        assert "130 interrupted" in done.stdout


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("kzuz-extract --fo", "--format"),
        ("kzuz-extract -f ht", "html"),
        ("kzuz-extract --types money,d", "money,date"),
        ("kzuz-extract --offsets utf1", "utf16"),
        ("kzuz-extract he", "help"),
        ("kzuz-extract help form", "formats"),
        ("kzuz-extract rules money.sign_b", "money.sign_before"),
        ("kzuz-extract stats --t", "--top"),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_options_and_values(shell: str, line: str, wanted: str) -> None:
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    done = subprocess.run(
        [sys.executable, "-m", "kzuz_extract"],
        env={**os.environ, **asked, "_KZUZ_EXTRACT_COMPLETE": f"complete_{shell}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert wanted in re.findall(r"[\w.,-]+", done.stdout)


def test_files_are_left_to_the_shell_to_complete() -> None:
    asked = {"COMP_WORDS": "kzuz-extract sam", "COMP_CWORD": "1", "_KZUZ_EXTRACT_COMPLETE": "complete_bash"}
    done = subprocess.run(
        [sys.executable, "-m", "kzuz_extract"], env={**os.environ, **asked}, capture_output=True, check=False
    )
    assert done.stdout.strip() == b""
    script = subprocess.run(
        [sys.executable, "-m", "kzuz_extract", "--show-completion", "bash"], capture_output=True, check=False
    )
    assert b"complete -o default" in script.stdout


@pytest.mark.parametrize("name", ["cli.md", "errors.md", "kzuz-extract.1"])
def test_a_built_topic_is_current(name: str) -> None:
    built = (manual.DOCS / name).read_text(encoding="utf-8")
    assert manual.pages()[name] == built, "rebuild: python -m kzuz_extract.command.manual"


def test_explain_names_the_rules_their_evidence_and_their_examples(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ROAD, encoding="utf-8")
    done = run(path, "-f", "table", "--explain")
    said = " ".join(done.stdout.split())
    assert "money.name_after …построят в Астане за [1,7 млрд тенге] к маю 2030 года. →" in said
    assert "→ 1 700 000 000 KZT for example: " in said


RECIPES = [
    line.strip()
    for line in (manual.DOCS / "formats.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("    ")
]


@pytest.mark.skipif(shutil.which("jq") is None, reason="needs jq")
@pytest.mark.parametrize("recipe", [line for line in RECIPES if "jq" in line])
def test_a_recipe_for_jq_works(recipe: str, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for place in ("article.txt", "news/a.txt", "news/b.txt"):
        (tmp_path / place).write_text("Асель Ким купила дом за 5 млн тенге.", encoding="utf-8")
    command = recipe.replace("kzuz-extract", f'"{sys.executable}" -m kzuz_extract', 1)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("query", [line for line in RECIPES if line.startswith("SELECT")])
def test_a_query_for_sqlite_works(query: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Асель Ким купила дом в мае 2024 года за 5 млрд тенге.", encoding="utf-8")
    assert run(path, "-o", tmp_path / "facts.db").returncode == 0
    with closing(sqlite3.connect(tmp_path / "facts.db")) as base:
        assert base.execute(query).fetchall()

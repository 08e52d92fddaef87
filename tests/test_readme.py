"""The README shows what is true: its commands are run, their output compared; `--update-golden` renews it."""

from __future__ import annotations

import doctest
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kzuz_extract.command import manual
from kzuz_extract.command.exits import Exit
from kzuz_extract.output import FORMATS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
COMMAND = r"(?P<command>.* << 'END'\n(?s:.*?)\nEND|.*)"  # of one line, or with its input up to END
SHOWN = re.compile(rf"(?<=<!-- shown -->\n```console\n)\$ {COMMAND}\n(?P<output>(?s:.*?))(?=```\n)")
ENVIRONMENT = os.environ | {
    "PATH": str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"],
    "COLUMNS": "100",
    "NO_COLOR": "1",
    "LC_ALL": "C",
}


def block(mark: str) -> str:
    """Return the code under a mark such as `<!-- tests -->`."""
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```\n", TEXT, re.DOTALL)
    assert found, mark
    return found[1]


def printed(command: str) -> str:
    """Run a command of the README in the folder of the README."""
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def test_the_readme_shows_what_the_commands_print(golden: Callable[[Path, str], None]) -> None:
    assert len(SHOWN.findall(TEXT)) >= 3
    golden(README, SHOWN.sub(lambda found: f"$ {found['command']}\n{printed(found['command'])}", TEXT))


@pytest.mark.parametrize(("paper", "name"), [("light", "terminal.svg"), ("dark", "terminal-dark.svg")])
def test_the_pictures_show_what_a_terminal_shows(
    paper: str, name: str, golden: Callable[[Path, str], None], request: pytest.FixtureRequest
) -> None:
    """Compared are the words: how they are drawn differs from one release of rich to the next."""
    assert f"kzuz_extract/docs/{name}" in TEXT
    article = re.search(r"<< 'END'\n(.*?)END\n", TEXT, re.DOTALL)
    assert article
    drawn, path = manual.picture(article[1], paper), manual.DOCS / name
    if request.config.getoption("--update-golden"):
        golden(path, drawn)
    assert words_of(drawn) == words_of(path.read_text(encoding="utf-8"))
    assert "1 700 000 000 USD" in words_of(drawn).replace("\u202f", " ")
    assert not re.search(r"(?:href|url)\W*https?:", drawn)


def words_of(svg: str) -> str:
    return " ".join(html.unescape(" ".join(re.findall(r"<text[^>]*>(.*?)</text>", svg))).split())


def test_the_command_for_a_first_look_extracts_from_a_sample() -> None:
    *_, last = block("install").split("&&")
    assert '"facts": [' in printed(last.replace(".venv/bin/", "").strip())


def test_the_python_of_the_readme_does_what_it_says() -> None:
    test = doctest.DocTestParser().get_doctest(block("doctest"), {}, "README.md", str(README), 0)
    report: list[str] = []
    assert doctest.DocTestRunner().run(test, out=report.append).failed == 0, "".join(report)


@pytest.mark.skipif(shutil.which("jq") is None, reason="needs jq")
@pytest.mark.parametrize("command", re.findall(r"^(?:kzuz-extract|curl) .*$", TEXT, re.MULTILINE))
def test_a_command_of_the_readme_works(command: str, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for name in ("court", "flood"):
        shutil.copy(ROOT / "samples" / f"{name}.txt", tmp_path / "news")
    command = re.sub(r"^curl -s [^|]*", "cat news/court.txt ", command.partition("#")[0])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout or (tmp_path / "facts.jsonl").stat().st_size


@pytest.mark.parametrize("code", Exit, ids=lambda code: code.name)
def test_the_readme_names_every_exit_code(code: Exit) -> None:
    assert f"| {int(code)} |" in TEXT


def test_the_options_of_the_readme_are_those_of_the_command() -> None:
    offered = set(re.findall(r"--[a-z-]+", printed("kzuz-extract --help")))
    assert set(re.findall(r"`(--[a-z-]+)", TEXT)) - {"--update-golden"} <= offered


@pytest.mark.parametrize("name", FORMATS)
def test_the_readme_names_every_format(name: str) -> None:
    assert f"| `{name}` |" in TEXT


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = {"install": "kzuz-extract samples/", "tests": "-m pytest", "compiled": "KZUZ_COMPILE=1"}
    for mark, command in commands.items():
        assert f'run "$(block {mark})"' in script
        assert command in block(mark)
        assert command not in script


def test_the_topic_of_accuracy_says_what_the_readme_says() -> None:
    rows = re.findall(r"^\| [^|]* articles[^|]*\|(?:[^|]*\|){6}$", TEXT, re.MULTILINE)
    told = (manual.DOCS / "accuracy.md").read_text(encoding="utf-8")
    assert rows
    assert [row for row in rows if row not in told] == [], "copy them to docs/accuracy.md"

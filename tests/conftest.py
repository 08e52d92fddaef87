"""Golden files: what a test made must equal the file; `pytest --update-golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command import BRIDGE, ROAD


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew, do not compare"
    )
    parser.addoption("--screenshots", metavar="FOLDER", help="keep pictures of the page as Chromium shows it")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, byte for byte; or write it, if asked to."""

    def compare(path: Path, made: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8", newline="")
        with path.open(encoding="utf-8", newline="") as file:
            assert made == file.read(), (
                f"{path.name} differs: pytest --update-golden, then look at the changes"
            )

    return compare


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "мост.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


@pytest.fixture
def road(tmp_path: Path) -> Path:
    path = tmp_path / "дорога.txt"
    path.write_text(ROAD, encoding="utf-8")
    return path

"""The HTML page in a real browser: values by keyboard, the filter, narrow screens, light and dark.

Runs where Chromium is installed; `--screenshots FOLDER` keeps what was seen.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from made_documents import MADE, PORT

from kzuz_extract.output import Style, writer_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
)
_ATTEMPTS = 5  # on a busy machine the window may get the focus after the script, and no element has it then
LOOK = """
<script>
const mark = type => document.querySelector("mark." + type);
const box = type => document.querySelector(`input[data-type=${type}]`);
const paint = element => getComputedStyle(element).backgroundColor;
const bubble = element => getComputedStyle(element, "::after");
const seen = {active: document.hasFocus(), before: paint(mark("date"))};
mark("money").focus();
seen.focused = document.activeElement === mark("money");
seen.value = bubble(mark("money")).content;
seen.reachable = [...document.querySelectorAll("mark")].every(each => each.tabIndex === 0);
box("date").click();
seen.hidden = paint(mark("date"));
seen.others = paint(mark("money"));
mark("date").focus();
seen.bubble = bubble(mark("date")).display;
box("date").click();
seen.again = paint(mark("date"));
seen.paper = getComputedStyle(document.body).backgroundColor;
seen.overflow = document.documentElement.scrollWidth - innerWidth;
seen.size = [innerWidth, parseFloat(getComputedStyle(document.querySelector(".text")).fontSize)];
seen.scripts = document.querySelectorAll("script").length;
SHOW
document.title = JSON.stringify(seen);
</script>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    with path.open("w", encoding="utf-8") as stream:
        writer = writer_of("html", stream, Style())
        for document, text in MADE:
            writer.write(document, text + "Очень" * 60 + "<script>document.title = 'чужое'</script>")
        writer.close()
    return path


def looked_at(page: Path, *flags: str, show: str = "", picture: Path | None = None) -> dict[str, Any]:
    """Open a page in the browser, do what LOOK does, and return what was seen."""
    assert CHROMIUM
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</body>", LOOK.replace("SHOW", show) + "</body>"), encoding="utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={page.parent / 'profile'}", *flags]
    try:
        if picture:
            subprocess.run(
                [*command, f"--screenshot={picture}", page.as_uri()],
                check=True,
                capture_output=True,
                timeout=60,
            )
        seen: dict[str, Any] = {}
        for _ in range(_ATTEMPTS):
            done = subprocess.run(
                [*command, "--dump-dom", page.as_uri()], check=True, capture_output=True, timeout=60
            )
            title = re.search(r"<title>(.*?)</title>", done.stdout.decode())
            assert title
            seen = json.loads(unescape(title[1]))
            if seen["active"]:
                break
    finally:
        page.write_text(text, encoding="utf-8")
    return seen


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2."""

    def light(color: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


@pytest.mark.parametrize("width", [1200, 500], ids=["desk", "phone"])
def test_a_reader_gets_values_by_keyboard_and_chooses_types(page: Path, width: int) -> None:
    seen = looked_at(page, f"--window-size={width},900")
    assert seen["focused"]
    assert seen["reachable"]
    assert seen["value"] == '"money: 1\u202f700\u202f000\u202f000 USD"'
    assert seen["hidden"] == "rgba(0, 0, 0, 0)"
    assert seen["bubble"] == "none"
    assert seen["others"] != "rgba(0, 0, 0, 0)"
    assert seen["again"] == seen["before"] != seen["hidden"]
    assert seen["overflow"] <= 0
    assert seen["size"][1] >= 16
    assert seen["scripts"] == 2  # its own, and the one of this test; none of the article


def test_colors_can_be_read_on_light_and_on_dark_screens(page: Path) -> None:
    ask = """
      seen.contrasts = [...document.querySelectorAll("mark")].map(
        each => [getComputedStyle(each).color, paint(each)]);
      seen.body = [getComputedStyle(document.body).color, seen.paper];
    """
    papers = set()
    for scheme in ("1", "0"):  # light, dark
        seen = looked_at(page, f"--blink-settings=preferredColorScheme={scheme}", show=ask)
        papers.add(seen["paper"])
        assert len(seen["contrasts"]) == len(PORT.facts)
        assert min(contrast(*pair) for pair in [*seen["contrasts"], seen["body"]]) >= 4.5
    assert len(papers) == 2


def test_what_was_seen_is_kept_for_whoever_asks(page: Path, request: pytest.FixtureRequest) -> None:
    folder = request.config.getoption("--screenshots")
    if folder is None:
        pytest.skip("--screenshots FOLDER keeps them")
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, flags in {
        "desk": ("--window-size=1200,900",),
        "phone": ("--window-size=500,900",),
        "dark": ("--window-size=1200,900", "--blink-settings=preferredColorScheme=0"),
    }.items():
        looked_at(page, *flags, show='mark("money").focus();', picture=Path(folder) / f"{name}.png")

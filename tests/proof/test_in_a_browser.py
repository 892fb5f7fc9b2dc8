"""The letter of the recorded week in a real Chromium."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from newsletter.cli import main

pytestmark = pytest.mark.proof

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

PAGE = """<!doctype html><title>wait</title>
<iframe id="letter" style="border:0;width:{width}px;height:3000px" srcdoc="{letter}"></iframe>
<script>
document.getElementById("letter").addEventListener("load", (event) => {{
  const page = event.target.contentDocument, seen = page.documentElement;
  const wide = [...page.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > {width} + 1);
  document.title = JSON.stringify({{
    scroll: seen.scrollWidth, wide: wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 200)),
    h1: page.querySelectorAll("h1").length, links: page.querySelectorAll("a[href]").length,
    dark: getComputedStyle(page.body).backgroundColor,
  }});
}});
</script>"""


@pytest.fixture(scope="module")
def letter(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["demo"]) == 0
    return (folder / "demo-site" / "issue.html").read_text(encoding="utf-8")


def seen(letter: str, folder: Path, *, width: int, dark: bool = False) -> dict:
    """What Chromium says of the letter at a width in CSS pixels."""
    if CHROMIUM is None:
        pytest.fail("There is no Chromium to look at the letter with. Install Debian's package chromium.")
    page = folder / "page.html"
    page.write_text(PAGE.format(width=width, letter=html.escape(letter)), encoding="utf-8")
    # 0 is dark, 1 is light.
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", *quiet, scheme,
        f"--user-data-dir={folder / 'profile'}", "--window-size=1000,3200", "--virtual-time-budget=3000", "--dump-dom",
        page.as_uri(),
    ]  # fmt: skip
    dumped = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    found = re.search(r"<title>(.*?)</title>", dumped, re.DOTALL)
    assert found
    return json.loads(html.unescape(found[1]))


@pytest.mark.parametrize("width", [600, 375, 320])
def test_nothing_scrolls_sideways(letter, tmp_path, width):
    looked = seen(letter, tmp_path, width=width)

    assert looked["wide"] == []
    assert looked["scroll"] <= width


def test_the_letter_is_one_page_with_one_heading_and_its_links(letter, tmp_path):
    looked = seen(letter, tmp_path, width=600)

    assert looked["h1"] == 1
    assert looked["links"] > 30


def test_the_dark_scheme_is_dark(letter, tmp_path):
    light = seen(letter, tmp_path, width=600)["dark"]
    dark = seen(letter, tmp_path, width=600, dark=True)["dark"]

    assert light != dark
    assert max(int(n) for n in re.findall(r"\d+", dark)[:3]) < 60

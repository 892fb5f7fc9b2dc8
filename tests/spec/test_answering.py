"""How a verb answers, whatever becomes of its words."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, "-m", "newsletter"]


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)} | more


def shell(site, command: str, **more: str) -> subprocess.CompletedProcess:
    line = command.replace("newsletter", f"{sys.executable} -m newsletter", 1)
    return subprocess.run(
        ["sh", "-c", line], cwd=site.folder, env=environment(**more), capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_failure(site, closed):
    site.fill()

    answer = shell(site, f"newsletter collect {closed}")

    assert answer.returncode == 0
    assert "Traceback" not in answer.stderr
    assert site.json("draft")["issue"] == 1


def test_a_full_standard_output_is_said_on_standard_error(site):
    site.fill()

    answer = shell(site, "newsletter subscribers stats --json > /dev/full")

    assert answer.returncode == 1
    assert answer.stderr.strip()
    assert "Traceback" not in answer.stderr


def test_a_reader_who_stops_reading_is_no_traceback(site):
    site.fill(subscribers=500)

    answer = shell(site, "newsletter subscribers export | head -1")

    assert answer.stdout == "email,name,status,joined\n"
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_names_of_any_script_come_out_in_any_locale(site, locale):
    site.fill()
    site.json("subscribers", "add", "zoë@reader.example", "--name", "Zoë مريم")

    answer = shell(
        site, "newsletter subscribers export > out.csv", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )

    assert answer.returncode == 0
    assert "zoë@reader.example,Zoë مريم" in (site.folder / "out.csv").read_text(encoding="utf-8")


def test_a_failure_says_its_sentence_on_standard_error_and_in_the_json(site):
    for name in ("ledger", "wire", "standard"):
        site.write_feed(name, "<html></html>")

    answer = site.run("collect", "--json")

    assert answer.status == 1
    assert answer.json["exit"] == 1
    assert answer.json["error"] == answer.last_line


@pytest.mark.parametrize("verb", ["init", "demo", "collect", "replay", "subscribers", "db", "feeds"])
def test_every_verb_explains_itself(site, verb):
    answer = shell(site, f"newsletter {verb} --help")

    assert answer.returncode == 0
    assert "Usage:" in answer.stdout


@pytest.mark.parametrize("after", [0.15, 0.4, 0.6, 0.8, 1.0])
def test_ctrl_c_in_the_first_second_leaves_a_site_that_works(site, after):
    """The store may be in the making."""
    site.fill()
    (site.folder / "newsletter.db").unlink()
    process = subprocess.Popen(
        [*RUN, "collect", "--json"], cwd=site.folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    time.sleep(after)

    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)

    assert process.returncode != 0 or json.loads(out)["feeds"] == 3
    assert site.run("collect").status == 0
    assert site.json("db", "check")["ok"]


def test_a_list_may_come_through_standard_input_in_any_locale(site):
    site.write_list("email,name", "zoë@reader.example,Zoë")

    answer = shell(site, "newsletter subscribers import - --json < list.csv", LC_ALL="C", PYTHONUTF8="0")
    closed = shell(site, "newsletter subscribers import - <&-")

    assert json.loads(answer.stdout)["added"] == 1
    assert closed.returncode == 1
    assert "standard input" in closed.stderr
    assert site.json("subscribers", "show", "zoë@reader.example")["name"] == "Zoë"


def test_a_link_stays_a_link_and_a_device_a_device(site):
    site.fill()
    (site.folder / "real.csv").write_text("old")
    (site.folder / "link.csv").symlink_to("real.csv")

    site.json("subscribers", "export", "--out", "link.csv")
    refused = site.run("subscribers", "export", "--out", "/dev/null")

    assert (site.folder / "link.csv").is_symlink()
    assert "reader1@reader.example" in (site.folder / "real.csv").read_text(encoding="utf-8")
    assert refused.status == 1
    assert Path("/dev/null").is_char_device()
    assert not list(site.folder.glob(".*.part"))

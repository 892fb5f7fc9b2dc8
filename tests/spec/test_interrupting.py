"""Ctrl-C: a short sentence and exit status 130 whenever it comes, and no traceback."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.sites import CONFIG

ROOT = Path(__file__).parents[2]
FEED = "/feed.xml"


@pytest.fixture
def silent():
    """A web server whose feed never comes, and an event for when somebody waits for it."""
    asked, done = threading.Event(), threading.Event()

    def wait(request):
        from werkzeug import Response

        asked.set()
        done.wait(60)
        return Response("", status=503)

    with HTTPServer(host="127.0.0.1", port=0, threaded=True) as server:
        server.expect_request(FEED).respond_with_handler(wait)
        yield server, asked
        done.set()


def started(site, *arguments: str, code: str = "") -> subprocess.Popen:
    """A verb in a process group of its own, as at a terminal."""
    run = ["-c", code] if code else ["-m", "newsletter"]
    return subprocess.Popen(
        [sys.executable, *run, *arguments, "--config", str(site.config)],
        cwd=site.folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def stopped(process: subprocess.Popen) -> tuple[int, str, str]:
    """What comes of Ctrl-C, which a terminal sends to the whole group."""
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err


@pytest.mark.parametrize("verb", [["collect"], ["feeds", "check", FEED]], ids=" ".join)
@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["", "json"])
def test_ctrl_c_while_a_feed_is_waited_for_ends_with_a_sentence(site, silent, verb, as_json):
    server, asked = silent
    address = server.url_for(FEED)
    allowed = f'[web]\nallow_private_feeds = ["127.0.0.1:{server.port}"]\n'
    site.config.write_text(CONFIG + allowed + f'[[feeds]]\nurl = "{address}"\n', encoding="utf-8")
    process = started(site, *(address if word == FEED else word for word in verb), *as_json)
    assert asked.wait(30)

    status, out, err = stopped(process)

    assert status == 130
    assert err.splitlines()[-1] == "Stopped. What was done is kept; run the same command again to go on."
    assert "Traceback" not in err
    assert not as_json or json.loads(out)["exit"] == 130


#: The command line takes its time to load, and says when it does.
LOADING = """
import sys, time
class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            print("loading", flush=True)
            time.sleep(60)
sys.meta_path.insert(0, Slow())
from newsletter.__main__ import main
main()
"""
#: The interpreter goes down, says so, and takes its time.
GOING_DOWN = """
import atexit, sys, time
from newsletter.__main__ import main
def last():
    print("going", flush=True)
    time.sleep(60)
atexit.register(last)
main()
"""
#: Ctrl-C falls into a destructor, where nothing can be raised.
DESTRUCTOR = """
import signal, sys, time
from newsletter import cli
from newsletter.__main__ import main
class Fragile:
    def __del__(self):
        print("falling", flush=True)
        time.sleep(60)
def run(arguments):
    Fragile()
    time.sleep(60)
cli.main = run
main()
"""


def heard(process: subprocess.Popen) -> None:
    """Wait until the process says that it is where it should be."""
    assert process.stdout is not None
    while not process.stdout.readline().endswith(("loading\n", "going\n", "falling\n")):
        assert process.poll() is None
    time.sleep(0.05)


def test_ctrl_c_while_the_program_loads_ends_with_a_sentence(site):
    process = started(site, "collect", code=LOADING)
    heard(process)

    status, _, err = stopped(process)

    assert (status, err) == (130, "Stopped. Nothing was begun; run the same command again.\n")


def test_ctrl_c_in_a_destructor_is_neither_shown_nor_forgotten(site):
    process = started(site, "collect", code=DESTRUCTOR)
    heard(process)

    status, _, err = stopped(process)

    assert status == 130
    assert err.startswith("Stopped. ")
    assert "Traceback" not in err


def test_ctrl_c_when_all_is_said_leaves_at_once_and_changes_no_answer(site):
    site.fill()
    process = started(site, "feeds", "list", code=GOING_DOWN)
    heard(process)

    status, _, err = stopped(process)

    assert status == 0
    assert "Traceback" not in err

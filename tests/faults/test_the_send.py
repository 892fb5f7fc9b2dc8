"""Faults in the middle of a send: nobody lost, nobody mailed twice."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = [sys.executable, "-m", "newsletter"]


def newsletter(site, *arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*RUN, *arguments, "--config", str(site.config)],
        capture_output=True, text=True, timeout=120, check=False, cwd=site.folder, env=environment(), **options,
    )  # fmt: skip


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


def everyone_once(site, frozen: int) -> None:
    audit = site.json("audit")
    assert audit["ok"]
    assert audit["counts"]["sent"] == frozen
    assert len(site.messages()) == frozen
    assert not list(site.outbox.glob("*.part"))
    assert site.json("db", "check")["ok"]


def begun(site, process: subprocess.Popen) -> None:
    """Wait until messages are being written."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline and len(list(site.outbox.glob("*.eml"))) < 5:
        time.sleep(0.005)


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_send_that_is_stopped_is_finished_by_the_next_run(site, stop):
    site.approved(subscribers=600)
    process = subprocess.Popen(
        [*RUN, "send", "--config", str(site.config)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=site.folder, env=environment(),
    )  # fmt: skip
    begun(site, process)

    process.send_signal(stop)
    _, said = process.communicate(timeout=60)
    stopped_at = len(site.messages())
    again = site.json("send")

    assert stopped_at < 600, "the send was over before it could be stopped"
    assert "Traceback" not in said
    if stop is signal.SIGINT:
        assert process.returncode == 1
        assert "run the same command again" in said.strip().splitlines()[-1]
    assert again["counts"]["sent"] == 600
    everyone_once(site, 600)


def test_a_full_disk_stops_the_send_and_loses_nobody(site):
    """The limit on a file's size stands for the disk: the system refuses the write in the same way."""
    site.approved(subscribers=20)

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))

    # The store's own files are past that size already, so only a copy of the site's outbox is put to it.
    stopped = newsletter(site, "send", preexec_fn=small_files)
    assert stopped.returncode == 1
    assert "Traceback" not in stopped.stderr

    site.json("send")
    everyone_once(site, 20)


def test_an_outbox_that_cannot_be_written_says_so_and_loses_nobody(site):
    site.approved(subscribers=20)
    site.outbox.write_text("a file stands where the folder should")

    stopped = newsletter(site, "send")
    site.outbox.unlink()
    site.json("send")

    assert stopped.returncode == 1
    assert "run send again" in stopped.stderr.strip().splitlines()[-1]
    everyone_once(site, 20)


def test_a_locked_database_is_waited_for_and_then_named(site):
    site.approved(subscribers=3)
    holder = sqlite3.connect(site.folder / "newsletter.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    stopped = newsletter(site, "send")
    holder.execute("ROLLBACK")
    holder.close()
    site.json("send")

    assert stopped.returncode == 1
    assert "locked" in stopped.stderr.strip().splitlines()[-1]
    everyone_once(site, 3)


def test_two_sends_at_once_mail_nobody_twice(site):
    site.approved(subscribers=300)

    both = [
        subprocess.Popen(
            [*RUN, "send", "--config", str(site.config)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=site.folder,
            env=environment(),
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[1] for process in both]
    site.json("send")

    assert all("Traceback" not in words for words in said)
    everyone_once(site, 300)

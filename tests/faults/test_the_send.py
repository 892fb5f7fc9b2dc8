"""Faults in the middle of a send: nobody lost, nobody mailed twice."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.full_disk import mount, small_disk
from tests.sites import Site

#: Bytes in which a disk in memory gives out its room.
PAGE = 4096
#: Messages for which there is room: more than one call of the transport carries, and fewer than two.
FITTING = 130

RUN = [sys.executable, "-m", "newsletter"]


def newsletter(site, *arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*RUN, *arguments, "--config", str(site.config)],
        capture_output=True, text=True, timeout=120, check=False, cwd=site.folder, env=environment(), **options,
    )  # fmt: skip


def sending(site) -> subprocess.Popen:
    """A send under way in a process of its own."""
    return subprocess.Popen(
        [*RUN, "send", "--config", str(site.config)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=site.folder, env=environment(),
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
    process = sending(site)
    begun(site, process)

    process.send_signal(stop)
    _, said = process.communicate(timeout=60)
    stopped_at = len(site.messages())
    again = site.json("send")

    assert stopped_at < 600, "the send was over before it could be stopped"
    assert "Traceback" not in said
    if stop is signal.SIGINT:
        assert process.returncode == 130
        assert "run the same command again" in said.strip().splitlines()[-1]
    assert again["counts"]["sent"] == 600
    everyone_once(site, 600)


@contextmanager
def full_outbox(site, capsys) -> Iterator[Callable[[], None]]:
    """An outbox with room for the transport's first call and not for its second; yields what makes room in it.

    Where this user may mount no small disk, a message of the second call is led to the system's own full one.
    """
    # The same letter to the same readers, in a copy of the site: how long the messages are, and what they are called.
    copy = Site(Path(shutil.copytree(site.folder, site.folder.with_name(f"{site.folder.name}-copy"))), capsys)
    copy.json("send")
    finished = sorted(copy.outbox.glob("*.eml"))
    pages = sum(-(-path.stat().st_size // PAGE) for path in finished[:FITTING])
    with small_disk(site.outbox, kilobytes=pages * PAGE // 1024) as mounted:
        if not mounted:
            (site.outbox / finished[FITTING].name).with_suffix(".part").symlink_to("/dev/full")

        def make_room() -> None:
            # A link goes with the message that could not be finished.
            assert not mounted or mount(site.outbox, kilobytes=64 * 1024, again=True)

        yield make_room


def test_a_full_disk_stops_the_send_and_loses_nobody(site, capsys):
    """What waits in the ledger is not in the outbox: its reader may leave before there is room again."""
    site.approved(subscribers=150)

    with full_outbox(site, capsys) as make_room:
        stopped = site.run("send")
        counts, there = site.run("audit", "--json").json["counts"], len(site.messages())
        make_room()
        site.json("subscribers", "remove", "reader140@reader.example")
        site.json("send")
        audit = site.json("audit")
        readers = [who for message in site.messages() for who in re.findall(rb"(?m)^To: .*\b(reader\d+)@", message)]

    assert stopped.status == 1
    assert "No space left on device" in stopped.err
    assert "run send again" in stopped.last_line
    assert (counts["sent"], counts["waiting"], there) == (100, 50, 100)
    assert audit["ok"]
    assert (audit["counts"]["sent"], audit["counts"]["suppressed"]) == (149, 1)
    assert len(set(readers)) == len(readers) == 149
    assert b"reader140" not in readers


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

    both = [sending(site) for _ in range(2)]
    said = [process.communicate(timeout=120)[1] for process in both]
    site.json("send")

    assert all("Traceback" not in words for words in said)
    everyone_once(site, 300)


def test_a_store_that_is_taken_away_in_the_middle_stops_the_send(site):
    """Else the letters would go on, and nobody would remember to whom."""
    site.approved(subscribers=600)
    process = sending(site)
    begun(site, process)

    away = site.folder / "away"
    away.mkdir()
    for path in site.folder.glob("newsletter.db*"):
        path.rename(away / path.name)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "removed or replaced" in said.strip().splitlines()[-1]
    for path in away.iterdir():
        path.rename(site.folder / path.name)
    site.json("send")
    everyone_once(site, 600)

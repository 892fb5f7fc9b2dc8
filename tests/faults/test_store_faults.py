"""What the embedded store does when the world around its file fails: a sentence, and nothing lost."""

import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from newsletter.backends.stores import Stores, open_stores
from newsletter.backends.stores.tables import REVISION
from newsletter.domain.errors import Refused, StoreUnavailable
from newsletter.domain.send import DeliveryState, SendId
from tests.builders import NOON, CountedTokens, a_recipient, a_stored_issue, a_subscriber, an_entry
from tests.contract.desk import approved_issue
from tests.older_stores import a_first_store, columns_of, rows_of

ROOT = Path(__file__).parents[2]
SOON = timedelta(milliseconds=50)
NOBODY = 65534

Opener = Callable[..., Stores]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded store that holds nothing, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    stores = open_stores(f"sqlite:///{path}")
    stores.keeper.upgrade()
    stores.close()
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A store of this test's own."""
    return shutil.copyfile(template, tmp_path / "store.db")


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens stores, and closes them after the test."""
    everything: list[Stores] = []

    def open_one(path: Path, *, busy_timeout: timedelta = SOON) -> Stores:
        everything.append(open_stores(f"sqlite:///{path}", busy_timeout=busy_timeout))
        return everything[-1]

    yield open_one
    for stores in everything:
        stores.close()


def all_entries(stores: Stores) -> list[str]:
    return [entry.id for entry in stores.entries.between(NOON - timedelta(days=9), NOON + timedelta(days=9))]


# --- where the store is ----------------------------------------------------------------------------------------------


def test_an_upgrade_makes_the_store_for_nobody_else_to_read(tmp_path: Path, opened: Opener):
    """The file holds people's addresses, and that they read about politics."""
    stores = opened(tmp_path / "new.db")

    assert stores.keeper.upgrade() == REVISION

    stores.entries.save([an_entry("1")])
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert set(modes) >= {"new.db", "new.db-wal"}
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("name", ["with space.db", "what?.db", "50%25.db", "a#b&c=d.db", "Zürich.db", "x?mode=memory"])
def test_a_path_may_hold_any_character(tmp_path: Path, opened: Opener, name: str):
    opened(tmp_path / name).keeper.upgrade()

    assert opened(tmp_path / name).keeper.check() == []
    assert (tmp_path / name).is_file()


def test_a_relative_path_stays_where_it_was_when_the_store_was_opened(
    path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(path.parent)
    stores = opened(Path(path.name))
    monkeypatch.chdir(ROOT)

    assert stores.keeper.check() == []


def test_a_store_that_is_not_there_is_not_made_by_looking(tmp_path: Path, opened: Opener):
    """A wrong path would otherwise look like an empty list."""
    stores = opened(tmp_path / "missing.db")

    with pytest.raises(StoreUnavailable, match=r"There is no store .*missing\.db yet\. 'newsletter collect' makes one"):
        stores.subscribers.stats()
    with pytest.raises(StoreUnavailable, match=r"There is no store .*missing\.db"):
        stores.keeper.check()
    with pytest.raises(StoreUnavailable, match=r"There is no store .*missing\.db"):
        stores.keeper.backup(str(tmp_path / "copy.db"))

    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_has_to_be_upgraded_first(tmp_path: Path, opened: Opener):
    (tmp_path / "empty.db").touch()
    stores = opened(tmp_path / "empty.db")

    with pytest.raises(StoreUnavailable, match=r"empty\.db is empty. .*'newsletter db upgrade'"):
        stores.subscribers.stats()

    stores.keeper.upgrade()
    assert stores.subscribers.stats().mailable == 0


@pytest.mark.parametrize("use", ["read", "upgrade"])
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, opened: Opener, use: str):
    stores = opened(tmp_path / "nowhere" / "store.db")

    with pytest.raises(StoreUnavailable, match=r"The folder .*nowhere of the store store\.db does not exist"):
        stores.keeper.upgrade() if use == "upgrade" else stores.issues.latest()


def test_a_folder_is_no_store(tmp_path: Path, opened: Opener):
    with pytest.raises(StoreUnavailable, match=r"is a folder. Name a file in it"):
        opened(tmp_path).keeper.upgrade()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_an_address_without_a_file_is_refused(url: str):
    """What is in memory is gone with the process, and the ledger must not be."""
    with pytest.raises(StoreUnavailable, match=r"Write sqlite:/// and the path of a file"):
        open_stores(url)


@pytest.mark.parametrize("url", ["postgresql://ana:hunter2@db.example/letters", "mysql:///hunter2", "hunter2", ""])
def test_an_address_of_another_kind_is_refused_without_its_password(url: str):
    with pytest.raises(StoreUnavailable, match=r"Write sqlite:/// and the path of a file") as refused:
        open_stores(url)

    assert "hunter2" not in str(refused.value) or url == "hunter2"


# --- what the store is -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("use", ["upgrade", "read", "check"])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, opened: Opener, use: str):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor, " * 500)
    stores = opened(letter)

    if use == "check":
        found = stores.keeper.check()
    else:
        with pytest.raises(StoreUnavailable) as refused:
            stores.keeper.upgrade() if use == "upgrade" else stores.issues.latest()
        found = [str(refused.value)]

    assert len(found) == 1
    assert f"{letter} is no SQLite database" in found[0]
    assert letter.read_text() == "Dear editor, " * 500


@pytest.mark.parametrize("use", ["read", "write", "upgrade", "check", "ask whether it is empty"])
def test_another_programs_database_is_left_byte_for_byte_as_it_is(tmp_path: Path, opened: Opener, use: str):
    with closing(sqlite3.connect(tmp_path / "photos.db")) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
    before = (tmp_path / "photos.db").read_bytes()
    stores = opened(tmp_path / "photos.db")

    if use == "ask whether it is empty":
        assert not stores.keeper.empty()
    else:
        with pytest.raises(StoreUnavailable, match=r"photos\.db belongs to another program"):
            {
                "read": stores.issues.latest,
                "write": lambda: stores.issues.save_draft(a_stored_issue()),
                "upgrade": stores.keeper.upgrade,
                "check": stores.keeper.check,
            }[use]()
    stores.close()

    assert [file.name for file in tmp_path.iterdir()] == ["photos.db"]
    assert (tmp_path / "photos.db").read_bytes() == before


def test_a_store_is_empty_until_it_has_tables(tmp_path: Path, opened: Opener):
    """There is nothing to lose, so that whoever opens it may make the tables without being asked."""
    stores = opened(tmp_path / "new.db")

    before_there_is_a_file = stores.keeper.empty()
    stores.database.create()
    in_a_file_without_a_byte = stores.keeper.empty()
    stores.database.share()
    in_a_file_with_a_header = stores.keeper.empty()
    stores.keeper.upgrade()

    assert (before_there_is_a_file, in_a_file_without_a_byte, in_a_file_with_a_header) == (True, True, True)
    assert not stores.keeper.empty()


def test_what_cannot_be_read_is_not_called_empty(tmp_path: Path, opened: Opener):
    (tmp_path / "letter.txt").write_text("Dear editor, " * 500)

    with pytest.raises(StoreUnavailable, match="is no SQLite database"):
        opened(tmp_path / "letter.txt").keeper.empty()


def test_a_newer_versions_store_is_left_as_it_is(path: Path, opened: Opener):
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    stores = opened(path)

    for use in (stores.keeper.upgrade, stores.issues.latest, stores.keeper.check):
        with pytest.raises(StoreUnavailable, match=rf"{path} was made by a newer version"):
            use()


def test_a_store_that_is_upgraded_by_another_process_is_refused_from_then_on(path: Path, opened: Opener):
    """A process that runs for weeks must not write with an old schema in mind."""
    stores = opened(path)
    stores.issues.save_draft(a_stored_issue())

    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreUnavailable, match="newer version"):
        stores.issues.save_draft(a_stored_issue())


def test_broken_pages_are_found(path: Path, opened: Opener):
    stores = opened(path)
    stores.entries.save([an_entry() for _ in range(300)])
    stores.close()
    with path.open("r+b") as file:
        for page in range(30, 60):
            file.seek(page * 4096)
            file.write(b"\xff" * 2048)

    found = stores.keeper.check()

    assert found
    assert all("damaged" in sentence and "backup" in sentence for sentence in found)
    with pytest.raises(StoreUnavailable, match=rf"{path} is damaged"):
        all_entries(stores)


def test_a_row_without_its_parent_is_found(path: Path, opened: Opener):
    stores = opened(path)
    approved_issue(stores)
    stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=[a_recipient()], batch_size=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("DELETE FROM sends")

    (found,) = stores.keeper.check()

    assert "of deliveries belongs to a row of sends that is not there" in found


# --- who may write it ------------------------------------------------------------------------------------------------


@contextmanager
def without_privileges() -> Iterator[None]:
    """The system administrator may write everywhere; a test of what may not be written is run as nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder in which nothing can be made; outside pytest's, which nobody may enter."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
        Path(name).chmod(0o700)


def test_a_store_that_may_not_be_written_says_so(template: Path, closed_folder: Path, opened: Opener):
    path = shutil.copyfile(template, closed_folder / "store.db")
    path.chmod(0o444)
    closed_folder.chmod(0o555)
    stores = opened(path)

    with without_privileges(), pytest.raises(StoreUnavailable, match=rf"{path} cannot be (written|opened). Give this"):
        stores.entries.save([an_entry()])


def test_a_store_that_cannot_be_made_says_so(closed_folder: Path, opened: Opener):
    closed_folder.chmod(0o555)
    stores = opened(closed_folder / "store.db")

    with without_privileges(), pytest.raises(StoreUnavailable, match=r"store\.db cannot be made. Give this user"):
        stores.keeper.upgrade()


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(path: Path, opened: Opener):
    stores = opened(path)
    stores.entries.save([an_entry("before")])

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match=rf"{path} is locked by another process. Wait"):
            stores.entries.save([an_entry("during")])
        read_meanwhile = all_entries(stores)

    stores.entries.save([an_entry("after")])
    assert read_meanwhile == ["before"]
    assert all_entries(stores) == ["after", "before"]


def test_an_upgrade_that_waits_too_long_says_so(tmp_path: Path, opened: Opener):
    (tmp_path / "new.db").touch()
    with closing(sqlite3.connect(tmp_path / "new.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(StoreUnavailable, match="is locked by another process"):
            opened(tmp_path / "new.db").keeper.upgrade()


def test_a_writer_waits_its_turn(path: Path, opened: Opener):
    stores = opened(path, busy_timeout=timedelta(seconds=20))
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.close)
    release.start()

    stores.entries.save([an_entry("patient")])

    release.join()
    assert all_entries(stores) == ["patient"]


def test_reading_and_then_writing_never_fails_because_another_wrote_in_between(path: Path, opened: Opener):
    """Adding and saving first look what is known; many do so at once."""
    stores = opened(path, busy_timeout=timedelta(seconds=20))
    everyone = [a_subscriber(f"reader{n}@example.com") for n in range(30)]
    tokens = [CountedTokens(f"thread-{n}") for n in range(4)]

    with ThreadPoolExecutor(4) as threads:
        added = list(threads.map(lambda own: stores.subscribers.add(everyone, tokens=own), tokens))

    assert sorted(result.added for result in added) == [0, 0, 0, 30]


def test_two_upgrades_at_once_are_one(tmp_path: Path, opened: Opener):
    together = [opened(tmp_path / "new.db", busy_timeout=timedelta(seconds=20)) for _ in range(4)]

    with ThreadPoolExecutor(4) as threads:
        revisions = list(threads.map(lambda stores: stores.keeper.upgrade(), together))

    assert revisions == [REVISION] * 4
    assert together[0].keeper.check() == []


def test_every_commit_is_on_the_disk_before_it_returns(path: Path, opened: Opener):
    """The ledger must not forget, in a power cut, whom it has just mailed."""
    with opened(path).database.raw() as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 50}


# --- a full disk -----------------------------------------------------------------------------------------------------


def make_small(stores: Stores, *, pages: int) -> None:
    """Let the database grow to so many pages, and then behave as on a full disk."""
    event.listen(
        stores.database._engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages}").close()
    )


@pytest.mark.parametrize("room", [0, 1, 3, 10, 30])
def test_a_full_disk_undoes_the_whole_change(path: Path, opened: Opener, room: int):
    approved_issue(opened(path))
    approved = opened(path).issues.get(1)
    with opened(path).database.raw() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    stores = opened(path)
    make_small(stores, pages=pages + room)
    many = [a_recipient(f"reader{n}@example.com", number=n) for n in range(1, 2000)]

    with pytest.raises(StoreUnavailable, match=rf"disk that holds the store {path} is full. Nothing was changed"):
        stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=many, batch_size=100)

    assert stores.sends.of_issue(1) is None
    assert stores.issues.get(1) == approved
    assert stores.keeper.check() == []


@pytest.mark.parametrize("pages", [2, 8, 20])
def test_an_upgrade_on_a_full_disk_leaves_what_was_there(tmp_path: Path, opened: Opener, pages: int):
    stores = opened(tmp_path / "new.db")
    make_small(stores, pages=pages)

    with pytest.raises(StoreUnavailable, match="is full"):
        stores.keeper.upgrade()

    with pytest.raises(StoreUnavailable, match="is empty"):
        stores.issues.latest()
    assert opened(tmp_path / "new.db").keeper.upgrade() == REVISION


@pytest.mark.parametrize("room", [0, 1, 10, 100, 300])
def test_an_upgrade_of_an_earlier_store_on_a_full_disk_leaves_what_was_there(tmp_path: Path, opened: Opener, room: int):
    """Changing a table means copying it: there must be room for both."""
    path = tmp_path / "earlier.db"
    a_first_store(path, entries=3000)
    old = columns_of(path)
    before = rows_of(path, old)
    with opened(path).database.raw() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    stores = opened(path)
    make_small(stores, pages=pages + room)

    with pytest.raises(StoreUnavailable, match=rf"disk that holds the store {path} is full. Nothing was changed"):
        stores.keeper.upgrade()

    assert (columns_of(path), rows_of(path, old)) == (old, before)
    assert opened(path).keeper.upgrade() == REVISION
    assert rows_of(path, old) == before


# --- sudden death ----------------------------------------------------------------------------------------------------


def test_killed_at_any_moment_the_store_is_sound_and_keeps_every_promise(path: Path, opened: Opener):
    """What the writer was told is written is written; what it was not told is whole or absent."""
    submitting: dict[int, set[int]] = defaultdict(set)
    sent: dict[int, set[int]] = defaultdict(set)
    frozen: dict[int, int] = {}
    # Any moments, and one late enough that something was surely sent.
    for moment in (*(random.uniform(0, 0.4) for _ in range(5)), 1):  # noqa: S311 - no secret
        for word, send, number in promises_until_killed(path, moment):
            if word == "frozen":
                frozen[send] = number
            else:
                {"submitting": submitting, "sent": sent}[word][send].add(number)

        stores = opened(path)
        assert stores.keeper.check() == []
        for send, number in frozen.items():
            audit = stores.sends.audit(SendId(send))
            assert (audit.ok, audit.send.frozen) == (True, number)
            state_of: dict[int, DeliveryState] = {
                delivery.id: state
                for state in (DeliveryState.SUBMITTING, DeliveryState.SENT)
                for delivery in stores.sends.deliveries(SendId(send), state=state, limit=number)
            }
            assert submitting[send] <= set(state_of)
            assert {state_of.get(id_) for id_ in sent[send]} <= {DeliveryState.SENT}
        stores.close()
    assert sum(map(len, sent.values()))


def test_an_upgrade_that_was_killed_at_any_moment_is_simply_run_again(tmp_path: Path, opened: Opener):
    """A first command that was interrupted must not leave a store that no later one can use."""
    command = [sys.executable, "-m", "tests.faults.store_upgrader", str(tmp_path), "20"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    for moment in range(20):
        stores = opened(tmp_path / f"{moment}.db")
        untouched = stores.keeper.empty()
        if not untouched:
            # Whole, or not begun: nothing lies between.
            assert stores.keeper.check() == []
        assert stores.keeper.upgrade() == REVISION
        assert stores.keeper.check() == []
        with stores.database.raw() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert len(ended) == 20
    assert ended.count("killed") >= 5


def test_an_upgrade_of_an_earlier_store_that_was_killed_at_any_moment_loses_nothing(tmp_path: Path, opened: Opener):
    """It copies whole tables; a store that lost its entries half-way would look like one that never had them."""
    earlier = tmp_path / "earlier.db"
    a_first_store(earlier, entries=2000)
    old = columns_of(earlier)
    before = rows_of(earlier, old)
    command = [sys.executable, "-m", "tests.faults.store_upgrader", str(tmp_path), "20", str(earlier)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    for moment in range(20):
        path = tmp_path / f"{moment}.db"
        assert rows_of(path, old) == before
        stores = opened(path)
        assert stores.keeper.upgrade() == REVISION
        assert rows_of(path, old) == before
        assert stores.keeper.check() == []
        assert len(stores.entries.sharing(stores.entries.between(NOON, NOON + timedelta(days=1)))) == 2000 - 66
    assert len(ended) == 20
    assert ended.count("killed") >= 5


FORGETTER = """
import sys
from datetime import timedelta
from newsletter.backends.stores import open_stores
from tests.builders import NOON
stores = open_stores(sys.argv[1])
print("ready", flush=True)
stores.entries.forget(before=NOON + timedelta(days=9))
"""


def test_forgetting_that_was_killed_at_any_moment_leaves_a_sound_store_and_is_simply_run_again(
    path: Path, opened: Opener
):
    stores = opened(path, busy_timeout=timedelta(seconds=20))
    used = an_entry("used", first_seen=NOON)
    everything = [used, *(an_entry(str(n), first_seen=NOON) for n in range(25_000))]
    stores.entries.save(everything)
    stores.entries.save([replace(entry, title="After") for entry in everything[:2000]])
    stores.issues.save_draft(replace(a_stored_issue(), uses=(used.id,)))
    left = [len(everything)]
    for moment in (0, 0.1, 0.3, 0.6):
        command = [sys.executable, "-c", FORGETTER, f"sqlite:///{path}"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as forgetter:
            assert forgetter.stdout is not None
            assert forgetter.stdout.readline() == "ready\n"
            time.sleep(moment)
            forgetter.kill()

        assert stores.keeper.check() == []
        left.append(len(all_entries(stores)))

    assert left == sorted(left, reverse=True)
    assert stores.entries.forget(before=NOON + timedelta(days=9)) == left[-1] - 1
    assert all_entries(stores) == ["used"]
    assert stores.keeper.check() == []


def promises_until_killed(path: Path, moment: float) -> Iterator[tuple[str, int, int]]:
    """What a writer says that it was promised, killed after a moment."""
    command = [sys.executable, "-m", "tests.faults.store_writer", f"sqlite:///{path}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        threading.Timer(moment, writer.send_signal, [signal.SIGKILL]).start()
        said = writer.stdout.read()
    assert writer.returncode == -signal.SIGKILL
    # The last line may be cut short.
    for line in said.splitlines(keepends=True):
        if line.endswith("\n"):
            word, send, number = line.split()
            yield word, int(send), int(number)


HOLDER = """
import sys
from newsletter.backends.stores import open_stores
with open_stores(sys.argv[1]).sends.alone(1):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_send_is_held_against_other_processes_until_they_die(path: Path, opened: Opener):
    stores = opened(path)
    send = SendId(1)
    command = [sys.executable, "-c", HOLDER, f"sqlite:///{path}"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        with pytest.raises(Refused, match="Another process is sending"), stores.sends.alone(send):
            pytest.fail("two processes hold one send")
        holder.kill()

    with stores.sends.alone(send):
        pass
    assert [file.name for file in path.parent.glob("*.lock")] == []


def test_a_lock_that_is_let_go_and_taken_again_is_never_held_by_two(path: Path, opened: Opener):
    """The file is removed by each holder: one who opened it before must not hold a file without a name."""
    stores = opened(path)
    inside = 0
    most = 0

    def contend(_: int) -> None:
        nonlocal inside, most
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            try:
                with stores.sends.alone(SendId(1)):
                    inside += 1
                    time.sleep(0)
                    most = max(most, inside)
                    inside -= 1
            except Refused:
                continue

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(contend, range(4)))

    assert most == 1

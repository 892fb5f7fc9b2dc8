"""What every store keeper promises."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from newsletter.backends.stores import Stores, open_stores
from newsletter.backends.stores.tables import METADATA, REVISION
from newsletter.domain.entry import EntryId
from newsletter.domain.errors import Refused, StoreUnavailable
from newsletter.domain.feed import FeedState
from newsletter.domain.page import Page
from tests.builders import NOON, CountedTokens, a_recipient, a_stored_issue, a_subscriber, an_entry
from tests.contract.desk import approved_issue


def execute(stores: Stores, statement: str) -> None:
    with stores.database.migrating() as connection:
        connection.execute(text(statement))


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(stores: Stores):
    stores.issues.save_draft(a_stored_issue())

    assert stores.keeper.upgrade() == REVISION
    assert stores.issues.get(1) == a_stored_issue()


def test_the_migrations_make_the_very_tables_that_the_code_uses(stores: Stores):
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with stores.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, METADATA)

    assert differences == []


def test_the_code_knows_the_last_revision():
    from alembic.script import ScriptDirectory

    from newsletter.backends.stores import keeper

    script = ScriptDirectory(str(Path(keeper.__file__).parent / "migrations"))

    assert script.get_heads() == [REVISION]
    assert all(len(revision.revision) == 4 and revision.revision.isdigit() for revision in script.walk_revisions())


@pytest.mark.parametrize(
    ("revision", "sentence"),
    [("0000", "earlier version.*Run 'newsletter db upgrade'"), ("9999", "newer version.*Install that version")],
    ids=["an earlier version", "a newer version"],
)
def test_a_store_is_left_alone_that_was_made_by(stores: Stores, revision: str, sentence: str):
    """Half of its tables would be understood, and the other half broken."""
    execute(stores, f"UPDATE alembic_version SET version_num = '{revision}'")  # noqa: S608 - our own words

    for use in (
        lambda: stores.issues.get(1),
        lambda: stores.issues.save_draft(a_stored_issue()),
        lambda: list(stores.subscribers.mailable()),
        stores.keeper.check,
    ):
        with pytest.raises(StoreUnavailable, match=sentence):
            use()


def test_a_store_of_a_newer_version_is_not_upgraded(stores: Stores):
    execute(stores, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreUnavailable, match="newer version"):
        stores.keeper.upgrade()


@pytest.mark.parametrize("seconds", ["'soon'", "1e300"])
def test_a_length_of_time_that_is_none_is_reported(stores: Stores, seconds: str):
    stores.entries.save_feeds([FeedState(url="https://a.example/feed")])
    execute(stores, f"UPDATE feeds SET usual_gap = {seconds}")  # noqa: S608 - our own words

    (found,) = stores.keeper.check()

    assert found.startswith("The table feeds holds what is no data")
    with pytest.raises(StoreUnavailable, match="holds what cannot be read"):
        stores.entries.feed_states()


def test_a_store_with_tables_is_not_empty_although_they_hold_nothing(stores: Stores):
    """Empty is what there is nothing to lose in; a store that was made is the operator's."""
    assert not stores.keeper.empty()


def test_a_sound_store_has_nothing_to_report(stores: Stores):
    stores.subscribers.add([a_subscriber()], tokens=CountedTokens())
    stores.entries.save([an_entry("1"), an_entry("2")])
    stores.entries.save([an_entry("1", title="After")])
    stores.entries.save_feeds([FeedState(url="https://a.example/feed", usual_gap=timedelta(hours=1))])
    stores.pages.save(Page(url="https://a.example/1", entry_hash="ab" * 32, text="Words.", fetched_at=NOON))
    stores.issues.save_draft(replace(a_stored_issue(2, week="w2"), uses=(EntryId("1"),)))
    approved_issue(stores)
    stores.sends.open(issue=1, digest="d1g35t", at=NOON, recipients=[a_recipient()], batch_size=1)

    assert stores.keeper.check() == []


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE sends SET frozen = 3", "ledger of issue 7 has 2 rows for 3 frozen"),
        ("DELETE FROM deliveries WHERE subscriber_id = 1", "ledger of issue 7 has 1 rows for 2 frozen"),
    ],
    ids=["a recipient that was not frozen", "a recipient that was lost"],
)
def test_a_ledger_that_does_not_sum_is_reported(stores: Stores, damage: str, sentence: str):
    approved_issue(stores, 7)
    both = [a_recipient(number=1), a_recipient(number=2)]
    stores.sends.open(issue=7, digest="d1g35t", at=NOON, recipients=both, batch_size=1)
    execute(stores, damage)

    (found,) = stores.keeper.check()

    assert sentence in found


def test_an_entry_that_an_issue_tells_and_that_is_lost_is_reported(stores: Stores):
    """Such are never forgotten, so somebody else took it away."""
    stores.entries.save([an_entry("1"), an_entry("2"), an_entry("3")])
    stores.issues.save_draft(replace(a_stored_issue(), uses=(EntryId("1"), EntryId("2"))))
    execute(stores, "DELETE FROM entries WHERE id <> '1'")

    assert stores.keeper.check() == ["Issue 1 tells 1 entries that are not there. Put a backup in its place."]


def test_a_backup_holds_everything_and_is_a_store_of_its_own(stores: Stores, tmp_path: Path):
    stores.issues.save_draft(a_stored_issue())

    size = stores.keeper.backup(str(tmp_path / "copy.db"))

    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]
    assert size == (tmp_path / "copy.db").stat().st_size
    copy = open_stores(f"sqlite:///{tmp_path / 'copy.db'}")
    try:
        assert copy.issues.get(1) == a_stored_issue()
        assert copy.keeper.check() == []
    finally:
        copy.close()


def test_a_backup_is_consistent_while_the_store_is_written(stores: Stores, tmp_path: Path):
    """It holds each send whole or not at all."""

    def write(issue: int) -> None:
        approved_issue(stores, issue)
        everyone = [a_recipient(number=n) for n in range(1, 400)]
        stores.sends.open(issue=issue, digest="d1g35t", at=NOON, recipients=everyone, batch_size=100)

    with ThreadPoolExecutor(2) as threads:
        writing = [threads.submit(write, issue) for issue in range(1, 11)]
        for number in range(4):
            stores.keeper.backup(str(tmp_path / f"{number}.db"))
        for written in writing:
            written.result()

    for number in range(4):
        copy = open_stores(f"sqlite:///{tmp_path / f'{number}.db'}")
        assert copy.keeper.check() == []
        copy.close()


def test_a_backup_overwrites_nothing(stores: Stores, tmp_path: Path):
    (tmp_path / "copy.db").write_text("last week's")

    with pytest.raises(Refused, match=r"stands at .*copy\.db already"):
        stores.keeper.backup(str(tmp_path / "copy.db"))

    assert (tmp_path / "copy.db").read_text() == "last week's"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_backup_into_a_folder_that_is_not_there_says_so(stores: Stores, tmp_path: Path):
    with pytest.raises(StoreUnavailable, match=r"backup .*copy\.db cannot be written: No such file or directory"):
        stores.keeper.backup(str(tmp_path / "nowhere" / "copy.db"))


def test_opening_the_store_loads_no_migrations():
    """Every command opens the store; only an upgrade pays for Alembic."""
    import subprocess

    program = "import sys, newsletter.backends.stores; sys.exit('alembic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

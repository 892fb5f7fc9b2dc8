"""What becomes of a store that an earlier version made: everything in it is kept, and what is new is worked out."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from newsletter.backends.stores import Stores, open_stores
from newsletter.backends.stores.tables import METADATA, REVISION
from newsletter.domain.entry import Entry
from newsletter.domain.errors import StoreUnavailable
from newsletter.domain.feed import FeedState, FeedStatus
from tests.builders import NOON
from tests.older_stores import DOCUMENT, a_first_store, columns_of, rows_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def stores(path: Path) -> Iterator[Stores]:
    stores = open_stores(f"sqlite:///{path}")
    yield stores
    stores.close()


def week(stores: Stores) -> dict[str, Entry]:
    return {entry.id: entry for entry in stores.entries.between(NOON, NOON + timedelta(days=7))}


def test_an_upgrade_keeps_every_row_as_it_was(path: Path, stores: Stores):
    a_first_store(path, entries=1203)
    old = columns_of(path)
    before = rows_of(path, old)

    assert stores.keeper.upgrade() == REVISION

    assert rows_of(path, old) == before
    assert all(before.values())
    assert stores.keeper.check() == []


def test_an_upgraded_store_has_the_very_tables_of_a_new_one(path: Path, stores: Stores):
    a_first_store(path)

    stores.keeper.upgrade()

    with stores.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, METADATA) == []


def test_until_it_is_upgraded_an_earlier_store_is_left_alone(path: Path, stores: Stores):
    a_first_store(path)

    with pytest.raises(StoreUnavailable, match=r"earlier version.*Run 'newsletter db upgrade'"):
        stores.entries.feed_states()


def test_entries_of_an_earlier_store_come_back_with_their_earlier_titles(path: Path, stores: Stores):
    a_first_store(path)

    stores.keeper.upgrade()

    kept = week(stores)
    assert sorted(kept) == [f"guid-{n}" for n in range(1, 7)]
    first = kept["guid-1"]
    assert first.earlier_titles == ("First", "Second")
    assert (first.corrections, first.authors, first.categories, first.credited_to) == ((), (), (), "")
    assert first.picture is None
    assert first.removed[0].text == "Read more"


def test_entries_of_an_earlier_store_are_found_by_their_page_and_their_title(path: Path, stores: Stores):
    a_first_store(path, entries=1203)

    stores.keeper.upgrade()

    everything = week(stores)
    shared = {entry.id for entry in stores.entries.sharing([*everything.values()])}
    # Those without a page and without a title, each a thirtieth, share nothing.
    assert shared == {entry.id for entry in everything.values() if entry.canonical_url or entry.title}
    assert len(everything) - len(shared) == 1203 // 30


def test_what_was_known_of_feeds_is_known_still(path: Path, stores: Stores):
    a_first_store(path)

    stores.keeper.upgrade()

    assert stores.entries.feed_states() == {
        "/srv/feeds/b.xml": FeedState(
            url="/srv/feeds/b.xml", status=FeedStatus.OK, checked_at=NOON, ok_at=NOON, last_entry=NOON
        ),
        "https://a.example/feed": FeedState(
            url="https://a.example/feed", status=FeedStatus.FAILED, fault="It timed out."
        ),
    }


def test_issues_of_an_earlier_store_use_what_their_letters_tell(path: Path, stores: Stores):
    """Else the first retention took away the sources of every letter that was ever sent."""
    a_first_store(path)

    stores.keeper.upgrade()

    issue = stores.issues.get(1)
    assert issue is not None
    assert issue.document == DOCUMENT
    assert issue.uses == ("guid-1", "guid-2", "guid-3")
    # Of the three that no letter tells one has a date, and goes.
    assert stores.entries.forget(before=NOON + timedelta(days=7)) == 1
    assert sorted(week(stores)) == ["guid-1", "guid-2", "guid-3", "guid-4", "guid-6"]


@pytest.mark.parametrize(
    "document",
    [
        "",
        "no JSON",
        "[]",
        "null",
        '{"schema": 1}',
        '{"stories": 5}',
        '{"stories": [5, null]}',
        '{"stories": [{"picked": true}]}',
        '{"stories": [{"entries": ["guid-9"]}]}',
        '{"stories": [{"picked": true, "entries": [5, null, ["guid-9"]]}]}',
        '{"stories": ' + "[" * 100_000,
    ],
)
def test_a_document_that_is_none_does_not_stop_an_upgrade(path: Path, stores: Stores, document: str):
    a_first_store(path, documents=[document, DOCUMENT])

    stores.keeper.upgrade()

    bad, good = stores.issues.get(1), stores.issues.get(2)
    assert bad is not None
    assert good is not None
    assert (bad.uses, len(good.uses)) == ((), 3)


def test_one_bad_story_in_a_document_does_not_hide_the_others(path: Path, stores: Stores):
    stories = [
        {"picked": True},
        5,
        {"picked": True, "entries": 5},
        {"picked": True, "entries": ["guid-2", 5, "\ud800"]},
    ]
    a_first_store(path, documents=[json.dumps({"stories": stories})])

    stores.keeper.upgrade()

    issue = stores.issues.get(1)
    assert issue is not None
    assert issue.uses == ("guid-2",)

"""What every entry store promises."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from newsletter.backends.stores import Stores
from newsletter.backends.stores.tables import ENTRY_TITLES
from newsletter.domain.entry import DateQuality, Entry, EntryId, Kind, Lean, Licence, Removed
from newsletter.domain.feed import FeedState, FeedStatus
from newsletter.ports import Saved
from tests.builders import NOON, an_entry

HOUR = timedelta(hours=1)
ALWAYS = (NOON - timedelta(days=3650), NOON + timedelta(days=3650))


def test_what_is_saved_comes_back_as_it_was(stores: Stores):
    entry = replace(
        an_entry("tag:example,2026:1", title="Café: “vote” 🗳", summary="Short.", lean=Lean.LEFT, section="congress"),
        removed=(Removed(text="Read more", rule="call-to-action"),),
        date_quality=DateQuality.UPDATED,
        licence=Licence.HEADLINE,
        kind=Kind.OPINION,
        feed="https://a.example/feed",
    )

    saved = stores.entries.save([entry])

    assert saved == Saved(new=1, revised=0)
    assert stores.entries.between(*ALWAYS) == [entry]


def test_an_entry_without_a_date_counts_from_its_first_sight(stores: Stores):
    entry = replace(an_entry(at=None, first_seen=NOON), date_quality=DateQuality.FIRST_SEEN, position=None)

    stores.entries.save([entry])

    assert stores.entries.between(NOON, NOON + HOUR) == [entry]


def test_moments_are_kept_in_utc_to_the_microsecond(stores: Stores):
    """Whatever zone a feed states its dates in, weeks are cut in one."""
    local = datetime(2026, 11, 18, 14, 0, 0, 1, tzinfo=timezone(timedelta(hours=2)))

    stores.entries.save([an_entry(at=local)])

    (kept,) = stores.entries.between(*ALWAYS)
    assert kept.published == local
    assert kept.published.tzinfo is UTC


def test_a_moment_without_a_zone_is_a_mistake(stores: Stores):
    with pytest.raises(Exception, match="no time zone"):
        stores.entries.save([an_entry(at=datetime(2026, 11, 18))])  # noqa: DTZ001 - the mistake

    assert stores.entries.between(*ALWAYS) == []


def test_a_range_holds_its_start_and_not_its_end(stores: Stores):
    """Else an entry published at the very cut-off stood in two weeks."""
    stores.entries.save([an_entry("early", at=NOON), an_entry("late", at=NOON + HOUR)])

    found = stores.entries.between(NOON, NOON + HOUR)

    assert [entry.id for entry in found] == ["early"]


def test_entries_come_in_order_of_time_and_then_of_id(stores: Stores):
    entries = [an_entry(id_, at=NOON) for id_ in ("b", "ä", "B", "a")] + [an_entry("z", at=NOON - HOUR)]

    stores.entries.save(entries)

    assert [entry.id for entry in stores.entries.between(*ALWAYS)] == ["z", "B", "a", "b", "ä"]


def test_an_id_may_be_of_any_length(stores: Stores):
    """A guid is whatever an outlet writes; two that differ at the end are two."""
    long = "x" * 100_000

    stores.entries.save([an_entry(long + "1"), an_entry(long + "2")])

    assert set(stores.entries.known_ids([EntryId(long + "1"), EntryId(long)])) == {long + "1"}


@pytest.mark.parametrize(
    "revision",
    [
        an_entry("1", title="Another headline", summary="Short."),
        an_entry("1", content="Other words.", summary="Short."),
        an_entry("1", content="", summary="Short."),
    ],
    ids=["another title", "another text", "a text that is gone"],
)
def test_an_entry_is_revised_by(stores: Stores, revision: Entry):
    stores.entries.save([an_entry("1", summary="Short.")])

    saved = stores.entries.save([revision])

    assert saved == Saved(new=0, revised=1)
    assert stores.entries.between(*ALWAYS) == [revision]


def test_the_same_words_again_are_no_revision(stores: Stores):
    entry = an_entry()
    stores.entries.save([entry])

    again = replace(entry, url=entry.url + "?ref=rss", section="senate")
    saved = stores.entries.save([again])

    assert saved == Saved(new=0, revised=0)
    assert stores.entries.between(*ALWAYS) == [again]


def test_a_known_entry_keeps_its_first_sight_its_position_and_its_date(stores: Stores):
    """Otherwise a correction on Friday moved Monday's news into the next week."""
    entry = an_entry(at=NOON, first_seen=NOON + HOUR, position=3)
    stores.entries.save([entry])

    stores.entries.save(
        [
            replace(
                entry,
                title="Corrected",
                published=NOON + timedelta(days=5),
                date_quality=DateQuality.UPDATED,
                first_seen=NOON + timedelta(days=5),
                position=1,
            )
        ]
    )

    assert stores.entries.between(*ALWAYS) == [replace(entry, title="Corrected")]


def test_a_headline_that_was_replaced_is_remembered(stores: Stores):
    """An outlet that rewrites history should not rewrite ours."""
    entry = an_entry(title="First")
    for title, hours in (("First", 0), ("Second", 1), ("Second", 2), ("Third", 3)):
        stores.entries.save([replace(entry, title=title, first_seen=NOON + hours * HOUR)])

    with stores.database.reading() as connection:
        titles = connection.execute(select(ENTRY_TITLES.c.title, ENTRY_TITLES.c.seen_at)).all()

    assert [tuple(row) for row in titles] == [("First", NOON + HOUR), ("Second", NOON + 3 * HOUR)]


def test_an_entry_twice_in_one_call_counts_once_and_its_later_words_stand(stores: Stores):
    entry = an_entry()

    saved = stores.entries.save([entry, replace(entry, title="Later")])

    assert saved == Saved(new=1, revised=0)
    assert [kept.title for kept in stores.entries.between(*ALWAYS)] == ["Later"]


def test_saving_is_all_or_nothing(stores: Stores):
    known = an_entry(title="Before")
    stores.entries.save([known])
    broken = replace(an_entry(), title=None)  # type: ignore[arg-type]

    with pytest.raises(Exception, match=r"NOT NULL|null value"):
        stores.entries.save([an_entry(), replace(known, title="After"), *[an_entry() for _ in range(600)], broken])

    assert stores.entries.between(*ALWAYS) == [known]


def test_many_entries_are_saved_at_once(stores: Stores):
    """More than one statement may hold values for."""
    entries = [an_entry(at=NOON + timedelta(seconds=n)) for n in range(1203)]

    first, second = stores.entries.save(entries), stores.entries.save(entries)

    assert (first, second) == (Saved(new=1203, revised=0), Saved(new=0, revised=0))
    assert stores.entries.between(*ALWAYS) == entries
    assert len(stores.entries.known_ids(entry.id for entry in entries)) == 1203


def test_known_ids_tell_which_feed_each_came_from(stores: Stores):
    stores.entries.save([an_entry("1", feed="https://a.example/feed"), an_entry("2")])

    known = stores.entries.known_ids(EntryId(id_) for id_ in ("2", "3", "1"))

    assert known == {"1": "https://a.example/feed", "2": ""}


def test_nothing_is_known_of_nothing(stores: Stores):
    assert stores.entries.save([]) == Saved(new=0, revised=0)
    assert stores.entries.known_ids([]) == {}
    assert stores.entries.feed_states() == {}


def test_the_latest_look_at_a_feed_stands(stores: Stores):
    failed = FeedState(url="https://a.example/feed", status=FeedStatus.FAILED, fault="It timed out.", checked_at=NOON)
    found = FeedState(
        url="https://a.example/feed", status=FeedStatus.OK, checked_at=NOON + HOUR, ok_at=NOON + HOUR, last_entry=NOON
    )
    unasked = FeedState(url="/srv/feeds/b.xml")

    for state in (failed, unasked, found):
        stores.entries.save_feed(state)

    assert stores.entries.feed_states() == {found.url: found, unasked.url: unasked}

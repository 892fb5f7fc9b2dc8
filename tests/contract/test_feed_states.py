"""What every entry store promises of what it knows about feeds."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from newsletter.backends.stores import Stores
from newsletter.domain.feed import FeedState, FeedStatus
from tests.builders import NOON

HOUR = timedelta(hours=1)
EVERYTHING = FeedState(
    url="https://a.example/feed",
    status=FeedStatus.FAULTY,
    fault="It is cut off at the end.",
    checked_at=NOON,
    ok_at=NOON - HOUR,
    new_at=NOON - 2 * HOUR,
    last_entry=NOON - 3 * HOUR,
    address="https://b.example/feed",
    moving_to="https://c.example/feed",
    etag='W/"Zürich, „quoted“"',
    last_modified="Wed, 18 Nov 2026 12:00:00 GMT",
    body_hash="ab" * 32,
    failures=3,
    not_before=NOON + HOUR,
    site_not_before=NOON + 2 * HOUR,
    entries=40,
    undated=2,
    usual_entries=38.25,
    usual_gap=timedelta(days=2, seconds=7),
)


def test_all_that_is_known_of_a_feed_comes_back(stores: Stores):
    stores.entries.save_feeds([EVERYTHING])

    assert stores.entries.feed_states() == {EVERYTHING.url: EVERYTHING}
    assert all(getattr(EVERYTHING, field.name) != field.default for field in fields(FeedState))


def test_all_that_was_known_of_a_feed_can_be_unknown_again(stores: Stores):
    stores.entries.save_feeds([EVERYTHING])

    stores.entries.save_feeds([FeedState(url=EVERYTHING.url)])

    assert stores.entries.feed_states() == {EVERYTHING.url: FeedState(url=EVERYTHING.url)}


def test_a_length_of_time_is_kept_to_the_second(stores: Stores):
    stores.entries.save_feeds([replace(EVERYTHING, usual_gap=timedelta(minutes=1, microseconds=999_999))])

    assert stores.entries.feed_states()[EVERYTHING.url].usual_gap == timedelta(minutes=1)


def test_the_latest_look_at_a_feed_stands(stores: Stores):
    failed = FeedState(url="https://a.example/feed", status=FeedStatus.FAILED, fault="It timed out.", checked_at=NOON)
    found = FeedState(
        url="https://a.example/feed", status=FeedStatus.OK, checked_at=NOON + HOUR, ok_at=NOON + HOUR, last_entry=NOON
    )
    unasked = FeedState(url="/srv/feeds/b.xml")

    for state in (failed, unasked, found):
        stores.entries.save_feeds([state])

    assert stores.entries.feed_states() == {found.url: found, unasked.url: unasked}


def test_of_two_looks_at_one_feed_in_one_call_the_later_one_stands(stores: Stores):
    first, second = replace(EVERYTHING, failures=1), replace(EVERYTHING, failures=2)

    stores.entries.save_feeds([first, second])

    assert stores.entries.feed_states() == {EVERYTHING.url: second}


def test_many_feeds_are_saved_at_once_and_come_in_order_of_their_address(stores: Stores):
    states = [replace(EVERYTHING, url=f"https://a.example/{n:04d}") for n in range(1203)]
    stores.entries.save_feeds(states[::-1][:700])

    stores.entries.save_feeds([replace(state, failures=9) for state in states])

    assert list(stores.entries.feed_states().values()) == [replace(state, failures=9) for state in states]


def test_saving_feeds_is_all_or_nothing(stores: Stores):
    stores.entries.save_feeds([EVERYTHING])
    states = [replace(EVERYTHING, url=f"https://a.example/{n}") for n in range(600)]
    broken = replace(EVERYTHING, url="https://z.example", fault=None)  # type: ignore[arg-type]

    with pytest.raises(Exception, match=r"NOT NULL|null value"):
        stores.entries.save_feeds([replace(EVERYTHING, failures=9), *states, broken])

    assert stores.entries.feed_states() == {EVERYTHING.url: EVERYTHING}

"""Which feeds are asked now, with what, and why the others are not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsletter.collect.due import body_mark, due, how_read
from newsletter.domain.entry import Lean, Licence
from newsletter.domain.feed import Feed, FeedState, FeedStatus
from tests.builders import NOON

HOUR = timedelta(hours=1)
LEDGER = Feed(url="https://ledger.example/feed", outlet="The Ledger", family="The Ledger")
OPINION = Feed(url="https://opinion.ledger.example/feed", outlet="The Ledger", family="The Ledger")
WIRE = Feed(url="https://wire.example/feed", outlet="The Wire", family="The Wire")
DISK = Feed(url="/feeds/ledger.xml", outlet="The Ledger", family="The Ledger")


def asked(*feeds: Feed, states: tuple[FeedState, ...] = (), **how) -> list[str]:
    return [ask.url for _, ask in due(feeds, {s.url: s for s in states}, now=NOON, **how).asks]


def failed(feed: Feed, **facts) -> FeedState:
    return FeedState(
        url=feed.url, status=FeedStatus.FAILED, fault="It broke off.", checked_at=NOON - HOUR, failures=1, **facts
    )


def test_a_feed_that_answers_is_always_due():
    """How often that is belongs to whoever starts us."""
    state = FeedState(url=LEDGER.url, status=FeedStatus.OK, checked_at=NOON, ok_at=NOON)

    assert asked(WIRE, LEDGER, states=(state,)) == [LEDGER.url, WIRE.url]


@pytest.mark.parametrize(("left", "rests"), [(HOUR, True), (timedelta(seconds=1), True), (timedelta(), False)])
def test_a_feed_that_failed_rests_until_its_moment(left, rests):
    state = failed(LEDGER, not_before=NOON + left)

    plan = due([LEDGER], {LEDGER.url: state}, now=NOON)

    assert bool(plan.resting) is rests
    assert bool(plan.asks) is not rests
    if rests:
        assert plan.resting[0].until == NOON + left
        assert plan.resting[0].why.endswith("UTC. It broke off.")


def test_a_site_that_was_told_to_wait_rests_with_all_its_feeds():
    state = failed(LEDGER, site_not_before=NOON + HOUR)

    plan = due([LEDGER, OPINION, WIRE], {LEDGER.url: state}, now=NOON)

    assert [feed for feed, _ in plan.asks] == [WIRE]
    assert [rest.feed for rest in plan.resting] == [LEDGER, OPINION]
    assert all("ledger.example" in rest.why and "13:00 UTC" in rest.why for rest in plan.resting)


def test_a_site_rests_until_the_latest_moment_that_one_of_its_feeds_was_told():
    states = (failed(LEDGER, site_not_before=NOON + HOUR), failed(OPINION, site_not_before=NOON + 2 * HOUR))

    plan = due([LEDGER, OPINION], {state.url: state for state in states}, now=NOON)

    assert {rest.until for rest in plan.resting} == {NOON + 2 * HOUR}


def test_a_site_rests_also_when_the_feed_that_was_told_is_configured_no_more():
    state = failed(LEDGER, site_not_before=NOON + HOUR)

    assert asked(OPINION, states=(state,)) == []


def test_a_retired_feed_is_asked_no_more_but_on_demand():
    state = FeedState(url=LEDGER.url, status=FeedStatus.RETIRED, checked_at=NOON - HOUR, fault="It is gone.")

    (rest,) = due([LEDGER], {LEDGER.url: state}, now=NOON).resting

    assert rest.until is None
    assert "--all" in rest.why
    assert asked(LEDGER, states=(state,), every=True) == [LEDGER.url]


def test_all_asks_every_feed_that_rests():
    states = (failed(LEDGER, not_before=NOON + HOUR), failed(WIRE, site_not_before=NOON + HOUR))

    assert asked(LEDGER, WIRE, states=states, every=True) == [LEDGER.url, WIRE.url]


def test_a_recorded_feed_never_rests():
    assert asked(DISK, states=(failed(DISK, not_before=NOON + HOUR),)) == [DISK.url]


def test_a_moment_that_no_wait_can_reach_counts_for_nothing():
    """It was written when the clock was wrong; nobody should have to find that out years later."""
    states = (failed(LEDGER, not_before=NOON + timedelta(days=900)), failed(WIRE, site_not_before=NOON + 25 * HOUR))

    assert asked(LEDGER, WIRE, states=states) == [LEDGER.url, WIRE.url]


def test_a_feed_that_moved_is_asked_where_it_is_now():
    state = FeedState(url=LEDGER.url, status=FeedStatus.OK, address="https://new.example/feed")

    ((_, ask),) = due([LEDGER], {LEDGER.url: state}, now=NOON).asks

    assert (ask.url, ask.site, ask.outlet) == ("https://new.example/feed", "new.example", "The Ledger")


def read_state(feed: Feed, *, full_text: bool = False) -> FeedState:
    mark = body_mark(b"<rss/>", how_read(feed, full_text=full_text))
    return FeedState(url=feed.url, status=FeedStatus.OK, etag='W/"x"', last_modified="long ago", body_hash=mark)


def test_validators_go_back_as_they_came():
    ((_, ask),) = due([LEDGER], {LEDGER.url: read_state(LEDGER)}, now=NOON).asks

    assert (ask.etag, ask.last_modified) == ('W/"x"', "long ago")


@pytest.mark.parametrize(
    "change",
    [{"outlet": "Ledger"}, {"family": "Group"}, {"lean": Lean.LEFT}, {"section": "World"},
     {"licence": Licence.HEADLINE}],
)  # fmt: skip
def test_a_feed_whose_settings_changed_is_read_anew(change):
    """Its entries would otherwise keep the old ones until the feed has news."""
    feed = replace(LEDGER, **change)

    ((_, ask),) = due([feed], {LEDGER.url: read_state(LEDGER)}, now=NOON).asks

    assert (ask.etag, ask.last_modified) == ("", "")
    assert body_mark(b"<rss/>", how_read(feed, full_text=False)) != read_state(LEDGER).body_hash


def test_a_feed_is_read_anew_once_articles_are_wanted_too():
    ((_, ask),) = due([LEDGER], {LEDGER.url: read_state(LEDGER)}, now=NOON, full_text=True).asks

    assert ask.etag == ""


def test_the_mark_of_a_body_fits_its_place_and_tells_bodies_apart():
    how = how_read(LEDGER, full_text=False)

    assert len(body_mark(b"", how)) == 64
    assert body_mark(b"a", how) != body_mark(b"b", how)


def test_no_login_is_told_of_a_feed_that_rests():
    feed = Feed(url="https://ana:secret@ledger.example/feed", outlet="The Ledger", family="The Ledger")
    states = {feed.url: failed(feed, site_not_before=NOON + HOUR)}

    (rest,) = due([feed], states, now=NOON).resting

    assert "secret" not in rest.why

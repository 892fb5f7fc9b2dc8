"""Entries reach their age, leave the store, and do not come back from a feed that lists them still."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.sites import item, rss

ROUNDS = ("2026-11-10T06:00:00Z", "2026-11-10T12:00:00Z", "2026-11-10T18:00:00Z")
WEEK = ("--week", "2026-W37", "--now", "2026-09-12T12:00:00Z")


@pytest.fixture
def site_with_a_dead_feed(site):
    """Two feeds, of which one has given the same ten pieces since early September."""
    site.configure('\n[collect]\nkeep = "60d"\n', feeds=["ledger", "wire"])
    look(site, "2026-09-10T06:00:00Z")
    # Without rounds in between the machine would have been off, and would drop nothing yet.
    for day in ("2026-09-23", "2026-10-06", "2026-10-19", "2026-11-01", "2026-11-09"):
        look(site, f"{day}T06:00:00Z")
    return site


def look(site, now: str, *, more: str = "") -> dict:
    """A round for which the dead feed is made anew, so that no two of its bodies are the same."""
    moment = datetime.fromisoformat(now).astimezone(UTC)
    old = [dated(f"Old piece {n}", datetime(2026, 9, 9, tzinfo=UTC) - timedelta(hours=8 * n)) for n in range(10)]
    made = f"<lastBuildDate>{moment:%a, %d %b %Y %H:%M:%S} GMT</lastBuildDate>"
    site.write_feed("ledger", rss(*old, more).replace("<item>", f"{made}<item>", 1))
    site.write_feed("wire", rss(dated(f"News of {now}", moment - timedelta(hours=1), outlet="wire")))
    return site.json("collect", "--all", "--now", now)


def dated(title: str, at: datetime, *, outlet: str = "ledger") -> str:
    """An item of a moment."""
    since = at - datetime(2026, 11, 18, 12, tzinfo=UTC)
    text = f"{title} is told here in words of its own."
    return item(title, text, outlet=outlet, hours=since // timedelta(hours=1), guid=title)


def silent(done: dict) -> list[str]:
    """The outlets that a round called silent."""
    return [note["outlet"] for note in done["warnings"] if "It is silent" in note["reason"]]


def test_what_a_dead_feed_lists_still_does_not_come_back_once_it_was_dropped(site_with_a_dead_feed):
    """Kept anew it would be counted as news every two months, and nobody would hear that the feed is dead."""
    rounds = [look(site_with_a_dead_feed, now) for now in ROUNDS]

    assert [done["forgotten"] for done in rounds] == [11, 0, 0]
    # What is new is the other feed's.
    assert [done["new"] for done in rounds] == [1, 1, 1]
    assert [silent(done) for done in rounds] == [["The Ledger"]] * 3


def test_a_machine_that_was_off_does_not_take_what_was_dropped_for_news_of_its_feed(site_with_a_dead_feed):
    """Its first round drops nothing, because its clock may be wrong; that a feed is dead is said all the same."""
    look(site_with_a_dead_feed, ROUNDS[0])

    back = look(site_with_a_dead_feed, "2026-12-10T06:00:00Z")

    assert back["forgotten"] == 0
    assert silent(back) == ["The Ledger"]


def test_what_has_no_date_comes_in_whatever_the_age(site_with_a_dead_feed):
    undated = "<item><guid>x</guid><title>Notice</title><description>The town hall is shut.</description></item>"

    rounds = [look(site_with_a_dead_feed, now, more=undated) for now in ROUNDS]

    assert [done["new"] for done in rounds] == [2, 1, 1]


def test_what_a_letter_used_stays_although_its_feed_lists_it_still(site_with_a_dead_feed):
    used = site_with_a_dead_feed.json("draft", *WEEK)["stories"]

    rounds = [look(site_with_a_dead_feed, now) for now in ROUNDS]

    assert used
    assert rounds[0]["forgotten"] < 11
    assert site_with_a_dead_feed.json("draft", *WEEK)["stories"] == used

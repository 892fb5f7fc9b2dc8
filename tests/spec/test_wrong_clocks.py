"""Collecting with a clock that is wrong: nothing stops for it, nothing is lost by it, and somebody is told."""

import pytest

from tests.sites import EVENTS, item, rss

#: What a machine without a battery believes when it is switched on.
YEARS_BEHIND = "2023-05-01T12:00:00Z"
NOON, LATER = "2026-11-19T12:00:00Z", "2026-11-19T15:00:00Z"
WEEK = ("--week", "2026-W47")


@pytest.fixture
def outlet(site):
    """A site with one feed, which does not change while the test runs."""
    site.configure('\n[collect]\nkeep = "60d"\n', feeds=["ledger"])
    site.write_feed("ledger", rss(*(item(*event, outlet="ledger") for event in EVENTS[:2])))
    return site


def told(site) -> int:
    """How many entries a letter of that week tells."""
    return sum(story["entries"] for story in site.json("draft", *WEEK, "--now", LATER)["stories"])


def test_news_that_a_clock_years_behind_took_for_the_future_is_dated_once_the_clock_is_right(outlet):
    """Its feed has not changed since; for its date's sake it is read once more."""
    behind = outlet.json("collect", "--now", YEARS_BEHIND)
    outlet.json("collect", "--now", NOON)

    kept = outlet.json("collect", "--now", LATER)

    assert behind["new"] == 2
    assert "more than an hour ahead" in behind["faulty"][0]["reason"]
    assert told(outlet) == 2
    # The first sight, years ago, drops nothing for its age, and nothing comes twice.
    assert (kept["new"], kept["forgotten"], kept["unchanged"]) == (0, 0, 1)


def test_a_feed_that_always_dates_something_ahead_is_read_anew_but_once_a_day(outlet):
    """Some keep a notice on top by a date in the next year; reading costs time, and asking costs the outlet."""
    ahead = item("Our week", "What is to come.", outlet="ledger").replace("2026", "2027")
    outlet.write_feed("ledger", rss(ahead, item("Vote", "It was 51 to 49.", outlet="ledger")))

    rounds = [outlet.json("collect", "--now", f"2026-11-{day}T{hour}:00:00Z") for day in (19, 20) for hour in (12, 15)]

    assert [done["unchanged"] for done in rounds] == [0, 1, 0, 1]
    assert [done["new"] for done in rounds] == [2, 0, 0, 0]


def test_a_clock_behind_the_last_round_is_said_to_be_wrong_and_stops_nothing(outlet):
    outlet.json("collect", "--now", NOON)

    behind = outlet.json("collect", "--now", YEARS_BEHIND)
    shown = outlet.run("collect", "--now", YEARS_BEHIND)

    assert behind["clock"].startswith("The clock says 2023-05-01 12:00 UTC, but feeds were asked as late as 2026-11-19")
    assert behind["feeds"] == 1
    # Once is enough: by now the clock may as well have been wrong before.
    assert "The clock says" not in shown.out


def test_a_person_reads_it_as_a_warning(outlet):
    outlet.json("collect", "--now", NOON)

    assert "Warning: The clock says 2023-05-01" in outlet.run("collect", "--now", YEARS_BEHIND).out


def test_a_clock_that_was_ahead_once_is_told_of_once_and_stops_nothing(outlet):
    """Nobody should have to come and mend the store for it."""
    outlet.json("collect", "--now", "2036-02-07T12:00:00Z")

    said = [outlet.json("collect", "--now", now)["clock"] for now in (NOON, LATER)]

    assert "as late as 2036-02-07 12:00 UTC: it is wrong now, or was then" in said[0]
    assert said[1] is None


def test_a_new_machine_far_behind_is_told_by_what_outlets_date(site):
    """There is no earlier round to tell it by."""
    site.fill()

    assert "3 of 3 feeds date most of their entries later" in site.json("collect", "--now", YEARS_BEHIND)["clock"]
    assert site.json("collect", "--now", NOON)["clock"] is None


def test_a_clock_that_stays_years_ahead_drops_nothing_for_its_age(outlet):
    """By its second round it has looked at the feeds lately; but they tell it that news is still of another year."""
    outlet.json("collect", "--now", NOON)

    ahead = [outlet.json("collect", "--now", f"2036-02-07T{hour}:00:00Z") for hour in (12, 15, 18)]

    assert [done["forgotten"] for done in ahead] == [0, 0, 0]
    assert told(outlet) == 2


def test_what_has_reached_its_age_is_dropped_while_feeds_bring_news(outlet):
    """Years of right rounds must not fill the disk."""
    outlet.json("collect", "--now", NOON)
    news = item("Vote", "It was 51 to 49.", outlet="ledger").replace("Nov 2026", "Jan 2027")
    outlet.write_feed("ledger", rss(news))

    rounds = [outlet.json("collect", "--now", f"2027-01-{day}T12:00:00Z") for day in (19, 20)]

    assert [done["forgotten"] for done in rounds] == [0, 2]

"""When a feed that answers still is no feed to count on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsletter.collect.asking.health import is_healthy, running_mean, usual_gap, warnings
from newsletter.domain.feed import FeedState, FeedStatus
from tests.builders import NOON

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
HEALTHY = FeedState(
    url="https://ledger.example/feed",
    status=FeedStatus.OK,
    checked_at=NOON,
    ok_at=NOON,
    new_at=NOON - HOUR,
    last_entry=NOON - 2 * HOUR,
    entries=20,
    usual_entries=20.0,
    usual_gap=DAY,
)


def on(*days: int, hours: tuple[int, ...] = (9,)) -> list[datetime]:
    return [datetime(2026, 11, day, hour, tzinfo=UTC) for day in days for hour in hours]


def said(**changes) -> str:
    return " ".join(warnings(replace(HEALTHY, **changes), now=NOON))


@pytest.mark.parametrize(
    ("dates", "gap"),
    [
        ([], None),
        (on(16, 17, 18), None),
        (on(15, 16, 17, 18), DAY),
        (on(18, hours=(6, 9, 12, 15)), DAY),
        (on(4, 11, 18, hours=(9, 10, 11)), 7 * DAY),
        (on(9, 10, 11, 12, 13, 16, 17, 18), DAY),
        (on(1, 3, 6, 18), 3 * DAY),
        (list(reversed(on(15, 16, 17, 18))), DAY),
    ],
    ids=["none", "too few", "daily", "one day", "a weekly bunch", "but for weekends", "uneven", "any order"],
)
def test_the_usual_gap_is_the_median_between_two_days_of_publishing(dates, gap):
    assert usual_gap(dates) == gap


def test_a_feed_that_gives_its_news_is_healthy_and_has_no_warning():
    assert is_healthy(HEALTHY, now=NOON)
    assert said() == ""


@pytest.mark.parametrize(
    ("gap", "silence", "silent"),
    [
        (DAY, 3 * DAY, False),
        (DAY, 3 * DAY + HOUR, True),
        (HOUR, 3 * DAY, False),
        (HOUR, 3 * DAY + HOUR, True),
        (7 * DAY, 20 * DAY, False),
        (7 * DAY, 22 * DAY, True),
        (None, 400 * DAY, False),
    ],
)
def test_a_feed_is_silent_after_three_of_its_usual_gaps(gap, silence, silent):
    state = replace(HEALTHY, usual_gap=gap, new_at=NOON - silence, last_entry=NOON - silence - HOUR)

    assert ("silent" in " ".join(warnings(state, now=NOON))) is silent
    assert is_healthy(state, now=NOON) is not silent


def test_a_feed_that_was_only_just_met_is_never_called_silent():
    """Its latest entry may be a year old: we have not listened for long."""
    assert said(new_at=NOON, last_entry=NOON - 365 * DAY) == ""


def test_silence_ends_where_we_stopped_listening():
    """A collector that slept for a month knows nothing of that month."""
    state = replace(HEALTHY, checked_at=NOON, ok_at=NOON)

    (warning,) = warnings(state, now=NOON + 30 * DAY)

    assert "last asked on 2026-11-18" in warning
    assert "silent" not in warning


@pytest.mark.parametrize(
    ("entries", "undated", "warned"), [(20, 10, False), (20, 11, True), (4, 3, True), (3, 3, False)]
)
def test_a_feed_whose_entries_mostly_lack_a_date_is_named(entries, undated, warned):
    assert ("have no date" in said(entries=entries, undated=undated, usual_entries=float(entries))) is warned


@pytest.mark.parametrize(
    ("entries", "usual", "warned"),
    [(10, 20.0, False), (9, 20.0, True), (0, 4.0, True), (1, 3.9, False), (5, None, False)],
)
def test_a_feed_with_less_than_half_of_its_usual_entries_is_shrinking(entries, usual, warned):
    assert ("shrinking" in said(entries=entries, usual_entries=usual)) is warned


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": FeedStatus.BLOCKED, "fault": "It is a web page."}, "blocked, and was last read on 2026-11-18"),
        ({"status": FeedStatus.RETIRED}, "gone for good"),
        ({"status": FeedStatus.FAILED, "failures": 3, "fault": "It broke off."}, "3 times in a row"),
        ({"address": "https://new.example/feed"}, "moved for good to https://new.example/feed"),
    ],
)
def test_what_an_operator_should_see_to_is_a_warning(changes, words):
    assert words in said(**changes)


def test_one_failure_is_no_warning():
    """It is told when it happens; networks have bad days."""
    assert said(status=FeedStatus.FAILED, failures=1, fault="It broke off.") == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"status": FeedStatus.NEW, "ok_at": None},
        {"status": FeedStatus.FAILED, "failures": 1},
        {"status": FeedStatus.BLOCKED},
        {"status": FeedStatus.RETIRED},
        {"entries": 0},
        {"ok_at": NOON - 49 * HOUR},
    ],
)
def test_a_feed_is_not_healthy_that_gave_no_entries_lately(changes):
    assert not is_healthy(replace(HEALTHY, **changes), now=NOON)


def test_a_feed_that_was_never_asked_has_no_warning():
    assert warnings(FeedState(url="https://ledger.example/feed"), now=NOON) == ()


def test_a_feed_is_healthy_though_our_own_network_was_down_just_now():
    """Else a letter would tell its readers that no feed was well, for an hour without a network."""
    assert is_healthy(replace(HEALTHY, status=FeedStatus.FAILED, failures=0, fault="Nobody answered."), now=NOON)


def test_a_feed_with_a_fault_may_be_healthy():
    assert is_healthy(replace(HEALTHY, status=FeedStatus.FAULTY, fault="It is not well formed."), now=NOON)


def test_what_is_usual_is_forgotten_by_time_and_not_by_looks():
    """Asked hourly, a feed that shrank would otherwise pass for its usual self by the evening."""
    usual = 20.0
    for hours in range(48):
        before = replace(HEALTHY, usual_entries=usual, ok_at=NOON + hours * HOUR)
        usual = running_mean(before, 4, now=NOON + (hours + 1) * HOUR)
    two_weeks_on = running_mean(replace(HEALTHY, usual_entries=usual), 4, now=NOON + 14 * DAY)

    assert usual > 18
    assert two_weeks_on == pytest.approx((usual + 4) / 2)
    assert running_mean(FeedState(url="x"), 7, now=NOON) == 7


def test_a_clock_that_went_back_changes_nothing():
    assert running_mean(HEALTHY, 4, now=NOON - 400 * DAY) == 20
    assert said(ok_at=NOON - 400 * DAY, checked_at=NOON) == ""

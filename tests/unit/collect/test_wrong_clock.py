"""What speaks against the machine's clock."""

from datetime import timedelta

import pytest

from newsletter.collect.wrong_clock import doubts
from tests.builders import NOON

DAY = timedelta(days=1)


def test_a_clock_that_is_behind_an_earlier_look_is_doubted():
    said = doubts([NOON - DAY, NOON], [], now=NOON - 400 * DAY)

    assert said.startswith("The clock says 2025-10-14 12:00 UTC, but feeds were asked as late as 2026-11-18 12:00 UTC")


@pytest.mark.parametrize("earlier", [[], [NOON - 400 * DAY], [NOON], [NOON + DAY]])
def test_one_that_goes_on_or_is_a_little_behind_is_not(earlier):
    """Long after the last look is where a machine is that was switched off."""
    assert doubts(earlier, [(20, 0), (20, 1)], now=NOON) == ""


def test_a_clock_behind_which_most_feeds_date_most_of_their_entries_is_doubted():
    """On a new machine there is no earlier look to tell."""
    said = doubts([], [(20, 20), (10, 6), (5, 5), (30, 0)], now=NOON)

    assert said.startswith("The clock says 2026-11-18 12:00 UTC, but 3 of 4 feeds date most of their entries later")


@pytest.mark.parametrize(
    "read",
    [
        [],
        [(20, 20), (20, 20)],
        [(20, 20), (20, 20), (20, 20), *[(20, 1)] * 4],
        [(20, 10)] * 5,
        [(0, 0)] * 5,
    ],
    ids=["none", "two", "fewer than half", "half of each", "empty"],
)
def test_a_few_feeds_that_date_ahead_say_nothing_of_our_clock(read):
    """Calendars do, and pieces that are to stay on top."""
    assert doubts([], read, now=NOON) == ""

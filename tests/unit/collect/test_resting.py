"""Sites that asked to be asked less."""

from datetime import timedelta

import pytest

from newsletter.collect.asking.resting import rest_of_site, resting_sites, wants_rest
from newsletter.domain.feed import FeedState, Fetched
from tests.builders import NOON

HOUR = timedelta(hours=1)
PAGE = "https://www.ledger.example/budget"


def limited(url: str = PAGE, **facts) -> Fetched:
    return Fetched(url=url, status=429, **facts)


def rested(*moments: timedelta, said: str = "") -> FeedState:
    """What is kept of a site that said so at these moments after noon."""
    states: dict[str, FeedState] = {}
    for moment in moments:
        state = rest_of_site(limited(retry_after=said), states, now=NOON + moment)
        states[state.url] = state
    return state


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("1800", HOUR / 2),
        ("Wed, 18 Nov 2026 15:00:00 GMT", 3 * HOUR),
        ("0", timedelta(minutes=1)),
        ("999999999", 24 * HOUR),
        ("soon", HOUR),
        ("", HOUR),
    ],
)
def test_a_site_rests_for_as_long_as_it_says_within_bounds(said: str, wait: timedelta):
    state = rested(timedelta(), said=said)

    assert resting_sites([state], now=NOON) == {"ledger.example": NOON + wait}
    assert resting_sites([state], now=NOON + wait) == {}


def test_one_that_does_not_say_for_how_long_rests_longer_each_time():
    moments = [timedelta(), HOUR, 3 * HOUR]

    assert rested(*moments).site_not_before == NOON + 7 * HOUR
    assert rested(*moments, 40 * HOUR).site_not_before == NOON + 41 * HOUR, "a day later it begins anew"


def test_several_answers_in_one_rest_are_one():
    """Two connections are told so at once."""
    assert rested(timedelta(), timedelta(), HOUR / 2).site_not_before == NOON + 1.5 * HOUR


def test_the_rest_of_a_site_is_no_state_of_a_feed_of_ours():
    assert rested(timedelta()).url == "https://www.ledger.example/robots.txt"


@pytest.mark.parametrize(
    ("answer", "does"),
    [
        (limited(), True),
        (limited(challenged=True), False),
        (limited("file:///feeds/ledger.xml"), False),
        (Fetched(url=PAGE, status=503), False),
    ],
)
def test_who_wants_a_rest(answer: Fetched, does: bool):
    assert wants_rest(answer) is does

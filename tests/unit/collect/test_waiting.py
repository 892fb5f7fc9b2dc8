"""How long a server is left alone."""

from datetime import timedelta

import pytest

from newsletter.collect.asking.waiting import asked_for, back_off, retry_after
from tests.builders import NOON

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 120\t", timedelta(minutes=2)),
        ("000120", timedelta(minutes=2)),
        ("0", timedelta()),
        ("86400", DAY),
        ("86401", DAY),
        ("9" * 5_000, DAY),
        ("Wed, 18 Nov 2026 12:05:00 GMT", timedelta(minutes=5)),
        ("Wednesday, 18-Nov-26 12:05:00 GMT", timedelta(minutes=5)),
        ("Wed Nov 18 12:05:00 2026", timedelta(minutes=5)),
        ("Wed, 18 Nov 2026 21:05:00 +0900", timedelta(minutes=5)),
        ("Wed, 18 Nov 2026 11:00:00 GMT", timedelta()),
        ("Sun, 06 Nov 1994 08:49:37 GMT", timedelta()),
        ("Fri, 18 Nov 2050 12:00:00 GMT", DAY),
    ],
)
def test_a_server_may_ask_for_a_wait_in_seconds_or_until_a_date_but_for_no_longer_than_a_day(said, wait):
    assert retry_after(said, now=NOON) == wait


@pytest.mark.parametrize(
    "said",
    ["", " ", "soon", "-1", "+5", "1.5", "1e3", "٣", "²", "2026-11-18T12:05:00Z", "12 foo", "120, 120", "\0", "GMT",
     "Wed, 99 Nov 2026 12:05:00 GMT", "Wed, 18 Nov 99999999999999999999 12:05:00 GMT", "Wed, 18 Nov 2026 25:00:00 GMT"],
)  # fmt: skip
def test_nonsense_asks_for_nothing(said):
    assert retry_after(said, now=NOON) is None


def test_our_own_wait_doubles_up_to_a_day():
    hours = [back_off(failures) / timedelta(hours=1) for failures in (1, 2, 3, 4, 5, 6, 7, 1_000_000)]

    assert hours == [1, 2, 4, 8, 16, 24, 24, 24]


@pytest.mark.parametrize(
    ("said", "wait"), [("0", timedelta(minutes=1)), ("300", timedelta(minutes=5)), ("soon", timedelta(hours=4))]
)
def test_a_wait_is_at_least_a_minute_and_ours_where_the_server_names_none(said, wait):
    assert asked_for(said, failures=3, now=NOON) == wait

"""How long one ask may take in all."""

import threading
import time

import pytest

from newsletter.backends.fetchers.deadline import Deadline, TooLate


def test_time_goes_by_within_the_block_only():
    """Waiting for a host's turn is not the server's fault."""
    deadline = Deadline(10)

    with deadline:
        time.sleep(0.05)
    left = deadline.left
    time.sleep(0.05)

    assert left <= 9.95
    assert deadline.left == left


def test_nothing_may_take_longer_than_what_is_left():
    with Deadline(0.5) as deadline:
        assert deadline.within(0.1) == 0.1
        assert deadline.within(20) <= 0.5
        assert deadline.within(None) <= 0.5


def test_when_it_is_over_nothing_may_begin():
    with Deadline(0.01) as deadline:
        time.sleep(0.02)

        with pytest.raises(TooLate):
            deadline.within(1)


def test_whoever_waits_is_woken_by_hanging_up():
    deadline = Deadline(60)
    woken = threading.Event()
    with deadline:
        deadline.ends(woken.set)

        deadline.hang_up()

        assert woken.is_set()
        with pytest.raises(TooLate):
            deadline.within(1)


def test_hanging_up_holds_for_what_begins_afterwards():
    """Nobody begins a call that another has ended just before."""
    deadline = Deadline(60)
    deadline.hang_up()
    woken = threading.Event()

    with deadline:
        deadline.ends(woken.set)

        assert woken.is_set()
        assert deadline.left == 0
    assert deadline.left == 0

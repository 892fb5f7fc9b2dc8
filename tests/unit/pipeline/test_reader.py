"""Reading what strangers wrote, within a budget of time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

import pytest

from newsletter.domain.errors import CallFailed, FeedUnreadable
from newsletter.pipeline.reader import Reader
from tests.builders import NOON

Argument = TypeVar("Argument")
Result = TypeVar("Result")


class SlowWorld:
    """An isolation in which a call takes as many seconds as its argument says, and the clock beside it."""

    def __init__(self, *, stands_still: bool = False) -> None:
        self.passed = 0.0
        #: Seconds that each call was given.
        self.given: list[float] = []
        #: Whether a call that fails had been begun.
        self.begins = True
        self._stands_still = stands_still

    def now(self) -> datetime:
        return NOON + timedelta(seconds=0 if self._stands_still else self.passed)

    def pause(self, seconds: float) -> None:
        self.passed += seconds

    def call(self, function: Callable[[Argument], Result], argument: Argument, *, seconds: float = 10) -> Result:
        self.given.append(seconds)
        wanted = float(str(argument))
        self.passed += min(wanted, seconds)
        if wanted > seconds:
            raise CallFailed("It took too long.", begun=self.begins)
        return function(argument)

    def close(self) -> None:
        """Nothing."""


def no_feed(seconds: float) -> None:
    raise FeedUnreadable(f"After {seconds:g} seconds: these bytes are no feed.")


def reads(
    reader: Reader,
    seconds: float,
    site: str = "ledger.example",
    *,
    times: int = 1,
    function: Callable[[float], object] = abs,
) -> None:
    for _ in range(times):
        try:
            reader.call(function, seconds, site=site)
        except (CallFailed, FeedUnreadable):
            continue


@pytest.fixture
def world() -> SlowWorld:
    return SlowWorld()


@pytest.fixture
def reader(world: SlowWorld) -> Reader:
    return Reader(world, world)


@pytest.mark.parametrize("stands_still", [False, True])
def test_a_site_whose_texts_used_up_the_reader_twice_is_left_and_no_other(stands_still: bool):
    world = SlowWorld(stands_still=stands_still)
    reader = Reader(world, world)

    reads(reader, 99)
    once = reader.leaves("ledger.example")
    reads(reader, 99)

    assert once == ""
    assert "texts of ledger.example took 20 seconds to read in this round" in reader.leaves("ledger.example")
    assert reader.leaves("standard.example") == ""


def test_so_is_one_whose_texts_stay_just_below_what_a_call_may_take(reader: Reader):
    reads(reader, 9, times=4)

    assert reader.leaves("ledger.example")


def test_so_is_one_whose_slow_texts_turn_out_to_be_no_feeds(reader: Reader):
    """What is wrong with a text is often found at its very end."""
    reads(reader, 9, times=4, function=no_feed)

    assert reader.leaves("ledger.example")


def test_a_text_that_was_no_feed_leaves_the_process_as_it_is(reader: Reader):
    reads(reader, 0.1, "standard.example", function=no_feed)
    reads(reader, 9, times=3)

    assert reader.leaves("ledger.example")


def test_a_site_that_kills_the_process_pays_for_its_own_next_texts(reader: Reader):
    """Else every other of its texts could take its time for nothing."""

    def dies(seconds: float) -> None:
        raise CallFailed("The process that worked on it died (SIGSEGV).")

    for _ in range(3):
        reads(reader, 0.1, function=dies)
        reads(reader, 9)

    assert reader.leaves("ledger.example")


def test_what_was_never_begun_is_charged_to_nobody_and_is_not_waited_for_all_round(world: SlowWorld, reader: Reader):
    """A machine in trouble says nothing of any feed, and is no reason to wait a minute for each of them."""
    world.begins = False
    reads(reader, 99, times=300)

    assert reader.leaves("ledger.example") == ""
    assert len(world.given) == 12, "as often as two minutes allow"
    with pytest.raises(CallFailed, match="in this round") as raised:
        reader.call(abs, 1, site="ledger.example")
    assert not raised.value.begun


def test_an_outlet_of_many_quick_texts_is_not(reader: Reader):
    reads(reader, 0.9, times=300)

    assert reader.leaves("ledger.example") == ""


def test_the_start_of_the_process_is_charged_to_nobody(world: SlowWorld, reader: Reader):
    """It starts anew after each text that killed it, and the next one may be anybody's."""
    for _ in range(9):
        reads(reader, 99, "hostile.example")
        reads(reader, 5)

    assert reader.leaves("ledger.example") == ""


def test_however_many_sites_conspire_a_round_is_not_held_for_hours(world: SlowWorld, reader: Reader):
    """Whoever has a hundred addresses of their own on some platform is a hundred sites."""
    for number in range(300):
        reads(reader, 99, f"{number}.example")

    assert world.passed <= 10 * 60 + 300 * 2
    assert reader.call(abs, -1, site="ledger.example") == 1, "and an honest text is read all the same"


def test_a_clock_that_is_put_right_meanwhile_charges_nobody(world: SlowWorld, reader: Reader):
    def meanwhile(seconds: float) -> Callable[[int], None]:
        return lambda _: world.pause(seconds)

    for leap in (0, 7200, -7200):
        reader.call(meanwhile(leap), 0, site="ledger.example")

    assert reader.leaves("ledger.example") == ""

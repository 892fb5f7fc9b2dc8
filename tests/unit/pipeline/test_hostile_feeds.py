"""Feeds that are made to use up whoever reads them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NoReturn, TypeVar

from newsletter import wiring
from newsletter.config import load
from newsletter.domain.errors import CallFailed
from newsletter.domain.feed import FeedStatus
from newsletter.pipeline.collecting import collect
from tests.builders import NOON
from tests.outlets import response, serving
from tests.sites import CONFIG, Site, item, rss

Argument = TypeVar("Argument")
Result = TypeVar("Result")


class UsedUp:
    """An isolation in which no call ever comes back in time."""

    def call(self, function: Callable[[Argument], Result], argument: Argument, *, seconds: float = 10) -> NoReturn:
        del function, argument
        raise CallFailed(f"It took more than {seconds:g} seconds, and was stopped.")

    def close(self) -> None:
        """Nothing."""


class NoneStarts(UsedUp):
    """An isolation on a machine that can start no process."""

    def call(self, function: Callable[[Argument], Result], argument: Argument, *, seconds: float = 10) -> NoReturn:
        raise CallFailed("No process could be started to work on it (Too many open files).", begun=False)


class Counting:
    """An isolation that calls at once, and to which every call is slow by its clock."""

    def __init__(self) -> None:
        self.calls = 0

    def now(self) -> datetime:
        return NOON + timedelta(seconds=9 * self.calls)

    def pause(self, seconds: float) -> None:
        """Nothing."""

    def call(self, function: Callable[[Argument], Result], argument: Argument, *, seconds: float = 10) -> Result:
        del seconds
        self.calls += 1
        return function(argument)

    def close(self) -> None:
        """Nothing."""


def test_recorded_files_that_are_slow_pages_do_not_use_up_one_anothers_time(site: Site):
    """A file is by itself: there is no site to charge."""
    names = [f"p{n}" for n in range(8)]
    site.configure(feeds=names)
    for name in names:
        page = '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/f.xml"></html>'
        site.write_feed(name, page)
    settings = load(site.config)

    with wiring.backends(settings, at=NOON, makes_store=True) as world:
        slow = Counting()
        collect(replace(world, isolation=slow, clock=slow), settings.all_feeds(), now=NOON)

    assert slow.calls == len(names)


def test_nothing_is_held_against_a_feed_that_we_could_not_even_begin_to_read(site: Site):
    """No process could be started: that is stated, and the feed is read in the next round."""
    with serving() as server:
        server.pages = {"/feed.xml": response(200, rss(item("News", "It is.", outlet="o")).encode())}
        own = f'[collect]\npause = 0\n[web]\nallow_private_feeds = ["{server.place}"]\n'
        feed = f'[[feeds]]\nurl = "{server.url("/feed.xml")}"\n'
        site.config.write_text(f"{CONFIG}\n{own}{feed}", encoding="utf-8")
        settings = load(site.config)

        with wiring.backends(settings, at=NOON, makes_store=True) as world:
            troubled = collect(replace(world, isolation=NoneStarts()), settings.all_feeds(), now=NOON)
            (state,) = world.entries.feed_states().values()
            after = collect(world, settings.all_feeds(), now=NOON + timedelta(minutes=1))

    assert "through no fault of its own. No process could be started" in troubled.failed[0].reason
    assert (state.status, state.failures, state.not_before) == (FeedStatus.FAILED, 0, None)
    assert (after.feeds, after.new) == (1, 1)


def test_a_site_of_them_costs_a_round_two_calls_and_the_next_round_goes_on_with_the_others(site: Site):
    """Those that were not read are left as if they had not been asked; those that were rest."""
    with serving() as server:
        urls = [server.url(f"/{n}.xml") for n in range(5)]
        server.pages = dict.fromkeys(
            (f"/{n}.xml" for n in range(5)), response(200, rss(item("News", "It is.", outlet="o")).encode())
        )
        feeds = "".join(f'[[feeds]]\nurl = "{url}"\n' for url in urls)
        own = f'[collect]\npause = 0\n[web]\nallow_private_feeds = ["{server.place}"]\n'
        site.config.write_text(f"{CONFIG}\n{own}{feeds}", encoding="utf-8")
        settings = load(site.config)

        rounds, states = [], []
        for minutes in (0, 30, 45):
            now = NOON + timedelta(minutes=minutes)
            with wiring.backends(settings, at=now, makes_store=True) as world:
                used_up = replace(world, isolation=UsedUp())
                rounds.append(collect(used_up, settings.all_feeds(), now=now))
                states.append([state.status for state in world.entries.feed_states().values()])

    first, second, third = rounds
    assert [len(one.failed) for one in rounds] == [2, 2, 1]
    assert all("It took more than 10 seconds" in note.reason for note in first.failed)
    assert len(first.resting) == 3
    assert all("was not read. The texts of 127.0.0.1 took 20 seconds" in note.reason for note in first.resting)
    assert states == [[FeedStatus.FAILED] * 2, [FeedStatus.FAILED] * 4, [FeedStatus.FAILED] * 5]
    assert {note.url for note in (*first.failed, *second.failed, *third.failed)} == set(urls)

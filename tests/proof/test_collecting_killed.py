"""Collecting that is killed at fifty moments while outlets publish: nothing lost, nothing doubled."""

import random
from collections import Counter

import pytest

from tests.killing import FEEDS, Newsroom
from tests.outlets import serving

pytestmark = pytest.mark.proof

KILLS = 50


def test_killed_at_fifty_moments_the_next_round_has_everything_once(site):
    dice = random.Random(20261118)  # noqa: S311 - moments, not secrets
    with serving() as server:
        newsroom = Newsroom(site, server)
        killed, wrong = 0, []
        for number in range(KILLS):
            newsroom.publish()
            # While feeds are asked, and while what they gave is kept.
            progress = (newsroom.answered, newsroom.kept)[number % 2]
            killed += newsroom.collect_and_kill(progress, dice.randrange(FEEDS), dice.uniform(0, 0.05))
            wrong += newsroom.faults()

        last = site.json("collect", "--now", newsroom.now)

    assert killed >= KILLS * 0.8, "most rounds were still running"
    assert wrong == []
    assert newsroom.missing() == []
    assert last["failed"] == []
    assert max(Counter(newsroom.retitled()).values()) == 1
    assert all(feed["status"] == "ok" for feed in site.json("feeds", "list")["feeds"])
    assert site.json("db", "check")["ok"]

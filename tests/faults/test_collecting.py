"""Collecting that is killed: what was kept stays, and what was not is found again."""

import pytest

from tests.killing import FEEDS, Newsroom
from tests.outlets import serving


@pytest.mark.parametrize(
    ("stage", "reached"),
    [("answered", 1), ("answered", FEEDS), ("kept", 1), ("kept", FEEDS - 1)],
    ids=["while feeds are asked", "when all have answered", "when one is kept", "when all but one are kept"],
)
def test_killed_while_collecting_the_next_round_has_everything_once(site, stage, reached):
    with serving() as server:
        newsroom = Newsroom(site, server)
        newsroom.publish()
        newsroom.publish()

        killed = newsroom.collect_and_kill(getattr(newsroom, stage), reached, 0)
        after_the_kill = newsroom.faults()
        again = site.json("collect", "--now", newsroom.now)

    # Where all but a moment's work is done it may be over before we see that.
    assert killed or reached > 1
    assert after_the_kill == []
    assert again["failed"] == []
    assert newsroom.missing() == []
    assert site.json("db", "check")["ok"]

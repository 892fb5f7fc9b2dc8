"""One vocabulary of verbs for every stage."""

import pytest

from newsletter.curate.text.acts import Telling, telling
from newsletter.draft.telling.words import DEED, LOADED


@pytest.mark.parametrize(
    "verb",
    ["acquits", "repeals", "overturns", "impeaches", "arrests", "adopts", "enacts", "pardons", "passes", "vetoed"],
)
def test_what_is_decided_to_the_rank_is_a_deed_to_the_headline(verb: str):
    headline = f"Court {verb} mayor"

    assert telling(headline) is Telling.DECIDED
    assert DEED.search(headline)


@pytest.mark.parametrize("verb", ["agrees", "raises", "cuts", "opens", "meets"])
def test_a_deed_that_settles_nothing_is_not_decided(verb: str):
    assert DEED.search(f"Court {verb} mayor")
    assert telling(f"Court {verb} mayor") is Telling.NEITHER


@pytest.mark.parametrize("verb", ["slams", "blasts", "ripped"])
def test_heat_is_talk_and_no_deed(verb: str):
    assert telling(f"Mayor {verb} court") is Telling.TALK
    assert LOADED.search(f"Mayor {verb} court")
    assert not DEED.search(f"Mayor {verb} court")

"""A store that is not there: where a disk is not mounted, an empty one at its place looks as if all were lost."""

import pytest

from tests.sites import item, rss


@pytest.fixture
def outlet(site):
    site.configure(feeds=["ledger"])
    site.write_feed("ledger", rss(item("Vote", "It was 51 to 49.", outlet="ledger")))
    return site


@pytest.mark.parametrize(
    "verb", [("collect",), ("feeds", "list"), ("subscribers", "stats"), ("db", "upgrade")], ids=" ".join
)
def test_a_verb_that_makes_a_store_says_so_and_where(outlet, verb):
    """Also in the log of a timer, where nobody saw it coming."""
    made = outlet.run(*verb)
    again = outlet.run(*verb)

    assert made.status == again.status == 0
    assert f"no store at {outlet.folder / 'newsletter.db'}, so a new and empty one was made" in made.err
    assert "its disk may not be mounted" in made.err
    assert "new and empty" not in again.err


def test_collecting_tells_it_to_programs_too(outlet):
    made, again = outlet.json("collect"), outlet.json("collect")

    assert made["new_store"] == str(outlet.folder / "newsletter.db")
    assert again["new_store"] is None


def test_an_empty_folder_at_the_mount_point_is_told_at_the_next_round(outlet):
    """Its lock beside it is gone with it, and no verb before had a word to say."""
    outlet.json("collect")
    for file in outlet.folder.glob("newsletter.db*"):
        file.unlink()

    unmounted = outlet.run("collect", "--json")

    assert unmounted.json["new_store"]
    assert "may not be mounted" in unmounted.err


@pytest.mark.parametrize(
    "verb", [("approve", "--editor", "ana"), ("send",), ("subscribers", "export"), ("db", "check")]
)
def test_a_verb_that_needs_what_is_kept_makes_no_store(outlet, verb):
    refused = outlet.run(*verb)

    assert refused.status == 1
    assert not (outlet.folder / "newsletter.db").exists()

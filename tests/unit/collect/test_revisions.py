"""One piece that an outlet gives again under another id."""

import itertools
from datetime import timedelta

import pytest

from newsletter.collect.revisions import as_revisions
from newsletter.domain.entry import Entry
from tests.builders import NOON, an_entry
from tests.reprints import EVENTS

PAGE = "https://ledger.example/2026/11/harbour"
TEXT = EVENTS[0]["wire"].strip()


def a_piece(id_: str, **facts) -> Entry:
    return an_entry(id_, **({"url": PAGE, "content": TEXT} | facts))


def ids(entries, *, kept) -> list[str]:
    return sorted(entry.id for entry in as_revisions(entries, kept=kept))


def test_a_piece_under_a_new_id_on_its_old_page_is_the_one_that_is_kept():
    """Some outlets give a piece a new guid whenever they touch it."""
    (revised,) = as_revisions([a_piece("new", title="Another title", content="Less.")], kept=[a_piece("old")])

    assert revised.id == "old"
    assert revised.title == "Another title"


def test_one_on_another_page_with_the_same_title_and_words_is_the_one_that_is_kept():
    longer = TEXT + "\n\nThe mayor is to speak again on Friday about the new pier in Vik."

    assert ids([a_piece("new", url=f"{PAGE}-2", content=longer)], kept=[a_piece("old")]) == ["old"]


@pytest.mark.parametrize(
    "change",
    [
        {"content": EVENTS[1]["wire"]},
        {"content": "The week in short."},
        {"title": "Another title"},
        {"at": NOON + timedelta(days=15)},
        {"outlet": "The Standard"},
    ],
)
def test_another_piece_of_a_series_is_not(change):
    new = a_piece("new", **({"url": f"{PAGE}-2"} | change))

    assert ids([new], kept=[a_piece("old")]) == ["new"]


def test_one_teaser_for_all_parts_of_a_series_tells_nothing():
    teaser = "All the news that you need to begin the day."

    assert ids([a_piece("new", url=f"{PAGE}-2", content=teaser)], kept=[a_piece("old", content=teaser)]) == ["new"]


@pytest.mark.parametrize("front", ["https://ledger.example/", "https://www.ledger.example"])
def test_the_front_page_is_nobodys_own(front):
    """Some outlets link all that they say to it."""
    assert ids([a_piece("new", url=front, title="B", content="B.")], kept=[a_piece("old", url=front)]) == ["new"]


def test_a_page_that_two_kept_entries_share_tells_nothing():
    kept = [a_piece("one", title="One", content="One."), a_piece("two", title="Two", content="Two.")]

    assert ids([a_piece("new", title="Three")], kept=kept) == ["new"]


def test_a_page_that_two_entries_of_this_look_share_tells_nothing():
    both = [a_piece("new", title="One", content="One."), a_piece("newer", title="Two", content="Two.")]

    assert ids(both, kept=[a_piece("old")]) == ["new", "newer"]


def test_two_entries_never_come_under_one_id():
    """One has the page, the other the title and the words."""
    by_page, by_title = a_piece("a", title="New title"), a_piece("b", url=f"{PAGE}-2")

    assert ids([by_page, by_title], kept=[a_piece("old")]) == ["a", "b"]


def test_a_kept_piece_that_is_there_itself_is_revised_by_no_other():
    both = [a_piece("new"), a_piece("old", url=f"{PAGE}-2", title="Moved", content="Moved.")]

    assert ids(both, kept=[a_piece("old")]) == ["new", "old"]


def test_a_known_piece_stays_itself():
    assert ids([a_piece("old", title="Another title")], kept=[a_piece("old")]) == ["old"]


def test_without_a_page_and_a_title_nothing_is_told():
    bare = {"url": "", "title": "", "content": "x"}

    assert ids([a_piece("new", **bare)], kept=[a_piece("old", **bare)]) == ["new"]


def test_the_order_in_which_entries_come_plays_no_part():
    new = [a_piece("a"), a_piece("b", url=f"{PAGE}-2"), a_piece("c", url=f"{PAGE}-3", title="Third")]
    kept = [a_piece("old"), a_piece("third", url=f"{PAGE}-3", title="First")]

    found = {as_revisions(list(order), kept=kept[::step]) for order in itertools.permutations(new) for step in (1, -1)}

    assert len(found) == 1

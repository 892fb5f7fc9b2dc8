"""One piece that an outlet gives again under another id."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from newsletter.collect.revisions import as_revisions
from newsletter.domain.entry import DateQuality, Entry
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


SCRIPT = "https://ledger.example/index.php"
SHORT = "Harbour opens."


def a_short_piece(id_: str, query: str, **facts) -> Entry:
    """One as of a feed that is made anew for every reader."""
    return an_entry(id_, **({"url": f"{SCRIPT}?{query}", "content": SHORT, "title": "Harbour opens"} | facts))


def undated(entry: Entry, *, seen: datetime) -> Entry:
    return replace(entry, published=None, date_quality=DateQuality.FIRST_SEEN, first_seen=seen)


def test_a_short_piece_whose_id_and_query_change_at_each_look_is_the_one_that_is_kept():
    """It would be kept anew every few hours, for as long as its feed lists it."""
    kept = a_short_piece("old", "session=1")

    for look in range(2, 5):
        (kept,) = as_revisions([a_short_piece(f"look-{look}", f"session={look}")], kept=[kept])

    assert kept.id == "old"


def test_so_is_one_whose_page_was_read():
    """Its text is the page's by now; what the feed said is its summary."""
    kept = a_short_piece("old", "session=1", summary=SHORT, content=TEXT)

    assert ids([a_short_piece("new", "session=2", summary=SHORT, content="")], kept=[kept]) == ["old"]


@pytest.mark.parametrize("later", [timedelta(hours=3), timedelta(days=14)])
def test_so_is_one_without_a_date_for_fourteen_days(later):
    kept = undated(a_short_piece("old", "session=1"), seen=NOON)

    assert ids([undated(a_short_piece("new", "session=2"), seen=NOON + later)], kept=[kept]) == ["old"]


@pytest.mark.parametrize("later", [timedelta(days=14, seconds=1), timedelta(days=300)])
@pytest.mark.parametrize("has_date", [False, True])
def test_what_comes_later_without_a_date_is_the_next_of_a_series(later, has_date):
    """Letters to the editor have one title and one teaser every week; taken for the first, no other is ever seen."""
    kept = a_short_piece("old", "week=1") if has_date else undated(a_short_piece("old", "week=1"), seen=NOON)

    assert ids([undated(a_short_piece("new", "week=47"), seen=NOON + later)], kept=[kept]) == ["new"]


def test_so_is_one_that_its_feed_dates_anew_at_each_look():
    assert ids([a_short_piece("new", "b=2", at=NOON + timedelta(hours=6))], kept=[a_short_piece("old", "a=1")]) == [
        "old"
    ]


def test_so_is_one_that_was_kept_more_than_once():
    """By a version that could not tell; the copies must not make more copies."""
    kept = [a_short_piece("one", "a=1"), a_short_piece("two", "a=2", at=NOON + timedelta(hours=1))]

    assert ids([a_short_piece("new", "a=3", at=NOON + timedelta(hours=1))], kept=kept) == ["two"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Harbour closes"},
        {"content": "Harbour opens at last."},
        {"url": "https://ledger.example/other.php?id=2"},
        {"feed": "https://ledger.example/other.xml"},
        {"outlet": "The Standard"},
        {"at": NOON + timedelta(hours=21)},
        {"content": "", "at": NOON + timedelta(hours=1)},
    ],
    ids=",".join,
)
def test_a_short_piece_with_another_query_is_another_one_where_more_than_that_differs(change):
    """Many outlets have one address for all that they publish, and the number of the piece in the query."""
    same = {name: value for name, value in change.items() if name == "content" and not value}

    assert ids([a_short_piece("new", "id=2", **change)], kept=[a_short_piece("old", "id=1", **same)]) == ["new"]


def test_two_short_pieces_of_one_look_that_only_the_query_tells_apart_stay_apart():
    both = [a_short_piece("two", "id=2"), a_short_piece("three", "id=3")]

    assert ids(both, kept=[a_short_piece("one", "id=1")]) == ["three", "two"]
    assert ids([a_short_piece("one", "id=1"), both[0]], kept=[a_short_piece("one", "id=1")]) == ["one", "two"]


def test_a_feed_of_nothing_but_the_same_is_not_compared_each_with_each():
    """Each compared with each would hold the machine for minutes, and a stranger may serve such a feed."""
    many = [a_short_piece(str(n), f"id={n}", content=TEXT * 20) for n in range(4_000)]

    assert len(as_revisions(many[:2_000], kept=many[2_000:])) == 2_000


def test_without_a_text_the_very_date_tells_that_it_is_the_same():
    kept = a_short_piece("old", "a=1", content="", summary="")

    assert ids([a_short_piece("new", "b=2", content="", summary="")], kept=[kept]) == ["old"]
    assert ids(
        [undated(a_short_piece("new", "b=2", content=""), seen=NOON)],
        kept=[undated(a_short_piece("old", "a=1", content=""), seen=NOON)],
    ) == ["new"]


def test_what_has_no_text_is_not_one_that_has_a_text_and_no_summary():
    kept = a_short_piece("old", "a=1", content=TEXT, summary="")

    assert ids([a_short_piece("new", "b=2", content="", summary="")], kept=[kept]) == ["new"]


def test_the_order_in_which_entries_come_plays_no_part():
    new = [a_piece("a"), a_piece("b", url=f"{PAGE}-2"), a_piece("c", url=f"{PAGE}-3", title="Third")]
    kept = [a_piece("old"), a_piece("third", url=f"{PAGE}-3", title="First")]

    found = {as_revisions(list(order), kept=kept[::step]) for order in itertools.permutations(new) for step in (1, -1)}

    assert len(found) == 1

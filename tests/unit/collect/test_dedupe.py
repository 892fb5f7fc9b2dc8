"""The same entry seen twice."""

import itertools

from newsletter.collect.dedupe import distinct, unique_ids
from newsletter.domain.entry import EntryId
from tests.builders import an_entry

ONE, OTHER = "https://one.example/feed", "https://other.example/feed"


def test_a_guid_that_nobody_else_has_is_the_id():
    (entry,) = unique_ids([an_entry("guid-1", feed=ONE)], known={})

    assert entry.id == "guid-1"


def test_a_guid_that_another_feed_brought_earlier_gives_way_to_a_digest():
    """Two outlets may both count their pieces from 1."""
    (entry,) = unique_ids([an_entry("1", feed=OTHER)], known={EntryId("1"): ONE})

    assert entry.id != "1"
    assert len(entry.id) == 24


def test_a_feed_keeps_the_guid_that_it_brought_earlier():
    (entry,) = unique_ids([an_entry("1", feed=OTHER)], known={EntryId("1"): OTHER})

    assert entry.id == "1"


def test_of_two_feeds_that_bring_a_guid_at_once_the_first_by_address_keeps_it():
    entries = [an_entry("1", feed=OTHER), an_entry("1", feed=ONE)]

    found = {entry.feed: entry.id for entry in unique_ids(entries, known={})}

    assert found[ONE] == "1"
    assert found[OTHER] != "1"


def test_a_digest_is_the_same_the_next_time():
    """Or the piece would come back every week."""
    first = unique_ids([an_entry("1", feed=ONE), an_entry("1", feed=OTHER)], known={})
    known = {entry.id: entry.feed for entry in first}

    again = unique_ids([an_entry("1", feed=OTHER)], known={EntryId("1"): ONE})

    assert again[0].id in known


def test_one_guid_on_several_pages_of_one_feed_gives_way_on_each():
    pages = [an_entry("home", feed=ONE, url=f"https://one.example/{n}") for n in range(3)]

    ids = {entry.id for entry in unique_ids(pages, known={})}

    assert len(ids) == 3
    assert "home" not in ids


def test_an_entry_that_is_there_twice_is_kept_once_with_the_longer_text():
    short = an_entry("1", feed=ONE, url="https://one.example/a?utm_source=rss", content="Short.")
    full = an_entry("1", feed=ONE, url="https://one.example/a?utm_source=rss", content="Not so short.")

    assert unique_ids([short, full], known={}) == unique_ids([full, short], known={}) == (full,)


def test_the_order_of_arrival_makes_no_difference():
    entries = [
        an_entry("1", feed=ONE, url="https://one.example/a"),
        an_entry("1", feed=ONE, url="https://one.example/b"),
        an_entry("1", feed=OTHER, url="https://other.example/a"),
        an_entry("2", feed=OTHER, url="https://other.example/b"),
    ]

    results = {unique_ids(order, known={}) for order in itertools.permutations(entries)}

    assert len(results) == 1


def test_one_page_of_one_outlet_counts_once_and_the_longer_text_stays():
    teaser = an_entry("teaser", outlet="The Ledger", url="https://ledger.example/a", content="Short.")
    full = an_entry("full", outlet="The Ledger", url="https://ledger.example/a", content="Not so short.")

    kept, refused = distinct([teaser, full])

    assert kept == (full,)
    assert [refusal.entry for refusal in refused] == ["teaser"]
    assert "full" in refused[0].reason


def test_of_equal_copies_the_lower_id_stays():
    copies = [an_entry(key, outlet="The Ledger", url="https://ledger.example/a") for key in ("b", "a", "c")]

    kept, refused = distinct(copies)

    assert [entry.id for entry in kept] == ["a"]
    assert [refusal.entry for refusal in refused] == ["b", "c"]


def test_one_address_of_two_outlets_is_two_entries():
    """A wire's page may be carried by both; whose voice counts is not decided here."""
    entries = [an_entry(outlet=outlet, url="https://wire.example/a") for outlet in ("The Ledger", "The Standard")]

    assert len(distinct(entries)[0]) == 2


def test_entries_without_an_address_are_never_copies():
    assert len(distinct([an_entry(url=""), an_entry(url="")])[0]) == 2


def test_an_entry_that_says_nothing_is_refused():
    kept, refused = distinct([an_entry("empty", title="", content="")])

    assert kept == ()
    assert refused[0].entry == "empty"
    assert "neither title nor text" in refused[0].reason


def test_every_entry_is_either_kept_or_refused():
    entries = [an_entry(url=f"https://ledger.example/{n % 3}") for n in range(10)]

    kept, refused = distinct(entries)

    assert sorted([e.id for e in kept] + [r.entry for r in refused]) == sorted(e.id for e in entries)

"""The same entry seen twice."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.collect.dedupe import distinct, possible_ids, unique_ids
from newsletter.domain.entry import Entry, EntryId
from tests.builders import an_entry

ONE, OTHER = "https://one.example/feed", "https://other.example/feed"
LEDGER = "https://feeds.ledger.example/all"
#: Of the form of a random number: no two outlets come upon it by chance.
GUID = "7fc30293c31a9c8f"


def guid_id(guid: str, *, feed: str, page: str, known: dict[EntryId, str] | None = None) -> str:
    (entry,) = unique_ids([an_entry(guid, feed=feed, url=page)], known=known or {})
    return entry.id


@pytest.mark.parametrize(
    "guid",
    [
        "7fc30293c31a9c8f",
        "1225c696-cfb8-4ebb-aaaa-80da344efa6a",
        "urn:uuid:1225c696-cfb8-4ebb-aaaa-80da344efa6a",
        "urn:ledger:story:4117",
        "tag:ledger.example,2026:budget",
        "https://www.ledger.example/?p=4117",
        "https://www.ledger.example/budget",
        "2064117000112233",
    ],
)
def test_a_guid_that_is_unique_by_its_form_is_the_id(guid):
    assert guid_id(guid, feed="https://feeds.ledger.example/all", page="https://www.ledger.example/budget") == guid


def test_a_kept_entry_whose_feed_is_asked_no_more_is_for_who_gives_it_now():
    """An operator who writes the new address of a feed into the configuration goes on with its entries."""
    now = an_entry(GUID, feed="https://one.example/feed")

    assert unique_ids([now], known={now.id: "http://one.example/feed"}) == ()
    assert unique_ids([now], known={now.id: ""}) == (now,)


def test_but_not_under_a_guid_that_may_be_anybodys():
    (entry,) = unique_ids([an_entry("1", feed=OTHER)], known={EntryId("1"): ""})

    assert entry.id != "1"


@pytest.mark.parametrize(
    "guid",
    [
        "1",
        "post-12",
        "senate-passes-the-budget",
        "20261118120000",
        "deadbeefdead",
        "tag:standard.example,2026:budget",
        "https://standard.example/?p=4117",
        "https://www.ledger.example/",
        "http://[ledger",
        "urn:ledger:1" + "0" * 500,
    ],
)
def test_a_guid_that_two_feeds_give_gives_way_to_a_digest_in_both(guid):
    """Two may count their pieces from 1, and neither may write under the other's addresses."""
    both = [an_entry(guid, feed=feed, url="https://www.ledger.example/budget") for feed in (LEDGER, OTHER)]

    ids = {entry.id for entry in unique_ids(both, known={})}

    assert len(ids) == 2
    assert {len(id_) for id_ in ids} == {24}


@pytest.mark.parametrize("guid", ["1", "post-12", "senate-passes-the-budget"])
def test_a_guid_that_one_feed_alone_gives_is_the_id(guid):
    assert guid_id(guid, feed=LEDGER, page="https://www.ledger.example/budget") == guid
    assert guid_id(guid, feed=LEDGER, page="https://www.ledger.example/budget", known={EntryId(guid): OTHER}) != guid


def test_a_guid_that_gave_way_once_does_not_come_back_when_the_other_feed_is_silent():
    """Feeds that have not changed bring no entries: the piece would be there twice, under its guid and its digest."""
    both = [an_entry("1", feed=feed, url=f"{feed}/a") for feed in (ONE, OTHER)]
    kept = {entry.id: entry.feed for entry in unique_ids(both, known={})}

    for entry in both:
        known = {id_: feed for id_, feed in kept.items() if id_ in possible_ids([entry])}
        (again,) = unique_ids([entry], known=known)
        assert kept.get(again.id) == entry.feed


def test_a_recorded_feed_is_of_the_site_of_its_pages():
    page = "https://www.ledger.example/budget"

    assert guid_id(page, feed="/feeds/ledger.xml", page=page) == page


def test_an_entry_that_is_kept_under_its_guid_keeps_it():
    """An id never changes, whatever the rule was when it was given."""
    assert guid_id("1", feed=ONE, page="https://one.example/a", known={EntryId("1"): ONE}) == "1"
    assert guid_id("1", feed=OTHER, page="https://other.example/a", known={EntryId("1"): ONE}) != "1"


def test_one_guid_on_several_pages_of_one_feed_gives_way_on_each():
    pages = [an_entry("home", feed=ONE, url=f"https://one.example/{n}") for n in range(3)]

    ids = {entry.id for entry in unique_ids(pages, known={})}

    assert len(ids) == 3
    assert "home" not in ids


def test_an_entry_that_is_there_twice_is_kept_once_with_the_longer_text():
    short = an_entry(GUID, feed=ONE, url="https://one.example/a?utm_source=rss", content="Short.")
    full = an_entry(GUID, feed=ONE, url="https://one.example/a?utm_source=rss", content="Not so short.")

    assert unique_ids([short, full], known={}) == unique_ids([full, short], known={}) == (full,)


def test_the_order_of_arrival_makes_no_difference():
    entries = [
        an_entry("1", feed=ONE, url="https://one.example/a"),
        an_entry("1", feed=ONE, url="https://one.example/b"),
        an_entry("1", feed=OTHER, url="https://other.example/a"),
        an_entry("2", feed=OTHER, url="https://other.example/b"),
        an_entry(GUID, feed=OTHER, url="https://other.example/c"),
        an_entry(GUID, feed=ONE, url="https://one.example/c"),
    ]

    results = {unique_ids(order, known={}) for order in itertools.permutations(entries)}

    assert len(results) == 1


@given(
    entries=st.lists(
        st.builds(
            lambda guid, site, section, page: an_entry(
                guid.format(site=site), feed=f"https://{site}.example/{section}", url=f"https://{site}.example/{page}"
            ),
            guid=st.sampled_from([GUID, "https://{site}.example/7", "https://{site}.example/8"]),
            site=st.sampled_from(["one", "other"]),
            section=st.sampled_from(["all", "politics"]),
            page=st.sampled_from("ab"),
        ),
        max_size=8,
        # A feed that gives one piece's own guid to several pages is told by seeing both at once.
        unique_by=lambda entry: (entry.feed, entry.id),
    ),
    data=st.data(),
)
def test_any_order_of_feeds_and_any_split_into_runs_leave_the_same_entries(entries, data):
    """Each feed is looked at by itself, again and again; who was asked first must not show."""

    def kept_after(runs: list[list[Entry]]) -> dict[EntryId, str]:
        kept: dict[EntryId, str] = {}
        for run in runs:
            kept |= {entry.id: entry.feed for entry in unique_ids(run, known=kept)}
        return kept

    by_feed = [[entry for entry in entries if entry.feed == feed] for feed in sorted({e.feed for e in entries})]
    one_by_one = [[entry] for entry in data.draw(st.permutations(entries))]

    assert (
        kept_after(by_feed)
        == kept_after(by_feed[::-1])
        == kept_after(one_by_one)
        == kept_after([entries])
        == kept_after([*one_by_one, *by_feed])
    )


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

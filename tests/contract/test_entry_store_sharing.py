"""What every entry store promises of entries that share a page or a title, or that are asked for by their ids."""

from dataclasses import replace

from newsletter.backends.stores import Stores
from newsletter.domain.entry import EntryId
from tests.builders import an_entry


def test_entries_of_one_outlet_share_a_page_or_a_title(stores: Stores):
    """One article in two feeds of an outlet, or under a new guid, is recognised by these."""
    same_page = an_entry("page", url="https://the-ledger.example/vote", title="Another headline")
    same_title = an_entry("title", url="https://the-ledger.example/other", title="The vote")
    neither = an_entry("neither", url="https://the-ledger.example/third", title="A third")
    stores.entries.save([same_title, neither, same_page])

    found = stores.entries.sharing([an_entry("new", url="https://the-ledger.example/vote", title="The vote")])

    assert found == [same_page, same_title]


def test_what_is_asked_about_is_among_those_that_share_where_it_is_kept(stores: Stores):
    kept = an_entry("kept", title="One")
    stores.entries.save([kept])

    found = stores.entries.sharing([replace(kept, content="Read anew."), an_entry("new", title="Two")])

    assert found == [kept]


def test_nothing_is_shared_between_outlets(stores: Stores):
    """The title of a wire story is everybody's; that is another question."""
    stores.entries.save([an_entry("1", outlet="The Wire", url="https://x.example/1", title="The vote")])

    assert stores.entries.sharing([an_entry("2", url="https://x.example/1", title="The vote")]) == []


def test_no_page_is_not_a_page_and_no_title_no_title(stores: Stores):
    without = [an_entry("1", url="", title=""), an_entry("2", url="", title="")]
    stores.entries.save(without)

    assert stores.entries.sharing(without) == []


def test_outlet_and_page_do_not_run_into_each_other(stores: Stores):
    stores.entries.save([replace(an_entry("1", outlet="The Ledger a"), canonical_url="b")])

    assert stores.entries.sharing([replace(an_entry("2", title="Two"), canonical_url="ab")]) == []


def test_what_was_revised_shares_its_new_page_and_its_new_title(stores: Stores):
    entry = an_entry("1", url="https://the-ledger.example/1", title="Before")
    stores.entries.save([entry])
    revised = replace(entry, canonical_url="the-ledger.example/moved", title="After")
    stores.entries.save([revised])

    before = stores.entries.sharing([entry])
    by_page = stores.entries.sharing([replace(revised, title="")])
    by_title = stores.entries.sharing([replace(revised, canonical_url="")])

    assert before == []
    assert [entry.id for entry in by_page] == [entry.id for entry in by_title] == ["1"]


def test_many_entries_and_long_titles_share_in_order_of_id(stores: Stores):
    """More than one statement may hold values for, and more than an index takes."""
    entries = [an_entry(f"{n:04d}", title=str(n) + "x" * 10_000, url="") for n in range(1203)]
    stores.entries.save(entries[::-1])

    assert [entry.id for entry in stores.entries.sharing(entries)] == [entry.id for entry in entries]


def test_entries_are_found_by_their_ids_in_order_of_these_and_unknown_ones_are_left_out(stores: Stores):
    kept = [an_entry("b"), an_entry("a" * 10_000), an_entry("ä")]
    stores.entries.save(kept)

    found = stores.entries.of_ids([EntryId("ä"), EntryId("gone"), EntryId("b"), EntryId("a" * 10_000), EntryId("b")])

    assert found == [kept[1], kept[0], kept[2]]
    assert stores.entries.of_ids([]) == []
    assert len(stores.entries.of_ids(EntryId(str(n)) for n in range(1203))) == 0

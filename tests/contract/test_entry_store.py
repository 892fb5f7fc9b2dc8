"""What every entry store promises."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from newsletter.backends.stores import Stores
from newsletter.backends.stores.tables import ENTRY_TITLES
from newsletter.domain.entry import DateQuality, Entry, EntryId, Kind, Lean, Licence, Picture, Removed
from newsletter.domain.errors import Refused
from newsletter.ports import Saved
from tests.builders import NOON, an_entry

HOUR = timedelta(hours=1)
ALWAYS = (NOON - timedelta(days=3650), NOON + timedelta(days=3650))


def test_what_is_saved_comes_back_as_it_was(stores: Stores):
    entry = replace(
        an_entry("tag:example,2026:1", title="Café: “vote” 🗳", summary="Short.", lean=Lean.LEFT, section="congress"),
        removed=(Removed(text="Read more", rule="call-to-action"),),
        corrections=("An earlier version misstated the year.", "Émile Roy wrote it, not Emil Roi."),
        authors=("Nora Hart", "Émile Roy"),
        categories=("Congress", "budget"),
        credited_to="The Wire",
        picture=Picture(url="https://a.example/1.jpg", credit="A. Photographer", caption="The vote.", width=1200),
        date_quality=DateQuality.UPDATED,
        licence=Licence.HEADLINE,
        kind=Kind.OPINION,
        feed="https://a.example/feed",
    )

    saved = stores.entries.save([entry])

    assert saved == Saved(new=1, revised=0)
    assert stores.entries.between(*ALWAYS) == [entry]


def test_which_entries_repeat_each_other_is_not_kept(stores: Stores):
    """It shows when a week's entries are seen together, and another week may show another thing."""
    entry = an_entry()

    stores.entries.save([replace(entry, copy_of=EntryId("wire-1"), voice_of="The Wire")])

    assert stores.entries.between(*ALWAYS) == [entry]


def test_an_entry_without_a_date_counts_from_its_first_sight(stores: Stores):
    entry = replace(an_entry(at=None, first_seen=NOON), date_quality=DateQuality.FIRST_SEEN, position=None)

    stores.entries.save([entry])

    assert stores.entries.between(NOON, NOON + HOUR) == [entry]


def test_moments_are_kept_in_utc_to_the_microsecond(stores: Stores):
    """Whatever zone a feed states its dates in, weeks are cut in one."""
    local = datetime(2026, 11, 18, 14, 0, 0, 1, tzinfo=timezone(timedelta(hours=2)))

    stores.entries.save([an_entry(at=local)])

    (kept,) = stores.entries.between(*ALWAYS)
    assert kept.published == local
    assert kept.published.tzinfo is UTC


def test_a_moment_without_a_zone_is_a_mistake(stores: Stores):
    with pytest.raises(Exception, match="no time zone"):
        stores.entries.save([an_entry(at=datetime(2026, 11, 18))])  # noqa: DTZ001 - the mistake

    assert stores.entries.between(*ALWAYS) == []


def test_a_range_holds_its_start_and_not_its_end(stores: Stores):
    """Else an entry published at the very cut-off stood in two weeks."""
    stores.entries.save([an_entry("early", at=NOON), an_entry("late", at=NOON + HOUR)])

    found = stores.entries.between(NOON, NOON + HOUR)

    assert [entry.id for entry in found] == ["early"]


def test_entries_come_in_order_of_time_and_then_of_id(stores: Stores):
    entries = [an_entry(id_, at=NOON) for id_ in ("b", "ä", "B", "a")] + [an_entry("z", at=NOON - HOUR)]

    stores.entries.save(entries)

    assert [entry.id for entry in stores.entries.between(*ALWAYS)] == ["z", "B", "a", "b", "ä"]


def test_an_id_may_be_of_any_length(stores: Stores):
    """A guid is whatever an outlet writes; two that differ at the end are two."""
    long = "x" * 100_000

    stores.entries.save([an_entry(long + "1"), an_entry(long + "2")])

    assert set(stores.entries.known_ids([EntryId(long + "1"), EntryId(long)])) == {long + "1"}


@pytest.mark.parametrize(
    "revision",
    [
        an_entry("1", title="Another headline", summary="Short."),
        an_entry("1", title="", summary="Short."),
        an_entry("1", content="Other words.", summary="Short."),
        an_entry("1", content="", summary="Short."),
    ],
    ids=["another title", "a title that is gone", "another text", "a text that is gone"],
)
def test_an_entry_is_revised_by(stores: Stores, revision: Entry):
    before = an_entry("1", summary="Short.")
    stores.entries.save([before])

    saved = stores.entries.save([revision])

    assert saved == Saved(new=0, revised=1)
    (kept,) = stores.entries.between(*ALWAYS)
    assert replace(kept, earlier_titles=()) == revision
    assert kept.earlier_titles == ((before.title,) if revision.title != before.title else ())


def test_the_same_words_again_are_no_revision(stores: Stores):
    entry = an_entry()
    stores.entries.save([entry])

    saved = stores.entries.save([entry])

    assert saved == Saved(new=0, revised=0)
    assert stores.entries.between(*ALWAYS) == [entry]


@pytest.mark.parametrize(
    "change",
    [
        {"url": "https://the-ledger.example/1?ref=rss", "canonical_url": "the-ledger.example/one"},
        {
            "outlet": "Ledger",
            "family": "The House",
            "lean": Lean.LEFT,
            "section": "senate",
            "licence": Licence.HEADLINE,
        },
        {"removed": (Removed(text="Read more", rule="call-to-action"),), "kind": Kind.LIVE, "feed": "/b.xml"},
        {"corrections": ("The vote was on Tuesday.",)},
        {"authors": ("Nora Hart",), "categories": ("Congress",), "credited_to": "The Wire"},
        {"picture": Picture(url="https://a.example/2.jpg")},
        {"picture": None},
    ],
    ids=["where it leads", "whose it is", "how it was read", "corrections", "bylines", "a picture", "no picture"],
)
def test_the_latest_is_kept_although_no_word_of_its_text_changed(stores: Stores, change: dict[str, object]):
    entry = replace(an_entry("1"), picture=Picture(url="https://a.example/1.jpg", height=3))
    stores.entries.save([entry])

    again = replace(entry, **change)  # type: ignore[arg-type]
    saved = stores.entries.save([again])

    assert saved == Saved(new=0, revised=0)
    assert stores.entries.between(*ALWAYS) == [again]


def test_a_known_entry_keeps_its_first_sight_its_position_and_its_date(stores: Stores):
    """Otherwise a correction on Friday moved Monday's news into the next week."""
    entry = an_entry(at=NOON, first_seen=NOON + HOUR, position=3)
    stores.entries.save([entry])

    stores.entries.save(
        [
            replace(
                entry,
                title="Corrected",
                published=NOON + timedelta(days=5),
                date_quality=DateQuality.UPDATED,
                first_seen=NOON + timedelta(days=5),
                position=1,
            )
        ]
    )

    (kept,) = stores.entries.between(*ALWAYS)
    assert kept == replace(entry, title="Corrected", earlier_titles=(entry.title,))


def test_a_headline_that_was_replaced_is_remembered_with_when(stores: Stores):
    """An outlet that rewrites history should not rewrite ours."""
    entry = an_entry(title="First")
    for title, hours in (("First", 0), ("Second", 1), ("Second", 2), ("Third", 3)):
        stores.entries.save([replace(entry, title=title, first_seen=NOON + hours * HOUR)])

    with stores.database.reading() as connection:
        titles = connection.execute(select(ENTRY_TITLES.c.title, ENTRY_TITLES.c.seen_at)).all()

    assert [tuple(row) for row in titles] == [("First", NOON + HOUR), ("Second", NOON + 3 * HOUR)]


@pytest.mark.parametrize(
    ("titles", "earlier"),
    [
        ("A", ()),
        ("AA", ()),
        ("AB", ("A",)),
        ("CAB", ("C", "A")),
        ("ABA", ("B",)),
        ("ABAB", ("A",)),
        ("ABABABAC", ("A", "B")),
        ("ABAC", ("A", "B")),
        (["A", "", "B"], ("A",)),
        (["", "A"], ()),
    ],
    ids=lambda value: "-".join(title or "none" for title in value) or "nothing",
)
def test_earlier_titles_are_each_once_oldest_first_without_the_one_that_stands(
    stores: Stores, titles: Sequence[str], earlier: tuple[str, ...]
):
    """Outlets try headlines in turn; what counts is which there were, not how often."""
    entry = an_entry()

    for title in titles:
        stores.entries.save([replace(entry, title=title)])

    (found,) = stores.entries.between(*ALWAYS)
    assert found.earlier_titles == earlier
    assert stores.entries.sharing([found]) == [found]


def test_earlier_titles_are_what_this_store_saw_replaced(stores: Stores):
    stores.entries.save([replace(an_entry("1"), earlier_titles=("Hearsay",))])

    (kept,) = stores.entries.between(*ALWAYS)

    assert kept.earlier_titles == ()


def test_each_entry_has_its_own_earlier_titles(stores: Stores):
    entries = [an_entry(f"{n:04d}", title=f"Before {n}") for n in range(1100)]
    stores.entries.save(entries)

    stores.entries.save([replace(entry, title=f"After {entry.id}") for entry in entries])

    for found in (stores.entries.between(*ALWAYS), stores.entries.sharing(entries)):
        assert [entry.earlier_titles for entry in found] == [(f"Before {n}",) for n in range(1100)]


def test_an_entry_twice_in_one_call_counts_once_and_its_later_words_stand(stores: Stores):
    entry = an_entry()

    saved = stores.entries.save([entry, replace(entry, title="Later")])

    assert saved == Saved(new=1, revised=0)
    assert [kept.title for kept in stores.entries.between(*ALWAYS)] == ["Later"]


def test_saving_is_all_or_nothing(stores: Stores):
    known = an_entry(title="Before")
    stores.entries.save([known])
    broken = replace(an_entry(), title=None)  # type: ignore[arg-type]

    with pytest.raises(Exception, match=r"NOT NULL|null value"):
        stores.entries.save([an_entry(), replace(known, title="After"), *[an_entry() for _ in range(600)], broken])

    assert stores.entries.between(*ALWAYS) == [known]


def test_many_entries_are_saved_at_once(stores: Stores):
    """More than one statement may hold values for."""
    entries = [an_entry(at=NOON + timedelta(seconds=n)) for n in range(1203)]

    first, second = stores.entries.save(entries), stores.entries.save(entries)

    assert (first, second) == (Saved(new=1203, revised=0), Saved(new=0, revised=0))
    assert stores.entries.between(*ALWAYS) == entries
    assert len(stores.entries.known_ids(entry.id for entry in entries)) == 1203


def test_known_ids_tell_which_feed_each_came_from(stores: Stores):
    stores.entries.save([an_entry("1", feed="https://a.example/feed"), an_entry("2")])

    known = stores.entries.known_ids(EntryId(id_) for id_ in ("2", "3", "1"))

    assert known == {"1": "https://a.example/feed", "2": ""}


def test_nothing_is_known_of_nothing(stores: Stores):
    assert stores.entries.save([]) == Saved(new=0, revised=0)
    assert stores.entries.known_ids([]) == {}
    assert stores.entries.sharing([]) == []
    assert stores.entries.forget(before=NOON) == 0
    stores.entries.save_feeds([])
    assert stores.entries.feed_states() == {}


def test_a_known_entry_without_a_date_takes_the_first_one_it_gets(stores: Stores):
    """Its outlet dated it late, or our clock was wrong when we saw it first."""
    undated = replace(an_entry(at=None, first_seen=NOON), date_quality=DateQuality.FIRST_SEEN)
    stores.entries.save([undated])

    for hours in (2, 1):
        dated = replace(undated, published=NOON - hours * HOUR, date_quality=DateQuality.PUBLISHED)
        stores.entries.save([dated])

    (kept,) = stores.entries.between(*ALWAYS)
    assert (kept.published, kept.date_quality, kept.first_seen) == (NOON - 2 * HOUR, DateQuality.PUBLISHED, NOON)


def test_an_entry_was_not_seen_before_the_date_that_it_gets(stores: Stores):
    """A clock that was years behind saw it; by that sight it would be dropped for its age at the next round."""
    undated = replace(an_entry(at=None, first_seen=NOON - 5000 * HOUR), date_quality=DateQuality.FIRST_SEEN)
    stores.entries.save([undated])
    stores.entries.save(
        [replace(undated, published=NOON, date_quality=DateQuality.PUBLISHED, first_seen=NOON + 2 * HOUR)]
    )

    (kept,) = stores.entries.between(NOON, NOON + HOUR)
    assert kept.first_seen == NOON
    assert stores.entries.forget(before=NOON) == 0


def test_nobody_collects_beside_another(stores):
    """Two rounds at once would each take the other's entries for their own."""
    another = stores.entries.collecting()
    with stores.entries.collecting(), pytest.raises(Refused, match="Another process is collecting"), another:
        pass

    with stores.entries.collecting():
        pass

"""Which entries a week's letter is made of."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsletter.collect.window import as_configured, came_late, in_week
from newsletter.domain.entry import DateQuality, EntryId, Kind, Lean
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Mentioned
from tests.builders import NOON, a_week, an_entry


def test_what_was_published_outside_the_week_is_refused_by_name():
    inside, before = an_entry("in"), an_entry("out", at=a_week().start - timedelta(seconds=1))

    kept, refused = in_week([before, inside], a_week())

    assert [entry.id for entry in kept] == ["in"]
    assert [(r.entry, r.reason) for r in refused] == [("out", "It was published outside the week 2026-W47.")]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (Kind.SPONSORED, "Somebody paid the outlet for it."),
        (Kind.NEWSLETTER, "It is the outlet's own letter or round-up of the day, and no piece by itself."),
    ],
)
def test_what_is_no_piece_of_news_at_all_takes_no_part(kind, reason):
    kept, refused = in_week([an_entry("in"), an_entry("out", kind=kind)], a_week(), late=[an_entry("late", kind=kind)])

    assert [entry.id for entry in kept] == ["in"]
    assert [(r.entry, r.reason) for r in refused] == [("late", reason), ("out", reason)]


@pytest.mark.parametrize("kind", [Kind.NEWS, Kind.FACT_CHECK, Kind.OPINION, Kind.LIVE, Kind.MEDIA])
def test_all_else_counts_as_coverage(kind):
    kept, _ = in_week([an_entry("in", kind=kind)], a_week())

    assert [entry.id for entry in kept] == ["in"]


def test_a_date_that_the_address_names_is_believed_for_its_day():
    """A piece that was first seen long after its day stands in the week of that day."""
    dated = replace(an_entry("in", first_seen=NOON + timedelta(days=40)), date_quality=DateQuality.PATH)

    kept, _ = in_week([dated], a_week())

    assert [entry.id for entry in kept] == ["in"]


def test_the_cut_off_itself_belongs_to_the_next_week():
    kept, refused = in_week([an_entry("a", at=a_week().start), an_entry("b", at=a_week().end)], a_week())

    assert [entry.id for entry in kept] == ["a"]
    assert [refusal.entry for refusal in refused] == ["b"]


def test_what_has_no_date_counts_from_its_first_sight():
    kept, _ = in_week([an_entry("a", at=None, first_seen=NOON)], a_week())

    assert [entry.id for entry in kept] == ["a"]


def test_what_came_too_late_for_the_last_letter_takes_part_in_this_one():
    old = an_entry("old", at=a_week().start - timedelta(days=1))

    kept, refused = in_week([an_entry("new")], a_week(), late=[old])

    assert [entry.id for entry in kept] == ["old", "new"]
    assert refused == ()


def test_late_is_what_no_letter_has_had():
    had = Mentioned(
        ids=frozenset({EntryId("told")}), pages=frozenset({("The Ledger", "https://www.ledger.example/a?utm_source=x")})
    )
    entries = [
        an_entry("told"),
        an_entry("same-page", outlet="The Ledger", url="https://ledger.example/a"),
        an_entry("same-page-elsewhere", outlet="The Wire", url="https://ledger.example/a"),
        an_entry("new"),
    ]

    assert [entry.id for entry in came_late(entries, [had])] == ["same-page-elsewhere", "new"]


def test_an_outlet_that_was_rated_since_counts_as_rated():
    feed = Feed(url="f.xml", outlet="The New Name", family="The House", lean=Lean.LEFT)

    (entry, other) = as_configured([an_entry("a", feed="f.xml"), an_entry("b", feed="gone.xml", outlet="B")], [feed])

    assert (entry.outlet, entry.family, entry.lean) == ("The New Name", "The House", Lean.LEFT)
    assert other.outlet == "B"

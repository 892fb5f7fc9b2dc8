"""Which entries a week's letter is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from newsletter.collect.dedupe import distinct
from newsletter.domain.entry import Entry, RefusedEntry
from newsletter.domain.feed import Feed
from newsletter.domain.week import Week


def in_week(
    entries: Iterable[Entry], week: Week, *, late: Iterable[Entry] = ()
) -> tuple[tuple[Entry, ...], tuple[RefusedEntry, ...]]:
    """The entries that take part in a week's issue, and those that do not, with why.

    Args:
        entries: those that may belong to the week; the others are refused.
        week: whose issue it is.
        late: entries of the week before that came too late for its letter. They take part: no letter has had them.
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    kept, refused = distinct([*(entry for entry in ordered if entry.at in week), *late])
    outside = tuple(
        RefusedEntry(entry=entry.id, reason=f"It was published outside the week {week.name}.")
        for entry in ordered
        if entry.at not in week
    )
    return kept, tuple(sorted((*refused, *outside), key=lambda refusal: refusal.entry))


def came_late(entries: Iterable[Entry], *, frozen_at: datetime) -> list[Entry]:
    """Those of a week's entries that were first seen after its letter was drafted for the last time."""
    return [entry for entry in entries if entry.first_seen > frozen_at]


def as_configured(entries: Iterable[Entry], feeds: Iterable[Feed]) -> list[Entry]:
    """The entries under what the operator says of their feeds today: an outlet may have been rated since."""
    by_url: Mapping[str, Feed] = {feed.url: feed for feed in feeds}
    return [_relabelled(entry, by_url[entry.feed]) if entry.feed in by_url else entry for entry in entries]


def _relabelled(entry: Entry, feed: Feed) -> Entry:
    return replace(
        entry, outlet=feed.outlet, family=feed.family, lean=feed.lean, section=feed.section, licence=feed.licence
    )

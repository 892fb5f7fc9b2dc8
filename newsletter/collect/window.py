"""Which entries a week's letter is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsletter.collect.dedupe import distinct
from newsletter.collect.normalise import canonical_url
from newsletter.domain.entry import Entry, EntryId, RefusedEntry
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Mentioned
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


def came_late(entries: Iterable[Entry], letters: Iterable[Mentioned]) -> list[Entry]:
    """Those of earlier weeks' entries that none of the letters has had: neither told, nor passed over, nor refused.

    An entry is known by its id, and by its page: one outlet's second feed may list the same page under another id.
    """
    ids: set[EntryId] = set()
    pages: set[tuple[str, str]] = set()
    for letter in letters:
        ids |= letter.ids
        pages |= {(outlet, canonical_url(url)) for outlet, url in letter.pages if url}
    return [e for e in entries if e.id not in ids and (e.outlet, e.canonical_url) not in pages]


def as_configured(entries: Iterable[Entry], feeds: Iterable[Feed]) -> list[Entry]:
    """The entries under what the operator says of their feeds today: an outlet may have been rated since."""
    by_url: Mapping[str, Feed] = {feed.url: feed for feed in feeds}
    return [_relabelled(entry, by_url[entry.feed]) if entry.feed in by_url else entry for entry in entries]


def _relabelled(entry: Entry, feed: Feed) -> Entry:
    return replace(
        entry, outlet=feed.outlet, family=feed.family, lean=feed.lean, section=feed.section, licence=feed.licence
    )

"""Which entries a week's letter is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsletter.collect.dedupe import distinct
from newsletter.collect.normalise import canonical_url
from newsletter.domain.entry import Entry, EntryId, Kind, RefusedEntry
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Mentioned
from newsletter.domain.week import Week

#: Why a kind of entry stands in no story.
_TAKES_NO_PART = {
    Kind.SPONSORED: "Somebody paid the outlet for it.",
    Kind.NEWSLETTER: "It is the outlet's own letter or round-up of the day, and no piece by itself.",
}


def in_week(
    entries: Iterable[Entry], week: Week, *, late: Iterable[Entry] = ()
) -> tuple[tuple[Entry, ...], tuple[RefusedEntry, ...]]:
    """The entries that take part in a week's issue, and those that do not, with why.

    What an outlet was paid for and what only points at its other pieces takes no part.

    Args:
        entries: those that may belong to the week; the others are refused.
        week: whose issue it is.
        late: entries of the week before that came too late for its letter. They take part: no letter has had them.
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    inside = [*(entry for entry in ordered if entry.at in week), *late]
    kept, refused = distinct(entry for entry in inside if entry.kind.takes_part)
    apart = [RefusedEntry(entry=e.id, reason=_TAKES_NO_PART[e.kind]) for e in inside if not e.kind.takes_part]
    outside = tuple(
        RefusedEntry(entry=entry.id, reason=f"It was published outside the week {week.name}.")
        for entry in ordered
        if entry.at not in week
    )
    return kept, tuple(sorted((*refused, *apart, *outside), key=lambda refusal: refusal.entry))


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

"""Entries and what is known of feeds."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from newsletter.backends.stores.chunks import chunks
from newsletter.backends.stores.columns import AnyRow
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.tables import ENTRIES, ENTRY_TITLES, FEEDS
from newsletter.domain.entry import Entry, EntryId, Removed
from newsletter.domain.feed import FeedState
from newsletter.ports import Saved

#: What a later look at a feed may change. The rest is settled at first sight, so that no entry changes its week.
_WORDS = (
    "url",
    "canonical_url",
    "outlet",
    "family",
    "lean",
    "title",
    "summary",
    "content",
    "removed",
    "section",
    "feed",
    "licence",
    "kind",
)


class SqlEntries:
    """Keeps the port ``EntryStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, entries: Sequence[Entry]) -> Saved:
        """Keep entries that are new, and the latest words of those that are known; all or nothing."""
        new: set[EntryId] = set()
        revised: set[EntryId] = set()
        with self._database.writing() as connection:
            for chunk in chunks(entries):
                # An entry that stands twice in one call is seen twice, in order.
                for batch in _without_repeats(chunk):
                    fresh, changed = _save(connection, batch)
                    new.update(fresh)
                    revised.update(changed)
        return Saved(new=len(new), revised=len(revised - new))

    def between(self, start: datetime, end: datetime) -> list[Entry]:
        """The entries whose ``at`` lies in ``start <= at < end``, in order of (at, id)."""
        with self._database.reading() as connection:
            found = connection.execute(select(ENTRIES).where(ENTRIES.c.at >= start, ENTRIES.c.at < end)).all()
        # Sorted here, because databases differ in how they order text.
        return sorted((_entry(row) for row in found), key=lambda entry: (entry.at, entry.id))

    def known_ids(self, ids: Iterable[EntryId]) -> dict[EntryId, str]:
        """Those of the ids that are kept, with the feed that each came from."""
        known: dict[EntryId, str] = {}
        with self._database.reading() as connection:
            for chunk in chunks(ids):
                wanted = ENTRIES.c.key.in_([_key(id_) for id_ in chunk])
                feed_of = {
                    row.id: row.feed for row in connection.execute(select(ENTRIES.c.id, ENTRIES.c.feed).where(wanted))
                }
                known |= {id_: feed_of[id_] for id_ in chunk if id_ in feed_of}
        return known

    def save_feed(self, state: FeedState) -> None:
        """Keep what the last look at a feed found."""
        values = {field.name: getattr(state, field.name) for field in fields(FeedState)}
        with self._database.writing() as connection:
            changed = connection.execute(update(FEEDS).where(FEEDS.c.url == state.url).values(values))
            if not changed.rowcount:
                connection.execute(insert(FEEDS).values(values))

    def feed_states(self) -> dict[str, FeedState]:
        """What is known of each feed, by its address."""
        with self._database.reading() as connection:
            rows = connection.execute(select(FEEDS)).mappings().all()
        return {row["url"]: FeedState(**row) for row in sorted(rows, key=lambda row: row["url"])}


def _save(connection: Connection, batch: Mapping[EntryId, Entry]) -> tuple[list[EntryId], list[EntryId]]:
    """Save entries of which no two have the same id; the ids of those new and of those revised."""
    kept = {
        row.id: row
        for row in connection.execute(
            select(ENTRIES.c.id, ENTRIES.c.title, ENTRIES.c.summary, ENTRIES.c.content).where(
                ENTRIES.c.key.in_([_key(id_) for id_ in batch])
            )
        )
    }
    fresh = [entry for id_, entry in batch.items() if id_ not in kept]
    known = [entry for id_, entry in batch.items() if id_ in kept]
    retitled = [entry for entry in known if kept[entry.id].title != entry.title]
    if fresh:
        connection.execute(insert(ENTRIES), [_values(entry) for entry in fresh])
    if retitled:
        connection.execute(
            insert(ENTRY_TITLES),
            [
                {"entry_key": _key(entry.id), "title": kept[entry.id].title, "seen_at": entry.first_seen}
                for entry in retitled
            ],
        )
    if known:
        connection.execute(
            update(ENTRIES)
            .where(ENTRIES.c.key == bindparam("of_key"))
            .values({word: bindparam(f"new_{word}") for word in _WORDS}),
            [
                {"of_key": _key(entry.id)} | {f"new_{word}": value for word, value in _words(entry).items()}
                for entry in known
            ],
        )
    revised = [
        entry.id
        for entry in known
        if (kept[entry.id].title, kept[entry.id].content or kept[entry.id].summary) != (entry.title, entry.text)
    ]
    return [entry.id for entry in fresh], revised


def _without_repeats(chunk: Iterable[Entry]) -> list[dict[EntryId, Entry]]:
    """The entries in batches that hold each id once; a second mention falls into a later batch."""
    batches: list[dict[EntryId, Entry]] = []
    for entry in chunk:
        free = next((batch for batch in batches if entry.id not in batch), None)
        if free is None:
            batches.append(free := {})
        free[entry.id] = entry
    return batches


def _key(id_: EntryId) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()


def _words(entry: Entry) -> dict[str, Any]:
    removed = [[line.text, line.rule] for line in entry.removed]
    return {word: getattr(entry, word) for word in _WORDS} | {"removed": removed}


def _values(entry: Entry) -> dict[str, Any]:
    settled = ("id", "published", "date_quality", "first_seen", "at", "position")
    return {"key": _key(entry.id)} | {name: getattr(entry, name) for name in settled} | _words(entry)


def _entry(row: AnyRow) -> Entry:
    values = {field.name: getattr(row, field.name) for field in fields(Entry)}
    removed = tuple(Removed(text=text, rule=rule) for text, rule in row.removed)
    return Entry(**(values | {"removed": removed}))

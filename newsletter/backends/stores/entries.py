"""Entries and what is known of feeds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, exists, insert, select, update

from newsletter.backends.stores.chunks import chunks
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.entry_rows import (
    WORDS,
    entry_key,
    entry_of,
    page_key,
    title_key,
    values_of,
    words_of,
)
from newsletter.backends.stores.feeds import read_states, save_states
from newsletter.backends.stores.forgetting import forget
from newsletter.backends.stores.locks import alone
from newsletter.backends.stores.tables import ENTRIES, ENTRY_TITLES, ISSUE_ENTRIES
from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.feed import FeedState
from newsletter.ports import Saved

#: The columns that a later look may change: the words, and what is worked out from them.
_CHANGING = (*WORDS, "page_key", "title_key")
#: What an entry without a date may get once: its outlet may have dated it late, or our clock may have been wrong.
_DATE = ("published", "date_quality", "at", "first_seen")


class SqlEntries:
    """Keeps the port ``EntryStore``.

    The earlier titles of an entry are those that this store saw replaced, each once and in the order in which they
    first were: an outlet that tries two in turn replaces them for ever. The one that stands is not among them.
    """

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
            found = _read(connection, (ENTRIES.c.at >= start) & (ENTRIES.c.at < end))
        # Sorted here, because databases differ in how they order text.
        return sorted(found, key=lambda entry: (entry.at, entry.id))

    def known_ids(self, ids: Iterable[EntryId]) -> dict[EntryId, str]:
        """Those of the ids that are kept, with the feed that each came from."""
        known: dict[EntryId, str] = {}
        with self._database.reading() as connection:
            for chunk in chunks(ids):
                wanted = ENTRIES.c.key.in_([entry_key(id_) for id_ in chunk])
                feed_of = {
                    row.id: row.feed for row in connection.execute(select(ENTRIES.c.id, ENTRIES.c.feed).where(wanted))
                }
                known |= {id_: feed_of[id_] for id_ in chunk if id_ in feed_of}
        return known

    def of_ids(self, ids: Iterable[EntryId]) -> list[Entry]:
        """Those of the ids that are kept, as they are kept, in order of id."""
        found: dict[EntryId, Entry] = {}
        with self._database.reading() as connection:
            for chunk in chunks(ids):
                wanted = ENTRIES.c.key.in_([entry_key(id_) for id_ in chunk])
                found.update((entry.id, entry) for entry in _read(connection, wanted))
        return [found[id_] for id_ in sorted(found)]

    def sharing(self, entries: Sequence[Entry]) -> list[Entry]:
        """The kept entries of the same outlet that share a page or a title with one of these, in order of id.

        Those asked about are among them where they are kept.
        """
        found: dict[EntryId, Entry] = {}
        with self._database.reading() as connection:
            for column, key in ((ENTRIES.c.page_key, page_key), (ENTRIES.c.title_key, title_key)):
                keys = dict.fromkeys(filter(None, map(key, entries)))
                for chunk in chunks(keys):
                    found.update((entry.id, entry) for entry in _read(connection, column.in_(chunk)))
        return [found[id_] for id_ in sorted(found)]

    def forget(self, *, before: datetime) -> int:
        """Drop the entries first seen before a moment, with their earlier titles; answers with how many.

        Those that an issue has used stay, whatever their age, and so do those without a date: their feed may list
        them still, and forgotten they would come back as new. After a sudden end, ask again.
        """
        used = exists().where(ISSUE_ENTRIES.c.entry_key == ENTRIES.c.key)
        old = (ENTRIES.c.first_seen < before) & ENTRIES.c.published.is_not(None) & ~used
        return forget(self._database, ENTRIES.c.key, old, ENTRY_TITLES.c.entry_key)

    def collecting(self) -> AbstractContextManager[None]:
        """Hold the collecting while the block runs, against other processes and threads; let go when the process dies.

        Raises:
            Refused: another holds it.
            StoreUnavailable: the lock's file cannot be made beside the store.
        """
        return alone(
            self._database.path, "collect", busy="Another process is collecting. Let it finish, then run this again."
        )

    def save_feeds(self, states: Sequence[FeedState]) -> None:
        """Keep what the last looks at feeds found; all or nothing."""
        if not states:
            return
        with self._database.writing() as connection:
            save_states(connection, states)

    def feed_states(self) -> dict[str, FeedState]:
        """What is known of each feed, by its address."""
        with self._database.reading() as connection:
            return read_states(connection)


def _save(connection: Connection, batch: Mapping[EntryId, Entry]) -> tuple[list[EntryId], list[EntryId]]:
    """Save entries of which no two have the same id; the ids of those new and of those revised."""
    columns = (ENTRIES.c.id, ENTRIES.c.published, ENTRIES.c.first_seen, *(ENTRIES.c[name] for name in _CHANGING))
    wanted = ENTRIES.c.key.in_([entry_key(id_) for id_ in batch])
    kept = {row.id: row for row in connection.execute(select(*columns).where(wanted))}
    fresh = [entry for id_, entry in batch.items() if id_ not in kept]
    if fresh:
        connection.execute(insert(ENTRIES), [values_of(entry) for entry in fresh])
    # Most looks find what is kept already: reading it costs less than writing it anew.
    changed = [
        (entry, words, kept[id_])
        for id_, entry in batch.items()
        if id_ in kept and (words := words_of(entry)) != {name: getattr(kept[id_], name) for name in _CHANGING}
    ]
    if changed:
        _keep_titles(connection, [(entry, row.title) for entry, _, row in changed if row.title != entry.title])
        connection.execute(
            update(ENTRIES)
            .where(ENTRIES.c.key == bindparam("of_key"))
            .values({name: bindparam(f"new_{name}") for name in _CHANGING}),
            [
                {"of_key": entry_key(entry.id)} | {f"new_{name}": value for name, value in words.items()}
                for entry, words, _ in changed
            ],
        )
    dated = [
        # Seen before it was published, it was seen by a clock that was behind, and would soon be dropped for its age.
        replace(entry, first_seen=max(kept[id_].first_seen, entry.published))
        for id_, entry in batch.items()
        if id_ in kept and entry.published and not kept[id_].published
    ]
    if dated:
        connection.execute(
            update(ENTRIES)
            .where(ENTRIES.c.key == bindparam("of_key"))
            .values({name: bindparam(f"new_{name}") for name in _DATE}),
            [
                {"of_key": entry_key(entry.id)} | {f"new_{name}": getattr(entry, name) for name in _DATE}
                for entry in dated
            ],
        )
    revised = [
        entry.id for entry, _, row in changed if (row.title, row.content or row.summary) != (entry.title, entry.text)
    ]
    return [entry.id for entry in fresh], revised


def _keep_titles(connection: Connection, replaced: Sequence[tuple[Entry, str]]) -> None:
    """Remember the titles that entries bore until now, each once."""
    keys = [entry_key(entry.id) for entry, _ in replaced]
    had = _titles(connection, ENTRY_TITLES.c.entry_key.in_(keys))
    rows = [
        {"entry_key": key, "title": title, "seen_at": entry.first_seen}
        for key, (entry, title) in zip(keys, replaced, strict=True)
        if title and title not in had.get(key, ())
    ]
    if rows:
        connection.execute(insert(ENTRY_TITLES), rows)


def _read(connection: Connection, which: ColumnElement[bool]) -> list[Entry]:
    """The entries of a condition, in no order."""
    rows = connection.execute(select(ENTRIES).where(which)).all()
    titles = _titles(connection, ENTRY_TITLES.c.entry_key.in_(select(ENTRIES.c.key).where(which)))
    return [entry_of(row, titles.get(row.key, ())) for row in rows]


def _titles(connection: Connection, which: ColumnElement[bool]) -> Mapping[str, list[str]]:
    """The titles that were replaced, by the key of their entry, oldest first."""
    titles: dict[str, list[str]] = defaultdict(list)
    ordered = select(ENTRY_TITLES.c.entry_key, ENTRY_TITLES.c.title).where(which).order_by(ENTRY_TITLES.c.number)
    for key, title in connection.execute(ordered):
        titles[key].append(title)
    return titles


def _without_repeats(chunk: Iterable[Entry]) -> list[dict[EntryId, Entry]]:
    """The entries in batches that hold each id once; a second mention falls into a later batch."""
    batches: list[dict[EntryId, Entry]] = []
    for entry in chunk:
        free = next((batch for batch in batches if entry.id not in batch), None)
        if free is None:
            batches.append(free := {})
        free[entry.id] = entry
    return batches

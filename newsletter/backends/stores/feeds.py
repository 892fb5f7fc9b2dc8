"""What is known of feeds, as rows and back."""

from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import Connection, bindparam, insert, select, update

from newsletter.backends.stores.chunks import chunks
from newsletter.backends.stores.tables import FEEDS
from newsletter.domain.feed import FeedState

_COLUMNS = tuple(field.name for field in fields(FeedState))


def save_states(connection: Connection, states: Sequence[FeedState]) -> None:
    """Keep what the last looks at feeds found; of two states of one feed the later one in the sequence stands."""
    last = {state.url: state for state in states}
    for chunk in chunks(last):
        known = set(connection.execute(select(FEEDS.c.url).where(FEEDS.c.url.in_(chunk))).scalars())
        rows = {url: {name: getattr(last[url], name) for name in _COLUMNS} for url in chunk}
        fresh = [row for url, row in rows.items() if url not in known]
        if fresh:
            connection.execute(insert(FEEDS), fresh)
        if known:
            connection.execute(
                update(FEEDS)
                .where(FEEDS.c.url == bindparam("of_url"))
                .values({name: bindparam(f"new_{name}") for name in _COLUMNS}),
                [
                    {"of_url": url} | {f"new_{name}": value for name, value in row.items()}
                    for url, row in rows.items()
                    if url in known
                ],
            )


def read_states(connection: Connection) -> dict[str, FeedState]:
    """What is known of each feed, by its address and in order of it."""
    rows = connection.execute(select(FEEDS)).mappings().all()
    # Sorted here, because databases differ in how they order text.
    return {row["url"]: FeedState(**row) for row in sorted(rows, key=lambda row: row["url"])}

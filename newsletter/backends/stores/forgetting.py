"""Letting old rows go, a few at a time."""

from sqlalchemy import Column, ColumnElement, delete, select

from newsletter.backends.stores.chunks import CHUNK, chunks
from newsletter.backends.stores.engine import Database

#: Rows that go in one transaction: as many as one flush to the disk is worth, and so few that no other writer waits
#: long for its turn.
AT_ONCE = 20 * CHUNK


def forget(database: Database, key: Column[str], old: ColumnElement[bool], *parts: Column[str]) -> int:
    """Drop every row that is old, with the rows that belong to it; answers with how many.

    Not all or nothing: each transaction drops some rows whole, so that what a sudden end leaves is old and sound.
    Their room in the file is used again; the file does not shrink.

    Args:
        database: where.
        key: the key of the rows.
        old: which of them go.
        parts: the columns of other tables in which that key says to which row theirs belong.
    """
    gone = 0
    while True:
        with database.writing() as connection:
            keys = connection.execute(select(key).where(old).limit(AT_ONCE)).scalars().all()
            for chunk in chunks(keys):
                for column in (*parts, key):
                    connection.execute(delete(column.table).where(column.in_(chunk)))
        gone += len(keys)
        if len(keys) < AT_ONCE:
            return gone

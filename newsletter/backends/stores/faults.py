"""What SQLite says when it cannot go on, in a sentence for the operator.

Only faults of the store's surroundings are translated. A broken rule of the schema or a wrong statement is a mistake
of this program, and stays what it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from newsletter.domain.errors import StoreUnavailable


class StoreDamaged(StoreUnavailable):
    """The file's own structure is broken. A backup is the way out."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn the faults of a database file into sentences that name it.

    Raises:
        StoreUnavailable: it is locked, read-only, full, missing, or no database.
        StoreDamaged: it is corrupt, or a row in it is.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as wrong:
        cause = wrong.orig if isinstance(wrong, DBAPIError) else wrong
        sentence = _sentence(cause, path) if isinstance(cause, sqlite3.Error) else None
        if sentence is None:
            raise
        raise sentence from wrong
    except UnicodeEncodeError:
        # Words of today that no file can hold; the store is as sound as before.
        raise
    except ValueError as wrong:
        # Within a transaction only rows are read and written: what cannot be read was written by nobody of us.
        raise StoreDamaged(
            f"The store {path} holds what cannot be read ({wrong}). Put a backup in its place."
        ) from wrong


def _sentence(cause: sqlite3.Error, path: Path) -> StoreUnavailable | None:  # noqa: PLR0911 - one return a fault
    # The low byte is the kind of fault; the rest says where in SQLite it arose.
    match getattr(cause, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreUnavailable(
                f"The store {path} is locked by another process. Wait until that is done, or stop it, and try again."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return StoreUnavailable(
                f"The store {path} cannot be written. Give this user the right to write the file and its folder."
            )
        case sqlite3.SQLITE_FULL:
            return StoreUnavailable(
                f"The disk that holds the store {path} is full. Nothing was changed; make room and try again."
            )
        case sqlite3.SQLITE_IOERR:
            return StoreUnavailable(
                f"The store {path} could not be read or written ({cause}). Check the disk and its free space."
            )
        case sqlite3.SQLITE_CORRUPT:
            return StoreDamaged(f"The store {path} is damaged ({cause}). Put a backup in its place.")
        case sqlite3.SQLITE_NOTADB:
            return StoreDamaged(
                f"The store {path} is no SQLite database, or a damaged one. "
                "Name another file as the store, or put a backup in its place."
            )
        case sqlite3.SQLITE_CANTOPEN:
            return cannot_open(path)
        case sqlite3.SQLITE_ERROR if str(cause).startswith("no such") or str(cause).endswith("already exists"):
            return StoreDamaged(f"The store {path} is damaged ({cause}). Put a backup in its place.")
        case _:
            return None


def cannot_open(path: Path, *, wanted: str = "opened") -> StoreUnavailable:
    """Why a store's file cannot be opened or made: SQLite does not say, the file system does."""
    if not path.parent.is_dir():
        return StoreUnavailable(
            f"The folder {path.parent} of the store {path.name} does not exist. Make it, or name another file."
        )
    if path.is_dir():
        return StoreUnavailable(f"The store {path} is a folder. Name a file in it.")
    if wanted == "opened" and not path.exists():
        return StoreUnavailable(
            f"There is no store {path} yet. 'newsletter collect' makes one; or check store.url and --config."
        )
    return StoreUnavailable(
        f"The store {path} cannot be {wanted}. Give this user the right to read and write the file and its folder."
    )

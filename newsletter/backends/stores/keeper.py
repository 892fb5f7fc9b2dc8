"""Looks after the store itself: its schema, copies of it, damage to it."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection, exists, func, select

from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.faults import StoreDamaged, in_words
from newsletter.backends.stores.tables import DELIVERIES, ENTRIES, ISSUE_ENTRIES, METADATA, REVISION, SENDS
from newsletter.domain.errors import Refused, StoreUnavailable


class SqlKeeper:
    """Keeps the port ``StoreKeeper``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def upgrade(self) -> str:
        """Bring the schema up to this version's, making the file where there is none; answers with the revision.

        One transaction: a store is of the old schema or of the new one, whenever the power fails. Before it the file
        is made and told to be shared, both of which may be done again: after a sudden end, ask again.

        Raises:
            StoreUnavailable: the store is locked, read-only, another program's, or made by a newer version.
        """
        self._database.create()
        # Most often there is nothing to do, and a look waits for nobody. It also says whose file it is.
        with self._database.reading(any_schema=True) as connection:
            found = self._database.revision(connection)
        if found is not None and found > REVISION:
            raise self._database.newer(found)
        self._database.share()
        if found == REVISION:
            return REVISION
        with self._database.migrating() as connection:
            # Another process may have been faster.
            found = self._database.revision(connection)
            if found is not None and found > REVISION:
                raise self._database.newer(found)
            if found != REVISION:
                _migrate(connection)
        return REVISION

    def empty(self) -> bool:
        """Whether there is nothing to lose: no file yet, or one without any table, as a sudden end leaves it.

        Raises:
            StoreUnavailable: something stands there that cannot be read.
        """
        if not os.path.lexists(self._database.path):
            return True
        with self._database.reading(any_schema=True) as connection:
            return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()

    def backup(self, path: str) -> int:
        """Write a consistent copy while the store is in use; answers with its size in bytes.

        A copy of the file alone would miss what the write-ahead log still holds. The copy is written beside its
        place and only named when it is whole, and nobody but this user may read it. Any schema may be copied.

        Raises:
            Refused: something stands at the path.
            StoreUnavailable: it could not be read or written.
        """
        target = Path(path)
        if os.path.lexists(target):
            raise _taken(target)
        try:
            handle, unfinished = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
            os.close(handle)
        except OSError as wrong:
            raise _unwritable(target, wrong) from wrong
        try:
            self._copy(Path(unfinished), target)
            return target.stat().st_size
        except FileExistsError:
            raise _taken(target) from None
        except OSError as wrong:
            raise _unwritable(target, wrong) from wrong
        finally:
            with suppress(OSError):
                Path(unfinished).unlink(missing_ok=True)

    def check(self) -> list[str]:
        """Look for damage; empty is sound.

        It finds broken pages, rows without their parents, issues without their entries, and ledgers that do not sum.

        Raises:
            StoreUnavailable: the store is missing, locked or of another schema, so that nothing can be said.
        """
        try:
            with self._database.reading() as connection:
                # Where pages are broken, what the tables say is worth nothing.
                broken = list(_broken(connection)) or list(_unreadable(connection))
                return broken or [*_orphans(connection), *_lost(connection), *_unbalanced(connection)]
        except StoreDamaged as damage:
            return [str(damage)]

    def _copy(self, unfinished: Path, target: Path) -> None:
        with self._database.raw() as source, in_words(target), closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
        _make_durable(unfinished)
        # Unlike a rename, a link fails where something stands at the path by now.
        try:
            os.link(unfinished, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            os.rename(unfinished, target)  # noqa: PTH104 - beside os.link
        _make_durable(target.parent)


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    # A percent sign would be read as the start of a variable.
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    try:
        command.upgrade(config, "head")
    except CommandError as wrong:
        raise StoreDamaged(f"The store's schema cannot be upgraded: {wrong}. Put a backup in its place.") from wrong


def _broken(connection: Connection) -> Iterator[str]:
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield f"The database is damaged: {found}. Put a backup in its place."


def _unreadable(connection: Connection) -> Iterator[str]:
    """Rows that hold what none of us wrote; each row is read as its users read it."""
    for table in METADATA.sorted_tables:
        try:
            for _ in connection.execute(select(table)).yield_per(1_000):
                pass
        except ValueError as wrong:
            yield f"The table {table.name} holds what is no data ({wrong}). Put a backup in its place."


def _orphans(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a row of {parent} that is not there. Put a backup in its place."


def _lost(connection: Connection) -> Iterator[str]:
    """Issues that tell entries which are not there, although such are never forgotten."""
    missing = (
        select(ISSUE_ENTRIES.c.issue, func.count())
        .where(~exists().where(ENTRIES.c.key == ISSUE_ENTRIES.c.entry_key))
        .group_by(ISSUE_ENTRIES.c.issue)
        .order_by(ISSUE_ENTRIES.c.issue)
    )
    for issue, number in connection.execute(missing):
        yield f"Issue {issue} tells {number} entries that are not there. Put a backup in its place."


def _unbalanced(connection: Connection) -> Iterator[str]:
    ledger = (
        select(SENDS.c.issue, SENDS.c.frozen, func.count(DELIVERIES.c.id))
        .join_from(SENDS, DELIVERIES, DELIVERIES.c.send_id == SENDS.c.id, isouter=True)
        .group_by(SENDS.c.id, SENDS.c.issue, SENDS.c.frozen)
        .order_by(SENDS.c.id)
    )
    for issue, frozen, rows in connection.execute(ledger):
        if rows != frozen:
            yield (
                f"The ledger of issue {issue} has {rows} rows for {frozen} frozen recipients. "
                "Do not go on sending it; put a backup in its place."
            )


def _make_durable(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _taken(target: Path) -> Refused:
    return Refused(f"Something stands at {target} already. Name another path for the backup.")


def _unwritable(target: Path, wrong: OSError) -> StoreUnavailable:
    return StoreUnavailable(
        f"The backup {target} cannot be written: {wrong.strerror}. Make room, mend permissions, or name another path."
    )

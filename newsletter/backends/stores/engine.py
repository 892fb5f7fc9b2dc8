"""One way in and out of the database: connections, transactions, and whose schema it is.

Reads are plain transactions; writes take the one write lock at their start. A transaction that first reads and then
wants to write fails at once when another wrote in between, however long it is willing to wait.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from newsletter.backends.stores.faults import cannot_open, in_words
from newsletter.backends.stores.tables import REVISION
from newsletter.domain.errors import StoreUnavailable

#: The execution option that names how a transaction begins.
_BEGIN = "newsletter_begin"


class _OfAFile(sqlite3.Connection):
    """A connection that knows which file it opened, whatever stands at the path by now."""

    file: os.stat_result


class Database:
    """The database behind the stores: hands out transactions, and says in words what is wrong with it.

    Every transaction has a connection of its own, so that several threads may use the stores at once.
    """

    def __init__(self, url: str, *, busy_timeout: timedelta) -> None:
        self.path = Path(os.path.abspath(_file_of(url)))  # noqa: PTH100 - links in the path stay as they were named
        self._busy_timeout = busy_timeout
        self._engine = create_engine(
            URL.create("sqlite", database=str(self.path)),
            creator=self._connect,
            poolclass=QueuePool,
            # The file is the bottleneck, not the connections: a thread never waits for one.
            max_overflow=-1,
            # Errors may end up in a log, and parameters hold people's addresses.
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)
        self._readers = self._engine.execution_options(**{_BEGIN: "BEGIN"})
        self._writers = self._engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})

    @contextmanager
    def reading(self, *, any_schema: bool = False) -> Iterator[Connection]:
        """One consistent view of the store.

        Raises:
            StoreUnavailable: it cannot be read now, or is of another schema.
        """
        with in_words(self.path), self._readers.begin() as connection:
            self._refuse_another_file(connection)
            if not any_schema:
                self._refuse_other_schemas(connection)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer of this moment. All that is done takes effect, durably, or nothing does.

        Raises:
            StoreUnavailable: it cannot be written now, or is of another schema.
        """
        with in_words(self.path), self._writers.begin() as connection:
            self._refuse_another_file(connection)
            self._refuse_other_schemas(connection)
            yield connection
            # Once more: what is committed to a file that has lost its name is remembered by nobody.
            self._refuse_another_file(connection)

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """The one writer, whatever the schema, with foreign keys off until the end, when all must hold.

        Changing a table in SQLite means copying it and dropping the old one, to which others still refer.

        Raises:
            StoreUnavailable: it cannot be written now.
        """
        with in_words(self.path), self._writers.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None  # noqa: S101 - a connected connection has one
            # Only outside a transaction does this pragma do anything.
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise StoreUnavailable(
                            f"The store {self.path} has rows without their parents, so it was left as it was. "
                            "Run 'newsletter db check' with the version that made it, or put a backup in its place."
                        )
            finally:
                raw.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """A connection of SQLite's own kind, whatever the schema, for what SQL has no words for.

        Raises:
            StoreUnavailable: the store cannot be read now.
        """
        with in_words(self.path), closing(self._connect()) as connection:
            yield connection

    def create(self) -> None:
        """Make the file where there is none, for nobody else to read: it will hold people's addresses.

        Raises:
            StoreUnavailable: its folder is missing or cannot be written.
        """
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return
        except OSError as wrong:
            raise cannot_open(self.path, wanted="made") from wrong

    def share(self) -> None:
        """Let readers and the one writer work side by side, from now on: the file itself remembers it.

        To be asked for only where the file is known to be ours, because it rewrites the file's header.

        Raises:
            StoreUnavailable: the store is locked or cannot be written, or its file system cannot do this.
        """
        deadline = time.monotonic() + self._busy_timeout.total_seconds()
        with self.raw() as connection:
            while True:
                try:
                    (journal,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
                    break
                except sqlite3.OperationalError as wrong:
                    # For this one change SQLite does not wait its turn, although it has a timeout.
                    busy = wrong.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                    if not busy or time.monotonic() >= deadline:
                        raise
                    time.sleep(0.01)
        if journal != "wal":
            raise StoreUnavailable(
                f"The store {self.path} lies on a file system that cannot share it between readers and a writer. "
                "Put it on a local disk."
            )

    def revision(self, connection: Connection) -> str | None:
        """The schema's revision; None for an empty database.

        Raises:
            StoreUnavailable: the database is another program's.
        """
        try:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except OperationalError as wrong:
            if getattr(wrong.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
                raise
            if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
                raise StoreUnavailable(
                    f"The database {self.path} belongs to another program. Name another file as the store."
                ) from None
            return None
        return None if found is None else str(found)

    def newer(self, revision: str) -> StoreUnavailable:
        """Why a schema of a greater revision is left alone."""
        return StoreUnavailable(
            f"The store {self.path} was made by a newer version of this program (its schema is {revision}, "
            f"this version knows {REVISION}). Install that version, or name another file as the store."
        )

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def _refuse_other_schemas(self, connection: Connection) -> None:
        # Asked in every transaction: another process may upgrade the store while this one runs.
        found = self.revision(connection)
        if found == REVISION:
            return
        if found is None:
            raise StoreUnavailable(f"The store {self.path} is empty. Make its tables with 'newsletter db upgrade'.")
        if found > REVISION:
            raise self.newer(found)
        raise StoreUnavailable(
            f"The store {self.path} was made by an earlier version (its schema is {found}, this version needs "
            f"{REVISION}). Run 'newsletter db upgrade'; 'newsletter db backup' before it is wise."
        )

    def _refuse_another_file(self, connection: Connection) -> None:
        """A file that was removed or replaced can still be written, and all of it would be lost."""
        raw = connection.connection.driver_connection
        assert isinstance(raw, _OfAFile)  # noqa: S101 - the engine makes no others
        try:
            same = os.path.samestat(self.path.stat(), raw.file)
        except OSError:
            same = False
        if not same:
            # The next use opens what stands at the path by then.
            connection.invalidate()
            raise StoreUnavailable(
                f"The store {self.path} was removed or replaced while it was in use, so nothing more is done. "
                "Put it back, or a backup in its place, and run 'newsletter db check'."
            )

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            # A missing file is an error, not a new and empty store.
            f"file:{quote(str(self.path))}?mode=rw",
            uri=True,
            timeout=self._busy_timeout.total_seconds(),
            # The driver begins no transactions by itself: we say which kind.
            isolation_level=None,
            # The pool hands a connection to one thread at a time, not always the same.
            check_same_thread=False,
            factory=_OfAFile,
        )
        try:
            connection.file = self.path.stat()
            # Settings of this connection alone: nothing is written before we know whose file it is.
            # FULL, not WAL's usual NORMAL: with NORMAL a power cut may undo the last commits. The ledger would forget
            # whom it has just mailed, and the list who has just unsubscribed. It costs one disk flush a transaction,
            # and our transactions are whole batches.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _file_of(url: str) -> str:
    """The path that a store's address names.

    Raises:
        StoreUnavailable: it names none.
    """
    # Not read as a URL: a path may hold any character, also those that would start a query.
    scheme, found, path = url.partition(":///")
    if scheme != "sqlite" or not found:
        # What follows the scheme may hold a password.
        raise StoreUnavailable(
            f"The store's address, {scheme.partition(':')[0]}:…, is not understood. "
            "Write sqlite:/// and the path of a file."
        )
    if path in {"", ":memory:"}:
        raise StoreUnavailable(f"The store's address {url} names no file. Write sqlite:/// and the path of a file.")
    return path

"""From an address to the stores behind it."""

from dataclasses import dataclass
from datetime import timedelta

from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.entries import SqlEntries
from newsletter.backends.stores.issues import SqlIssues
from newsletter.backends.stores.keeper import SqlKeeper
from newsletter.backends.stores.pages import SqlPages
from newsletter.backends.stores.sends import SqlSends
from newsletter.backends.stores.subscribers import SqlSubscribers
from newsletter.backends.stores.written import SqlWritten
from newsletter.ports import EntryStore, IssueStore, PageStore, SendStore, StoreKeeper, SubscriberStore, WrittenStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """One database, seen as the seven store ports. Several threads may use it at once."""

    entries: EntryStore
    pages: PageStore
    issues: IssueStore
    subscribers: SubscriberStore
    sends: SendStore
    written: WrittenStore
    keeper: StoreKeeper
    database: Database

    def close(self) -> None:
        """Let go of every connection. Using a store again opens them anew."""
        self.database.close()


def open_stores(url: str, *, busy_timeout: timedelta = timedelta(seconds=5)) -> Stores:
    """The stores at an address such as ``sqlite:///site/newsletter.db``.

    Nothing is touched yet: a file that is missing, locked or of another schema shows at the first use.

    Args:
        url: a relative path is taken from the current folder, once, now.
        busy_timeout: how long a writer waits for another one before it gives up.

    Raises:
        StoreUnavailable: the address names no SQLite file.
    """
    database = Database(url, busy_timeout=busy_timeout)
    return Stores(
        entries=SqlEntries(database),
        pages=SqlPages(database),
        issues=SqlIssues(database),
        subscribers=SqlSubscribers(database),
        sends=SqlSends(database),
        written=SqlWritten(database),
        keeper=SqlKeeper(database),
        database=database,
    )

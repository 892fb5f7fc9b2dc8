"""Stores as earlier versions left them, for tests of what an upgrade keeps."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from newsletter.backends.stores import keeper, open_stores

Row = Mapping[str, object]

#: As SQLite keeps it.
AT = "2026-11-18 12:00:00.000000"

#: A letter that tells entries 1, 2 and 3 in two stories; the story of entry 4 was passed over.
DOCUMENT = json.dumps(
    {
        "schema": 1,
        "stories": [
            {"picked": True, "entries": ["guid-3", "guid-1"]},
            {"picked": False, "entries": ["guid-4"]},
            {"picked": True, "entries": ["guid-2", "guid-1"]},
        ],
    }
)


def a_first_store(path: Path, *, entries: int = 6, documents: Sequence[str] = (DOCUMENT,)) -> None:
    """A store of revision 0001 with a row or more in every table: entries ``guid-1`` and on, issues 1 and on."""
    stores = open_stores(f"sqlite:///{path}")
    stores.database.create()
    stores.database.share()
    with stores.database.migrating() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(Path(keeper.__file__).parent / "migrations").replace("%", "%%"))
        command.upgrade(config, "0001")
    stores.close()
    with closing(sqlite3.connect(path)) as store, store:
        for n in range(1, entries + 1):
            insert(store, "entries", an_entry_row(n))
        key = digest("guid-1")
        for title in ("First", "Second", "First", ""):
            insert(store, "entry_titles", {"entry_key": key, "title": title, "seen_at": AT})
        insert(store, "feeds", {"url": "https://a.example/feed", "status": "failed", "fault": "It timed out."})
        seen = {"checked_at": AT, "ok_at": AT, "last_entry": AT}
        insert(store, "feeds", {"url": "/srv/feeds/b.xml", "status": "ok", "fault": ""} | seen)
        for number, document in enumerate(documents, 1):
            insert(store, "issues", an_issue_row(number, document))
        of_one = {"week": "w1", "kind": "pin", "entries": '["guid-1"]', "entries_key": digest("x"), "value": ""}
        insert(store, "overrides", of_one | {"editor": "ana", "at": AT})
        ada = {"email": "ada@example.com", "key": "ada@example.com", "name": "Ada", "token": "t0ken"}
        insert(store, "subscribers", ada | {"id": 7, "status": "active", "joined_at": AT})
        insert(store, "consents", {"subscriber_id": 7, "at": AT, "how": "import", "evidence": "line 2"})
        insert(store, "suppressions", {"key": "bob@example.com", "reason": "hard-bounce", "since": AT})
        insert(store, "sends", {"id": 1, "issue": 1, "digest": "d1g35t", "started_at": AT, "frozen": 1})
        sent = {"send_id": 1, "batch": 0, "subscriber_id": 7, "state": "sent", "detail": "", "at": AT}
        insert(store, "deliveries", ada | sent)


def an_entry_row(n: int) -> Row:
    # Some have no page, and some no title.
    page, title = f"a.example/{n}" if n % 5 else "", f"Headline {n}" if n % 6 else ""
    return {
        "key": digest(f"guid-{n}"),
        "id": f"guid-{n}",
        "url": page and f"https://{page}",
        "canonical_url": page,
        "outlet": "The Ledger",
        "family": "The Ledger",
        "lean": "centre",
        "title": title,
        "summary": "Short.",
        "content": f"The Senate passed the budget, “Café” said. {n}",
        "removed": '[["Read more","call-to-action"]]',
        "published": AT if n % 2 else None,
        "date_quality": "published" if n % 2 else "first-seen",
        "first_seen": AT,
        "at": AT,
        "position": n,
        "section": "congress",
        "feed": "https://a.example/feed",
        "licence": "excerpt",
        "kind": "news",
    }


def an_issue_row(number: int, document: str) -> Row:
    facts = ("name", "tagline", "from_name", "from_address", "reply_to", "base_url", "postal_address", "language")
    return {
        "number": number,
        "week": f"w{number}",
        "status": "sending",
        "title": "The Week in Politics",
        "subject": "The budget passes",
        "html": b"<p>Caf\xc3\xa9 \x00</p>",
        "text": b"Caf\xc3\xa9\r\n",
        "publication": json.dumps(dict.fromkeys((*facts, "list_id"), "a fact")),
        "digest": "d1g35t",
        "document": document,
        "checks": "[]",
        "drafted_at": AT,
        "approved_by": "ana",
        "approved_at": AT,
        "approved_digest": "d1g35t",
        "overridden": "{}",
        "reason": "",
    }


def insert(store: sqlite3.Connection, table: str, row: Row) -> None:
    names, places = ", ".join(row), ", ".join("?" * len(row))
    store.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", list(row.values()))  # noqa: S608 - our own words


def columns_of(path: Path) -> dict[str, list[str]]:
    """The columns of each table."""
    with closing(sqlite3.connect(path)) as store:
        tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: [name for _, name, *_ in store.execute(f"PRAGMA table_info({table})")]
            for table in tables
            if table != "alembic_version"
        }


def rows_of(path: Path, columns: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[object, ...]]]:
    """What stands in these columns of each table, in order."""
    with closing(sqlite3.connect(path)) as store:
        return {
            table: sorted(store.execute(f"SELECT {', '.join(names)} FROM {table}"), key=repr)  # noqa: S608
            for table, names in columns.items()
        }


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

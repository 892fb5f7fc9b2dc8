"""The pages of articles, so that each is fetched once."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert, select, update

from newsletter.backends.stores.chunks import chunks
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.forgetting import forget
from newsletter.backends.stores.tables import PAGES
from newsletter.domain.page import Page


class SqlPages:
    """Keeps the port ``PageStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pages(self, urls: Iterable[str]) -> dict[str, Page]:
        """Those of the addresses that were fetched, each as it was found last; in the order asked for."""
        found: dict[str, Page] = {}
        with self._database.reading() as connection:
            for chunk in chunks(dict.fromkeys(urls)):
                kept = {
                    row.url: Page(
                        url=row.url,
                        entry_hash=row.entry_hash,
                        text=row.text,
                        fault=row.fault,
                        fetched_at=row.fetched_at,
                    )
                    for row in connection.execute(select(PAGES).where(PAGES.c.key.in_([_key(url) for url in chunk])))
                }
                found |= {url: kept[url] for url in chunk if url in kept}
        return found

    def save(self, page: Page) -> None:
        """Keep what a page held, in place of what it held before."""
        values = {
            "key": _key(page.url),
            "url": page.url,
            "entry_hash": page.entry_hash,
            "text": page.text,
            "fault": page.fault,
            "fetched_at": page.fetched_at,
        }
        with self._database.writing() as connection:
            replaced = connection.execute(update(PAGES).where(PAGES.c.key == values["key"]).values(values))
            if not replaced.rowcount:
                connection.execute(insert(PAGES).values(values))

    def forget(self, *, before: datetime) -> int:
        """Drop the pages fetched before a moment; answers with how many. After a sudden end, ask again."""
        return forget(self._database, PAGES.c.key, PAGES.c.fetched_at < before)


def _key(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()

"""What a writer answered, so that a draft that is made anew asks nothing again."""

import hashlib
from datetime import datetime

from sqlalchemy import insert, select, update

from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.forgetting import forget
from newsletter.backends.stores.tables import WRITTEN


class SqlWritten:
    """Keeps the port ``WrittenStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """The answer kept under a key, or None."""
        with self._database.reading() as connection:
            answer: str | None = connection.execute(
                select(WRITTEN.c.answer).where(WRITTEN.c.key == _digest(key))
            ).scalar_one_or_none()
            return answer

    def save(self, key: str, answer: str, *, at: datetime) -> None:
        """Keep an answer under a key, in place of an earlier one."""
        values = {"key": _digest(key), "answer": answer, "written_at": at}
        with self._database.writing() as connection:
            replaced = connection.execute(update(WRITTEN).where(WRITTEN.c.key == values["key"]).values(values))
            if not replaced.rowcount:
                connection.execute(insert(WRITTEN).values(values))

    def forget(self, *, before: datetime) -> int:
        """Drop the answers given before a moment; answers with how many. After a sudden end, ask again."""
        return forget(self._database, WRITTEN.c.key, WRITTEN.c.written_at < before)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()

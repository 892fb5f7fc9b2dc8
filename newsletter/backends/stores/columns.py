"""Column types that give nouns back and mean the same on every database."""

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, DateTime, Dialect, Row, String, Text
from sqlalchemy.types import TypeDecorator

#: A row of any query. Which columns it has is the query's affair; what they hold is the types' below.
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept and given back in UTC.

    SQLite has no time zones: there the UTC wall time is kept, with microseconds always, so that text sorts as time.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database.

        Raises:
            ValueError: the moment is naive, so nobody knows when it is.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Out of the database."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Span(TypeDecorator[timedelta]):
    """A length of time, kept as whole seconds: what is less than one is cut off."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        """Into the database."""
        del dialect
        return None if value is None else value // timedelta(seconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        """Out of the database.

        Raises:
            ValueError: no calendar is that long, so none of us wrote it.
        """
        del dialect
        try:
            return None if value is None else timedelta(seconds=value)
        except (OverflowError, TypeError) as wrong:
            raise ValueError(f"{value!r} is no number of seconds") from wrong


class Word(TypeDecorator[StrEnum]):
    """A member of an enumeration, kept as its word: readable in any database tool, and no type to migrate."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        self.kind = kind
        super().__init__()

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Into the database.

        Raises:
            ValueError: the enumeration has no such word.
        """
        del dialect
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Out of the database."""
        del dialect
        return None if value is None else self.kind(value)


class Json(TypeDecorator[Any]):
    """A small list or mapping of plain values, kept as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401 - whatever JSON holds
        """Into the database."""
        del dialect
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Out of the database."""
        del dialect
        return None if value is None else json.loads(value)

"""The list, and the suppressions that outlive it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, insert, select

from newsletter.backends.stores.chunks import CHUNK, chunks
from newsletter.backends.stores.columns import AnyRow
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.joining import join
from newsletter.backends.stores.tables import CONSENTS, SUBSCRIBERS, SUPPRESSIONS
from newsletter.domain.send import Recipient
from newsletter.domain.subscriber import (
    Address,
    Consent,
    ListStats,
    NewSubscriber,
    Subscriber,
    SubscriberId,
    SubscriberStatus,
    Suppression,
)
from newsletter.ports import Added, Secrets

_ACTIVE = SUBSCRIBERS.c.status == SubscriberStatus.ACTIVE
_SUPPRESSED = exists().where(SUPPRESSIONS.c.key == SUBSCRIBERS.c.key)


class SqlSubscribers:
    """Keeps the port ``SubscriberStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, subscribers: Sequence[NewSubscriber], *, tokens: Secrets) -> Added:
        """Put subscribers on the list, or bring those known up to date; all or nothing.

        See ``joining`` for what up to date means. An unsubscribed address stays so, and suppressions are not touched.
        """
        added: set[str] = set()
        updated: set[str] = set()
        with self._database.writing() as connection:
            for chunk in chunks(subscribers):
                fresh, changed = join(connection, chunk, tokens)
                added |= fresh
                updated |= changed
        return Added(added=len(added), updated=len(updated - added))

    def find(self, address: Address) -> Subscriber | None:
        """The subscriber of an address, with its consents, oldest first, or None."""
        with self._database.reading() as connection:
            row = connection.execute(select(SUBSCRIBERS).where(SUBSCRIBERS.c.key == address.key)).first()
            if row is None:
                return None
            given = connection.execute(
                select(CONSENTS).where(CONSENTS.c.subscriber_id == row.id).order_by(CONSENTS.c.at, CONSENTS.c.number)
            ).all()
        return _subscriber(row, tuple(Consent(at=c.at, how=c.how, evidence=c.evidence) for c in given))

    def all(self) -> Iterator[Subscriber]:
        """Everyone on the list, in order of id, without consents; memory does not grow with the list."""
        return (_subscriber(row) for row in self._paged(select(SUBSCRIBERS)))

    def remove(self, address: Address) -> bool:
        """Take a subscriber off the list; False where there is none. Suppressions and ledger rows stay."""
        with self._database.writing() as connection:
            id_ = connection.execute(select(SUBSCRIBERS.c.id).where(SUBSCRIBERS.c.key == address.key)).scalar()
            if id_ is None:
                return False
            connection.execute(delete(CONSENTS).where(CONSENTS.c.subscriber_id == id_))
            connection.execute(delete(SUBSCRIBERS).where(SUBSCRIBERS.c.id == id_))
        return True

    def stats(self) -> ListStats:
        """The list in numbers; statuses that nobody has count as zero."""
        with self._database.reading() as connection:
            counted = connection.execute(
                select(SUBSCRIBERS.c.status, func.count()).group_by(SUBSCRIBERS.c.status)
            ).all()
            suppressed = _count(connection, select(func.count()).select_from(SUBSCRIBERS).where(_ACTIVE, _SUPPRESSED))
        number_of = dict(tuple(pair) for pair in counted)
        return ListStats(
            by_status={status: number_of.get(status, 0) for status in SubscriberStatus},
            suppressed=suppressed,
            mailable=number_of.get(SubscriberStatus.ACTIVE, 0) - suppressed,
        )

    def suppress(self, suppression: Suppression) -> None:
        """Never mail this address again. The first reason stands."""
        with self._database.writing() as connection:
            known = connection.execute(select(SUPPRESSIONS.c.key).where(SUPPRESSIONS.c.key == suppression.key)).first()
            if known is None:
                connection.execute(
                    insert(SUPPRESSIONS).values(key=suppression.key, reason=suppression.reason, since=suppression.since)
                )

    def suppressed(self, keys: Iterable[str]) -> dict[str, Suppression]:
        """Those of the address keys that may not be mailed, with why, in the order asked."""
        found: dict[str, Suppression] = {}
        with self._database.reading() as connection:
            for chunk in chunks(keys):
                rows = connection.execute(select(SUPPRESSIONS).where(SUPPRESSIONS.c.key.in_(chunk))).all()
                by_key = {row.key: Suppression(key=row.key, reason=row.reason, since=row.since) for row in rows}
                found |= {key: by_key[key] for key in chunk if key in by_key}
        return found

    def mailable(self) -> Iterator[Recipient]:
        """Everyone active and not suppressed, in order of id; memory does not grow with the list."""
        return (
            Recipient(subscriber=SubscriberId(row.id), email=row.email, key=row.key, name=row.name, token=row.token)
            for row in self._paged(select(SUBSCRIBERS).where(_ACTIVE, ~_SUPPRESSED))
        )

    def still_mailable(self, recipients: Sequence[Recipient]) -> frozenset[str]:
        """The keys of those who, at this moment, are on the list as active and are not suppressed."""
        keys: set[str] = set()
        with self._database.reading() as connection:
            for chunk in chunks(recipient.key for recipient in recipients):
                mailable = select(SUBSCRIBERS.c.key).where(SUBSCRIBERS.c.key.in_(chunk), _ACTIVE, ~_SUPPRESSED)
                keys.update(connection.execute(mailable).scalars())
        return frozenset(keys)

    def _paged(self, query: Select[Any]) -> Iterator[AnyRow]:
        """The query's rows by id, a page at a time: no transaction stays open while the caller works on a page."""
        last = 0
        while True:
            page = query.where(SUBSCRIBERS.c.id > last).order_by(SUBSCRIBERS.c.id).limit(CHUNK)
            with self._database.reading() as connection:
                rows = connection.execute(page).all()
            yield from rows
            if len(rows) < CHUNK:
                return
            last = rows[-1].id


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())


def _subscriber(row: AnyRow, given: tuple[Consent, ...] = ()) -> Subscriber:
    return Subscriber(
        id=SubscriberId(row.id),
        address=Address(email=row.email, key=row.key),
        name=row.name,
        status=row.status,
        token=row.token,
        joined_at=row.joined_at,
        consents=given,
    )

"""The ledger: every frozen recipient, and what became of each."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import count

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from newsletter.backends.stores.chunks import chunks
from newsletter.backends.stores.columns import AnyRow
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.locks import held
from newsletter.backends.stores.tables import DELIVERIES, SENDS
from newsletter.domain.errors import Refused, StoreUnavailable
from newsletter.domain.send import (
    Audit,
    Delivery,
    DeliveryId,
    DeliveryState,
    Outcome,
    Recipient,
    Send,
    SendId,
    Unknown,
)
from newsletter.domain.subscriber import SubscriberId
from newsletter.ports import BEFORE_ALL

#: States that an outcome may still replace. The others are final.
_OPEN = (DeliveryState.WAITING, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN)


class SqlSends:
    """Keeps the port ``SendStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, *, issue: int, digest: str, at: datetime, recipients: Iterable[Recipient], batch_size: int) -> Send:
        """Freeze the recipients of an issue's send, in batches; all or nothing.

        Asked again for the same issue, it answers with the send that is there, whatever its digest, and freezes
        nobody anew. The recipients are taken while the write lock is held, so the list cannot change under them;
        memory does not grow with their number.

        Raises:
            Refused: a subscriber stands among the recipients twice.
        """
        if batch_size < 1:
            raise ValueError(f"a batch holds at least one recipient, not {batch_size}")
        with self._database.writing() as connection:
            known = connection.execute(select(SENDS).where(SENDS.c.issue == issue)).first()
            if known is not None:
                return _send(known)
            values = {"issue": issue, "digest": digest, "started_at": at, "frozen": 0}
            connection.execute(insert(SENDS).values(values))
            send = _send(connection.execute(select(SENDS).where(SENDS.c.issue == issue)).one())
            try:
                frozen = _freeze(connection, send, recipients, batch_size)
            except IntegrityError as wrong:
                raise Refused(
                    f"A subscriber stands twice among the recipients of issue {issue}, so nobody was frozen. "
                    "Run 'newsletter db check'."
                ) from wrong
            connection.execute(update(SENDS).where(SENDS.c.id == send.id).values(frozen=frozen))
        return replace(send, frozen=frozen)

    def of_issue(self, issue: int) -> Send | None:
        """An issue's send, or None."""
        with self._database.reading() as connection:
            row = connection.execute(select(SENDS).where(SENDS.c.issue == issue)).first()
        return None if row is None else _send(row)

    @contextmanager
    def alone(self, send: SendId) -> Iterator[None]:
        """Hold a send while the block runs, against other processes and threads; let go when the process dies.

        Raises:
            Refused: another holds it.
            StoreUnavailable: the lock's file cannot be made beside the store.
        """
        path = self._database.path
        lock = path.with_name(f"{path.name}-send-{send}.lock")
        with ExitStack() as stack:
            try:
                stack.enter_context(held(lock))
            except BlockingIOError:
                raise Refused(
                    "Another process is sending this issue. Let it finish; 'newsletter status' shows how far it is."
                ) from None
            except OSError as wrong:
                raise StoreUnavailable(
                    f"The lock {lock} cannot be made: {wrong.strerror}. Give this user the right to write its folder."
                ) from wrong
            yield

    def deliveries(
        self, send: SendId, *, state: DeliveryState, limit: int, after: DeliveryId = BEFORE_ALL
    ) -> list[Delivery]:
        """The next deliveries in a state with an id greater than ``after``, in order of id (and so of batch)."""
        query = (
            select(DELIVERIES)
            .where(DELIVERIES.c.send_id == send, DELIVERIES.c.state == state, DELIVERIES.c.id > after)
            .order_by(DELIVERIES.c.id)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [_delivery(row) for row in connection.execute(query)]

    def mark_submitting(self, deliveries: Sequence[Delivery], *, at: datetime) -> list[Delivery]:
        """Write down durably, before anything leaves, that these are being handed over.

        Answers with those that were still waiting, in the order given: two senders never get the same delivery.
        """
        asked = {delivery.id: delivery for delivery in deliveries}
        ours: set[DeliveryId] = set()
        with self._database.writing() as connection:
            for chunk in chunks(asked):
                waiting = DELIVERIES.c.state == DeliveryState.WAITING
                # A database that lets several write at once locks the rows until the end; SQLite has one writer.
                claim = select(DELIVERIES.c.id).where(DELIVERIES.c.id.in_(chunk), waiting).with_for_update()
                claimed = connection.execute(claim).scalars().all()
                connection.execute(
                    update(DELIVERIES)
                    .where(DELIVERIES.c.id.in_(claimed), waiting)
                    .values(state=DeliveryState.SUBMITTING, detail="", at=at)
                )
                ours.update(DeliveryId(id_) for id_ in claimed)
        return [
            replace(delivery, state=DeliveryState.SUBMITTING, detail="", at=at)
            for id_, delivery in asked.items()
            if id_ in ours
        ]

    def record(self, outcomes: Sequence[Outcome], *, at: datetime) -> None:
        """Write down durably what became of deliveries that are being submitted, waiting or unknown.

        One whose state is final keeps it.
        """
        if not outcomes:
            return
        unsettled = or_(*(DELIVERIES.c.state == state for state in _OPEN))
        change = (
            update(DELIVERIES)
            .where(DELIVERIES.c.id == bindparam("of_id"), unsettled)
            .values(state=bindparam("to_state"), detail=bindparam("to_detail"), at=bindparam("to_at"))
        )
        with self._database.writing() as connection:
            connection.execute(
                change,
                [{"of_id": o.delivery, "to_state": o.state, "to_detail": o.detail, "to_at": at} for o in outcomes],
            )

    def audit(self, send: SendId) -> Audit:
        """Every recipient's one outcome, summed; states that nobody is in count as zero.

        Raises:
            Refused: there is no such send.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(SENDS).where(SENDS.c.id == send)).first()
            if row is None:
                raise Refused(f"There is no send {send}. 'newsletter status' shows the issue that is being sent.")
            counted = connection.execute(
                select(DELIVERIES.c.state, func.count())
                .where(DELIVERIES.c.send_id == send)
                .group_by(DELIVERIES.c.state)
            ).all()
            unknown = connection.execute(
                select(DELIVERIES.c.email, DELIVERIES.c.at)
                .where(DELIVERIES.c.send_id == send, DELIVERIES.c.state == DeliveryState.UNKNOWN)
                .order_by(DELIVERIES.c.id)
            ).all()
        number_in = dict(tuple(pair) for pair in counted)
        return Audit(
            send=_send(row),
            counts={state: number_in.get(state, 0) for state in DeliveryState},
            unknown=tuple(Unknown(address=found.email or "", since=found.at) for found in unknown),
        )


def _freeze(connection: Connection, send: Send, recipients: Iterable[Recipient], batch_size: int) -> int:
    """Write the recipients into the ledger; how many they are."""
    place = count()
    for chunk in chunks(recipients):
        connection.execute(
            insert(DELIVERIES),
            [
                {
                    "send_id": send.id,
                    "batch": next(place) // batch_size,
                    "subscriber_id": recipient.subscriber,
                    "email": recipient.email,
                    "key": recipient.key,
                    "name": recipient.name,
                    "token": recipient.token,
                    "state": DeliveryState.WAITING,
                    "detail": "",
                    "at": send.started_at,
                }
                for recipient in chunk
            ],
        )
    return next(place)


def _send(row: AnyRow) -> Send:
    return Send(id=SendId(row.id), issue=row.issue, digest=row.digest, started_at=row.started_at, frozen=row.frozen)


def _delivery(row: AnyRow) -> Delivery:
    # One who was erased since has no name and no address here; no key matches the empty one, so nothing is mailed.
    recipient = Recipient(
        subscriber=SubscriberId(row.subscriber_id or 0),
        email=row.email or "",
        key=row.key or "",
        name=row.name or "",
        token=row.token or "",
    )
    return Delivery(
        id=DeliveryId(row.id),
        send=SendId(row.send_id),
        batch=row.batch,
        recipient=recipient,
        state=row.state,
        detail=row.detail,
        at=row.at,
    )

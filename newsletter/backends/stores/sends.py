"""The ledger: every frozen recipient, and what became of each."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from itertools import count, groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, false, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from newsletter.backends.stores.chunks import chunks
from newsletter.backends.stores.columns import AnyRow
from newsletter.backends.stores.engine import Database
from newsletter.backends.stores.locks import alone
from newsletter.backends.stores.tables import DELIVERIES, ISSUES, SENDS
from newsletter.domain.errors import Refused
from newsletter.domain.issue import Status
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

#: From which state an outcome may be written. A delivery that waits is in nobody's hands: it can go on waiting or be
#: left out, but only who claimed it can say what the mail system answered. One in somebody's hands cannot be left out.
#: States that are missing here come from claiming alone, and those that nothing leads out of are final.
_FROM: dict[DeliveryState, frozenset[DeliveryState]] = {
    DeliveryState.WAITING: frozenset({DeliveryState.WAITING, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN}),
    DeliveryState.SUPPRESSED: frozenset({DeliveryState.WAITING, DeliveryState.UNKNOWN}),
    DeliveryState.WITHDRAWN: frozenset({DeliveryState.WAITING, DeliveryState.UNKNOWN}),
    DeliveryState.SENT: frozenset({DeliveryState.SUBMITTING, DeliveryState.UNKNOWN}),
    DeliveryState.REFUSED: frozenset({DeliveryState.SUBMITTING, DeliveryState.UNKNOWN}),
    DeliveryState.UNKNOWN: frozenset({DeliveryState.SUBMITTING, DeliveryState.UNKNOWN}),
}

#: An issue that is one of these may be sent, or sent on.
_SENDABLE = frozenset({Status.APPROVED, Status.SENDING, Status.SENT})


class SqlSends:
    """Keeps the port ``SendStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, *, issue: int, digest: str, at: datetime, recipients: Iterable[Recipient], batch_size: int) -> Send:
        """Claim an approved issue and freeze the recipients of its send, in batches; all or nothing.

        One transaction under the one write lock: the issue is looked at, the recipients are frozen, and the issue
        becomes one that is being sent. A draft or an approval that comes before it makes it refuse; one that comes
        after it is refused. The recipients are taken while the lock is held, so the list cannot change under them;
        memory does not grow with their number.

        Asked again for the same issue, it answers with the send that is there and freezes nobody anew.

        Raises:
            Refused: there is no such issue; it is neither approved nor being sent nor sent; it, its approval or its
                send is of another digest; or a subscriber stands among the recipients twice.
        """
        if batch_size < 1:
            raise ValueError(f"a batch holds at least one recipient, not {batch_size}")
        with self._database.writing() as connection:
            status = _approved(connection, issue, digest)
            send = _send_of(connection, issue)
            if send is None:
                send = _freeze(
                    connection, issue=issue, digest=digest, at=at, recipients=recipients, batch_size=batch_size
                )
            elif send.digest != digest:
                raise Refused(
                    f"The send of issue {issue} that was begun mails other bytes than those approved now. "
                    "Do not go on sending it; put a backup in its place."
                )
            if status is Status.APPROVED:
                connection.execute(
                    update(ISSUES).where(ISSUES.c.number == issue).values(status=Status.SENDING, reason="")
                )
        return send

    def of_issue(self, issue: int) -> Send | None:
        """An issue's send, or None."""
        with self._database.reading() as connection:
            return _send_of(connection, issue)

    def alone(self, send: SendId) -> AbstractContextManager[None]:
        """Hold a send while the block runs, against other processes and threads; let go when the process dies.

        Raises:
            Refused: another holds it.
            StoreUnavailable: the lock's file cannot be made beside the store.
        """
        return alone(
            self._database.path,
            f"send-{send}",
            busy="Another process is sending this issue. Let it finish; 'newsletter status' shows how far it is.",
        )

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
        """Write down durably what became of deliveries, in the order given.

        One that is elsewhere than its outcome can come from, such as in a final state, stays as it is.
        """
        if not outcomes:
            return
        with self._database.writing() as connection:
            for state, alike in groupby(outcomes, key=attrgetter("state")):
                connection.execute(
                    update(DELIVERIES)
                    .where(DELIVERIES.c.id == bindparam("of_id"), _in(_FROM.get(state, frozenset())))
                    .values(state=state, detail=bindparam("to_detail"), at=at),
                    [{"of_id": outcome.delivery, "to_detail": outcome.detail} for outcome in alike],
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


def _approved(connection: Connection, issue: int, digest: str) -> Status:
    """The status of an issue that may be sent with this digest.

    Raises:
        Refused: it may not.
    """
    row = connection.execute(
        select(ISSUES.c.status, ISSUES.c.digest, ISSUES.c.approved_digest).where(ISSUES.c.number == issue)
    ).first()
    if row is None:
        raise Refused(f"There is no issue {issue}. Make one with 'newsletter draft'.")
    if row.status not in _SENDABLE:
        raise Refused(
            f"Issue {issue} is not what was approved any more: it is {row.status} by now. "
            "Approve it with 'newsletter approve' first."
        )
    if not row.digest == row.approved_digest == digest:
        raise Refused(
            f"Issue {issue} is not what was approved: its bytes have changed since. Preview it, and approve it again."
        )
    return Status(row.status)


def _freeze(
    connection: Connection, *, issue: int, digest: str, at: datetime, recipients: Iterable[Recipient], batch_size: int
) -> Send:
    """Write a new send and its recipients into the ledger.

    Raises:
        Refused: a subscriber stands among them twice.
    """
    connection.execute(insert(SENDS).values(issue=issue, digest=digest, started_at=at, frozen=0))
    send = _send(connection.execute(select(SENDS).where(SENDS.c.issue == issue)).one())
    place = count()
    try:
        for chunk in chunks(recipients):
            connection.execute(
                insert(DELIVERIES), [_waiting(send, next(place) // batch_size, recipient) for recipient in chunk]
            )
    except IntegrityError as wrong:
        raise Refused(
            f"A subscriber stands twice among the recipients of issue {issue}, so nobody was frozen. "
            "Run 'newsletter db check'."
        ) from wrong
    frozen = next(place)
    connection.execute(update(SENDS).where(SENDS.c.id == send.id).values(frozen=frozen))
    return replace(send, frozen=frozen)


def _waiting(send: Send, batch: int, recipient: Recipient) -> dict[str, Any]:
    return {
        "send_id": send.id,
        "batch": batch,
        "subscriber_id": recipient.subscriber,
        "email": recipient.email,
        "key": recipient.key,
        "name": recipient.name,
        "token": recipient.token,
        "state": DeliveryState.WAITING,
        "detail": "",
        "at": send.started_at,
    }


def _in(states: Iterable[DeliveryState]) -> ColumnElement[bool]:
    """Whether a delivery is in one of the states; false for none."""
    return or_(false(), *(DELIVERIES.c.state == state for state in sorted(states)))


def _send_of(connection: Connection, issue: int) -> Send | None:
    row = connection.execute(select(SENDS).where(SENDS.c.issue == issue)).first()
    return None if row is None else _send(row)


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

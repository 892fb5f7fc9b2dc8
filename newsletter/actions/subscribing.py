"""What an operator asks of the list: import, add, remove, export."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from newsletter.domain.errors import Refused
from newsletter.domain.subscriber import (
    Address,
    Consent,
    NewSubscriber,
    Subscriber,
    SubscriberStatus,
    Suppression,
    SuppressionReason,
)
from newsletter.ports import Backends
from newsletter.subscribers.addresses import address_of
from newsletter.subscribers.importing import RefusedLine, clean_name, read_subscribers

#: Subscribers saved in one transaction.
_CHUNK = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did."""

    added: int
    updated: int
    refused: tuple[RefusedLine, ...]


def import_subscribers(backends: Backends, lines: Iterable[str], *, name: str, now: datetime) -> Imported:
    """Put the rows of a file on the list. Run again after an interruption, it adds nobody twice.

    A suppressed address may be on the list and is still never mailed; a row for it is refused, so that whoever
    imports an old list sees it.

    Raises:
        Refused: the file has no column ``email``.
    """
    added = updated = 0
    refused: list[RefusedLine] = []
    rows = read_subscribers(lines, name=name, now=now)
    while chunk := list(islice(rows, _CHUNK)):
        refused.extend(row for row in chunk if isinstance(row, RefusedLine))
        numbered = [row for row in chunk if not isinstance(row, RefusedLine)]
        suppressed = backends.subscribers.suppressed(person.address.key for _, person in numbered)
        refused.extend(
            RefusedLine(
                line=line, reason=f"{person.address.email} is suppressed ({suppressed[person.address.key].reason})."
            )
            for line, person in numbered
            # A row that says of somebody who left that they left asks for nothing.
            if person.address.key in suppressed and person.status is not SubscriberStatus.UNSUBSCRIBED
        )
        welcome = [person for _, person in numbered if person.address.key not in suppressed]
        saved = backends.subscribers.add(welcome, tokens=backends.secrets)
        for person in welcome:
            if person.status is SubscriberStatus.UNSUBSCRIBED:
                suppress(backends, person.address, reason=SuppressionReason.UNSUBSCRIBED, now=now)
        added, updated = added + saved.added, updated + saved.updated
        backends.progress("importing", added + updated, 0)
    return Imported(added=added, updated=updated, refused=tuple(sorted(refused, key=lambda row: row.line)))


def add(backends: Backends, *, email: str, name: str, now: datetime, evidence: str) -> bool:
    """Put one address on the list; True if it was not there.

    Raises:
        Refused: it is no address, is suppressed, or has unsubscribed.
    """
    address = address_of(email)
    stop = backends.subscribers.suppressed([address.key]).get(address.key)
    if stop is not None:
        raise Refused(
            f"{address.email} may not be mailed: it is suppressed ({stop.reason}, since {stop.since:%Y-%m-%d})."
        )
    known = backends.subscribers.find(address)
    if known is not None and known.status is SubscriberStatus.UNSUBSCRIBED:
        raise Refused(f"{address.email} has unsubscribed. Only the reader can sign up again.")
    person = NewSubscriber(
        address=address, name=clean_name(name), consent=Consent(at=now, how="editor", evidence=evidence)
    )
    return backends.subscribers.add([person], tokens=backends.secrets).added == 1


def remove(backends: Backends, *, email: str, now: datetime) -> None:
    """Take an address off the list, for good: it is suppressed first, so that no import brings it back.

    The ledger stays as it is.

    Raises:
        Refused: it is not on the list.
    """
    address = address_of(email)
    known = backends.subscribers.find(address)
    if known is None:
        raise Refused(f"{address.email} is not on the list.")
    left = known.status is SubscriberStatus.UNSUBSCRIBED
    reason = SuppressionReason.UNSUBSCRIBED if left else SuppressionReason.MANUAL
    suppress(backends, address, reason=reason, now=now)
    backends.subscribers.remove(address)


def suppress(backends: Backends, address: Address, *, reason: SuppressionReason, now: datetime) -> None:
    """Never mail an address again, whether it is on the list or not. The first reason stands."""
    backends.subscribers.suppress(Suppression(key=address.key, reason=reason, since=now))


def show(backends: Backends, *, email: str) -> Subscriber:
    """A subscriber with the evidence of consent.

    Raises:
        Refused: the address is not on the list.
    """
    address = address_of(email)
    found = backends.subscribers.find(address)
    if found is None:
        stop = backends.subscribers.suppressed([address.key]).get(address.key)
        why = f" It is suppressed ({stop.reason}, since {stop.since:%Y-%m-%d}) and is never mailed." if stop else ""
        raise Refused(f"{address.email} is not on the list.{why}")
    return found


def export(backends: Backends) -> Iterator[str]:
    """The list as CSV, a line at a time, in the columns that ``import`` reads. Tokens stay in the store."""
    yield _row("email", "name", "status", "joined")
    for person in backends.subscribers.all():
        yield _row(person.address.email, person.name, person.status.value, person.joined_at.isoformat())


def _row(*cells: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()

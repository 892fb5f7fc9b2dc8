"""A send: one mailing of one issue, and what became of each recipient."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from newsletter.domain.subscriber import SubscriberId

SendId = NewType("SendId", int)
DeliveryId = NewType("DeliveryId", int)


class DeliveryState(StrEnum):
    """What became of one recipient. The last five are outcomes; ``unknown`` may still be settled."""

    WAITING = "waiting"
    #: Handed to the transport; the answer is not written down yet.
    SUBMITTING = "submitting"
    SENT = "sent"
    REFUSED = "refused"
    SUPPRESSED = "suppressed"
    WITHDRAWN = "withdrawn"
    #: The answer was lost.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A subscriber as frozen into a send."""

    subscriber: SubscriberId
    email: str
    #: ``Address.key``.
    key: str
    name: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """One mailing of one issue."""

    id: SendId
    issue: int
    #: Of the bytes that this send mails.
    digest: str
    #: The Date header of all its messages.
    started_at: datetime
    #: How many recipients were frozen; the ledger always sums to it.
    frozen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One recipient's message in a send."""

    id: DeliveryId
    send: SendId
    #: Batches are numbered from 0.
    batch: int
    recipient: Recipient
    state: DeliveryState
    #: The receipt, or the reason; empty while there is none.
    detail: str = ""
    #: When the state was last written.
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One complete email to one recipient."""

    delivery: DeliveryId
    #: With angle brackets.
    message_id: str
    #: Envelope sender and recipient.
    mail_from: str
    rcpt_to: str
    #: The whole message: CRLF, no line over 998 octets, 7-bit but for the To of an international address.
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a mail system answered to one message. Accepted is not yet delivered."""

    delivery: DeliveryId
    accepted: bool
    #: Not accepted now, but it may be asked again later (SMTP's 4xx).
    temporary: bool = False
    #: The system's own words, or where the message lies.
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What to write into the ledger for one delivery."""

    delivery: DeliveryId
    state: DeliveryState
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A delivery whose answer was lost."""

    address: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Every frozen recipient's one outcome, summed."""

    send: Send
    counts: dict[DeliveryState, int]
    unknown: tuple[Unknown, ...]

    @property
    def ok(self) -> bool:
        """Whether the ledger sums to the frozen count."""
        return sum(self.counts.values()) == self.send.frozen

"""A subscriber: an address on our list and its status."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

SubscriberId = NewType("SubscriberId", int)


class SubscriberStatus(StrEnum):
    """Whether an address gets the letter; only ``active`` does."""

    #: Signed up, not proven.
    PENDING = "pending"
    ACTIVE = "active"
    UNSUBSCRIBED = "unsubscribed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An email address that passed the checks."""

    #: As it is written in a To header: the domain in Unicode, the local part as typed.
    email: str
    #: The key under which the same mailbox is recognised: lower case, NFC, domain in IDNA.
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The evidence that someone asked for the letter."""

    at: datetime
    #: ``import``, ``editor`` or ``signup``.
    how: str
    #: Whose word it is or which wording was agreed to: a file and its line, a page and its version.
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSubscriber:
    """Someone to be put on the list."""

    address: Address
    #: May be empty.
    name: str = ""
    status: SubscriberStatus = SubscriberStatus.ACTIVE
    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """Someone on the list."""

    id: SubscriberId
    address: Address
    name: str
    status: SubscriberStatus
    #: At least 22 URL-safe random characters; the reader's own unsubscribe address ends in it. Never expires.
    token: str
    joined_at: datetime
    consents: tuple[Consent, ...] = ()


class SuppressionReason(StrEnum):
    """Why an address may never be mailed."""

    UNSUBSCRIBED = "unsubscribed"
    HARD_BOUNCE = "hard-bounce"
    COMPLAINT = "complaint"
    ERASED = "erased"
    #: An operator put it there.
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """An address never to be mailed. It outlives the subscriber."""

    #: ``Address.key``.
    key: str
    reason: SuppressionReason
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStats:
    """The list in numbers."""

    by_status: dict[SubscriberStatus, int]
    #: Active subscribers who are suppressed, and so get nothing.
    suppressed: int
    #: Active and not suppressed.
    mailable: int

"""A feed: one RSS or Atom address that we ask."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsletter.domain.entry import Lean, Licence

_LOGIN = re.compile(r"(?<=://)[^/?#\s]*@")


def without_login(text: str) -> str:
    """A text whose addresses have lost their login: messages are logged and mailed, and a password is neither.

    >>> without_login("The feed at https://ana:secret@ledger.example/feed is gone.")
    'The feed at https://ledger.example/feed is gone.'
    """
    return _LOGIN.sub("", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed, as the operator configured it."""

    #: http or https, or an absolute path of a recorded feed on disk.
    url: str
    outlet: str
    #: The newsroom behind it; equal to the outlet where none is stated.
    family: str
    lean: Lean = Lean.UNRATED
    #: The section its entries fall into when no rule says otherwise; empty for none.
    section: str = ""
    licence: Licence = Licence.EXCERPT


class FeedStatus(StrEnum):
    """What the last look at a feed found."""

    #: Not asked yet.
    NEW = "new"
    OK = "ok"
    #: Readable, with a fault that is stated.
    FAULTY = "faulty"
    #: Could not be fetched or read.
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What we remember about a feed between two looks. The store owns it."""

    url: str
    status: FeedStatus = FeedStatus.NEW
    #: The fault of the last look, a sentence; empty when there was none.
    fault: str = ""
    checked_at: datetime | None = None
    #: When it last gave entries.
    ok_at: datetime | None = None
    #: The latest date among its entries.
    last_entry: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a fetcher brought back: bytes, and what is needed to read them."""

    body: bytes
    #: After redirects; relative links are resolved against it.
    url: str
    #: The Content-Type header, or empty.
    content_type: str = ""

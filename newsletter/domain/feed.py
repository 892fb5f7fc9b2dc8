"""A feed: one RSS or Atom address that we ask, and what we remember of it between two looks."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from newsletter.domain.entry import Lean, Licence

#: After "//", and wherever else something with a colon stands before an "@", as in an address that is none.
_LOGIN = re.compile(r"(?<=//)[^/?#\s]*@|(?<![^\s/(\"'\[])(?!mailto:)[^\s/@:]{1,200}:[^\s/@]{0,200}@")


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
    #: Read, or unchanged since it was.
    OK = "ok"
    #: Readable, with a fault that is stated.
    FAULTY = "faulty"
    #: Could not be fetched or read; asked again after a while.
    FAILED = "failed"
    #: Something answered in the feed's place: a web page, a challenge, a refusal.
    BLOCKED = "blocked"
    #: The server says that it is gone for good; not asked any more.
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What we remember about a feed between two looks. The store owns it."""

    #: As configured.
    url: str
    status: FeedStatus = FeedStatus.NEW
    #: The fault of the last look, a sentence or more; empty when there was none.
    fault: str = ""
    checked_at: datetime | None = None
    #: The last look that it answered as a feed, changed or not.
    ok_at: datetime | None = None
    #: The last look that found an entry nobody had seen.
    new_at: datetime | None = None
    #: The latest date among its entries.
    last_entry: datetime | None = None

    #: Where it has moved for good; empty while it is where the configuration says.
    address: str = ""
    #: Where a permanent redirect led at the last look, seen once so far; empty for none.
    moving_to: str = ""
    #: The validators of the last body that was read, as the server wrote them; empty where it gave none.
    etag: str = ""
    last_modified: str = ""
    #: By what that body is recognised, for servers that ignore validators: 64 hexadecimal digits, of which the first
    #: eight say how it was read and the others are of its SHA-256; empty before there was one.
    body_hash: str = ""

    #: Looks that failed in a row.
    failures: int = 0
    #: Not to be asked before; None where nothing stands against it.
    not_before: datetime | None = None
    #: No feed of its site (registrable domain) is to be asked before; None where nothing stands against it.
    site_not_before: datetime | None = None

    #: Entries in the body that was read last, and how many of them had no date of their own.
    entries: int = 0
    undated: int = 0
    #: How many entries it usually has: a running mean; None before it was ever read.
    usual_entries: float | None = None
    #: The usual time between two of its entries; None while there are too few dates to tell.
    usual_gap: timedelta | None = None

    @property
    def asked_at(self) -> str:
        """The address to ask."""
        return self.address or self.url


class Wanted(StrEnum):
    """What an address is asked for: it decides what is accepted, and how a message speaks of it."""

    FEED = "feed"
    #: An article, or a site's page on which a feed is looked for.
    PAGE = "page"
    #: A site's rules for robots.
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request: what to ask, of whom, and what we have already."""

    url: str
    #: Who publishes it, for messages.
    outlet: str
    wanted: Wanted = Wanted.FEED
    #: The site (registrable domain) that it belongs to: when it answers 429, no more of the site is asked; empty for
    #: what is no web address.
    site: str = ""
    #: Validators of what we have, as the server wrote them; empty for none.
    etag: str = ""
    last_modified: str = ""

    @property
    def named(self) -> str:
        """How a message speaks of it: ``The feed of The Ledger at https://…``, without a login."""
        what = {Wanted.FEED: "feed", Wanted.PAGE: "page", Wanted.ROBOTS: "robots.txt"}[self.wanted]
        return without_login(f"The {what} of {self.outlet} at {self.url}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a fetcher brought back: the last answer, whatever it was, and how it was reached."""

    #: HTTP's; 200 for a file on disk.
    status: int = 200
    #: Decoded; of a 200 only, else empty.
    body: bytes = b""
    #: After redirects, without a login; relative links are resolved against it.
    url: str
    #: The Content-Type header, or empty.
    content_type: str = ""
    #: Validators, as the server wrote them; empty where it gave none.
    etag: str = ""
    last_modified: str = ""
    #: The Retry-After header, or empty.
    retry_after: str = ""
    #: Where permanent redirects (301, 308) led before the first of another sort, without a login; empty for none.
    moved_to: str = ""
    #: The server says in a header that this is a challenge and not what was asked for.
    challenged: bool = False

"""A page: where an entry leads, as it was fetched once."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the page of an article held, or why it could not be had."""

    #: As asked for.
    url: str
    #: SHA-256, in hexadecimal, of what the feed said of the entry when the page was fetched: where the feed has
    #: changed its words since, the page may have too.
    entry_hash: str
    #: The article's paragraphs, as extracted, parted by a blank line; empty where there are none.
    text: str = ""
    #: Why there is no text, a sentence; empty where there is one.
    fault: str = ""
    #: UTC.
    fetched_at: datetime

"""Feed bytes to entries: RSS 2.0, Atom and RSS 1.0, well formed or nearly so.

A feed that is well formed is read by ``sound``, any other by ``tolerant``; both tell what it states, and what is kept
of that is decided here, once for both.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from newsletter.collect.normalise import canonical_url, one_line, web_url
from newsletter.collect.reading.charset import Readable, readable
from newsletter.collect.reading.clean import RawEntry, clean
from newsletter.collect.reading.dates import Dated, date_of
from newsletter.collect.reading.markup import line_of
from newsletter.collect.reading.media import best_picture
from newsletter.collect.reading.sound import read_sound
from newsletter.collect.reading.stated import Document, Stated
from newsletter.collect.reading.tolerant import LONGEST_REASON, read_tolerantly
from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.errors import FeedUnreadable
from newsletter.domain.feed import Feed, Fetched, without_login

#: Entries of one feed that are read: more is an archive and no week, and would hold up the others. What is over is
#: counted.
_MOST = 2_000
#: Characters of a category, and categories of an entry.
_LONGEST_LABEL, _MOST_LABELS = 200, 50
_WEB_PAGE = re.compile(
    # Possessive: comments that could be told apart in many ways would be tried in all of them, without end.
    rb"(?:\s|\xef\xbb\xbf|<\?xml[^>]*>|<!--(?:(?!-->).){0,4000}+-->)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a feed held."""

    #: In the feed's order.
    entries: tuple[Entry, ...]
    #: What was wrong with the feed though it could be read, in sentences; empty where nothing was.
    fault: str
    #: What the feed calls itself, one line; may be empty.
    title: str = ""
    #: How many of its entries it dates more than an hour ahead.
    ahead: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What ``read`` is given: one argument, that can be pickled, for a process of its own."""

    fetched: Fetched
    feed: Feed
    now: datetime


def read(reading: Reading) -> Parsed:
    """``parse`` as a function of one argument; what goes in and out can be pickled, and so can what it raises."""
    return parse(reading.fetched, reading.feed, now=reading.now)


def is_web_page(body: bytes) -> bool:
    """Whether these bytes are a page for people and no feed: something may have answered in the feed's place."""
    return bool(_WEB_PAGE.match(body))


def parse(fetched: Fetched, feed: Feed, *, now: datetime) -> Parsed:
    """The entries of a feed, cleaned, each first seen now.

    An entry's date is the outlet's, or the day in its address, or none: never now. A date more than an hour ahead or
    before 1995 is not believed; how many lay ahead is a fault.
    The id is the guid; where there is none, a digest of the feed's address and the entry's. Whether a guid is free
    is ``dedupe.unique_ids``' affair.

    Raises:
        FeedUnreadable: there is no feed in these bytes, or they cannot be read; the message says why. Nothing else.
    """
    try:
        return _parsed(fetched, feed, now)
    except FeedUnreadable:
        raise
    except Exception as error:
        # Bytes of strangers pass through four parsers here, which fail in ways that none of them lists, down to too
        # deep a recursion. One bad feed must not stop the others, so whatever it was, this feed could not be read.
        reason = one_line(str(error))[:LONGEST_REASON] or "no reason given"
        raise _unreadable(
            feed, f"cannot be read: {type(error).__name__}, {reason}. Ask the outlet to mend it, or take it out."
        ) from error


def _parsed(fetched: Fetched, feed: Feed, now: datetime) -> Parsed:
    if not fetched.body.strip():
        raise _unreadable(feed, "answered with nothing at all. Ask again later, or check the address.")
    if is_web_page(fetched.body):
        raise _unreadable(
            feed,
            "is a web page and not a feed. Look on that page for the address of its RSS or Atom feed, and use that.",
        )
    source = readable(fetched.body, fetched.content_type)
    document = _document(source)
    if not document.entries and (document.broken or not document.known):
        raise _unreadable(
            feed, f"holds no entries that can be read: {document.broken or 'it is neither RSS nor Atom'}."
        )
    base = web_url(without_login(fetched.url))
    channel = _Channel(feed=feed, base=base, site=web_url(document.site, base), now=now)
    channel = replace(channel, shared=_shared(document.entries[:_MOST], channel))
    entries: list[Entry] = []
    ahead = 0
    for place, stated in enumerate(document.entries[:_MOST], 1):
        entry, is_ahead = _entry(stated, place, channel)
        ahead += is_ahead
        if entry.title or entry.text or entry.url:
            entries.append(entry)
    return Parsed(
        entries=tuple(entries),
        fault=" ".join(_faults(source.fault, document, kept=len(entries), ahead=ahead)),
        title=line_of(document.title),
        ahead=ahead,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Channel:
    """What every entry of one document shares."""

    feed: Feed
    #: The address that relative ones are resolved against; empty for a recorded feed.
    base: str
    #: The outlet's site; empty where the feed names none.
    site: str
    now: datetime
    #: Addresses that several items without a guid lead to: they name none of them.
    shared: frozenset[str] = frozenset()


def _document(source: Readable) -> Document:
    sound = read_sound(source.body) if source.is_utf8 else None
    return sound or read_tolerantly(source)


def _unreadable(feed: Feed, what: str) -> FeedUnreadable:
    return FeedUnreadable(without_login(f"The feed of {feed.outlet} at {feed.url} {what}"))


def _faults(charset: str, document: Document, *, kept: int, ahead: int) -> Iterator[str]:
    if charset:
        yield charset
    if document.broken:
        yield f"It is not well formed: {document.broken}."
    items = len(document.entries)
    if not items:
        yield "The feed has no entries."
    if items > _MOST:
        yield f"It has {items:,} items, of which the first {_MOST:,} were read."
    if skipped := min(items, _MOST) - kept:
        yield f"{skipped} of its {items} items had neither title nor text nor link, and were skipped."
    if ahead:
        yield f"It dates {ahead} of its {items} items more than an hour ahead; those dates were not believed."


def _entry(stated: Stated, place: int, channel: _Channel) -> tuple[Entry, bool]:
    """The entry that the feed states, and whether it dates it ahead."""
    url = _link(stated, channel)
    dated = date_of(stated.stamps, url, now=channel.now)
    raw = RawEntry(
        id=_id(stated, url, dated, channel),
        url=url,
        title=stated.title,
        summary=stated.summary,
        content=stated.content,
        published=dated.published,
        date_quality=dated.quality,
        first_seen=channel.now,
        position=place,
        authors=stated.authors,
        categories=_categories(stated.categories),
        source=line_of(stated.source),
        picture=best_picture(stated.pictures, channel.base or channel.site),
    )
    return clean(raw, channel.feed), dated.ahead


def _categories(stated: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in the outlet's order, as many and as long as labels are."""
    labels = (one_line(label[:_LONGEST_LABEL]) for label in stated)
    return tuple(dict.fromkeys(label for label in labels if label))[:_MOST_LABELS]


def _link(stated: Stated, channel: _Channel) -> str:
    """Where the piece stands: resolved against the feed's own address, else against that of the outlet's site."""
    for link in stated.links:
        if url := web_url(link, channel.base) or web_url(link, channel.site):
            return url
    return ""


def _shared(items: Iterable[Stated], channel: _Channel) -> frozenset[str]:
    """The pages that several items without a guid lead to: all of them to the home page, as it happens."""
    pages = Counter(canonical_url(_link(stated, channel)) for stated in items if not stated.guid.strip())
    return frozenset(page for page, times in pages.items() if page and times > 1)


def _id(stated: Stated, url: str, dated: Dated, channel: _Channel) -> EntryId:
    """The guid; else a digest of what tells the entry from others of its feed."""
    guid = one_line(stated.guid)
    if guid:
        return EntryId(guid)
    published = dated.published.isoformat() if dated.published else ""
    page = canonical_url(url)
    own = f"{one_line(stated.title)}\n{published}"
    mark = f"{page}\n{own}" if page in channel.shared else page or own
    return EntryId(hashlib.sha256(f"{channel.feed.url}\n{mark}".encode()).hexdigest()[:24])

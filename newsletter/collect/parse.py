"""Feed bytes to entries: RSS 2.0, Atom and RSS 1.0, well formed or nearly so.

feedparser reads them and is given bytes, never an address: it would fetch it. Its sanitiser and its resolving of
addresses inside HTML are off: what is kept of a feed is text, and ``normalise`` makes that.
"""

import hashlib
import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser

from newsletter.collect.charset import readable
from newsletter.collect.clean import RawEntry, clean
from newsletter.collect.normalise import canonical_url, one_line, web_url
from newsletter.domain.entry import DateQuality, Entry, EntryId
from newsletter.domain.errors import FeedUnreadable
from newsletter.domain.feed import Feed, Fetched, without_login

#: Clocks differ; a date further ahead is a mistake, or means to stay on top.
_AHEAD = timedelta(hours=1)
#: Characters of a parser's reason that a message quotes; some quote the whole feed.
_LONGEST_REASON = 200
#: No feed is older. Earlier dates are zeros read as dates.
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_PLACE = re.compile(r"^<unknown>:(\d+):(\d+): (.*)", re.DOTALL)
_WEB_PAGE = re.compile(
    # Possessive: comments that could be told apart in many ways would be tried in all of them, without end.
    rb"(?:\s|\xef\xbb\xbf|<\?xml[^>]*>|<!--(?:(?!-->).){0,4000}+-->)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

#: A character by its number, in every encoding that agrees with ASCII.
_REFERENCE = re.compile(rb"&#([xX][0-9a-fA-F]{1,6}|[0-9]{1,7});")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a feed held."""

    #: In the feed's order.
    entries: tuple[Entry, ...]
    #: What was wrong with the feed though it could be read, in sentences; empty where nothing was.
    fault: str


def parse(fetched: Fetched, feed: Feed, *, now: datetime) -> Parsed:
    """The entries of a feed, cleaned, each first seen now.

    An entry's date is the outlet's, or none: never now. A date more than an hour ahead or before 1995 is not believed.
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
        reason = one_line(str(error))[:_LONGEST_REASON] or "no reason given"
        raise _unreadable(
            feed, f"cannot be read: {type(error).__name__}, {reason}. Ask the outlet to mend it, or take it out."
        ) from error


def _parsed(fetched: Fetched, feed: Feed, now: datetime) -> Parsed:
    if not fetched.body.strip():
        raise _unreadable(feed, "answered with nothing at all. Ask again later, or check the address.")
    if _WEB_PAGE.match(fetched.body):
        raise _unreadable(
            feed,
            "is a web page and not a feed. Look on that page for the address of its RSS or Atom feed, and use that.",
        )
    source = readable(fetched.body, fetched.content_type)
    base = web_url(without_login(fetched.url))
    document = _document(source.body, source.content_type)
    broken = _why_broken(document)
    if not document.entries and (broken or not document.version):
        raise _unreadable(feed, f"holds no entries that can be read: {broken or 'it is neither RSS nor Atom'}.")
    channel = _Channel(document=document, base=base, feed=feed, now=now)
    read = [_entry(item, place, channel) for place, item in enumerate(document.entries, 1)]
    entries = tuple(entry for entry in read if entry)
    return Parsed(entries=entries, fault=" ".join(_faults(source.fault, broken, items=len(read), entries=len(entries))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Channel:
    """What every item of one document shares."""

    #: As feedparser gives it, which is untyped.
    document: Any
    #: The address that relative ones are resolved against; empty for a recorded feed.
    base: str
    feed: Feed
    now: datetime

    @property
    def is_atom(self) -> bool:
        return bool(self.document.version.startswith("atom"))


def _unreadable(feed: Feed, what: str) -> FeedUnreadable:
    return FeedUnreadable(without_login(f"The feed of {feed.outlet} at {feed.url} {what}"))


def _whole_character(reference: re.Match[bytes]) -> bytes:
    """The reference, or one to U+FFFD where it names half a character: feedparser would give up the whole feed."""
    digits = reference[1]
    number = int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)
    return b"&#65533;" if 0xD800 <= number <= 0xDFFF else reference[0]


def _document(body: bytes, content_type: str) -> Any:  # noqa: ANN401 - feedparser is untyped
    # In a BytesIO, because bare bytes that spell a file's path would be opened as that file. Without the feed's
    # address, because guids would be resolved against it, and change with every redirect.
    return feedparser.parse(
        io.BytesIO(_REFERENCE.sub(_whole_character, body)),
        response_headers={"content-type": content_type},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _why_broken(document: Any) -> str:  # noqa: ANN401 - feedparser is untyped
    """Why the document is not well formed, as its parser says; empty where it is."""
    error = document.get("bozo_exception") if document.bozo else None
    if error is None or isinstance(error, feedparser.NonXMLContentType):
        return ""
    # The parser calls every document "<unknown>:line:column: …".
    return _PLACE.sub(r"line \1, \3", one_line(str(error)))[:_LONGEST_REASON] or type(error).__name__


def _faults(charset: str, broken: str, *, items: int, entries: int) -> Iterator[str]:
    if charset:
        yield charset
    if broken:
        yield f"It is not well formed: {broken}."
    if not items:
        yield "The feed has no entries."
    elif skipped := items - entries:
        yield f"{skipped} of its {items} items had neither title nor text nor link, and were skipped."


def _entry(item: dict[str, Any], place: int, channel: _Channel) -> Entry | None:
    """One item of the feed; None where it says nothing."""
    url = _link(item, channel)
    title = _words(item, "title", channel)
    published, quality = _date(item, channel)
    entry = clean(
        RawEntry(
            id=_id(item, url, title, published, channel),
            url=url,
            title=title,
            summary=_words(item, "summary", channel),
            content=_content(item, channel),
            published=published,
            date_quality=quality,
            first_seen=channel.now,
            position=place,
            categories=tuple(tag["term"] for tag in item.get("tags", ()) if tag.get("term")),
        ),
        channel.feed,
    )
    return entry if entry.title or entry.text or entry.url else None


def _link(item: dict[str, Any], channel: _Channel) -> str:
    """Where the piece stands: resolved against the feed's own address, else against that of the outlet's site."""
    site = web_url(channel.document.feed.get("link") or "", channel.base)
    for link in (item.get("feedburner_origlink"), item.get("link")):
        if link and (url := web_url(link, channel.base) or web_url(link, site)):
            return url
    return ""


def _words(item: dict[str, Any], field: str, channel: _Channel) -> str:
    """A field's words, as HTML or as text that looks like none."""
    return _marked_up(item.get(field) or "", item.get(f"{field}_detail") or {}, channel)


def _content(item: dict[str, Any], channel: _Channel) -> str:
    """The longest of the full texts that an item carries; feeds may give it in several types."""
    found = [_marked_up(content.get("value") or "", content, channel) for content in item.get("content", ())]
    return max(found, key=len, default="")


def _marked_up(value: str, detail: dict[str, Any], channel: _Channel) -> str:
    # Atom says which of its texts are plain; RSS does not, and mostly means HTML.
    return html.escape(value, quote=False) if channel.is_atom and detail.get("type") == "text/plain" else value


def _date(item: dict[str, Any], channel: _Channel) -> tuple[datetime | None, DateQuality]:
    """The best date that can be believed. RSS has no date of an update: there ``dc:date`` is the publication's."""
    dublin_core = not channel.is_atom and "dc" in channel.document.namespaces
    updated = DateQuality.PUBLISHED if dublin_core else DateQuality.UPDATED
    for field, quality in (("published_parsed", DateQuality.PUBLISHED), ("updated_parsed", updated)):
        # dict.get, because feedparser's own answers a missing update with the publication.
        stated = dict.get(item, field)
        if not stated:
            continue
        year, month, day, hour, minute, second = stated[:6]
        try:
            moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        except ValueError:
            continue
        if _EARLIEST <= moment <= channel.now + _AHEAD:
            return moment, quality
    return None, DateQuality.FIRST_SEEN


def _id(item: dict[str, Any], url: str, title: str, published: datetime | None, channel: _Channel) -> EntryId:
    """The guid; else a digest of what tells the item from others of its feed."""
    guid = one_line(item.get("id") or "")
    if guid:
        return EntryId(guid)
    mark = canonical_url(url) or f"{one_line(title)}\n{published.isoformat() if published else ''}"
    return EntryId(hashlib.sha256(f"{channel.feed.url}\n{mark}".encode()).hexdigest()[:24])

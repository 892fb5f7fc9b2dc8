"""Full text: short entries told from the pages that they lead to, where the operator asks for it.

::

    short → a page that is kept → else: robots.txt → fetch → extract, in a process of its own → keep → told in full

A page goes the same way as a feed, through the same fetcher, guard and pauses. It is asked for once, and again when the
feed's words have changed; each is kept as it comes in, so that nothing is asked for twice after a sudden end.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsletter.collect.pages import (
    TRIED_AGAIN,
    WITHIN,
    Article,
    may_be_asked,
    still_holds,
    told_in_full,
    wants_page,
    words_hash,
)
from newsletter.collect.sites import site_of
from newsletter.collect.window import as_configured
from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.errors import CallFailed
from newsletter.domain.feed import Ask, Feed, Wanted, without_login
from newsletter.domain.page import Page
from newsletter.pipeline.page_asking import ask_pages
from newsletter.pipeline.reader import Reader
from newsletter.ports import Backends

#: Pages asked for in one collection, the newest entries' first; the others wait for the next one.
LIMIT = 300
#: An entry may be dated so far ahead of us.
_AHEAD = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNote:
    """What there is to say of a page, or of all those of a site."""

    #: Of the page, or of the site's rules; without a login.
    url: str
    #: A sentence or more.
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InFull:
    """Entries, told in full where that can be."""

    #: Those given, in the same order.
    entries: tuple[Entry, ...]
    #: Entries that were kept short before and are told in full now, to be kept anew; in order of (at, id).
    caught_up: tuple[Entry, ...] = ()
    #: How many pages were asked for just now and hold an article.
    read: int = 0
    #: What was wrong with the others, in order of their addresses.
    faults: tuple[PageNote, ...] = ()
    #: How many pages are to be asked for another time: beyond the limit, or their site can or may not be asked now.
    waiting: int = 0
    #: For each site whose pages wait but for the limit, why; in order of their addresses.
    waits: tuple[PageNote, ...] = ()


def with_pages(
    backends: Backends,
    reader: Reader,
    entries: Iterable[Entry],
    *,
    feeds: Sequence[Feed],
    now: datetime,
    limit: int = LIMIT,
) -> InFull:
    """The entries, each told from its page where its feed is short and the page tells more of the same.

    So are those that are kept and still short: a feed that has not changed is not read, but a page of one of its
    entries may have waited, or failed a day ago.

    Args:
        backends: the world.
        reader: of this round.
        entries: as their feeds tell them now.
        feeds: as configured; kept entries of others are left alone.
        now: the moment; aware.
        limit: how many pages to ask for at most.

    Raises:
        StoreUnavailable: what was found cannot be kept.
    """
    entries = tuple(entries)
    kept = _still_short(backends, feeds, now=now, besides={entry.id for entry in entries})
    by_url: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted([*entries, *kept], key=lambda entry: (now - entry.at, entry.id)):
        if wants_page(entry):
            by_url[entry.url].append(entry)
    # What is kept may have been told from its page already; what the feed says is only known where it was read.
    read = {entry.id for entry in entries}
    said = {url: [words_hash(one) for one in sharing if one.id in read] for url, sharing in by_url.items()}
    pages = {
        url: page
        for url, page in backends.pages.pages(by_url).items()
        if still_holds(page, said[url] or None, known_since=by_url[url][0].first_seen, now=now)
    }
    asks = [
        Ask(url=url, outlet=newest.outlet, wanted=Wanted.PAGE, site=site_of(url))
        for url, (newest, *_) in by_url.items()
        if url not in pages and may_be_asked(newest, now=now)
    ]
    hashes = {url: min(said[url], default=words_hash(sharing[0])) for url, sharing in by_url.items()}
    asked = ask_pages(backends, reader, asks, hashes, now=now, limit=limit)
    pages |= asked.pages
    told: list[Entry] = []
    for entry in [*entries, *kept]:
        page = pages.get(entry.url)
        if page is None or not page.text or not wants_page(entry):
            told.append(entry)
            continue
        in_full, page = _told(backends, reader, entry, page, now=now)
        told.append(in_full)
        if page.fault:
            asked.pages[page.url] = pages[page.url] = page
    return InFull(
        entries=tuple(told[: len(entries)]),
        caught_up=tuple(after for before, after in zip(kept, told[len(entries) :], strict=True) if after != before),
        read=sum(bool(page.text) for page in asked.pages.values()),
        faults=_notes({url: page.fault for url, page in asked.pages.items() if page.fault}),
        waiting=asked.waiting,
        waits=_notes(asked.waits),
    )


def _still_short(
    backends: Backends, feeds: Sequence[Feed], *, now: datetime, besides: Container[EntryId]
) -> list[Entry]:
    """The kept entries whose page may still be had, in order of (at, id), as their feeds are configured now."""
    configured = {feed.url for feed in feeds}
    kept = as_configured(backends.entries.between(now - WITHIN, now + _AHEAD), feeds)
    return [entry for entry in kept if entry.feed in configured and entry.id not in besides and wants_page(entry)]


def _notes(reasons: Mapping[str, str]) -> tuple[PageNote, ...]:
    return tuple(
        PageNote(url=without_login(url), reason=without_login(reason)) for url, reason in sorted(reasons.items())
    )


def _told(backends: Backends, reader: Reader, entry: Entry, page: Page, *, now: datetime) -> tuple[Entry, Page]:
    """The entry in full, and its page; one that uses up the reader loses its text, and is kept so.

    Where nothing was begun, the page is as good as before, and the entry short until the next round.
    """
    try:
        return reader.call(told_in_full, Article(entry=entry, text=page.text), site=site_of(page.url)), page
    except CallFailed as wrong:
        if not wrong.begun:
            return entry, page
        fault = f"The page at {page.url} could not be told from. {wrong} {TRIED_AGAIN}"
        spoilt = replace(page, text="", fault=fault, fetched_at=now)
        backends.pages.save(spoilt)
        return entry, spoilt

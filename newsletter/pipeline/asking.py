"""Asking: one look at each feed that is due, its body read where there is something to read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsletter.collect.asking.answers import Meaning, named_on, understood, with_addresses
from newsletter.collect.asking.looks import Look, limited_sites, spared
from newsletter.collect.due import body_mark, how_read
from newsletter.domain.errors import CallFailed, FeedUnreadable, FetchFailed
from newsletter.domain.feed import Ask, Feed, FeedState, Fetched
from newsletter.ports import Backends

if TYPE_CHECKING:
    from newsletter.collect.parse import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A look at a feed, and what it held where it was read just now."""

    feed: Feed
    look: Look
    parsed: "Parsed | None" = None


def look_at(
    backends: Backends,
    asks: tuple[tuple[Feed, Ask], ...],
    states: Mapping[str, FeedState],
    *,
    now: datetime,
    full_text: bool,
) -> list[Taken]:
    """Ask each feed once; a look for each, in order of the feed's address.

    Whatever a feed's server or its bytes do is that look's fault. ``states`` holds what is known of each feed.
    """
    taken: list[Taken] = []
    backends.progress("collecting", 0, len(asks))
    for one in _as_they_come(backends, asks, states, now=now, full_text=full_text):
        taken.append(one)
        backends.progress("collecting", len(taken), len(asks))
    sites = limited_sites((states[one.feed.url], one.look) for one in taken)
    return [
        replace(one, look=spared(states[one.feed.url], one.look, sites))
        for one in sorted(taken, key=lambda one: one.feed.url)
    ]


def _as_they_come(
    backends: Backends,
    asks: tuple[tuple[Feed, Ask], ...],
    states: Mapping[str, FeedState],
    *,
    now: datetime,
    full_text: bool,
) -> Iterator[Taken]:
    # Two feeds may have come to one address, which is then asked once.
    waiting: defaultdict[Ask, list[Feed]] = defaultdict(list)
    for feed, ask in asks:
        waiting[ask].append(feed)
    for ask, got in backends.fetcher.fetch(list(waiting)):
        for feed in waiting[ask]:
            how = how_read(feed, full_text=full_text)
            yield _taken(backends, _Asked(feed=feed, ask=ask, how=how, now=now), got, known=states[feed.url].body_hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One ask, and for whom."""

    feed: Feed
    ask: Ask
    #: ``due.how_read``.
    how: str
    now: datetime


def _taken(backends: Backends, asked: _Asked, got: Fetched | FetchFailed, *, known: str) -> Taken:
    """What came back for a feed, read where there is something to read that is not ``known``."""
    answer = understood(asked.ask, got)
    look = Look(meaning=answer.meaning, fault=answer.fault)
    if isinstance(got, FetchFailed):
        return Taken(feed=asked.feed, look=look)
    # Of the answer only the headers are kept, because the bodies of all feeds would be held at once.
    look = replace(look, fetched=replace(got, body=b""))
    if answer.is_page and not answer.is_challenge:
        look = replace(look, fault=with_addresses(answer.fault, _named_on(backends, got)))
    if answer.meaning is not Meaning.READ:
        return Taken(feed=asked.feed, look=look)
    look = replace(look, mark=body_mark(got.body, asked.how))
    if look.mark == known:
        return Taken(feed=asked.feed, look=replace(look, meaning=Meaning.UNCHANGED))
    return _read(backends, asked, got, look)


def _read(backends: Backends, asked: _Asked, got: Fetched, look: Look) -> Taken:
    from newsletter.collect.parse import Reading, read  # not loaded where nothing has changed

    try:
        parsed = backends.isolation.call(read, Reading(fetched=got, feed=asked.feed, now=asked.now))
    except FeedUnreadable as wrong:
        return Taken(feed=asked.feed, look=replace(look, meaning=Meaning.FAILED, fault=str(wrong)))
    except CallFailed as wrong:
        fault = f"{asked.ask.named} could not be read. {wrong} Ask the outlet to mend it, or take it out."
        return Taken(feed=asked.feed, look=replace(look, meaning=Meaning.FAILED, fault=fault))
    return Taken(feed=asked.feed, look=replace(look, fault=parsed.fault), parsed=parsed)


def _named_on(backends: Backends, page: Fetched) -> tuple[str, ...]:
    """The feeds that a web page names; none where the page cannot be read."""
    try:
        return backends.isolation.call(named_on, page)
    except CallFailed:
        return ()

"""Asking: one look at each feed that is due, its body read where there is something to read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from newsletter.collect.asking.answers import Meaning, named_on, understood, with_addresses
from newsletter.collect.asking.looks import Look
from newsletter.collect.due import body_mark, how_known, how_read
from newsletter.domain.errors import CallFailed, FeedUnreadable, FetchFailed
from newsletter.domain.feed import Ask, Feed, FeedState, Fetched
from newsletter.pipeline.reader import Reader
from newsletter.ports import Backends

if TYPE_CHECKING:
    from newsletter.collect.parse import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A look at a feed, and what it held where it was read just now."""

    feed: Feed
    look: Look
    parsed: "Parsed | None" = None
    #: It is our own fault that it was not read, and nothing is held against the feed.
    ours: bool = False


def look_at(
    backends: Backends,
    reader: Reader,
    asks: tuple[tuple[Feed, Ask], ...],
    states: Mapping[str, FeedState],
    *,
    now: datetime,
    full_text: bool,
) -> list[Taken]:
    """Ask each feed once; a look for each, in order of the feed's address.

    Whatever a feed's server or its bytes do is that look's fault. A feed whose site is left alone, for having asked for
    it or for having used up the reader, is SPARED.

    Args:
        backends: the world.
        reader: of this round.
        asks: the feeds, and what to ask of each.
        states: what is known of each feed.
        now: the moment; aware.
        full_text: whether articles' pages are read besides.
    """
    taken: list[Taken] = []
    backends.progress("collecting", 0, len(asks))
    for one in _as_they_come(backends, reader, asks, states, now=now, full_text=full_text):
        taken.append(one)
        backends.progress("collecting", len(taken), len(asks))
    return sorted(taken, key=lambda one: one.feed.url)


def _as_they_come(
    backends: Backends,
    reader: Reader,
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
            state = states[feed.url]
            how = how_known(feed, state, now=now, full_text=full_text)
            asked = _Asked(feed=feed, ask=ask, how=how, full_text=full_text, now=now)
            yield _taken(reader, asked, got, known=state.body_hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One ask, and for whom."""

    feed: Feed
    ask: Ask
    #: ``due.how_known``.
    how: str
    full_text: bool
    now: datetime

    @property
    def site(self) -> str:
        """To whom the reading of it is charged; a file on disk is by itself."""
        return self.ask.site or self.ask.url


def _taken(reader: Reader, asked: _Asked, got: Fetched | FetchFailed, *, known: str) -> Taken:
    """What came back for a feed, read where there is something to read that is not ``known``."""
    # The very bytes that were read last time are that feed: what judges and reads others need not be loaded for them.
    if isinstance(got, Fetched) and got.status == HTTPStatus.OK and not got.challenged and known:
        mark = body_mark(got.body, asked.how)
        if mark == known:
            same = Look(meaning=Meaning.UNCHANGED, fetched=replace(got, body=b""), mark=mark)
            return Taken(feed=asked.feed, look=same)
    answer = understood(asked.ask, got)
    look = Look(meaning=answer.meaning, fault=answer.fault)
    if isinstance(got, FetchFailed):
        return Taken(feed=asked.feed, look=look)
    # Of the answer only the headers are kept, because the bodies of all feeds would be held at once.
    look = replace(look, fetched=replace(got, body=b""))
    if answer.is_page and not answer.is_challenge:
        look = replace(look, fault=with_addresses(answer.fault, _named_on(reader, asked, got)))
    if answer.meaning is not Meaning.READ:
        return Taken(feed=asked.feed, look=look)
    look = replace(look, mark=body_mark(got.body, asked.how))
    if left := reader.leaves(asked.site):
        look = replace(look, meaning=Meaning.SPARED, fault=f"{asked.ask.named} was not read. {left}")
        return Taken(feed=asked.feed, look=look)
    return _read(reader, asked, got, look)


def _read(reader: Reader, asked: _Asked, got: Fetched, look: Look) -> Taken:
    from newsletter.collect.parse import Reading, read  # not loaded where nothing has changed

    try:
        parsed = reader.call(read, Reading(fetched=got, feed=asked.feed, now=asked.now), site=asked.site)
    except FeedUnreadable as wrong:
        return Taken(feed=asked.feed, look=replace(look, meaning=Meaning.FAILED, fault=str(wrong)))
    except CallFailed as wrong:
        if not wrong.begun:
            fault = f"{asked.ask.named} was not read, through no fault of its own. {wrong} See what this machine lacks."
            return Taken(feed=asked.feed, look=replace(look, meaning=Meaning.FAILED, fault=fault), ours=True)
        fault = f"{asked.ask.named} could not be read. {wrong} Ask the outlet to mend it, or take it out."
        return Taken(feed=asked.feed, look=replace(look, meaning=Meaning.FAILED, fault=fault))
    ahead_on = asked.now.astimezone(UTC).date() if parsed.ahead else None
    mark = body_mark(got.body, how_read(asked.feed, full_text=asked.full_text, ahead_on=ahead_on))
    return Taken(feed=asked.feed, look=replace(look, fault=parsed.fault, mark=mark), parsed=parsed)


def _named_on(reader: Reader, asked: _Asked, page: Fetched) -> tuple[str, ...]:
    """The feeds that a web page names; none where the page cannot be read."""
    try:
        return () if reader.leaves(asked.site) else reader.call(named_on, page, site=asked.site)
    except CallFailed:
        return ()

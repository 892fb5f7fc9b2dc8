"""Collect: ask the feeds that are due, and keep what is new.

::

    due → fetch → understood → read, in a process of its own → one id each → revisions → (save → pages) → save

One bad feed never stops the others. What is known of a feed is saved after its entries: killed between the two, the
next round reads that feed once more and finds its entries there already.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsletter.collect.asking.answers import Meaning
from newsletter.collect.asking.health import warnings
from newsletter.collect.asking.looks import Found, after, offline
from newsletter.collect.asking.resting import rest_of_site, wants_rest
from newsletter.collect.dedupe import possible_ids, unique_ids
from newsletter.collect.due import due
from newsletter.collect.revisions import as_revisions
from newsletter.collect.sites import site_of
from newsletter.collect.wrong_clock import doubts
from newsletter.domain.entry import Entry
from newsletter.domain.feed import Feed, FeedState, FeedStatus, without_login
from newsletter.pipeline.asking import Taken, look_at
from newsletter.pipeline.reader import Reader
from newsletter.pipeline.retention import Age, age_reached
from newsletter.ports import Backends

if TYPE_CHECKING:
    from newsletter.pipeline.full_text import InFull

#: Looks that found no feed.
_FAILED = {FeedStatus.FAILED, FeedStatus.BLOCKED, FeedStatus.RETIRED}
#: Said of each feed when no server at all could be reached.
_OURS = "Nobody could be reached at all: our own network may be down. Nothing is held against the feed."


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNote:
    """What there is to say of one feed."""

    #: As configured, without a login.
    url: str
    outlet: str
    status: FeedStatus
    #: A sentence or more.
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What one round of asking the feeds brought. The notes are in order of the feed's address."""

    #: How many were asked.
    feeds: int
    #: How many of these had nothing but what they had last time.
    unchanged: int
    new: int
    revised: int
    #: Feeds that gave nothing this time: failed, blocked or retired.
    failed: tuple[FeedNote, ...]
    #: Feeds that were read but have a fault.
    faulty: tuple[FeedNote, ...]
    #: Feeds that were not asked, and until when.
    resting: tuple[FeedNote, ...]
    #: What an operator should know of the feeds besides, asked or not.
    warnings: tuple[FeedNote, ...]
    #: What became of the articles' own pages; None where they are not asked for.
    pages: "InFull | None"
    #: Entries that had reached their age and were dropped.
    forgotten: int
    #: What speaks against the machine's clock, in sentences; empty where nothing does.
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What keeping did."""

    new: int
    revised: int
    pages: "InFull | None"


def collect(
    backends: Backends,
    feeds: Sequence[Feed],
    *,
    now: datetime,
    every: bool = False,
    full_text: bool = False,
    keep: timedelta | None = None,
) -> Collected:
    """Ask the feeds that are due and keep what is new.

    Args:
        backends: the world.
        feeds: as configured.
        now: the moment; aware.
        every: ask those that rest too.
        full_text: read the articles' own pages besides.
        keep: drop what was first seen longer ago, and take in nothing that is dated longer ago; None keeps all.

    Raises:
        Refused: another process is collecting.
        StoreUnavailable: what was found cannot be kept. The next round finds it again.
    """
    with backends.entries.collecting():
        return _collect(backends, feeds, now=now, every=every, full_text=full_text, keep=keep)


def _collect(
    backends: Backends, feeds: Sequence[Feed], *, now: datetime, every: bool, full_text: bool, keep: timedelta | None
) -> Collected:
    states = {feed.url: FeedState(url=feed.url) for feed in feeds} | backends.entries.feed_states()
    configured = [states[feed.url] for feed in feeds]
    # One that is not asked any more would be held against the clock for ever.
    earlier = [s.checked_at for s in configured if s.checked_at and s.status is not FeedStatus.RETIRED]
    before = max((state.checked_at for state in states.values() if state.checked_at), default=now)
    plan = due(feeds, states, now=now, every=every, full_text=full_text)
    reader = Reader(backends.isolation, backends.clock)
    taken = look_at(backends, reader, plan.asks, states, now=now, full_text=full_text)
    read = [(len(one.parsed.entries), one.parsed.ahead) for one in taken if one.parsed]
    # What needs no keeping is settled at once; the states of feeds that were read follow their entries.
    settled = [one for one in taken if one.parsed is None and one.look.meaning is not Meaning.SPARED]
    down = offline((states[one.feed.url], one.look) for one in taken)
    for one in settled:
        states[one.feed.url] = _settled(states[one.feed.url], one, now=now, down=down)
    backends.entries.save_feeds([*_rests(taken, states, now=now), *(states[one.feed.url] for one in settled)])
    # Of feeds that are configured no more nothing is news for ever.
    known = [states[feed.url] for feed in feeds]
    age = age_reached(keep, last_round=before, feeds=known, taken=taken, now=now)
    kept = _keep(backends, reader, feeds, taken, states, age=age, now=now, full_text=full_text)
    forgotten = 0
    if age.since and age.drops:
        forgotten = backends.entries.forget(before=age.since)
        backends.pages.forget(before=age.since)
    asked = [one for one in taken if one.look.meaning is not Meaning.SPARED]
    spared = [one for one in taken if one.look.meaning is Meaning.SPARED]
    return Collected(
        feeds=len(asked),
        unchanged=sum(one.look.meaning is Meaning.UNCHANGED for one in asked),
        new=kept.new,
        revised=kept.revised,
        pages=kept.pages,
        failed=_faults(asked, states, among=_FAILED),
        faulty=_faults(asked, states, among={FeedStatus.FAULTY}),
        resting=_sorted(
            [_note(rest.feed, states, rest.why) for rest in plan.resting]
            + [_note(one.feed, states, one.look.fault) for one in spared]
        ),
        warnings=_sorted(_note(feed, states, said) for feed in feeds for said in warnings(states[feed.url], now=now)),
        forgotten=forgotten,
        clock=doubts(earlier, read, now=now),
    )


def _rests(taken: Iterable[Taken], states: Mapping[str, FeedState], *, now: datetime) -> list[FeedState]:
    """What to keep of sites that feeds of other sites led to, and that asked for fewer requests."""
    answers = [(states[one.feed.url].asked_at, one.look.fetched) for one in taken]
    return [
        rest_of_site(fetched, states, now=now)
        for asked_at, fetched in answers
        if fetched and wants_rest(fetched) and site_of(fetched.url) != site_of(asked_at)
    ]


def _settled(state: FeedState, one: Taken, *, now: datetime, down: bool) -> FeedState:
    """The state of a feed that was not read after a look at it. ``down``: our own network is."""
    look = one.look
    if one.ours:
        # To a feed that we could not read it matters not why: it goes on as if nobody had answered us.
        return after(state, replace(look, meaning=Meaning.UNREACHABLE), now=now, ours=True)
    if down and look.meaning is Meaning.UNREACHABLE:
        look = replace(look, fault=f"{look.fault} {_OURS}")
    return after(state, look, now=now, ours=down)


def _keep(
    backends: Backends,
    reader: Reader,
    feeds: Sequence[Feed],
    taken: Sequence[Taken],
    states: dict[str, FeedState],
    *,
    age: Age,
    now: datetime,
    full_text: bool,
) -> _Kept:
    """Keep what was read, feed by feed, and each one's state after its entries.

    What has reached its age by its own date is no news, whether it comes in or not.
    """
    # All at once: which ids are unique across feeds cannot be told from one of them.
    found = [entry for one in taken if one.parsed for entry in one.parsed.entries]
    configured = {feed.url for feed in feeds}
    came_from = backends.entries.known_ids(possible_ids(found)).items()
    entries = unique_ids(found, known={id_: feed if feed in configured else "" for id_, feed in came_from})
    entries = as_revisions(entries, kept=backends.entries.sharing(entries))
    known = backends.entries.known_ids(entry.id for entry in entries)
    if age.drops:
        # A feed that has died lists for ever what was dropped.
        entries = tuple(entry for entry in entries if entry.id in known or not age.is_reached(entry))
    pages = None
    if full_text:
        from newsletter.pipeline.full_text import with_pages  # and what reads web pages

        # Pages take minutes. Should the end come over them, a feed may hold its entries no more at the next round.
        # In full they are kept before they are counted: telling them so is no revision.
        backends.entries.save([entry for entry in entries if entry.id not in known])
        pages = with_pages(backends, reader, entries, feeds=feeds, now=now)
        entries = pages.entries
        backends.entries.save([*pages.caught_up, *(entry for entry in entries if entry.id not in known)])
    by_feed: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_feed[entry.feed].append(entry)
    new = revised = 0
    for one in taken:
        if one.parsed is None:
            continue
        its = by_feed[one.feed.url]
        revised += backends.entries.save(its).revised
        its_new = [entry for entry in its if entry.id not in known]
        new += len(its_new)
        is_news = not all(map(age.is_reached, its_new))
        look = replace(one.look, found=Found.of(one.parsed.entries, new=is_news))
        states[one.feed.url] = after(states[one.feed.url], look, now=now)
        backends.entries.save_feeds([states[one.feed.url]])
    return _Kept(new=new, revised=revised, pages=pages)


def _faults(
    asked: Iterable[Taken], states: Mapping[str, FeedState], *, among: Collection[FeedStatus]
) -> tuple[FeedNote, ...]:
    return _sorted(
        _note(one.feed, states, states[one.feed.url].fault) for one in asked if states[one.feed.url].status in among
    )


def _note(feed: Feed, states: Mapping[str, FeedState], reason: str) -> FeedNote:
    return FeedNote(
        url=without_login(feed.url), outlet=feed.outlet, status=states[feed.url].status, reason=without_login(reason)
    )


def _sorted(notes: Iterable[FeedNote]) -> tuple[FeedNote, ...]:
    return tuple(sorted(notes, key=lambda note: (note.url, note.reason)))

"""Which feeds to ask now, and with what.

A feed that answers is always due: how often it is asked is the schedule's affair. One that failed rests, longer each
time; one that said so rests as long as it said, and where it spoke for its site, the whole site does.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from newsletter import __version__
from newsletter.collect.asking.resting import clock, is_ahead, resting_sites, why_site_rests
from newsletter.collect.sites import site_of
from newsletter.domain.feed import Ask, Feed, FeedState, FeedStatus

#: Characters of a mark that say how a body was read; the rest are of the body's own digest.
_HOW = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A feed that is not asked now."""

    feed: Feed
    #: When it may be asked again; None where only ``--all`` asks it.
    until: datetime | None
    #: Why, and until when: a sentence or two.
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The feeds, sorted by whether they are asked now; each part in order of the feed's address."""

    asks: tuple[tuple[Feed, Ask], ...]
    resting: tuple[Resting, ...]


def due(
    feeds: Sequence[Feed],
    states: Mapping[str, FeedState],
    *,
    now: datetime,
    every: bool = False,
    full_text: bool = False,
) -> Due:
    """Which feeds to ask now, and what to ask of each.

    Args:
        feeds: as configured.
        states: what is known of them, by the configured address; those of other addresses count for the rest of their
            site.
        now: the moment; aware.
        every: ask those that rest too.
        full_text: whether articles' pages are read besides: a body that was read without is read once more.
    """
    sites = resting_sites(states.values(), now=now)
    asks: list[tuple[Feed, Ask]] = []
    resting: list[Resting] = []
    for feed in sorted(feeds, key=lambda feed: feed.url):
        state = states.get(feed.url, FeedState(url=feed.url))
        rest = None if every else _rest(feed, state, sites, now)
        if rest:
            resting.append(rest)
        else:
            asks.append((feed, _ask(feed, state, how_known(feed, state, now=now, full_text=full_text))))
    return Due(asks=tuple(asks), resting=tuple(resting))


def how_read(feed: Feed, *, full_text: bool, ahead_on: date | None = None) -> str:
    """A short digest of all that, besides a feed's bytes, decides what is kept of them: this version and the settings.

    Where it differs from that of the last look, unchanged bytes are read anew.

    Args:
        feed: as configured.
        full_text: whether articles' pages are read besides.
        ahead_on: the day in UTC, if dates of the feed were not believed because they lay ahead. So it is read once
            more on another day, when they may have come, or the clock may have been set right.
    """
    settings: list[object] = [__version__, feed.outlet, feed.family, feed.lean, feed.section, feed.licence, full_text]
    if ahead_on:
        settings.append(ahead_on)
    return hashlib.sha256("\n".join(map(str, settings)).encode()).hexdigest()[:_HOW]


def how_known(feed: Feed, state: FeedState, *, now: datetime, full_text: bool) -> str:
    """How a feed must have been read for what is known of it to stand still: by ``how_read``, as of now."""
    doubted = how_read(feed, full_text=full_text, ahead_on=now.astimezone(UTC).date())
    return doubted if state.body_hash.startswith(doubted) else how_read(feed, full_text=full_text)


def body_mark(body: bytes, how: str) -> str:
    """What a body and the way it was read are recognised by: 64 hexadecimal digits, those of ``how`` first."""
    return how + hashlib.sha256(body).hexdigest()[_HOW:]


def _ask(feed: Feed, state: FeedState, how: str) -> Ask:
    # Whoever reads a body otherwise than last time needs it whole: then no validators, so that the server sends it.
    known = state.body_hash.startswith(how)
    return Ask(
        url=state.asked_at,
        outlet=feed.outlet,
        site=site_of(state.asked_at),
        etag=state.etag if known else "",
        last_modified=state.last_modified if known else "",
    )


def _rest(feed: Feed, state: FeedState, sites: Mapping[str, datetime], now: datetime) -> Resting | None:
    site = site_of(state.asked_at)
    if not site:
        return None  # a file costs nobody anything
    if state.status is FeedStatus.RETIRED:
        told = f" since {clock(state.checked_at)}" if state.checked_at else ""
        why = (
            f"It is retired{told}: its server said that it is gone for good. 'newsletter collect --all' asks it anyway."
        )
        return Resting(feed=feed, until=None, why=why)
    if is_ahead(state.not_before, now):
        times = "the last time" if state.failures <= 1 else f"{state.failures} times in a row"
        why = f"It failed {times} and rests until {clock(state.not_before)}. {state.fault}".rstrip()
        return Resting(feed=feed, until=state.not_before, why=why)
    if site in sites:
        return Resting(feed=feed, until=sites[site], why=why_site_rests(site, sites[site]))
    return None

"""Which feeds to ask now, and with what.

A feed that answers is always due: how often it is asked is the schedule's affair. One that failed rests, longer each
time; one that said so rests as long as it said, and where it spoke for its site, the whole site does.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newsletter import __version__
from newsletter.collect.asking.waiting import LONGEST
from newsletter.collect.sites import site_of
from newsletter.domain.feed import Ask, Feed, FeedState, FeedStatus, without_login

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
        states: what is known of them, by the configured address; those of feeds that are configured no more count
            for the rest of their site.
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
            asks.append((feed, _ask(feed, state, how_read(feed, full_text=full_text))))
    return Due(asks=tuple(asks), resting=tuple(resting))


def how_read(feed: Feed, *, full_text: bool) -> str:
    """A short digest of all that, besides a feed's bytes, decides what is kept of them: this version and the settings.

    Where it differs from that of the last look, unchanged bytes are read anew.
    """
    settings = (__version__, feed.outlet, feed.family, feed.lean, feed.section, feed.licence, full_text)
    return hashlib.sha256("\n".join(map(str, settings)).encode()).hexdigest()[:_HOW]


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
        told = f" since {_clock(state.checked_at)}" if state.checked_at else ""
        why = (
            f"It is retired{told}: its server said that it is gone for good. 'newsletter collect --all' asks it anyway."
        )
        return Resting(feed=feed, until=None, why=why)
    if _ahead(state.not_before, now):
        times = "the last time" if state.failures <= 1 else f"{state.failures} times in a row"
        why = f"It failed {times} and rests until {_clock(state.not_before)}. {state.fault}".rstrip()
        return Resting(feed=feed, until=state.not_before, why=why)
    if site in sites:
        why = without_login(f"Its site, {site}, wants to be asked less and rests until {_clock(sites[site])}.")
        return Resting(feed=feed, until=sites[site], why=why)
    return None


def resting_sites(states: Iterable[FeedState], *, now: datetime) -> dict[str, datetime]:
    """The sites that rest, for feeds and pages alike, each with the latest moment that one of its feeds was told."""
    sites: dict[str, datetime] = {}
    for state in states:
        until = state.site_not_before
        if until and _ahead(until, now) and (site := site_of(state.asked_at)):
            sites[site] = max(until, sites.get(site, until))
    return sites


def _ahead(until: datetime | None, now: datetime) -> bool:
    """Whether a moment lies ahead. One beyond the longest wait was written when a clock was wrong: it counts not."""
    return until is not None and now < until <= now + LONGEST


def _clock(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else ""

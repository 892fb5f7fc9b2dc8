"""Retention: the age at which entries leave the store, and come into it no more.

A feed that has died lists its last pieces for ever. Dropped for their age and then taken in again, they would count as
news every time, and nobody would hear that the feed is dead. So what is older by its own date is not taken in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsletter.domain.entry import Entry
from newsletter.domain.feed import FeedState, FeedStatus
from newsletter.pipeline.asking import Taken

#: A site that was off for longer drops nothing for its age in the first round.
_LONGEST_GAP = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """The age that entries reach in a round."""

    #: What is older has reached it; None where all is kept for ever.
    since: datetime | None
    #: Whether such entries go, and come in no more: not while the clock may be wrong.
    drops: bool

    def is_reached(self, entry: Entry) -> bool:
        """By the entry's own date; one that has none never reaches it."""
        return self.since is not None and entry.published is not None and entry.published < self.since


def age_reached(
    keep: timedelta | None, *, last_round: datetime, feeds: Sequence[FeedState], taken: Iterable[Taken], now: datetime
) -> Age:
    """The age that entries reach in this round.

    Args:
        keep: how long they are kept; None for ever.
        last_round: when any feed was asked last before this round; aware.
        feeds: the states of those that are configured.
        taken: the looks of this round, of which those that read a feed are in no state yet.
        now: the moment; aware.
    """
    if keep is None:
        return Age(since=None, drops=False)
    read = {one.feed.url: [e.published for e in one.parsed.entries if e.published] for one in taken if one.parsed}
    dates = [
        max(known)
        for state in feeds
        if (state.url in read or state.status is not FeedStatus.RETIRED)
        and (known := [*([state.last_entry] if state.last_entry else []), *read.get(state.url, ())])
    ]
    since = now - keep
    return Age(since=since, drops=not _jumped(last_round, now) and _is_lately(dates, since))


def _jumped(before: datetime, now: datetime) -> bool:
    """Whether so long has passed since any feed was asked that the clock may be wrong."""
    return now - before > _LONGEST_GAP


def _is_lately(latest: Sequence[datetime], start: datetime) -> bool:
    """Whether feeds bear out that the time since a moment is the latest: half of those with dates have one in it.

    To a clock that is years ahead all that is kept has reached its age, and only what outlets date tells it from a
    right one. Where nobody dates anything, nothing is dropped either.

    Args:
        latest: the latest date of each feed that has any.
        start: the moment.
    """
    lately = sum(date >= start for date in latest)
    return lately > 0 and lately * 2 >= len(latest)

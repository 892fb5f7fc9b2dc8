"""How a feed is doing: whether it gives news as it usually does, and what an operator should know if not.

Feeds rarely die loudly. They go on answering, with fewer entries, without dates, or with last month's. So a feed is
compared with itself: with the pace and the length that it usually had.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from newsletter.domain.feed import FeedState, FeedStatus, without_login

#: A feed is silent after so many of its usual gaps.
_GAPS = 3
#: No usual gap counts as shorter: few newsrooms write at night.
_SHORTEST_GAP = timedelta(days=1)
#: Of so few entries nothing can be told.
_FEW = 4
#: The running mean of a feed's entries forgets half of what it knew in this time, however often the feed is read.
_HALF_LIFE = timedelta(days=14)
#: A feed that failed so often in a row is more than unlucky.
_OFTEN = 3
#: A feed that was not read for so long says nothing of its week any more.
_STALE = timedelta(days=2)


def is_healthy(state: FeedState, *, now: datetime) -> bool:
    """Whether a feed gives its news: the last look found it, in the last two days, with entries, and not silent.

    A look that our own network spoilt is none: it was held against no feed (``looks.after``).
    """
    return (
        (
            state.status in {FeedStatus.OK, FeedStatus.FAULTY}
            or (state.status is FeedStatus.FAILED and not state.failures)
        )
        and state.ok_at is not None
        and now - state.ok_at <= _STALE
        and state.entries > 0
        and not _silent_for(state)
    )


def warnings(state: FeedState, *, now: datetime) -> tuple[str, ...]:
    """What an operator should know of a feed beside the fault of its last look, a sentence or two each.

    A feed that was never asked, and one that was only just met, has none.
    """
    return tuple(without_login(warning) for warning in _warnings(state, now))


def usual_gap(dates: Iterable[datetime]) -> timedelta | None:
    """The usual time between two days on which a feed publishes: the median over the dates that are known.

    Days (UTC) and not entries are counted, because ten pieces put out together once a week are a week apart. A feed
    whose dates all fall on one day publishes daily, as far as can be told. None for fewer than four dates.

    >>> usual_gap(datetime(2026, 11, day, hour, tzinfo=UTC) for day in (4, 11, 18) for hour in (9, 10))
    datetime.timedelta(days=7)
    """
    listed = list(dates)
    if len(listed) < _FEW:
        return None
    days = sorted({date.astimezone(UTC).date() for date in listed})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return timedelta(days=median(gaps)) if gaps else _SHORTEST_GAP


def running_mean(state: FeedState, entries: int, *, now: datetime) -> float:
    """How many entries a feed usually has, now that it has so many; by time and not by looks, which may come hourly."""
    if state.usual_entries is None or state.ok_at is None:
        return float(entries)
    passed = max(now - state.ok_at, timedelta())
    kept: float = 0.5 ** (passed / _HALF_LIFE)
    return entries + (state.usual_entries - entries) * kept


def _warnings(state: FeedState, now: datetime) -> Iterator[str]:
    if state.status is FeedStatus.RETIRED:
        yield (
            "It is retired: its server says that it is gone for good. Look for its new address, or take it out of the "
            "configuration."
        )
    elif state.status is FeedStatus.BLOCKED:
        yield f"It is blocked{_last_read(state)}. {state.fault}".rstrip()
    elif state.status is FeedStatus.FAILED and state.failures >= _OFTEN:
        yield f"It failed {state.failures} times in a row{_last_read(state)}. {state.fault}".rstrip()
    elif state.checked_at and now - state.checked_at > _STALE:
        yield f"It was last asked on {_day(state.checked_at)}. Run 'newsletter collect' every few hours."
    if state.address:
        yield f"It has moved for good to {state.address}. Write that address into the configuration."
    if state.status in {FeedStatus.OK, FeedStatus.FAULTY}:
        yield from _unusual(state)


def _unusual(state: FeedState) -> Iterator[str]:
    """What is odd about a feed that answers."""
    if silence := _silent_for(state):
        gap = max(state.usual_gap or _SHORTEST_GAP, _SHORTEST_GAP)
        yield (
            f"It is silent: nothing new for {_days(silence)}, where {_days(gap)} {'is' if gap.days == 1 else 'are'} "
            "usual. Look whether the outlet has another feed by now."
        )
    if state.entries >= _FEW and state.undated * 2 > state.entries:
        yield (
            f"{state.undated} of its {state.entries} entries have no date that can be believed, and count from when "
            "they were first seen. Ask the outlet to date them."
        )
    if state.usual_entries is not None and state.usual_entries >= _FEW and state.entries * 2 < state.usual_entries:
        yield (
            f"It is shrinking: {state.entries} entries, where {state.usual_entries:.0f} are usual. Look whether the "
            "outlet has another feed by now."
        )


def _silent_for(state: FeedState) -> timedelta | None:
    """How long a feed that is silent has been so; None where it is not.

    Up to the last look that it answered, because later nobody listened.
    """
    latest = max(filter(None, (state.new_at, state.last_entry)), default=None)
    if latest is None or state.ok_at is None or state.usual_gap is None:
        return None
    silence = state.ok_at - latest
    return silence if silence > _GAPS * max(state.usual_gap, _SHORTEST_GAP) else None


def _days(span: timedelta) -> str:
    days = round(span / timedelta(days=1))
    return f"{days} day{'' if days == 1 else 's'}"


def _last_read(state: FeedState) -> str:
    return f", and was last read on {_day(state.ok_at)}" if state.ok_at else ", and was never read"


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d}"

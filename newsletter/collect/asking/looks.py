"""What a look at a feed leaves behind: the state that the next one begins with."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from newsletter.collect.asking.answers import Meaning
from newsletter.collect.asking.health import running_mean, usual_gap
from newsletter.collect.asking.waiting import asked_for, back_off
from newsletter.collect.sites import site_of
from newsletter.domain.entry import Entry
from newsletter.domain.feed import FeedState, FeedStatus, Fetched

#: A moved address that failed so often in a row is given up for the configured one.
_GIVEN_UP = 3
#: Asks of one round that must have gone unanswered, every one and at more than one site, before our own network is
#: thought to be down.
_SEVERAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a body held that was read as a feed."""

    #: How many entries, and how many of them had no date of their own.
    entries: int
    undated: int
    #: The dates of the others; aware.
    dates: tuple[datetime, ...]
    #: Whether any was new to the store.
    new: bool

    @classmethod
    def of(cls, entries: Iterable[Entry], *, new: bool) -> "Found":
        """Of a document's entries, as they were parsed."""
        listed = list(entries)
        dates = tuple(entry.published for entry in listed if entry.published)
        return cls(entries=len(listed), undated=len(listed) - len(dates), dates=dates, new=new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at a feed, and what came of it."""

    meaning: Meaning
    #: What is wrong, in sentences; empty where nothing is. A body that was read may have a fault too.
    fault: str = ""
    #: The answer, whose body is of no interest any more; None where none came.
    fetched: Fetched | None = None
    #: By what the body is recognised (``due.body_mark``); of one that was read.
    mark: str = ""
    #: What the body held; of one that was read.
    found: Found | None = None


def offline(looks: Iterable[tuple[FeedState, Look]]) -> bool:
    """Whether our own network is down, as far as can be told: several servers were asked, and not one answered."""
    asked = [
        (site, look)
        for state, look in looks
        if look.meaning is not Meaning.SPARED and (site := site_of(state.asked_at))
    ]
    return (
        len(asked) >= _SEVERAL
        and len({site for site, _ in asked}) > 1
        and all(look.meaning is Meaning.UNREACHABLE for _, look in asked)
    )


def after(state: FeedState, look: Look, *, now: datetime, ours: bool = False) -> FeedState:
    """The state of a feed after a look at it.

    Args:
        state: before the look.
        look: what came of it; one whose meaning is READ has its mark, its answer and what was found.
        now: when it was taken; aware.
        ours: our own network was down: that nobody could be reached is stated, but not held against the feed.
    """
    if look.meaning is Meaning.READ:
        return _read(state, look, now)
    if look.meaning is Meaning.UNCHANGED:
        return _unchanged(state, look, now)
    if ours and look.meaning is Meaning.UNREACHABLE:
        return replace(_failed(state, look, now), failures=state.failures, not_before=state.not_before)
    return _held_against(state, look, now)


def _read(state: FeedState, look: Look, now: datetime) -> FeedState:
    fetched, found = look.fetched, look.found
    if fetched is None or found is None:
        raise ValueError("a look that was read has its answer and what was found")
    known = [state.last_entry] if state.last_entry else []
    return replace(
        _moved(_answered(state, now), fetched),
        status=FeedStatus.FAULTY if look.fault else FeedStatus.OK,
        fault=look.fault,
        new_at=now if found.new else state.new_at,
        last_entry=max([*known, *found.dates], default=None),
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        body_hash=look.mark,
        entries=found.entries,
        undated=found.undated,
        usual_entries=running_mean(state, found.entries, now=now),
        usual_gap=usual_gap([*known, *found.dates]) or state.usual_gap,
    )


def _unchanged(state: FeedState, look: Look, now: datetime) -> FeedState:
    same = _answered(state, now)
    if state.status not in {FeedStatus.OK, FeedStatus.FAULTY}:
        same = replace(same, status=FeedStatus.OK, fault="")
    if look.fetched is None:
        return same
    if look.mark:
        # The whole body came again: these are its validators now.
        same = replace(same, etag=look.fetched.etag, last_modified=look.fetched.last_modified)
    return _moved(same, look.fetched)


def _answered(state: FeedState, now: datetime) -> FeedState:
    return replace(state, checked_at=now, ok_at=now, failures=0, not_before=None, site_not_before=None)


def _moved(state: FeedState, fetched: Fetched) -> FeedState:
    """Follow a permanent redirect that was the same at two looks in a row, both of which ended in a feed."""
    to = fetched.moved_to
    if not to or to == state.asked_at or not _may_move(state.asked_at, to):
        return replace(state, moving_to="")
    if to != state.moving_to:
        return replace(state, moving_to=to)
    # Back to where the configuration says: then nothing needs remembering.
    return replace(state, address="" if to == state.url else to, moving_to="")


def _may_move(here: str, to: str) -> bool:
    """Whether an address may take another's place for good."""
    secure = here.lower().startswith("https://")
    if not to.lower().startswith("https://" if secure else ("https://", "http://")):
        return False
    # We keep no login but the operator's, who must say whether another address may have it.
    return "@" not in here.partition("://")[2].partition("/")[0]


def _failed(state: FeedState, look: Look, now: datetime) -> FeedState:
    """A look that came to nothing, before it is counted against the feed."""
    status = FeedStatus.BLOCKED if look.meaning is Meaning.BLOCKED else FeedStatus.FAILED
    failed = replace(
        state,
        # Only what answers as a feed brings back one that was retired.
        status=state.status if state.status is FeedStatus.RETIRED else status,
        fault=look.fault,
        checked_at=now,
        moving_to="",
    )
    # A fault of the body that was read last would be forgotten if that body could come back as "unchanged".
    return replace(failed, etag="", last_modified="", body_hash="") if state.status is FeedStatus.FAULTY else failed


def _held_against(state: FeedState, look: Look, now: datetime) -> FeedState:
    failed = replace(_failed(state, look, now), failures=state.failures + 1)
    limited = look.meaning is Meaning.LIMITED
    lost = look.meaning in {Meaning.MISSING, Meaning.GONE} or failed.failures >= _GIVEN_UP
    if state.address and lost and not limited:
        return _back_home(failed)
    if look.meaning is Meaning.GONE:
        return replace(failed, status=FeedStatus.RETIRED, not_before=None)
    if not site_of(state.asked_at):
        return failed
    wait = back_off(failed.failures)
    if look.fetched and look.meaning in {Meaning.LIMITED, Meaning.UNAVAILABLE}:
        wait = asked_for(look.fetched.retry_after, failures=failed.failures, now=now)
    # A redirect may have led to another site: then it was that one which spoke, and the feed's own need not rest.
    if limited and look.fetched and site_of(look.fetched.url) == site_of(state.asked_at):
        return replace(failed, site_not_before=now + wait)
    return replace(failed, not_before=now + wait)


def _back_home(failed: FeedState) -> FeedState:
    """Ask at the configured address next, and at once: it may know of a newer one."""
    return replace(
        failed,
        fault=f"{failed.fault} It had moved there; the configured address is asked next.",
        address="",
        etag="",
        last_modified="",
        body_hash="",
        not_before=None,
        site_not_before=None,
    )

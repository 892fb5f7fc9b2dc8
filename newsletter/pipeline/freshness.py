"""Freshness: a letter's sources are looked at once more before it is approved, and before its first message leaves.

::

    printed entries → their feeds, each once → their pages, where pages are read → what has changed, what was not seen

Feeds and pages are asked as collecting asks them: by the same fetcher and guard, with the same pauses and rests, and
what they answer is read in a process of its own. Of what is found nothing is kept but that a site wants to be asked
less: an entry that has changed comes into the store with the next collecting.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsletter.collect.asking.answers import Meaning
from newsletter.collect.asking.resting import wants_rest
from newsletter.collect.dedupe import possible_ids, unique_ids
from newsletter.collect.due import due
from newsletter.collect.looked_again import LookedAgain
from newsletter.collect.revisions import as_revisions
from newsletter.collect.staleness import Change, changes
from newsletter.domain.entry import Entry, EntryId
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Feed, FeedState, Fetched, without_login
from newsletter.domain.issue import StoredIssue
from newsletter.domain.printed import Printed
from newsletter.draft.printed import printed
from newsletter.pipeline.asking import Taken, look_at
from newsletter.pipeline.page_rules import leave_alone
from newsletter.pipeline.reader import Reader
from newsletter.ports import Backends, Clock, Fetcher

#: For so long, in all, somebody is asked once more; who was not by then was not seen.
_AT_MOST = timedelta(minutes=5)


def look_again(
    backends: Backends, issue: StoredIssue, feeds: Sequence[Feed], *, now: datetime, pages: bool = False
) -> LookedAgain:
    """Hold what a letter prints against its sources as they are now.

    Only the entries whose title or words are printed count, and each of their feeds is asked once. One that has not
    changed since the last collecting is not read: then what is kept is what it says.

    Args:
        backends: the world.
        issue: the letter.
        feeds: as configured.
        now: the moment; aware.
        pages: ask for the entries' own pages besides, as far as their sites' rules and the licence allow.

    Raises:
        StoreUnavailable: the store cannot be read. Whatever feeds, pages and servers do is no error.
    """
    sources = printed(issue.document)
    kept = {entry.id: entry for entry in backends.entries.of_ids(source.id for source in sources)}
    lost = [
        f"The entry {source.id} of {source.outlet} is not in the store." for source in sources if source.id not in kept
    ]
    # What came from no feed, as in an archive, has none to be asked.
    sources = tuple(source for source in sources if source.id in kept and kept[source.id].feed)
    if not sources:
        return LookedAgain(sources=len(lost), unseen=tuple(lost))
    asking = replace(
        backends,
        fetcher=_UntilThen(backends.fetcher, backends.clock),
        progress=lambda _, done, of: backends.progress("looking again at the sources", done, of),
    )
    reader = Reader(backends.isolation, backends.clock)
    used = {kept[source.id].feed for source in sources}
    seen = _look_at_feeds(asking, reader, [feed for feed in feeds if feed.url in used], now=now, full_text=pages)
    missing = _missing(sources, kept, seen, configured={feed.url for feed in feeds})
    on_page: dict[EntryId, Entry] = {}
    gone: list[Change] = []
    if pages:
        from newsletter.pipeline.pages_again import look_at_pages  # and what reads web pages

        found = look_at_pages(asking, reader, [(s, seen.entries.get(s.id, kept[s.id])) for s in sources], now=now)
        on_page, gone = found.entries, found.gone
        missing = [*missing, *found.unseen]
    changed = [
        change
        for source in sources
        for change in changes(
            source, kept[source.id], in_feed=seen.entries.get(source.id), on_page=on_page.get(source.id)
        )
    ]
    return LookedAgain(
        sources=len(sources) + len(lost),
        changes=tuple(sorted([*changed, *gone], key=lambda change: (change.printed.id, change.sort, change.what))),
        unseen=tuple(dict.fromkeys(without_login(note) for note in [*lost, *missing])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What feeds said when they were asked once more."""

    #: What those that were read hold, under the ids that it is kept under.
    entries: dict[EntryId, Entry]
    #: The feeds that were read just now, each with the oldest moment among its entries; None where it has none.
    read: dict[str, datetime | None]
    #: By feed, why it was not seen.
    faults: dict[str, str]


def _look_at_feeds(
    backends: Backends, reader: Reader, feeds: Sequence[Feed], *, now: datetime, full_text: bool
) -> _Seen:
    states = {feed.url: FeedState(url=feed.url) for feed in feeds} | backends.entries.feed_states()
    plan = due(feeds, states, now=now, full_text=full_text)
    taken = look_at(backends, reader, plan.asks, states, now=now, full_text=full_text)
    faults = {
        rest.feed.url: f"The feed of {rest.feed.outlet} at {rest.feed.url} rests. {rest.why}" for rest in plan.resting
    }
    for one in taken:
        if one.look.fetched and wants_rest(one.look.fetched):
            leave_alone(backends, one.look.fetched, now=now)
        if one.parsed is None and one.look.meaning is not Meaning.UNCHANGED:
            faults[one.feed.url] = one.look.fault
    return _Seen(
        entries=_as_kept(backends, taken),
        read={
            one.feed.url: min((entry.published for entry in one.parsed.entries if entry.published), default=None)
            for one in taken
            if one.parsed
        },
        faults=faults,
    )


def _as_kept(backends: Backends, taken: Iterable[Taken]) -> dict[EntryId, Entry]:
    """The entries of feeds that were read, under the ids that they are kept under, as collecting would find them."""
    found = [entry for one in taken if one.parsed for entry in one.parsed.entries]
    entries = unique_ids(found, known=backends.entries.known_ids(possible_ids(found)))
    return {entry.id: entry for entry in as_revisions(entries, kept=backends.entries.sharing(entries))}


def _missing(sources: Sequence[Printed], kept: dict[EntryId, Entry], seen: _Seen, *, configured: set[str]) -> list[str]:
    """Why entries were not seen: a note for each feed that was not read, and for each entry that is in none."""
    by_feed: defaultdict[str, list[Printed]] = defaultdict(list)
    for source in sources:
        by_feed[kept[source.id].feed].append(source)
    notes: list[str] = []
    for feed, its in sorted(by_feed.items()):
        if feed in seen.faults:
            notes.append(seen.faults[feed])
        elif feed not in configured:
            notes.append(f"The feed of {its[0].outlet} at {feed} is not in the configuration any more.")
        elif feed in seen.read:
            notes += [
                _rolled_off(source, kept[source.id], oldest=seen.read[feed])
                for source in its
                if source.id not in seen.entries
            ]
    return notes


def _rolled_off(source: Printed, entry: Entry, *, oldest: datetime | None) -> str:
    named = f"“{source.title}”" if source.title else f"the entry {source.id}"
    # A feed drops its oldest first.
    still = ", though older entries are" if oldest and entry.published and oldest < entry.published else ""
    where = f" ({source.url})" if source.url else ""
    return f"{named} of {source.outlet} is no longer in its feed{still}{where}."


class _UntilThen:
    """A fetcher that asks nobody any more once its time is over."""

    def __init__(self, fetcher: Fetcher, clock: Clock) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._until = clock.now() + _AT_MOST

    def fetch(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched | FetchFailed]]:
        """Ask each once; whom there is no time for was not asked."""
        waiting = dict.fromkeys(asks)
        for ask, got in self._fetcher.fetch(list(waiting)):
            del waiting[ask]
            yield ask, got
            if waiting and self._clock.now() >= self._until:
                break
        for ask in waiting:
            yield ask, FetchFailed(f"{ask.named} was not asked: there was no time left.", unasked=True)

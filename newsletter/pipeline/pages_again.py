"""Pages again: the pages of what a letter prints, asked for once more under the rules of their sites.

A page that its site does not let programs read is not asked for, and that is said of none: it never was.
What was kept of pages stays as it is.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from http import HTTPStatus

from newsletter.collect.articles import extract
from newsletter.collect.asking.resting import wants_rest
from newsletter.collect.asking.robots import robots_url
from newsletter.collect.pages import Article, fault_of
from newsletter.collect.sites import site_of
from newsletter.collect.staleness import Change, as_on_page, gone
from newsletter.domain.entry import Entry, EntryId, Licence
from newsletter.domain.errors import CallFailed, FetchFailed
from newsletter.domain.feed import Ask, Fetched, Wanted
from newsletter.domain.printed import Printed
from newsletter.pipeline.page_rules import Sorted, awake_ones, leave_alone, site_rules, sorted_by_rules
from newsletter.pipeline.reader import Reader
from newsletter.ports import Backends

#: What says that there was a page and is none any more.
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


@dataclass(slots=True, kw_only=True)
class PagesAgain:
    """What the pages said."""

    #: Entries as their pages have them, where those could be read; without text where none was ever told from there.
    entries: dict[EntryId, Entry] = field(default_factory=dict)
    #: Entries whose pages are gone.
    gone: list[Change] = field(default_factory=list)
    #: Why pages were not seen, a sentence or more each, in order of their addresses.
    unseen: list[str] = field(default_factory=list)


def look_at_pages(
    backends: Backends, reader: Reader, sources: Sequence[tuple[Printed, Entry]], *, now: datetime
) -> PagesAgain:
    """Ask for each page once, of those entries that may be told from theirs.

    Args:
        backends: the world.
        reader: of this round.
        sources: what is printed of each entry, and the entry as it is known now.
        now: the moment; aware.
    """
    leading: defaultdict[str, list[tuple[Printed, Entry]]] = defaultdict(list)
    for source, entry in sources:
        if source.url and entry.licence is Licence.EXCERPT:
            leading[source.url].append((source, entry))
    asks = [
        Ask(url=url, outlet=its[0][0].outlet, wanted=Wanted.PAGE, site=site_of(url))
        for url, its in sorted(leading.items())
    ]
    # What was told from its feed need not stand on its page word for word.
    told = {url for url, page in backends.pages.pages(leading).items() if page.text}
    by_rules = _sorted(backends, reader, asks, now=now)
    found = PagesAgain()
    faults = by_rules.waits
    led: dict[str, tuple[Ask, Fetched]] = {}
    for ask, got in backends.fetcher.fetch(by_rules.allowed):
        if isinstance(got, Fetched) and got.status in _GONE and not got.challenged:
            found.gone += [gone(source, status=got.status) for source, _ in leading[ask.url]]
            continue
        if isinstance(got, Fetched) and wants_rest(got):
            leave_alone(backends, got, now=now)
        if isinstance(got, Fetched) and robots_url(got.url) != robots_url(ask.url):
            led[got.url] = ask, got
        else:
            faults[ask.url] = _read(reader, ask, got, leading[ask.url], into=found.entries)
    # Where it led elsewhere, not a word is used before the rules there are known.
    there = [replace(ask, url=url, site=site_of(url)) for url, (ask, _) in sorted(led.items())]
    by_rules = _sorted(backends, reader, there, now=now)
    faults |= by_rules.waits
    for one in by_rules.allowed:
        ask, got = led[one.url]
        faults[ask.url] = _read(reader, ask, got, leading[ask.url], into=found.entries)
    for url in leading.keys() - told:
        found.entries |= {
            s.id: replace(found.entries[s.id], content="") for s, _ in leading[url] if s.id in found.entries
        }
    found.unseen = [why for _, why in sorted(faults.items()) if why]
    return found


def _sorted(backends: Backends, reader: Reader, asks: Sequence[Ask], *, now: datetime) -> Sorted:
    """Pages by what the rules of their sites say; those of sites that rest wait."""
    awake, _ = awake_ones(backends, asks, now=now)
    rules = site_rules(backends, awake, now=now)
    # Whoever was asked for rules may have asked for a rest.
    awake, waits = awake_ones(backends, asks, now=now)
    by_rules = sorted_by_rules(backends, reader, awake, rules, now=now)
    by_rules.waits = waits | by_rules.waits
    return by_rules


def _read(
    reader: Reader,
    ask: Ask,
    got: Fetched | FetchFailed,
    its: Sequence[tuple[Printed, Entry]],
    *,
    into: dict[EntryId, Entry],
) -> str:
    """Read a page for each entry that leads to it; answers with why it was not seen, empty where it was."""
    fault = fault_of(ask, got)
    if fault or isinstance(got, FetchFailed):
        return fault
    try:
        text = reader.call(extract, got, site=ask.site)
        for source, entry in its if text else ():
            into[source.id] = reader.call(as_on_page, Article(entry=entry, text=text), site=ask.site)
    except CallFailed as wrong:
        return f"{ask.named} could not be read. {wrong}"
    return ""

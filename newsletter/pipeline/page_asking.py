"""Asking for pages: first the rules of each site, then the pages that they allow, each kept as it comes in.

A redirect is followed as it comes, for who is behind it is only known then: that request is made whatever the rules
there say, under the pauses and the guard of all others. But where it ended is held against the rules of that site
before a word of it is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from newsletter.collect.articles import extract
from newsletter.collect.asking.resting import wants_rest
from newsletter.collect.asking.robots import Rules, robots_url
from newsletter.collect.pages import TRIED_AGAIN, fault_of
from newsletter.collect.sites import site_of
from newsletter.domain.errors import CallFailed, FetchFailed
from newsletter.domain.feed import Ask, Fetched
from newsletter.domain.page import Page
from newsletter.pipeline.page_rules import awake_ones, leave_alone, site_rules, sorted_by_rules
from newsletter.pipeline.reader import Reader
from newsletter.ports import Backends


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Pages that were asked for, as they were found, and how many are to be asked for another time."""

    pages: dict[str, Page]
    waiting: int
    #: By the address of its rules, why no page of a site is asked for now: a sentence or more.
    waits: dict[str, str]


def ask_pages(
    backends: Backends, reader: Reader, asks: Sequence[Ask], hashes: Mapping[str, str], *, now: datetime, limit: int
) -> Asked:
    """Ask for pages, and keep what each holds, or why it holds nothing.

    A page that its site's rules forbid is not asked for, and kept with that fault; so is one of a site that is never
    asked, such as one at a private address. One whose site rests, has rules that cannot be known for now, or has used
    up the reader, waits: nothing is kept of it. One bad page never stops the others.

    Args:
        backends: the world.
        reader: of this round.
        asks: the pages, the most wanted first; no address twice.
        hashes: by address, the ``entry_hash`` to keep it with.
        now: the moment; aware.
        limit: how many pages to ask for at most; the rules of sites are asked for besides.
    """
    pages: dict[str, Page] = {}

    def keep(page: Page) -> None:
        pages[page.url] = replace(page, entry_hash=hashes[page.url])
        backends.pages.save(pages[page.url])

    awake, waits = awake_ones(backends, asks, now=now)
    rules = site_rules(backends, awake, now=now)
    # Whoever was asked for rules may have asked for a rest.
    awake, waits = awake_ones(backends, asks, now=now)
    by_rules = sorted_by_rules(backends, reader, awake, rules, now=now)
    # What was said of the rules just now says more than that the site rests.
    told = {url: found.fault for url, found in rules.items() if found.fault}
    waits = {url: told.get(url, why) for url, why in waits.items()} | by_rules.waits
    for url, fault in by_rules.faults.items():
        keep(Page(url=url, entry_hash="", fault=fault, fetched_at=now))
    chosen = by_rules.allowed[:limit]
    backends.progress("reading pages", 0, len(chosen))
    led: list[_Led] = []
    for done, (ask, got) in enumerate(backends.fetcher.fetch(chosen), 1):
        backends.progress("reading pages", done, len(chosen))
        if why := _why_it_waits(backends, reader, ask, got, now=now):
            # The first of a site says it best: the others were not asked on its account.
            waits.setdefault(robots_url(ask.url), why)
            continue
        page = _page(reader, ask, got, now=now)
        if isinstance(got, Fetched) and page.text and got.url != ask.url:
            if robots_url(got.url) in rules:
                keep(_if_allowed(backends, reader, _Led(ask, got.url, page), rules))
            else:
                # The rules there are asked for when nobody is being asked any more, with all the pauses.
                led.append(_Led(ask, got.url, page))
        else:
            keep(page)
    awake, rest = awake_ones(backends, [one.there for one in led], now=now)
    rules |= site_rules(backends, awake, now=now)
    rules = {url: Rules(fault=why) for url, why in rest.items()} | rules
    for one in led:
        keep(_if_allowed(backends, reader, one, rules))
    return Asked(pages=pages, waiting=len(asks) - len(pages), waits=waits)


class _Led(NamedTuple):
    """A page that was asked for and led elsewhere."""

    ask: Ask
    #: Where it was found.
    url: str
    page: Page

    @property
    def there(self) -> Ask:
        """What would have been the ask, had we known."""
        return replace(self.ask, url=self.url, site=site_of(self.url))


def _why_it_waits(backends: Backends, reader: Reader, ask: Ask, got: Fetched | FetchFailed, *, now: datetime) -> str:
    """Why a page is left for another time though it was its turn; empty where something is to be kept of it."""
    if isinstance(got, FetchFailed):
        return str(got) if got.unasked else ""
    if wants_rest(got):
        said = leave_alone(backends, got, now=now)
        # Where another site asked for it, nothing would keep us from being led there again in the next round.
        return f"{ask.named} answered 429. {said}" if site_of(got.url) == ask.site else ""
    left = reader.leaves(ask.site)
    return f"{ask.named} was not read. {left}" if left else ""


def _if_allowed(backends: Backends, reader: Reader, led: _Led, rules: Mapping[str, Rules]) -> Page:
    """The page that was asked for and led elsewhere; with a fault and no text where the rules there are no yes."""
    by_rules = sorted_by_rules(backends, reader, [led.there], rules, now=led.page.fetched_at)
    if by_rules.allowed:
        return led.page
    (why,) = (*by_rules.faults.values(), *by_rules.waits.values())
    return replace(led.page, text="", fault=f"{led.ask.named} leads elsewhere, and what is there is not read. {why}")


def _page(reader: Reader, ask: Ask, got: Fetched | FetchFailed, *, now: datetime) -> Page:
    page = Page(url=ask.url, entry_hash="", fetched_at=now)
    fault = fault_of(ask, got)
    if fault or isinstance(got, FetchFailed):
        return replace(page, fault=fault)
    try:
        text = reader.call(extract, got, site=ask.site)
    except CallFailed as wrong:
        return replace(page, fault=f"{ask.named} could not be read. {wrong} {TRIED_AGAIN}")
    return replace(page, text=text, fault="" if text else f"{ask.named} holds no article that could be made out.")

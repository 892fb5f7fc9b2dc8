"""Asking for pages: first the rules of each site, then the pages that they allow, each kept as it comes in.

A redirect is followed as it comes, for who is behind it is only known then: that request is made whatever the rules
there say, under the pauses and the guard of all others. But where it ended is held against the rules of that site
before a word of it is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus

from newsletter.collect.articles import extract
from newsletter.collect.asking.robots import Rules, robots_url
from newsletter.collect.pages import fault_of
from newsletter.collect.sites import site_of
from newsletter.domain.errors import CallFailed, FetchFailed
from newsletter.domain.feed import Ask, Fetched
from newsletter.domain.page import Page
from newsletter.pipeline.page_rules import leave_alone, site_rules, sorted_by_rules
from newsletter.ports import Backends


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Pages that were asked for, as they were found, and how many are to be asked for another time."""

    pages: dict[str, Page]
    waiting: int
    #: By the address of its rules, why no page of a site is asked for now: a sentence or more.
    waits: dict[str, str]


def ask_pages(
    backends: Backends, asks: Sequence[Ask], hashes: Mapping[str, str], *, now: datetime, limit: int
) -> Asked:
    """Ask for pages, and keep what each holds, or why it holds nothing.

    A page that its site's rules forbid is not asked for, and kept with that fault; so is one of a site that is never
    asked, such as one at a private address. One whose site's rules cannot be known for now waits. One bad page never
    stops the others.

    Args:
        backends: the world.
        asks: the pages, the most wanted first; no address twice.
        hashes: by address, the ``entry_hash`` to keep it with.
        now: the moment; aware.
        limit: how many pages to ask for at most; the rules of sites are asked for besides.
    """
    rules = site_rules(backends, asks, now=now)
    by_rules = sorted_by_rules(backends, asks, rules)
    pages: dict[str, Page] = {}

    def keep(page: Page) -> None:
        pages[page.url] = replace(page, entry_hash=hashes[page.url])
        backends.pages.save(pages[page.url])

    for url, fault in by_rules.faults.items():
        keep(Page(url=url, entry_hash="", fault=fault, fetched_at=now))
    chosen = by_rules.allowed[:limit]
    backends.progress("reading pages", 0, len(chosen))
    led: list[tuple[Ask, str, Page]] = []
    for done, (ask, got) in enumerate(backends.fetcher.fetch(chosen), 1):
        page = _page(backends, ask, got, now=now)
        if isinstance(got, Fetched) and page.text and got.url != ask.url:
            if robots_url(got.url) in rules:
                keep(_if_allowed(backends, ask, got.url, page, rules))
            else:
                # The rules there are asked for when nobody is being asked any more, with all the pauses.
                led.append((ask, got.url, page))
        else:
            keep(page)
        if isinstance(got, Fetched) and got.status == HTTPStatus.TOO_MANY_REQUESTS:
            leave_alone(backends, ask, now=now)
        backends.progress("reading pages", done, len(chosen))
    rules |= site_rules(backends, [replace(ask, url=url, site=site_of(url)) for ask, url, _ in led], now=now)
    for ask, url, page in led:
        keep(_if_allowed(backends, ask, url, page, rules))
    waiting = len(asks) - len(chosen) - len(by_rules.faults)
    return Asked(pages=pages, waiting=waiting, waits=by_rules.waits)


def _if_allowed(backends: Backends, ask: Ask, led: str, page: Page, rules: Mapping[str, Rules]) -> Page:
    """The page that was asked for and led elsewhere; with a fault and no text where the rules there are no yes."""
    by_rules = sorted_by_rules(backends, [replace(ask, url=led)], rules)
    if by_rules.allowed:
        return page
    (why,) = (*by_rules.faults.values(), *by_rules.waits.values())
    return replace(page, text="", fault=f"{ask.named} leads elsewhere, and what is there is not read. {why}")


def _page(backends: Backends, ask: Ask, got: Fetched | FetchFailed, *, now: datetime) -> Page:
    page = Page(url=ask.url, entry_hash="", fetched_at=now)
    fault = fault_of(ask, got)
    if fault or isinstance(got, FetchFailed):
        return replace(page, fault=fault)
    try:
        text = backends.isolation.call(extract, got)
    except CallFailed as wrong:
        return replace(page, fault=f"{ask.named} could not be read. {wrong}")
    return replace(page, text=text, fault="" if text else f"{ask.named} holds no article that could be made out.")

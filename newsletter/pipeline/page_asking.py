"""Asking for pages: first the rules of each site, then the pages that they allow, each kept as it comes in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from newsletter.collect.articles import extract
from newsletter.collect.pages import fault_of
from newsletter.collect.robots import Question, Rules, all_allowed, robots_url, rules_of
from newsletter.domain.errors import CallFailed, FetchFailed
from newsletter.domain.feed import Ask, Fetched, Wanted
from newsletter.domain.page import Page
from newsletter.ports import Backends

#: For so long a site's rules are good (RFC 9309, 2.4), and so long is it left alone after it asked for that.
RULES_LAST = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Pages that were asked for, as they were found, and how many are to be asked for another time."""

    pages: dict[str, Page]
    waiting: int


def ask_pages(
    backends: Backends, asks: Sequence[Ask], hashes: Mapping[str, str], *, now: datetime, limit: int
) -> Asked:
    """Ask for pages, and keep what each holds, or why it holds nothing.

    A page that its site's rules forbid is not asked for, and kept with that fault. One whose site's rules cannot be
    known for now waits. One bad page never stops the others.

    Args:
        backends: the world.
        asks: the pages, the most wanted first; no address twice.
        hashes: by address, the ``entry_hash`` to keep it with.
        now: the moment; aware.
        limit: how many pages to ask for at most; the rules of sites are asked for besides.
    """
    rules = _rules(backends, asks, now=now)
    allowed, forbidden = _sorted_by_rules(backends, asks, rules)
    pages = {
        ask.url: Page(
            url=ask.url,
            entry_hash=hashes[ask.url],
            fault=f"{ask.named} is not for programs: the site's robots.txt forbids it.",
            fetched_at=now,
        )
        for ask in forbidden
    }
    for page in pages.values():
        backends.pages.save(page)
    chosen = allowed[:limit]
    backends.progress("reading pages", 0, len(chosen))
    for done, (ask, got) in enumerate(backends.fetcher.fetch(chosen), 1):
        page = replace(_page(backends, ask, got, now=now), entry_hash=hashes[ask.url])
        backends.pages.save(page)
        pages[ask.url] = page
        if isinstance(got, Fetched) and got.status == HTTPStatus.TOO_MANY_REQUESTS:
            _leave_alone(backends, ask, now=now)
        backends.progress("reading pages", done, len(chosen))
    return Asked(pages=pages, waiting=len(asks) - len(chosen) - len(forbidden))


def _rules(backends: Backends, asks: Iterable[Ask], *, now: datetime) -> dict[str, Rules]:
    """The rules of every site, by the address at which they stand."""
    wanted = {robots_url(ask.url): ask for ask in reversed([*asks])}
    rules = {
        url: Rules(text=page.text, fault=page.fault)
        for url, page in backends.pages.pages(wanted).items()
        if page.fetched_at <= now < page.fetched_at + RULES_LAST
    }
    unknown = [replace(ask, url=url, wanted=Wanted.ROBOTS) for url, ask in wanted.items() if url not in rules]
    for ask, got in backends.fetcher.fetch(unknown):
        found = rules[ask.url] = rules_of(ask, got)
        # What cannot be known now may be known soon, but for a site that asks to be left alone.
        limited = isinstance(got, Fetched) and got.status == HTTPStatus.TOO_MANY_REQUESTS
        if limited or not found.fault:
            backends.pages.save(Page(url=ask.url, entry_hash="", text=found.text, fault=found.fault, fetched_at=now))
    return rules


def _sorted_by_rules(
    backends: Backends, asks: Sequence[Ask], rules: Mapping[str, Rules]
) -> tuple[list[Ask], list[Ask]]:
    """The pages that may be asked for, in the same order, and those that may not; neither those of unknown rules."""
    by_site: defaultdict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        by_site[robots_url(ask.url)].append(ask)
    answers: dict[str, bool] = {}
    for site, its in by_site.items():
        if rules[site].fault:
            continue
        urls = tuple(ask.url for ask in its)
        try:
            says = backends.isolation.call(all_allowed, Question(text=rules[site].text, urls=urls))
        except CallFailed:
            continue
        answers |= dict(zip(urls, says, strict=True))
    return [ask for ask in asks if answers.get(ask.url)], [ask for ask in asks if answers.get(ask.url) is False]


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


def _leave_alone(backends: Backends, ask: Ask, *, now: datetime) -> None:
    """Keep, as its rules, that a site asked for fewer requests: until they are asked for again nothing is allowed."""
    fault = f"{ask.named} answered 429: the site asks for fewer requests."
    backends.pages.save(Page(url=robots_url(ask.url), entry_hash="", fault=fault, fetched_at=now))

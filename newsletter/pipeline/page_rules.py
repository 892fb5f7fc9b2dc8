"""Which pages their sites let us ask for: the rules of each site, as kept or asked for now, and what they say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from newsletter.collect.asking.robots import Question, Rules, all_allowed, robots_url, rules_of
from newsletter.domain.errors import CallFailed
from newsletter.domain.feed import Ask, Fetched, Wanted
from newsletter.domain.page import Page
from newsletter.ports import Backends

#: For so long a site's rules are good (RFC 9309, 2.4), and so long is it left alone after it asked for that.
RULES_LAST = timedelta(hours=24)


@dataclass(slots=True, kw_only=True)
class Sorted:
    """Pages by what the rules of their sites say."""

    #: Those that may be asked for, in the order in which they were given.
    allowed: list[Ask] = field(default_factory=list)
    #: By address, why a page is not asked for and will not be either while nothing changes: a sentence or more.
    faults: dict[str, str] = field(default_factory=dict)
    #: By the address of its rules, why no page of a site is asked for now: a sentence or more.
    waits: dict[str, str] = field(default_factory=dict)


def site_rules(backends: Backends, asks: Iterable[Ask], *, now: datetime) -> dict[str, Rules]:
    """The rules of every site that the pages are of, by the address at which they stand."""
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


def sorted_by_rules(backends: Backends, asks: Sequence[Ask], rules: Mapping[str, Rules]) -> Sorted:
    """The pages, sorted. ``rules`` has those of every site, by address."""
    by_site: defaultdict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        by_site[robots_url(ask.url)].append(ask)
    done = Sorted()
    allowed: set[str] = set()
    for site, its in by_site.items():
        if rules[site].lasting:
            done.faults |= {ask.url: f"{ask.named} is not asked for. {rules[site].fault}" for ask in its}
            continue
        if rules[site].fault:
            done.waits[site] = rules[site].fault
            continue
        try:
            says = backends.isolation.call(
                all_allowed, Question(text=rules[site].text, urls=tuple(ask.url for ask in its))
            )
        except CallFailed as wrong:
            its_rules = replace(its[0], url=site, wanted=Wanted.ROBOTS)
            done.waits[site] = f"{its_rules.named} could not be read. {wrong}"
            continue
        for ask, may in zip(its, says, strict=True):
            if may:
                allowed.add(ask.url)
            else:
                done.faults[ask.url] = f"{ask.named} is not for programs: the site's robots.txt forbids it."
    done.allowed = [ask for ask in asks if ask.url in allowed]
    return done


def leave_alone(backends: Backends, ask: Ask, *, now: datetime) -> None:
    """Keep, as its rules, that a site asked for fewer requests: until they are asked for again nothing is allowed."""
    fault = f"{ask.named} answered 429: the site asks for fewer requests."
    backends.pages.save(Page(url=robots_url(ask.url), entry_hash="", fault=fault, fetched_at=now))

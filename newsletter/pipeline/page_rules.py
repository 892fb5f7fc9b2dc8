"""Which pages their sites let us ask for: the rules of each site, as kept or asked for now, and what they say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from newsletter.collect.asking.resting import clock, rest_of_site, resting_sites, wants_rest, why_site_rests
from newsletter.collect.asking.robots import Question, Rules, all_allowed, robots_url, rules_of
from newsletter.domain.errors import CallFailed
from newsletter.domain.feed import Ask, Fetched, Wanted
from newsletter.domain.page import Page
from newsletter.pipeline.reader import Reader
from newsletter.ports import Backends

#: For so long a site's rules are good (RFC 9309, 2.4), and so long does it wait whose rules use up the reader.
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


def awake_ones(backends: Backends, asks: Sequence[Ask], *, now: datetime) -> tuple[list[Ask], dict[str, str]]:
    """The pages whose sites do not rest; and by the address of its rules, why those of a site wait."""
    resting = resting_sites(backends.entries.feed_states().values(), now=now)
    waits: dict[str, str] = {}
    for ask in asks:
        if ask.site in resting:
            waits[robots_url(ask.url)] = why_site_rests(ask.site, resting[ask.site])
    return [ask for ask in asks if ask.site not in resting], waits


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
        if isinstance(got, Fetched) and wants_rest(got):
            rules[ask.url] = Rules(fault=f"{found.fault} {leave_alone(backends, got, now=now)}")
        # What cannot be known now may be known soon.
        if not found.fault:
            backends.pages.save(Page(url=ask.url, entry_hash="", text=found.text, fetched_at=now))
    return rules


def sorted_by_rules(
    backends: Backends, reader: Reader, asks: Sequence[Ask], rules: Mapping[str, Rules], *, now: datetime
) -> Sorted:
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
        if left := reader.leaves(its[0].site):
            done.waits[site] = left
            continue
        try:
            question = Question(text=rules[site].text, urls=tuple(ask.url for ask in its))
            says = reader.call(all_allowed, question, site=its[0].site)
        except CallFailed as wrong:
            its_rules = replace(its[0], url=site, wanted=Wanted.ROBOTS)
            fault = f"{its_rules.named} could not be read. {wrong} No page of the site is asked for within a day."
            if wrong.begun:  # else the fault is this machine's own
                backends.pages.save(Page(url=site, entry_hash="", fault=fault, fetched_at=now))
            done.waits[site] = fault
            continue
        for ask, may in zip(its, says, strict=True):
            if may:
                allowed.add(ask.url)
            else:
                done.faults[ask.url] = f"{ask.named} is not for programs: the site's robots.txt forbids it."
    done.allowed = [ask for ask in asks if ask.url in allowed]
    return done


def leave_alone(backends: Backends, answer: Fetched, *, now: datetime) -> str:
    """Keep that a site asked for fewer requests: its feeds and pages rest. Answers with a sentence that says so."""
    rest = rest_of_site(answer, backends.entries.feed_states(), now=now)
    backends.entries.save_feeds([rest])
    return f"The site wants to be asked less and rests until {clock(rest.site_not_before)}."

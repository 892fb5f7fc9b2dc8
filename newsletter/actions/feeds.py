"""What an operator asks of an address: is there a feed, and what would it give?

A feed is often not where a person looks: its address stands in the head of a site's page, in a link at its foot, or
nowhere. So a page is looked through for the feeds that it names, and where none can be read, the usual addresses are
tried. Nothing is stored.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import PurePath
from urllib.parse import urljoin

from newsletter.collect.asking.answers import Answer, Meaning, named_on, understood
from newsletter.collect.normalise import canonical_url
from newsletter.collect.parse import Parsed, Reading, read
from newsletter.collect.sites import host_of, site_of
from newsletter.domain.entry import Kind
from newsletter.domain.errors import CallFailed, FeedUnreadable, Refused
from newsletter.domain.feed import Ask, Feed, Fetched, Wanted, without_login
from newsletter.ports import Fetcher, Isolation

#: Where feeds stand on sites whose pages name none.
USUAL = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
#: Feeds of one page that are tried, its first; some name one for each comment thread, and each may take its time.
MOST_FEEDS = 12
#: Titles that are shown of each feed, and reasons where none can be read.
_SAMPLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed, and what it would give."""

    #: For the configuration: as asked, or where permanent redirects led; without a login.
    address: str
    #: Where it was read, after all redirects; without a login.
    url: str
    #: What it calls itself; may be empty.
    title: str
    entries: int
    #: Entries with a date that can be believed, and their latest and earliest; None without any.
    dated: int
    newest: datetime | None
    oldest: datetime | None
    #: Entries by their kind, most first.
    kinds: Mapping[Kind, int]
    #: Entries that have any text, and those that have their full one.
    with_text: int
    with_full_text: int
    #: Lines struck out as furniture, in all entries.
    removed: int
    pictures: int
    #: Whether the server says how to ask only for what has changed.
    validators: bool
    #: What is wrong with it though it can be read, in sentences; empty where nothing is.
    fault: str
    #: Of its first entries.
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found at an address."""

    #: As asked, without a login.
    asked: str
    #: The web page that names the feeds, or that stands on their site; empty where the address is a feed's itself.
    page: str = ""
    #: Whether the page names more than ``MOST_FEEDS`` feeds, so that some were not tried.
    more: bool = False
    #: In the page's order; at least one.
    feeds: tuple[FoundFeed, ...]
    #: Feeds that the page names and that could not be read: address to reason.
    failed: Mapping[str, str] = field(default_factory=dict)


def check_feed(
    fetcher: Fetcher, isolation: Isolation, url: str, *, now: datetime, told: Callable[[str], None]
) -> Checked:
    """The feed at an address, or the feeds of the page there.

    Args:
        fetcher: asks the address, and those that its page names.
        isolation: reads what strangers wrote.
        url: http, https or the path of a recorded feed.
        now: the moment of first sight.
        told: told in sentences which addresses are asked, and which of several have answered.

    Raises:
        Refused: there is no feed that could be read; the message says what is there instead.
    """
    ((ask, got, answer),) = _asked(fetcher, [url], told)
    if isinstance(got, Fetched) and answer.meaning is Meaning.READ:
        try:
            return Checked(asked=without_login(url), feeds=(_found(isolation, ask, got, now=now),))
        except FeedUnreadable as wrong:
            raise Refused(str(wrong)) from None
    if not isinstance(got, Fetched) or not answer.is_page or not got.body or answer.is_challenge:
        raise Refused(answer.fault)
    try:
        all_named = isolation.call(named_on, got)
    except CallFailed as wrong:
        raise Refused(f"{got.url} is a web page that could not be read. {wrong}") from None
    named, more = all_named[:MOST_FEEDS], len(all_named) > MOST_FEEDS
    if more:
        told(f"{got.url} names many feeds; its first {MOST_FEEDS} are tried.")
    feeds, failed = _of_page(fetcher, isolation, named, now=now, told=told)
    usual: list[str] = []
    if not feeds and host_of(got.url):  # a recorded page has no site around it
        usual = [address for path in USUAL if (address := urljoin(got.url, path)) not in named]
        feeds, _ = _of_page(fetcher, isolation, usual, now=now, told=told)
    if feeds:
        return Checked(asked=without_login(url), page=got.url, more=more, feeds=feeds, failed=failed)
    tried = f", and none is at {', '.join(USUAL)} of its site" if usual else ""
    if named:
        which = f"none of the first {MOST_FEEDS}" if more else "none"
        raise Refused(" ".join([f"{got.url} names feeds, but {which} can be read{tried}.", *_first(failed.values())]))
    raise Refused(
        f"{got.url} is a web page that names no feed{tried}. Ask the outlet whether it has one, or try the page of its "
        "section on politics."
    )


def _first(reasons: Collection[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = [f"The other {len(reasons) - _SAMPLE} failed too."] if len(reasons) > _SAMPLE else []
    return [*islice(reasons, _SAMPLE), *more]


def _of_page(
    fetcher: Fetcher,
    isolation: Isolation,
    addresses: Sequence[str],
    *,
    now: datetime,
    told: Callable[[str], None],
) -> tuple[tuple[FoundFeed, ...], dict[str, str]]:
    """The feeds at these addresses, each once, in this order; and why the others are none."""
    found: dict[str, FoundFeed] = {}
    failed: dict[str, str] = {}
    for ask, got, answer in _asked(fetcher, addresses, told):
        try:
            if not isinstance(got, Fetched) or answer.meaning is not Meaning.READ:
                raise FeedUnreadable(answer.fault)
            # Two addresses that lead to one feed are one; the first is the page's choice.
            key = canonical_url(got.url)
            if key not in found:
                found[key] = _found(isolation, ask, got, now=now)
        except FeedUnreadable as wrong:
            failed[without_login(ask.url)] = str(wrong)
    return tuple(found.values()), failed


def _asked(
    fetcher: Fetcher, addresses: Sequence[str], told: Callable[[str], None]
) -> list[tuple[Ask, Fetched | None, Answer]]:
    """The answers in the order of the addresses, each with its meaning; without what was brought where nothing was."""
    asks = {
        address: Ask(url=address, outlet=_named(address), wanted=Wanted.FEED, site=site_of(address))
        for address in addresses
    }
    for address in asks:
        told(f"Asking {without_login(address)} …")
    answers = {}
    for ask, got in fetcher.fetch(asks.values()):
        answers[ask.url] = got
        if len(asks) > 1:
            how = "has answered" if isinstance(got, Fetched) else "has failed"
            told(f"{len(answers)} of {len(asks)}: {without_login(ask.url)} {how}.")
    return [
        (ask, got if isinstance(got, Fetched) else None, understood(ask, got))
        for ask, got in ((ask, answers[address]) for address, ask in asks.items())
    ]


def _named(address: str) -> str:
    """What stands for the outlet until its feed is read: the host, or a file's name."""
    return host_of(address) or PurePath(address).stem or without_login(address)


def _found(isolation: Isolation, ask: Ask, got: Fetched, *, now: datetime) -> FoundFeed:
    """What a feed would give.

    Raises:
        FeedUnreadable: there is none in these bytes, or none that can be read within bounds.
    """
    feed = Feed(url=ask.url, outlet=ask.outlet, family=ask.outlet)
    try:
        parsed: Parsed = isolation.call(read, Reading(fetched=got, feed=feed, now=now))
    except CallFailed as wrong:
        raise FeedUnreadable(f"{ask.named} could not be read. {wrong}") from None
    dates = [entry.published for entry in parsed.entries if entry.published]
    return FoundFeed(
        address=without_login(got.moved_to or ask.url),
        url=got.url,
        title=parsed.title,
        entries=len(parsed.entries),
        dated=len(dates),
        newest=max(dates, default=None),
        oldest=min(dates, default=None),
        kinds=dict(sorted(Counter(entry.kind for entry in parsed.entries).items(), key=lambda of: (-of[1], of[0]))),
        with_text=sum(bool(entry.text) for entry in parsed.entries),
        with_full_text=sum(bool(entry.content) for entry in parsed.entries),
        removed=sum(len(entry.removed) for entry in parsed.entries),
        pictures=sum(entry.picture is not None for entry in parsed.entries),
        validators=bool(got.etag or got.last_modified),
        fault=parsed.fault,
        titles=tuple(entry.title for entry in parsed.entries if entry.title)[:_SAMPLE],
    )

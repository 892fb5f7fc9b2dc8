"""Sites that asked to be asked less: from when on they may be asked again.

A feed whose own server said so keeps that in its state. Where it was another address, a page of the site or one that a
feed of another site led to, the site's rest is kept as the state of an address that is no feed: that of its rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

from newsletter.collect.asking.robots import robots_url
from newsletter.collect.asking.waiting import LONGEST, asked_for
from newsletter.collect.sites import site_of
from newsletter.domain.feed import FeedState, Fetched, without_login


def wants_rest(fetched: Fetched) -> bool:
    """Whether an answer asks for fewer requests to its site."""
    return fetched.status == HTTPStatus.TOO_MANY_REQUESTS and not fetched.challenged and bool(site_of(fetched.url))


def rest_of_site(fetched: Fetched, states: Mapping[str, FeedState], *, now: datetime) -> FeedState:
    """What to keep of such an answer: the site that gave it rests by its ``Retry-After``, or longer each time.

    Args:
        fetched: the answer; the site is that of its address, wherever the ask began.
        states: what is known of feeds and sites, by address.
        now: when it came; aware.
    """
    url = robots_url(fetched.url)
    known = states.get(url, FeedState(url=url))
    last = known.site_not_before
    # Counted in a row: who said nothing of the sort for a day after the last rest begins anew, and two answers in one
    # rest are one.
    in_a_row = last is not None and now - last < LONGEST
    failures = max(1, known.failures + (not is_ahead(last, now)) if in_a_row else 1)
    wait = asked_for(fetched.retry_after, failures=failures, now=now)
    return replace(known, failures=failures, site_not_before=now + wait)


def resting_sites(states: Iterable[FeedState], *, now: datetime) -> dict[str, datetime]:
    """The sites that rest, for feeds and pages alike, each with the latest moment that it named."""
    sites: dict[str, datetime] = {}
    for state in states:
        until = state.site_not_before
        if until and is_ahead(until, now) and (site := site_of(state.asked_at)):
            sites[site] = max(until, sites.get(site, until))
    return sites


def why_site_rests(site: str, until: datetime) -> str:
    """A sentence for who wants to know why a site is not asked now."""
    return without_login(f"Its site, {site}, wants to be asked less and rests until {clock(until)}.")


def is_ahead(until: datetime | None, now: datetime) -> bool:
    """Whether a moment lies ahead. One beyond the longest wait was written when a clock was wrong: it counts not."""
    return until is not None and now < until <= now + LONGEST


def clock(moment: datetime | None) -> str:
    """A moment for people, to the minute; empty for none."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else ""

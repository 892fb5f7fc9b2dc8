"""Fetchers for tests, asked one thing at a time."""

from typing import Any

from newsletter.backends.fetchers.lookup import Resolve
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched
from newsletter.ports import Fetcher
from tests.contract.web import Web

LIMIT = 100_000
BODY = b'<?xml version="1.0" encoding="koi8-r"?><rss/>\r\n\xc4\x00'


def a_network(*servers: Web, **bounds) -> NetworkFetcher:
    """A fetcher for which these servers are the operator's own."""
    own = frozenset(server.place for server in servers)
    facts: dict[str, Any] = {"limit": LIMIT, "connect": 1, "read": 1, "total": 5, "redirects": 3, "allow_private": own}
    return NetworkFetcher("newsletter-tests", **(facts | bounds))


def an_ask(url: str, **facts) -> Ask:
    return Ask(url=url, outlet="The Ledger", **facts)


def only(fetcher: Fetcher, url: str | Ask) -> Fetched | FetchFailed:
    """The answer to one ask."""
    ((_, answer),) = fetcher.fetch([url if isinstance(url, Ask) else an_ask(url)])
    return answer


def found(fetcher: Fetcher, url: str | Ask) -> Fetched:
    answer = only(fetcher, url)
    assert isinstance(answer, Fetched), answer
    return answer


def failed(fetcher: Fetcher, url: str | Ask) -> FetchFailed:
    answer = only(fetcher, url)
    assert isinstance(answer, FetchFailed), answer
    return answer


def always(*numbers: str) -> Resolve:
    """Every name has these numbers."""

    def resolve(_host: str, _port: int) -> list[str]:
        return [*numbers]

    return resolve

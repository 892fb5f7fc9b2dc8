"""Addresses asked over HTTP, many at once and each within bounds, whatever a server does.

One call is a round: a few threads take turns at its asks. Nothing outlives a round but how long each host is to be
left in peace.
"""

import ssl
import threading
import time
from collections.abc import Callable, Generator, Iterable
from functools import partial

import httpx2

from newsletter.backends.fetchers.conversation import Conversation, Manners
from newsletter.backends.fetchers.lookup import Resolve, resolve
from newsletter.backends.fetchers.place import Place, place_of
from newsletter.backends.fetchers.politeness import Turns
from newsletter.backends.fetchers.round import Answer, Round
from newsletter.domain.errors import ConfigError, FetchFailed
from newsletter.domain.feed import Ask, Fetched


def _host(url: str) -> str:
    return httpx2.URL(url).host


class NetworkFetcher:
    """Asks http and https addresses, and nothing that the environment says about proxies or certificates."""

    def __init__(
        self,
        user_agent: str,
        *,
        limit: int = 5_000_000,
        connect: float = 5,
        read: float = 10,
        total: float = 30,
        redirects: int = 5,
        pause: float = 1,
        at_once: int = 20,
        per_host: int = 2,
        allow_private: frozenset[str] = frozenset(),
        patience: float = 120,
        resolve: Resolve = resolve,
        site_of: Callable[[str], str] = _host,
    ) -> None:
        """Set the bounds.

        Args:
            user_agent: who asks, with an address where an outlet can complain; ASCII.
            limit: the largest body, in bytes once decompressed.
            connect: seconds to wait for a connection.
            read: seconds to wait for the next bytes.
            total: seconds for everything, look-ups and redirects included; waiting for a host's turn is not.
            redirects: how many to follow.
            pause: seconds that each connection to a host rests between two requests.
            at_once: how many addresses to ask at once.
            per_host: how many connections to have to one host at once, whatever its ports.
            allow_private: ``host:port`` of the operator's own servers, asked though they are private, and without
                a pause; IPv6 in brackets.
            patience: seconds that the slow asks of a site may take in one round, all together; the rest of the site is
                not asked then.
            resolve: turns a name into numbers.
            site_of: the site (registrable domain) of an address; the host itself where nothing else is said.

        Raises:
            ConfigError: what is allowed is no host and port.
        """
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._manners = Manners(
            user_agent=user_agent,
            limit=limit,
            connect=connect,
            read=read,
            total=total,
            redirects=redirects,
            allow_private=frozenset(map(_place, allow_private)),
            resolver=resolve,
            tls=self._trust,
            site_of=site_of,
        )
        self._at_once = at_once
        self._patience = patience
        self._turns = partial(Turns[Conversation], per_host=per_host, pause=pause)
        #: Hosts asked lately, and the moments from which their connections are rested.
        self._resting: dict[str, list[float]] = {}

    def fetch(self, asks: Iterable[Ask]) -> Generator[tuple[Ask, Fetched | FetchFailed], None, None]:
        """Ask each once; the answers as they come in. Nothing is asked before the first is wanted."""
        conversations: list[Conversation] = []
        unasked: list[Answer] = []
        for ask in asks:
            try:
                conversations.append(Conversation(ask, self._manners))
            except FetchFailed as failed:
                unasked.append((ask, failed))
        yield from unasked
        turns = self._turns(resting=self._resting)
        asked = Round(conversations, turns, at_once=self._at_once, patience=self._patience)
        try:
            yield from asked.answers()
        finally:
            asked.stop()
            now = time.monotonic()
            still = {host: [m for m in moments if m > now] for host, moments in self._resting.items()}
            self._resting = {host: each for host, each in still.items() if each} | turns.resting(now)

    def _trust(self) -> ssl.SSLContext:
        # Made once, and not before it is needed: reading the certificates takes longer than many a fetch.
        with self._lock:
            if self._tls is None:
                self._tls = httpx2.create_ssl_context(trust_env=False)
            return self._tls


def _place(host_and_port: str) -> Place:
    try:
        return place_of(httpx2.URL(f"http://{host_and_port}"))
    except (httpx2.InvalidURL, ValueError) as wrong:
        raise ConfigError(
            f"web.allow_private_feeds has {host_and_port!r}, which is no host and port ({wrong}). "
            "Write it as '10.0.0.7:8080' or '[fd00::7]:8080'."
        ) from None

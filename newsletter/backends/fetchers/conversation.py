"""One ask, from its address to its answer: requests, redirects, the body, and a sentence for all that can fail.

It goes hop by hop, so that whoever holds it can let each hop wait for its host's turn.
"""

import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass

import httpcore2
import httpx2

from newsletter.backends.fetchers import decoding
from newsletter.backends.fetchers.deadline import Deadline, TooLate
from newsletter.backends.fetchers.decoding import TooLarge, Undecodable
from newsletter.backends.fetchers.guard import Guard, PrivateAddress, Untrusted
from newsletter.backends.fetchers.lookup import Resolve
from newsletter.backends.fetchers.place import Place, bare, login, place_of
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched, Wanted

_ACCEPT = {
    Wanted.FEED: "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
    Wanted.PAGE: "text/html, application/xhtml+xml, */*;q=0.5",
    Wanted.ROBOTS: "text/plain, */*;q=0.5",
}
_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
#: Headers by which Cloudflare and AWS WAF document that a challenge answers in the place of what was asked for.
_CHALLENGES = {"cf-mitigated": {"challenge"}, "x-amzn-waf-action": {"challenge", "captcha"}}
#: A header's value that HTTP allows; a longer one would be answered with a complaint for ever.
_SENDABLE = re.compile(r"[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]{0,2000}[\x21-\x7e\x80-\xff])?")
#: How it ends where nobody took our call.
_NO_ANSWER = (httpcore2.ConnectError, httpcore2.ConnectTimeout, TooLate)
#: What went wrong, and what to do, as the rest of a sentence; the first that fits.
_SAID = (
    (TooLate, "took longer than {total:g} seconds. Try again later, or raise collect.timeout."),
    (TooLarge, "is larger than {limit:,} bytes. If that is right, raise collect.max_bytes."),
    (Undecodable, "sent bytes that cannot be decompressed: they are {error}. Try again later."),
    (Untrusted, "cannot be asked securely ({error}). Check the address, or ask the outlet."),
    (httpcore2.ConnectTimeout, "did not take our call in time. Try again later, or check the address."),
    (httpcore2.TimeoutException, "stopped answering. Try again later."),
    (httpcore2.ConnectError, "cannot be reached ({error}). Check the address and the network."),
)
_BROKE_OFF = "broke off ({error}). Try again later."


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What holds for every conversation; NetworkFetcher says what each means."""

    user_agent: str
    limit: int
    connect: float
    read: float
    total: float
    redirects: int
    allow_private: frozenset[Place]
    resolver: Resolve
    tls: Callable[[], ssl.SSLContext]
    #: The site (registrable domain) of an address.
    site_of: Callable[[str], str]


class Conversation:
    """What became of one ask so far."""

    def __init__(self, ask: Ask, manners: Manners) -> None:
        """Read its address.

        Raises:
            FetchFailed: it is no address that can be asked.
        """
        self.ask = ask
        self._manners = manners
        self._deadline = Deadline(manners.total)
        self._hops = 0
        self._moved_to = ""
        #: Whether only permanent redirects have led here.
        self._moving = True
        try:
            url = httpx2.URL(ask.url)
            self.place = place_of(url)
        except (httpx2.InvalidURL, ValueError) as error:
            # What is wrong with an address may be quoted out of its login.
            reason = "its login is not as it should be, perhaps" if "@" in ask.url else str(error)
            raise self._failed(f"has no address that can be asked ({reason}). Correct it.", lasting=True) from None
        self._login = login(url)
        self._url = bare(url)
        self._home = self.host
        #: Whether it leads to an address that the operator named as private and as good.
        self.own = self.place in manners.allow_private

    @property
    def host(self) -> str:
        """The host of the next hop."""
        return self.place[0]

    @property
    def site(self) -> str:
        """The site that the next hop asks, or the last one asked; empty where the ask names none."""
        if not self.ask.site or self.host == self._home:
            return self.ask.site
        return self._manners.site_of(str(self._url))

    @property
    def spent(self) -> float:
        """Seconds that it has taken so far."""
        return self._deadline.spent

    def hang_up(self) -> None:
        """End it, from another thread."""
        self._deadline.hang_up()

    def hop(self) -> Fetched | FetchFailed | None:
        """Ask once; None where the answer sends us on, and another hop is to follow."""
        guard = Guard(resolver=self._manners.resolver, deadline=self._deadline, allow_private=self.own)
        with self._deadline:
            try:
                return self._ask(guard)
            except FetchFailed as failed:
                return failed
            except Exception as error:  # noqa: BLE001 - whatever a server does to our libraries, it is one ask's fault
                # Whoever was sent on has been answered before.
                nobody = self._hops == 0 and not guard.connected
                return self._failed(
                    self._said(error),
                    unreachable=nobody and isinstance(error, _NO_ANSWER),
                    lasting=isinstance(error, PrivateAddress),
                )

    def _ask(self, guard: Guard) -> Fetched | None:
        url = httpcore2.URL(
            scheme=self._url.raw_scheme, host=self._url.raw_host, port=self.place[1], target=self._url.raw_path
        )
        manners = self._manners
        timeout = {"connect": manners.connect, "read": manners.read, "write": manners.read}
        request = httpcore2.Request(
            "GET",
            url,
            headers=self._headers(),
            extensions={"timeout": timeout, "sni_hostname": self._url.raw_host.decode("ascii").removesuffix(".")},
        )
        tls = manners.tls() if self._url.scheme == "https" else None
        # A connection of its own for each request: nothing of one ask is left for another.
        with httpcore2.HTTPConnection(url.origin, ssl_context=tls, network_backend=guard) as connection:
            return self._answer(connection.handle_request(request))

    def _headers(self) -> list[tuple[bytes, bytes]]:
        headers = {
            "Host": self._url.netloc.decode("ascii"),
            "User-Agent": self._manners.user_agent,
            "Accept": _ACCEPT[self.ask.wanted],
            "Accept-Encoding": decoding.ACCEPTED,
            "Connection": "close",
            "Authorization": self._login,
            "If-None-Match": _sendable(self.ask.etag),
            "If-Modified-Since": _sendable(self.ask.last_modified),
        }
        return [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items() if value]

    def _answer(self, response: httpcore2.Response) -> Fetched | None:
        headers: dict[str, str] = {}
        for name, value in response.headers:
            # Latin-1 takes every byte, and gives the same ones back.
            headers.setdefault(name.decode("ascii").lower(), value.decode("latin-1"))
        if response.status in _REDIRECTS and headers.get("location"):
            self._follow(response.status, headers["location"])
            return None
        packings = [value.decode("latin-1") for name, value in response.headers if name.lower() == b"content-encoding"]
        return Fetched(
            status=response.status,
            body=decoding.unpacked(response.iter_stream(), packings, self._manners.limit)
            if response.status == httpx2.codes.OK
            else b"",
            url=str(self._url),
            content_type=headers.get("content-type", ""),
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
            retry_after=headers.get("retry-after", ""),
            moved_to=self._moved_to,
            challenged=any(headers.get(name, "").lower() in values for name, values in _CHALLENGES.items()),
        )

    def _follow(self, status: int, location: str) -> None:
        """Turn to where a redirect leads. Its body is not read: it may be as long as the server likes."""
        if self._hops == self._manners.redirects:
            raise self._failed(
                f"sends us on more than {self._manners.redirects} times. Look for its last address and use that."
            )
        before, scheme = self._url.origin, self._url.scheme
        try:
            # Some servers send UTF-8 where only ASCII is allowed.
            url = self._url.join(location.encode("latin-1").decode("utf-8", "replace").strip())
            place = place_of(url)
        except (httpx2.InvalidURL, ValueError) as error:
            # A login in a place that is none cannot be told from the rest.
            where = "a place with a login" if "@" in location else f"{location[:200]!r} ({error})"
            raise self._failed(f"sends us on to {where}, where nobody can be asked. Check it.") from None
        self._url = bare(url)
        if self._url.origin != before:
            # And it does not come back: whoever sends us back chooses the path.
            self._login = ""
        self._hops += 1
        # What leaves https has not moved: the last address before it has, if any.
        downgraded = scheme == "https" and self._url.scheme == "http"
        self._moving = self._moving and status in _PERMANENT and not downgraded
        if self._moving:
            self._moved_to = str(self._url)
        # A stranger does not send us into the operator's own network, though a server in it may.
        self.own = self.own and place in self._manners.allow_private
        self.place = place

    def _said(self, error: Exception) -> str:
        """What went wrong, and what to do, as the rest of a sentence."""
        if isinstance(error, PrivateAddress):
            return self._private(error)
        said = next((said for kind, said in _SAID if isinstance(error, kind)), _BROKE_OFF)
        error_said = str(error) or type(error).__name__
        return said.format(error=error_said, total=self._manners.total, limit=self._manners.limit)

    def _private(self, error: PrivateAddress) -> str:
        host, port = self.place
        named = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        leads = "is at" if self._hops == 0 else f"sends us on to {named}, which is"
        number = "" if str(error.number) == host else f" ({error.number})"
        return (
            f"{leads} a private address{number}, and those are not asked. "
            f"If that server is yours, add '{named}' to web.allow_private_feeds."
        )

    def _failed(self, what: str, *, unreachable: bool = False, lasting: bool = False) -> FetchFailed:
        return FetchFailed(f"{self.ask.named} {what}", unreachable=unreachable, lasting=lasting)


def _sendable(validator: str) -> str:
    """A validator as the server wrote it; empty where it cannot be sent back."""
    return validator if _SENDABLE.fullmatch(validator) else ""

"""Feeds over HTTP: bounded in size, time and redirects, whatever a server does."""

import ssl
from functools import cached_property

import httpx2

from newsletter.backends.fetchers.deadline import Deadline
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Feed, Fetched, without_login

_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

_ADVICE = {
    401: "It wants a login, which feeds here do not have; ask the outlet for a public feed.",
    403: "The server refuses us; ask the outlet, or check the address in a browser.",
    404: "There is nothing at this address; look for the feed's new one.",
    410: "It is gone for good; take the feed out of the configuration.",
    429: "We ask too often; let more time pass between two collections.",
}


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
    ) -> None:
        """Set the bounds.

        Args:
            user_agent: who asks, with an address where an outlet can complain.
            limit: the largest feed, in bytes once decompressed.
            connect: seconds to wait for a connection.
            read: seconds to wait for the next bytes.
            total: seconds for everything, redirects included.
            redirects: how many to follow.
        """
        self._headers = {"user-agent": user_agent, "accept": _ACCEPT}
        self._limit = limit
        self._connect, self._read = connect, read
        self._total = total
        self._redirects = redirects

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        # Made once: reading the certificates takes longer than many a fetch.
        return httpx2.create_ssl_context(trust_env=False)

    def fetch(self, feed: Feed) -> Fetched:
        """The feed as it is now, its address after redirects.

        Raises:
            FetchFailed: no answer in time, an answer that is no feed's, too many bytes or redirects.
        """
        deadline = Deadline(self._total)
        try:
            # A client for each fetch leaves no connection open behind it.
            with (
                httpx2.Client(
                    headers=self._headers, verify=self._tls, trust_env=False, follow_redirects=False
                ) as client,
                deadline,
            ):
                return self._follow(client, feed, deadline)
        except httpx2.TransportError as error:
            raise self._failed_in_transport(error, feed, deadline) from error
        except httpx2.DecodingError:
            raise _failed(feed, "sent bytes that cannot be decompressed. Try again later.") from None
        except httpx2.HTTPError as error:
            raise _failed(feed, f"broke off ({str(error) or type(error).__name__}). Try again later.") from error
        except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
            # What is wrong with an address may be quoted out of its login.
            reason = "its login is not as it should be, perhaps" if "@" in feed.url else str(error)
            raise _failed(feed, f"has no address that can be asked ({reason}). Correct it.") from None

    def _failed_in_transport(self, error: httpx2.TransportError, feed: Feed, deadline: Deadline) -> FetchFailed:
        if deadline.passed:
            return self._too_slow(feed)
        if isinstance(error, httpx2.ConnectTimeout):
            return _failed(feed, "did not take our call in time. Try again later, or check the address.")
        if isinstance(error, httpx2.TimeoutException):
            return _failed(feed, "stopped answering. Try again later.")
        if isinstance(error, httpx2.ConnectError):
            return _failed(feed, f"cannot be reached ({error}). Check the address and the network.")
        return _failed(feed, f"broke off ({str(error) or type(error).__name__}). Try again later.")

    def _follow(self, client: httpx2.Client, feed: Feed, deadline: Deadline) -> Fetched:
        # By hand, because the client would read the body of every redirect, however long.
        request = client.build_request("GET", feed.url)
        for _ in range(self._redirects + 1):
            request.extensions = {"timeout": self._timeout(deadline).as_dict(), "trace": deadline.trace}
            if request.url.scheme not in {"http", "https"}:
                raise _failed(feed, f"sends us on to {request.url}, which is no http address. Check it.")
            response = client.send(request, stream=True)
            try:
                if response.next_request is None:
                    self._expect_ok(response, feed)
                    return Fetched(
                        body=self._body(response, feed, deadline),
                        url=without_login(str(response.url)),
                        content_type=response.headers.get("content-type", ""),
                    )
                request = response.next_request
            finally:
                response.close()
                deadline.hang_up()
            self._expect_time_left(feed, deadline)
        raise _failed(
            feed,
            f"sends us on more than {self._redirects} times. Look for its last address and use that.",
        )

    def _body(self, response: httpx2.Response, feed: Feed, deadline: Deadline) -> bytes:
        """The body, once decompressed; given up as soon as it is too long or takes too long."""
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > self._limit:
                raise _failed(
                    feed,
                    f"is larger than {self._limit:,} bytes. If that is right, raise collect.max_bytes.",
                )
            self._expect_time_left(feed, deadline)
        # A body that ends with its connection looks whole when the deadline has cut it.
        self._expect_time_left(feed, deadline)
        return bytes(body)

    def _expect_time_left(self, feed: Feed, deadline: Deadline) -> None:
        if deadline.passed:
            raise self._too_slow(feed)

    def _too_slow(self, feed: Feed) -> FetchFailed:
        return _failed(feed, f"took longer than {self._total:g} seconds. Try again later, or raise collect.timeout.")

    def _timeout(self, deadline: Deadline) -> httpx2.Timeout:
        """The timeouts of one request, where the deadline does not end it first; it cannot end a connecting."""
        return httpx2.Timeout(self._read, connect=min(self._connect, max(deadline.left, 0.001)))

    def _expect_ok(self, response: httpx2.Response, feed: Feed) -> None:
        status = response.status_code
        if status == httpx2.codes.OK:
            return
        trouble = "The server has trouble of its own; try again later." if status >= 500 else "Check the address."
        answer = f"{status} {response.reason_phrase}".strip()
        raise _failed(feed, f"answered {answer}. {_ADVICE.get(status, trouble)}")


def _failed(feed: Feed, what: str) -> FetchFailed:
    return FetchFailed(without_login(f"The feed of {feed.outlet} at {feed.url} {what}"))

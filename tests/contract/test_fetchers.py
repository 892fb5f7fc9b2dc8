"""What every fetcher promises, over disk, over the network, and over both."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from newsletter.backends.fetchers.disk import DiskFetcher
from newsletter.backends.fetchers.either import EitherFetcher
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Feed
from newsletter.ports import Fetcher

LIMIT = 100_000
BODY = b'<?xml version="1.0" encoding="koi8-r"?><rss/>\r\n\xc4\x00'


def a_disk() -> DiskFetcher:
    return DiskFetcher(limit=LIMIT)


def a_network(*, total: float = 5, redirects: int = 3) -> NetworkFetcher:
    return NetworkFetcher("newsletter-tests", limit=LIMIT, connect=1, read=1, total=total, redirects=redirects)


def a_feed(url: str) -> Feed:
    return Feed(url=url, outlet="The Ledger", family="The Ledger")


#: Puts bytes where a fetcher finds them; None puts nothing there. Gives the address.
Publish = Callable[[bytes | None], str]


@pytest.fixture(params=["disk", "disk by address", "network", "either: disk", "either: network"])
def source(request: pytest.FixtureRequest, tmp_path: Path, httpserver: HTTPServer) -> tuple[Fetcher, Publish]:
    """A fetcher, and how to put a feed where it looks."""

    def on_disk(body: bytes | None) -> str:
        path = tmp_path / "a feed.xml"
        if body is not None:
            path.write_bytes(body)
        return path.as_uri() if "address" in request.param else str(path)

    def on_the_network(body: bytes | None) -> str:
        if body is not None:
            httpserver.expect_request("/feed.xml").respond_with_data(body, content_type="application/rss+xml")
        return httpserver.url_for("/feed.xml")

    network = "network" in request.param
    if "either" in request.param:
        return EitherFetcher(disk=a_disk(), network=a_network()), on_the_network if network else on_disk
    return (a_network(), on_the_network) if network else (a_disk(), on_disk)


def test_bytes_come_back_as_they_are(source: tuple[Fetcher, Publish]):
    """Their charset is judged later, by what they are."""
    fetcher, publish = source

    assert fetcher.fetch(a_feed(publish(BODY))).body == BODY


def test_an_empty_feed_is_fetched(source: tuple[Fetcher, Publish]):
    fetcher, publish = source

    assert fetcher.fetch(a_feed(publish(b""))).body == b""


def test_a_feed_of_just_the_limit_is_fetched(source: tuple[Fetcher, Publish]):
    fetcher, publish = source

    assert len(fetcher.fetch(a_feed(publish(b"x" * LIMIT))).body) == LIMIT


@pytest.mark.parametrize(("body", "what"), [(b"x" * (LIMIT + 1), "larger than 100,000 bytes"), (None, "")])
def test_what_cannot_be_had_is_said_in_a_sentence_that_names_the_feed(source: tuple[Fetcher, Publish], body, what):
    fetcher, publish = source
    url = publish(body)

    with pytest.raises(FetchFailed) as failure:
        fetcher.fetch(a_feed(url))

    message = str(failure.value)
    assert "The Ledger" in message
    assert url in message
    assert what in message
    assert "\n" not in message
    assert message.endswith(".")


# --- disk ------------------------------------------------------------------------------------------------------------


def test_a_folder_is_no_feed(tmp_path: Path):
    with pytest.raises(FetchFailed, match="no file"):
        a_disk().fetch(a_feed(str(tmp_path)))


def test_a_link_that_leads_to_itself_is_no_feed(tmp_path: Path):
    loop = tmp_path / "loop.xml"
    loop.symlink_to(loop)

    with pytest.raises(FetchFailed, match="cannot be read"):
        a_disk().fetch(a_feed(str(loop)))


def test_a_path_with_a_zero_byte_is_no_feed():
    with pytest.raises(FetchFailed):
        a_disk().fetch(a_feed("/feeds/\0.xml"))


def test_a_recorded_feed_has_a_file_address(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_bytes(BODY)

    assert a_disk().fetch(a_feed(str(path))).url == path.as_uri()


# --- the network -----------------------------------------------------------------------------------------------------


def test_the_answer_says_what_it_is_and_where_it_came_from(httpserver: HTTPServer):
    httpserver.expect_request("/old").respond_with_data("", 301, {"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data(BODY, content_type="text/xml; charset=koi8-r")

    fetched = a_network().fetch(a_feed(httpserver.url_for("/old")))

    assert fetched.url == httpserver.url_for("/new")
    assert fetched.content_type == "text/xml; charset=koi8-r"


def test_it_says_who_asks(httpserver: HTTPServer):
    """An outlet must be able to tell who asks, and to complain."""
    httpserver.expect_request("/feed", headers={"User-Agent": "newsletter-tests"}).respond_with_data(BODY)

    assert a_network().fetch(a_feed(httpserver.url_for("/feed"))).body == BODY


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (204, "Check the address"),
        (401, "login"),
        (403, "refuses"),
        (404, "nothing at this address"),
        (410, "gone for good"),
        (418, "Check the address"),
        (429, "too often"),
        (500, "try again later"),
        (503, "try again later"),
    ],
)
def test_a_status_is_answered_with_what_to_do(httpserver: HTTPServer, status: int, advice: str):
    httpserver.expect_request("/feed").respond_with_data("no", status)

    with pytest.raises(FetchFailed, match=rf"answered {status} .*{advice}"):
        a_network().fetch(a_feed(httpserver.url_for("/feed")))


def test_redirects_end(httpserver: HTTPServer):
    httpserver.expect_request("/loop").respond_with_data("", 302, {"Location": "/loop"})

    with pytest.raises(FetchFailed, match="more than 3 times"):
        a_network().fetch(a_feed(httpserver.url_for("/loop")))

    assert len(httpserver.log) == 4


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://ledger.example/feed", "javascript:alert(1)", "http://["]
)
def test_a_redirect_leads_to_the_web_only(httpserver: HTTPServer, target: str):
    httpserver.expect_request("/feed").respond_with_data("", 302, {"Location": target})

    with pytest.raises(FetchFailed):
        a_network().fetch(a_feed(httpserver.url_for("/feed")))


def test_the_body_of_a_redirect_is_not_read(httpserver: HTTPServer):
    """It may be as long as the server likes."""

    def endless(_: Request) -> Response:
        return Response((b"x" * 10_000 for _ in range(100_000)), 302, {"Location": "/new"})

    httpserver.expect_request("/old").respond_with_handler(endless)
    httpserver.expect_request("/new").respond_with_data(BODY)

    assert a_network().fetch(a_feed(httpserver.url_for("/old"))).body == BODY


@pytest.fixture
def slow_server() -> Iterator[HTTPServer]:
    """A server of its own, which answers one request while it still sleeps over another."""
    with HTTPServer(threaded=True) as server:
        yield server


def test_a_slow_drip_ends_with_the_total_time(slow_server: HTTPServer):
    """Each byte starts the read timeout anew; only a total ends it."""

    def drip(_: Request) -> Response:
        def bytes_one_by_one() -> Iterator[bytes]:
            for _ in range(20):
                time.sleep(0.1)
                yield b"x"

        return Response(bytes_one_by_one())

    slow_server.expect_request("/feed").respond_with_handler(drip)
    started = time.monotonic()

    with pytest.raises(FetchFailed, match=r"longer than 0.3 seconds"):
        a_network(total=0.3).fetch(a_feed(slow_server.url_for("/feed")))

    assert time.monotonic() - started < 1.5


@pytest.fixture
def dribbling() -> Iterator[Callable[[bytes], str]]:
    """Serves an answer byte by byte, one each 0.05 seconds, without end. Gives the address."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve(opening: bytes) -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(10_000)
                try:
                    connection.sendall(opening)
                    while not over.wait(0.05):
                        connection.sendall(b"x")
                except OSError:  # the fetcher hung up, as it should
                    return

        threads: list[threading.Thread] = []

        def start(opening: bytes) -> str:
            threads.append(threading.Thread(target=serve, args=(opening,)))
            threads[-1].start()
            return f"http://127.0.0.1:{listening.getsockname()[1]}/feed"

        yield start
        over.set()
        for thread in threads:
            thread.join(timeout=5)


@pytest.mark.parametrize(
    "opening", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\n\r\n"], ids=["status", "headers", "body"]
)
def test_dribbled_headers_end_with_the_total_time(dribbling: Callable[[bytes], str], opening: bytes):
    """No byte of a body has come yet at which a fetcher could look at its clock; a body without an end looks whole."""
    url = dribbling(opening)
    started = time.monotonic()

    with pytest.raises(FetchFailed, match=r"longer than 0.5 seconds"):
        a_network(total=0.5).fetch(a_feed(url))

    assert time.monotonic() - started < 2


def test_a_server_that_stays_silent_is_given_up(slow_server: HTTPServer):
    def silent(_: Request) -> Response:
        time.sleep(0.6)
        return Response(BODY)

    slow_server.expect_request("/feed").respond_with_handler(silent)

    with pytest.raises(FetchFailed, match="stopped answering"):
        NetworkFetcher("newsletter-tests", read=0.2).fetch(a_feed(slow_server.url_for("/feed")))


def test_a_body_is_measured_once_decompressed(httpserver: HTTPServer):
    """A few kilobytes of gzip can unfold to as many gigabytes."""
    bomb = gzip.compress(b"\0" * 5_000_000)
    assert len(bomb) < LIMIT
    httpserver.expect_request("/feed").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})

    with pytest.raises(FetchFailed, match="larger than 100,000 bytes"):
        a_network().fetch(a_feed(httpserver.url_for("/feed")))


def test_bytes_that_are_not_compressed_as_they_claim_fail(httpserver: HTTPServer):
    httpserver.expect_request("/feed").respond_with_data(b"plain", headers={"Content-Encoding": "gzip"})

    with pytest.raises(FetchFailed, match="decompressed"):
        a_network().fetch(a_feed(httpserver.url_for("/feed")))


def test_nobody_at_home():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(FetchFailed, match="cannot be reached"):
        a_network().fetch(a_feed(f"http://127.0.0.1:{port}/feed"))


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "http://ledger.example:99999/", "http://" + "a" * 300, "https://\x00"]
)
def test_an_address_that_is_none_fails(url: str):
    with pytest.raises(FetchFailed):
        a_network().fetch(a_feed(url))


def test_proxies_of_the_environment_are_not_asked(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch):
    """Which feeds a newsroom reads is nobody else's affair."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    httpserver.expect_request("/feed").respond_with_data(BODY)

    assert a_network().fetch(a_feed(httpserver.url_for("/feed"))).body == BODY


@pytest.mark.parametrize(
    "url",
    [
        "http://ana:hunter2@127.0.0.1:{port}/feed",
        "http://ana:hunter2@[::1/feed",
        "http://ana:hunter2@ledger.example:99999/feed",
        "http://ana:hunter2@ledger.example:hunter2/feed",
        "ftp://ana:hunter2@ledger.example/feed",
        "file://ana:hunter2@/feeds/missing.xml",
    ],
)
def test_no_message_tells_a_login(url: str):
    """Messages are logged, mailed and shown to editors."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(FetchFailed) as failure:
        EitherFetcher(disk=a_disk(), network=a_network()).fetch(a_feed(url.replace("{port}", str(port))))

    assert "ana" not in str(failure.value)


def test_no_message_tells_the_login_of_a_redirect(httpserver: HTTPServer):
    httpserver.expect_request("/feed").respond_with_data("", 302, {"Location": "ftp://ana:hunter2@ledger.example/"})

    with pytest.raises(FetchFailed) as failure:
        a_network().fetch(a_feed(httpserver.url_for("/feed")))

    assert "hunter2" not in str(failure.value)


def test_the_address_of_what_was_fetched_has_no_login(httpserver: HTTPServer):
    """Links of the feed are resolved against it, and printed."""
    httpserver.expect_request("/feed").respond_with_data(BODY)
    url = httpserver.url_for("/feed")

    assert a_network().fetch(a_feed(url.replace("://", "://ana:hunter2@"))).url == url


# --- both ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["ftp://ledger.example/feed", "gopher://ledger.example", "://", "gopher://[ledger"])
def test_an_address_of_another_sort_is_refused(url: str):
    with pytest.raises(FetchFailed, match="Use http, https or the path of a file"):
        EitherFetcher(disk=a_disk(), network=a_network()).fetch(a_feed(url))

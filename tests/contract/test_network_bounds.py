"""What a server may do to the network fetcher: be slow, endless, broken or not there at all."""

import gzip
import socket
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable

import pytest

from tests.contract.asks import BODY, a_network, always, failed, found
from tests.contract.web import Answer, Request, Web, after, said

# --- time ------------------------------------------------------------------------------------------------------------


def dribbled(opening: bytes, each: bytes = b"x", wait: float = 0.05) -> Callable[[Request], Answer]:
    """An answer byte by byte, without end."""

    def answer(request: Request) -> Answer:
        yield opening
        while True:
            yield wait
            yield each

    return answer


@pytest.mark.parametrize(
    "opening",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x10\0\0\0\0\0\0",
    ],
    ids=["status", "headers", "body", "body of known length", "packed body"],
)
def test_a_slow_drip_ends_with_the_total_time(web: Web, opening: bytes):
    """Each byte starts the read timeout anew; only a total ends it, wherever it drips."""
    web.answers["/feed"] = dribbled(opening)
    started = time.monotonic()

    failure = failed(a_network(web, total=0.5), web.url())

    assert "longer than 0.5 seconds" in str(failure)
    assert not failure.unreachable
    assert time.monotonic() - started < 3


def test_one_byte_a_second_ends_with_the_total_time(web: Web):
    web.answers["/feed"] = dribbled(b"HTTP/1.1 200 OK\r\n\r\n", wait=1.0)

    assert "longer than 1.5 seconds" in str(failed(a_network(web, total=1.5, read=5), web.url()))


def test_answers_that_never_come_to_the_point_end_with_the_total_time(web: Web):
    """A server may say any number of times that its answer is to follow."""
    web.answers["/feed"] = dribbled(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", wait=0.01)

    assert "longer than 0.5 seconds" in str(failed(a_network(web, total=0.5), web.url()))


def test_redirects_share_the_total_time(web: Web):
    web.answers["/feed"] = after(0.3, said(b"", "302 On", location="/feed"))

    assert "longer than 0.5 seconds" in str(failed(a_network(web, total=0.5, redirects=20), web.url()))


def test_a_server_that_stays_silent_is_given_up(web: Web):
    web.answers["/feed"] = after(5.0)

    failure = failed(a_network(web, read=0.2), web.url())

    assert "stopped answering" in str(failure)
    assert not failure.unreachable


def test_a_name_that_nobody_can_tell_ends_with_the_total_time():
    """The system's own look-up cannot be interrupted, and may take minutes."""
    never = threading.Event()

    def stuck(host: str, port: int) -> list[str]:
        never.wait(20)
        return []

    failure = failed(a_network(total=0.3, resolve=stuck), "http://ledger.example/feed")
    never.set()

    assert "longer than 0.3 seconds" in str(failure)
    assert failure.unreachable


# --- size ------------------------------------------------------------------------------------------------------------


def packed(body: bytes, encoding: str, **headers: str) -> bytes:
    return said(body, content_encoding=encoding, **headers)


def deflated(body: bytes, frame: int) -> bytes:
    packer = zlib.compressobj(wbits=frame * zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY)),
        ("GZIP", gzip.compress(BODY)),
        ("identity", BODY),
        ("deflate", deflated(BODY, 1)),
        ("deflate", deflated(BODY, -1)),
        ("gzip, gzip", gzip.compress(gzip.compress(BODY))),
        ("deflate, gzip", gzip.compress(deflated(BODY, 1))),
        ("gzip", gzip.compress(BODY[:9]) + gzip.compress(BODY[9:])),
        ("gzip", gzip.compress(BODY) + b"\0" * 40),
        ("gzip", gzip.compress(BODY) + b"<!-- served in 3 ms -->"),
        ("gzip", b""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("apart", [False, True])
def test_a_packed_body_is_unpacked(web: Web, encoding: str, sent: bytes, apart: bool):
    """In one piece or byte by byte; and in several parts, where a decoder that stops at the first gives half a feed."""
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in sent) + b"0\r\n\r\n"
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    web.answers["/feed"] = head + chunks if apart else packed(sent, encoding)

    assert found(a_network(web), web.url()).body == (BODY if sent else b"")


@pytest.mark.parametrize(
    ("encoding", "sent", "why"),
    [
        ("gzip", b"plain", "not packed as it claims"),
        ("deflate", b"plain", "not packed as it claims"),
        ("gzip", gzip.compress(BODY)[:-9], "cut off"),
        ("gzip", gzip.compress(BODY)[:-1], "cut off"),
        ("gzip", gzip.compress(BODY)[:-5] + b"\0\0\0\0\0", "not packed as it claims"),
        ("deflate", deflated(BODY, 1)[:-1], "cut off"),
        ("deflate", b"x", "cut off"),
        ("br", b"\x0b\x02\x80", "did not ask for"),
        ("zstd, gzip", gzip.compress(BODY), "did not ask for"),
        ("gzip, gzip, gzip, gzip", BODY, "more than 3 times"),
        ("gzip", gzip.compress(b"") * 1_001, "too many parts"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bytes_that_are_not_packed_as_they_claim_fail(web: Web, encoding: str, sent: bytes, why: str):
    """Half a feed would look like a feed that dropped its other half."""
    web.answers["/feed"] = packed(sent, encoding)

    message = str(failed(a_network(web), web.url()))

    assert "decompressed" in message
    assert why in message


def test_an_endless_body_is_given_up(web: Web):
    web.answers["/feed"] = dribbled(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 10_000, wait=0.0)

    assert "larger than 100,000 bytes" in str(failed(a_network(web), web.url()))


def test_endless_headers_are_given_up(web: Web):
    web.answers["/feed"] = dribbled(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 1_000 + b"\r\n", wait=0.0)

    assert "broke off" in str(failed(a_network(web), web.url()))


@pytest.fixture(scope="session")
def bombs() -> dict[str, bytes]:
    """300 MB of nothing, packed in the ways we read."""
    packer = zlib.compressobj(1, wbits=zlib.MAX_WBITS | 16)
    once = b"".join([*(packer.compress(b"\0" * 1_000_000) for _ in range(300)), packer.flush()])
    return {
        "gzip": once,
        # The same without gzip's head and tail.
        "deflate": once[10:-8],
        "gzip, gzip, gzip": gzip.compress(gzip.compress(once)),
        # What follows the end of the inner one is no part of it, and still has to go somewhere.
        "gzip, gzip": gzip.compress(gzip.compress(BODY)) + once,
    }


def test_a_bomb_takes_little_memory(web: Web, bombs: dict[str, bytes]):
    """A few kilobytes unfold to 300 MB, or as many gigabytes: the limit holds while it unfolds, not afterwards."""
    for number, (encoding, bomb) in enumerate(bombs.items()):
        web.answers[f"/{number}"] = packed(bomb, encoding)
    web.answers["/warm"] = packed(gzip.compress(BODY), "gzip")
    script = f"""
import resource
from newsletter.backends.fetchers.network import NetworkFetcher
from newsletter.domain.feed import Ask

fetcher = NetworkFetcher("newsletter-tests", allow_private=frozenset({{"{web.place}"}}))
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
ask = lambda path: next(answer for _, answer in fetcher.fetch([Ask(url="{web.url("/")}" + path, outlet="The Ledger")]))
ask("warm")
for path in {[str(number) for number in range(len(bombs))]}:
    resting = peak()
    print(ask(path), (peak() - resting) // 1024)
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)

    lines = done.stdout.splitlines()
    assert all("larger than 5,000,000 bytes" in line for line in lines)
    assert len(lines) == len(bombs)
    assert max(int(line.rpartition(" ")[2]) for line in lines) < 64


# --- bodies that are not what they seem ------------------------------------------------------------------------------


def test_a_body_shorter_than_it_claims_fails(web: Web):
    """A connection cut in the middle must not look like a feed that dropped its other half."""
    web.answers["/feed"] = said(BODY, content_length=str(len(BODY) + 1))

    assert "broke off" in str(failed(a_network(web), web.url()))


def test_a_body_ends_where_it_claims_to(web: Web):
    web.answers["/feed"] = said(BODY + b"<!-- and more -->", content_length=str(len(BODY)))

    assert found(a_network(web), web.url()).body == BODY


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\0\0\0",
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"<rss></rss>",
        b"HTTP/1.1 two hundred OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1" + b"0" * 30 + b"\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nlong\r\nhello",
        b"HTTP/1.1 200 OK\r\nX Y: z\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Le",
    ],
)
def test_an_answer_that_is_broken_fails(web: Web, answer: bytes):
    web.answers["/feed"] = answer

    failure = failed(a_network(web), web.url())

    assert "broke off" in str(failure)
    assert not failure.unreachable


@pytest.mark.parametrize(
    "before", [[], [b"HTTP/1.1 200 OK\r\n"], [b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhel"]]
)
def test_a_reset_in_the_middle_fails(web: Web, before: list[bytes]):
    def cut(_: Request) -> Answer:
        yield from [*before, 0.05, None]

    web.answers["/feed"] = cut

    failure = failed(a_network(web), web.url())

    assert "broke off" in str(failure)
    assert not failure.unreachable


def test_a_server_of_another_age_is_understood(web: Web):
    web.answers["/feed"] = b"HTTP/1.0 200 OK\r\n\r\n" + BODY

    assert found(a_network(web), web.url()).body == BODY


# --- nobody there ----------------------------------------------------------------------------------------------------


def test_nobody_at_home(web: Web):
    web.close()

    failure = failed(a_network(web), web.url())

    assert "cannot be reached" in str(failure)
    assert failure.unreachable


def test_a_name_without_a_number():
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    failure = failed(a_network(resolve=unknown), "http://ledger.example/feed")

    assert "cannot be reached (Name or service not known)" in str(failure)
    assert failure.unreachable


def test_whoever_was_sent_on_had_been_answered(webs):
    """It says nothing about our own network when a redirect leads nowhere."""
    web, gone = webs(), webs()
    gone.close()
    web.answers["/feed"] = said(b"", "302 On", location=gone.url())

    failure = failed(a_network(web, gone), web.url())

    assert "cannot be reached" in str(failure)
    assert not failure.unreachable


def test_all_numbers_of_a_name_are_tried(web: Web):
    web.answers["/feed"] = said(BODY)
    place = f"ledger.example:{web.port}"
    numbers = ["::1", "127.0.0.77", "127.0.0.1"]
    fetcher = a_network(allow_private=frozenset({place}), resolve=always(*numbers))

    assert found(fetcher, f"http://{place}/feed").body == BODY


def test_not_every_number_of_a_name_is_tried(web: Web):
    """A name may have hundreds, and nobody at any of them."""
    place = f"ledger.example:{web.port}"
    numbers = [*(f"127.0.0.{n}" for n in range(70, 90)), "127.0.0.1"]
    fetcher = a_network(allow_private=frozenset({place}), resolve=always(*numbers))

    assert "cannot be reached" in str(failed(fetcher, f"http://{place}/feed"))


@pytest.mark.parametrize("host", ["::1"])
def test_ipv6_is_spoken(webs, host: str):
    web = webs(host)
    web.answers["/feed"] = said(BODY)

    answer = found(a_network(web), web.url())

    assert (answer.body, answer.url) == (BODY, f"http://[::1]:{web.port}/feed")


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[::1",
        "http://ledger.example:99999/",
        "http://ledger.example:0/",
        "http://" + "a" * 300,
        "https://\x00",
        "http://a b/",
        "http://ledger.example/" + "a" * 70_000,
        "http:ledger.example",
        "http://\u2488.example/",
        "http://xn--\xff/",
        "http://-\udcff/",
    ],
)
def test_an_address_that_is_none_fails(url: str):
    failure = failed(a_network(), url)

    assert "has no address that can be asked" in str(failure)
    assert not failure.unreachable


@pytest.mark.parametrize("answer", [b"HTTP/1.1 200 OK\r\n\r\n", b"\x15\x03\x01\0\x02\x02\x28"])
def test_a_server_without_tls_is_not_trusted(answer: bytes):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        place = f"ledger.example:{listening.getsockname()[1]}"
        heard: list[bytes] = []

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(10_000))
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        fetcher = a_network(allow_private=frozenset({place}), resolve=always("127.0.0.1"))

        failure = failed(fetcher, f"https://{place}/feed")
        thread.join(5)

    assert "cannot be asked securely" in str(failure)
    assert not failure.unreachable
    # The name that the certificate is asked for is the address's own.
    assert b"ledger.example" in heard[0]


def test_a_server_that_is_silent_about_tls_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        place = f"127.0.0.1:{listening.getsockname()[1]}"

        failure = failed(a_network(allow_private=frozenset({place}), connect=0.3), f"https://{place}/feed")

    assert "stopped answering" in str(failure)

"""One HTTP request that is over in time, whatever the server does.

A read timeout starts anew with every byte, so a server that sends one byte a second could hold a draft for hours. So
no wait, for a name, a connection, TLS, headers or a body, is longer than what is left of the whole. Nothing of the
environment's proxies is used, and no redirect is followed: what is sent here carries a key.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

import httpcore2
import httpx2

#: No more numbers of one name are tried.
_TRIES = 4
#: The scheme whose every byte can be read on the way.
_CLEAR = "http"


class TooLate(Exception):
    """The time for the whole request is over."""


class TooLarge(Exception):
    """The answer is larger than is read."""


class InTheClear(Exception):
    """The address begins with http, and its host is in the open internet."""


class Untrusted(Exception):
    """TLS could not be agreed on; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said."""

    status: int
    #: Names in lower case; of several of one name the first.
    headers: Mapping[str, str]
    body: bytes


def post(url: httpx2.URL, headers: Mapping[str, str], body: bytes, *, seconds: float, limit: int) -> Answer:
    """Send a body, and read the answer whole.

    Args:
        url: http or https. In the clear only a loopback or private address is asked.
        headers: beside those that HTTP itself needs; ASCII.
        body: what is sent.
        seconds: for everything.
        limit: bytes of the answer's body, at most.

    Raises:
        TooLate: it took longer.
        TooLarge: the answer is longer.
        InTheClear: the address is in the open internet, and not https.
        Untrusted: the server cannot be believed to be who it should be.
        httpcore2.NetworkError: nobody answers, or the connection broke.
        httpcore2.TimeoutException: likewise.
        httpcore2.ProtocolError: what answers speaks no HTTP.
    """
    line = _Line(time.monotonic() + seconds, is_clear=url.scheme == _CLEAR)
    port = url.port or (80 if url.scheme == _CLEAR else 443)
    address = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=port, target=url.raw_path)
    all_headers = {
        "Host": url.netloc.decode("ascii"),
        **headers,
        "Content-Length": str(len(body)),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    request = httpcore2.Request(
        "POST",
        address,
        headers=[(name.encode("ascii"), value.encode("ascii")) for name, value in all_headers.items()],
        content=body,
        extensions={"sni_hostname": url.raw_host.decode("ascii").removesuffix(".")},
    )
    tls = None if url.scheme == _CLEAR else httpx2.create_ssl_context(trust_env=False)
    with httpcore2.HTTPConnection(address.origin, ssl_context=tls, network_backend=line) as connection:
        response = connection.handle_request(request)
        said: dict[str, str] = {}
        for name, value in response.headers:
            said.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
        return Answer(status=response.status, headers=said, body=_whole(response, limit))


def _whole(response: httpcore2.Response, limit: int) -> bytes:
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > limit:
            raise TooLarge
    return bytes(body)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TooLate
    return left


class _Line(httpcore2.NetworkBackend):
    """Opens the connection of one request, as the HTTP client's network."""

    def __init__(self, until: float, *, is_clear: bool) -> None:
        """``until``: the monotonic clock's reading at which it is over."""
        self._until = until
        self._is_clear = is_clear

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        del timeout, local_address, socket_options
        numbers = _numbers(host, port, _left(self._until))
        if self._is_clear:
            # The very number that is dialled is looked at: a name may stand for anything.
            numbers = [number for number in numbers if not _is_public(number)]
            if not numbers:
                raise InTheClear
        error = OSError("it has no number")
        for number in numbers[:_TRIES]:
            try:
                connection = socket.create_connection((number, port), timeout=_left(self._until))
            except OSError as failed:
                error = failed
            else:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return _Stream(connection, self._until)
        _left(self._until)
        raise httpcore2.ConnectError(error.strerror or str(error)) from error


class _Stream(httpcore2.NetworkStream):
    """A connection on which no wait is longer than what is left."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self._connection = connection
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        try:
            self._connection.settimeout(_left(self._until))
            return self._connection.recv(max_bytes)
        except TimeoutError:
            raise TooLate from None
        except OSError as error:
            raise httpcore2.ReadError(error.strerror or str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        try:
            self._connection.settimeout(_left(self._until))
            self._connection.sendall(buffer)
        except TimeoutError:
            raise TooLate from None
        except OSError as error:
            raise httpcore2.WriteError(error.strerror or str(error)) from error

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        del timeout
        try:
            self._connection.settimeout(_left(self._until))
            secured = ssl_context.wrap_socket(self._connection, server_hostname=server_hostname)
        except TimeoutError:
            self.close()
            raise TooLate from None
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise Untrusted(error.verify_message.rstrip(".") or "its certificate is not valid") from error
        except ssl.SSLError as error:
            self.close()
            raise Untrusted(error.reason or str(error)) from error
        except OSError as error:
            self.close()
            raise httpcore2.ReadError(error.strerror or str(error)) from error
        return _Stream(secured, self._until)

    def close(self) -> None:
        self._connection.close()


def _is_public(text: str) -> bool:
    number = ip_address(text.partition("%")[0])
    inner = number.ipv4_mapped if isinstance(number, IPv6Address) else None
    return (inner or number).is_global


def _numbers(host: str, port: int, seconds: float) -> list[str]:
    """The numbers of a name. The system's resolver cannot be interrupted, so it runs in a thread nobody waits for.

    Raises:
        TooLate: nobody said in time.
        httpcore2.ConnectError: it has none.
    """
    found: list[str] = []
    failed: list[str] = []
    done = threading.Event()

    def ask() -> None:
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(address[0]) for *_, address in addresses))
        except OSError as error:
            failed.append(error.strerror or str(error))
        except UnicodeError:
            failed.append("it is no name of a host")
        finally:
            done.set()

    threading.Thread(target=ask, name=f"look-up of {host}", daemon=True).start()
    if not done.wait(seconds):
        raise TooLate
    if failed:
        raise httpcore2.ConnectError(failed[0])
    return found

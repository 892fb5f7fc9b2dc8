"""Outlets' servers for tests: each address answers the very bytes that a test lays there, or misbehaves with them."""

import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(frozen=True)
class Request:
    """What was asked of a server."""

    path: str
    #: By their names in lower case.
    headers: dict[str, str]


#: The raw bytes of an answer, whole or as they are to leave; None ends it with a reset.
Raw = bytes | Iterable[bytes | None]
#: What lies at an address: an answer, or what makes one of a request.
Page = Raw | Callable[[Request], Raw]


def response(status: int, body: bytes = b"", **headers: str) -> bytes:
    """An answer as it goes over the wire. Underscores in names of headers are hyphens."""
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    named = {"Content-Length": str(len(body)), "Content-Type": "application/rss+xml"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} {phrase}\r\n{lines}\r\n".encode("latin-1") + body


@dataclass
class Server:
    """A server, by its pages."""

    #: Host and port, as they stand in an address.
    place: str
    pages: dict[str, Page] = field(default_factory=dict)
    #: Every request, in the order in which they came.
    asked: list[Request] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://{self.place}{path}"

    def asked_for(self, path: str) -> list[Request]:
        return [request for request in self.asked if request.path == path]


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Server]:
    """A server at a local address, which answers in threads of its own while the block runs."""
    made: Server

    class Answering(socketserver.StreamRequestHandler):
        timeout = 20

        def handle(self) -> None:
            try:
                request = self._request()
                if request is None:
                    return
                made.asked.append(request)
                page = made.pages.get(request.path, response(404))
                raw = page(request) if callable(page) else page
                for part in [raw] if isinstance(raw, bytes) else raw:
                    if part is None:
                        # Closed at once and without a word, a connection is reset.
                        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                        return
                    self.wfile.write(part)
            except OSError:
                return  # whoever asked has hung up

        def _request(self) -> Request | None:
            words = self.rfile.readline().decode("latin-1").split()
            headers = {}
            while line := self.rfile.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            return Request(path=words[1], headers=headers) if len(words) > 1 else None

    class Listening(socketserver.ThreadingTCPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        daemon_threads = True
        block_on_close = False
        allow_reuse_address = True
        request_queue_size = 128

    with Listening((host, 0), Answering) as server:
        port = server.server_address[1]
        made = Server(place=f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()

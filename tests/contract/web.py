"""Web servers of our own making, down to the bytes: a fetcher meets worse than a server library would say."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    """What somebody asked."""

    path: str
    headers: dict[str, str]
    at: float


#: What a server sends, piece by piece. A pause is a number of seconds; None cuts the connection with a reset.
Answer = Iterator[bytes | float | None]


def said(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; the header names with _ for -."""
    lines = {"content-length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def after(seconds: float, *pieces: bytes | None) -> Callable[[Request], Answer]:
    """An answer that keeps one waiting."""

    def answer(_: Request) -> Answer:
        yield seconds
        yield from pieces

    return answer


class Crowd:
    """Counts how many are being served at most, over any number of servers."""

    def __init__(self) -> None:
        self._now = 0
        self.most = 0
        self._lock = threading.Lock()

    def served(self, seconds: float, piece: bytes) -> Callable[[Request], Answer]:
        """An answer that keeps one waiting, and counts who waits."""

        def answer(_: Request) -> Answer:
            with self._lock:
                self._now += 1
                self.most = max(self.most, self._now)
            yield seconds
            with self._lock:
                self._now -= 1
            yield piece

        return answer


class Web:
    """One server; ``answers`` maps a path to what it says: bytes, or a function of the request."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.answers: dict[str, bytes | Callable[[Request], bytes | Answer]] = {}
        self.requests: list[Request] = []
        self.connections = 0
        self.over = threading.Event()
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listening = socket.create_server((host, 0), family=family, backlog=100)
        self.port = self._listening.getsockname()[1]
        self.host = f"[{host}]" if ":" in host else host
        self.place = f"{self.host}:{self.port}"
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def url(self, path: str = "/feed", host: str = "") -> str:
        return f"http://{host or self.host}:{self.port}{path}"

    def close(self) -> None:
        self.over.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(5)

    def _accept(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):  # whoever asks may hang up
            connection.settimeout(10)
            self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        said_to_us = b""
        while b"\r\n\r\n" not in said_to_us:
            more = connection.recv(65_536)
            if not more:
                return
            said_to_us += more
        first, *lines = said_to_us.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        request = Request(first.split(" ")[1], headers, time.monotonic())
        self.requests.append(request)
        answer = self.answers.get(request.path, said(b"", "404 Not Found"))
        pieces = answer(request) if callable(answer) else answer
        for piece in [pieces] if isinstance(pieces, bytes) else pieces:
            if piece is None:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if isinstance(piece, float):
                if self.over.wait(piece):
                    return
            else:
                connection.sendall(piece)

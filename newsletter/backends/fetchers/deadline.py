"""A moment at which a conversation with a server ends, whatever it is doing.

A read timeout starts anew with every byte, so a server that sends its headers one by one could hold us for as long as
it likes. At the deadline a timer shuts the connection, and whoever waits for it wakes up with an error.
"""

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self


class Deadline:
    """Counts from its making; within ``with`` it also shuts the connections that ``trace`` was told of."""

    def __init__(self, seconds: float) -> None:
        """``seconds``: from now on."""
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        #: The timer's thread and the fetching one both reach for the connections.
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []

    @property
    def left(self) -> float:
        """Seconds until it passes; never negative."""
        return max(0.0, self._end - time.monotonic())

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self.left == 0

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Hear of a new connection, as the HTTP client's ``trace`` extension tells of it."""
        if not event.endswith("connect_tcp.complete"):
            return
        connection = info["return_value"].get_extra_info("socket")
        # A second handle of the same connection: that of the client is given away when TLS begins.
        with self._lock:
            self._open.append(connection.dup())
        if self.passed:
            self._shut()

    def hang_up(self) -> None:
        """End the connections so far: while our handle is open, the server would go on sending."""
        self._shut()
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()

    def _shut(self) -> None:
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the other side was quicker
                    connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self.hang_up()

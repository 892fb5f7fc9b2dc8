"""Real SMTP servers for tests, on this machine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Relay:
    """Takes mail and keeps it, and fails as it is told."""

    #: Recipient and message, in order of arrival.
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    #: Recipient to the answer that refuses it.
    refuse: dict[str, str] = field(default_factory=dict)
    #: Lose the connection after the final dot, before the answer.
    hang_up: bool = False
    #: What it says after the final dot.
    says: str = "250 Queued as 42"

    @property
    def got(self) -> list[str]:
        """Who was written to, in order of arrival."""
        return [recipient for recipient, _ in self.taken]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.taken += [(recipient, envelope.content) for recipient in envelope.rcpt_tos]
        if self.hang_up:
            server.transport.abort()
        return self.says


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def listening(handler: object, **settings: Any) -> Iterator[int]:
    """A server that hands its mail to the handler; its port."""
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, **settings)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()

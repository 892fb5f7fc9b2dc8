"""Connections to the open internet only.

A feed, a redirect or a page may name any host, and any name may stand for a number inside our own network: a router, a
cloud's metadata, a database. So the number itself is checked, at the moment it is dialled, and no other is: a name that
changes its answer between two look-ups gains nothing. Where a name has numbers of both sorts, the public ones are used.
Any port may be asked: feeds live on odd ones, and a public server has no secret from us that it has not from everybody.
"""

import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from ipaddress import IPv4Address, IPv6Address, ip_address
from itertools import chain, zip_longest

import httpcore2

from newsletter.backends.fetchers.deadline import Deadline
from newsletter.backends.fetchers.ip import Number, is_public, number_of
from newsletter.backends.fetchers.lookup import Resolve, look_up

#: No more numbers of one name are tried.
_TRIES = 4


class PrivateAddress(Exception):
    """Every number of the host is private; ``number`` is the first."""

    def __init__(self, number: Number) -> None:
        super().__init__(str(number))
        self.number = number


class Untrusted(Exception):
    """TLS could not be agreed on; the message says why."""


class Guard(httpcore2.NetworkBackend):
    """Opens the connections of one ask, as the HTTP client's network."""

    def __init__(self, *, resolver: Resolve, deadline: Deadline, allow_private: bool) -> None:
        """``allow_private``: the operator named this very address, so whatever number it has is right."""
        self._resolver = resolver
        self._deadline = deadline
        self._allow_private = allow_private
        #: Whether anybody took our call.
        self.connected = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Dial a host's first number that answers.

        Raises:
            PrivateAddress: it has private numbers only.
            TooLate: the ask's time is over.
            httpcore2.ConnectError: it has no number, or nobody takes the call.
            httpcore2.ConnectTimeout: nobody took it in time.
        """
        del local_address, socket_options
        error: OSError = OSError("it has no number")
        for number in self._numbers(host, port):
            try:
                connection = self._dial(number, port, timeout)
            except OSError as failure:
                error = failure
            else:
                self.connected = True
                return _Stream(connection, self._deadline)
        if isinstance(error, TimeoutError):
            self._deadline.within(None)
            raise httpcore2.ConnectTimeout(str(error)) from error
        raise httpcore2.ConnectError(error.strerror or str(error)) from error

    def _numbers(self, host: str, port: int) -> list[Number]:
        """Those of a host's numbers that may be dialled, in the order to do so."""
        number = number_of(host)
        numbers = [number] if number else self._looked_up(host, port)
        public = [number for number in numbers if self._allow_private or is_public(number)]
        if numbers and not public:
            raise PrivateAddress(numbers[0])
        # One sort may not work here at all, so they take turns.
        sorts = [[n for n in public if n.version == version] for version in dict.fromkeys(n.version for n in public)]
        return [number for number in chain.from_iterable(zip_longest(*sorts)) if number][:_TRIES]

    def _looked_up(self, host: str, port: int) -> list[Number]:
        try:
            numbers = [ip_address(number) for number in look_up(self._resolver, host, port, self._deadline)]
        except OSError as error:
            raise httpcore2.ConnectError(error.strerror or str(error)) from error
        return [(n.ipv4_mapped or n) if isinstance(n, IPv6Address) else n for n in numbers]

    def _dial(self, number: Number, port: int, seconds: float | None) -> socket.socket:
        family = socket.AF_INET if isinstance(number, IPv4Address) else socket.AF_INET6
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._deadline.ends(partial(_shut, connection))
            connection.settimeout(self._deadline.within(seconds))
            connection.connect((str(number), port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException:
            connection.close()
            raise
        return connection


class _Stream(httpcore2.NetworkStream):
    """A connection on which no wait is longer than what is left of the ask's time."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            self._connection.settimeout(self._deadline.within(timeout))
            return self._connection.recv(max_bytes)
        except TimeoutError as error:
            self._deadline.within(None)
            raise httpcore2.ReadTimeout from error
        except OSError as error:
            self._deadline.within(None)
            raise httpcore2.ReadError(error.strerror or str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._connection.settimeout(self._deadline.within(timeout))
            self._connection.sendall(buffer)
        except TimeoutError as error:
            self._deadline.within(None)
            raise httpcore2.WriteTimeout from error
        except OSError as error:
            raise httpcore2.WriteError(error.strerror or str(error)) from error

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            self._connection.settimeout(self._deadline.within(timeout))
            secured = ssl_context.wrap_socket(self._connection, server_hostname=server_hostname)
        except BaseException as error:
            self.close()
            if isinstance(error, TimeoutError):
                self._deadline.within(None)
                raise httpcore2.ReadTimeout from error
            if isinstance(error, ssl.SSLCertVerificationError):
                raise Untrusted(error.verify_message.rstrip(".") or "its certificate is not valid") from error
            if isinstance(error, ssl.SSLError):
                raise Untrusted(error.reason or str(error)) from error
            if isinstance(error, OSError):
                raise httpcore2.ReadError(error.strerror or str(error)) from error
            raise
        self._deadline.ends(partial(_shut, secured))
        return _Stream(secured, self._deadline)

    def close(self) -> None:
        self._connection.close()


def _shut(connection: socket.socket) -> None:
    """Wake whoever waits for a connection; what TLS keeps is another thread's, and stays untouched."""
    with suppress(OSError):  # it is closed already, or was given away to TLS
        socket.socket.shutdown(connection, socket.SHUT_RDWR)

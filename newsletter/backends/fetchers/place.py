"""What an address says: which server it leads to, and with which login."""

import base64
import re

import httpx2

from newsletter.backends.fetchers.ip import number_of

#: A host (a number in its plain form, or a name) and a port.
Place = tuple[str, int]
#: What may stand in a host that is no number; anything else would be read differently by different resolvers.
_NAME = re.compile(r"[a-z0-9._-]{1,255}")


def place_of(url: httpx2.URL) -> Place:
    """Where an address leads; spellings of one host are one place.

    Raises:
        ValueError: to no http server; the message is a reason in words, and tells no login.
    """
    if url.scheme not in {"http", "https"}:
        raise ValueError("it is no http address")
    host = url.raw_host.decode("ascii")
    number = number_of(host)
    if number is None and not _NAME.fullmatch(host):
        raise ValueError("it has no host" if not host else "its host has signs that no host has")
    port = (443 if url.scheme == "https" else 80) if url.port is None else url.port
    if not 0 < port < 65_536:
        raise ValueError("its port is none")
    return str(number) if number else host.removesuffix("."), port


def login(url: httpx2.URL) -> str:
    """The Authorization header that an address asks for, or empty."""
    if not url.userinfo:
        return ""
    return "Basic " + base64.b64encode(f"{url.username}:{url.password}".encode()).decode("ascii")


def bare(url: httpx2.URL) -> httpx2.URL:
    """An address without login and fragment."""
    return url.copy_with(userinfo=b"", fragment=None)

"""What a single value of the configuration may be: durations, moments, addresses, paths.

Each check is the second half of a sentence that begins with the key's name; where a value may hold a password, the
sentence does not quote it.
"""

import re
from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, SecretStr

from newsletter.domain.errors import Refused
from newsletter.domain.week import WeeklyTime
from newsletter.subscribers.addresses import address_of

#: Entries are kept at least so long.
SHORTEST_KEPT = timedelta(days=60)


def duration(text: str) -> str:
    """A number of minutes, hours or days, such as ``12h``."""
    if not re.fullmatch(r"[0-9]{1,5}[mhd]", text):
        raise ValueError("must be a number and m, h or d, such as '12h'")
    return text


def rate(number: float) -> float:
    """Messages a second; 0 for no limit."""
    if number and not 0.01 <= number <= 1_000_000:
        raise ValueError("must be 0 for no limit, or from 0.01 to 1000000 messages a second")
    return number


def weekly(text: str) -> str:
    """A weekday and a time, such as ``fri 05:00``."""
    WeeklyTime.parse(text, ZoneInfo("UTC"))
    return text


def zone(text: str) -> str:
    """The name of a time zone."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is no time zone; use a name such as 'America/New_York'") from None
    return text


def one_line(text: str) -> str:
    """One line, without space around it."""
    if not text.isprintable():
        raise ValueError("must be one line without control characters")
    return text.strip()


def filled(text: str) -> str:
    """Anything but nothing."""
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


def mailbox(text: str) -> str:
    """An email address in ASCII."""
    try:
        address = address_of(text)
    except Refused:
        raise ValueError("must be an email address such as 'letter@news.example.org'") from None
    if not address.email.isascii():
        raise ValueError("must be ASCII: not every mail system takes letters from an international address")
    return address.email


def web_address(text: str) -> str:
    """The beginning of the addresses of a site, without a slash at its end."""
    if not is_web_address(text) or not text.isascii() or any(mark in text for mark in " <>\"'?#"):
        raise ValueError("must be a web address such as 'https://news.example.org'")
    return text.rstrip("/")


def endpoint(text: str) -> str:
    """The beginning of the addresses of a service, without a slash at its end, and without a login."""
    if "@" in text:
        # Not quoted: it may hold a password.
        raise ValueError("must have no login in it; the key goes into writer.api_key")
    if not is_web_address(text) or not text.isascii() or any(mark in text for mark in " <>\"'?#"):
        raise ValueError("must be a web address such as 'https://api.example.org/v1'")
    return text.rstrip("/")


def header_value(secret: SecretStr) -> SecretStr:
    """What a header can carry: printable ASCII; space around it, as files have it, is left out."""
    text = secret.get_secret_value().strip()
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("must be printable ASCII without spaces")
    return SecretStr(text)


def is_web_address(text: str) -> bool:
    """Whether it is http or https, with a host and no port 0."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def feed_address(text: str) -> str:
    """A web address, or the path of a recorded feed."""
    scheme = text.partition(":")[0].lower() if "://" in text else ""
    if scheme not in {"", "http", "https", "file"} or (not scheme and "@" in text):
        # Not quoted: it may hold a password.
        raise ValueError("must be http, https, or the path of a file without '@'")
    if scheme in {"http", "https"} and (" " in text or re.match(r"[^/@]*[?#][^/]*@", text.partition("://")[2])):
        raise ValueError("has a space, or a '?' or '#' in its login; write such characters as %20, %3F and %23")
    if text.startswith(("http:", "https:")) and not is_web_address(text):
        raise ValueError("is no web address that can be asked; write it like 'https://www.example.org/feed.xml'")
    return text


def list_name(text: str) -> str:
    """A ``List-Id`` (RFC 2919), or nothing."""
    labels = text.split(".")
    if text and (
        len(text) > 255 or len(labels) < 2 or not all(re.fullmatch(r"[A-Za-z0-9-]+", part) for part in labels)
    ):
        raise ValueError("must be letters, digits and hyphens with dots between, such as 'weekly.news.example.org'")
    return text


def path(text: str) -> str:
    """A path that can be shown."""
    if not text.isprintable():
        raise ValueError("must be a path without control characters")
    return text


def host_and_port(text: str) -> str:
    """A host and a port, in lower case."""
    host, _, port = text.strip().lower().rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536 or any(mark in host for mark in "/?#@ "):
        raise ValueError("must be a host and a port, such as '10.0.0.7:8080' or '[fd00::7]:8080'")
    return f"{host}:{int(port)}"


def long_enough(text: str) -> str:
    """A duration of at least ``SHORTEST_KEPT``."""
    if span(text) < SHORTEST_KEPT:
        raise ValueError(f"must be at least {SHORTEST_KEPT.days}d: letters look some weeks back")
    return text


def span(duration: str) -> timedelta:
    """The time that a duration such as ``12h`` means."""
    return (
        int(duration[:-1]) * {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}[duration[-1]]
    )


Duration = Annotated[str, AfterValidator(duration)]
Weekly = Annotated[str, AfterValidator(weekly)]
Line = Annotated[str, AfterValidator(one_line)]
PathText = Annotated[str, AfterValidator(path)]

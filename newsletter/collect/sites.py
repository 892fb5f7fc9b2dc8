"""Which site an address belongs to: the part of its host that somebody registered.

Two hosts of one paper share a site, and two letters on one platform do not: ``a.substack.com`` and ``b.substack.com``
have nothing to do with each other. The public suffix list says which is which; its data comes with the package.
"""

import ipaddress
from functools import lru_cache
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

#: Characters; no name in the domain name system is longer.
_LONGEST = 253
#: Platforms whose hosts belong to strangers, and which have not told the list so.
_PLATFORMS = frozenset(
    {
        "beehiiv.com",
        "ghost.io",
        "hashnode.dev",
        "livejournal.com",
        "mataroa.blog",
        "medium.com",
        "micro.blog",
        "over-blog.com",
        "squarespace.com",
        "substack.com",
        "tumblr.com",
        "typepad.com",
        "weebly.com",
        "wordpress.com",
    }
)


@lru_cache(maxsize=1 << 14)
def site_of(url: str) -> str:
    """The registrable domain of an http or https address, in lower case; empty for what is no web address.

    An IP address, a host of one label and a public suffix itself are their own site, as they stand.

    >>> site_of("https://feeds.ledger.co.uk/politics.xml")
    'ledger.co.uk'
    >>> site_of("https://ana.substack.com/feed")
    'ana.substack.com'
    >>> site_of("http://[::1]:8080/feed")
    '::1'
    """
    return site_of_host(host_of(url))


def site_of_host(host: str) -> str:
    """The registrable domain of a host; the host itself where it has none.

    >>> site_of_host("www.ledger.example")
    'ledger.example'
    """
    host = host.rstrip(".").lower()
    if len(host) > _LONGEST or _is_number(host):
        return host
    site = _suffixes().privatesuffix(host) or host
    if site in _PLATFORMS:
        *_, letter = host.removesuffix(f".{site}").split(".")
        return site if host == site or letter == "www" else f"{letter}.{site}"
    return site


def host_of(url: str) -> str:
    """The host of an http or https address in lower case, without port, login and brackets; else empty."""
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "").rstrip(".").lower() if parts.scheme in {"http", "https"} else ""
    except ValueError:  # brackets that hold no address
        return ""


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    """The list, private part included; read on first use, because that takes a while."""
    return PublicSuffixList()

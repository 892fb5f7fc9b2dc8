"""Which IP numbers lie in the open internet, however they are spelled or wrapped.

The standard library's ``is_global`` is not enough: it takes multicast for global, knows no embedded forms but one, and
changes with the version of Python. The ranges here are those of the IANA registries of special-purpose addresses.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Number = IPv4Address | IPv6Address

#: IPv4 that is not global unicast.
_SPECIAL_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network; 0.0.0.0 is answered by this very machine
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared with a provider's customers; also a cloud's metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # looks public, but is a cloud's own service, seen from inside only
        "169.254.0.0/16",  # link-local; also most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, given up
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
#: All of IPv6 that is given out as global unicast. What lies outside is refused unseen: loopback, ``::``, the
#: IPv4-compatible and -translated forms, unique local, link-local, site-local, multicast, NAT64's local prefix.
_GLOBAL_6 = IPv6Network("2000::/3")
#: And in it, what is not.
_SPECIAL_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocols' own: Teredo, benchmarks, ORCHID; each may lead to an IPv4 number of any sort
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, given up: leads to whatever IPv4 number is in it
        "3fff::/20",  # documentation
    )
)
#: How a network without IPv4 reaches an IPv4 number, which stands in the last 32 bits (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")
#: What stands before the IPv4 number of an ISATAP address (RFC 5214), the bit for "unique" aside.
_ISATAP = 0x5EFE


def is_public(number: Number) -> bool:
    """Whether a number, and any IPv4 number in it, is global unicast: a server that everybody may reach.

    >>> is_public(IPv4Address("9.9.9.9")), is_public(IPv6Address("::ffff:10.0.0.7"))
    (True, False)
    """
    if isinstance(number, IPv4Address):
        return not any(number in network for network in _SPECIAL_4)
    if number.scope_id:
        return False
    if number.ipv4_mapped:
        return is_public(number.ipv4_mapped)
    inner = IPv4Address(int(number) & 0xFFFF_FFFF)
    if number in _NAT64:
        return is_public(inner)
    if (int(number) >> 32) & 0xFDFF_FFFF == _ISATAP and not is_public(inner):
        return False
    return number in _GLOBAL_6 and not any(number in network for network in _SPECIAL_6)


def number_of(host: str) -> Number | None:
    """The number that a host spells, without asking anybody; None for a name.

    IPv4 in all the ways that ``inet_aton`` reads, which resolvers still do: decimal, octal and hexadecimal, of four
    parts or fewer. IPv6 without its brackets; one that only wraps an IPv4 number is that number.

    >>> number_of("0x7f.1"), number_of("2130706433"), number_of("ledger.example")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    if ":" in host:
        try:
            number = IPv6Address(host)
        except ValueError:
            return None
        return number.ipv4_mapped or number
    parts = host.removesuffix(".").split(".")
    numbers = [_part(part) for part in parts]
    *first, last = [number for number in numbers if number is not None] or [0]
    if None in numbers or len(parts) > 4 or any(number > 255 for number in first) or last >= 256 ** (5 - len(parts)):
        return None
    return IPv4Address(sum(number << (24 - 8 * place) for place, number in enumerate(first)) + last)


def _part(part: str) -> int | None:
    """One part of an IPv4 number: ``0x…`` is hexadecimal, ``0…`` octal."""
    if not part.isascii() or not part.isalnum() or len(part) > 40:
        return None
    base = 16 if part[:2].lower() == "0x" else 8 if part[0] == "0" else 10
    try:
        # A bare "0x" is nought to those who read it at all.
        return int(part[2:] or "0", 16) if base == 16 else int(part, base)
    except ValueError:
        return None

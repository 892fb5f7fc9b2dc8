"""No address, name or redirect leads the fetcher into a network that is not everybody's."""

from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.backends.fetchers.deadline import Deadline
from newsletter.backends.fetchers.guard import Guard, PrivateAddress
from newsletter.backends.fetchers.ip import Number, is_public, number_of
from newsletter.domain.errors import ConfigError
from newsletter.domain.feed import Wanted
from tests.contract.asks import BODY, a_network, always, an_ask, failed, found, only
from tests.contract.web import Web, said

PRIVATE = "is at a private address"
#: Everybody's by the registries, but given to nobody: what is sent there goes nowhere.
NOBODYS = "2000::1"


@pytest.fixture
def homes(webs) -> Iterator[list[Web]]:
    """What must not be reached: this machine, over IPv4 and IPv6."""
    yield (servers := [webs("127.0.0.1"), webs("::1")])
    assert sum(server.connections for server in servers) == 0


#: Spellings of numbers that are not everybody's.
SPELLINGS = {
    "loopback": "127.0.0.1",
    "loopback, another": "127.8.9.10",
    "loopback with a dot": "127.0.0.1.",
    "decimal": "2130706433",
    "hexadecimal": "0x7f000001",
    "hexadecimal in capitals": "0X7F000001",
    "hexadecimal with noughts": "0x000000007f000001",
    "octal": "017700000001",
    "octal with noughts": "0000000017700000001",
    "two parts": "127.1",
    "three parts": "127.0.1",
    "mixed": "0x7f.0.0x1",
    "octal first": "0177.1",
    "metadata in decimal": "2852039166",
    "metadata in octal": "0251.0376.43518",
    "metadata in hexadecimal": "0xa9fea9fe",
    "dots of another script": "127\u30020\u30020\u30021",
    "zero": "0.0.0.0",  # noqa: S104 - asked, and not bound to
    "zero, short": "0",
    "zero, hexadecimal": "0x0",
    "this network": "0.1.2.3",
    "private, ten": "10.0.0.7",
    "private, 172": "172.31.255.255",
    "private, 192": "192.168.0.1",
    "shared": "100.64.0.1",
    "metadata in shared": "100.100.100.200",
    "link-local": "169.254.1.1",
    "metadata": "169.254.169.254",
    "metadata of containers": "169.254.170.2",
    "metadata that looks public": "168.63.129.16",
    "protocols": "192.0.0.192",
    "documentation": "192.0.2.1",
    "documentation, another": "198.51.100.1",
    "documentation, a third": "203.0.113.1",
    "relay": "192.88.99.1",
    "benchmark": "198.19.255.255",
    "multicast": "224.0.0.251",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "IPv6 loopback": "[::1]",
    "IPv6 loopback, long": "[0:0:0:0:0:0:0:1]",
    "IPv6 loopback, dotted": "[::0.0.0.1]",
    "IPv6 zero": "[::]",
    "mapped": "[::ffff:127.0.0.1]",
    "mapped, hexadecimal": "[::ffff:7f00:1]",
    "mapped, long": "[0:0:0:0:0:FFFF:7f00:0001]",
    "mapped metadata": "[::ffff:a9fe:a9fe]",
    "compatible": "[::127.0.0.1]",
    "translated": "[::ffff:0:127.0.0.1]",
    "6to4": "[2002:7f00:1::]",
    "6to4 of a private one": "[2002:a00:7::1]",
    "Teredo": "[2001:0:102:304:0:0:80ff:fffe]",
    "Teredo's server": "[2001:0:7f00:1::1]",
    "NAT64": "[64:ff9b::127.0.0.1]",
    "NAT64 metadata": "[64:ff9b::a9fe:a9fe]",
    "NAT64, local": "[64:ff9b:1::127.0.0.1]",
    "NAT64, local, of a public one": "[64:ff9b:1::9.9.9.9]",
    "ISATAP": "[2a00:1450::5efe:10.0.0.7]",
    "ISATAP, unique": "[2a00:1450::200:5efe:127.0.0.1]",
    "unique local": "[fd00::1]",
    "unique local metadata": "[fd00:ec2::254]",
    "IPv6 link-local": "[fe80::1]",
    "IPv6 link-local with a scope": "[fe80::1%25eth0]",
    "IPv6 loopback with a scope": "[::1%25lo]",
    "site-local": "[fec0::1]",
    "IPv6 multicast": "[ff02::1]",
    "IPv6 multicast, global": "[ff0e::1]",
    "IPv6 documentation": "[2001:db8::1]",
    "IPv6 documentation, another": "[3fff::1]",
    "IPv6 benchmark": "[2001:2::1]",
    "ORCHID": "[2001:20::1]",
    "discard": "[100::1]",
    "segment routing": "[5f00::1]",
}


@pytest.mark.parametrize("host", SPELLINGS.values(), ids=SPELLINGS.keys())
@pytest.mark.parametrize("wanted", Wanted)
def test_a_private_number_is_refused_however_it_is_spelled(homes: list[Web], host: str, wanted: Wanted):
    """Feeds, pages and robots.txt alike; and the operator is told what to do if the server is his own."""
    for home in homes:
        failure = failed(a_network(), an_ask(f"http://{host}:{home.port}/feed", wanted=wanted))

        assert PRIVATE in str(failure)
        assert "web.allow_private_feeds" in str(failure)
        assert not failure.unreachable


@pytest.mark.parametrize(
    "host",
    [
        "0177.0.0.1",
        "127.0.0.01",
        "127.0.0.256",
        "%31%32%37.0.0.1",
        "127%2e0%2e0%2e1",
        "%6cocalhost",
        "\uff11\uff12\uff17.0.0.1",
        "①②⑦.0.0.1",
        "ⓛocalhost",
        "[::ffff:127.0.0.1",
        "[127.0.0.1]",
        "[::1].example",
        "127.0.0.1\t",
        "127.0.0.1%00.ledger.example",
    ],
)
def test_a_spelling_that_is_read_in_two_ways_is_no_address(homes: list[Web], host: str):
    """Whoever checks and whoever dials might read it differently, so nobody reads it."""
    for home in homes:
        failure = failed(a_network(), f"http://{host}:{home.port}/feed")

        assert "no address that can be asked" in str(failure)


@pytest.mark.parametrize("url", ["http://ledger.example@127.0.0.1:{port}/", "http://127.0.0.1:{port}#@ledger.example/"])
def test_what_stands_beside_the_host_changes_nothing(homes: list[Web], url: str):
    assert PRIVATE in str(failed(a_network(), url.replace("{port}", str(homes[0].port))))


@pytest.mark.parametrize(
    "numbers",
    [
        ["127.0.0.1"],
        ["::1"],
        ["10.0.0.7", "fd00::1"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%lo"],
        ["64:ff9b::7f00:1"],
        ["0.0.0.0"],  # noqa: S104 - as above
        ["169.254.169.254"],
    ],
)
def test_a_name_of_a_private_number_is_refused(homes: list[Web], numbers: list[str]):
    failure = failed(a_network(resolve=always(*numbers)), f"http://ledger.example:{homes[0].port}/feed")

    assert PRIVATE in str(failure)
    assert f"'ledger.example:{homes[0].port}'" in str(failure)


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST"])
def test_the_names_of_this_machine_are_refused(homes: list[Web], name: str):
    """Through the system's own look-up."""
    assert PRIVATE in str(failed(a_network(), f"http://{name}:{homes[0].port}/feed"))


@pytest.mark.parametrize("answers", [[NOBODYS, "127.0.0.1"], ["127.0.0.1", NOBODYS]])
def test_a_name_that_changes_its_answer_gains_nothing(homes: list[Web], answers: list[str]):
    """The number that was checked is the one that is dialled: there is no second look-up to lie to."""
    looked_up: list[str] = []

    def two_faced(_host: str, _port: int) -> list[str]:
        looked_up.append(answers[len(looked_up)])
        return looked_up[-1:]

    failure = failed(a_network(resolve=two_faced, connect=0.2), f"http://ledger.example:{homes[0].port}/feed")

    assert looked_up == answers[:1]
    assert (PRIVATE in str(failure)) is (answers[0] != NOBODYS)


@pytest.mark.parametrize("status", [301, 302, 307])
@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "localhost", "cloud.example", "169.254.169.254"]
)
def test_a_redirect_does_not_lead_there_either(web: Web, homes: list[Web], status: int, host: str):
    place = f"{host}:{homes[0].port}"
    web.answers["/feed"] = said(b"", f"{status} Elsewhere", location=f"http://{place}/inside")

    def resolve(name: str, _port: int) -> list[str]:
        return {"cloud.example": ["169.254.169.254"], "localhost": ["127.0.0.1"]}[name]

    message = str(failed(a_network(web, resolve=resolve), web.url()))

    assert "sends us on to" in message
    assert "a private address" in message
    assert "web.allow_private_feeds" in message


# --- what the operator allows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("spelled", ["127.0.0.1", "2130706433", "127.1", "[::ffff:127.0.0.1]", "127.0.0.1."])
def test_the_operators_own_servers_are_asked_however_they_are_spelled(web: Web, spelled: str):
    web.answers["/feed"] = said(BODY)

    assert found(a_network(web), web.url(host=spelled)).body == BODY


def test_the_operators_own_server_is_asked_by_its_name(web: Web):
    web.answers["/feed"] = said(BODY)
    place = f"intranet.example:{web.port}"
    fetcher = a_network(allow_private=frozenset({place}), resolve=always("127.0.0.1"))

    assert found(fetcher, f"http://Intranet.Example:{web.port}/feed").body == BODY
    # And by no other that leads to the same place.
    assert PRIVATE in str(failed(fetcher, f"http://other.example:{web.port}/feed"))
    assert PRIVATE in str(failed(fetcher, web.url()))


def test_one_port_allowed_is_not_another(webs: Callable[..., Web]):
    mine, another = webs(), webs()

    assert PRIVATE in str(failed(a_network(mine), another.url()))
    assert another.connections == 0


def test_the_usual_ports_need_not_be_written():
    fetcher = a_network(allow_private=frozenset({"127.0.0.1:80", "127.0.0.2:443"}), connect=0.2)

    assert PRIVATE not in str(only(fetcher, "http://127.0.0.1/"))
    assert PRIVATE in str(only(fetcher, "https://127.0.0.1/"))
    assert PRIVATE not in str(only(fetcher, "https://127.0.0.2/"))


@pytest.mark.parametrize("said_wrong", ["10.0.0.7:99999", "[::1:80", "::1:80", "a b:80", "%31:80", "10.0.0.256:80"])
def test_what_is_allowed_must_be_a_host_and_a_port(said_wrong: str):
    with pytest.raises(ConfigError, match=r"web\.allow_private_feeds"):
        a_network(allow_private=frozenset({said_wrong}))


def test_one_server_of_the_operators_may_send_us_to_another(webs: Callable[..., Web]):
    mine, gateway = webs("127.0.2.2"), webs("127.0.2.3")
    mine.answers["/feed"] = said(BODY)
    gateway.answers["/feed"] = said(b"", "302 On", location=mine.url())

    assert found(a_network(mine, gateway), gateway.url()).body == BODY
    assert "a private address" in str(failed(a_network(gateway), gateway.url()))


def test_only_what_is_never_asked_is_lasting(web: Web):
    """Trying again tomorrow is no use there: somebody must change the address or a setting."""
    web.answers["/feed"] = said(b"", "302 On", location="http://10.0.0.7/feed")
    web.answers["/silent"] = said(b"", "302 On", location="http://gone.example/")

    def resolve(_name: str, _port: int) -> list[str]:
        raise OSError("nobody knows it")

    for url in ("http://10.0.0.7/feed", web.url(), "http://ledger.example:99999/feed"):
        assert failed(a_network(web), url).lasting
    assert not failed(a_network(web, resolve=resolve), web.url("/silent")).lasting


def test_a_name_with_numbers_of_both_sorts_is_asked_at_the_public_ones(homes: list[Web]):
    """The private ones are left out; what answers at the others is everybody's."""
    failure = failed(
        a_network(resolve=always("127.0.0.1", NOBODYS, "::1"), connect=0.2),
        f"http://ledger.example:{homes[0].port}/feed",
    )

    assert PRIVATE not in str(failure)


# --- every number there is -------------------------------------------------------------------------------------------

#: Judged by the standard library's own tables; and what those miss.
MISSED_4 = [IPv4Network(n) for n in ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32")]
MISSED_6 = [IPv6Network(n) for n in ("2001::/23", "2002::/16", "3fff::/20")]


def everybodys(number: Number) -> bool:
    if isinstance(number, IPv4Address):
        return number.is_global and not number.is_multicast and not any(number in net for net in MISSED_4)
    return (
        number.is_global
        and number in IPv6Network("2000::/3")
        and not any(number in network for network in MISSED_6)
        and (int(number) >> 32) & 0xFDFFFFFF != 0x5EFE
    )


def in_networks(*networks: str) -> st.SearchStrategy[int]:
    """Numbers out of networks, their first and last ones more often."""
    nets = [IPv6Network(n) if ":" in n else IPv4Network(n) for n in networks]
    return st.sampled_from(nets).flatmap(lambda n: st.integers(int(n.network_address), int(n.broadcast_address)))


numbers_4 = st.builds(
    IPv4Address,
    st.integers(0, 2**32 - 1)
    | in_networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12")
    | in_networks("192.0.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
)
numbers_6 = st.builds(
    IPv6Address,
    st.integers(0, 2**128 - 1)
    | in_networks("2000::/3", "2001::/16", "2002::/16", "3fff::/16", "::/96", "::ffff:0:0/96", "fc00::/6", "ff00::/8"),
)


@st.composite
def spelled(draw: st.DrawFn, numbers: st.SearchStrategy[IPv4Address]) -> tuple[IPv4Address, str]:
    """An IPv4 number, and one of the ways in which ``inet_aton`` reads it."""
    number = draw(numbers)
    value, count = int(number), draw(st.integers(1, 4))
    shifts = [24 - 8 * place for place in range(count - 1)]
    parts = [value >> shift & 255 for shift in shifts] + [value & (256 ** (5 - count) - 1)]
    noughts = "0" * draw(st.integers(0, 3))
    forms = (str, lambda part: f"0x{noughts}{part:x}", lambda part: f"0{noughts}{part:o}")
    written = ".".join(draw(st.sampled_from(forms))(part) for part in parts)
    return number, written + draw(st.sampled_from(["", "."]))


@st.composite
def wrapped(draw: st.DrawFn, numbers: st.SearchStrategy[IPv4Address]) -> tuple[IPv4Address, IPv6Address]:
    """An IPv4 number inside an IPv6 one that leads to it."""
    number = draw(numbers)
    prefix = draw(
        st.sampled_from([int(IPv6Address("::ffff:0:0")), int(IPv6Address("64:ff9b::"))])
        | st.builds(
            lambda net, unique: int(IPv6Address("2a00::")) | net << 64 | unique << 57 | 0x5EFE << 32,
            st.integers(0, 2**40 - 1),
            st.integers(0, 1),
        )
    )
    return number, IPv6Address(prefix | int(number))


def refused(host: str, *numbers: str) -> bool:
    """Whether the guard itself refuses to dial a host, which has these numbers where it is a name."""
    guard = Guard(resolver=always(*numbers), deadline=Deadline(5), allow_private=False)
    with pytest.raises(PrivateAddress):
        guard.connect_tcp(host, 80, 1)
    return not guard.connected


@settings(max_examples=500, deadline=None)
@given(spelled(numbers_4))
def test_every_spelling_of_an_ipv4_number_is_that_number(case):
    number, spelling = case

    assert number_of(spelling) == number
    assert is_public(number) is everybodys(number)


@settings(max_examples=500, deadline=None)
@given(spelled(numbers_4.filter(lambda number: not everybodys(number))))
def test_every_private_ipv4_number_is_refused_in_every_spelling(case):
    number, spelling = case

    assert refused(spelling)
    assert refused("ledger.example", str(number))


@settings(max_examples=500, deadline=None)
@given(wrapped(numbers_4))
def test_an_ipv4_number_is_judged_inside_an_ipv6_one_too(case):
    number, outer = case

    assert is_public(outer) is everybodys(number)
    assert everybodys(number) or refused(str(outer))


@settings(max_examples=500, deadline=None)
@given(numbers_6.filter(lambda number: not number.ipv4_mapped))
def test_every_ipv6_number_is_refused_that_is_not_everybodys(number: IPv6Address):
    assert is_public(number) is everybodys(number)
    assert everybodys(number) or (refused(str(number)) and refused(number.exploded))


@settings(max_examples=500, deadline=None)
@given(st.text("0123456789abcdefxX.:%[]", max_size=20) | st.text(max_size=10))
def test_whatever_is_no_number_is_a_name(text: str):
    number = number_of(text)

    assert number is None or is_public(number) in {True, False}

"""One ask, where no server of a test can show it: they all have private addresses."""

import ssl

import pytest

from newsletter.backends.fetchers.conversation import Conversation, Manners
from newsletter.collect.sites import site_of
from newsletter.domain.feed import Ask

INTRANET = "10.0.0.7"


def a_conversation(url: str) -> Conversation:
    """With the fetcher of an operator whose own server is at 10.0.0.7 and intranet.example, port 80."""

    def resolve(_host: str, _port: int) -> list[str]:
        return [INTRANET]

    manners = Manners(
        user_agent="newsletter-tests",
        limit=1_000,
        connect=1,
        read=1,
        total=5,
        redirects=5,
        allow_private=frozenset({(INTRANET, 80), ("intranet.example", 80)}),
        resolver=resolve,
        tls=ssl.create_default_context,
        site_of=site_of,
    )
    return Conversation(Ask(url=url, outlet="The Ledger"), manners)


@pytest.mark.parametrize("to", [f"http://{INTRANET}/", "http://intranet.example/", f"//{INTRANET}:80/feed"])
def test_a_stranger_does_not_send_us_to_the_operators_own_server(to: str):
    """It is named for its feeds, not for what others would have us ask there."""
    stranger = a_conversation("http://ledger.example/feed")

    stranger._follow(302, to)

    assert not stranger.own
    assert f"sends us on to {stranger.host}:80, which is a private address" in str(stranger.hop())


def test_nor_by_way_of_a_second_redirect():
    stranger = a_conversation("http://ledger.example/feed")

    stranger._follow(302, f"http://{INTRANET}/")
    stranger._follow(302, "http://intranet.example/")

    assert not stranger.own


def test_the_operators_own_servers_send_us_to_each_other():
    mine = a_conversation(f"http://{INTRANET}/feed")

    mine._follow(301, "http://intranet.example/feed")

    assert mine.own

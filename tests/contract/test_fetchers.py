"""What every fetcher promises, over disk, over the network, and over both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsletter.backends.fetchers.disk import DiskFetcher
from newsletter.backends.fetchers.either import EitherFetcher
from newsletter.domain.feed import Fetched
from newsletter.ports import Fetcher
from tests.contract.asks import BODY, LIMIT, a_network, an_ask, failed, found
from tests.contract.web import Web, said


def a_disk() -> DiskFetcher:
    return DiskFetcher(limit=LIMIT)


#: Puts bytes where a fetcher finds them; None puts nothing there. Gives the address.
Publish = Callable[[bytes | None], str]


@pytest.fixture(params=["disk", "disk by address", "network", "either: disk", "either: network"])
def source(request: pytest.FixtureRequest, tmp_path: Path, web: Web) -> tuple[Fetcher, Publish]:
    """A fetcher, and how to put a feed where it looks."""

    def on_disk(body: bytes | None) -> str:
        path = tmp_path / "a feed.xml"
        if body is not None:
            path.write_bytes(body)
        return path.as_uri() if "address" in request.param else str(path)

    def on_the_network(body: bytes | None) -> str:
        if body is None:
            web.close()
        else:
            web.answers["/feed"] = said(body, content_type="application/rss+xml")
        return web.url()

    network = "network" in request.param
    if "either" in request.param:
        return EitherFetcher(disk=a_disk(), network=a_network(web)), on_the_network if network else on_disk
    return (a_network(web), on_the_network) if network else (a_disk(), on_disk)


def test_bytes_come_back_as_they_are(source):
    """Their charset is judged later, by what they are."""
    fetcher, publish = source

    answer = found(fetcher, publish(BODY))

    assert answer.body == BODY
    assert answer.status == 200


def test_an_empty_feed_is_fetched(source):
    fetcher, publish = source

    assert found(fetcher, publish(b"")).body == b""


def test_a_feed_of_just_the_limit_is_fetched(source):
    fetcher, publish = source

    assert len(found(fetcher, publish(b"x" * LIMIT)).body) == LIMIT


@pytest.mark.parametrize(("body", "what"), [(b"x" * (LIMIT + 1), "larger than 100,000 bytes"), (None, "")])
def test_what_cannot_be_had_is_said_in_a_sentence_that_names_the_feed(source, body, what):
    fetcher, publish = source
    url = publish(body)

    message = str(failed(fetcher, url))

    assert message.startswith(f"The feed of The Ledger at {url} ")
    assert what in message
    assert "\n" not in message
    assert message.endswith(".")


def test_every_ask_is_answered_once_and_a_bad_one_stops_none(source):
    fetcher, publish = source
    asks = [an_ask(publish(BODY)), an_ask("/nowhere/at/all.xml"), an_ask("http://["), an_ask(publish(BODY))]

    answers = list(fetcher.fetch(asks))

    assert sorted(ask.url for ask, _ in answers) == sorted(ask.url for ask in asks)
    assert {ask.url for ask, answer in answers if isinstance(answer, Fetched)} == {asks[0].url}


def test_nothing_asked_is_nothing_answered(source):
    fetcher, _ = source

    assert list(fetcher.fetch([])) == []


# --- disk ------------------------------------------------------------------------------------------------------------


def test_a_folder_is_no_feed(tmp_path: Path):
    assert "no file" in str(failed(a_disk(), str(tmp_path)))


def test_a_link_that_leads_to_itself_is_no_feed(tmp_path: Path):
    loop = tmp_path / "loop.xml"
    loop.symlink_to(loop)

    assert "cannot be read" in str(failed(a_disk(), str(loop)))


def test_a_path_with_a_zero_byte_is_no_feed():
    assert "cannot be read" in str(failed(a_disk(), "/feeds/\0.xml"))


def test_a_recorded_feed_has_a_file_address(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_bytes(BODY)

    assert found(a_disk(), str(path)).url == path.as_uri()


# --- both ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["ftp://ledger.example/feed", "gopher://ledger.example", "://", "gopher://[ledger"])
def test_an_address_of_another_sort_is_refused(url: str):
    fetcher = EitherFetcher(disk=a_disk(), network=a_network())

    assert "Use http, https or the path of a file" in str(failed(fetcher, url))

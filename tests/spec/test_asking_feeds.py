"""Asking feeds for years: politely, and never fooled by what answers in a feed's place."""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import NOON
from tests.outlets import Page, Request, Server, response, serving
from tests.relays import free_port
from tests.sites import CONFIG, Site, item, rss

FEED = "/feed.xml"
#: Long enough for a busy machine; short enough to wait for where nothing ever comes.
TIMEOUT = 4


def body(*numbers: int) -> bytes:
    """A feed of so many pieces."""
    return rss(
        *(item(f"Piece {n}", f"What piece {n} says.", outlet=f"o{n}", guid=f"urn:o:{n}") for n in numbers)
    ).encode()


def configure(folder: Path, urls: list[str], *places: str) -> None:
    feeds = "".join(f'\n[[feeds]]\nurl = "{url}"\noutlet = "Outlet {n}"\n' for n, url in enumerate(urls))
    own = ", ".join(f'"{place}"' for place in places)
    collecting = f"\n[collect]\npause = 0\ntimeout = {TIMEOUT}\n[web]\nallow_private_feeds = [{own}]\n"
    (folder / "config.toml").write_text(CONFIG + collecting + feeds, encoding="utf-8")


class Desk:
    """A site with the feeds of local servers, and a clock that the test moves."""

    def __init__(self, site: Site, *servers: Server) -> None:
        self.site = site
        self.server = servers[0]
        self._places = [server.place for server in servers]
        self.subscribe(self.server.url(FEED))

    def subscribe(self, *urls: str) -> None:
        configure(self.site.folder, list(urls), *self._places)

    def collect(self, hours: float = 0, *options: str) -> dict:
        """One round, so many hours after noon."""
        moment = (NOON + timedelta(hours=hours)).isoformat()
        return self.site.run("collect", "--now", moment, "--json", *options).json

    def state(self, number: int = 0) -> dict:
        return self.site.json("feeds", "list")["feeds"][number]

    @property
    def rests_until(self) -> float:
        """Hours after noon from which the first feed is asked again; zero where nothing stands against it."""
        until = self.state()["not_before"]
        return (datetime.fromisoformat(until) - NOON) / timedelta(hours=1) if until else 0

    def sent(self, name: str) -> list[str]:
        """What a header of each request for the feed said."""
        return [request.headers.get(name, "") for request in self.server.asked_for(FEED)]

    def answer(self, page: bytes | Callable[[Request], bytes], path: str = FEED) -> None:
        self.server.pages[path] = page


@pytest.fixture
def desk(site: Site) -> Iterator[Desk]:
    with serving() as server:
        yield Desk(site, server)


def test_the_entries_of_a_feed_go_on_under_its_corrected_address(desk: Desk):
    """Whoever has moved it in the configuration, as we ask for, is not to miss what an outlet changes in its pieces."""
    new = "/new.xml"
    desk.answer(response(200, rss(item("Piece 1", "What it says.", outlet="o1", guid="urn:o:1")).encode()))
    desk.answer(response(200, rss(item("Piece one", "What it says.", outlet="o1", guid="urn:o:1")).encode()), new)
    desk.collect(0)
    desk.subscribe(desk.server.url(new))

    again = desk.collect(1)

    assert (again["new"], again["revised"]) == (0, 1)


# --- asking only for what has changed --------------------------------------------------------------------------------


def test_validators_go_back_word_for_word_are_replaced_and_are_forgotten(desk: Desk):
    """A server that gets what it never sent answers with everything, or with nothing, for ever."""
    strange, older = 'W/"a,b c;\\"', "Wednesday, the 18th of November"
    desk.answer(response(200, body(1), ETag=strange, Last_Modified=older))
    desk.collect(0)
    desk.answer(response(304, ETag='"never mind"'))
    unchanged = desk.collect(1)
    desk.answer(response(200, body(1, 2), ETag='"2"'))
    desk.collect(2)
    desk.answer(response(200, body(1, 2, 3)))
    desk.collect(3)
    desk.collect(4)

    assert desk.sent("if-none-match") == ["", strange, strange, '"2"', ""]
    assert desk.sent("if-modified-since") == ["", older, older, "", ""]
    assert (unchanged["unchanged"], unchanged["new"], unchanged["failed"]) == (1, 0, [])
    assert desk.state()["status"] == "ok"


def test_a_body_that_comes_again_is_unchanged_whatever_the_server_makes_of_validators(desk: Desk):
    desk.answer(response(200, body(1), ETag='"1"'))
    first = desk.collect(0)
    desk.answer(response(200, body(1), ETag='"2"'))
    again = desk.collect(1)
    desk.collect(2)

    assert (first["new"], first["unchanged"]) == (1, 0)
    assert (again["new"], again["unchanged"]) == (0, 1)
    assert desk.sent("if-none-match") == ["", '"1"', '"2"']


#: What takes long to load, and is not needed where nothing has changed.
NOT_NEEDED = (
    "alembic",
    "babel",
    "feedparser",
    "jinja2",
    "lxml",
    "numpy",
    "premailer",
    "protego",
    "sklearn",
    "trafilatura",
)


def test_a_round_in_which_nothing_changed_loads_nothing_that_only_reading_and_writing_need(desk: Desk):
    """It is what runs every few hours, and on many machines loading is most of it."""
    desk.answer(response(200, body(1)))
    desk.collect()
    script = (
        "import sys; from newsletter.cli import main; status = main(sys.argv[1:]); "
        f"print(status, [name for name in {NOT_NEEDED} if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, "collect", "--config", str(desk.site.config)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert "of which unchanged: 1." in done.stdout
    assert done.stdout.splitlines()[-1] == "0 []"


def test_a_feed_whose_settings_changed_is_read_anew_though_its_bytes_did_not(desk: Desk):
    desk.answer(lambda ask: response(304) if ask.headers.get("if-none-match") else response(200, body(1), ETag='"1"'))
    desk.collect(0)
    config = desk.site.config
    config.write_text(config.read_text(encoding="utf-8") + 'lean = "left"\n', encoding="utf-8")

    again = desk.collect(1)

    assert again["unchanged"] == 0
    assert desk.sent("if-none-match") == ["", ""]
    assert desk.collect(2)["unchanged"] == 1


# --- moving ----------------------------------------------------------------------------------------------------------


def moved(status: int, to: str) -> bytes:
    return response(status, Location=to)


@pytest.mark.parametrize("status", [301, 308])
def test_a_feed_has_moved_once_two_looks_in_a_row_were_told_so(desk: Desk, status: int):
    desk.answer(response(200, body(1), ETag='"1"'), "/new.xml")
    desk.answer(moved(status, "/new.xml"))
    desk.collect(0)
    asked_once = desk.state()["address"]
    desk.answer(lambda ask: response(304 if ask.headers.get("if-none-match") else 200, body(1)), "/new.xml")
    second = desk.collect(1)
    desk.collect(2)

    assert asked_once == ""
    assert desk.state()["address"] == desk.server.url("/new.xml")
    assert "Write that address into the configuration" in second["warnings"][0]["reason"]
    assert [request.path for request in desk.server.asked] == [FEED, "/new.xml", FEED, "/new.xml", "/new.xml"]


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_passing_redirect_moves_nothing(desk: Desk, status: int):
    desk.answer(response(200, body(1)), "/new.xml")
    desk.answer(moved(status, "/new.xml"))

    assert [desk.collect(hour)["failed"] for hour in range(3)] == [[], [], []]
    assert desk.state()["address"] == ""


def test_two_different_moves_are_none(desk: Desk):
    for number in range(3):
        desk.answer(response(200, body(number)), f"/new{number}.xml")
        desk.answer(moved(301, f"/new{number}.xml"))
        desk.collect(number)

    assert desk.state()["address"] == ""


def test_a_move_to_what_is_no_feed_is_none(desk: Desk):
    desk.answer(response(200, b"<html><title>Welcome</title></html>", Content_Type="text/html"), "/home")
    desk.answer(moved(301, "/home"))

    reasons = [desk.collect(hour, "--all")["failed"][0]["reason"] for hour in range(3)]

    assert all("is a web page and not a feed" in reason for reason in reasons)
    assert desk.state()["address"] == ""
    assert desk.state()["status"] == "blocked"


def test_where_a_moved_feed_is_gone_the_configured_address_is_asked_again(desk: Desk):
    """Who buys a lapsed address must not keep a feed; and the outlet may have come back."""
    desk.answer(response(200, body(1)), "/new.xml")
    desk.answer(moved(301, "/new.xml"))
    desk.collect(0)
    desk.collect(1)
    desk.answer(response(404), "/new.xml")
    desk.answer(response(200, body(1, 2)))

    lost = desk.collect(2)
    found = desk.collect(2.1)

    assert "the configured address is asked next" in lost["failed"][0]["reason"]
    assert (found["failed"], found["new"]) == ([], 1)
    assert desk.state()["address"] == ""


# --- leaving servers alone -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [404, 500, 403])
def test_a_feed_that_fails_rests_longer_each_time_and_at_most_a_day(desk: Desk, status: int):
    desk.answer(response(status))
    hour, rests = 0.0, []
    for _ in range(7):
        desk.collect(hour)
        rests.append(round(desk.rests_until - hour, 3))
        resting = desk.collect(desk.rests_until - 0.01)
        hour = desk.rests_until

    assert rests == [1, 2, 4, 8, 16, 24, 24]
    assert len(desk.server.asked) == 7, "nobody is asked who rests"
    assert resting["feeds"] == 0
    assert str(status) in resting["resting"][0]["reason"]
    desk.answer(response(200, body(1)))
    assert desk.collect(hour)["new"] == 1
    assert desk.rests_until == 0


def test_where_no_feed_is_due_nothing_is_wrong(desk: Desk):
    desk.answer(response(500))
    desk.collect(0)

    answer = desk.site.run("collect", "--now", NOON.isoformat())

    assert answer.status == 0
    assert "No feed is due" in answer.out
    assert "--all" in answer.out
    assert "13:00 UTC" in answer.out


def test_all_asks_also_those_that_rest(desk: Desk):
    desk.answer(response(500))
    desk.collect(0)
    desk.answer(response(200, body(1)))

    assert desk.collect(0.1, "--all")["new"] == 1


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("1800", 0.5),
        ((NOON + timedelta(minutes=90)).strftime("%a, %d %b %Y %H:%M:%S GMT"), 1.5),
        ("999999999", 24),
        ("0", 1 / 60),
        ("-5", 1),
        ("later", 1),
    ],
)
def test_a_server_that_cannot_answer_now_says_for_how_long(desk: Desk, said: str, hours: float):
    desk.answer(response(503, Retry_After=said))
    desk.collect(0)

    assert desk.rests_until == pytest.approx(hours)


@pytest.mark.parametrize("said", ["7200", (NOON + timedelta(hours=2)).strftime("%A, %d-%b-%y %H:%M:%S GMT")])
def test_one_feed_that_is_asked_too_often_gives_its_whole_site_a_rest_and_no_other(site: Site, said: str):
    with serving() as here, serving("127.0.0.2") as there:
        desk = Desk(site, here, there)
        desk.subscribe(*(here.url(f"/{n}.xml") for n in range(5)), there.url(FEED))
        there.pages[FEED] = response(200, body(1))
        here.pages = {f"/{n}.xml": response(429, Retry_After=said) for n in range(5)}

        first = desk.collect(0)
        here.pages = {f"/{n}.xml": response(200, body(n)) for n in range(5)}
        asked = len(here.asked)
        meanwhile = desk.collect(1.9)
        asked_meanwhile = len(here.asked) - asked
        later = desk.collect(2.1)

    assert 1 <= asked <= 2, "two connections at most had begun when the first was told"
    assert first["new"] == 1
    assert len(first["failed"]) + len(first["resting"]) == 5
    assert asked_meanwhile == 0
    assert (meanwhile["feeds"], meanwhile["unchanged"], len(meanwhile["resting"])) == (1, 1, 5)
    assert all("127.0.0.1" in rest["reason"] for rest in meanwhile["resting"])
    assert (later["failed"], later["resting"]) == ([], [])


def test_a_429_behind_a_redirect_rests_the_site_that_said_so_and_not_the_one_that_led_there(site: Site):
    """The feeds of a feed hoster have nothing to do with where one of them leads."""
    with serving() as hoster, serving("127.0.0.2") as busy:
        desk = Desk(site, hoster, busy)
        desk.subscribe(hoster.url("/a.xml"), hoster.url("/moved.xml"), busy.url(FEED))
        hoster.pages = {"/a.xml": response(200, body(1)), "/moved.xml": moved(302, busy.url("/busy.xml"))}
        busy.pages = {"/busy.xml": response(429, Retry_After="7200"), FEED: response(200, body(2))}
        desk.collect(0)
        asked = len(busy.asked)
        hoster.pages["/a.xml"] = response(200, body(1, 3))

        meanwhile = desk.collect(1.9)
        asked_meanwhile = len(busy.asked) - asked
        later = desk.collect(2.1)

    assert (meanwhile["feeds"], meanwhile["new"]) == (1, 1)
    assert asked_meanwhile == 0
    reasons = {note["url"]: note["reason"] for note in meanwhile["resting"]}
    assert "It failed the last time and rests until 2026-11-18 14:00 UTC" in reasons[hoster.url("/moved.xml")]
    assert "Its site, 127.0.0.2, wants to be asked less and rests until 2026-11-18 14:00" in reasons[busy.url(FEED)]
    assert (later["feeds"], later["resting"]) == (3, [])


def test_a_feed_that_was_not_asked_for_its_site_has_not_failed(site: Site):
    with serving() as here:
        desk = Desk(site, here)
        desk.subscribe(*(here.url(f"/{n}.xml") for n in range(5)))
        here.pages = {f"/{n}.xml": response(429, Retry_After="1800") for n in range(5)}

        done = desk.collect(0)

    never = [feed for feed in site.json("feeds", "list")["feeds"] if feed["status"] == "new"]
    assert len(done["resting"]) == len(never) >= 3
    assert all("was not asked: its site asked us to wait" in note["reason"] for note in done["resting"])
    assert done["feeds"] == len(done["failed"]) == 5 - len(never)
    assert all((feed["failures"], feed["fault"]) == (0, "") for feed in never)


def test_a_feed_that_is_gone_for_good_is_retired(desk: Desk):
    desk.answer(response(410))
    first = desk.collect(0)
    desk.answer(response(200, body(1)))
    a_year_later = desk.collect(9_000)
    status = desk.state()["status"]
    on_demand = desk.collect(9_001, "--all")

    assert [(note["status"], "gone for good" in note["reason"]) for note in first["failed"]] == [("retired", True)]
    assert (a_year_later["feeds"], status) == (0, "retired")
    assert "retired" in a_year_later["warnings"][0]["reason"]
    assert (on_demand["new"], desk.state()["status"]) == (1, "ok")


def test_where_our_own_network_is_down_no_feed_is_blamed(desk: Desk):
    nowhere = [f"http://127.0.0.{n}:{free_port()}/feed" for n in (1, 2, 3)]
    configure(desk.site.folder, nowhere, *(url.split("/")[2] for url in nowhere))

    down = desk.collect(0)

    assert all("our own network may be down" in note["reason"] for note in down["failed"])
    assert [(desk.state(n)["failures"], desk.state(n)["not_before"]) for n in range(3)] == [(0, None)] * 3
    assert desk.collect(0.1)["feeds"] == 3


# --- feeds that answer, and are no feeds to count on -----------------------------------------------------------------


def test_a_feed_that_falls_silent_is_a_warning(desk: Desk):
    days = [item(f"Of the {day}th", "News.", outlet="o", guid=f"urn:o:{day}", day=day) for day in (15, 16, 17, 18)]
    desk.answer(response(200, rss(*days).encode()))

    warned = {day: bool(desk.collect(24 * day)["warnings"]) for day in (0, 1, 2, 3, 4)}

    assert warned == {0: False, 1: False, 2: False, 3: False, 4: True}
    assert "silent" in desk.collect(24 * 4)["warnings"][0]["reason"]


def test_a_feed_that_shrinks_is_a_warning(desk: Desk):
    desk.answer(response(200, body(*range(9))))
    before = desk.collect(0)["warnings"]
    desk.answer(response(200, body(1, 2, 3)))

    assert before == []
    assert "shrinking: 3 entries, where 9 are usual" in desk.collect(1)["warnings"][0]["reason"]


# --- whatever a server may do ----------------------------------------------------------------------------------------


def drip(_: Request) -> Iterator[bytes]:
    yield response(200, body(1))[:60]
    while True:
        time.sleep(1)
        yield b" "


def endless(_: Request) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<rss>"
    while True:
        yield b"<!-- more -->" * 5_000


def bomb(_: Request) -> bytes:
    return response(200, gzip.compress(b"<rss>" + bytes(30_000_000), 6), Content_Encoding="gzip")


PAGE = b'<!DOCTYPE html><title>O</title><link rel="alternate" type="application/rss+xml" href="/real.xml"><p>Hello</p>'

#: What lies at each address, the status that it gives its feed, and what is said of it.
STRANGE: dict[str, tuple[Page, str, str]] = {
    "/challenge-header": (response(403, Cf_Mitigated="challenge"), "blocked", "challenge"),
    "/challenge-page": (
        response(200, b"<!DOCTYPE html><title>Just a moment...</title>", Content_Type="text/html"),
        "blocked",
        "challenge",
    ),
    "/page": (response(200, PAGE, Content_Type="text/html"), "blocked", "is a web page and not a feed"),
    "/login": (response(401), "blocked", "401 Unauthorized. It wants a login"),
    "/law": (response(451), "blocked", "legal reasons"),
    "/nothing": (response(204), "failed", "204 No Content"),
    "/part": (response(206, body(1)), "failed", "206 Partial Content"),
    "/unasked": (response(304), "failed", "304 Not Modified"),
    "/empty": (response(200), "failed", "nothing at all"),
    "/text": (response(200, b"not a feed"), "failed", "no entries that can be read"),
    "/json": (response(200, b'{"version": "https://jsonfeed.org/version/1"}'), "failed", "JSON feed"),
    "/no-entries": (response(200, rss().encode()), "faulty", "no entries"),
    "/loop": (moved(302, "/loop"), "failed", "sends us on more than 5 times"),
    "/private": (moved(302, "http://127.0.0.9:9/"), "failed", "private address"),
    "/file": (moved(302, "file:///etc/passwd"), "failed", "sends us on to"),
    "/drip": (drip, "failed", f"took longer than {TIMEOUT} seconds"),
    "/endless": (endless, "failed", "larger than"),
    "/bomb": (bomb, "failed", "larger than"),
    "/short": (response(200, body(1), Content_Length="99999"), "failed", "broke off"),
    "/reset": ([response(200, body(1), Content_Length="99999"), None], "failed", "broke off"),
    "/gone": ([None], "failed", "broke off"),
    "/no-http": (b"220 mail.example ESMTP\r\n", "failed", "broke off"),
    "/not-packed": (response(200, body(1), Content_Encoding="gzip"), "failed", "cannot be decompressed"),
}


@pytest.fixture(scope="module")
def strange_round(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """One round of everything strange beside two good feeds, one over IPv6; by a program of its own."""
    folder = tmp_path_factory.mktemp("strange")
    with ExitStack() as stack:
        server, six = stack.enter_context(serving()), stack.enter_context(serving("::1"))
        server.pages = {path: strange[0] for path, strange in STRANGE.items()} | {"/good": response(200, body(1))}
        six.pages["/good"] = response(200, body(2))
        urls = [*(server.url(path) for path in (*STRANGE, "/good")), six.url("/good")]
        configure(folder, urls, server.place, six.place)
        collected = _program(folder, "collect", "--now", NOON.isoformat())
    listed = _program(folder, "feeds", "list")
    return {
        "collected": collected,
        "noted": {note["url"]: note for note in (*collected["failed"], *collected["faulty"])},
        "listed": {feed["url"]: feed for feed in listed["feeds"]},
        "at": server.url,
    }


def _program(folder: Path, *arguments: str) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "newsletter", *arguments, "--json"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert b"Traceback" not in done.stderr
    return json.loads(done.stdout) | {"exit": done.returncode}


@pytest.mark.parametrize("path", STRANGE)
def test_whatever_a_server_does_is_a_reason_beside_its_feed(strange_round: dict, path: str):
    _, status, said = STRANGE[path]
    url = strange_round["at"](path)

    noted, listed = strange_round["noted"][url], strange_round["listed"][url]

    assert (noted["status"], listed["status"]) == (status, status)
    assert said in noted["reason"]
    assert listed["fault"] == noted["reason"]


def test_one_bad_feed_never_stops_the_others(strange_round: dict):
    collected = strange_round["collected"]

    assert collected["exit"] == 3
    assert (collected["feeds"], collected["new"]) == (len(STRANGE) + 2, 2)
    assert sum(feed["status"] == "ok" for feed in strange_round["listed"].values()) == 2


def test_a_page_in_a_feeds_place_is_looked_through_for_the_feed(strange_round: dict):
    assert strange_round["at"]("/real.xml") in strange_round["noted"][strange_round["at"]("/page")]["reason"]


def test_when_every_feed_fails_that_was_asked_the_round_has_failed(desk: Desk):
    desk.answer(response(500))

    assert desk.site.run("collect").status == 1


def test_a_clock_that_jumped_ahead_drops_nothing_for_its_age(site):
    """Whoever mistypes a year, or whose machine starts without its clock, keeps the week."""
    site.configure(feeds=["ledger"])
    site.write_feed("ledger", rss(item("Senate passes the budget", "The vote was 51 to 49.", outlet="ledger")))
    site.json("collect", "--now", "2026-11-19T12:00:00Z")

    ahead = site.json("collect", "--now", "2036-02-07T12:00:00Z")

    assert ahead["forgotten"] == 0

"""Full text: a short entry is told from its page, where the operator asks for it and the site does not mind."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import TypeVar

import pytest

from newsletter import wiring
from newsletter.collect.pages import told_in_full
from newsletter.config import load
from newsletter.domain.entry import Entry
from newsletter.domain.errors import CallFailed
from newsletter.pipeline.collecting import collect
from newsletter.pipeline.full_text import with_pages
from newsletter.pipeline.reader import Reader
from newsletter.ports import Isolation
from tests.builders import NOON
from tests.outlets import Page, Request, Server, response, serving
from tests.sites import CONFIG, Site, rss

Argument = TypeVar("Argument")
Result = TypeVar("Result")

TITLE = "Senate passes the budget bill by 51 votes to 49"
TEASER = "Senator Mara Ellison of Vermont cast the deciding vote after a night of debate."
STORY = (
    "The Senate passed the annual budget bill on Tuesday by 51 votes to 49 after a night of debate.",
    "Senator Mara Ellison of Vermont cast the deciding vote for the bill, and said that she had read every page.",
    "The bill now goes to the president, who has promised to sign it into law before the weekend.",
    "The budget raises the harbour levy to four dollars, and closes two of the eleven ports in the state.",
)
LONG = f"<p>{TEASER}</p><p>{'The budget bill went back and forth between the chambers. ' * 20}</p>"
HTML = "text/html; charset=utf-8"


def article(*paragraphs: str, title: str = TITLE) -> bytes:
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs or STORY)
    page = (
        f"<!doctype html><html><head><title>{escape(title)} | The Ledger</title></head><body>"
        f'<nav><a href="/">Home</a> <a href="/politics">Politics</a></nav>'
        f"<main><article><h1>{escape(title)}</h1>{told}</article></main><footer>The Ledger, 2026</footer></body></html>"
    )
    return response(200, page.encode(), Content_Type=HTML)


class Desk:
    """A site that reads pages, and an outlet whose feed leads to them."""

    def __init__(self, site: Site, server: Server) -> None:
        self.site = site
        self.server = server
        self.configure()
        self.server.pages["/budget"] = article()
        self.publish("/budget")

    def configure(self, *, full_text: str = "page", licence: str = "excerpt", besides: Sequence[str] = ()) -> None:
        """``besides``: hosts and ports that may be asked too."""
        private = ", ".join(f'"{place}"' for place in (self.server.place, *besides))
        self.site.config.write_text(
            f'{CONFIG}\n[collect]\npause = 0\ntimeout = 5\nmax_bytes = 200_000\nfull_text = "{full_text}"\n'
            f"[web]\nallow_private_feeds = [{private}]\n"
            f'[[feeds]]\nurl = "{self.server.url("/feed.xml")}"\noutlet = "The Ledger"\nlicence = "{licence}"\n',
            encoding="utf-8",
        )

    def publish(self, *paths: str, text: str = TEASER, title: str = TITLE, at: datetime = NOON) -> None:
        """Lay a feed of pieces at its address."""
        items = [
            f"<item><title>{escape(title)}</title><link>{self.server.url(path)}</link>"
            f'<guid isPermaLink="false">urn:ledger:{path}</guid><pubDate>{format_datetime(at)}</pubDate>'
            f"<description>{escape(text)}</description></item>"
            for path in paths
        ]
        self.server.pages["/feed.xml"] = response(200, rss(*items).encode())

    def collect(self, *, hours: float = 1) -> dict:
        """One round, so many hours after noon."""
        moment = (NOON + timedelta(hours=hours)).isoformat()
        return self.site.json("collect", "--now", moment)

    def collects_in_words(self) -> list[str]:
        """What one round prints."""
        return self.site.run("collect", "--now", (NOON + timedelta(hours=1)).isoformat()).out.splitlines()

    def kept(self) -> list[Entry]:
        with wiring.backends(load(self.site.config)) as backends:
            return backends.entries.between(NOON - timedelta(days=30), NOON + timedelta(days=30))

    @property
    def text(self) -> str:
        (entry,) = self.kept()
        return entry.text

    def asked(self, path: str) -> int:
        return len(self.server.asked_for(path))


@pytest.fixture
def desk(site: Site) -> Iterator[Desk]:
    with serving() as server:
        yield Desk(site, server)


def test_a_short_entry_is_told_from_its_page(desk):
    desk.collect()

    (entry,) = desk.kept()
    assert entry.content == "\n\n".join(STORY)
    assert entry.summary == TEASER
    assert entry.url == desk.server.url("/budget")


def test_what_is_told_from_its_page_is_new_and_not_revised(desk):
    answer = desk.collect()

    assert (answer["new"], answer["revised"]) == (1, 0)


def test_a_new_entry_is_kept_before_its_page_is_asked_for(desk):
    """Pages take minutes. What ends the collection meanwhile must not lose what the feed holds no more the next day."""
    kept: list[str] = []

    def page(request: Request) -> bytes:
        kept.extend(entry.text for entry in desk.kept())
        return article()

    desk.server.pages["/budget"] = page

    desk.collect()

    assert kept == [TEASER]
    assert desk.text == "\n\n".join(STORY)


def test_unless_the_operator_asks_no_page_is_fetched(desk):
    desk.configure(full_text="feed")

    desk.collect()

    assert desk.text == TEASER
    assert [request.path for request in desk.server.asked] == ["/feed.xml"]


def test_what_stands_only_on_the_page_may_be_told_in_the_letter(desk):
    desk.collect()
    desk.site.json("draft", "--week", "2026-W47")
    desk.site.json("preview", "--out", str(desk.site.folder / "out"))

    told = (desk.site.folder / "out" / "issue.json").read_text(encoding="utf-8")

    assert STORY[0] in told


def test_an_entry_that_its_feed_tells_at_length_needs_no_page(desk):
    desk.publish("/budget", text=LONG)

    desk.collect()

    assert desk.asked("/budget") == 0
    assert desk.asked("/robots.txt") == 0


def test_an_outlet_that_may_be_printed_by_its_headline_alone_is_not_asked_for_pages(desk):
    desk.configure(licence="headline")

    desk.collect()

    assert desk.asked("/budget") == 0


def test_an_old_entry_is_not_asked_for(desk):
    """A feed may hold years."""
    desk.publish("/budget", at=NOON - timedelta(days=11))

    desk.collect()

    assert desk.asked("/budget") == 0


def test_a_page_is_asked_for_once(desk):
    desk.collect()
    desk.publish("/budget", "/levee")
    desk.server.pages["/levee"] = article()

    again = desk.collect(hours=4)

    assert (desk.asked("/budget"), desk.asked("/levee")) == (1, 1)
    assert desk.asked("/robots.txt") == 1
    assert (again["new"], again["revised"]) == (1, 0)


def test_the_same_page_gives_the_same_entry_for_as_long_as_the_feed_says_the_same(desk):
    """What has not changed must not count as revised, however old it has become."""
    desk.collect()
    (before,) = desk.kept()
    desk.configure(full_text="feed")
    desk.configure()
    # The body differs, so that it is read anew; the entry does not.
    desk.server.pages["/feed.xml"] = desk.server.pages["/feed.xml"].replace(b"<title>News", b"<title>Nows")

    again = desk.collect(hours=24 * 20)

    assert (again["unchanged"], again["revised"]) == (0, 0)
    assert desk.kept() == [before]
    assert desk.asked("/budget") == 1


def test_a_page_is_asked_for_again_when_the_feed_says_something_else(desk):
    """An entry that was corrected has a page that was."""
    desk.collect()
    now = (*STORY[:3], "The budget raises the harbour levy to five dollars, and closes none of the ports.")
    desk.server.pages["/budget"] = article(*now)
    desk.publish("/budget", text=f"{TEASER} No port closes.")

    again = desk.collect(hours=4)

    assert desk.text == "\n\n".join(now)
    assert desk.asked("/budget") == 2
    assert again["revised"] == 1


def test_what_its_site_forbids_is_not_asked_for(desk):
    desk.server.pages["/robots.txt"] = response(200, b"User-agent: *\nDisallow: /budget\n")
    desk.server.pages["/levee"] = article()
    desk.publish("/budget", "/levee")

    answer = desk.collect()

    assert (desk.asked("/budget"), desk.asked("/levee")) == (0, 1)
    assert answer["pages"]["read"] == 1
    assert [fault["url"] for fault in answer["pages"]["faults"]] == [desk.server.url("/budget")]
    assert "robots.txt forbids it" in answer["pages"]["faults"][0]["reason"]


@pytest.mark.parametrize(
    "robots", [response(500), response(503), response(429), response(403, cf_mitigated="challenge")]
)
def test_where_a_sites_rules_cannot_be_known_its_pages_wait(desk, robots):
    """RFC 9309: what cannot be known is a no, for now."""
    desk.server.pages["/robots.txt"] = robots

    answer = desk.collect()

    assert desk.asked("/budget") == 0
    assert (answer["pages"]["failed"], answer["pages"]["waiting"]) == (0, 1)
    (why,) = answer["pages"]["waits"]
    assert why["url"] == desk.server.url("/robots.txt")
    assert "robots.txt of The Ledger" in why["reason"]
    assert desk.text == TEASER


def test_what_is_wrong_with_pages_is_printed_in_a_few_lines(desk):
    """A hundred pages of one site fail for one reason."""
    desk.publish(*(f"/lost-{number}" for number in range(5)))

    lines = desk.collects_in_words()

    told = [line for line in lines if line.startswith("Page failed: ")]
    assert "/lost-0 answered 404." in told[0]
    assert told[-1].startswith("Page failed: 2 more.")
    assert len(told) == 4


def test_why_pages_wait_is_printed(desk):
    desk.server.pages["/robots.txt"] = response(503)

    (told,) = [line for line in desk.collects_in_words() if line.startswith("Pages wait: ")]

    assert "/robots.txt answered 503." in told


def test_of_very_many_failed_pages_the_json_tells_of_fifty_the_same_ones_every_time(desk):
    desk.publish(*(f"/lost-{number:03}" for number in range(60)))

    answer = desk.collect()["pages"]

    assert answer["failed"] == 60
    assert [fault["url"] for fault in answer["faults"]] == [desk.server.url(f"/lost-{n:03}") for n in range(50)]


def test_a_page_at_a_private_address_is_a_fault_and_does_not_wait_for_ever(desk):
    """Nobody would ever learn why an outlet stays short."""
    with serving() as inside:
        inside.pages["/budget"] = article()
        lead = rss(
            f"<item><title>{escape(TITLE)}</title><link>{inside.url('/budget')}</link><guid>one</guid>"
            f"<description>{escape(TEASER)}</description></item>"
        )
        desk.server.pages["/feed.xml"] = response(200, lead.encode())

        answer = desk.collect()["pages"]
        soon = desk.collect(hours=4)["pages"]

        assert inside.asked == []
    assert (answer["failed"], answer["waiting"], answer["waits"]) == (1, 0, [])
    (fault,) = answer["faults"]
    assert fault["url"] == inside.url("/budget")
    assert "private address" in fault["reason"]
    assert f"add '{inside.place}' to web.allow_private_feeds" in fault["reason"]
    assert (soon["failed"], soon["waiting"]) == (0, 0)


def test_a_page_that_waited_is_read_later_though_its_feed_has_not_changed(desk):
    """A feed of one piece a week would else never be told in full."""
    desk.server.pages["/robots.txt"] = response(500)
    desk.collect()
    desk.server.pages["/robots.txt"] = response(404)

    answer = desk.collect(hours=4)

    assert (answer["unchanged"], answer["pages"]["read"]) == (1, 1)
    assert desk.text == "\n\n".join(STORY)


def test_rules_are_good_for_a_day(desk):
    desk.collect()
    desk.server.pages["/levee"] = article()
    desk.publish("/budget", "/levee")
    desk.collect(hours=23)
    assert desk.asked("/robots.txt") == 1
    desk.server.pages["/flood"] = article()
    desk.publish("/budget", "/levee", "/flood")

    desk.collect(hours=26)

    assert desk.asked("/robots.txt") == 2


CONSENT = "We and our 842 partners store and access information on a device to process personal data. " * 20
FAULTS: dict[str, Page] = {
    "missing": response(404),
    "failing": response(500),
    "a challenge": response(403, b"<p>Are you a person?</p>", cf_mitigated="challenge"),
    "too large": response(200, b"<p>word</p>" * 50_000, Content_Type=HTML),
    "broken off": [b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>The Sen", None],
    "no page": response(200, b"%PDF-1.7", Content_Type="application/pdf"),
    "empty": response(200, b"", Content_Type=HTML),
}
OTHERS: dict[str, Page] = {
    "asks for consent": article(CONSENT, title="Your privacy"),
    "asks for a login": article("Log in to read on. Enter your email address and password. " * 9, title="Log in"),
    "no longer than the feed": article(TEASER),
    "nested without end": response(200, b"<div>" * 39_000, Content_Type=HTML),
}


@pytest.mark.parametrize("name", [*FAULTS, *OTHERS])
def test_one_bad_page_never_stops_the_others(desk, name):
    """The entry stays as its feed tells it."""
    desk.server.pages["/bad"] = (FAULTS | OTHERS)[name]
    desk.publish("/bad", "/budget")

    desk.collect()

    assert {entry.url: entry.text for entry in desk.kept()} == {
        desk.server.url("/bad"): TEASER,
        desk.server.url("/budget"): "\n\n".join(STORY),
    }


@pytest.mark.parametrize("name", FAULTS)
def test_a_page_that_failed_is_tried_again_after_a_day_and_not_before(desk, name):
    desk.server.pages["/budget"] = FAULTS[name]
    first = desk.collect()
    desk.server.pages["/budget"] = article()
    soon = desk.collect(hours=20)
    assert (first["pages"]["failed"], soon["pages"]["failed"], desk.asked("/budget")) == (1, 0, 1)

    desk.collect(hours=26)

    assert desk.asked("/budget") == 2
    assert desk.text == "\n\n".join(STORY)


def test_no_more_pages_are_asked_for_in_one_round_than_the_limit_and_the_rest_wait(desk):
    """The newest first: an outlet that publishes an archive must not keep the others waiting for hours."""
    desk.server.pages |= dict.fromkeys(["/b", "/c"], article())
    desk.publish("/budget", "/b", "/c")
    desk.configure(full_text="feed")
    desk.collect()
    desk.configure()
    config = load(desk.site.config)

    rounds = []
    for hours in (1, 2, 3):
        now = NOON + timedelta(hours=hours)
        with wiring.backends(config, at=now) as backends:
            reader = Reader(backends.isolation, backends.clock)
            done = with_pages(backends, reader, [], feeds=config.all_feeds(), now=now, limit=2)
            backends.entries.save(done.caught_up)
        rounds.append((done.read, done.waiting, len(done.caught_up)))

    assert rounds == [(2, 1, 2), (1, 0, 1), (0, 0, 0)]


def test_a_page_that_two_entries_lead_to_is_asked_for_once(desk):
    """Outlets put one piece into several of their feeds."""
    desk.server.pages["/top.xml"] = response(
        200,
        rss(
            f"<item><title>{escape(TITLE)}</title><link>{desk.server.url('/budget')}</link>"
            f"<guid>another</guid><description>{escape(TEASER)} A photo shows her.</description></item>"
        ).encode(),
    )
    with desk.site.config.open("a", encoding="utf-8") as config:
        config.write(f'[[feeds]]\nurl = "{desk.server.url("/top.xml")}"\noutlet = "The Ledger"\n')

    desk.collect()
    desk.collect(hours=4)

    assert [entry.content for entry in desk.kept()] == ["\n\n".join(STORY)] * 2
    assert desk.asked("/budget") == 1


@pytest.mark.parametrize(
    ("said", "hours"), [("7200", 2), ((NOON + timedelta(hours=4)).strftime("%a, %d %b %Y %H:%M:%S GMT"), 3), ("", 1)]
)
def test_after_a_429_the_pages_of_the_site_wait_as_long_as_it_says_and_so_do_its_feeds(desk, said, hours):
    """None of them has failed: those that were not asked for least of all."""
    paths = [f"/piece-{number}" for number in range(30)]
    desk.publish(*paths)
    desk.server.pages |= dict.fromkeys(paths, response(429, Retry_After=said))
    first = desk.collect(hours=1)
    asked = len(desk.server.asked)
    desk.server.pages |= dict.fromkeys(paths, article())

    meanwhile = desk.collect(hours=1 + hours - 0.1)
    asked_meanwhile = len(desk.server.asked) - asked
    later = desk.collect(hours=1 + hours)

    assert asked < 10
    assert (first["pages"]["failed"], first["pages"]["waiting"], first["pages"]["faults"]) == (0, 30, [])
    (why,) = first["pages"]["waits"]
    assert "answered 429. The site wants to be asked less and rests until 2026-11-18" in why["reason"]
    assert asked_meanwhile == 0
    assert (meanwhile["feeds"], meanwhile["pages"]["waiting"]) == (0, 30)
    assert "127.0.0.1, wants to be asked less" in meanwhile["pages"]["waits"][0]["reason"]
    assert (later["pages"]["read"], later["pages"]["waiting"]) == (30, 0)


def test_a_429_on_a_sites_rules_rests_it_as_long_as_it_says(desk):
    desk.server.pages["/robots.txt"] = response(429, Retry_After="7200")
    desk.collect(hours=1)
    desk.server.pages["/robots.txt"] = response(404)

    meanwhile = desk.collect(hours=2.9)
    later = desk.collect(hours=3)

    assert (meanwhile["feeds"], meanwhile["pages"]["waiting"]) == (0, 1)
    assert later["pages"]["read"] == 1


def test_a_page_that_leads_to_a_site_that_wants_to_be_asked_less_rests_that_site_and_not_its_own(desk):
    with serving("127.0.0.2") as busy:
        busy.pages["/story"] = response(429, Retry_After="7200")
        desk.server.pages["/short"] = response(302, Location=busy.url("/story"))
        desk.publish("/short", "/budget")
        desk.configure(besides=(busy.place,))
        first = desk.collect(hours=1)
        there = rss(
            f"<item><title>{escape(TITLE)}</title><link>{busy.url('/other')}</link><guid>three</guid>"
            f"<description>{escape(TEASER)}</description></item>"
        )
        desk.server.pages["/feed.xml"] = response(200, there.encode())

        second = desk.collect(hours=2)

        assert [request.path for request in busy.asked] == ["/story"]
    assert (first["pages"]["read"], first["pages"]["failed"]) == (1, 1)
    assert "answered 429" in first["pages"]["faults"][0]["reason"]
    assert (second["feeds"], second["pages"]["waiting"]) == (1, 1)
    assert "Its site, 127.0.0.2, wants to be asked less" in second["pages"]["waits"][0]["reason"]


def test_furniture_of_a_page_is_struck_out_and_shown(desk):
    line = "Sign up for our newsletter and never miss a story."
    desk.server.pages["/budget"] = article(*STORY[:2], line, *STORY[2:])

    desk.collect()

    (entry,) = desk.kept()
    assert entry.content == "\n\n".join(STORY)
    assert [removed.text for removed in entry.removed] == [line]


def test_a_page_may_be_reached_by_a_redirect_and_the_link_stays_the_feeds(desk):
    desk.server.pages["/short"] = response(302, Location="/budget")
    desk.publish("/short")

    desk.collect()

    (entry,) = desk.kept()
    assert entry.content == "\n\n".join(STORY)
    assert entry.url == desk.server.url("/short")


@pytest.fixture
def mirror(desk) -> Iterator[Server]:
    """Another site, to which the outlet's short address leads."""
    with serving() as server:
        server.pages["/story"] = article()
        desk.server.pages["/short"] = response(302, Location=server.url("/story"))
        desk.publish("/short")
        desk.configure(besides=(server.place,))
        yield server


@pytest.mark.parametrize("robots", [response(404), response(200, b"User-agent: *\nDisallow: /paid\n")])
def test_a_page_on_another_site_is_read_where_that_site_does_not_mind(desk, mirror, robots):
    mirror.pages["/robots.txt"] = robots

    answer = desk.collect()

    assert answer["pages"]["read"] == 1
    assert desk.text == "\n\n".join(STORY)
    assert len(mirror.asked_for("/robots.txt")) == 1


@pytest.mark.parametrize(
    ("robots", "said"),
    [
        (response(200, b"User-agent: *\nDisallow: /story\n"), "robots.txt forbids it"),
        (response(500), "robots.txt of The Ledger"),
        (response(429), "robots.txt of The Ledger"),
    ],
)
def test_a_page_on_another_site_is_not_read_against_its_rules(desk, mirror, robots, said):
    """That it leads there is only known once it was asked; its text is not used."""
    mirror.pages["/robots.txt"] = robots

    answer = desk.collect()
    soon = desk.collect(hours=4)

    assert desk.text == TEASER
    (fault,) = answer["pages"]["faults"]
    assert fault["url"] == desk.server.url("/short")
    assert mirror.url("/") in fault["reason"]
    assert said in fault["reason"]
    assert (soon["pages"]["failed"], desk.asked("/short")) == (0, 1)


def test_the_rules_of_the_site_behind_a_redirect_are_good_for_a_day_too(desk, mirror):
    desk.collect()
    desk.server.pages["/other"] = response(302, Location=mirror.url("/story"))
    desk.publish("/short", "/other")

    desk.collect(hours=4)

    assert len(mirror.asked_for("/story")) == 2
    assert len(mirror.asked_for("/robots.txt")) == 1


def test_a_redirect_within_a_site_leads_to_no_page_that_its_rules_forbid(desk):
    desk.server.pages["/robots.txt"] = response(200, b"User-agent: *\nDisallow: /budget\n")
    desk.server.pages["/short"] = response(302, Location="/budget")
    desk.publish("/short")

    answer = desk.collect()

    assert desk.text == TEASER
    assert "forbids" in answer["pages"]["faults"][0]["reason"]
    assert desk.asked("/robots.txt") == 1


def test_a_page_that_leads_to_a_private_address_is_not_followed(desk):
    """The guard of feeds is the guard of pages."""
    with serving() as inside:
        inside.pages["/budget"] = article()
        desk.server.pages["/short"] = response(302, Location=inside.url("/budget"))
        desk.publish("/short")

        answer = desk.collect()

        assert inside.asked == []
    assert answer["pages"]["failed"] == 1
    assert desk.text == TEASER


def test_a_page_in_another_charset_is_read_as_it_was_written(desk):
    said = "“The café levy,” said Senator Ellison, “is naïve, and the port of Saint-Malo would have to pay for it.”"
    body = f"<html><body><article>{''.join(f'<p>{p}</p>' for p in (*STORY, said))}</article></body></html>"
    desk.server.pages["/budget"] = response(200, body.encode("cp1252"), Content_Type="text/html; charset=iso-8859-1")

    desk.collect()

    assert desk.text.endswith(said)


@pytest.mark.parametrize("missing", ["trafilatura", "protego"])
def test_without_what_reads_pages_the_setting_is_refused(desk, monkeypatch, missing):
    """It is an extra of the installation; saying so at once beats an empty letter."""
    monkeypatch.setitem(sys.modules, missing, None)

    answer = desk.site.run("collect")

    assert answer.status == 2
    assert "collect.full_text" in answer.last_line
    assert "articles" in answer.last_line


class CannotTell:
    """The world's isolation, whose process is not ready just when an entry is to be told from its page."""

    def __init__(self, real: Isolation) -> None:
        self._real = real

    def call(self, function: Callable[[Argument], Result], argument: Argument, *, seconds: float = 10) -> Result:
        if function is told_in_full:
            raise CallFailed("Its process was not ready after 60 seconds.", begun=False)
        return self._real.call(function, argument, seconds=seconds)

    def close(self) -> None:
        self._real.close()


def test_a_page_stays_good_where_we_could_not_even_begin_to_tell_from_it(desk):
    """A machine in trouble is no fault of the page: the next round tells from it, and the site is not asked again."""
    config = load(desk.site.config)
    with wiring.backends(config, at=NOON, makes_store=True) as world:
        troubled = replace(world, isolation=CannotTell(world.isolation))
        done = collect(troubled, config.all_feeds(), now=NOON, full_text=True)
    short = desk.text

    desk.collect(hours=1)

    assert done.pages is not None
    assert (done.pages.read, done.pages.faults) == (1, ())
    assert short == TEASER
    assert desk.text == "\n\n".join(STORY)
    assert desk.asked("/budget") == 1

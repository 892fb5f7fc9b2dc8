"""A round among pages that are made to use up whoever reads them: it ends, and the others get their pages."""

import time
from datetime import UTC, datetime, timedelta
from html import escape

from newsletter import wiring
from newsletter.config import load
from tests.outlets import response, serving
from tests.sites import CONFIG, Site, rss

TEASER = "Senator Mara Ellison of Vermont cast the deciding vote after a night of debate."
STORY = (
    "The Senate passed the annual budget bill on Tuesday by 51 votes to 49 after a night of debate.",
    "Senator Mara Ellison of Vermont cast the deciding vote for the bill, and said that she had read every page.",
    "The bill now goes to the president, who has promised to sign it into law before the weekend.",
)
HTML = "text/html; charset=utf-8"
#: Two hundred thousand paragraphs, none of them closed.
HOSTILE = response(200, b"<html><body><article>" + b"<p>The Senate voted." * 200_000, Content_Type=HTML)
HONEST = response(200, f"<html><body><article><p>{'</p><p>'.join(STORY)}</p></article>".encode(), Content_Type=HTML)
PAGES = 5


def feed(*links: str) -> bytes:
    """Pieces without a date, which are as new as their first sight."""
    items = (
        f"<item><title>Senate passes the budget bill</title><link>{link}</link><guid>{link}</guid>"
        f"<description>{escape(TEASER)}</description></item>"
        for link in links
    )
    return response(200, rss(*items).encode())


def test_pages_that_use_up_the_reader_cost_a_round_two_calls_and_the_others_nothing(site: Site):
    with serving() as hostile, serving("127.0.0.2") as honest:
        links = [hostile.url(f"/{n}") for n in range(PAGES)]
        hostile.pages = {"/feed.xml": feed(*links), **{f"/{n}": HOSTILE for n in range(PAGES)}}
        honest.pages = {"/feed.xml": feed(honest.url("/budget")), "/budget": HONEST}
        site.config.write_text(
            f'{CONFIG}\n[collect]\npause = 0\nfull_text = "page"\n'
            f'[web]\nallow_private_feeds = ["{hostile.place}", "{honest.place}"]\n'
            f'[[feeds]]\nurl = "{hostile.url("/feed.xml")}"\n[[feeds]]\nurl = "{honest.url("/feed.xml")}"\n',
            encoding="utf-8",
        )
        started = time.monotonic()
        first = site.json("collect")["pages"]
        took = time.monotonic() - started
        later = (datetime.now(UTC) + timedelta(hours=2)).isoformat()
        second = site.json("collect", "--now", later)["pages"]
        asked = [len(hostile.asked_for(f"/{n}")) for n in range(PAGES)]

    assert took < 10 * PAGES
    assert (first["read"], first["failed"], first["waiting"]) == (1, 2, PAGES - 2)
    assert all("took more than 10 seconds" in fault["reason"] for fault in first["faults"])
    assert all("tried again after a day, then ever more rarely" in fault["reason"] for fault in first["faults"])
    (wait,) = first["waits"]
    assert "The texts of 127.0.0.1 took 20 seconds to read in this round" in wait["reason"]
    assert (second["failed"], second["waiting"]) == (2, PAGES - 4), "the others, for the first two are left alone"
    assert sorted(asked) == [1, 1, 2, 2, 2]
    with wiring.backends(load(site.config)) as backends:
        kept = backends.pages.pages([honest.url("/budget")])
    assert kept[honest.url("/budget")].text == "\n\n".join(STORY)

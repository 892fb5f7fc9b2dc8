"""The feeds that a page names."""

import pytest

from newsletter.collect.reading.discovery import FeedLink, feed_links

PAGE = "https://ledger.example/politics/"


def found(html: str, base: str = PAGE) -> list[str]:
    return [link.url for link in feed_links(html.encode(), base)]


def test_a_page_names_its_feeds_in_its_head():
    page = """<!doctype html><html><head><title>The Ledger</title>
    <link rel="stylesheet" href="/a.css">
    <link rel="alternate" type="application/rss+xml" title="The Ledger &raquo; Politics" href="/politics/feed.xml">
    <LINK REL="Alternate Home" TYPE="application/atom+xml; charset=utf-8" HREF="all.atom">
    <link rel="alternate" hreflang="de" href="/de/"></head><body><a href="/rss">RSS</a></body></html>"""

    assert feed_links(page.encode(), PAGE) == (
        FeedLink(url="https://ledger.example/politics/feed.xml", title="The Ledger » Politics"),
        FeedLink(url="https://ledger.example/politics/all.atom", title=""),
        FeedLink(url="https://ledger.example/rss", title="RSS"),
    )


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("/rss", "https://ledger.example/rss"),
        ("/rss/politics.xml", "https://ledger.example/rss/politics.xml"),
        ("feed/", "https://ledger.example/politics/feed/"),
        ("/politics.rss", "https://ledger.example/politics.rss"),
        ("//feeds.ledger.example/politics", "https://feeds.ledger.example/politics"),
        ("/?feed=rss2", "https://ledger.example/?feed=rss2"),
        ("/index.xml", "https://ledger.example/index.xml"),
        ("/atom.xml#top", "https://ledger.example/atom.xml"),
    ],
)
def test_failing_that_links_that_look_like_feeds_are_taken(address, url):
    assert found(f'<p><a href="{address}">Our feed</a></p>') == [url]


@pytest.mark.parametrize(
    "address",
    [
        "/brass-bands",
        "/feedback",
        "/anatomy",
        "/rss-icon.png",
        "https://www.facebook.com/rss",
        "https://feedly.com/i/subscription/feed/x",
        "javascript:feed()",
        "mailto:rss@ledger.example",
        "",
        "#feed",
    ],
)
def test_other_links_are_not(address):
    assert found(f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/f2.xml'>RSS</a>",
        "<a href='/f2.xml'><b>Politics</b> feed</a>",
        "<a href='/f2.xml'>Subscribe (Atom)</a>",
        "<a href='/f2.xml' title='RSS: politics'><img src='/icon.png'></a>",
    ],
)
def test_a_link_of_the_body_may_say_in_its_words_that_it_is_a_feed(link):
    assert found(f"<p>{link}</p>") == ["https://ledger.example/f2.xml"]


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/harvest'>Grain to feed two million is on its way</a>",
        "<a href='/feedback'>Feedback</a>",
        "<a href='#top'>RSS</a>",
        "<a href='/politics/'>RSS</a>",
        "<a href=''>RSS</a>",
        "<a href='https://www.facebook.com/ledger'>Our feed</a>",
        "<a>RSS</a>",
    ],
)
def test_other_links_say_no_such_thing(link):
    assert found(f"<p>{link}</p>") == []


def test_what_the_head_declares_comes_before_links_of_the_body_of_which_it_takes_a_few():
    """They are guesses, and each is asked."""
    links = "".join(f"<a href='/{n}.xml'>RSS</a>" for n in range(30))
    declared = '<link rel="alternate" type="application/rss+xml" href="/{}.xml">'
    page = f"{links}{declared.format('all')}{declared.format(0)}"

    assert found(page) == [f"https://ledger.example/{n}.xml" for n in ("all", 0, 1, 2, 3, 4)]
    assert len(found(links)) == 30


def test_a_page_may_have_a_base_of_its_own():
    page = '<head><base href="https://cdn.example/x/"><link rel=alternate type=application/rss+xml href=feed></head>'

    assert found(page) == ["https://cdn.example/x/feed"]


def test_each_feed_is_named_once_and_no_page_names_them_without_end():
    link = '<link rel="alternate" type="application/rss+xml" href="/{}">'

    assert found(link.format("a") * 3 + link.format("b")) == ["https://ledger.example/a", "https://ledger.example/b"]
    assert len(found("".join(link.format(number) for number in range(1_000)))) == 50


@pytest.mark.parametrize(
    "body",
    [b"", b"\0\0", b"\x89PNG\r\n", b"<a" * 100_000, b"<div>" * 100_000, b"<a href=/rss>" * 100_000, b"\xff\xfe<\0a\0"],
)
def test_whatever_a_page_is_it_is_looked_through(body):
    assert len(feed_links(body, PAGE)) <= 50

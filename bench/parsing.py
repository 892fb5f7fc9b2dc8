"""How fast feeds are parsed, against feedparser with its defaults.

    python bench/parsing.py [FEEDS]

Over FEEDS (60) feeds of 20 entries with 3 to 6 KB of HTML each, made of the recorded week's own words, and over the
recorded week itself. Prints entries a second by process time, the best of five rounds that take turns, and how many
times feedparser's figure that is. Both must find the same entries, by id, address and title.

feedparser's defaults give HTML that was sanitised and links that were resolved; ours give entries whose HTML was read
into text, dated, credited and told by kind. A line of its own has the same with the furniture left in, for feedparser
strikes out none.
"""

import html
import io
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from unittest.mock import patch

import feedparser

from newsletter.collect.boilerplate import Stripped
from newsletter.collect.parse import Parsed, parse
from newsletter.collect.reading import clean
from newsletter.collect.reading.markup import text_of
from newsletter.domain.feed import Feed, Fetched

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
ROUNDS = 5
ENTRIES = 20
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Outlet {number}</title><link>https://outlet-{number}.example/</link>
<atom:link href="https://outlet-{number}.example/feed" rel="self" type="application/rss+xml"/>
"""
ITEM = """<item><title>{title}</title><link>{page}?utm_source=rss&amp;utm_medium=feed</link>
<guid isPermaLink="false">{page}</guid><pubDate>{date}</pubDate><dc:creator>{author}</dc:creator>
<category>Politics</category><category>{category}</category>
<media:content url="https://outlet.example/pictures/{place}.jpg" medium="image" width="1200" height="800">
<media:credit>Bo Park</media:credit></media:content>
<description>{summary}</description>
<content:encoded><![CDATA[{content}]]></content:encoded></item>
"""


def main() -> None:
    recorded = [path.read_bytes() for path in sorted((ROOT / "demo" / "feeds").glob("*.xml"))]
    number = int(sys.argv[1]) if sys.argv[1:] else 60
    print(f"{'':44}{'entries':>8} {'a second':>9} {'times':>6}")
    for name, feeds in (("made feeds", list(made(recorded, number))), ("the recorded week", recorded)):
        same_entries(feeds)
        measured(f"{name}, {len(feeds)} of {sum(map(len, feeds)) // len(feeds) / 1000:.0f} KB", feeds)


def made(recorded: list[bytes], number: int) -> Iterator[bytes]:
    """Feeds as weblog software writes them, the same ones every time."""
    dice = random.Random(1)
    entries = [entry for body in recorded for entry in ours(body).entries if len(entry.text) > 400]
    paragraphs = sorted({paragraph for entry in entries for paragraph in entry.paragraphs()})
    titles = sorted(entry.title for entry in entries)
    for outlet in range(number):
        items = []
        for place in range(ENTRIES):
            published = NOW - timedelta(minutes=dice.randrange(7 * 24 * 60))
            title = dice.choice(titles)
            items.append(
                ITEM.format(
                    title=html.escape(title),
                    page=f"https://outlet-{outlet}.example/{published:%Y/%m/%d}/piece-{outlet}-{place}",
                    date=format_datetime(published),
                    author=dice.choice(("Jane Doe", "By Ann Lee", "John Roe and Ann Lee")),
                    category=dice.choice(("Congress", "Courts", "States")),
                    place=place,
                    summary=html.escape(dice.choice(paragraphs)[:300], quote=False),
                    content=article(paragraphs, dice, size=dice.randrange(3_000, 6_000)),
                )
            )
        yield (HEAD.format(number=outlet) + "".join(items) + "</channel></rss>").encode()


def article(paragraphs: list[str], dice: random.Random, *, size: int) -> str:
    """So much HTML of an article: links, emphasis, a heading, a picture, a share bar."""
    parts = [
        '<figure class="wp-block-image"><img src="/a.jpg" alt=""/><figcaption>Photo: Bo Park</figcaption></figure>'
    ]
    while sum(map(len, parts)) < size:
        words = html.escape(dice.choice(paragraphs), quote=False).split()
        for _ in range(dice.randrange(3)):
            place = dice.randrange(len(words))
            words[place] = dice.choice(
                ('<a href="/more?id=7&amp;from=rss">{}</a>', "<em>{}</em>", "<strong>{}</strong>")
            ).format(words[place])
        parts.append(f"<p>{' '.join(words)}</p>\n")
        if dice.random() < 0.15:
            parts.append("<h3>What comes next</h3>\n")
    return "".join([*parts, '<div class="sharedaddy share-bar"><a href="#">Share</a></div>'])


def ours(body: bytes) -> Parsed:
    feed = Feed(url="https://outlet.example/feed", outlet="The Outlet", family="The Outlet")
    return parse(Fetched(body=body, url=feed.url), feed, now=NOW)


def theirs(body: bytes) -> feedparser.FeedParserDict:
    return feedparser.parse(io.BytesIO(body))


def same_entries(feeds: list[bytes]) -> None:
    """Stop where the two find different entries."""
    for body in feeds:
        one = [(entry.id, entry.url, entry.title) for entry in ours(body).entries]
        other = [(item.get("id"), item.get("link"), text_of(item.get("title", ""))) for item in theirs(body).entries]
        if [(key or found, url, title) for (found, *_), (key, url, title) in zip(one, other, strict=True)] != one:
            sys.exit(f"Not the same entries: {one[:2]} and {other[:2]}.")


def ours_with_furniture(body: bytes) -> Parsed:
    """Ours, but for striking out furniture."""
    with patch.object(clean, "strip_furniture", lambda text, title: Stripped(text)):  # noqa: ARG005 - called by name
        return ours(body)


def measured(name: str, feeds: list[bytes]) -> None:
    entries = sum(len(ours(body).entries) for body in feeds)
    print(f"{name:44}{entries:8}")
    ways: dict[str, Callable[[bytes], object]] = {
        "feedparser, defaults": theirs,
        "feedparser, no sanitiser, no links": lambda body: feedparser.parse(
            io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False
        ),
        "ours": ours,
        "ours, without striking out furniture": ours_with_furniture,
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for way, parsed in ways.items():
            start = time.process_time()
            for body in feeds:
                parsed(body)
            best[way] = min(best[way], time.process_time() - start)
    slowest = best["feedparser, defaults"]
    for way, seconds in best.items():
        print(f"  {way:42}{'':8} {entries / seconds:9.0f} {slowest / seconds:6.2f}")


if __name__ == "__main__":
    main()

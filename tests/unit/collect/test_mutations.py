"""Feeds that were damaged: whatever the damage, a feed is read or refused, and the next one has its turn."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsletter.collect.parse import parse
from newsletter.domain.errors import FeedUnreadable
from newsletter.domain.feed import Feed, Fetched
from tests.builders import NOON

ROOT = Path(__file__).parents[3]
FEEDS = [*sorted((ROOT / "tests" / "feeds").glob("*.xml")), *sorted((ROOT / "demo").rglob("*.xml"))]
#: How many damaged feeds of each are read here. Thousands were, by hand.
EACH = 20
#: What has hurt parsers before.
BARBS = (
    b"\0",
    b"&#0;",
    b"&#55357;",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"http://[",
    b"://",
    b"&",
    b"<",
    b">",
    b'"',
    b"charset=\0",
    b"99999999999999999999",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"<item>",
    b"</item>",
    b"<x:y>",
)  # fmt: skip - one a line would be a page
URL = "https://ledger.example/feed.xml"


def damaged(body: bytes, dice: random.Random) -> bytes:
    """The feed with one to four wounds: bytes flipped, cut out, doubled, or a barb put in."""
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(body) + 1)
        end = min(len(body), start + dice.choice((1, 8, 60, 500)))
        piece = body[start:end]
        wound = dice.choice(
            (bytes(byte ^ dice.randrange(256) for byte in piece[:3]) + piece[3:], b"", piece * 2, dice.choice(BARBS))
        )
        body = body[:start] + wound + body[end:]
    return body


def outcome(body: bytes, content_type: str = "") -> str:
    """Read, or refused with a sentence. Nothing else ever comes out."""
    feed = Feed(url=URL, outlet="The Ledger", family="The Ledger")
    try:
        parse(Fetched(body=body, url=URL, content_type=content_type), feed, now=NOON)
    except FeedUnreadable as refused:
        said = str(refused)
    else:
        return "read"
    assert said.startswith(f"The feed of The Ledger at {URL} ")
    assert "\n" not in said
    return "refused"


def mutations(path: Path) -> Iterator[bytes]:
    dice = random.Random(path.name)  # noqa: S311 - seeded, so that the damage is the same each time
    body = path.read_bytes()
    return (damaged(body, dice) for _ in range(EACH))


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.stem)
def test_a_damaged_feed_is_read_or_refused(path: Path):
    outcomes = [outcome(body) for body in mutations(path)]

    assert len(outcomes) == EACH


@pytest.mark.parametrize(
    "link",
    ["http://[foo", "http://[::1", "//[", "http://a:b/", "\0", "http://\ud800".encode("utf-8", "replace").decode()],
)
def test_an_address_that_is_none_costs_no_feed_its_entries(link: str):
    body = (
        f'<rss version="2.0"><channel><link>{link}</link><item><title>A</title><link>/a</link></item></channel></rss>'
    )

    assert outcome(body.encode()) == "read"


@pytest.mark.parametrize("name", ["\0", "utf-8\0", "a" * 10_000, "é", "../..", "idna", "base64", "undefined"])
@pytest.mark.parametrize("where", ["xml", "header"])
def test_a_charset_that_is_none_raises_nothing_of_its_own(name: str, where: str):
    declaration = f'<?xml version="1.0" encoding="{name}"?>' if where == "xml" else ""
    body = f'{declaration}<rss version="2.0"><channel><item><title>Café</title></item></channel></rss>'

    for encoded in ("utf-8", "windows-1252"):
        assert outcome(body.encode(encoded, "replace"), f"text/xml; charset={name}" if where == "header" else "") in {
            "read",
            "refused",
        }


def test_half_a_character_costs_its_feed_nothing():
    item = b"<item><title>A &amp;#55357; B</title><description>&lt;p&gt;&amp;#55357; C</description></item>"

    assert outcome(b'<rss version="2.0"><channel>' + item + b"</channel></rss>") == "read"


def test_a_page_that_opens_with_many_comments_is_told_without_end():
    """Each comment could be thought to end at any later one: that many ways double with every comment."""
    assert outcome(b"<!---->" * 2_000 + b"<rss/>") == "read"


def test_whatever_breaks_inside_is_this_feeds_fault_alone():
    """Elements nested a hundred thousand deep go beyond what a parser can follow."""
    outcome(b"<rss><channel><item><title>" + b"<a>" * 100_000)


def test_no_message_tells_a_login():
    feed = Feed(url="https://ana:hunter2@ledger.example/feed", outlet="The Ledger", family="The Ledger")

    with pytest.raises(FeedUnreadable) as refusal:
        parse(Fetched(body=b"", url=feed.url), feed, now=NOON)

    assert "hunter2" not in str(refusal.value)
    assert "https://ledger.example/feed" in str(refusal.value)

"""Feed bytes to entries."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsletter.collect.parse import Parsed, parse
from newsletter.domain.entry import DateQuality, Kind, Lean, Licence
from newsletter.domain.errors import FeedUnreadable
from newsletter.domain.feed import Feed, Fetched
from tests.builders import NOON

URL = "https://ledger.example/feed.xml"
FEED = Feed(url=URL, outlet="The Ledger", family="Ledger Group", lean=Lean.LEFT, section="congress")


def rss(*items: str, channel: str = "<link>https://www.ledger.example/</link>") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{channel}{inner}</channel></rss>'


def read(body: str | bytes, *, url: str = URL, content_type: str = "", feed: Feed = FEED) -> Parsed:
    data = body.encode() if isinstance(body, str) else body
    return parse(Fetched(body=data, url=url, content_type=content_type), feed, now=NOON)


def only(body: str | bytes, *, url: str = URL):
    (entry,) = read(body, url=url).entries
    return entry


def test_an_entry_belongs_to_its_feed():
    entry = only(rss("<title>Budget passes</title>"))

    assert entry.outlet == "The Ledger"
    assert entry.family == "Ledger Group"
    assert entry.lean is Lean.LEFT
    assert entry.section == "congress"
    assert entry.feed == URL
    assert entry.licence is Licence.EXCERPT
    assert entry.first_seen == NOON


def test_entries_keep_their_places():
    entries = read(rss("<title>First</title>", "<title>Second</title>")).entries

    assert [(entry.title, entry.position) for entry in entries] == [("First", 1), ("Second", 2)]


def test_the_id_is_the_guid():
    assert only(rss("<title>A</title><guid isPermaLink='false'> tag:1 </guid>")).id == "tag:1"


def test_without_a_guid_the_id_is_a_digest_that_tracking_does_not_change():
    one = only(rss("<title>A</title><link>https://ledger.example/a?utm_source=rss</link>"))
    other = only(rss("<title>A, corrected</title><link>http://www.ledger.example/a/</link>"))

    assert one.id == other.id
    assert len(one.id) == 24


def test_without_a_link_the_digest_is_of_title_and_date():
    ids = {only(rss(f"<title>{title}</title>")).id for title in ("A", "A", "B")}

    assert len(ids) == 2


def test_a_guid_stays_as_it_is_wherever_the_feed_was_fetched_from():
    """Or an outlet's move to another host would bring its whole feed again as new."""
    item = rss("<title>A</title><guid>1001</guid>")

    assert only(item).id == only(item, url="https://moved.example/feed").id == "1001"


def test_the_same_item_of_two_feeds_without_guids_has_two_ids():
    item = rss("<title>A</title><link>https://ledger.example/a</link>")
    other = Feed(url="https://ledger.example/other.xml", outlet="The Ledger", family="The Ledger")

    assert read(item).entries[0].id != read(item, feed=other).entries[0].id


@pytest.mark.parametrize(
    ("dates", "published", "quality"),
    [
        (
            "<pubDate>Tue, 17 Nov 2026 10:00:00 EST</pubDate>",
            datetime(2026, 11, 17, 15, tzinfo=UTC),
            DateQuality.PUBLISHED,
        ),
        ("<dc:date>2026-11-17T10:00:00-05:00</dc:date>", datetime(2026, 11, 17, 15, tzinfo=UTC), DateQuality.PUBLISHED),
        ("", None, DateQuality.FIRST_SEEN),
        ("<pubDate>soon</pubDate>", None, DateQuality.FIRST_SEEN),
        ("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", None, DateQuality.FIRST_SEEN),
        ("<pubDate>Sat, 31 Feb 2026 10:00:00 GMT</pubDate>", None, DateQuality.FIRST_SEEN),
        ("<pubDate>Wed, 18 Nov 2026 13:00:00 GMT</pubDate>", NOON + timedelta(hours=1), DateQuality.PUBLISHED),
        ("<pubDate>Wed, 18 Nov 2026 13:00:01 GMT</pubDate>", None, DateQuality.FIRST_SEEN),
        ("<pubDate>Fri, 18 Nov 2033 12:00:00 GMT</pubDate>", None, DateQuality.FIRST_SEEN),
    ],
)
def test_a_date_is_the_outlets_or_none(dates, published, quality):
    """Never now: an old piece of an undated feed would be this week's news, every week."""
    entry = only(rss(f"<title>A</title>{dates}"))

    assert entry.published == published
    assert entry.date_quality is quality


def test_atom_tells_its_publication_from_its_update():
    def atom(inner: str) -> str:
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>{inner}</entry></feed>'

    updated = "<updated>2026-11-18T10:00:00Z</updated>"

    assert only(atom(updated)).date_quality is DateQuality.UPDATED
    both = only(atom(f"<published>2026-11-17T10:00:00Z</published>{updated}"))
    assert both.date_quality is DateQuality.PUBLISHED
    assert both.published == datetime(2026, 11, 17, 10, tzinfo=UTC)


def test_the_full_text_goes_before_the_summary():
    entry = only(
        '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><title>A</title>'
        "<description>Short.</description><c:encoded>&lt;p&gt;Long and whole.&lt;/p&gt;</c:encoded>"
        "</item></channel></rss>"
    )

    assert entry.summary == "Short."
    assert entry.content == "Long and whole."
    assert entry.text == "Long and whole."


def test_scripts_and_markup_do_not_reach_an_entry():
    entry = only(
        rss("<title>A</title><description>&lt;p onclick='x'&gt;B&lt;script&gt;x()&lt;/script&gt;</description>")
    )

    assert entry.text == "B"


def test_plain_text_of_atom_is_not_html():
    entry = only(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        '<title type="text">Mind the &lt;p&gt; gap</title></entry></feed>'
    )

    assert entry.title == "Mind the <p> gap"


@pytest.mark.parametrize(
    ("link", "fetched_from", "url"),
    [
        ("https://ledger.example/a", URL, "https://ledger.example/a"),
        ("/a", URL, "https://ledger.example/a"),
        ("a", "https://moved.example/feeds/all.xml", "https://moved.example/feeds/a"),
        ("/a", "file:///feeds/ledger.xml", "https://www.ledger.example/a"),
        ("javascript:alert(1)", URL, ""),
        ("ftp://ledger.example/a", URL, ""),
    ],
)
def test_a_link_is_an_absolute_web_address_or_none(link, fetched_from, url):
    assert only(rss(f"<title>A</title><link>{link}</link>"), url=fetched_from).url == url


def test_a_link_is_resolved_against_the_documents_own_base():
    entry = only(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ledger.example/2026/"><entry><title>A</title>'
        '<link href="a"/></entry></feed>',
        url="file:///feeds/ledger.xml",
    )

    assert entry.url == "https://ledger.example/2026/a"


def test_categories_tell_the_kind():
    assert only(rss("<title>A</title><category>Opinion</category>")).kind is Kind.OPINION


def test_items_that_say_nothing_are_skipped_and_counted():
    parsed = read(rss("<title>A</title>", "<author>nobody</author>", "<title> </title>"))

    assert [entry.title for entry in parsed.entries] == ["A"]
    assert "2 of its 3 items" in parsed.fault


def test_a_feed_without_items_is_read_and_says_so():
    """A new outlet's feed, or a quiet one's, is no failure."""
    assert read(rss()) == Parsed(entries=(), fault="The feed has no entries.")


def test_a_feed_that_is_not_well_formed_is_used_and_says_why():
    parsed = read('<?xml version="1.0"?>\n' + rss("<title>Cats & dogs</title>", "<title>B</title>"))

    assert [entry.title for entry in parsed.entries] == ["Cats & dogs", "B"]
    assert "not well formed: line 2" in parsed.fault


def test_the_type_that_a_feed_is_served_as_makes_no_difference():
    assert read(rss("<title>A</title>"), content_type="text/plain").fault == ""


def test_a_sound_feed_has_no_fault():
    assert read(rss("<title>A</title>")).fault == ""


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("", "nothing at all"),
        ("  \n", "nothing at all"),
        ("<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
        ("<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'/>", "web page"),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "no entries that can be read"),
        ("<opml version='2.0'><body/></opml>", "neither RSS nor Atom"),
        ("<rss version='2.0'><channel>", "no entries that can be read"),
        ("just words", "no entries that can be read"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no entries that can be read"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_reason(body, what):
    with pytest.raises(FeedUnreadable) as refusal:
        read(body)

    message = str(refusal.value)
    assert what in message
    assert message.startswith(f"The feed of The Ledger at {URL} ")
    assert "\n" not in message


def test_bytes_that_spell_a_path_are_not_opened(tmp_path):
    """A server must not choose which file of ours is read."""
    secret = tmp_path / "secret.xml"
    secret.write_text(rss("<title>Secret</title>"), "utf-8")

    with pytest.raises(FeedUnreadable):
        read(str(secret))


def test_a_document_that_unfolds_without_end_is_stopped():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "lol">{levels}]>' + rss("<title>&e8;</title>")

    with suppress(FeedUnreadable):
        assert all(len(entry.title) < 1_000 for entry in read(bomb).entries)


def test_every_feed_of_a_folder_is_read_or_refused_with_a_reason():
    """Run it over feeds that hurt: NEWSLETTER_TEST_FEEDS names a folder of them."""
    folder = os.environ.get("NEWSLETTER_TEST_FEEDS")
    if not folder:
        pytest.skip("left out: NEWSLETTER_TEST_FEEDS names no folder of feeds")

    outcomes = 0
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        for url, content_type in ((path.as_uri(), ""), (URL, "text/xml"), (URL, "text/html; charset=iso-8859-1")):
            with suppress(FeedUnreadable):
                read(path.read_bytes(), url=url, content_type=content_type)
            outcomes += 1

    assert outcomes

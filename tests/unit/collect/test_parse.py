"""Feed bytes to entries."""

import ast
import os
import pickle
import re
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsletter.collect.parse import Parsed, Reading, is_web_page, parse
from newsletter.collect.parse import read as read_apart
from newsletter.collect.reading.charset import readable
from newsletter.collect.reading.markup import text_of
from newsletter.collect.reading.tolerant import read_tolerantly
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


@pytest.mark.parametrize("end", ["</channel></rss>", ""], ids=["well formed", "cut off"])
def test_a_feed_cannot_have_its_bytes_gone_over_by_what_is_no_charset(end):
    body = (
        b'<?xml version="1.0" encoding="unicode_escape"?><rss version="2.0"><channel><title>T</title><item>'
        b"<title>Caf\\u0041 \\d</title><link>https://ledger.example/a</link></item>" + end.encode()
    )

    parsed = read(body, content_type="text/xml; charset=unicode_escape")

    assert [entry.title for entry in parsed.entries] == ["Caf\\u0041 \\d"]


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


def test_an_entry_says_who_wrote_it_and_where_it_is_filed():
    entry = only(
        rss(
            "<title>A</title><author>jane@ledger.example (Jane Doe)</author><dc:creator>By John Roe</dc:creator>"
            "<category>Congress</category><category> R&amp;D </category><category>Congress</category>"
        )
    )

    assert entry.authors == ("Jane Doe", "John Roe")
    assert entry.categories == ("Congress", "R&D")


def test_an_entry_that_was_taken_from_elsewhere_is_credited_to_that():
    entry = only(rss("<title>A</title><source url='https://wire.example/feed'>The Wire</source>"))

    assert entry.credited_to == "The Wire"


def test_a_credit_is_read_before_it_is_struck_out():
    entry = only(
        rss("<title>A</title><description>LONDON, Nov 3 (Reuters) - The pound fell by two cents.</description>")
    )

    assert entry.credited_to == "Reuters"


@pytest.mark.parametrize("order", [("description", "c:encoded"), ("c:encoded", "description")])
def test_the_full_text_and_the_short_one_are_told_apart_in_any_order(order):
    texts = {"description": "Short.", "c:encoded": "Long and whole."}
    inner = "".join(f"<{name}>{texts[name]}</{name}>" for name in order)
    namespace = 'xmlns:c="http://purl.org/rss/1.0/modules/content/"'
    sound = f'<rss version="2.0" {namespace}><channel><item>{inner}</item></channel></rss>'

    for body in (sound, sound.replace("<item>", "<item><title>R&D</title>")):
        entry = only(body)
        assert (entry.summary, entry.content) == ("Short.", "Long and whole.")


def test_dates_ahead_are_counted():
    ahead = "<pubDate>Fri, 18 Nov 2033 12:00:00 GMT</pubDate>"

    assert read(rss(f"<title>A</title>{ahead}", "<title>B</title>")).fault == (
        "It dates 1 of its 2 items more than an hour ahead; those dates were not believed."
    )


def test_a_day_in_the_address_is_better_than_none():
    entry = only(rss("<title>A</title><link>https://ledger.example/2026/11/17/a</link>"))

    assert entry.published == datetime(2026, 11, 17, 12, tzinfo=UTC)
    assert entry.date_quality is DateQuality.PATH


def test_reading_can_be_handed_to_a_process_of_its_own():
    fetched = Fetched(body=rss("<title>A</title>").encode(), url=URL)
    reading = pickle.loads(pickle.dumps(Reading(fetched=fetched, feed=FEED, now=NOON)))  # noqa: S301 - our own bytes

    parsed = read_apart(reading)

    assert parsed == parse(fetched, FEED, now=NOON)
    assert pickle.loads(pickle.dumps(parsed)) == parsed  # noqa: S301


def test_a_refusal_can_be_handed_back_from_there():
    with pytest.raises(FeedUnreadable) as refusal:
        read_apart(Reading(fetched=Fetched(body=b"", url=URL), feed=FEED, now=NOON))

    assert str(pickle.loads(pickle.dumps(refusal.value))) == str(refusal.value)  # noqa: S301


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        (b"<!DOCTYPE html><title>Just a moment</title>", True),
        (b"\xef\xbb\xbf\n<HTML>", True),
        (b"<?xml version='1.0'?><html xmlns='x'/>", True),
        (b"<!-- a --><!-- b --><body>", True),
        (b"<rss><channel><title>&lt;html></title></channel></rss>", False),
        (b"<header>", False),
        (b"", False),
    ],
)
def test_a_page_for_people_is_told_from_a_feed(body, is_one):
    assert is_web_page(body) is is_one


def test_items_that_say_nothing_are_skipped_and_counted():
    parsed = read(rss("<title>A</title>", "<author>nobody</author>", "<title> </title>"))

    assert [entry.title for entry in parsed.entries] == ["A"]
    assert "2 of its 3 items" in parsed.fault


def test_an_archive_of_years_is_cut_and_says_so():
    parsed = read(rss(*(f"<title>Piece {number}</title>" for number in range(2_001))))

    assert len(parsed.entries) == 2_000
    assert parsed.fault == "It has 2,001 items, of which the first 2,000 were read."


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
            start = time.monotonic()
            with suppress(FeedUnreadable):
                read(path.read_bytes(), url=url, content_type=content_type)
            # Far more than any takes, and far less than without end.
            assert time.monotonic() - start < 2, path
            outcomes += 1

    assert outcomes


#: What feedparser's own feeds say of themselves: the text that they hold, in a comment.
_EXPECTED = re.compile(
    rb"Expect:\s*not bozo and entries\[0\]\['(title|description)'\] == u?('[^'\n]*'|\"[^\"\n]*\")\s*\n"
)


def test_every_feed_of_a_folder_that_says_what_its_letters_are_is_read_so():
    folder = os.environ.get("NEWSLETTER_TEST_FEEDS")
    if not folder:
        pytest.skip("left out: NEWSLETTER_TEST_FEEDS names no folder of feeds")

    told = 0
    for path in sorted(path for path in Path(folder).rglob("encoding/*.xml") if path.is_file()):
        body = path.read_bytes()
        expected = _EXPECTED.search(body)
        words = text_of(ast.literal_eval(expected[2].decode("ascii"))) if expected else ""
        if not expected or not words:  # an image has no words, whatever it is called
            continue
        # As it was read, before furniture is struck out: a word alone is mostly furniture.
        stated = read_tolerantly(readable(body, "")).entries[0]
        assert text_of(stated.title if expected[1] == b"title" else stated.summary) == words, path
        told += 1

    assert told


@pytest.mark.parametrize(
    "reference", ["&#x110000;", "&#1114112;", "&#99999999999999999999;", "&#xFFFFFFFFFF;", "&#xD800;"]
)
def test_a_character_that_does_not_exist_costs_no_entry(reference):
    found = read(rss("<title>Senate passes budget</title>", f"<title>House {reference} votes</title>"))

    assert [entry.title for entry in found.entries] == ["Senate passes budget", "House � votes"]


def test_pieces_without_guids_that_all_link_to_the_home_page_are_not_one():
    """The address names none of them, so their titles do."""
    home = "<link>https://www.ledger.example/</link>"
    found = read(rss(f"<title>Senate passes budget</title>{home}", f"<title>Governor resigns</title>{home}"))

    assert len({entry.id for entry in found.entries}) == 2

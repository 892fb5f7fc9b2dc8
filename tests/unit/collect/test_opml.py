"""OPML: lists of feeds from other programs, and for them."""

import time
import xml.etree.ElementTree as ET
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsletter.collect.normalise import canonical_url
from newsletter.collect.opml import (
    MOST_FEEDS,
    NAMESPACE,
    Outline,
    RefusedOutline,
    not_yet_there,
    read_opml,
    write_opml,
)
from newsletter.domain.entry import Lean, Licence
from newsletter.domain.errors import Refused
from newsletter.domain.feed import Feed

SECTIONS = ("courts", "World", "economy")


def opml(inside: str, *, head: str = '<?xml version="1.0" encoding="UTF-8"?>', charset: str = "utf-8") -> bytes:
    return f'{head}<opml version="2.0"><head/><body>{inside}</body></opml>'.encode(charset)


def feed_outline(url: str = "https://ledger.example/feed", text: str = "The Ledger") -> str:
    return f'<outline type="rss" text="{text}" xmlUrl="{url}"/>'


def listed(body: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(o.url, o.outlet, o.folders) for o in read_opml(body, name="list.opml") if isinstance(o, Outline)]


def refused(body: bytes) -> str:
    with pytest.raises(Refused) as no:
        read_opml(body, name="list.opml")
    return str(no.value)


def a_feed(url: str, outlet: str = "The Ledger", section: str = "") -> Feed:
    return Feed(url=url, outlet=outlet, family=outlet, section=section)


def test_a_feed_is_known_by_its_folders_from_the_inside_out():
    inside = f'<outline text="News"><outline text="World">{feed_outline()}</outline></outline>'

    assert listed(opml(inside)) == [("https://ledger.example/feed", "The Ledger", ("World", "News"))]


@pytest.mark.parametrize(
    "outline",
    [
        '<outline text="The Ledger" xmlUrl="https://ledger.example/feed"/>',
        '<outline title="The Ledger" xmlURL="https://ledger.example/feed" type="rss"/>',
        '<outline text="" title="The Ledger" xmlurl=" https://ledger.example/feed\n"/>',
        '<OUTLINE text="The&#10;Ledger" type="atom" xmlUrl="feed:https://ledger.example/feed"/>',
        '<outline xmlns="urn:x" text="The Ledger" xmlUrl="https://ledger.example/feed"><outline/></outline>',
    ],
)
def test_a_feed_is_read_however_its_program_writes_it(outline):
    assert listed(opml(outline)) == [("https://ledger.example/feed", "The Ledger", ())]


def test_the_old_scheme_of_feed_readers_is_that_of_the_web():
    assert listed(opml(feed_outline("feed://ledger.example/feed")))[0][0] == "http://ledger.example/feed"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8-sig"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        # Both say UTF-8 and are none.
        ('<?xml version="1.0" encoding="UTF-8"?>', "cp1252"),
        ("", "cp1252"),
        # Says that it is none and is.
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "utf-8"),
    ],
)
def test_names_keep_their_letters_in_every_charset(head, charset):
    assert listed(opml(feed_outline(text="Süddeutsche"), head=head, charset=charset))[0][1] == "Süddeutsche"


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        ('<outline type="rss" text="The Wire"/>', "The Wire has no address"),
        ('<outline type="include" text="More" url="https://x.example/more.opml"/>', "points to another list"),
        (feed_outline("ftp://ledger.example/feed"), "no web address"),
        (feed_outline("file:///etc/passwd"), "no web address"),
        (feed_outline("/etc/passwd"), "no web address"),
        (feed_outline("javascript:alert(1)"), "no web address"),
        (feed_outline("https://"), "no web address"),
        (feed_outline("https://ledger.example:0/"), "no web address"),
        (feed_outline("https://[::1/feed"), "no web address"),
        (feed_outline(f"https://ledger.example/{'a' * 5_000}"), "no web address"),
    ],
)
def test_an_outline_without_an_address_that_can_be_asked_is_refused_with_its_line(outline, said):
    """A list is a stranger's word: it must not make us read files of this machine."""
    (no,) = read_opml(opml(f"\n\n{outline}"), name="list.opml")

    assert isinstance(no, RefusedOutline)
    assert (no.line, said in no.reason) == (3, True)


def test_no_refusal_shows_a_password():
    (no,) = read_opml(opml(feed_outline("ftp://ana:hush@ledger.example/feed")), name="list.opml")

    assert isinstance(no, RefusedOutline)
    assert "hush" not in no.reason


def test_folders_and_notes_are_no_feeds_and_no_faults():
    assert read_opml(opml('<outline text="Empty"/><outline type="link" url="https://x.example"/>'), name="l") == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"hello", "is not valid XML"),
        (b"\0\1\2", "is not valid XML"),
        (opml(feed_outline("https://ledger.example/?a=1&b=2")), "& is written &amp;"),
        (b"<opml><body>", "line 1"),
        (b"<!doctype html><html></html>", "web page"),
        (b"<rss/>", "is a feed itself"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "is a feed itself"),
        (b"<list/>", "begins with <list>"),
        (b"<opml>" + b" " * 5_000_000 + b"</opml>", "is larger than"),
        (opml('<outline text="x">' * 300 + "</outline>" * 300), "is not valid XML"),
    ],
)
def test_what_is_no_list_of_feeds_says_why(body, said):
    assert said in refused(body)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"hello", "line 1, column 1: it does not begin with <"),
        (b"<opml>\n<body>", "line 2, column 7: it ends too early"),
        (b"<opml><body></opml>", "an element is closed that is not the one that was opened last"),
        (b'<opml a="1" a="2"/>', "an attribute stands twice"),
        (b"<opml a=1/>", "must stand in quotes"),
        (b"<opml a/>", "must stand in quotes"),
        (b'<opml a="1"b="2"/>', "must stand in quotes, with a space"),
        (b'<opml a="<"/>', "there it is written &lt;"),
        (b'<opml a="&nbsp;"/>', "& is written &amp;"),
        (b'<opml a="a & b"/>', "& is written &amp;"),
        (b"<opml/><opml/>", "something follows its last element"),
        (b"<opml>\x01</opml>", "a character that XML does not allow"),
        (b"<opml><a:b/></opml>", "a prefix before its colon that is declared nowhere"),
        (b"<opml><!-- ", "it cannot be understood"),
        (opml('<outline text="x">' * 300), "nest deeper"),
    ],
)
def test_xml_that_is_not_valid_says_where_and_what_to_mend_in_words_of_our_own(body, said):
    told = refused(body)

    assert said in told
    assert not [raw for raw in ("expected", "EntityRef", "XML_PARSE", "Premature", "mismatch", "lxml") if raw in told]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("".join(feed_outline(f"https://ledger.example/{n}") for n in range(MOST_FEEDS + 1)), "more than 5,000 feeds"),
        ('<outline type="rss" text="x"/>' * (MOST_FEEDS + 1), "more than 5,000 feeds"),
        ("<outline/>" * 100_000, "more than 20,000 elements"),
        (("<outline>" * 200 + "</outline>" * 200) * 500, "more than 20,000 elements"),
        ("<outline>" * 100_000 + "</outline>" * 100_000, "nest deeper"),
    ],
    ids=["feeds", "feeds without an address", "siblings", "siblings that nest", "one in the other"],
)
def test_a_list_of_more_than_any_letter_holds_is_refused(inside, said):
    """It would be taken for the operator's wish, and asked every few hours for years."""
    assert said in refused(opml(inside))


def test_as_many_feeds_as_may_be_are_taken():
    feeds = "".join(
        f'<outline text="F">{feed_outline(f"https://ledger.example/{n}")}</outline>' for n in range(MOST_FEEDS)
    )

    assert len(listed(opml(feeds))) == MOST_FEEDS


def test_an_outline_of_very_many_attributes_takes_no_square_of_their_number():
    """The square of 100,000 is most of a minute."""
    many = " ".join(f'a{n}="b"' for n in range(100_000))
    begun = time.process_time()

    assert len(listed(opml(f'<outline {many} text="The Ledger" xmlUrl="https://ledger.example/feed"/>'))) == 1

    assert time.process_time() - begun < 10


def bomb(where: str) -> bytes:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return opml(where, head=f'<!DOCTYPE opml [<!ENTITY a "{"x" * 1_000}">{entities}]>')


@pytest.mark.parametrize(
    "body",
    [
        bomb('<outline text="&j;" xmlUrl="https://ledger.example/feed"/>'),
        bomb("&j;"),
        bomb(feed_outline()),
        opml("&a;", head='<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        opml("", head='<!DOCTYPE opml [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;]>'),
    ],
    ids=["in an attribute", "in text", "unused", "a file of this machine", "another machine"],
)
def test_entities_are_refused_before_they_grow_or_fetch(body):
    said = refused(body)

    assert "entit" in said.lower()
    assert "root:" not in said


def test_a_doctype_without_entities_does_no_harm():
    body = opml(feed_outline(), head='<!DOCTYPE opml SYSTEM "http://127.0.0.1:1/opml.dtd">')

    assert len(listed(body)) == 1


def outline(url: str, *folders: str) -> Outline:
    return Outline(line=1, url=url, outlet="The Ledger", folders=folders)


def test_only_feeds_that_are_not_there_yet_are_new():
    """The same feed under a slightly other address would be asked twice, and its entries counted twice."""
    new, known = not_yet_there(
        [outline("http://www.ledger.example/feed/"), outline("https://wire.example/feed")],
        configured=["https://ana:hush@ledger.example/feed"],
        is_section=SECTIONS.__contains__,
    )

    assert [feed.url for feed in new] == ["https://wire.example/feed"]
    assert [o.url for o in known] == ["http://www.ledger.example/feed/"]


def test_a_feed_that_is_listed_twice_is_added_once():
    listing = [outline("https://ledger.example/feed", "courts"), outline("https://ledger.example/feed")]

    new, known = not_yet_there(listing, configured=[], is_section=SECTIONS.__contains__)

    assert [(feed.url, feed.section) for feed in new] == [("https://ledger.example/feed", "courts")]
    assert len(known) == 1


def test_the_innermost_folder_that_is_a_section_becomes_the_section():
    new, _ = not_yet_there(
        [outline("https://a.example/", "My favourites", "World", "courts"), outline("https://b.example/", "Cooking")],
        configured=[],
        is_section=SECTIONS.__contains__,
    )

    assert [feed.section for feed in new] == ["World", ""]


def test_what_is_written_is_opml_with_a_folder_for_each_section():
    body = write_opml(
        [
            a_feed("https://ledger.example/feed?a=1&b=2", 'The "Ledger" & <Sons>', "courts"),
            a_feed("https://wire.example/feed", "The Wire"),
            a_feed("https://standard.example/feed", "The Standard", "courts"),
        ],
        title="The Week",
    )

    root = ET.fromstring(body)  # noqa: S314 - our own words
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "The Week")
    folder, wire = root.findall("body/outline")
    assert folder.get("text") == "courts"
    assert [o.get("text") for o in folder] == ['The "Ledger" & <Sons>', "The Standard"]
    assert wire.attrib == {
        "type": "rss",
        "text": "The Wire",
        "title": "The Wire",
        "xmlUrl": "https://wire.example/feed",
    }


@pytest.mark.parametrize(
    "url",
    [
        "https://ana:hush@ledger.example/feed",
        "https://ana:hush@ledger.example",
        "HTTPS://hush@ledger.example?a=1",
        "https://ana@post.example:hush@ledger.example/feed",
    ],
)
def test_what_is_written_holds_no_login(url):
    body = write_opml([a_feed(url)], title="x")

    assert b"ledger.example" in body
    assert b"hush" not in body
    assert b"@" not in body


@pytest.mark.parametrize("rest", ["feed/ana:x@y", "?of=ana:x@y.example", "a//ana@y/feed", "@ana/feed"])
def test_what_looks_like_a_login_after_the_host_stays(rest):
    """Without it the address is another one, or none."""
    body = write_opml([a_feed(f"https://ana:hush@ledger.example/{rest}")], title="x")

    assert [url for url, _, _ in listed(body)] == [f"https://ledger.example/{rest}"]


lines = st.text(max_size=40).map(lambda text: "".join(c for c in text if c.isprintable()).strip())
paths = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), max_size=20).map(
    lambda text: "".join(c for c in text if c.isprintable() and c not in '#?&\\<>"%;')
)
addresses = st.builds("https://h{}.example/{}?part={}".format, st.integers(1, 99), paths, st.integers(0, 9))
outlets = lines.filter(bool)
feeds = st.builds(
    Feed,
    url=addresses,
    outlet=outlets,
    family=outlets,
    lean=st.sampled_from(Lean),
    section=st.sampled_from(["", *SECTIONS]),
    licence=st.sampled_from(Licence),
)


def remembered(listing):
    """All that is said of each feed."""
    return {(f.url, f.outlet, f.family or f.outlet, f.lean, f.section, f.licence) for f in listing}


@given(st.lists(feeds, max_size=12, unique_by=lambda feed: canonical_url(feed.url)))
@example([a_feed("https://h1.example/0:@?part=0")])
def test_what_is_written_is_read_back_the_same(listing):
    """A list that went to a feed reader and came back is the list that it was."""
    outlines = [o for o in read_opml(write_opml(listing, title="x"), name="l") if isinstance(o, Outline)]

    again, known = not_yet_there(outlines, configured=[], is_section=SECTIONS.__contains__)

    assert remembered(again) == remembered(listing)
    assert (len(again), known) == (len(listing), ())


def test_a_list_of_another_program_says_no_family_lean_or_licence():
    """Attributes of those names that are not of our namespace mean whatever that program means."""
    attributes = 'licence="headline" lean="left" family="Group" xmlns:o="urn:other" o:licence="headline"'

    (outline,) = read_opml(
        opml(f'<outline text="The Ledger" xmlUrl="https://ledger.example/feed" {attributes}/>'), name="list.opml"
    )

    assert isinstance(outline, Outline)
    assert (outline.family, outline.lean, outline.licence) == ("", Lean.UNRATED, Licence.EXCERPT)


@pytest.mark.parametrize(
    ("attribute", "said"),
    [
        ('licence="none"', "The Ledger has the licence 'none', which nobody knows. Write excerpt or headline"),
        ('lean="up"', "The Ledger has the lean 'up', which nobody knows. Write left or centre or right or unrated"),
    ],
)
def test_a_lean_or_licence_that_nobody_knows_is_refused(attribute, said):
    """Taken as if nothing were said, an outlet might be quoted against its licence."""
    inside = f'<outline xmlns:n="{NAMESPACE}" text="The Ledger" xmlUrl="https://ledger.example/feed" n:{attribute}/>'

    (no,) = read_opml(opml(inside), name="list.opml")

    assert isinstance(no, RefusedOutline)
    assert no.reason.startswith(said)


pieces = st.sampled_from(
    [
        "<outline",
        "</outline>",
        "<body>",
        "/>",
        ">",
        ' xmlUrl="',
        ' text="',
        '"',
        "https://x.example/",
        "&amp;",
        "&",
        "é",
    ]
)


@given(st.binary(max_size=300) | st.lists(pieces, max_size=40).map(lambda parts: opml("".join(parts))))
def test_whatever_the_bytes_are_they_are_read_or_refused(body):
    with suppress(Refused):
        read_opml(body, name="list.opml")

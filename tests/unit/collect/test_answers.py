"""What an answer means, and the sentence that goes with it."""

import pytest

from newsletter.collect.asking.answers import Answer, Meaning, named_on, understood, with_addresses
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched

URL = "https://ledger.example/feed"
ASK = Ask(url="https://ana:secret@ledger.example/feed", outlet="The Ledger", site="ledger.example")
RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'


def judged(body: bytes = b"", *, status: int = 200, content_type: str = "", ask: Ask = ASK, **facts) -> Answer:
    return understood(ask, Fetched(status=status, body=body, url=URL, content_type=content_type, **facts))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (RSS, "application/rss+xml"),
        (RSS, "text/html"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/html; charset=utf-8"),
        (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>", "text/html"),
        (b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "text/html"),
        (b"<br />\n<b>Warning</b>: something of PHP in line 3<br />\n" + RSS, "text/html"),
        (RSS.decode().encode("utf-16"), "text/html"),
        (b"", ""),
        (b"not a feed", "text/plain"),
        (b"[not JSON] " + RSS, ""),
    ],
)
def test_what_may_be_a_feed_is_read(body, content_type):
    """Whoever parses it has better reasons than we do to say no."""
    assert judged(body, content_type=content_type) == Answer(meaning=Meaning.READ)


@pytest.mark.parametrize(
    ("status", "meaning", "said"),
    [
        (204, Meaning.FAILED, "204 No Content"),
        (206, Meaning.FAILED, "no whole feed"),
        (302, Meaning.FAILED, "nowhere"),
        (304, Meaning.FAILED, "compared"),
        (400, Meaning.FAILED, "Check the address"),
        (401, Meaning.BLOCKED, "login"),
        (403, Meaning.BLOCKED, "refuses us"),
        (404, Meaning.MISSING, "look for the feed's new one"),
        (410, Meaning.GONE, "gone for good"),
        (418, Meaning.FAILED, "Check the address"),
        (429, Meaning.LIMITED, "less often"),
        (451, Meaning.BLOCKED, "legal reasons"),
        (500, Meaning.FAILED, "trouble of its own"),
        (503, Meaning.UNAVAILABLE, "asked again later"),
        (522, Meaning.FAILED, "answered 522. The server has trouble"),
    ],
)
def test_each_status_has_its_meaning_and_a_sentence_that_names_the_feed(status, meaning, said):
    answer = judged(status=status)

    assert answer.meaning is meaning
    assert said in answer.fault
    assert answer.fault.startswith("The feed of The Ledger at https://ledger.example/feed answered ")
    assert answer.fault.endswith(".")


@pytest.mark.parametrize("validator", [{"etag": 'W/"1"'}, {"last_modified": "Wed, 18 Nov 2026 12:00:00 GMT"}])
def test_no_change_needs_something_that_did_not_change(validator):
    ask = Ask(url=URL, outlet="The Ledger", site="ledger.example", **validator)

    assert judged(status=304, ask=ask) == Answer(meaning=Meaning.UNCHANGED)


@pytest.mark.parametrize(
    ("body", "content_type", "said"),
    [
        (b"<!DOCTYPE html><title>The Ledger</title>", "text/html", "is a web page"),
        (b"<html><body>The Ledger</body></html>", "", "is a web page"),
        (b"<div>The Ledger</div>", "text/html", "is a web page"),
        (b"<!DOCTYPE html><title>Just a moment...</title>", "text/html", "challenge"),
        (b"<html><h1>Verify you are human</h1>", "text/html", "challenge"),
        (b"<html><script src='/cdn-cgi/challenge-platform/x'></script>", "text/html", "challenge"),
        (b"<html><div class='g-recaptcha'></div>", "text/html", "challenge"),
        (
            b"<html><link type='application/rss+xml' href='/feed'><div class='g-recaptcha'>",
            "text/html",
            "is a web page",
        ),
        (b"<html><div class='g-recaptcha'></div>" + b"<p>The Ledger</p>" * 5_000, "text/html", "is a web page"),
    ],
)
def test_a_page_in_the_place_of_a_feed_blocks_it(body, content_type, said):
    answer = judged(body, content_type=content_type)

    assert (answer.meaning, answer.is_page) == (Meaning.BLOCKED, True)
    assert said in answer.fault


@pytest.mark.parametrize("status", [200, 403, 429, 503])
def test_a_header_that_says_challenge_is_believed_whatever_the_status(status):
    answer = judged(RSS if status == 200 else b"", status=status, challenged=True)

    assert answer.meaning is Meaning.BLOCKED
    assert "challenge" in answer.fault


def test_a_page_on_disk_is_no_block_but_a_mistake():
    ask = Ask(url="/feeds/ledger.xml", outlet="The Ledger")

    assert judged(b"<html></html>", ask=ask).meaning is Meaning.FAILED


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "is a JSON feed, which is not read here"),
        (b'\xef\xbb\xbf [{"error": "no"}]', "is JSON and not a feed"),
    ],
)
def test_json_is_said_to_be_json(body, said):
    answer = judged(body, content_type="application/feed+json")

    assert answer.meaning is Meaning.FAILED
    assert said in answer.fault
    assert "RSS or Atom" in answer.fault


@pytest.mark.parametrize(("unreachable", "meaning"), [(True, Meaning.UNREACHABLE), (False, Meaning.FAILED)])
def test_a_failed_fetch_says_itself_what_is_wrong(unreachable, meaning):
    answer = understood(ASK, FetchFailed("It broke off.", unreachable=unreachable))

    assert answer == Answer(meaning=meaning, fault="It broke off.")


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        ((), "It is a page."),
        (("https://a.example/1",), "It is a page. It names as its feed: https://a.example/1"),
        (
            ("https://a.example/1", "https://a.example/2", "https://a.example/3", "https://a.example/4"),
            "It is a page. It names as its feeds: https://a.example/1, https://a.example/2, https://a.example/3",
        ),
        (
            ("https://a.example/" + "x" * 400, "https://a.example/1"),
            "It is a page. It names as its feed: https://a.example/1",
        ),
        (("https://a.example/" + "x" * 400,), "It is a page."),
    ],
)
def test_the_feeds_that_a_page_names_are_listed(addresses, said):
    assert with_addresses("It is a page.", addresses) == said


def test_a_page_names_other_addresses_than_its_own():
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    links = "".join(map(link.format, ("/feed", "/real.xml")))
    page = Fetched(url=URL, body=f"<html><head>{links}</head></html>".encode())

    assert named_on(page) == ("https://ledger.example/real.xml",)

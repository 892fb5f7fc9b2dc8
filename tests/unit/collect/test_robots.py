"""What a site's robots.txt says to us."""

import pytest

from newsletter.collect.asking.robots import MOST_BYTES, Question, all_allowed, allowed, robots_url, rules_of
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched, Wanted

ASK = Ask(url="https://ledger.example/robots.txt", outlet="The Ledger", wanted=Wanted.ROBOTS)
PAGE = "https://ledger.example/politics/budget?id=7"


def answered(status: int, body: bytes = b"", **facts) -> Fetched:
    return Fetched(url=ASK.url, status=status, body=body, **facts)


@pytest.mark.parametrize(
    ("rules", "may"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /politics", False),
        ("User-agent: *\nDisallow: /politics\nAllow: /politics/budget", True),
        ("User-agent: *\nDisallow: /*?id=", False),
        ("User-agent: *\nDisallow: /*budget$", True),
        ("User-agent: newsletter\nDisallow: /", False),
        ("User-agent: Newsletter/2.0\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: newsletter\nAllow: /", True),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: letter\nDisallow: /", True),
        ("user-agent:newsletter # us\r\ndisallow:/politics # this", False),
        ("Crawl-delay: 9000\nUser-agent: *\nCrawl-delay: 9000", True),
        ("<!doctype html><title>Not found</title>", True),
    ],
)
def test_a_page_may_be_asked_for_as_the_rules_say(rules, may):
    assert allowed(rules, PAGE) is may


def test_an_address_that_is_not_in_ascii_is_matched_however_it_is_spelled():
    assert not allowed("User-agent: *\nDisallow: /büdget", "https://ledger.example/b%C3%BCdget")
    assert not allowed("User-agent: *\nDisallow: /b%C3%BCdget", "https://ledger.example/büdget")


def test_many_addresses_are_answered_in_their_order():
    question = Question(text="User-agent: *\nDisallow: /paid", urls=("https://l.example/paid/1", "https://l.example/2"))

    assert all_allowed(question) == (False, True)


@pytest.mark.parametrize(
    ("url", "rules"),
    [
        ("https://ledger.example/politics/budget?id=7", "https://ledger.example/robots.txt"),
        ("http://ledger.example/budget", "http://ledger.example/robots.txt"),
        ("https://ledger.example:8443/budget", "https://ledger.example:8443/robots.txt"),
        ("https://ana:secret@ledger.example/budget", "https://ledger.example/robots.txt"),
        ("http://[::1]:8080/budget", "http://[::1]:8080/robots.txt"),
        ("https://ledger.example", "https://ledger.example/robots.txt"),
    ],
)
def test_rules_stand_at_the_root_of_each_scheme_host_and_port(url, rules):
    assert robots_url(url) == rules


def test_rules_are_what_the_site_wrote():
    """Some editors put a byte order mark before them, and some bytes are no UTF-8."""
    got = answered(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /caf\xe9")

    assert rules_of(ASK, got).text == "User-agent: *\nDisallow: /caf\ufffd"


def test_no_more_of_the_rules_is_read_than_the_standard_asks_for():
    got = answered(200, b"User-agent: *\n" + b"Disallow: /politics\n" * 1_000_000)

    rules = rules_of(ASK, got)

    assert len(rules.text) <= MOST_BYTES
    assert not allowed(rules.text, PAGE)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_site_without_rules_allows_everything(status):
    """RFC 9309, 2.3.1.3."""
    rules = rules_of(ASK, answered(status))

    assert (rules.text, rules.fault) == ("", "")


@pytest.mark.parametrize(
    "got",
    [
        answered(429),
        answered(500),
        answered(503),
        answered(304),
        answered(403, challenged=True),
        answered(200, b"<title>One moment</title>", challenged=True),
        FetchFailed("The robots.txt of The Ledger at https://ledger.example/robots.txt cannot be reached."),
    ],
)
def test_a_site_whose_rules_cannot_be_known_allows_nothing_for_now(got):
    """RFC 9309, 2.3.1.4; and who asks for fewer requests, or for people, has not said yes."""
    rules = rules_of(ASK, got)

    assert "https://ledger.example/robots.txt" in rules.fault
    assert rules.text == ""

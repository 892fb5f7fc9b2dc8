"""Which entries want their page read, and what becomes of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from newsletter.collect.pages import (
    AGAIN,
    SHORT,
    Article,
    fault_of,
    may_be_asked,
    still_holds,
    told_in_full,
    words_hash,
)
from newsletter.collect.pages import wants_page as wants
from newsletter.domain.entry import Entry, Kind, Licence, Removed
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched, Wanted
from newsletter.domain.page import Page
from tests.builders import NOON, an_entry

ASK = Ask(url="https://ledger.example/budget", outlet="The Ledger", wanted=Wanted.PAGE)
TITLE = "Senate passes the budget bill by 51 votes to 49"
TEASER = "Senator Mara Ellison of Vermont cast the deciding vote after a night of debate."
STORY = """\
The Senate passed the annual budget bill on Tuesday by 51 votes to 49 after a night of debate.

Senator Mara Ellison of Vermont cast the deciding vote for the bill, and said that she had read every page.

The bill now goes to the president, who has promised to sign it into law before the weekend.

The budget raises the harbour levy to four dollars, and closes two of the eleven ports in the state."""


def a_short_entry(**changes) -> Entry:
    return replace(an_entry(title=TITLE, content="", summary=TEASER, url=ASK.url), **changes)


def a_page(**facts) -> Page:
    return replace(Page(url=ASK.url, entry_hash=words_hash(a_short_entry()), fetched_at=NOON), **facts)


def holds(page: Page, hashes: set[str] | None, *, now: datetime) -> bool:
    """Of an entry that was first seen at noon."""
    return still_holds(page, hashes, known_since=NOON, now=now)


def in_full(text: str, **changes) -> Entry:
    return told_in_full(Article(entry=a_short_entry(**changes), text=text))


@pytest.mark.parametrize(
    ("changes", "does"),
    [
        ({}, True),
        ({"summary": ""}, True),
        ({"content": "word " * (SHORT - 1)}, True),
        ({"content": "word " * SHORT}, False),
        ({"url": ""}, False),
        ({"licence": Licence.HEADLINE}, False),
        ({"kind": Kind.FACT_CHECK}, True),
        ({"kind": Kind.OPINION}, False),
        ({"kind": Kind.LIVE}, False),
        ({"kind": Kind.MEDIA}, False),
        ({"kind": Kind.SPONSORED}, False),
    ],
)
def test_an_entry_wants_its_page_where_it_is_short_and_may_be_told(changes, does):
    assert wants(a_short_entry(**changes)) is does


def test_a_page_is_asked_for_while_its_entry_is_young():
    assert may_be_asked(a_short_entry(), now=NOON + timedelta(days=10))
    assert not may_be_asked(a_short_entry(), now=NOON + timedelta(days=10, minutes=1))


def test_a_page_holds_until_the_feed_says_something_else():
    """A page is news only where the feed's words are."""
    hashes = {words_hash(a_short_entry())}

    assert holds(a_page(text=STORY), hashes, now=NOON + timedelta(days=300))
    assert not holds(a_page(text=STORY), {words_hash(a_short_entry(title="Budget fails"))}, now=NOON)
    assert holds(a_page(text=STORY), None, now=NOON)


def test_what_could_not_be_had_is_tried_again_after_a_day_whatever_the_feed_says():
    """Some feeds count comments in their summaries; that would ask for the page each time."""
    failed = a_page(fault="The page answered 500.")

    assert holds(failed, {"another"}, now=NOON + AGAIN - timedelta(seconds=1))
    assert not holds(failed, {failed.entry_hash}, now=NOON + AGAIN)


def test_a_page_that_fails_and_fails_is_tried_after_one_day_after_two_four_and_eight():
    """Some pages never fit, and some are made to use up whoever reads them."""
    tried = [timedelta()]

    for hour in range(24 * 10):
        now = NOON + timedelta(hours=hour)
        if not holds(a_page(fault="It failed.", fetched_at=NOON + tried[-1]), None, now=now):
            tried.append(now - NOON)

    assert tried == [timedelta(days=days) for days in (0, 1, 2, 4, 8)]


def test_a_fault_of_a_clock_that_was_wrong_does_not_hold():
    assert not holds(a_page(fault="It failed.", fetched_at=NOON + timedelta(days=900)), set(), now=NOON)


def test_an_entry_is_told_from_its_page():
    told = in_full(STORY)

    assert told.content == STORY
    assert told.summary == TEASER


def test_what_a_feed_calls_its_full_text_stays_as_the_short_one():
    told = in_full(STORY, content=TEASER, summary="")

    assert (told.content, told.summary) == (STORY, TEASER)


def test_the_title_is_not_told_once_more():
    assert in_full(f"{TITLE}\n\n{STORY}").content == STORY


def test_furniture_of_a_page_is_struck_out_and_shown():
    line = "Sign up for our newsletter and never miss a story."

    told = in_full(f"{STORY}\n\n{line}", removed=(Removed(text="Read more", rule="pointer"),))

    assert told.content == STORY
    assert [removed.text for removed in told.removed] == ["Read more", line]


WALL = (
    "We value your privacy. We and our 842 partners store and access information on a device, such as unique "
    "identifiers in cookies, to process personal data. You may accept or manage your choices by clicking below, "
    "including your right to object where legitimate interest is used, or at any time in the privacy policy page. "
    "These choices will be signalled to our partners and will not affect browsing data. Some partners do not ask for "
    "your consent to process your data, instead they rely on their legitimate business interest. View our list of "
    "partners to see the purposes they believe they have a legitimate interest for and how you can object to such "
    "processing. You can change your mind at any time by clicking on the link at the bottom of each page."
)
LOGIN = (
    "Log in to continue reading. Enter your email address and password. Forgot your password? New here? Create a "
    "free account to read three articles a month, save stories for later and follow the authors that matter to you."
)
FRONT = """\
Supreme Court strikes down the river levee tax after eleven states had sued over it for years

Governor Halvorsen resigns after an inquiry into harbour contracts won by a firm of her brother

Storm closes schools in three counties as the river rises above the mark of the year before last"""


@pytest.mark.parametrize("text", [WALL, LOGIN, FRONT, TEASER, "", "Ellison debate."])
def test_a_page_that_is_not_the_article_changes_nothing(text):
    """A wall that asks for consent must not become the news."""
    entry = a_short_entry()

    assert told_in_full(Article(entry=entry, text=text)) is entry


def test_an_entry_of_a_title_alone_is_told_from_a_page_about_it():
    assert in_full(STORY, summary="").content == STORY
    assert in_full(FRONT, summary="").content == ""


@pytest.mark.parametrize(
    ("got", "says"),
    [
        (FetchFailed("The page of The Ledger is larger than 5 bytes."), "larger"),
        (Fetched(url=ASK.url, status=404), "answered 404"),
        (Fetched(url=ASK.url, status=200, body=b"<p>", challenged=True), "challenge"),
        (Fetched(url=ASK.url, body=b"%PDF", content_type="application/pdf"), "application/pdf"),
        (Fetched(url=ASK.url, body=b"<p>", content_type="text/html; charset=utf-8"), ""),
        (Fetched(url=ASK.url, body=b"<p>", content_type="application/xhtml+xml"), ""),
        (Fetched(url=ASK.url, body=b"<p>"), ""),
    ],
)
def test_an_answer_without_an_article_is_a_fault_that_is_stated(got, says):
    fault = fault_of(ASK, got)

    assert says in fault
    assert bool(fault) is bool(says)

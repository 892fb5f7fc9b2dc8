"""Collecting: from what outlets publish to entries that a letter may quote."""

from datetime import timedelta

import pytest

from newsletter.collect.archive import archive_line, read_archive
from newsletter.collect.boilerplate import furniture
from newsletter.collect.dedupe import distinct, unique_ids
from newsletter.collect.parse import parse
from newsletter.collect.sentences import sentences
from newsletter.domain.entry import Entry, Kind
from newsletter.domain.errors import FeedUnreadable
from newsletter.domain.feed import Feed, Fetched
from tests.builders import NOON

LEDGER = Feed(url="https://ledger.example/feed", outlet="The Ledger", family="The Ledger")
STANDARD = Feed(url="https://standard.example/feed", outlet="The Standard", family="The Standard")

NEWS = "The Senate passed the budget on Tuesday. Sen. Ann Lee, D-N.Y., called it “a start.”"
PROMOTIONS = [
    "Subscribe to our free weekly newsletter! We find the news you need to know, so you don't have to.",
    "Follow The Ledger on all your favorite platforms, and never miss a vote again.",
    "Like what you read? Members of The Ledger get every story without ads. Join today.",
    "Read more: How a budget becomes law",
    "Photo: Bo Park / The Ledger",
]
TEASERS = ["Watch: The otters that found an ice machine and what followed...", "The mistake that every baker makes is…"]


def published(*paragraphs: str, number: int = 1, date: str = "Tue, 17 Nov 2026 22:00:00 GMT") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<item><title>Piece {number}</title><link>https://ledger.example/{number}</link><guid>{number}</guid>"
        f"<pubDate>{date}</pubDate><description><![CDATA[{text}]]></description></item>"
    )


def collected(*items: str, feed: Feed = LEDGER, at: timedelta = timedelta()) -> tuple[Entry, ...]:
    body = f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'.encode()
    return parse(Fetched(body=body, url=feed.url), feed, now=NOON + at).entries


def test_furniture_never_becomes_text_of_an_entry():
    """What an outlet sells or points to is not its news, wherever in the text it stands."""
    (entry,) = collected(published(NEWS, *PROMOTIONS, "The House votes on the budget on Thursday.", *TEASERS))

    assert entry.text == f"{NEWS}\n\nThe House votes on the budget on Thursday."


def test_what_was_struck_out_can_be_looked_at():
    (entry,) = collected(published(NEWS, *PROMOTIONS, *TEASERS))

    struck = " ".join(line.text for line in entry.removed)
    assert all(words in struck for words in (*PROMOTIONS, *TEASERS))
    assert all(line.rule for line in entry.removed)


def test_every_sentence_of_an_entry_stands_in_it_word_for_word():
    (entry,) = collected(published(NEWS, "The House votes on Thursday."))

    quotes = [sentence for paragraph in entry.paragraphs() for sentence in sentences(paragraph)]
    assert quotes == [
        "The Senate passed the budget on Tuesday.",
        "Sen. Ann Lee, D-N.Y., called it “a start.”",
        "The House votes on Thursday.",
    ]
    assert all(quote in entry.text for quote in quotes)
    assert not any(map(furniture, quotes))


def test_an_undated_entry_counts_from_its_first_sight():
    (entry,) = collected(published(NEWS, date="soon"))

    assert entry.published is None
    assert entry.at == NOON


def test_collecting_again_finds_the_same_entries():
    first = collected(published(NEWS))
    again = collected(published(NEWS), at=timedelta(hours=6))

    assert [entry.id for entry in first] == [entry.id for entry in again]


def test_two_outlets_may_number_their_pieces_alike():
    ledger, standard = collected(published(NEWS)), collected(published(NEWS), feed=STANDARD)
    known = {entry.id: entry.feed for entry in unique_ids(ledger, known={})}

    (other,) = unique_ids(standard, known=known)

    assert other.id not in known


def test_a_page_that_an_outlet_carries_in_two_feeds_counts_once():
    front = Feed(url="https://ledger.example/front", outlet="The Ledger", family="The Ledger")
    entries = unique_ids([*collected(published(NEWS)), *collected(published(NEWS), feed=front)], known={})

    kept, refused = distinct(entries)

    assert len(kept) == len(refused) == 1
    assert kept[0].id in refused[0].reason


def test_opinion_is_told_from_news():
    assert [entry.kind for entry in collected(published(NEWS).replace("Piece 1", "Opinion: Piece 1"))] == [Kind.OPINION]


@pytest.mark.parametrize("body", [b"", b"<!doctype html><title>Blocked</title>", b"not a feed"])
def test_what_is_no_feed_is_said_so_in_a_sentence(body):
    with pytest.raises(FeedUnreadable, match=r"The feed of The Ledger at https://ledger.example/feed .*\."):
        parse(Fetched(body=body, url=LEDGER.url), LEDGER, now=NOON)


def test_a_collected_week_and_its_archive_are_the_same_entries():
    pieces = [published(NEWS, *PROMOTIONS, number=number) for number in range(5)]
    week = collected(*pieces, published(NEWS, number=5, date="soon"))
    cleaned = [entry for entry in week if entry.removed]

    archive = read_archive(map(archive_line, week), name="week.jsonl")

    assert cleaned
    assert [(e.id, e.title, e.text, e.at, e.position) for e in archive] == [
        (e.id, e.title, e.text, e.at, e.position) for e in week
    ]

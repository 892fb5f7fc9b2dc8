"""Lines without end: what is too long to be furniture, a title or a link is not looked at as one.

A feed of a few kilobytes could else hold a collection for hours, for the time of some rules grows with a line's square.
"""

import pytest

from newsletter.collect.boilerplate import Stripped, furniture, strip_furniture
from newsletter.collect.furniture.tail import is_about_the_author
from newsletter.collect.furniture.wording import promotes
from newsletter.collect.normalise import web_url
from newsletter.collect.reading.clean import LONGEST_TEXT, LONGEST_TITLE, MOST_PARAGRAPHS, RawEntry, clean
from newsletter.collect.sentences import sentences
from newsletter.domain.entry import EntryId
from newsletter.domain.feed import Feed
from newsletter.draft.telling.sentences import stands_alone
from tests.builders import NOON

FEED = Feed(url="https://ledger.example/feed", outlet="The Ledger", family="The Ledger")
#: Each is doubled up to 100,000 characters.
SEEDS = ["(", "“", "a.", "by ", "@", "http://", "a", "—", "Get my ", "No. ", "x.com", "? “", "1. "]


def run_of(seed: str, length: int = 100_000) -> str:
    return (seed * (length // len(seed) + 1))[:length].strip()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_line_without_end_is_neither_furniture_nor_a_sentence_that_stands_alone(seed: str):
    line = run_of(seed)

    assert furniture(line) is None
    assert not promotes(f"Subscribe {line}")
    assert not is_about_the_author(f"Ann Lee is a reporter {line}")
    assert not stands_alone(f"The Senate passed the budget on Tuesday {line}.")


@pytest.mark.parametrize("opening", ["http://ledger.example/", "Ann Lee is a reporter "])
def test_an_unbroken_run_at_the_end_of_a_text_is_no_teaser_and_no_link(opening: str):
    text = f"The Senate passed the budget on Tuesday.\n\n{opening}{run_of('a')}"

    assert strip_furniture(text) == Stripped(text)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sentences_of_a_line_without_end_are_all_of_it(seed: str):
    line = run_of(seed)

    assert "".join("".join(sentences(line)).split()) == "".join(line.split())


@pytest.mark.parametrize("seed", [*SEEDS, "<p>", "<div>", "<script>", "a\n", " ", "<!---->"])
def test_a_title_without_end_is_cut(seed: str):
    text = run_of(seed)
    raw = RawEntry(
        id=EntryId("1"), title=text, summary=text, content=text, url=f"https://x.example/{text}", first_seen=NOON
    )

    entry = clean(raw, FEED)

    assert len(entry.title) <= LONGEST_TITLE
    assert len(entry.url) < 5_000


def test_a_cut_title_ends_between_words_and_says_so():
    title = clean(RawEntry(id=EntryId("1"), title="Budget passes " * 100, first_seen=NOON), FEED).title

    assert title.endswith(("Budget…", "passes…"))


@pytest.mark.parametrize(
    ("paragraph", "number", "kept"), [("word", 5_000, MOST_PARAGRAPHS), ("word " * 2_000 + "end.", 100, 19)]
)
def test_a_text_longer_than_any_article_is_cut_between_paragraphs_and_says_so(paragraph: str, number: int, kept: int):
    content = "\n\n".join([f"The vote was the closest of the year, said {name} {paragraph}" for name in range(number)])

    entry = clean(RawEntry(id=EntryId("1"), content=content, first_seen=NOON), FEED)

    cut = [line.text for line in entry.removed if line.rule == "too-long"]
    assert cut == [f"{number - kept:,} paragraphs"]
    assert len(entry.content) <= LONGEST_TEXT


def test_a_link_longer_than_any_mail_program_follows_is_none():
    assert web_url("https://x.example/" + "a" * 3_000)
    assert web_url("https://x.example/" + "a" * 5_000) == ""

"""What a text says that it is by its first words: letters, quizzes, programmes and live pages under ordinary titles."""

import pytest

from newsletter.collect.reading.clean import RawEntry, clean
from newsletter.collect.reading.opening import kind_by_opening
from newsletter.domain.entry import EntryId, Kind
from newsletter.domain.feed import Feed
from tests.builders import NOON


def printed(text: str, *, title: str = "Senate passes the budget", kind: Kind | None = None) -> Kind:
    """The sort of piece as which an outlet's words are read."""
    raw = RawEntry(id=EntryId("one"), title=title, content=text, published=NOON, first_seen=NOON, kind=kind)
    return clean(raw, Feed(url="https://ledger.example/feed", outlet="The Ledger", family="The Ledger")).kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.NEWSLETTER, "Good morning. Here is what you need to know today. Marsh signs a bill. Colfax dies."),
        (Kind.NEWSLETTER, "Good morning, here is your Thursday briefing. The Senate passed the budget."),
        (Kind.NEWSLETTER, "Good evening and welcome to the Ledger's nightly letter."),
        (Kind.NEWSLETTER, "It is your Wednesday morning briefing. Marsh signs a bill."),
        (Kind.NEWSLETTER, "Welcome to The Capitol Letter, our newsletter on Congress. This week, the budget."),
        (Kind.NEWSLETTER, "Welcome back to our weekly round-up of the news from Congress."),
        (Kind.NEWSLETTER, "This is the web version of our politics newsletter. Sign up here to get it in your inbox."),
        (Kind.NEWSLETTER, "You're reading The Line, our daily newsletter on power."),
        (Kind.NEWSLETTER, "Hello and welcome to Friday's edition of the Note. Today, the budget passes."),
        (Kind.NEWSLETTER, "Happy Friday! Here's what we're watching today: the budget, the border, the bridge."),
        (Kind.NEWSLETTER, "Here are the top stories for Wednesday, November 18."),
        (Kind.NEWSLETTER, "Here's a look at what you need to know to start your day."),
        (Kind.NEWSLETTER, "Here is the news you need to know this Wednesday."),
        (Kind.NEWSLETTER, "Test your knowledge of the week's news with our ten questions."),
        (Kind.NEWSLETTER, "How closely did you follow the news this week? Take our quiz to find out."),
        (Kind.NEWSLETTER, "ARIES (March 21-April 19): Today is a good day to speak your mind."),
        (Kind.NEWSLETTER, "Sign up for our newsletter and get the day's news in your inbox."),
        (Kind.MEDIA, "In this week's episode, our hosts talk about the budget."),
        (Kind.MEDIA, "On this week's podcast, Ann Lee and Bo Park discuss the budget."),
        (Kind.MEDIA, "Listen to the latest episode of our politics podcast."),
        (Kind.LIVE, "This live blog is now closed."),
        (Kind.LIVE, "Our live coverage has ended. Read our full report here."),
        (Kind.LIVE, "Follow our live coverage of the budget vote."),
        (Kind.LIVE, "We are closing this blog now. Thanks for reading."),
    ],
)
def test_a_piece_is_what_it_opens_as_though_its_title_is_that_of_a_report(kind: Kind, text: str):
    assert printed(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Good morning America will move its studio to Tarrow, the network said.",
        '"Good morning," the governor said, "here is what you need to know."',
        "The Senate passed the budget on Tuesday. Here is what you need to know about the tax.",
        "Welcome signs at the border were removed on Tuesday.",
        "Residents were welcomed back to Tarrow on Friday after the flood.",
        "Here are the bills that passed the Senate on Tuesday.",
        "Here is what happened in the trial of Dale Orvitz on Wednesday.",
        "Here are five takeaways from the debate in Halden.",
        "This is the third budget that the Senate has passed this year.",
        "This is the first winter in which the ferry has not run.",
        "The newsletter was sent to 4,000 voters by mistake, the clerk said.",
        "Podcast host Ken Abbot was charged with fraud on Tuesday.",
        "Happy days may be over for exporters, the bank said on Friday.",
        "The live blog was shut down by a court order, its editor said.",
        "Good evening dress was required at the governor's inaugural.",
        "Hello Kitty's maker sued the customs agency over tariffs on Monday.",
        "Listening posts on the border will be closed, the army said.",
        "Test results released on Tuesday showed that pupils fell behind.",
        "It is your right to vote, the judge told the jurors on Monday.",
        "Follow-up talks on the ferry broke down on Monday.",
    ],
)
def test_a_report_that_opens_with_such_words_is_news(text: str):
    assert printed(text) is Kind.NEWS


def test_an_invitation_above_a_report_makes_it_no_letter():
    assert printed("Sign up for our special newsletter.\n\nThe Senate passed the budget on Tuesday.") is Kind.NEWS


def test_what_the_outlet_says_goes_before_what_its_text_opens_as():
    assert printed("Good morning. Here is your Monday briefing.", title="Opinion: A gamble") is Kind.OPINION


def test_what_an_operator_says_goes_before_all():
    assert printed("Good morning. Here is your Monday briefing.", kind=Kind.NEWS) is Kind.NEWS


@pytest.mark.parametrize(
    "seed", ["Good morning, ", "welcome to ", "here are the top ", "this is the ", "how well do you "]
)
def test_a_text_without_end_is_judged_at_once(seed: str):
    kind_by_opening((seed * 100_000)[:100_000])

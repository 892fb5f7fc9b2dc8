"""Furniture that its company gives away, and what is left of a text."""

import pytest

from newsletter.collect.boilerplate import Stripped, strip_furniture

LEAD = "The Senate passed the budget on Tuesday by 51 votes to 49, after a night of amendments."
SECOND = "The president is expected to sign it on Friday, aides to both leaders said."


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def removed(*paragraphs: str) -> list[str]:
    return [line.text for line in strip_furniture(text(*paragraphs)).removed]


def left(*paragraphs: str) -> str:
    return strip_furniture(text(*paragraphs)).text


def test_a_text_without_furniture_comes_back_as_it_is():
    assert strip_furniture(text(LEAD, SECOND)) == Stripped(text(LEAD, SECOND))


def test_a_promotion_between_two_paragraphs_goes_and_is_kept_aside_with_its_rule():
    promotion = "Subscribe to our free weekly newsletter!"

    stripped = strip_furniture(text(LEAD, promotion, SECOND))

    assert stripped.text == text(LEAD, SECOND)
    assert [(line.text, line.rule) for line in stripped.removed] == [(promotion, "call-to-action")]


def test_a_promotion_within_a_paragraph_goes_and_the_news_around_it_stays():
    assert left(f"{LEAD} Sign up for our free daily newsletter. {SECOND}") == f"{LEAD} {SECOND}"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Politics moves fast. Our app moves faster. Download the app today and get the news that matters.",
        "Like what you read? Members get every story, plus a tote bag. Join today.",
        "Did a friend send you this story? Get your own! Sign up for Morning Tally, our free daily e-mail.",
        "Subscribe to our weekly newsletter! We find the news you need to know, so you don't have to.",
        "Thank you for reading. We depend on our readers. Become a member today.",
    ],
)
def test_beside_a_call_to_action_the_shop_goes_on_talking(paragraph):
    """None of these sentences may be printed, though some would be harmless elsewhere."""
    assert left(LEAD, paragraph, SECOND) == text(LEAD, SECOND)


def test_the_same_sentence_without_a_call_beside_it_stays():
    paragraph = "Politics moves fast. On Tuesday it moved faster than the leaders of either party had planned."

    assert left(LEAD, paragraph) == text(LEAD, paragraph)


@pytest.mark.parametrize("news", ["The bill passed.", "The House adjourned at noon.", "Lee voted no."])
def test_a_short_piece_of_news_beside_a_call_stays(news):
    assert left(f"{news} Subscribe to our newsletter. The vote was close.") == f"{news} The vote was close."


def test_teasers_at_the_end_of_a_text_go():
    teasers = (
        "The otters that discovered an ice machine and what followed...",
        "You have been peeling garlic the wrong way, and this trick…",
        "The longest home run of the season https://videos.example/home-run",
        "Ten quiet towns where nobody locks the door",
    )

    assert removed(LEAD, SECOND, *teasers) == list(teasers)


def test_credits_and_bios_among_the_teasers_do_not_stop_the_walk():
    tail = (
        "She bowled a perfect game at 88 and her husband...",
        "Jonah Feld follows the Republican campaign for The Ballot Watch.",
        "Photo credit: Theo Lindgren",
        "The penguins march out for their walk, but one of them...",
    )

    assert removed(LEAD, SECOND, *tail) == list(tail)


def test_a_cut_off_line_in_the_middle_stays():
    """Only the end of a text is the place of teasers; elsewhere a sentence may trail off."""
    trailing = "And then the clerk read the names…"

    assert left(LEAD, trailing, SECOND) == text(LEAD, trailing, SECOND)


@pytest.mark.parametrize("only", ["The Senate passed the budget on Tuesday after…", "Senate passes budget"])
def test_the_first_paragraph_stays_even_if_it_is_cut_off(only):
    """A feed's short text often is a sentence cut off, and it is all that there is."""
    assert left(only) == only


def test_a_list_at_the_end_is_news_where_a_colon_announces_it():
    listed = text(LEAD, "The bill would:", "Raise the debt limit", "Cut the child tax credit")

    assert left(listed) == listed


@pytest.mark.parametrize(
    "last",
    [
        "Kari Lake is the author of the bill, which the governor signed on Tuesday.",
        "Ann Lee was a correspondent for The Ledger until she was arrested in March.",
        "Evan Park is a reporter whom Moscow has detained for a year.",
        "The vote in the House is expected next week.",
    ],
)
def test_news_about_an_author_at_the_end_stays(last):
    assert left(LEAD, last) == text(LEAD, last)


@pytest.mark.parametrize(
    "bio",
    [
        "Camila Restrepo covers elections in the Southwest for The Ballot Watch. She lives in Tucson.",
        "Ann Lee is a national correspondent at The Ledger.",
        "Bo Park, a former aide, is a columnist for The Ledger.",
    ],
)
def test_a_word_about_the_author_at_the_end_goes(bio):
    assert removed(LEAD, SECOND, bio) == [bio]


def test_removed_lines_stand_in_the_order_of_the_text():
    first, last = "Advertisement", "The otters that discovered an ice machine…"

    assert removed(LEAD, first, SECOND, "Read more: The budget", last) == [first, "Read more: The budget", last]

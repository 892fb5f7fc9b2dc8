"""What the markup itself says is not the article: struck out, and shown to the editor."""

import pytest

from newsletter.collect.reading.chrome import is_chrome
from newsletter.collect.reading.markup import read_markup
from newsletter.domain.entry import Removed

#: Two paragraphs of an article.
ONE = "<p>The Senate passed the budget on Tuesday by 51 votes to 49, after a night of amendments.</p>"
TWO = "<p>The House is expected to take it up on Thursday, and its leaders say that they have the votes.</p>"
ARTICLE = "\n\n".join(paragraph[3:-4] for paragraph in (ONE, TWO))


def around(box: str) -> tuple[str, list[str]]:
    """What is left of an article with a box in it, and what was struck out."""
    read = read_markup(ONE + box + TWO)
    assert {line.rule for line in read.removed} <= {"markup"}
    return read.text, [line.text for line in read.removed]


@pytest.mark.parametrize(
    "opening",
    [
        '<div class="newsletter-signup">',
        '<div class="article__related-stories">',
        '<section id="relatedStories">',
        '<div class="c-promo c-promo--wide">',
        '<div class="inline_teaser">',
        '<div class="share-bar">',
        '<div class="social-links">',
        '<p class="subscribe-cta">',
        '<div class="module recirc">',
        '<div class="most-read">',
        '<div class="mostPopular">',
        '<div id="comments">',
        '<div class="cookie-banner">',
        '<div class="paywall">',
        '<p class="byline">',
        '<p class="wp-caption-text">',
        '<span class="photo-credit">',
        '<div class="author-bio">',
        '<div class="wp-block-ad">',
        '<div class="AdSlot">',
        '<div data-component="newsletter-promo">',
        '<div data-testid="share-tools">',
        '<div data-newsletter-id="7">',
        '<div role="complementary">',
        '<div role="navigation">',
        '<div class="sr-only">',
        "<aside>",
        "<nav>",
        "<form>",
        "<figure>",
        "<figure><img src=a.jpg><figcaption>",
        "<button>",
    ],
)
def test_what_is_called_something_else_than_article_is_struck_out_and_kept(opening: str):
    tag = opening[1:].split(">", maxsplit=1)[0].split(maxsplit=1)[0]

    assert around(f"{opening}Ten more stories</{tag}>") == (ARTICLE, ["Ten more stories"])


@pytest.mark.parametrize(
    "opening",
    [
        '<p class="leadership">',
        '<p class="shadow-cabinet">',
        '<p class="ad-hoc">',
        '<p class="adelaide">',
        '<p class="load">',
        '<p class="prominent">',
        '<p class="shareholders share-price">',
        '<p class="social-security">',
        '<p class="credit-union">',
        '<p class="tag-newsletter category-social">',
        '<p class="relative">',
        '<p class="unsubscribed">',
        '<p class="has-drop-cap is-style-default">',
        '<p data-topic="newsletter">',
        '<p data-share-url="https://ledger.example/budget">',
        '<p role="paragraph">',
        '<blockquote class="pullquote">',
    ],
)
def test_only_whole_words_of_a_name_count(opening: str):
    tag = opening[1:].split(">", maxsplit=1)[0].split(maxsplit=1)[0]
    text, removed = around(f"{opening}The vote was the closest of the year, and took the night.</{tag}>")

    assert "The vote was the closest of the year" in text
    assert removed == []


@pytest.mark.parametrize(
    "wrapper",
    [
        '<div class="newsletter-post">{}</div>',
        '<div class="teaser">{}</div>',
        '<article class="post category-social tag-ad promo">{}</article>',
        '<div class="subscribe"><div class="share"><div class="promo">{}</div></div></div>',
        "<form action=x>{}</form>",
        "<aside>{}</aside>",
    ],
)
def test_what_holds_most_of_the_article_is_the_article_whatever_it_is_called(wrapper: str):
    """A weblog that lives inside a form, an outlet whose posts are newsletters."""
    read = read_markup(wrapper.format(ONE + TWO))

    assert read.text == ARTICLE
    assert read.removed == ()


def test_a_box_inside_a_wrapper_that_stays_is_struck_out():
    read = read_markup(f'<div class="newsletter-post">{ONE}<div class="share">Share this</div>{TWO}</div>')

    assert read.text == ARTICLE
    assert read.removed == (Removed(text="Share this", rule="markup"),)


def test_a_long_list_of_other_stories_is_not_most_of_a_short_article():
    """Headlines are no prose, however many there are."""
    teasers = "".join(f"<li>Another story that we have told this week, number {number}</li>" for number in range(30))
    read = read_markup(f'{ONE}<ul class="related">{teasers}</ul>')

    assert read.text == ONE[3:-4]
    assert len(read.removed) == 30


def test_where_every_paragraph_is_called_so_it_says_nothing():
    read = read_markup((ONE + TWO + ONE).replace("<p>", "<p class=caption>"))

    assert (read.text, read.removed) == (f"{ARTICLE}\n\n{ONE[3:-4]}", ())


def test_one_line_that_is_called_a_teaser_is_all_there_is():
    assert read_markup('<p class="teaser">Senate passes the budget</p>').text == "Senate passes the budget"


def test_words_around_a_box_do_not_run_together():
    assert read_markup(f'{ONE}One<span class="share">Share</span>two.').text.endswith("One two.")


def test_a_link_in_a_sentence_is_part_of_it_whatever_it_is_called():
    text = "The bill, which passed on Tuesday, is the first of its kind."
    read = read_markup(
        '<p>The bill, <a class="related-link" href="/x">which <b>passed</b> on Tuesday</a>, is the first of its kind.'
    )

    assert (read.text, read.removed) == (text, ())


def test_scripts_are_no_words_for_anybody():
    read = read_markup(
        f"{ONE}<script>track()</script><style>p {{}}</style><svg><text>logo</text></svg><iframe>x</iframe>"
    )

    assert (read.text, read.removed) == (ONE[3:-4], ())


def test_plain_text_has_no_markup_to_go_by():
    assert read_markup("Class newsletter: 5 < 6 & 7 > 4").text == "Class newsletter: 5 < 6 & 7 > 4"


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=share>" * 4_000 + "x",
        "<b>" * 3_000 + "x",
        "<div class='" + "ad-hoc " * 100_000 + "'>x</div>",
        "<p class=share>x" * 3_900,
        "<p>" + "x " * 1_000_000,
        f"{ONE}<div class=related>" + "<li>x" * 100_000,
        "<!--" * 100_000,
        "<p " + "a=b " * 100_000 + ">x</p>",
        "&" * 500_000 + "<p>x",
    ],
)
def test_hostile_markup_ends_and_loses_no_text(markup: str):
    assert "x" in read_markup(markup).text or "<!--" in markup


def test_text_below_what_can_be_followed_is_not_lost():
    deep = "<div>" * 3_000 + "The Senate passed the budget." + "</div>" * 3_000

    assert read_markup(deep).text == "The Senate passed the budget."


def test_an_attribute_may_be_anything():
    assert not is_chrome([("class", ""), ("data-", ""), ("data", "x"), ("role", " "), ("style", "newsletter")])

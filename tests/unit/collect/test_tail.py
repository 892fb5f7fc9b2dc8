"""The end of a text: teasers, links and authors go, and the background with which articles end stays."""

import pytest

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.furniture.tail import is_prose, tail
from tests.promos import articles

TEASERS = [
    "The otters that discovered an ice machine and what followed...",
    "Grandmother, 91, lands her first plane.",
    "The goal everyone is talking about https://videos.example/v/8812",
]


def test_a_whole_sentence_goes_only_with_a_teaser_above_it_and_one_below():
    for article in articles():
        stripped = strip_furniture("\n\n".join([str(article), *TEASERS]), title=article.title)

        assert stripped.text == str(article)
        assert [line.text for line in stripped.removed] == TEASERS


def test_a_whole_sentence_at_the_very_end_stays():
    for article in articles():
        text = "\n\n".join([str(article), TEASERS[0], TEASERS[1]])

        assert strip_furniture(text, title=article.title).text == f"{article}\n\n{TEASERS[1]}"


@pytest.mark.parametrize(
    "background",
    [
        "The last census counted 41,000 people on the islands, a third fewer than in 1950.",
        "He refused.",
        "The otters were not available for comment.",
        "Glass fibre, which is made from sand, costs a tenth of what copper does.",
    ],
)
def test_background_at_the_end_stays_even_if_it_shares_nothing_with_the_article(background: str):
    for article in articles():
        text = article.with_line(background, "end")

        assert strip_furniture(text, title=article.title).text == text


@pytest.mark.parametrize(
    "bio",
    [
        "Jane Doe covers Congress. She previously worked at The Prairie Notes and lives in Maryland with two cats.",
        "Theo Lind has covered water policy for The Ledger since 2014.",
        "Mia Orr is an intern on the politics desk.",
    ],
)
def test_a_short_paragraph_about_somebody_new_who_writes_goes(bio: str):
    for article in articles():
        stripped = strip_furniture(article.with_line(bio, "end"), title=article.title)

        assert [(line.text, line.rule) for line in stripped.removed] == [(bio, "author-bio")]


@pytest.mark.parametrize(
    "line",
    [
        "Dana Whitlock is the author of a history of the river.",
        "Helen Marsh has reported from Rwanda and Syria for the committee.",
    ],
)
def test_a_paragraph_about_somebody_in_the_article_stays(line: str):
    article = next(a for a in articles() if line.split()[1] in str(a))

    assert line in strip_furniture(article.with_line(line, "end"), title=article.title).text


def test_the_first_paragraph_is_never_taken():
    assert tail(["Otters find an ice machine…"], "Budget passes") == []


@pytest.mark.parametrize(
    ("paragraph", "prose"),
    [
        ("The Senate on Thursday passed a bill that would pay for nine new reservoirs.", True),
        ("He refused to sign the bill.", False),
        ("Senate House Bill Vote Count Lee Park Orr Doe Roe Poe Lind Marsh.", False),
        ("The Senate on Thursday passed a bill that would pay for nine new reservoirs", False),
    ],
)
def test_prose_has_a_dozen_words_an_end_and_words_between_the_nouns(paragraph: str, prose: bool):
    assert is_prose(paragraph) is prose

# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Which lines belong to an article, by what they share with the rest of it."""

import pytest

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.furniture.cohesion import coheres, rare_words
from tests.promos import articles

REST = [
    "Senate sends water bill to the president",
    "The Senate on Thursday passed a bill for nine reservoirs in the West.",
    "Governors of seven states had argued over the Colorado River for years.",
]


@pytest.mark.parametrize(
    "sentence",
    [
        "A reservoir at Glen Hollow would be the first.",
        "Colorado’s farmers had asked for twice as much.",
        "He called the vote a relief.",
        "But that was before the drought.",
        "It was not the last word.",
    ],
)
def test_a_sentence_belongs_that_shares_a_rare_word_or_leans_on_the_one_before(sentence: str):
    assert coheres(sentence, REST)


@pytest.mark.parametrize(
    "sentence",
    [
        "Otters keep stealing surfboards in Santa Cruz.",
        "Grandmother lands her first plane after a bet with a mechanic.",
        "What your choice of teapot says about you",
    ],
)
def test_a_sentence_does_not_belong_that_shares_nothing(sentence: str):
    assert not coheres(sentence, REST)


def test_a_sentence_does_not_vouch_for_itself():
    stray = "Otters keep stealing surfboards in Santa Cruz."

    assert not coheres(stray, [*REST, stray])


def test_where_there_is_nothing_to_compare_a_sentence_belongs():
    assert coheres("Otters keep stealing surfboards in Santa Cruz.", [])


def test_words_that_any_two_articles_share_are_not_rare():
    assert rare_words("What the latest report says about people this week") == frozenset()


def test_every_sentence_of_a_real_article_belongs_to_it():
    """The draft asks this of each candidate; it must not lose the article itself."""
    for article in articles():
        for paragraph in article.paragraphs:
            assert coheres(paragraph, [article.title, *article.paragraphs])


@pytest.mark.parametrize(
    "line",
    [
        "Why otters keep stealing surfboards in Santa Cruz",
        "She ran 40 marathons in 40 days — and then her shoes gave up",
        "Seven slow-cooker suppers that the children will ask for again",
        "Penguins march through the zoo, but one of them…",
        "Morning tide",
    ],
)
def test_a_line_between_two_paragraphs_goes_that_has_no_end_and_nothing_to_do_with_them(line: str):
    for article in articles():
        stripped = strip_furniture(article.with_line(line, "between"), title=article.title)

        assert stripped.text == str(article)
        assert [(struck.text, struck.rule) for struck in stripped.removed] == [(line, "stray-line")]


@pytest.mark.parametrize(
    "line",
    [
        "Nobody resigned.",
        "The otters, it turned out, had been there first.",
        "And then the clerk read the names…",
        "“We found otters in the vents”",
        "The judge’s ruling had three parts:",
    ],
)
def test_a_line_that_ends_as_prose_does_stays_whatever_it_shares(line: str):
    for article in articles():
        assert line in strip_furniture(article.with_line(line, "between"), title=article.title).text


def test_headings_and_lists_of_the_article_itself_stay():
    article = next(article for article in articles() if "Colorado" in str(article))
    text = "\n\n".join(
        [
            *article.paragraphs[:2],
            "A fight over the Colorado River",
            article.paragraphs[2],
            "The plan has three parts:",
            "Pumps near Elko",
            "Pipes of glass fibre",
            "Trucks",
            *article.paragraphs[3:],
        ]
    )

    assert strip_furniture(text, title=article.title).text == text


def test_the_lines_of_a_text_without_paragraphs_stay():
    """Nobody can say what belongs to an article that is none."""
    text = "Lee wins in Ohio\n\nPark concedes\n\nTurnout at 61 percent"

    assert strip_furniture(text).text.startswith("Lee wins in Ohio\n\nPark concedes")

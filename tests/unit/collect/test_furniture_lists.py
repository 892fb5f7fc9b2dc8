"""What outlets really put around their news, line by line and place by place, and news that only sounds like it."""

import pytest

from newsletter.collect.furniture.wording import furniture
from newsletter.collect.sentences import sentences
from tests.promos import LISTS, Line, articles, lines, loses_news, places_where_kept, places_where_lost

ROUNDS = [1, 2, 3, 4, 5, 6]
PROMOTIONS = [line for number in ROUNDS for line in lines(f"promos-{number}")]
LOOK_ALIKES = [line for number in ROUNDS for line in lines(f"news-{number}")]


def named(line: Line) -> str:
    return line.text


@pytest.mark.parametrize("line", PROMOTIONS, ids=named)
def test_nothing_of_a_promotion_is_kept_wherever_it_stands(line: Line):
    assert places_where_kept(line) == []


@pytest.mark.parametrize("line", LOOK_ALIKES, ids=named)
def test_news_that_sounds_like_a_promotion_is_kept_wherever_it_stands(line: Line):
    """Whoever strikes out too much leaves readers without the news, and nobody notices."""
    assert places_where_lost(line) == []


@pytest.mark.parametrize("line", PROMOTIONS, ids=named)
def test_a_promotion_takes_no_news_with_it(line: Line):
    assert loses_news(line) == []


def numbers(sort: str) -> list[int]:
    return sorted(int(path.stem.partition("-")[2]) for path in LISTS.glob(f"{sort}-*.txt"))


@pytest.mark.parametrize("number", numbers("promos")[len(ROUNDS) :])
def test_of_long_lists_of_promotions_few_are_kept(number: int):
    """They were written by people who tried to mislead, and what they wrote in, the weights were learnt from.

    Lines without an end are left out: whether those are furniture, their place tells.
    """
    promotions = [line.text for line in lines(f"promos-{number}") if line.text.endswith((".", "!", "?"))]

    kept = [text for text in promotions if not furniture(text) and not all(map(furniture, sentences(text)))]

    assert len(kept) <= 0.03 * len(promotions), kept


@pytest.mark.parametrize(
    "name",
    [f"{sort}-{n}" for sort in ("news", "ordinary") for n in numbers(sort)],
)
def test_of_long_lists_of_news_hardly_a_line_is_taken_for_furniture(name: str):
    news = [line.text for line in lines(name)]

    lost = [text for text in news if furniture(text)]

    assert len(lost) <= 0.01 * len(news), lost


def test_the_lists_hold_enough_of_both():
    assert len(PROMOTIONS) >= 120
    assert len(LOOK_ALIKES) >= 120


def test_there_is_an_article_from_each_side_of_the_atlantic():
    assert len(articles()) == 2

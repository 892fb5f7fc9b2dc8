"""What outlets really put around their news, line by line and place by place, and news that only sounds like it."""

import pytest

from tests.promos import Line, articles, lines, loses_news, places_where_kept, places_where_lost

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


def test_the_lists_hold_enough_of_both():
    assert len(PROMOTIONS) >= 120
    assert len(LOOK_ALIKES) >= 120


def test_there_is_an_article_from_each_side_of_the_atlantic():
    assert len(articles()) == 2

import re
from datetime import timedelta
from pathlib import Path

import pytest

from newsletter.curate.pick import Caps
from newsletter.curate.rank import HALF_LIFE, OPINION_ONLY, WEIGHTS, rank
from newsletter.domain.entry import Kind
from tests.builders import NOON, a_copy, a_story, a_week, an_entry

WEEK = a_week()
DOC = Path(__file__).parents[3] / "docs" / "ranking.md"


def told_by(*outlets, at=NOON, **facts):
    return a_story(*(an_entry(outlet=outlet, at=at, **facts) for outlet in outlets))


def why(story, *others):
    return next(each for each in rank([story, *others], week=WEEK) if each.story == story).why


def test_the_weights_make_a_whole():
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_the_published_table_is_the_one_in_the_code():
    """Readers are shown docs/ranking.md."""
    text = DOC.read_text(encoding="utf-8")
    table = {name: float(weight) for name, weight in re.findall(r"^\| (\w+) \| ([\d.]+) \|", text, re.MULTILINE)}

    assert table == WEIGHTS


def test_the_published_figures_are_those_in_the_code():
    text = DOC.read_text(encoding="utf-8")
    caps = Caps()

    assert f"multiplied by {OPINION_ONLY}" in text
    assert f"every {HALF_LIFE.days} days before it" in text
    assert f"until {caps.stories} are chosen" in text
    assert f"at most {caps.max_per_person} stories about the same person" in text
    assert f"at most {caps.max_per_family} stories that rest on the same newsroom" in text
    assert f"score below {caps.floor}" in text


def test_every_signal_lies_between_nought_and_one_to_six_places():
    stories = [
        told_by("A", "B", "C", position=3),
        told_by("A", at=WEEK.start, position=None),
        told_by("B", at=WEEK.end - timedelta(seconds=1), position=1, title=""),
    ]

    values = [value for each in rank(stories, week=WEEK) for value in (*each.why.values(), each.score)]

    assert all(0 <= value <= 1 and value == round(value, 6) for value in values)


def test_the_score_is_the_weighted_mean_of_what_is_shown():
    """A reader can do the sum."""
    for each in rank([told_by("A", "B"), told_by("C")], week=WEEK):
        assert each.score == pytest.approx(sum(WEIGHTS[name] * value for name, value in each.why.items()), abs=1e-6)


def test_the_order_of_the_stories_given_plays_no_part():
    stories = [told_by("A", "B"), told_by("C"), told_by("A", "C"), told_by("B")]

    assert rank(stories, week=WEEK) == rank(stories[::-1], week=WEEK)


def test_equal_scores_are_ordered_by_id():
    stories = [told_by("A"), told_by("B"), told_by("C")]

    ranked = rank(stories, week=WEEK)

    assert [each.story.id for each in ranked] == sorted(story.id for story in stories)
    assert [each.rank for each in ranked] == [1, 2, 3]


def test_no_stories_have_no_rank():
    assert rank([], week=WEEK) == ()


class TestBreadth:
    def test_is_whole_where_every_newsroom_covered_it(self):
        assert why(told_by("A", "B", "C"))["breadth"] == 1

    def test_is_nought_for_one_newsroom(self):
        assert why(told_by("A"), told_by("B"))["breadth"] == 0

    def test_counts_newsrooms_and_neither_outlets_nor_entries(self):
        """Ten reprints of one wire story are one voice."""
        reprints = a_story(*(an_entry(outlet=f"Paper {n}", family="Agency") for n in range(10)))

        assert why(reprints, told_by("Other"))["breadth"] == 0

    def test_counts_those_who_print_anothers_words_as_that_one(self):
        original = an_entry(outlet="Agency")
        reprinted = a_story(original, *(a_copy(original, outlet=f"Paper {n}") for n in range(10)))

        assert why(reprinted, told_by("Other"))["breadth"] == 0

    def test_leaves_the_rank_where_one_newsroom_is_all_there_is(self):
        ranked = rank([told_by("A"), told_by("A")], week=WEEK)

        assert all("breadth" not in each.why for each in ranked)
        assert ranked[0].score == pytest.approx(
            sum(WEIGHTS[name] * value for name, value in ranked[0].why.items()) / (1 - WEIGHTS["breadth"]), abs=1e-6
        )


class TestDuration:
    def test_counts_days_with_two_newsrooms(self):
        day = timedelta(days=1)
        story = a_story(
            an_entry(outlet="A", at=NOON),
            an_entry(outlet="B", at=NOON),
            an_entry(outlet="A", at=NOON - day),
            an_entry(outlet="A", at=NOON - 2 * day),
            an_entry(outlet="C", at=NOON - 2 * day),
        )

        assert why(story)["duration"] == pytest.approx(2 / 7, abs=1e-6)

    def test_a_reprint_makes_no_second_newsroom(self):
        original = an_entry(outlet="Agency")

        assert why(a_story(original, a_copy(original, outlet="Paper")), told_by("Other"))["duration"] == 0

    def test_one_newsroom_is_enough_where_it_is_all_there_is(self):
        assert why(told_by("A"))["duration"] == pytest.approx(1 / 7, abs=1e-6)


class TestProminence:
    def test_falls_with_the_place_in_the_feed(self):
        first, fifth = told_by("A", position=1), told_by("B", position=5)

        assert why(first, fifth)["prominence"] > why(fifth, first)["prominence"] > 0

    def test_takes_the_best_place_of_each_outlet(self):
        twice = a_story(an_entry(outlet="A", position=1), an_entry(outlet="A", position=9))

        assert why(twice)["prominence"] == why(told_by("A", position=1))["prominence"] == 1

    def test_a_missing_position_counts_nothing(self):
        unknown, known = told_by("A", position=None), told_by("B", position=1)

        assert why(unknown, known)["prominence"] == 0

    def test_leaves_the_rank_where_no_entry_has_a_position(self):
        assert "prominence" not in why(told_by("A", "B", position=None))


class TestRecency:
    def test_halves_every_four_days_before_the_cut_off(self):
        assert why(told_by("A", at=WEEK.end - timedelta(days=4)))["recency"] == 0.5

    def test_counts_from_the_last_entry(self):
        story = a_story(an_entry(at=WEEK.start), an_entry(at=WEEK.end - timedelta(days=4)))

        assert why(story)["recency"] == 0.5


class TestConsequence:
    def test_a_reprints_title_is_its_originals_newsrooms(self):
        original = an_entry(outlet="A", title="Senate passes budget")
        reprints = [a_copy(original, outlet=f"Paper {n}") for n in range(9)]
        talk = an_entry(outlet="B", title="Marlow slams budget")

        assert why(a_story(original, talk, *reprints))["consequence"] == 0.5

    def test_decided_acts_outweigh_talk(self):
        act, talk = told_by("A", title="Senate passes budget"), told_by("A", title="Marlow slams budget")

        assert (why(act)["consequence"], why(talk)["consequence"]) == (1, 0)

    def test_gives_each_newsroom_one_voice(self):
        story = a_story(
            an_entry(outlet="A", title="Senate passes budget"),
            *(an_entry(outlet="B", title="Marlow slams budget") for _ in range(9)),
        )

        assert why(story)["consequence"] == 0.5


def test_a_story_that_a_fact_check_tells_has_no_penalty():
    assert "opinion only" not in why(told_by("A", kind=Kind.FACT_CHECK))


@pytest.mark.parametrize("kind", [Kind.OPINION, Kind.LIVE, Kind.MEDIA])
def test_a_story_of_opinion_pieces_only_ranks_at_a_penalty(kind):
    """The same goes for live pages and what is to be seen or heard: nothing of it can be printed as news."""
    news, opinion = told_by("A"), told_by("B", kind=kind)
    mixed = a_story(an_entry(outlet="C", kind=Kind.OPINION), an_entry(outlet="C"))

    scores = {each.story.id: each.score for each in rank([news, opinion, mixed], week=WEEK)}

    assert scores[opinion.id] == pytest.approx(scores[news.id] * OPINION_ONLY, abs=1e-6)
    assert scores[mixed.id] == scores[news.id]
    assert why(opinion, news)["opinion only"] == OPINION_ONLY

import math
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsletter.curate.pick import ALIKE, MORE, REDUNDANCY, REPEATS, Caps
from newsletter.curate.rank import WEIGHTS, rank
from newsletter.curate.weighing.penalties import PENALTIES
from newsletter.curate.weighing.signals import HALF_LIFE
from newsletter.domain.entry import DateQuality, Kind, Lean
from tests.builders import NOON, a_copy, a_story, a_week, an_entry

WEEK = a_week()
DOC = Path(__file__).parents[3] / "docs" / "ranking.md"


def told_by(*outlets, at=NOON, **facts):
    return a_story(*(an_entry(outlet=outlet, at=at, **facts) for outlet in outlets))


def why(story, *others):
    return next(each for each in rank([story, *others], week=WEEK) if each.story == story).why


def test_the_weights_make_a_whole():
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def published(name):
    """A table of docs/ranking.md, by the word that heads its second column: first column to second."""
    text = DOC.read_text(encoding="utf-8")
    table = re.search(rf"^\| [\w ]+ \| {name} \|.*\n\|[- |]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert table
    rows = [[cell.strip() for cell in row.split("|")[1:3]] for row in table[1].splitlines()]
    return {first: float(second) for first, second in rows}


def test_the_published_weights_are_those_in_the_code():
    """Readers are shown docs/ranking.md."""
    assert published("Weight") == WEIGHTS


def test_the_published_penalties_are_those_in_the_code():
    assert published("Factor") == PENALTIES


def test_the_published_figures_are_those_in_the_code():
    text = DOC.read_text(encoding="utf-8")
    caps = Caps()

    assert f"every {HALF_LIFE.days} days before it" in text
    assert f"until {caps.stories} are chosen" in text
    assert f"at most {caps.max_per_person} stories about the same person" in text
    assert f"at most {caps.max_per_storyline} stories of one storyline" in text
    assert f"at most {caps.max_per_section} stories of one section" in text
    assert f"at most {caps.max_per_family} stories that rest on the same newsroom" in text
    assert f"score below {caps.floor}" in text
    assert f"{REDUNDANCY} times its likeness" in text
    assert f"{REPEATS} or more" in text
    assert f"of {ALIKE} or more" in text
    assert f"at most {MORE} under one story" in text


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
    stories = [
        told_by("A", "B"),
        told_by("C", kind=Kind.OPINION),
        told_by("D", lean=Lean.LEFT, title="What is next?"),
        told_by("E", "F", lean=Lean.UNRATED),
    ]

    for each in rank(stories, week=WEEK):
        signals = {name: value for name, value in each.why.items() if name in WEIGHTS}
        factors = [value for name, value in each.why.items() if name in PENALTIES]
        mean = sum(WEIGHTS[name] * value for name, value in signals.items()) / sum(WEIGHTS[name] for name in signals)

        assert len(signals) + len(factors) == len(each.why)
        assert each.score == pytest.approx(mean * math.prod(factors), abs=1e-6)


def test_an_operators_weights_take_the_place_of_the_published_ones():
    """They need not make a whole; a score lies between nought and one all the same."""
    wide, late = told_by("A", "B", at=WEEK.start), told_by("C", at=WEEK.end - timedelta(hours=1))

    by_breadth = rank([wide, late], week=WEEK, weights={"breadth": 7})
    by_recency = rank([wide, late], week=WEEK, weights=dict.fromkeys(WEIGHTS, 0.0) | {"recency": 2.5})

    assert [each.story for each in by_breadth] == [wide, late]
    assert [each.story for each in by_recency] == [late, wide]
    assert [each.score for each in by_recency] == [each.why["recency"] for each in by_recency]


def test_weights_that_nothing_can_be_measured_by_give_no_score():
    (only,) = rank([told_by("A", position=None)], week=WEEK, weights={"prominence": 1})

    assert only.score == 0


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
            sum(WEIGHTS[name] * value for name, value in ranked[0].why.items())
            / (1 - WEIGHTS["breadth"] - WEIGHTS["spread"]),
            abs=1e-6,
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


class TestSpread:
    LEFT, CENTRE, RIGHT = (
        [f"{lean} {n}" for n in range(count)] for lean, count in ((Lean.LEFT, 4), (Lean.CENTRE, 6), (Lean.RIGHT, 2))
    )

    def told(self, *outlets, unrated=()):
        rated = [an_entry(outlet=outlet, lean=Lean(outlet.split()[0])) for outlet in outlets]
        return a_story(*rated, *(an_entry(outlet=outlet, lean=Lean.UNRATED) for outlet in unrated))

    def week(self):
        """A week in which every newsroom published."""
        return [self.told(outlet) for outlet in (*self.LEFT, *self.CENTRE, *self.RIGHT)]

    def test_is_whole_where_every_side_told_it_in_proportion_to_its_newsrooms(self):
        """There are three times as many in the centre as on the right: three told it there, one here."""
        story = self.told(*self.LEFT[:2], *self.CENTRE[:3], *self.RIGHT[:1])

        assert why(story, *self.week())["spread"] == 1

    @pytest.mark.parametrize("side", ["LEFT", "CENTRE", "RIGHT"])
    def test_is_nought_where_one_side_alone_told_it(self, side):
        assert why(self.told(*getattr(self, side)[:2]), *self.week())["spread"] == 0

    def test_lies_between_where_one_side_told_it_less(self):
        even = self.told(*self.LEFT[:2], *self.CENTRE[:3], *self.RIGHT[:1])
        uneven = self.told(*self.LEFT[:1], *self.CENTRE[:3], *self.RIGHT[:1])
        without = self.told(*self.CENTRE[:3], *self.RIGHT[:1])

        spreads = [why(story, *self.week())["spread"] for story in (without, uneven, even)]

        assert 0 < spreads[0] < spreads[1] < spreads[2] == 1

    def test_says_the_same_of_left_and_right(self):
        """No side is better than another."""
        week = [told_by("L", lean=Lean.LEFT), told_by("C"), told_by("R", lean=Lean.RIGHT)]
        left = a_story(an_entry(outlet="L", lean=Lean.LEFT), an_entry(outlet="C"))
        right = a_story(an_entry(outlet="R", lean=Lean.RIGHT), an_entry(outlet="C"))

        assert why(left, *week)["spread"] == why(right, *week)["spread"]

    def test_leaves_the_unrated_out(self):
        rated = (*self.LEFT[:1], *self.CENTRE[:2])

        assert (
            why(self.told(*rated, unrated=("X", "Y")), *self.week())["spread"]
            == why(self.told(*rated), *self.week())["spread"]
        )

    def test_leaves_the_score_of_a_story_of_several_newsrooms_of_which_fewer_than_two_are_rated(self):
        """Nobody knows on which sides it was told."""
        assert "spread" not in why(self.told(self.LEFT[0], unrated=("X", "Y")), *self.week())
        assert "spread" not in why(self.told(unrated=("X", "Y")), *self.week())

    def test_is_nought_for_one_newsroom_rated_or_not(self):
        assert why(self.told(unrated=("X",)), *self.week())["spread"] == 0
        assert why(self.told(self.LEFT[0]), *self.week())["spread"] == 0

    def test_leaves_the_rank_where_fewer_than_two_sides_are_rated(self):
        ranked = rank([told_by("A", "B"), told_by("C", lean=Lean.UNRATED)], week=WEEK)

        assert all("spread" not in each.why for each in ranked)

    def test_counts_a_reprint_for_the_side_whose_words_it_prints(self):
        original = an_entry(outlet="centre 0")
        story = a_story(original, an_entry(outlet="centre 1"), a_copy(original, outlet="left 0", lean=Lean.LEFT))

        assert why(story, *self.week())["spread"] == 0


class TestDevelopments:
    DAY = timedelta(days=1)
    START = WEEK.start + timedelta(hours=1)

    def story(self, *days, outlets=("A", "B"), **facts):
        """Coverage from day to day: the title and the text of each."""
        return a_story(
            *(
                an_entry(outlet=outlet, at=self.START + n * self.DAY, title=title, content=text, **facts)
                for n, (title, text) in enumerate(days)
                for outlet in outlets
            )
        )

    def of(self, story):
        return round(why(story, told_by("Other"))["developments"] * 6, 4)

    def test_counts_the_days_on_which_a_headline_tells_a_new_number_or_outcome(self):
        story = self.story(
            ("Marlow charged over ferry contract", "A court charged her."),
            ("Marlow acquitted over ferry contract", "A jury acquitted her."),
            ("Ferry contract to cost 40 million", "It will cost more."),
        )

        assert self.of(story) == 2

    def test_counts_no_echo(self):
        """The same facts in other words are no news."""
        story = self.story(
            ("Senate passes the budget, 51 to 49", "The Senate passed it."),
            ("Budget is adopted by 51 votes", "It was a long night for everyone who was there."),
            ("What a night it was: the budget, again", "Nobody slept, and nobody will forget it."),
        )

        assert self.of(story) == 0

    def test_counts_a_new_name_that_two_newsrooms_give(self):
        days = [("Ferry contract is looked into", "An inquiry began."), ("More on the ferry", "It heard Owen Tully.")]

        assert self.of(self.story(*days)) == 1
        assert self.of(self.story(*days, outlets=("A",))) == 0

    def test_takes_no_date_for_a_fact(self):
        story = self.story(
            ("Budget talks go on", "They talked."),
            ("Budget talks go on", "On Tuesday, November 17, 2026, at 9:30 a.m. they talked."),
        )

        assert self.of(story) == 0

    def test_takes_no_word_of_a_headline_in_capitals_for_a_name(self):
        story = self.story(("Budget Talks Go On", "They talked."), ("Long Night Over Budget", "They talked."))

        assert self.of(story) == 0

    @pytest.mark.parametrize("kind", [Kind.OPINION, Kind.LIVE, Kind.MEDIA])
    def test_takes_facts_from_news_only(self, kind):
        first = an_entry(at=self.START, title="Ferry contract is looked into", content="An inquiry began.")
        later = an_entry(outlet="B", at=self.START + self.DAY, title="Ferry: 40 million lost", content="", kind=kind)

        assert self.of(a_story(first, later)) == 0

    def test_is_nought_for_a_story_of_one_day(self):
        assert self.of(self.story(("Senate passes the budget", "It passed by 51 to 49."))) == 0

    def test_is_whole_where_every_day_brought_something(self):
        days = [(f"Ferry contract: {n}0 million", f"Another {n}0 million was found.") for n in range(1, 8)]

        assert self.of(self.story(*days)) == 6

    def test_counts_what_came_late_from_the_week_before_as_known(self):
        late = an_entry(at=WEEK.start - self.DAY, title="Ferry contract: 40 million", content="")
        again = an_entry(outlet="B", at=self.START, title="Ferry contract: 40 million", content="")

        assert self.of(a_story(late, again)) == 0

    def test_takes_one_newsrooms_word_where_it_is_all_there_is(self):
        story = self.story(("Ferry is looked into", "It began."), ("The ferry", "It heard Owen Tully."), outlets=("A",))

        assert round(why(story)["developments"] * 6, 4) == 1


def test_a_story_that_a_fact_check_tells_has_no_penalty():
    assert "opinion only" not in why(told_by("A", kind=Kind.FACT_CHECK))


@pytest.mark.parametrize("kind", [Kind.OPINION, Kind.LIVE, Kind.MEDIA])
def test_a_story_of_opinion_pieces_only_ranks_at_a_penalty(kind):
    """The same goes for live pages and what is to be seen or heard: nothing of it can be printed as news."""
    news, opinion = told_by("A"), told_by("B", kind=kind)
    mixed = a_story(an_entry(outlet="C", kind=Kind.OPINION), an_entry(outlet="C"))

    scores = {each.story.id: each.score for each in rank([news, opinion, mixed], week=WEEK)}

    assert scores[opinion.id] == pytest.approx(scores[news.id] * PENALTIES["opinion only"], abs=1e-6)
    assert "opinion only" not in why(mixed, news)
    assert why(opinion, news)["opinion only"] == PENALTIES["opinion only"]


class TestPenalties:
    def test_fall_on_what_most_newsrooms_tell_as_opinion(self):
        one, two = an_entry(outlet="A"), [an_entry(outlet=outlet, kind=Kind.OPINION) for outlet in ("B", "C")]

        assert why(a_story(one, *two))["mostly opinion"] == PENALTIES["mostly opinion"]
        assert "mostly opinion" not in why(a_story(one, two[0]))

    def test_count_newsrooms_and_no_entries(self):
        columns = [an_entry(outlet="A", kind=Kind.OPINION) for _ in range(9)]

        assert "mostly opinion" not in why(a_story(an_entry(outlet="B"), *columns))

    @pytest.mark.parametrize(
        "title", ["Will the budget pass?", "Here\u2019s what the budget means", "Five takeaways from the budget vote"]
    )
    def test_fall_on_what_most_newsrooms_tease(self, title):
        assert why(told_by("A", title=title))["mostly teasers"] == PENALTIES["mostly teasers"]
        assert "mostly teasers" not in why(a_story(an_entry(outlet="A", title=title), an_entry(outlet="B")))

    def test_fall_on_a_story_without_a_date_in_a_week_with_dates(self):
        """It counts from its first sight, and would look fresh however old it is."""
        undated = a_story(replace(an_entry(), published=None, date_quality=DateQuality.FIRST_SEEN))

        assert why(undated, told_by("A"))["undated"] == PENALTIES["undated"]
        assert "undated" not in why(undated)
        assert "undated" not in why(told_by("A"), undated)

    def test_are_multiplied(self):
        plain, both = told_by("A"), told_by("B", kind=Kind.OPINION, title="Will the Senate pass it?")
        scores = {each.story.id: each for each in rank([plain, both], week=WEEK)}

        marks = [WEIGHTS[name] * value for name, value in scores[both.id].why.items() if name in WEIGHTS]
        mean = sum(marks) / sum(WEIGHTS[name] for name in scores[both.id].why if name in WEIGHTS)

        assert scores[both.id].score == pytest.approx(mean * 0.5 * 0.8, abs=1e-6)

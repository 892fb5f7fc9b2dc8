from datetime import timedelta

import pytest

from newsletter.curate.rank import rank
from newsletter.curate.weighing.penalties import PENALTIES
from newsletter.domain.entry import Kind, Lean
from newsletter.draft.because import Facts, because, facts
from tests.builders import a_copy, a_story, a_week, an_entry

WEEK = a_week()
DAY = timedelta(days=1)


def known(story, *others, of=None):
    return facts(next(each for each in rank([story, *others], week=WEEK) if each.story == story), of=of)


def neutral(outlet="The Ledger", **facts):
    return an_entry(outlet=outlet, title="The budget", **facts)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (Facts(newsrooms=14, days=5, front_pages=9), "14 newsrooms, 5 days, front page at 9"),
        (Facts(newsrooms=14, of=30, days=5), "14 of 30 newsrooms, 5 days"),
        (Facts(newsrooms=1, days=1, front_pages=1, leads=1), "1 newsroom, 1 day, front page at 1 (first at 1)"),
        (Facts(newsrooms=1, of=30), "1 of 30 newsrooms"),
        (Facts(newsrooms=1, of=1, days=7), "1 of 1 newsroom, 7 days"),
        (Facts(newsrooms=3, front_pages=0), "3 newsrooms"),
        (Facts(newsrooms=3, developments=1, decided=True), "3 newsrooms, new facts on 1 later day, something decided"),
        (Facts(newsrooms=3, developments=2, talk=True), "3 newsrooms, new facts on 2 later days, mostly talk"),
        (
            Facts(newsrooms=3, one_sided=True, penalties=("undated",)),
            "3 newsrooms, one side only, without a date, so it counts less",
        ),
    ],
)
def test_the_reason_states_counts_in_one_line(facts, sentence):
    assert because(facts) == sentence


def test_newsrooms_are_those_in_whose_words_it_is_told():
    original = neutral("Wire")

    assert known(a_story(original, a_copy(original, outlet="Paper")), a_story(neutral("Other"))).newsrooms == 1


def test_the_front_page_is_the_first_three_places_of_a_feed():
    places = {"A": 1, "B": 3, "C": 4, "D": None}
    story = a_story(*(neutral(outlet, position=place) for outlet, place in places.items()), neutral("C", position=2))

    counted = known(story)

    assert (counted.front_pages, counted.leads) == (3, 1)


def test_no_front_page_is_claimed_or_denied_where_nothing_has_a_place():
    assert known(a_story(neutral(position=None), neutral("B", position=None))).front_pages is None


def test_days_are_those_that_count_for_the_rank():
    """What the editor reads is what decided."""
    story = a_story(
        *(neutral(outlet, at=WEEK.start + n * DAY + timedelta(hours=1)) for outlet in ("A", "B") for n in range(5)),
        neutral("A", at=WEEK.end - timedelta(hours=1)),
    )

    assert known(story).days == 5


@pytest.mark.parametrize("count", range(1, 7))
def test_days_with_new_facts_come_back_whole_from_their_share(count):
    story = a_story(
        *(
            an_entry(
                outlet=outlet,
                title=f"Ferry contract: {min(n, count)}0 million",
                content="",
                at=WEEK.start + n * DAY + timedelta(hours=1),
            )
            for outlet in ("A", "B")
            for n in range(7)
        )
    )

    assert known(story).developments == count


def test_one_sided_is_said_of_several_newsrooms_only():
    left = [neutral(outlet, lean=Lean.LEFT) for outlet in ("A", "B")]
    right = a_story(neutral("C", lean=Lean.RIGHT))

    assert known(a_story(*left), right).one_sided
    assert not known(right, a_story(*left)).one_sided
    assert not known(a_story(*left)).one_sided


def test_a_headline_on_neither_side_of_deed_and_talk_has_neither_word():
    counted = known(a_story(neutral()))

    assert not counted.decided
    assert not counted.talk


def test_a_penalty_is_said_in_words():
    counted = known(a_story(neutral(kind=Kind.OPINION)), a_story(neutral("B")))

    assert counted.penalties == ("opinion only",)
    assert because(counted).endswith("told by opinion or live pages only, so it counts half")


def test_every_penalty_has_its_words():
    for name in PENALTIES:
        said = because(Facts(newsrooms=2, penalties=(name,))).removeprefix("2 newsrooms, ")

        assert said.split(", so it counts ")[1:], name

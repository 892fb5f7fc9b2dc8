"""Two steps of one matter that came as two stories: the letter tells the later one."""

from datetime import timedelta

import pytest

from newsletter.curate.pick import Caps, pick
from newsletter.domain.story import RankedStory, StorylineId
from newsletter.draft.steps import closes, denies
from tests.builders import NOON, a_story, an_entry

CHARGED = "Orvitz charged with bribery over the Wexcombe port"
ACQUITTED = "Orvitz acquitted of bribery over the Wexcombe port"


def told(title, *, day=0, newsrooms=2, text="Former mayor Dale Orvitz and the port of Wexcombe were in court."):
    """A story that so many newsrooms tell; the day is counted from that of the oldest story."""
    at = NOON - timedelta(days=5 - day)
    return a_story(*(an_entry(title=title, outlet=f"Paper {n}", content=text, at=at) for n in range(newsrooms)))


def ranked(*stories, consequence=0.5):
    return [
        RankedStory(story=story, rank=n, score=0.6 - n / 10, why={"consequence": consequence})
        for n, story in enumerate(stories, start=1)
    ]


def picked(rows, *, caps=None, line=True, alike=0.2, **rules):
    stories = [each.story for each in rows]
    return pick(
        rows,
        caps=caps or Caps(),
        storylines={story.id: StorylineId(stories[0].id if line else story.id) for story in stories},
        similarity=lambda _one, _other: alike,
        denies=denies,
        closes=closes,
        **rules,
    )


def chosen(choice):
    return [each.story for each in choice.stories]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (CHARGED, ACQUITTED),
        ("Broker Ladd arrested in Tarn fraud", "Broker Ladd convicted of Tarn fraud"),
        ("Senate passes Clean Ports Act", "President vetoes Clean Ports Act"),
        ("Governor unveils Clean Ports bill", "Assembly passes Clean Ports bill"),
        ("Dock strike looms in Wexcombe", "Unions call off the strike in Wexcombe"),
        ("Wexcombe braces for dock strike", "Wexcombe dock strike ends with a raise"),
        ("Gunmen take envoy Holt in Tavira", "Envoy Holt freed in Tavira"),
        ("Yule nominated to head coast guard", "Yule withdraws as coast guard nominee"),
        ("Flood in Ambry valley kills 8", "Death toll rises to 23 in Ambry valley flood"),
    ],
)
def test_the_later_step_stands_and_the_earlier_is_named_under_it(before, after):
    earlier, later = told(before, newsrooms=5), told(after, day=3)

    choice = picked(ranked(earlier, later))

    assert chosen(choice) == [later]
    assert [each.story for each in choice.more[later.id]] == [earlier]
    assert choice.passed_over[earlier.id] == f"A later step of the same matter is told. It is named under “{after}”"
    assert choice.instead[later.id].story == earlier


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ACQUITTED, "Prosecutor says Orvitz verdict is a mistake"),
        (ACQUITTED, "What the acquittal of Orvitz means for the port"),
        ("Orvitz convicted of bribery", "Orvitz supporters rally after he was charged"),
        ("Palmer wins Ohio primary", "Palmer leads in Iowa count"),
        ("Palmer leads in Iowa count", "Palmer wins Ohio primary"),
        (CHARGED, "Orvitz could be acquitted of bribery"),
        (CHARGED, "Orvitz won't be acquitted, prosecutors say"),
        ("Senate rejects amendment 3 to ports act", "Senate passes amendment 4 to ports act"),
    ],
)
def test_reactions_and_other_cases_displace_nothing(before, after):
    earlier, later = told(before, newsrooms=5), told(after, day=3)

    choice = picked(ranked(earlier, later), caps=Caps(stories=1))

    assert chosen(choice) == [earlier]


def test_several_newsrooms_that_tell_a_decision_stand_for_what_was_left_open():
    opened, ruled, asked = (
        told("Orvitz trial"),
        told("Orvitz case settled", day=3),
        told("Orvitz case in review", day=3),
    )
    rows = [ranked(opened)[0], RankedStory(story=ruled, rank=2, score=0.4, why={"consequence": 1.0})]

    assert chosen(picked(rows)) == [ruled]
    assert chosen(picked(ranked(opened, asked))) == [opened, asked]


def test_one_newsroom_alone_decides_nothing_that_no_title_states():
    opened, ruled = told("Orvitz trial"), told("Orvitz case settled", day=3, newsrooms=1)
    rows = [ranked(opened)[0], RankedStory(story=ruled, rank=2, score=0.4, why={"consequence": 1.0})]

    assert chosen(picked(rows)) == [opened, ruled]


def test_a_later_step_has_the_place_and_the_weight_of_the_earlier():
    earlier, other, later = told(CHARGED), told("Ferry halted", text="A ferry."), told(ACQUITTED, day=3)
    rows = ranked(earlier, other, later)
    rows[2] = RankedStory(story=later, rank=3, score=0.05, why={})
    lines = {earlier.id: StorylineId("one"), later.id: StorylineId("one"), other.id: StorylineId("two")}

    choice = pick(rows, caps=Caps(stories=2), storylines=lines, denies=denies, closes=closes)

    assert chosen(choice) == [later, other]


def test_the_last_of_several_steps_stands():
    steps = [told(CHARGED), told("Orvitz on trial over the Wexcombe port", day=2), told(ACQUITTED, day=4)]

    choice = picked(ranked(*steps))

    assert chosen(choice) == [steps[2]]
    assert [each.story for each in choice.more[steps[2].id]] == steps[:2]


def test_two_steps_of_one_day_are_both_told():
    """Which of them came last, the moments of a few hours do not say."""
    assert len(chosen(picked(ranked(told(CHARGED), told(ACQUITTED))))) == 2


def test_outside_a_storyline_two_newsrooms_and_shared_names_are_wanted():
    ports, dairy = "Of the Clean Ports Act it was said.", "Of the Dairy Levy Act it was said."
    earlier = told("Senate passes Clean Ports Act", text=ports)
    veto = told("Marsh vetoes Clean Ports Act", day=3, text=ports)
    alone = told("Marsh vetoes Clean Ports Act", day=3, newsrooms=1, text=ports)
    other = told("Marsh vetoes Dairy Levy Act", day=3, text=dairy)

    assert chosen(picked(ranked(earlier, veto), line=False, alike=0.1)) == [veto]
    assert chosen(picked(ranked(earlier, alone), line=False, alike=0.1)) == [earlier, alone]
    assert chosen(picked(ranked(earlier, other), line=False, alike=0.1)) == [earlier, other]


class TestWhereTheLaterStepCannotBeTold:
    def test_the_earlier_one_is_told(self):
        earlier, later = told(CHARGED), told(ACQUITTED, day=3)

        choice = picked(ranked(earlier, later), can_tell=lambda story: story != later)

        assert chosen(choice) == [earlier]

    def test_so_it_is_where_an_editor_dropped_it_or_pinned_the_earlier_one(self):
        earlier, later = told(CHARGED), told(ACQUITTED, day=3)

        assert chosen(picked(ranked(earlier, later), dropped=frozenset([later.id]))) == [earlier]
        assert chosen(picked(ranked(earlier, later), pinned=frozenset([earlier.id]))) == [earlier, later]

    def test_it_waits_with_its_section(self):
        """The cap of a section is the later step's, and no stale story slips in before it."""
        court, earlier, later = told("Judge rules", text="A judge."), told(CHARGED), told(ACQUITTED, day=3)
        rows = ranked(court, earlier, later)

        choice = picked(
            rows, caps=Caps(max_per_section=1), alike=0.0, section_of=lambda story: "" if story == earlier else "courts"
        )

        assert chosen(choice) == [court, later]


def test_the_order_of_the_stories_given_plays_no_part():
    rows = ranked(told(CHARGED), told("Orvitz on trial over the Wexcombe port", day=2), told(ACQUITTED, day=4))

    assert picked(rows) == picked(list(reversed(rows)))

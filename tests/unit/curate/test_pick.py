import pytest

from newsletter.curate.pick import Caps, pick
from newsletter.domain.entry import Kind
from newsletter.domain.story import RankedStory
from tests.builders import a_copy, a_story, an_entry


def told_by(*outlets, **facts):
    return a_story(*(an_entry(outlet=outlet, **facts) for outlet in outlets))


def about(name, *outlets):
    forename, surname = name.split()
    text = f"{forename} {surname} spoke on Tuesday. Then {surname} left."
    return told_by(*(outlets or ("A", "B")), title=f"{surname} speaks", content=text)


def ranked(*stories, score=0.5):
    return [RankedStory(story=story, rank=n, score=score, why={}) for n, story in enumerate(stories, start=1)]


def chosen(picked):
    return [each.story for each in picked.stories]


def reason(picked, story):
    return picked.passed_over[story.id]


def test_the_heaviest_stories_are_picked_in_their_order():
    stories = [told_by("A", "B") for _ in range(14)]

    picked = pick(ranked(*stories), caps=Caps())

    assert chosen(picked) == stories[:12]
    assert reason(picked, stories[12]) == "The letter is full: 12 stories weigh more"


def test_every_story_is_picked_or_has_its_reason():
    stories = [told_by("A"), told_by("A"), told_by("A"), about("Tess Marlow"), told_by("B", content="")]

    picked = pick(ranked(*stories), caps=Caps())

    assert {each.id for each in chosen(picked)} | picked.passed_over.keys() == {story.id for story in stories}
    assert not {each.id for each in chosen(picked)} & picked.passed_over.keys()


def test_a_newsroom_alone_fills_no_more_than_its_share():
    stories = [told_by("The Ledger") for _ in range(3)] + [told_by("The Wire", "The Ledger")]

    picked = pick(ranked(*stories), caps=Caps())

    assert chosen(picked) == [stories[0], stories[1], stories[3]]
    assert reason(picked, stories[2]) == "Two other stories rest on The Ledger alone"


def test_outlets_of_one_family_share_its_cap():
    stories = [a_story(an_entry(outlet=outlet, family="Potomac")) for outlet in ("Ledger", "Tonight", "Ledger")]
    stories.append(a_story(an_entry(outlet="Ledger", family="Potomac"), an_entry(outlet="Tonight", family="Potomac")))

    picked = pick(ranked(*stories, told_by("The Wire")), caps=Caps())

    assert reason(picked, stories[2]) == "Two other stories rest on Ledger alone"
    assert reason(picked, stories[3]) == "Two other stories rest on Potomac alone"


def test_in_a_week_of_one_newsroom_its_share_is_everything():
    stories = [told_by("The Ledger") for _ in range(12)]

    assert chosen(pick(ranked(*stories), caps=Caps())) == stories


def test_one_person_leads_no_more_than_her_share():
    stories = [about("Tess Marlow") for _ in range(4)] + [about("Rosa Ibarra")]

    picked = pick(ranked(*stories), caps=Caps())

    assert chosen(picked) == [*stories[:3], stories[4]]
    assert reason(picked, stories[3]) == "Three stories about Tess Marlow weigh more"


@pytest.mark.parametrize(
    ("caps", "sentence"),
    [
        (Caps(max_per_person=1), "One story about Tess Marlow weighs more"),
        (Caps(max_per_family=1), "One other story rests on A alone"),
        (Caps(max_per_family=0), "It rests on A alone"),
        (Caps(stories=1), "The letter is full: 1 story weighs more"),
    ],
)
def test_reasons_are_in_good_grammar(caps, sentence):
    stories = [about("Tess Marlow", "A"), about("Tess Marlow", "A"), told_by("B")]

    assert reason(pick(ranked(*stories), caps=caps), stories[1]) == sentence


def test_fewer_stories_are_better_than_filler():
    strong, weak = ranked(told_by("A", "B"))[0], ranked(told_by("C"), score=0.1999)[0]

    picked = pick([strong, weak], caps=Caps(floor=0.2))

    assert chosen(picked) == [strong.story]
    assert reason(picked, weak.story) == "Below the floor: 0.19 of 0.20"


@pytest.mark.parametrize(
    ("story", "sentence"),
    [
        (told_by("A", title=" "), "None of its entries is news with a title"),
        (told_by("A", kind=Kind.OPINION), "None of its entries is news with a title"),
        (told_by("A", kind=Kind.LIVE), "None of its entries is news with a title"),
        (told_by("A", kind=Kind.MEDIA), "None of its entries is news with a title"),
        (told_by("A", content=""), "None of its entries has any text"),
    ],
)
def test_a_story_that_the_letter_could_not_tell_is_not_picked(story, sentence):
    picked = pick(ranked(story), caps=Caps(), pinned=frozenset([story.id]))

    assert chosen(picked) == []
    assert reason(picked, story) == sentence


def test_a_summary_is_text_enough():
    story = told_by("A", content="", summary="The Senate passed the budget.")

    assert chosen(pick(ranked(story), caps=Caps())) == [story]


class TestAnEditor:
    def test_pins_a_story_to_the_top_whatever_the_caps(self):
        stories = [told_by("A") for _ in range(5)]
        pinned = stories[4]

        picked = pick(ranked(*stories, told_by("B")), caps=Caps(stories=2), pinned=frozenset([pinned.id]))

        assert chosen(picked) == [pinned, stories[0]]
        assert reason(picked, stories[1]) == "The letter is full: 2 stories come first"

    def test_pins_more_than_the_letter_holds(self):
        """An editor who pins three means three."""
        stories = [told_by("A", "B") for _ in range(3)]

        picked = pick(ranked(*stories), caps=Caps(stories=2), pinned=frozenset(story.id for story in stories))

        assert chosen(picked) == stories

    def test_pins_a_story_below_the_floor(self):
        story = told_by("A")

        picked = pick(ranked(story, score=0.01), caps=Caps(), pinned=frozenset([story.id]))

        assert chosen(picked) == [story]

    def test_has_pins_counted_towards_the_caps_of_the_rest(self):
        stories = [about("Tess Marlow") for _ in range(4)]

        picked = pick(ranked(*stories), caps=Caps(), pinned=frozenset([stories[3].id]))

        assert chosen(picked) == [stories[3], stories[0], stories[1]]
        assert reason(picked, stories[2]) == "Three stories about Tess Marlow come first"

    def test_drops_a_story_for_good(self):
        story = told_by("A")

        picked = pick(ranked(story), caps=Caps(), pinned=frozenset([story.id]), dropped=frozenset([story.id]))

        assert chosen(picked) == []
        assert reason(picked, story) == "An editor dropped it"


def test_an_empty_week_gives_an_empty_letter():
    assert pick([], caps=Caps()).stories == ()


def test_a_story_that_cannot_be_told_in_a_sentence_makes_room_for_the_next():
    """A headline with nothing under it is no story."""
    stories = [told_by("A", "B") for _ in range(3)]

    picked = pick(ranked(*stories), caps=Caps(stories=2), can_tell=lambda story: story != stories[0])

    assert chosen(picked) == stories[1:]
    assert reason(picked, stories[0]) == "No sentence of it can stand alone in a letter"


def test_a_story_that_others_only_reprint_rests_on_one_newsroom():
    original = an_entry("wire", outlet="Wire")
    stories = [a_story(original, a_copy(original, outlet=f"Paper {n}")) for n in range(2)]
    stories = [*stories, told_by("Wire"), told_by("Other")]

    picked = pick(ranked(*stories), caps=Caps(max_per_family=2))

    assert reason(picked, stories[2]) == "Two other stories rest on Wire alone"


def test_a_fact_check_can_head_a_story():
    story = told_by("A", kind=Kind.FACT_CHECK)

    assert chosen(pick(ranked(story), caps=Caps())) == [story]

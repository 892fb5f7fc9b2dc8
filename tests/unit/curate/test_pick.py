import pytest

from newsletter.curate.pick import ALIKE, MORE, REDUNDANCY, REPEATS, Caps, pick
from newsletter.domain.entry import Kind
from newsletter.domain.story import RankedStory, StorylineId
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


def alike(*pairs):
    """A likeness of stories: (one, other, how much) for those that have any."""
    known = {frozenset((one.id, other.id)): value for one, other, value in pairs}
    return lambda one, other: known.get(frozenset((one.id, other.id)), 0.0)


def in_one_storyline(*stories):
    return {story.id: StorylineId(stories[0].id) for story in stories}


def folded(picked):
    return {host: [each.story for each in stories] for host, stories in picked.more.items()}


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
    assert reason(picked, stories[3]).startswith("Three stories about Tess Marlow weigh more")


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

    assert reason(pick(ranked(*stories), caps=caps), stories[1]).split(". ")[0] == sentence


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
        assert reason(picked, stories[2]).startswith("Three stories about Tess Marlow come first")

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


class TestAStoryline:
    def test_has_no_more_than_its_share(self):
        saga = [told_by("A", "B") for _ in range(3)]
        other = told_by("A", "B")

        picked = pick(ranked(*saga, other), caps=Caps(), storylines=in_one_storyline(*saga))

        assert chosen(picked) == [*saga[:2], other]
        assert reason(picked, saga[2]).startswith("Two stories of its storyline weigh more")

    def test_has_the_rest_of_it_named_under_its_leading_story(self):
        """Nothing important vanishes."""
        saga = [told_by("A", "B", title=f"Step {n} of the trial") for n in range(4)]

        picked = pick(ranked(*saga), caps=Caps(), storylines=in_one_storyline(*saga))

        assert folded(picked) == {saga[0].id: saga[2:]}
        assert reason(picked, saga[2]).endswith(". It is named under “Step 0 of the trial”")

    def test_is_named_even_where_the_letter_is_full(self):
        saga, others = [told_by("A", "B") for _ in range(2)], [told_by("A", "B") for _ in range(3)]

        picked = pick(ranked(saga[0], *others, saga[1]), caps=Caps(stories=2), storylines=in_one_storyline(*saga))

        assert folded(picked) == {saga[0].id: [saga[1]]}
        assert reason(picked, saga[1]).startswith("The letter is full: 2 stories weigh more")

    def test_is_a_storys_own_where_nobody_says_otherwise(self):
        stories = [told_by("A", "B") for _ in range(5)]

        assert chosen(pick(ranked(*stories), caps=Caps(max_per_storyline=1))) == stories


class TestASection:
    def courts(self, stories):
        return lambda story: "courts" if story in stories else ""

    def test_has_no_more_than_its_share_of_a_full_letter(self):
        courts, others = [told_by("A", "B") for _ in range(3)], [told_by("A", "B") for _ in range(2)]

        picked = pick(
            ranked(*courts, *others),
            caps=Caps(stories=4, max_per_section=2),
            section_of=self.courts(courts),
        )

        assert chosen(picked) == [*courts[:2], *others]
        assert reason(picked, courts[2]) == "Two stories of its section weigh more"

    def test_may_have_the_places_that_nothing_else_wants(self):
        """A letter on one subject is no shorter for it."""
        courts, other = [told_by("A", "B") for _ in range(6)], told_by("A", "B")

        picked = pick(ranked(*courts, other), caps=Caps(stories=6, max_per_section=2), section_of=self.courts(courts))

        assert chosen(picked) == [*courts[:5], other]

    def test_gets_such_a_place_under_the_other_caps_all_the_same(self):
        courts, marlow = [about("Tess Marlow"), about("Tess Marlow")], [about("Tess Marlow"), told_by("A", "B")]

        picked = pick(
            ranked(*courts, *marlow),
            caps=Caps(max_per_section=1, max_per_person=2),
            section_of=self.courts(courts),
        )

        assert chosen(picked) == [courts[0], *marlow]
        assert reason(picked, courts[1]).startswith("Two stories about Tess Marlow come first")

    def test_without_a_name_has_no_cap(self):
        stories = [told_by("A", "B") for _ in range(6)]

        assert chosen(pick(ranked(*stories), caps=Caps(max_per_section=1), section_of=lambda _: "")) == stories


class TestLikeness:
    def test_makes_room_for_what_tells_something_else(self):
        first, like, other = (told_by("A", "B") for _ in range(3))
        weights = [
            RankedStory(story=story, rank=n, score=score, why={})
            for n, (story, score) in enumerate([(first, 0.9), (like, 0.52), (other, 0.5)], start=1)
        ]

        picked = pick(weights, caps=Caps(stories=2), similarity=alike((first, like, 0.03 / REDUNDANCY)))

        assert chosen(picked) == [first, other]
        assert reason(picked, like) == "The letter is full: 2 stories come first"

    def test_takes_nothing_off_where_there_is_room(self):
        first, like, other = (told_by("A", "B") for _ in range(3))

        picked = pick(ranked(first, like, other), caps=Caps(), similarity=alike((first, like, REPEATS - 0.01)))

        assert chosen(picked) == [first, like, other]

    def test_keeps_out_what_a_chosen_story_tells_already(self):
        first, again = told_by("A", "B", title="Budget passes"), told_by("A", "B")

        picked = pick(ranked(first, again), caps=Caps(), similarity=alike((first, again, REPEATS)))

        assert chosen(picked) == [first]
        assert folded(picked) == {first.id: [again]}
        assert reason(picked, again) == "A story in the letter tells much the same. It is named under “Budget passes”"

    def test_is_measured_against_every_chosen_story_whenever_it_was_chosen(self):
        """The choice is that of weighing everything anew for each place."""
        stories = [told_by("A", "B") for _ in range(7)]
        pairs = [
            (one, other, ((n * 7 + m * 3) % 10) / 30)
            for n, one in enumerate(stories)
            for m, other in enumerate(stories[:n])
        ]
        similarity = alike(*pairs)
        weights = [
            RankedStory(story=story, rank=n, score=0.6 - n / 100, why={}) for n, story in enumerate(stories, start=1)
        ]
        left = list(weights)
        expected: list[RankedStory] = []
        while left and len(expected) < 4:
            best = max(
                left,
                key=lambda each: (
                    round(
                        each.score
                        - REDUNDANCY * max((similarity(each.story, one.story) for one in expected), default=0.0),
                        6,
                    ),
                    -each.rank,
                ),
            )
            left.remove(best)
            expected.append(best)

        picked = pick(weights, caps=Caps(stories=4), similarity=similarity)

        assert {each.story.id for each in picked.stories} == {each.story.id for each in expected}


class TestWhatACapKeptOut:
    def test_goes_under_the_story_about_the_same_person(self):
        ibarra, marlow = about("Rosa Ibarra"), [about("Tess Marlow") for _ in range(3)]

        picked = pick(ranked(ibarra, *marlow), caps=Caps(max_per_person=1))

        assert folded(picked) == {marlow[0].id: marlow[1:]}

    def test_goes_under_the_likest_story_where_that_is_alike(self):
        marlow, steel, more_steel, ferry = about("Tess Marlow"), *(told_by("A", "B") for _ in range(3))

        picked = pick(
            ranked(marlow, steel, more_steel, ferry),
            caps=Caps(stories=3),
            similarity=alike((steel, more_steel, ALIKE)),
        )

        assert chosen(picked) == [marlow, steel, ferry]
        assert folded(picked) == {steel.id: [more_steel]}

    def test_goes_under_no_story_that_is_hardly_like_it(self):
        marlow, steel, more_steel, ferry = about("Tess Marlow"), *(told_by("A", "B") for _ in range(3))

        picked = pick(
            ranked(marlow, steel, more_steel, ferry),
            caps=Caps(stories=3),
            similarity=alike((steel, more_steel, ALIKE - 0.01)),
        )

        assert chosen(picked) == [marlow, steel, ferry]
        assert not picked.more

    def test_fills_no_list_of_its_own(self):
        stories = [about("Tess Marlow") for _ in range(MORE + 3)]

        picked = pick(ranked(*stories), caps=Caps(max_per_person=1))

        assert folded(picked) == {stories[0].id: stories[1 : MORE + 1]}
        assert reason(picked, stories[-1]) == "One story about Tess Marlow weighs more"

    @pytest.mark.parametrize(
        ("second", "score"),
        [
            (about("Tess Marlow", "A"), 0.5),
            (about("Tess Marlow"), 0.05),
            (told_by("A", "B", title="Marlow speaks", content=""), 0.5),
            (told_by("A", "B", title="Marlow speaks", kind=Kind.OPINION), 0.5),
        ],
        ids=["rests on one newsroom too many", "below the floor", "no text", "opinion"],
    )
    def test_is_named_nowhere_where_another_rule_keeps_it_out_too(self, second, score):
        first = about("Tess Marlow")
        weights = [*ranked(first), RankedStory(story=second, rank=2, score=score, why={})]

        picked = pick(weights, caps=Caps(max_per_person=1, max_per_family=0))

        assert not picked.more
        assert "named under" not in reason(picked, second)

    def test_is_named_nowhere_where_an_earlier_letter_told_all_of_it(self):
        first, second = about("Tess Marlow"), about("Tess Marlow")

        picked = pick(
            ranked(first, second),
            caps=Caps(max_per_person=1),
            objection=lambda each: "The letter before told all of it" if each.story == second else "",
        )

        assert not picked.more

    def test_is_named_nowhere_where_an_editor_dropped_it(self):
        first, second = about("Tess Marlow"), about("Tess Marlow")

        picked = pick(ranked(first, second), caps=Caps(max_per_person=1), dropped=frozenset([second.id]))

        assert not picked.more

    def test_is_not_what_the_letter_had_no_place_for(self):
        stories = [told_by("A", "B") for _ in range(3)]

        assert not pick(ranked(*stories), caps=Caps(stories=1)).more

    def test_is_called_as_the_letter_heads_the_story_it_is_named_under(self):
        stories = [about("Tess Marlow"), about("Tess Marlow")]

        picked = pick(ranked(*stories), caps=Caps(max_per_person=1), name_of=lambda _: "Marlow, at length")

        assert reason(picked, stories[1]).endswith("It is named under “Marlow, at length”")


def test_a_story_that_an_earlier_letter_told_has_no_place():
    """No story twice without a development."""
    stories = [told_by("A", "B") for _ in range(3)]

    picked = pick(
        ranked(*stories),
        caps=Caps(stories=2),
        objection=lambda each: "The letter of two weeks ago told all of it" if each.story == stories[0] else "",
    )

    assert chosen(picked) == stories[1:]
    assert reason(picked, stories[0]) == "The letter of two weeks ago told all of it"


def test_a_story_that_an_earlier_letter_told_is_told_again_where_an_editor_pins_it():
    story = told_by("A", "B")

    picked = pick(ranked(story), caps=Caps(), pinned=frozenset([story.id]), objection=lambda _: "Told before")

    assert chosen(picked) == [story]


def test_the_order_of_the_stories_given_plays_no_part():
    stories = ranked(*(about("Tess Marlow") for _ in range(5)), *(told_by("A", "B") for _ in range(9)))

    assert pick(stories, caps=Caps()) == pick(stories[::-1], caps=Caps())

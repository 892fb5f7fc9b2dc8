"""The events here are invented."""

import math
from datetime import timedelta
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.curate.nearness import near, parted, vectors_of
from newsletter.curate.profiles import LENGTH, alike, profiles
from newsletter.curate.storylines import storylines
from tests.builders import NOON, a_copy, a_story, an_entry


def told(title, text, *outlets, days=0):
    """A story that some outlets tell."""
    at = NOON + timedelta(days=days)
    return a_story(
        *(
            an_entry(f"{title} {outlet}", title=title, content=text, outlet=outlet, at=at + timedelta(hours=hour))
            for hour, outlet in enumerate(outlets or ("The Ledger", "The Wire"))
        )
    )


TRIAL = told(
    "Prosecutors rest in bribery trial of Senator Halvorsen",
    "Prosecutors rested on Monday in the bribery trial of Senator Nils Halvorsen. A harbour contractor, Otto Brandt, "
    "told the jury in Port Arden that he had paid the senator in cash.",
)
VERDICT = told(
    "Jury convicts Halvorsen of taking harbour bribes",
    "A jury in Port Arden convicted Senator Nils Halvorsen on Thursday of taking bribes from Otto Brandt, a harbour "
    "contractor.",
    days=3,
)
REACTION = told(
    "Party leaders tell Halvorsen to leave the Senate after bribery verdict",
    "Leaders of his party asked Senator Nils Halvorsen to resign after a jury in Port Arden convicted him of taking "
    "bribes from the harbour contractor Otto Brandt.",
    days=4,
)
#: The same person, another matter.
DIVORCE = told(
    "Halvorsen sells lake house to novelist",
    "Nils Halvorsen has sold his house at Lake Tamsin to the novelist Ines Calloway for nine million dollars, "
    "estate agents said.",
    days=2,
)
SPARE = [
    told("Levee at Marrow Creek gives way", "The levee at Marrow Creek broke and 400 families left Danforth."),
    told("Central bank holds rates", "The central bank left its rate at 4 per cent; Governor Amira Sloan cited wages."),
    told("Teachers in Kestrel end strike", "Teachers in Kestrel go back to work after a strike of nine days over pay."),
]
WEEK = [TRIAL, VERDICT, REACTION, DIVORCE, *SPARE]


def lines(stories):
    return storylines(stories, profiles(stories))


def test_the_steps_of_one_saga_share_a_storyline_named_by_the_story_that_began_it():
    found = lines(WEEK)

    assert found[TRIAL.id] == found[VERDICT.id] == found[REACTION.id] == TRIAL.id


def test_another_matter_of_the_same_person_is_another_storyline():
    """Whoever is in the news is so for several things at once."""
    found = lines(WEEK)

    assert found[DIVORCE.id] == DIVORCE.id


def test_a_story_of_one_newsroom_joins_a_saga():
    alone = told(
        "What Otto Brandt told the jury about Halvorsen and the harbour",
        "Otto Brandt, the harbour contractor, told a jury in Port Arden of bribes that he paid to Nils Halvorsen.",
        "The Standard",
    )

    assert lines([*WEEK, alone])[alone.id] == TRIAL.id


def test_stories_of_one_newsroom_hold_no_storyline_together_beside_others():
    one, other = (
        told(title, "The mayor of Elden, Petra Voss, wants a tram to the Elden airfield by spring.", "The Standard")
        for title in ("Voss plans tram to airfield", "Elden airfield tram: what Voss plans")
    )

    found = lines([*WEEK, one, other])

    assert found[one.id] == one.id
    assert found[other.id] == other.id


def test_in_a_publishers_own_letter_all_stories_make_storylines():
    """Nothing there has two newsrooms."""
    own = [told(s.entries[0].title, s.entries[0].text, "The Ledger", days=d) for d, s in enumerate(WEEK)]

    found = lines(own)

    assert found[own[0].id] == found[own[1].id] == own[0].id
    assert found[own[4].id] == own[4].id


@settings(max_examples=25, deadline=None)
@given(st.permutations(WEEK))
def test_the_order_of_stories_plays_no_part(shuffled):
    assert lines(shuffled) == lines(WEEK)


WORDS = st.lists(
    st.sampled_from(["senate", "harbour", "jury", "bribe", "levee", "Halvorsen", "rate", "tram", "strike"]), max_size=6
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(WORDS, st.integers(1, 3), st.integers(0, 6)), max_size=9))
def test_every_story_has_exactly_one_storyline_which_is_the_id_of_its_earliest(drawn):
    stories = [
        told(" ".join(title) or f"Number {n}", " ".join(title), *(f"Outlet {n}-{o}" for o in range(outlets)), days=days)
        for n, (title, outlets, days) in enumerate(drawn)
    ]

    found = lines(stories)

    assert found.keys() == {story.id for story in stories}
    by_id = {story.id: story for story in stories}
    for story in stories:
        first = by_id[found[story.id]]
        assert found[first.id] == first.id
        assert (first.broke_at, first.id) <= (story.broke_at, story.id)


def test_a_week_without_stories_has_no_storylines():
    assert lines([]) == {}


def test_stories_without_a_word_are_storylines_of_their_own():
    bare = [a_story(an_entry(title="", content="", outlet=f"Outlet {n}")) for n in range(3)]

    assert lines(bare) == {story.id: story.id for story in bare}


def test_a_profile_is_short_and_of_length_one():
    long = told("Budget", " ".join(f"word{n}" for n in range(49)))

    profile = profiles([long, *SPARE])[long.id]

    assert len(profile) <= LENGTH
    assert abs(math.fsum(weight * weight for weight in profile.values()) - 1) < 1e-4
    assert all(weight == round(weight, 6) for weight in profile.values())


def test_names_and_titles_weigh_more_than_the_words_of_a_lead():
    story = told("Halvorsen convicted", "On Thursday jurors in Arden wept loudly near some benches.")

    profile = profiles([story, *SPARE])[story.id]

    assert profile["halvorsen"] > profile["arden"] > profile["benche"]


def test_a_forename_weighs_less_than_a_surname():
    """Two stories about two Johns are not alike."""
    story = told("Verdict", "The jury heard Otto Brandt for hours.")

    profile = profiles([story, *SPARE])[story.id]

    assert profile["brandt"] > profile["otto"]


def test_reprints_do_not_decide_what_a_story_is_about():
    first = an_entry("one", title="Halvorsen convicted", content="Nils Halvorsen was convicted.", outlet="The Ledger")
    other = an_entry("two", title="Senator guilty", content="A jury found the senator guilty.", outlet="The Wire")
    alone = a_story(first, other)
    reprinted = a_story(first, other, *(a_copy(first, outlet=f"Echo {n}") for n in range(5)))

    assert profiles([reprinted, *SPARE])[reprinted.id] == profiles([alone, *SPARE])[alone.id]


def test_one_shared_name_makes_no_likeness():
    assert alike({"halvorsen": 0.8, "trial": 0.6}, {"halvorsen": 0.8, "house": 0.6}) == 0.0
    assert alike({"halvorsen": 0.8, "trial": 0.6}, {"halvorsen": 0.8, "trial": 0.6}) == 0.36
    assert alike({}, {"trial": 1.0}) == 0.0


def test_near_finds_the_same_pairs_among_many_profiles_as_comparing_each_with_each():
    """Many are looked at in blocks: no pair may be lost or met twice where one block ends and the next begins."""
    drawn = [{f"term {(row * step) % 37}": 0.5 for step in range(1, 5)} for row in range(600)]
    vectors = vectors_of(drawn)

    one, other, values = near(vectors, vectors, 0.3)

    found = list(zip(one.tolist(), other.tolist(), values.tolist(), strict=True))
    assert sorted(found) == [
        (row, place, likeness)
        for row, profile in enumerate(drawn)
        for place, another in enumerate(drawn)
        if (likeness := alike(profile, another)) >= 0.3
    ]


def test_rows_in_parts_have_the_likeness_that_they_had_within_their_part_and_none_beyond():
    """Hundreds of small parts are compared in one go: to the last bit as if each had been compared by itself."""
    sizes = [3, 1, 0, 7, 250, 300]
    drawn = [{f"term {(row * step) % 41}": 0.1 * step for step in range(1, 7)} for row in range(sum(sizes))]
    vectors = vectors_of(drawn)

    one, other, values = near(parted(vectors, sizes), parted(vectors, sizes), 0.03)

    alone: list[tuple[int, int, float]] = []
    for start, size in zip(accumulate(sizes, initial=0), sizes, strict=False):  # the last sum is the end
        part = vectors[start : start + size]
        left, right, value = near(part, part, 0.03)
        alone += zip((left + start).tolist(), (right + start).tolist(), value.tolist(), strict=True)
    assert list(zip(one.tolist(), other.tolist(), values.tolist(), strict=True)) == alone
    assert {left for left, *_ in alone} > {4, 10, 11, 260, 261}

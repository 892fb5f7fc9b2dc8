from dataclasses import replace
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.domain.entry import Entry, Kind, Lean
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Coverage, LeanCount
from newsletter.draft.balance import (
    LEAST_COVERING,
    LEAST_OF_SIDE,
    ONE_IN,
    counting,
    coverage,
    leans,
    tracked_families,
    under_covered,
)
from tests.builders import a_copy, a_story, an_entry


def test_coverage_counts_newsrooms_and_never_entries():
    """Ten reprints of one wire story are one voice."""
    story = a_story(
        an_entry(outlet="The Ledger", family="ledger", lean=Lean.LEFT),
        an_entry(outlet="Ledger Tonight", family="ledger", lean=Lean.LEFT),
        an_entry(outlet="The Wire", family="wire", lean=Lean.CENTRE),
    )
    week = {"ledger": Lean.LEFT, "lantern": Lean.LEFT, "wire": Lean.CENTRE, "crier": Lean.UNRATED}

    counted = coverage(story, families=week)

    assert (counted.families, counted.of) == (2, 4)
    assert counted.by_lean == {
        Lean.LEFT: LeanCount(n=1, of=2),
        Lean.CENTRE: LeanCount(n=1, of=1),
        Lean.RIGHT: LeanCount(n=0, of=0),
        Lean.UNRATED: LeanCount(n=0, of=1),
    }


def test_a_week_of_one_newsroom_is_counted_like_any_other():
    """The letter does not print it; programs that read the document find the same form in every week."""
    story = a_story(an_entry(lean=Lean.LEFT))

    counted = coverage(story, families=leans([story]))

    assert (counted.families, counted.of, counted.by_lean[Lean.LEFT]) == (1, 1, LeanCount(n=1, of=1))


def test_an_unrated_newsroom_is_never_centre():
    story = a_story(an_entry(outlet="The Crier", lean=Lean.UNRATED))

    assert leans([story]) == {"The Crier": Lean.UNRATED}


def test_a_newsroom_whose_titles_are_rated_apart_is_unrated():
    story = a_story(
        an_entry(outlet="Left Paper", family="press", lean=Lean.LEFT),
        an_entry(outlet="Right Paper", family="press", lean=Lean.RIGHT),
    )

    assert leans([story]) == {"press": Lean.UNRATED}


def test_a_rated_title_speaks_for_its_newsroom():
    story = a_story(
        an_entry(outlet="Paper", family="press", lean=Lean.LEFT),
        an_entry(outlet="Paper Video", family="press", lean=Lean.UNRATED),
    )

    assert leans([story]) == {"press": Lean.LEFT}


def test_a_reprint_is_no_voice_of_its_own():
    """Ten reprints of one wire story are one voice, and its lean is the wire's."""
    wire = an_entry("wire", outlet="Wire", lean=Lean.CENTRE)
    story = a_story(wire, *(a_copy(wire, outlet=f"Paper {n}", lean=Lean.LEFT) for n in range(10)))

    counted = coverage(story, families=leans([story]))

    assert (counted.families, counted.of) == (1, 11)
    assert counted.by_lean[Lean.LEFT] == LeanCount(n=0, of=10)
    assert counted.by_lean[Lean.CENTRE] == LeanCount(n=1, of=1)


def test_an_outlet_that_is_rated_twice_is_unrated_in_whatever_order_its_entries_come():
    entries = [an_entry(str(n), outlet="Paper", lean=lean) for n, lean in enumerate((Lean.LEFT, Lean.RIGHT))]

    assert leans([a_story(*entries)]) == leans([a_story(entries[1]), a_story(entries[0])]) == {"Paper": Lean.UNRATED}


_OUTLETS = st.sampled_from([f"outlet {n}" for n in range(9)])
_FAMILIES = {f"outlet {n}": f"family {n % 6}" for n in range(9)}
_LEANS = {f"family {n}": list(Lean)[n % 4] for n in range(6)}


@st.composite
def weeks(draw):
    """Stories of entries and reprints: some outlets share a family, and some families publish nothing."""
    stories = []
    for n, outlets in enumerate(draw(st.lists(st.lists(_OUTLETS, min_size=1, max_size=8), min_size=1, max_size=6))):
        entries: list[Entry] = []
        for m, outlet in enumerate(outlets):
            family = _FAMILIES[outlet]
            facts = {"outlet": outlet, "lean": _LEANS[family]}
            if entries and draw(st.booleans()):
                copy = replace(an_entry(f"{n}-{m}", **facts, family=family), copy_of=entries[0].id)
                entries.append(replace(copy, voice_of=entries[0].family))
            else:
                entries.append(an_entry(f"{n}-{m}", **facts, family=family))
        stories.append(a_story(*entries))
    return stories


@given(weeks(), st.sets(st.sampled_from(sorted(_LEANS))))
def test_coverage_is_what_a_count_by_hand_gives(stories, silent):
    """Entry by entry and family by family, with nothing counted in advance."""
    families = leans(stories) | {family: _LEANS[family] for family in silent}
    count = counting(families)

    for story in stories:
        counted = count(story)
        by_hand = {
            lean: (
                len(
                    [
                        family
                        for family, theirs in families.items()
                        if theirs is lean
                        and [e for e in story.entries if (e.voice_of if e.copy_of else e.family) == family]
                    ]
                ),
                len([family for family, theirs in families.items() if theirs is lean]),
            )
            for lean in Lean
        }

        assert counted == coverage(story, families=families)
        assert {lean: (one.n, one.of) for lean, one in counted.by_lean.items()} == by_hand
        assert (counted.families, counted.of) == tuple(map(sum, zip(*by_hand.values(), strict=True)))


def a_feed(outlet, *, family=None, lean=Lean.LEFT):
    return Feed(url=f"https://{outlet.lower()}.example/feed", outlet=outlet, family=family or outlet, lean=lean)


class TestTheNewsroomsThatWeRead:
    def test_count_a_silent_one_whose_feed_is_in_good_health(self):
        """It could have told the story and did not."""
        lantern = a_feed("Lantern")

        assert tracked_families([a_story(an_entry(outlet="Wire"))], [lantern], frozenset([lantern.url])) == {
            "Lantern": Lean.LEFT,
            "Wire": Lean.CENTRE,
        }

    def test_do_not_count_one_whose_feed_we_could_not_read(self):
        """Of its silence nothing is known."""
        assert tracked_families([a_story(an_entry(outlet="Wire"))], [a_feed("Lantern")], frozenset()) == {
            "Wire": Lean.CENTRE
        }

    def test_count_one_that_published_before_its_feed_fell_ill(self):
        told = [a_story(an_entry(outlet="Lantern", lean=Lean.LEFT))]

        assert tracked_families(told, [a_feed("Lantern")], frozenset()) == {"Lantern": Lean.LEFT}

    def test_count_an_archive_without_feeds_by_who_published(self):
        stories = [a_story(an_entry(outlet="Wire")), a_story(an_entry(outlet="Crier", lean=Lean.UNRATED))]

        assert tracked_families(stories, [], frozenset()) == leans(stories)

    def test_are_no_more_than_their_families(self):
        feeds = [a_feed("Lantern", family="press"), a_feed("Lantern Tonight", family="press")]

        assert tracked_families([], feeds, frozenset(feed.url for feed in feeds)) == {"press": Lean.LEFT}


TRUSTED = a_story()


def covered(*, left=(0, 10), centre=(0, 10), right=(0, 10), unrated=(0, 0)):
    counts = dict(zip((Lean.LEFT, Lean.CENTRE, Lean.RIGHT, Lean.UNRATED), (left, centre, right, unrated), strict=True))
    return Coverage(
        by_lean={lean: LeanCount(n=n, of=of) for lean, (n, of) in counts.items()},
        families=sum(n for n, _ in counts.values()),
        of=sum(of for _, of in counts.values()),
    )


class TestASideThatBarelyToldAStory:
    def test_is_named_where_the_counts_carry_it(self):
        assert under_covered(covered(left=(0, 10), centre=(7, 10), right=(7, 10)), TRUSTED) == (Lean.LEFT,)
        assert under_covered(covered(left=(7, 10), centre=(7, 10), right=(0, 10)), TRUSTED) == (Lean.RIGHT,)

    def test_is_not_named_where_chance_may_have_done_it(self):
        assert under_covered(covered(left=(0, 10), centre=(3, 10), right=(3, 10)), TRUSTED) == ()
        assert under_covered(covered(left=(2, 10), centre=(6, 10), right=(6, 10)), TRUSTED) == ()

    def test_is_not_named_with_too_few_newsrooms_of_its_own(self):
        enough, too_few = LEAST_OF_SIDE, LEAST_OF_SIDE - 1

        assert under_covered(covered(left=(0, enough), centre=(12, 12), right=(10, 10)), TRUSTED) == (Lean.LEFT,)
        assert under_covered(covered(left=(0, too_few), centre=(12, 12), right=(10, 10)), TRUSTED) == ()

    def test_is_not_named_of_a_story_that_few_told(self):
        few, enough = LEAST_COVERING - 1, LEAST_COVERING

        assert under_covered(covered(left=(0, 60), centre=(few, 10), right=(0, 0)), TRUSTED) == ()
        assert under_covered(covered(left=(0, 60), centre=(enough, 10), right=(0, 0)), TRUSTED) == (Lean.LEFT,)

    def test_is_never_the_centre_nor_the_unrated(self):
        silent = covered(left=(9, 10), centre=(0, 10), right=(9, 10), unrated=(0, 40))

        assert under_covered(silent, TRUSTED) == ()

    def test_is_not_found_by_what_the_unrated_did(self):
        """They may stand on that side themselves."""
        assert under_covered(covered(left=(0, 10), centre=(2, 10), right=(2, 10), unrated=(40, 40)), TRUSTED) == ()

    @pytest.mark.parametrize(
        "story",
        [a_story(an_entry()), a_story(an_entry(), *(an_entry(outlet=f"O{n}", kind=Kind.OPINION) for n in range(9)))],
        ids=["one newsroom", "opinion"],
    )
    def test_is_not_named_of_a_story_that_fewer_than_two_newsrooms_tell_as_news(self, story):
        assert under_covered(covered(left=(0, 10), centre=(9, 10), right=(9, 10)), story) == ()

    def test_is_not_named_where_there_is_nothing_to_count_against(self):
        assert under_covered(None, TRUSTED) == ()

    @given(st.data())
    def test_is_named_by_the_exact_binomial_test_at_one_in_forty(self, data):
        """One in twenty, shared between the two sides; here in fractions, from the other end of the sum."""
        newsrooms = data.draw(st.tuples(*[st.integers(8, 30)] * 3))
        left, centre, right = ((data.draw(st.integers(0, of)), of) for of in newsrooms)
        counted = covered(left=left, centre=centre, right=right)
        rated = left[1] + centre[1] + right[1]
        draws = counted.families

        expected = []
        for lean, (n, of) in ((Lean.LEFT, left), (Lean.RIGHT, right)):
            chance = Fraction(of, rated)
            more = sum(comb(draws, k) * chance**k * (1 - chance) ** (draws - k) for k in range(n + 1, draws + 1))
            if draws >= LEAST_COVERING and 1 - more < Fraction(1, 40):
                expected.append(lean)

        assert under_covered(counted, TRUSTED) == tuple(expected)

    def test_is_named_by_the_figures_that_are_published(self):
        text = (Path(__file__).parents[3] / "docs" / "ranking.md").read_text(encoding="utf-8")

        assert f"at least {LEAST_OF_SIDE} newsrooms on that side" in text
        assert f"at least {LEAST_COVERING} newsrooms told the story" in text
        assert f"fewer than 1 of {ONE_IN} cases" in text

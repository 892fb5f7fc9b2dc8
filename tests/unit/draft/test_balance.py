from newsletter.domain.entry import Lean
from newsletter.domain.issue import LeanCount
from newsletter.draft.balance import coverage, leans
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

    assert counted is not None
    assert (counted.families, counted.of) == (2, 4)
    assert counted.by_lean == {
        Lean.LEFT: LeanCount(n=1, of=2),
        Lean.CENTRE: LeanCount(n=1, of=1),
        Lean.RIGHT: LeanCount(n=0, of=0),
        Lean.UNRATED: LeanCount(n=0, of=1),
    }


def test_a_week_of_one_newsroom_has_no_coverage_to_speak_of():
    story = a_story(an_entry())

    assert coverage(story, families=leans([story])) is None


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

    assert counted is not None
    assert (counted.families, counted.of) == (1, 11)
    assert counted.by_lean[Lean.LEFT] == LeanCount(n=0, of=10)
    assert counted.by_lean[Lean.CENTRE] == LeanCount(n=1, of=1)

"""A week of few entries is weighed as if it stood among ordinary news."""

from newsletter.curate.cluster import cluster
from newsletter.curate.ordinary import ENOUGH, ordinary
from newsletter.curate.text.stems import stem
from tests.builders import NOON, an_entry


def test_a_week_of_enough_texts_needs_no_other():
    assert ordinary(ENOUGH) is None
    assert ordinary(ENOUGH + 1) is None


def test_a_smaller_week_is_filled_up():
    some, whole = ordinary(ENOUGH - 30), ordinary(0)

    assert some is not None
    assert whole is not None
    assert (some.entries, whole.entries) == (30, ENOUGH)


def test_everyday_words_are_common_and_names_are_not():
    week = ordinary(2)

    assert week is not None
    counts = week.counts
    assert counts[stem("government")] > counts[stem("trade")] > counts[stem("embassy")] > 0
    assert stem("brannock") not in counts
    assert all(0 < count <= ENOUGH for count in counts.values())


def test_two_entries_alone_are_one_story_by_a_name_and_two_by_everyday_words():
    """Without other news every word that they share would seem as common as the next."""
    one = an_entry(
        "1",
        title="Council in Tarrow backs cull of swans",
        content="Tarrow council approved a cull of swans at Lake Hollin by 20 votes to 17. A petition had 900 names.",
        outlet="The Plainsman",
        at=NOON,
    )
    same = an_entry(
        "2",
        title="A bad night for the birds",
        content="By three votes councillors decided that the flock at Lake Hollin in Tarrow must be thinned by half.",
        outlet="Harbour Post",
        at=NOON,
    )
    other = an_entry(
        "3",
        title="Council in Wexley backs rise of fares",
        content="Wexley council approved a rise of bus fares by a vote of 12 to 9. Drivers had asked for higher pay.",
        outlet="Harbour Post",
        at=NOON,
    )

    assert len(cluster([one, same])) == 1
    assert len(cluster([one, other])) == 2

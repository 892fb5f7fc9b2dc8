"""What was common before tells what is rare now."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.curate.background import Background
from newsletter.curate.cluster import cluster
from newsletter.curate.text.stems import stem
from newsletter.domain.continuity import WordCounts
from tests.builders import a_copy, an_entry

MONTH = [an_entry(f"e{n}", title=f"Levee vote {n}", content="The council of Oakdale met.") for n in range(4)]


@given(order=st.permutations(range(4)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_entries_plays_no_part(order):
    assert Background.of("2026-10", [MONTH[n] for n in order]).digest == Background.of("2026-10", MONTH).digest


def test_terms_are_counted_once_an_entry_and_copies_not_at_all():
    counted = Background.of("2026-10", [*MONTH, a_copy(MONTH[0], outlet="Paper")])

    assert counted.entries == 4
    assert counted.counts[stem("levee")] == 4


def test_other_counts_have_another_digest():
    assert Background.of("2026-10", MONTH).digest != Background.of("2026-10", MONTH[1:]).digest


def test_an_empty_background_changes_nothing():
    nothing = Background.of("none", [])

    assert cluster(MONTH, nothing) == cluster(MONTH)


def test_a_week_with_a_background_keeps_every_entry():
    stories = cluster(MONTH, Background.of("2026-10", MONTH))

    assert sorted(entry.id for story in stories for entry in story.entries) == [entry.id for entry in MONTH]


def test_meanings_that_agree_join_what_words_leave_apart_and_none_are_asked_without_a_model():
    """Two dimensions are enough of a model here: one event, and all else."""
    quarrels = "Illness forced her hand, said Perrin, who had led the place through two floods and a quarrel."
    one = an_entry("one", outlet="A", title="Mayor quits", content=f"{quarrels} Tarrow votes in May.")
    other = an_entry(
        "other", outlet="B", title="Perrin steps down", content="The town hall of Tarrow is without a head."
    )
    rest = [an_entry(f"r{n}", outlet=f"O{n}", title=f"Tarrow fair {n}", content=f"Perrin pie {n}.") for n in range(3)]

    def meanings(texts):
        return np.array([[1.0, 0.0] if "hand" in text or "head" in text else [0.0, 1.0] for text in texts])

    by_words = cluster([one, other, *rest])
    found = cluster([one, other, *rest], meanings=meanings)

    assert all({"one", "other"} - {entry.id for entry in story.entries} for story in by_words)
    assert any({"one", "other"} == {entry.id for entry in story.entries} for story in found)


def test_the_words_of_several_weeks_are_counted_together():
    one = WordCounts(entries=100, counts={"senate": 40, "flood": 3})
    other = WordCounts(entries=50, counts={"senate": 10})

    background = Background.over({"2026-W46": other, "2026-W45": one})

    assert background is not None
    assert (background.name, background.entries) == ("2026-W45 to 2026-W46", 150)
    assert background.counts == {"senate": 50, "flood": 3}
    assert background.named == f"2026-W45 to 2026-W46, 150 entries, {background.digest}"


def test_weeks_of_which_nothing_was_counted_are_no_background():
    assert Background.over({}) is None
    assert Background.over({"2026-W46": WordCounts()}) is None

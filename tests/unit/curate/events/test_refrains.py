"""What one newsroom puts into piece after piece is no news."""

from hypothesis import given
from hypothesis import strategies as st

from newsletter.curate.events.refrains import RUN, TEXTS, without_refrains

FURNITURE = ["sign", "newsletter", "capitol", "hill", "inbox"]


def test_a_run_of_words_in_pieces_on_three_subjects_goes():
    titles = [["levee", "fails"], ["mayor", "quits"], ["tariff", "vote"]]
    bodies = [["water", "rose", *FURNITURE], [*FURNITURE, "she", "left"], ["duty", *FURNITURE, "grain"]]

    assert without_refrains(titles, bodies, ["Bugle"] * 3) == [["water", "rose"], ["she", "left"], ["duty", "grain"]]


def test_two_newsrooms_that_write_the_same_have_no_refrain():
    """They carry the same wire text; that is one event, told twice."""
    titles = [["levee", "fails"], ["mayor", "quits"], ["tariff", "vote"]]
    bodies = [["water", *FURNITURE]] * 3

    assert without_refrains(titles, bodies, ["Bugle", "Herald", "Herald"]) == bodies


def test_a_piece_told_anew_under_titles_on_one_subject_keeps_its_words():
    titles = [["levee", "fails", "dawn"], ["levee", "fails", "town"], ["levee", "fails", "again"]]
    bodies = [["water", *FURNITURE]] * 3

    assert without_refrains(titles, bodies, ["Bugle"] * 3) == bodies


def test_one_piece_many_times_over_has_no_refrain():
    assert without_refrains([["obituary"]] * 5, [FURNITURE] * 5, ["Bugle"] * 5) == [FURNITURE] * 5


def test_a_text_that_would_be_left_without_words_keeps_them():
    titles = [[], ["mayor", "quits"], ["tariff", "vote"]]

    assert without_refrains(titles, [FURNITURE] * 3, ["Bugle"] * 3) == [FURNITURE, [], []]


def test_no_texts_and_texts_shorter_than_a_run_are_left_alone():
    assert without_refrains([], [], []) == []
    assert without_refrains([[], ["vote"]], [[], ["a", "b"]], ["Bugle", "Bugle"]) == [[], ["a", "b"]]


WORDS = st.lists(st.sampled_from("abcd"), max_size=8)
TOLD = st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["Bugle", "Herald"])), max_size=8)


@given(TOLD)
def test_what_goes_is_just_what_a_slow_count_finds(told):
    def refrain(family, run):
        titles = [
            title
            for title, body, voice in told
            if voice == family and any(body[at : at + RUN] == run for at in range(len(body)))
        ]
        common = set.intersection(*map(set, titles))
        return len({*map(tuple, titles)}) >= TEXTS and len(common) <= 1

    expected = []
    for title, body, family in told:
        gone = {
            at + step
            for at in range(len(body) - RUN + 1)
            if refrain(family, body[at : at + RUN])
            for step in range(RUN)
        }
        left = [word for place, word in enumerate(body) if place not in gone]
        expected.append(left if len({*title, *left}) >= 2 else body)

    columns = [list(column) for column in zip(*told, strict=True)] or [[], [], []]

    assert without_refrains(*columns) == expected

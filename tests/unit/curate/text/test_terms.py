import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.curate.text.terms import LEAD_WORDS, MOST_WORDS, WORD_LENGTH, body_terms, title_terms, words
from tests.builders import an_entry


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia's refineries", "Russia\u2019s refinery"),
        ("the U.S.A. votes", "USA vote"),
        ("Peña Nieto", "PENA NIETO"),
        ("1,200 jobs", "1200 job"),
        ("losses and classes", "loss class"),
        ("Конгресс принял", "КОНГРЕСС ПРИНЯЛ"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_spellings_of_one_thing_are_one_term(one, other):
    assert words(one) == words(other) != []


@pytest.mark.parametrize("empty", ["", "...", "He said on Tuesday that it was", "\u2013 \u2014 \u2026"])
def test_words_that_every_report_has_are_no_terms(empty):
    assert words(empty) == []


def test_figures_keep_their_point():
    """Growth of 2.8 percent is another event than one of 28."""
    assert words("2.8 percent") == ["2.8", "percent"]


def test_only_the_opening_of_a_text_is_read():
    entry = an_entry(content="budget " * LEAD_WORDS + "background")

    assert set(body_terms(entry)) == {"budget"}


def test_a_run_of_letters_without_end_is_cut():
    assert words("x" * 5000) == ["x" * WORD_LENGTH]


def test_a_summary_stands_in_for_a_missing_text():
    entry = an_entry(title="Budget passes", content="", summary="Senators agree")

    assert (title_terms(entry), body_terms(entry)) == (["budget", "pass"], ["senator", "agree"])


@given(st.lists(st.text("aAbs.'\u2019,1-\u2013\u2026\u00e9\u0130\u00df\u03a3\u00b4\u0301\ufb01\u0661\ud55c")))
def test_what_stands_beyond_a_space_does_not_change_a_word(written):
    """Each word is read once and remembered by itself, whatever stood around it."""
    assert words(" ".join(written)) == [term for one in written for term in words(one)]


def test_words_beyond_those_that_are_remembered_are_read_all_the_same():
    many = [f"bill{number}" for number in range(MOST_WORDS + 10)]

    assert words(" ".join(many)) == many


def test_a_sentence_without_spaces_is_read():
    """Some scripts have none; what is longer than a word is not remembered."""
    assert words("\u7d93\u6fdf\u3001" * WORD_LENGTH) == ["\u7d93\u6fdf"] * WORD_LENGTH

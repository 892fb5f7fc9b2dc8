import pytest

from newsletter.curate.text.terms import LEAD_WORDS, WORD_LENGTH, body_terms, title_terms, words
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

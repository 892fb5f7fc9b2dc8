"""One form for the words that tell one thing."""

import pytest

from newsletter.curate.text import concepts
from newsletter.curate.text.stems import stem
from newsletter.curate.text.terms import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resigned", "quits"),
        ("walkout", "stoppage"),
        ("senators", "Senate"),
        ("inmates", "penitentiary"),
        ("premier", "PM"),
        ("toppled", "ousted"),
        ("Beehive", "Zealander"),
        ("Berlin", "Germans"),
        ("Bundestag", "Germany"),
        ("Nashville", "Tennessee"),
    ],
)
def test_different_words_for_one_thing_have_one_stem(one, other):
    assert [*map(stem, words(one))] == [*map(stem, words(other))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("billion", "bill"),
        ("policy", "police"),
        ("mission", "missing"),
        ("station", "state"),
        ("verdict", "sentence"),
        ("nominated", "confirmed"),
        ("judge", "ruling"),
        ("settlers", "settlement of a strike"),
    ],
)
def test_words_that_part_two_events_keep_their_own_stems(one, other):
    assert set(map(stem, words(one))).isdisjoint(map(stem, words(other)))


def test_a_number_is_its_figures_whatever_is_written_to_them():
    """One paper writes "$84m", another "$84 million"; one "twelve dead", another "12 dead"."""
    assert [*map(stem, words("$84m"))] == [stem("84")]
    assert stem("2.4bn") == "2.4"
    assert stem("twelve") == stem("12")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Joldoshbekov", "Zholdoshbekov"), ("Gerasimov", "Gherasimov"), ("Krivenko", "Kryvenko")],
)
def test_two_spellings_of_a_name_from_another_script_are_one_word(one, other):
    assert [*map(stem, words(one))] == [*map(stem, words(other))]


def test_no_word_belongs_to_two_concepts():
    """Neither as written nor by its stem: the later family would take it from the earlier without a word."""
    told = [line.split() for lists in (concepts._FAMILIES, concepts._SEATS) for line in lists.strip().splitlines()]
    home: dict[str, str] = {}

    for family in told:
        for word in family:
            assert home.setdefault(word, family[0]) == family[0]
            assert len({stem(folded) for folded in words(f"{word} {family[0]}")}) == 1, word


def test_a_family_has_a_concept_and_another_word():
    for lists in (concepts._FAMILIES, concepts._SEATS):
        assert all(len(line.split()) > 1 for line in lists.strip().splitlines())

"""No rule is passed over that would have found something: the quick look misses nothing that the patterns find."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsletter.collect.furniture import corrections, credit, imperatives, phrases, pointers, triggers
from newsletter.collect.furniture.keyed import Keyed
from newsletter.collect.furniture.triggers import openers_in, words_in
from newsletter.collect.furniture.wording import furniture, sorts_perhaps_in
from newsletter.collect.sentences import sentences
from tests.promos import articles, lines

ANYWHERE = [
    (credit.CAPTION_OPENS, triggers.CREDIT),
    (credit.CAPTION_ENDS, triggers.CREDIT),
    (credit.COPYRIGHT, triggers.COPYRIGHT),
    (credit.AGENCY_TAIL, triggers.AGENCY_TAIL),
    (phrases.COOKIES, triggers.COOKIES),
    (phrases.PAYWALL, triggers.PAYWALL),
    (phrases.CONTACT, triggers.CONTACT),
    (phrases.PRODUCT, triggers.PRODUCT),
    (phrases.SHOP, triggers.SHOP),
    (phrases.POINTS_HERE, triggers.POINTS_HERE),
]
AT_THE_BEGINNING = [
    (pointers.LABELLED, triggers.LABELLED, triggers.LABELS),
    (pointers.POINTER, triggers.POINTER, triggers.POINTERS),
    (credit.AGENCY_TAIL_OPENS, triggers.AGENCY_TAIL_OPENS, triggers.AGENCY_TAIL_OPENERS),
    (credit.UPDATE_NOTE, triggers.UPDATE_NOTE, triggers.UPDATE_NOTE_OPENERS),
    (phrases.PLAIN_CALL, triggers.PLAIN_CALL, triggers.PLAIN_CALL_OPENERS),
    (corrections.OPENS, triggers.CORRECTION, triggers.CORRECTION_OPENERS),
    (imperatives.ORDER, None, imperatives.OPENERS),
    (imperatives.ASKS_READER, None, imperatives.ASKING),
]
KEYED = [
    (credit.AGENCY_TAIL, triggers.AGENCY_TAIL),
    (phrases.COOKIES, triggers.COOKIES),
    (phrases.PAYWALL, triggers.PAYWALL),
    (phrases.SHOP, triggers.SHOP),
]
ROUNDS = range(1, 7)
PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)
PATTERNS = [*(pattern for pattern, _ in ANYWHERE), *(pattern for pattern, *_ in AT_THE_BEGINNING)]
#: Made once: making one takes longer than drawing from it.
LINES = {pattern: st.from_regex(pattern, alphabet=PRINTABLE) for pattern in PATTERNS}
unhurried = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(("pattern", "words"), ANYWHERE)
@unhurried
@given(data=st.data())
def test_what_a_pattern_finds_has_one_of_its_words(
    data: st.DataObject, pattern: re.Pattern[str], words: frozenset[str]
):
    found = pattern.search(data.draw(LINES[pattern]))

    assert not found or words & words_in(found[0])


@pytest.mark.parametrize(("pattern", "words", "openers"), AT_THE_BEGINNING)
@unhurried
@given(data=st.data())
def test_what_a_pattern_finds_at_the_beginning_has_one_of_its_words_and_openers(
    data: st.DataObject, pattern: re.Pattern[str], words: frozenset[str] | None, openers: frozenset[str]
):
    found = pattern.match(data.draw(LINES[pattern]))

    assert not found or openers & openers_in(found[0])
    assert not found or words is None or words & words_in(found[0])


@pytest.mark.parametrize(("pattern", "words"), KEYED)
@unhurried
@given(data=st.data())
def test_looking_only_for_wordings_of_which_a_word_is_there_finds_the_same(
    data: st.DataObject, pattern: re.Pattern[str], words: frozenset[str]
):
    line = data.draw(LINES[pattern])

    assert Keyed(pattern, words).is_in(line, words_in(line)) == bool(pattern.search(line))


@pytest.mark.parametrize(("pattern", "words"), KEYED)
def test_looking_only_for_wordings_of_which_a_word_is_there_finds_the_same_in_the_lists(
    pattern: re.Pattern[str], words: frozenset[str]
):
    keyed = Keyed(pattern, words)

    for line in lines(*(f"{sort}-{number}" for sort in ("promos", "news") for number in ROUNDS)):
        assert keyed.is_in(line.text, words_in(line.text)) == bool(pattern.search(line.text))


def test_a_paragraph_is_looked_into_where_one_of_its_sentences_is_furniture():
    for line in lines(*(f"promos-{number}" for number in ROUNDS)):
        for article in articles():
            for paragraph in article.with_line(line.text, "in").split("\n\n"):
                assert set(filter(None, map(furniture, sentences(paragraph)))) <= sorts_perhaps_in(paragraph)


@unhurried
@given(
    st.lists(
        st.sampled_from(
            ["He said", "Sign up", "“No”", "a.m.", "the", "U.S.", "Lee", "!", "?", ".", "…", ":", "—", '"']
        ),
        max_size=12,
    )
)
def test_the_first_word_of_each_sentence_is_an_opener(parts: list[str]):
    paragraph = " ".join(parts)

    for sentence in sentences(paragraph):
        first = re.search(r"[a-z]+", sentence.lower())
        assert not first or openers_in(sentence) <= openers_in(paragraph)

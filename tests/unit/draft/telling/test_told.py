import pytest

from newsletter.draft.telling.told import repeats, restates, share_told

HEADLINE = "Senate votes down witnesses in trial of the president"
FIRST = "The Senate on Friday evening voted down more witnesses in the trial of President Grant."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate narrowly rejected demands to summon witnesses for the trial, all but ensuring the end of it.",
        "The Senate decided on Friday to reject the witnesses, according to two aides who were there.",
        FIRST,
    ],
)
def test_a_sentence_repeats_what_was_told_in_other_words(sentence):
    """Two newsrooms that tell one fact seldom use the same verbs."""
    assert repeats(sentence, [HEADLINE, FIRST])


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Senator Ada Moss of Ohio broke with her party after a night of talks.", id="a name"),
        pytest.param("A final vote on the articles was set for 4 p.m. on Wednesday.", id="another act"),
        pytest.param("Closing arguments by both sides last for 12 hours over three days.", id="a number"),
    ],
)
def test_a_sentence_is_new_that_brings(sentence):
    assert not repeats(sentence, [HEADLINE, FIRST])


def test_death_is_told_once():
    assert repeats("Mayor Lund was found dead on Sunday.", ["Mayor Lund dies"])


@pytest.mark.parametrize(
    ("told", "again"),
    [
        (
            "Representative Ada Grant, a Houston Democrat who sat in the House for three decades, died on Friday.",
            "Representative Ada Grant, a Democrat who spoke for Houston for nearly 30 years, died on Friday, July 19.",
        ),
        (
            "President Hale withdrew from the race on Sunday and endorsed the vice president.",
            "The president withdrew from the race on Sunday, July 21, in a letter.",
        ),
    ],
)
def test_who_somebody_is_and_the_day_of_the_month_are_nothing_new(told, again):
    assert repeats(again, [told])


def test_a_sentence_restates_that_begins_with_what_was_told():
    """However much it adds at its end: the reader has read half of it."""
    told = [HEADLINE, "Senator Ada Grant pleaded guilty on Wednesday in a federal court to fraud."]

    assert restates("Senator Ada Grant pleaded guilty in federal court to fraud with loans, cards and a house.", told)
    assert not restates("Judge Otto Lund set the sentencing of Ms. Grant for a day in June.", told)


def test_two_who_say_the_same_say_it_once():
    told = ["Officials identified the suspect as Otto Lund of Springfield."]

    assert restates("A spokesman for the police in Ohio identified the suspect as Otto Lund, 56, of Springfield.", told)


def test_a_lead_is_known_by_the_headlines_words_in_its_own():
    assert share_told("Senator Grant quits", "Senator Ada Grant resigned on Monday.") == 1
    assert share_told("Senator Grant quits", "The House passed a budget.") == 0

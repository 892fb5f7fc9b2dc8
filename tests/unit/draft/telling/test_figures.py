from datetime import timedelta

import pytest

from newsletter.draft.telling.figures import Figure, conflicts, figures
from tests.builders import NOON, a_story, an_entry


def reported(text: str, *, outlet: str, days: int = 0):
    return an_entry(outlet, title="Blast in Springfield", content=text, outlet=outlet, at=NOON + timedelta(days=days))


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("A blast killed 12 people in Springfield.", Figure("dead", "12")),
        ("At least 14 people were killed.", Figure("dead", "14")),
        ("Twelve soldiers died in the blast.", Figure("dead", "12")),
        ("The death toll rose to 1,200, officials said.", Figure("dead", "1200")),
        ("The blast killed 12 people and wounded 30.", Figure("hurt", "30")),
        ("The Senate passed it by 51 votes to 49.", Figure("vote in the senate", "51-49")),
        ("House rejects budget, 218-212", Figure("vote in the house", "218-212")),
        ("Unemployment fell to 3.5 percent.", Figure("unemployment in percent", "3.5")),
    ],
)
def test_a_number_is_read_with_what_it_counts(sentence, figure):
    assert figure in figures(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor, 34, died in Springfield.",
        "The law of 2018 killed the plan.",
        "They were arrested 12 days later.",
        "People aged 18 to 34 vote in the House race.",
        "The 2020-21 budget passed the Senate.",
    ],
)
def test_a_number_of_something_else_is_left_alone(sentence):
    assert figures(sentence) == frozenset()


def test_newsrooms_that_count_differently_stand_against_each_other():
    story = a_story(
        reported("The blast killed 12 people.", outlet="The Ledger"),
        reported("At least 14 people were killed.", outlet="The Wire"),
    )

    (found,) = conflicts(story)

    assert (found.thing, found.values) == ("dead", ("12", "14"))
    assert [report.outlet for report in found.reports] == ["The Ledger", "The Wire"]


def test_a_newer_days_number_replaces_an_older_one():
    story = a_story(
        reported("The blast killed 12 people.", outlet="The Ledger"),
        reported("At least 14 people were killed.", outlet="The Wire", days=1),
    )

    assert conflicts(story) == ()


def test_a_newsroom_does_not_contradict_itself():
    later = an_entry("later", title="Blast", content="14 people were killed.", outlet="The Ledger", at=NOON)

    assert conflicts(a_story(reported("The blast killed 12 people.", outlet="The Ledger"), later)) == ()


@pytest.mark.parametrize("text", ["", "УБИТЫ 12 ЧЕЛОВЕК", "مقتل 12 شخصا", "12 " * 1700, "1" * 5000])
def test_any_text_is_taken(text):
    figures(text)

import pytest

from newsletter.draft.telling.sentences import leans_back, names_a_relative_day, stands_alone, without_dateline


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate passed the budget on Tuesday by 51 votes to 49.",
        "“The votes are there,” Senator Ada Grant said before the doors closed on Tuesday.",
        "In a speech on Monday, Senator Grant said that she would vote for the budget.",
        "$81 million came in within the first 24 hours, the campaign said.",
        "Élise Moreau, the finance minister, resigned on Monday after a long dispute.",
    ],
)
def test_a_sentence_stands_alone(sentence):
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("He said that the budget would be passed on Tuesday.", id="which opens with a pronoun"),
        pytest.param("Meanwhile, the House passed a budget of its own.", id="which opens with meanwhile"),
        pytest.param("But the House passed a budget of its own on Tuesday.", id="which opens with but"),
        pytest.param("The budget is a disgrace to this chamber, he said.", id="which somebody said"),
        pytest.param("“The budget is a disgrace to this chamber,” she added.", id="which somebody added"),
        pytest.param("“The budget is a disgrace to this old chamber.”", id="whose speaker is not named"),
        pytest.param("“Hello, this budget is a disgrace to this chamber!” he declared.", id="which somebody declared"),
        pytest.param("Pacing the stage without a text, he vowed to pass the budget.", id="whose subject is not named"),
        pytest.param("Will the Senate pass the budget before the week is out?", id="which asks"),
        pytest.param("The Senate passed the budget.", id="of six words or fewer"),
        pytest.param("The Senate " + "very " * 40 + "much passed it.", id="of more than forty words"),
        pytest.param("The Senate passed the budget on Tuesday by 51 votes to", id="which is cut off"),
        pytest.param("The Senate passed the budget on Tuesday by 51 votes …", id="which ends in an ellipsis"),
        pytest.param("The Senate passed the budget, “the best in years, by 51 to 49.", id="whose quotation stays open"),
        pytest.param("The budget matters to you because your taxes pay for it.", id="which talks to the reader"),
        pytest.param("budget passes the Senate by 51 votes to 49 votes.", id="whose beginning is missing"),
    ],
)
def test_a_sentence_does_not_stand_alone(sentence):
    """Torn from its article it would puzzle, mislead or tease."""
    assert not stands_alone(sentence)


@pytest.mark.parametrize(
    "dateline",
    [
        "(Halyard) — ",
        "(Halyard) ",
        "Updated: ",
        "WASHINGTON — ",
        "WASHINGTON (Halyard) — ",
        "WASHINGTON, July 22 (Halyard) - ",
        "MILWAUKEE, Wis. – ",  # noqa: RUF001 - as wires set it
        "NEW YORK (AP) -- ",
        "West Allis, Wisconsin (Halyard) — ",
    ],
)
def test_a_wire_dateline_is_left_out(dateline):
    assert without_dateline(dateline + "The Senate voted.") == "The Senate voted."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate — after a long night — voted.",
        "NATO — the alliance of 32 — met in Washington.",
        "NATO — 32 countries by now — met in Washington.",
        "Senator Grant (D-Ohio) voted no.",
        "GOP leaders — three of them — resigned.",
    ],
)
def test_nothing_else_is_left_out(sentence):
    """Only what wires set before a sentence may go; a clause between dashes is part of what was said."""
    assert without_dateline(sentence) == sentence


def test_yesterday_is_known_to_grow_stale():
    assert names_a_relative_day("The Senate voted yesterday.")
    assert not names_a_relative_day("The Senate voted on Tuesday.")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Ada Grant, the senator from Ohio who has long been ill.", id="that is a name only"),
        pytest.param("Accused of everything from fraud to the theft of a tractor.", id="that has no subject"),
        pytest.param("Senators gather near the doors of the chamber in Springfield on Friday.", id="below a picture"),
        pytest.param("“The votes are there and always were,” the lawyer wrote.", id="of a nameless lawyer"),
        pytest.param("Many said they came because of the vote in the Senate.", id="that says many of whom"),
    ],
)
def test_a_scrap_does_not_stand_alone(sentence):
    assert not stands_alone(sentence)


def test_a_place_and_an_agency_without_a_dash_are_left_out():
    assert without_dateline("Springfield, Ohio (HBC) Senators voted.") == "Senators voted."


@pytest.mark.parametrize(
    "sentence",
    [
        "In that time, the party of Senator Grant lost two elections.",
        "Indeed, the budget that passed the Senate calls for a new tax.",
        "Crucially, though, he was still able to win the vote.",
        "The following day, the Senate of Ohio passed the budget.",
        "If only that were what Senator Grant was doing there.",
        "That is why the Senate of Ohio passed the budget.",
        "Senators of Ohio now find themselves in a similar position.",
        "May 30, 5:20 p.m.: The Senate of Ohio passed the budget.",
        "Senator Ada Grant speaks at a campaign event at the river in Springfield.",
    ],
)
def test_what_points_to_a_sentence_before_does_not_stand_alone(sentence):
    assert not stands_alone(sentence)


def test_a_city_before_a_dash_is_a_dateline_whatever_follows():
    sentence = "WASHINGTON – The Senate – after a long night – voted."  # noqa: RUF001 - as wires set it

    assert without_dateline(sentence) == "The Senate – after a long night – voted."  # noqa: RUF001 - likewise


@pytest.mark.parametrize("opening", ["Grant also defended", "Grant, however, defended"])
def test_a_sentence_that_adds_or_opposes_leans_back(opening):
    assert leans_back(f"{opening} the vote of the Senate.")

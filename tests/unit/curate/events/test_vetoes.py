"""Two stories of one template, told apart by what fills it."""

from datetime import timedelta

import pytest

from newsletter.curate.events.blocks import Blocks
from newsletter.curate.events.circumstances import circumstances
from newsletter.curate.events.vetoes import clashes, slots
from newsletter.curate.text.anchors import anchors
from newsletter.curate.text.entities import sound, title_names
from newsletter.curate.text.terms import body_terms, title_terms
from tests.builders import NOON, an_entry


def clash(one, other):
    told = [slots(entry, circumstances([entry]), title_terms(entry), body_terms(entry)) for entry in (one, other)]
    blocks = Blocks.of([[0, 1]])
    return bool(blocks.matrix(clashes(blocks, told), 0)[0, 1])


def test_two_states_fill_one_template():
    ohio = an_entry(title="Brannock wins Ohio", content="He won the seat by six points.")
    iowa = an_entry(title="Sundquist wins Iowa", content="She won the seat by three points.")

    assert clash(ohio, iowa)


def test_one_event_under_two_place_names_does_not_clash():
    """One of the texts says how the two belong together."""
    town = an_entry(title="Mudslide hits Tarrow", content="Eleven are missing in Tarrow, a town in western Ohio.")
    state = an_entry(title="Mudslide in Ohio: eleven missing", content="Rescuers dug through the night.")

    assert not clash(town, state)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senate rejects amendment 3 to the farm bill", "Senate rejects amendment 5 to the farm bill"),
        ("Marlow booed in first debate", "Marlow cheered in second debate"),
        ("House passes H.R. 212", "House passes H.R. 418"),
    ],
)
def test_numbered_things_are_slots(one, other):
    assert clash(an_entry(title=one, content="It was late."), an_entry(title=other, content="It was late."))


def test_whatever_word_fills_a_template_of_one_newsroom_is_a_slot():
    flood = "The House renewed the national insurance program against floods for five years on a vote of both parties."
    crops = "The House extended federal insurance of crops to growers of vegetables on a vote along party lines there."

    assert clash(
        an_entry(title="House passes flood insurance bill", content=f"{flood} It raises premiums on second homes."),
        an_entry(title="House passes crop insurance bill", content=f"{crops} It helps beginners with subsidies."),
    )


def test_titles_alone_are_too_little_to_veto():
    assert not clash(an_entry(title="Tully quits over ferry", content=""), an_entry(title="Tully quits, ferry sinks"))


def test_what_happened_on_two_days_and_was_published_days_apart_is_two_events():
    friday = NOON + timedelta(days=2)  # NOON is a Wednesday's
    verdict = an_entry(title="Stallworth guilty", content="A jury found him guilty on Friday.", at=friday)
    sentence = an_entry(title="Stallworth jailed", content="Sentenced on Wednesday.", at=friday + timedelta(days=5))
    later = an_entry(
        title="Stallworth guilty", content="Found guilty on Friday, he waits.", at=friday + timedelta(days=3)
    )

    assert clash(verdict, sentence)
    assert not clash(verdict, later)


def test_names_in_a_title_that_capitalises_every_word_are_those_that_the_text_capitalises():
    assert title_names("Judge Halts Marlow Plan", "The plan of Tess Marlow was halted.") == {"marlow"}


def test_a_newsroom_that_names_itself_is_not_what_a_piece_is_about():
    one, other = (
        an_entry(title=f"The ferry: how the {outlet} saw it", content="The minister resigned.", outlet=outlet)
        for outlet in ("Crier", "Ledger")
    )

    assert not clash(one, other)


def test_two_spellings_of_a_name_sound_alike():
    assert sound("zholdoshbekov") == sound("joldoshbekov")
    assert sound("iowa") == ""


def test_amounts_and_counts_are_no_anchors():
    assert anchors("12 dead, 51 to 49, 3.5 percent, $84 million") == frozenset()


def test_a_portrait_is_not_of_what_came_to_pass_days_after_it():
    portrait = an_entry(title="Who is Tess Marlow?", content="Marlow once packed parcels.", at=NOON)
    arrest = an_entry(title="Marlow arrested at picket", content="She was let go.", at=NOON + timedelta(days=3))
    at_once = an_entry(title="Marlow arrested at picket", content="She was let go.", at=NOON + timedelta(hours=3))

    assert clash(portrait, arrest)
    assert clash(arrest, portrait)
    assert not clash(portrait, at_once)


def test_one_newsrooms_reports_from_one_state_are_parted_by_the_towns_that_they_name():
    """Another newsroom may name another town of the same event."""
    fair = an_entry(title="Rivals debate in Tarrow, Ohio", content="They differed over roads.", outlet="The Plainsman")
    pay = an_entry(title="Rivals for Wexley debate pay", content="Ohio votes in May.", outlet="The Plainsman")
    elsewhere = an_entry(title="Rivals for Wexley debate pay", content="Ohio votes in May.", outlet="Harbour Post")

    assert clash(fair, pay)
    assert not clash(fair, elsewhere)


def test_a_title_without_a_place_has_that_of_its_first_words():
    bank = an_entry(title="Bank cuts rate", content="The Bank of England cut its rate by a quarter point.")
    jobs = an_entry(title="Unemployment rises to 4.7 per cent", content="Australian firms shed posts at this rate.")

    assert clash(bank, jobs)


def test_a_word_on_the_other_matter_does_not_join_two_titles_of_one_template_in_one_newsroom():
    farm = (
        "The farm minister resigned on Tuesday after a magazine reported that he sent boxes of melons to voters in his "
        "district, which may breach a rule. He bowed for several seconds and blamed his staff for acting alone."
    )
    digital = (
        "The digital minister resigned hours after that of farms, admitting that she had failed to make contributions "
        "for nine years. She thanked her colleagues, took no questions and walked out by the garden door alone."
    )

    assert clash(
        an_entry(title="Farm minister resigns over gift of melons", content=farm),
        an_entry(title="Digital minister resigns over unpaid pension arrears", content=digital),
    )


def test_capitals_at_the_head_of_a_title_are_a_name():
    assert title_names("WTO panel backs loans", "") == {"wto"}


def test_two_counts_of_votes_are_two_votes():
    """Of two bills on one subject, passed in one week in one chamber, the reports share every word but few."""
    wildfire = an_entry(title="Wildfire insurance clears Senate", content="Senators voted 61-38 for the bill.")
    crops = an_entry(title="Crop insurance clears Senate", content="Senators voted, 72 votes to 27, for the bill.")
    again = an_entry(title="Senate passes insurance bill", content="It passed by 61 votes to 38.")

    assert clash(wildfire, crops)
    assert not clash(wildfire, again)

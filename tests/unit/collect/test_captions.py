"""A credit goes, its caption with it, and the news to which a feed glued it stays."""

import pytest

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.furniture.wording import furniture
from newsletter.collect.reading.markup import text_of

NEWS = "Opponents led by Senator Ruth Lindqvist argued that the state could not afford the $40 million dredging."
CREDITS = [
    "Photo: Jane Carver/Getty Images",
    "(Photo by Mark Tillman/AFP via Getty Images)",
    "Picture credit: Ben Alderton/PA Wire",
    "Image: Reuters/Kevin Larmer",
    "Credit: D. Osei for The Ledger",
    "(Lee Park/The Ledger via AP)",
    "Governor Marian Hale speaks after the vote on Tuesday. Photo: Lee Park/AP",
]


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("news", [NEWS, "The Senate voted 51 to 49 to drop the tax."])
def test_a_credit_at_the_end_of_a_paragraph_goes_and_the_news_before_it_stays(news: str, credit: str):
    stripped = strip_furniture(f"{news} {credit}")

    assert stripped.text == news
    assert [line.text for line in stripped.removed] == [credit]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_or_a_caption_with_its_credit_that_stands_alone_goes_whole(credit: str):
    assert strip_furniture(credit).text == ""


@pytest.mark.parametrize(
    "line",
    [
        "Lee Park covers the statehouse for The Ledger and has won two awards for reporting on the bus.",
        "Jane Carver is a staff writer at The Ledger, where she covers Congress and the courts.",
        "Tom Perrin is the Courier's Westminster correspondent.",
        "The author is a professor of politics at the state university.",
    ],
)
def test_a_word_about_the_author_is_furniture_wherever_it_stands(line: str):
    assert furniture(line) == "author-bio"


@pytest.mark.parametrize(
    "line",
    [
        "Lee Park is a reporter who was detained in Minsk on Monday.",
        "Ann Lee, a reporter for The Ledger, was arrested at the rally.",
        "Jane Carver is a staff writer suing the mayor over withheld records.",
        "The author is expected in court over the leak.",
        "Blue Shield covers maternity care for 40,000 families in Ohio.",
    ],
)
def test_news_about_somebody_who_writes_stays(line: str):
    assert furniture(line) is None


def test_a_list_of_links_goes_unless_the_article_announces_it():
    prose = "<p>The Senate passed the budget on Tuesday after a debate of nine hours.</p>" * 4
    links = '<ul><li><a href="/1">Mayor of Halm resigns over bus contract</a></li></ul>'

    assert "Mayor" not in text_of(prose + links)
    assert "Mayor" in text_of(f"{prose}<p>The pieces that the court ordered removed are:</p>{links}")


@pytest.mark.parametrize("attribute", ['style="display: none"', 'aria-hidden="true"', 'aria-label="Advertisement"'])
def test_what_a_reader_does_not_see_or_is_labelled_an_advertisement_goes(attribute: str):
    prose = "<p>The Senate passed the budget on Tuesday after a debate of nine hours.</p>" * 4

    assert "Buy" not in text_of(f"{prose}<section {attribute}><p>Buy a car.</p></section>")


@pytest.mark.parametrize("mark", ["(ANI)", "-- IANS", "\u2013", "###", "PTI RK SKY", "Ana Lopez, CNN"])
def test_the_mark_of_an_agency_goes_and_the_sentence_before_it_stays(mark: str):
    stripped = strip_furniture(f"The session began at noon.\n\nThe governor signed the bill on Monday. {mark}")

    assert stripped.text.endswith("The governor signed the bill on Monday.")
    assert [line.text for line in stripped.removed] == [mark]


@pytest.mark.parametrize(
    "line",
    [
        "Secretary Jo Marsh participates in a news conference at which she is asked about wells on June 18, 2026.",
        "Governor Ann Lee waves to supporters outside the capitol in Halden on Nov. 4, 2026.",
        "Dockworkers stand at a gate of the port, which had been shut for a week, on October 2, 2026.",
        "Mayor Ruth Calder is seen at a meeting of the council on May 3, 2026.",
        "Outlined circles indicate the closest races.",
        "Shaded areas show counties with a recount.",
        "The dotted line represents the average of five years.",
    ],
)
def test_a_line_below_a_picture_or_beside_a_chart_is_furniture(line):
    assert furniture(line) == "photo-credit"


@pytest.mark.parametrize(
    "line",
    [
        "The law takes effect on June 18, 2026.",
        "Governor Ann Lee spoke to supporters outside the capitol on Nov. 4, 2026.",
        "The contract between the port and its dockworkers expires on October 2, 2026.",
        "The governor stands by a pledge that she made on May 3, 2026, her office said.",
        "Long lines show how keen voters are.",
        "Red states show faster growth than blue ones.",
        "Dark clouds hung over the talks on Monday.",
    ],
)
def test_a_report_with_a_date_or_a_colour_in_it_is_news(line):
    assert furniture(line) is None

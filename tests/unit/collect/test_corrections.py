# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Corrections are neither news of the day nor furniture: they are taken out of the text, and kept."""

import pytest

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.furniture.corrections import is_correction
from newsletter.collect.furniture.wording import furniture

LEAD = "The Senate passed the budget on Tuesday by 51 votes to 49, after a night of amendments."
SECOND = "The president is expected to sign it on Friday, aides to both leaders said."

CORRECTIONS = [
    "Correction: An earlier version of this article misstated the vote.",
    "CORRECTION (May 3, 2026): The senator's name is Lee, not Leigh.",
    "Correction, May 3: The vote was on Tuesday.",
    "Clarification: The company says that it stopped selling the device in 2021.",
    "Corrections and clarifications: A report on Monday said that the bridge was closed.",
    "Editor's note: This story has been corrected to give the right date.",
    "Editor’s Note: An earlier headline misspelled the name of the bill.",
    "This article was amended on 3 May to correct the name of the minister.",
    "• This article was amended on 3 May 2026 because an earlier version said that the port had closed.",
    "This story has been corrected to show that the hearing was on Wednesday, not Thursday.",
    "This story has been updated to correct the spelling of Whitlock.",
    "This story has been updated to reflect that the bill died in committee.",
    "An earlier version of this article said the reservoir was in Nevada.",
    "An earlier version of this story incorrectly identified the governor.",
    "The original version of this story misidentified the judge.",
    "Because of an editing error, a previous version of this story misspelled the mayor's name.",
    "A correction was made on May 3, 2026: An earlier version of this article misstated the year.",
    "(This story has been refiled to correct a typo in paragraph 3.)",
    "(Corrects paragraph 4 to show that the vote was on Monday.)",
    "(This May 3 story corrects the name of the company in paragraph 2)",
    "The Ledger regrets the error.",
    "We apologise for the error.",
    "The headline of this article was changed to reflect the final count.",
    "Update: An earlier version of this piece gave the wrong title for Ms. Lee. It has been corrected.",
    "In an earlier version of this article, the senator's age was incorrect.",
    "A photo caption in an earlier version of this article misidentified the dam.",
]
NEWS = [
    "An earlier version of the bill would have capped the price at $35.",
    "The correction to the jobs figures was the largest in two decades.",
    "Correction officers in the state prison walked off the job on Tuesday.",
    "The White House corrected the transcript on Monday.",
    "This report was amended by the committee to include the dissent.",
    "This version of the bill corrects a drafting error.",
    "The original version of the map was struck down.",
    "A previous version of the order named nine countries.",
    "The first version of the law was repealed in 2011.",
    "The minister apologised for the error.",
    "The committee voted to correct the record.",
    "The amendment was withdrawn.",
]


@pytest.mark.parametrize("note", CORRECTIONS)
def test_a_correction_is_kept_as_one_and_stands_in_no_text(note: str):
    stripped = strip_furniture(f"{LEAD}\n\n{SECOND}\n\n{note}")

    assert stripped.text == f"{LEAD}\n\n{SECOND}"
    assert stripped.corrections == (note,)
    assert stripped.removed == ()


@pytest.mark.parametrize("note", CORRECTIONS)
def test_a_correction_is_not_printed_as_news(note: str):
    assert furniture(note) == "correction"


@pytest.mark.parametrize("line", NEWS)
def test_news_about_errors_and_amendments_stays(line: str):
    assert not is_correction(line)
    assert strip_furniture(f"{LEAD}\n\n{line}\n\n{SECOND}").text == f"{LEAD}\n\n{line}\n\n{SECOND}"


@pytest.mark.parametrize(
    "stamp",
    [
        "Updated at 3 pm",
        "This is a developing story.",
        "This story has been updated.",
        "This story has been updated with comment from the ministry.",
        "Editor's note: this piece first ran in March.",
    ],
)
def test_a_mere_stamp_is_furniture_and_no_correction(stamp: str):
    stripped = strip_furniture(f"{LEAD}\n\n{stamp}\n\n{SECOND}")

    assert [line.text for line in stripped.removed] == [stamp]
    assert stripped.corrections == ()


def test_a_correction_takes_along_the_sentences_that_say_how_it_is_right():
    note = "Correction: An earlier version of this article misstated the vote. It was 51 to 49."

    assert strip_furniture(f"{LEAD}\n\n{note}").corrections == (note,)


def test_a_correction_among_other_sentences_goes_alone():
    note = "An earlier version of this article misspelled the senator's name."

    stripped = strip_furniture(f"{LEAD} {note} {SECOND}")

    assert stripped.text == f"{LEAD} {SECOND}"
    assert stripped.corrections == (note,)


@pytest.mark.parametrize(
    ("paragraph", "left", "noted"),
    [
        (
            "The house passed the bill. This article was amended on 3 May 2026. An earlier version said that it fell.",
            "The house passed the bill.",
            "This article was amended on 3 May 2026. An earlier version said that it fell.",
        ),
        (
            "The vote was close. Correction: An earlier version of this article misstated the tally. It was 80-61.",
            "The vote was close.",
            "Correction: An earlier version of this article misstated the tally. It was 80-61.",
        ),
        (
            "Correction: An earlier version of this article misstated the tally. It was 80-61. Sign up for our letter.",
            "",
            "Correction: An earlier version of this article misstated the tally. It was 80-61.",
        ),
    ],
)
def test_what_was_wrong_goes_with_its_correction_and_a_call_does_not(paragraph: str, left: str, noted: str):
    """Left behind, the outlet's error would be printed as news."""
    stripped = strip_furniture(f"The session began at noon on Monday in the old chamber.\n\n{paragraph}")

    assert stripped.text.partition("\n\n")[2] == left
    assert stripped.corrections == (noted,)

# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Where sentences end, in the prose of political news."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.collect.sentences import sentences

#: Each a paragraph, given as the sentences that it must fall into.
PARAGRAPHS = [
    # Titles
    ["Sen. Ann Lee voted no.", "Rep. Bo Park voted yes."],
    ["Gov. JB Pritzker met Govs. Wes Moore and Gretchen Whitmer.", "They left."],
    ["Lt. Gov. Dan Park resigned.", "Atty. Gen. Lee did not."],
    ["Dr. Lee told Mr. Park and Mrs. Cruz.", "Ms. Diaz was away."],
    ["The Rev. Al Lee spoke.", "Gen. Park listened."],
    # Initials and names
    ["J. D. Vance spoke first.", "E.J. Park came next."],
    ["Harry S. Truman signed it.", "George W. Bush repealed it."],
    ["Martin Luther King Jr. Day is a holiday.", "Banks close."],
    ["Here is Robert F. Kennedy Jr.", "He ran as an independent."],
    # Parties and states
    ["Lee, D-N.Y., objected.", "Park, R-Ill., did not."],
    ["She lives in Peoria, Ill.", "The others moved away."],
    ["Rep. Bo Park (R-Calif.) spoke.", "Nobody answered."],
    ["Lawmakers met with Wash. Gov. Ida Stern and others.", "Nobody voted."],
    # Acronyms
    ["The U.S. House voted.", "U.S. officials waited."],
    ["He moved to the U.S.", "He became a citizen in 2019."],
    ["He works in Washington, D.C.", "The office is small."],
    ["The bill, H.R. 1, passed.", "S. 5 did not."],
    ["The I.R.S. Commissioner testified.", "The N.R.A. Board met."],
    # Numbers, dates, times
    ["It grew 2.8 percent.", "It cost $3.4 million."],
    ["It passed on Jan. 5, 2026, and took effect on Aug. 7.", "Few noticed."],
    ["The hearing starts at 5 p.m. Monday.", "It may last."],
    ["It ended at 6 p.m.", "The gallery was empty."],
    ["No. 1 on the list was taxes.", "Trade was No. 2."],
    ["Is that a no?", "No.", "Then vote."],
    ["The vote was 51 to 49.", "12 Republicans voted no."],
    # Courts and companies
    ["The court overruled Roe v. Wade in 2022.", "States acted."],
    ["Acme Inc. won the contract.", "Apex Corp. Chairman Bo Park complained."],
    # Quotations
    ["“We won,” she said.", "“It is over.”", "She left."],
    ["“Will it pass?” Ms. Lee asked.", "Nobody knew."],
    ["“No!” Senator Park said.", "He sat down."],
    ['He said "no."', "Then he left."],
    ["“We won. They lost,” he said.", "The crowd cheered."],
    ["(He was wrong.)", "Then he left."],
    ["“Really?” she asked.", "“Really,” he said."],
    # Dots
    ["So... what now?", "Well… nobody knows."],
    ["The bill died...", "The senator did not."],
    ["Look at vote.gov.", "It lists the polls."],
    # Marks
    ["What?!", "No!!", "Yes."],
    ["WASHINGTON (AP) — The bill passed.", "LONDON — It failed."],
    ["It depends on me.", "Democrats said so."],
]


@pytest.mark.parametrize("expected", PARAGRAPHS, ids=lambda expected: expected[0][:40])
def test_a_paragraph_falls_into_its_sentences(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_paragraph_without_words_has_no_sentences():
    assert sentences("") == []
    assert sentences("   ") == []


@settings(deadline=None)  # the machine may be busy
@given(st.text(alphabet=st.sampled_from("ab AB.?!\"'“”‘’()[]…—-1 \n"), max_size=80))
def test_every_sentence_stands_in_the_paragraph_and_none_of_it_is_lost(paragraph):
    """What a letter prints is quoted: not a character may differ from the source."""
    place = 0
    for sentence in sentences(paragraph):
        start = paragraph.index(sentence, place)
        assert not paragraph[place:start].strip()
        place = start + len(sentence)
    assert not paragraph[place:].strip()


def test_a_very_long_paragraph_is_split_all_the_same():
    assert sentences("The Senate voted. " * 5_000) == ["The Senate voted."] * 5_000

from dataclasses import replace

import pytest

from newsletter.domain.entry import Licence
from newsletter.draft.subject import PREHEADER_LEAST, PREHEADER_ROOM, SUBJECT_ROOM, preheader, subject
from tests.builders import a_publication, a_story, an_entry
from tests.letters import an_issue

LONG = "Senate passes a budget of one trillion dollars after a debate of nine hours over roads, bridges and ports"


def told(*headlines: str):
    stories = [a_story(an_entry(f"entry-{n}", title=f"Title {n}")) for n in range(len(headlines))]
    issue = an_issue(*stories)
    by_rank = sorted(issue.told(), key=lambda t: t.ranked.rank)
    return [replace(t, headline=headline) for t, headline in zip(by_rank, headlines, strict=True)]


def the_subject(*headlines: str) -> str:
    return subject(told(*headlines), publication=a_publication())


def test_the_subject_names_the_first_two_stories():
    assert the_subject("Senate passes the budget", "Court blocks the ban", "Governor resigns") == (
        "Senate passes the budget; Court blocks the ban"
    )


def test_a_long_headline_is_cut_where_a_clause_ends():
    made = the_subject(
        "Senate passes the budget after a night of long debates", "Court blocks the ban on camps in parks"
    )

    assert made == "Senate passes the budget after a night of long debates; Court blocks the ban on camps"


def test_a_headline_is_never_cut_before_anything_was_done():
    """To name half of a list of senators, and not what they did, would be nonsense."""
    made = the_subject(
        "Senators Grant, Lee, Moss and Oakes of the banking panel resign", "Court blocks the ban on camps"
    )

    assert made == "Senators Grant, Lee, Moss and Oakes of the banking panel resign"


@pytest.mark.parametrize("headlines", [[LONG], [LONG, LONG], ["A" * 200], ["Budget passes", LONG]])
def test_a_subject_keeps_within_what_an_inbox_shows(headlines):
    made = the_subject(*headlines)

    assert 0 < len(made) <= SUBJECT_ROOM


def test_an_empty_letter_is_named_after_the_publication():
    assert subject([], publication=a_publication()) == "The Week in Politics"


def test_the_preheader_goes_on_where_the_subject_ends():
    stories = told(
        "Senate passes the budget", "Court blocks the ban", "Governor resigns", "Inflation slows to 2 percent"
    )

    assert preheader(stories) == "Governor resigns; Inflation slows to 2 percent"


@pytest.mark.parametrize(
    "headlines",
    [
        ["Senate passes the budget"],
        ["Senate passes the budget", "Court blocks the ban"],
        ["Senate passes the budget", "Court blocks the ban", "Governor resigns"],
        [LONG, LONG, LONG],
        ["Budget"] * 40,
    ],
)
def test_a_preheader_fills_the_line_and_repeats_nothing(headlines):
    line = preheader(told(*headlines))

    assert PREHEADER_LEAST <= len(line) <= PREHEADER_ROOM
    assert line not in the_subject(*headlines)


def test_a_letter_that_may_quote_nobody_says_who_told_its_stories():
    entries = [an_entry(outlet=o, licence=Licence.HEADLINE) for o in ("The Northern Ledger", "The Southern Standard")]
    issue = an_issue(a_story(*entries))

    assert preheader(list(issue.told())) == "The Northern Ledger, The Southern Standard"

"""Drafting: from a week's stories to a letter that an editor can approve."""

import json
import re
from datetime import timedelta

import pytest

from newsletter.domain.entry import Kind, Lean, Licence
from newsletter.domain.issue import READER_TOKEN, Status
from newsletter.domain.override import OverrideKind
from newsletter.draft.checks import check
from newsletter.draft.document import digest, document
from tests.builders import NOON, a_copy, a_publication, a_story, an_entry, an_override
from tests.letters import an_issue, furniture, quotes, rendered

LEDGER = an_entry(
    "ledger",
    outlet="The Ledger",
    lean=Lean.LEFT,
    title="Senate passes the budget by 51 votes to 49",
    content="The Senate passed the budget on Tuesday by 51 votes to 49.\n\nSign up for our newsletter today.",
)
WIRE = an_entry(
    "wire",
    outlet="The Wire",
    lean=Lean.CENTRE,
    title="Budget clears Senate by two votes",
    at=NOON + timedelta(hours=1),
    content="Senator Ada Grant of Ohio gave the budget the deciding vote after nine hours of debate.",
)
STANDARD = an_entry(
    "standard",
    outlet="The Standard",
    lean=Lean.RIGHT,
    title="Here's why the Senate budget matters to you",
    at=NOON + timedelta(hours=2),
    content="Spending on roads and bridges rises by a fifth under the Senate budget.",
)
BUDGET = a_story(LEDGER, WIRE, STANDARD)


def parts(issue):
    made = rendered(issue)
    return made.html.decode(), made.text.decode()


def test_every_printed_sentence_has_a_source_that_the_reader_can_reach():
    issue = an_issue(BUDGET)

    (told,) = issue.told()

    entries = {str(entry.id): entry for entry in BUDGET.entries}
    assert len(told.blurb) >= 2
    for sentence in told.blurb:
        assert quotes(entries[str(sentence.entry)], sentence.quote)
        assert all(sentence.url in part and sentence.outlet in part for part in parts(issue))


def test_a_headline_is_chosen_and_credited_never_written():
    (told,) = an_issue(BUDGET).told()

    assert told.headline in {entry.title for entry in BUDGET.entries}
    assert told.headline_entry.outlet in {"The Ledger", "The Wire"}


def test_furniture_never_reaches_a_letter():
    assert all("newsletter today" not in part for part in parts(an_issue(BUDGET)))


@pytest.mark.parametrize("change", [{"licence": Licence.HEADLINE}, {"kind": Kind.OPINION}])
def test_an_outlet_that_may_not_be_quoted_is_linked_and_not_quoted(change):
    ledger = an_entry("ledger", outlet="The Ledger", title=LEDGER.title, content=LEDGER.content, **change)

    page, _ = parts(an_issue(a_story(ledger, WIRE, STANDARD)))

    assert "The Senate passed the budget on Tuesday" not in page


def test_coverage_is_counted_in_newsrooms_against_those_that_could_have_told_it():
    other = a_story(an_entry(outlet="The Crier", lean=Lean.UNRATED, title="Court blocks the ban on camps"))

    page, text = parts(an_issue(BUDGET, other))

    line = "Covered by 3 of 4 newsrooms: left 1 of 1, centre 1 of 1, right 1 of 1, unrated 0 of 1"
    # No count is torn at the end of a line.
    assert line.replace(" of ", "\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}") in page
    assert line in " ".join(text.split())


def test_who_prints_anothers_words_is_named_and_not_counted():
    """Ten reprints confirm nothing; a reader may still like to know where the story stood."""
    reprints = [a_copy(WIRE, outlet="The Crier"), a_copy(WIRE, outlet="Valley Star")]

    page, text = parts(an_issue(a_story(LEDGER, WIRE, *reprints)))

    for part in (page, " ".join(text.split())):
        assert re.search(r"Also carried by .{0,200}The Crier.{0,200}, .{0,200}Valley Star", part)
        assert "Covered by 2 of 4 newsrooms" in part.replace("\N{NO-BREAK SPACE}", " ")
    assert all("Also carried by" not in part for part in parts(an_issue(BUDGET)))


def test_a_letter_of_one_newsroom_is_whole_and_makes_no_comparison():
    page, text = parts(an_issue(a_story(LEDGER)))

    assert LEDGER.title in page
    assert "Covered by" not in page + text


def test_each_reader_can_leave_by_both_parts():
    assert all(f"https://news.example.org/u/{READER_TOKEN}" in part for part in parts(an_issue(BUDGET)))


def test_the_same_stories_give_the_same_bytes_in_any_order_of_arrival():
    forwards, backwards = an_issue(a_story(LEDGER, WIRE, STANDARD)), an_issue(a_story(STANDARD, WIRE, LEDGER))

    assert digest(rendered(forwards)) == digest(rendered(backwards))


def test_an_editors_word_goes_before_the_rules():
    issue = an_issue(BUDGET, overrides=[an_override(OverrideKind.HEADLINE, "ledger", "wire", value="wire")])

    assert next(issue.told()).headline == "Budget clears Senate by two votes"


def test_a_letter_says_how_it_was_made():
    page, text = parts(an_issue(BUDGET))

    line = "We read 3 entries by 3 newsrooms and found 1 story in them. 15 of 16 feeds were in good health."
    assert line in page
    assert line in " ".join(text.split())


def test_a_draft_that_lacks_what_the_law_asks_for_is_blocked():
    issue = an_issue(BUDGET, publication=a_publication(postal_address=""))

    blocked = [c.name for c in check(issue, rendered(issue), furniture=furniture) if c.blocking and not c.ok]

    assert blocked == ["postal-address"]


def test_how_an_issue_came_about_is_written_down_for_every_story():
    untold = a_story(an_entry("alone", title="Court blocks the ban on camps"))
    issue = an_issue(BUDGET, untold, told=1)

    content = json.loads(document(issue, rendered(issue), status=Status.DRAFT, checks=[]))

    assert sorted(entry for story in content["stories"] for entry in story["entries"]) == [
        "alone",
        "ledger",
        "standard",
        "wire",
    ]
    assert [story["picked"] for story in content["stories"]] == [True, False]

"""What another rule would have changed."""

from dataclasses import replace

import pytest

from newsletter.domain.issue import Issue
from newsletter.domain.override import OverrideKind
from newsletter.draft.compare import Change, compare
from tests.builders import a_story, an_entry, an_override
from tests.letters import an_issue

BUDGET = a_story(
    an_entry("budget-1", title="Senate passes the budget, 51 to 49", outlet="The Ledger"),
    an_entry("budget-2", title="Budget clears the Senate by two votes", outlet="The Wire"),
)
RULING = a_story(an_entry("ruling-1", title="Supreme Court blocks the ban on camps", outlet="The Docket"))
TREATY = a_story(an_entry("treaty-1", title="Prime ministers sign a treaty on river water", outlet="The Crier"))


def changes(one: Issue, other: Issue, *kinds: str) -> list[Change]:
    return [change for change in compare(one, other) if not kinds or change.what in kinds]


def test_a_draft_differs_in_nothing_from_itself():
    assert compare(an_issue(BUDGET, RULING), an_issue(BUDGET, RULING)) == ()


def test_a_story_that_comes_in_says_why_it_was_not_told():
    (change,) = changes(an_issue(BUDGET, RULING, told=1), an_issue(BUDGET, RULING))

    assert change == Change(
        what="in",
        headline="Supreme Court blocks the ban on camps",
        before="rank 2: There was no room for it.",
        after="place 2",
    )


def test_a_story_that_goes_out_says_why_it_is_told_no_more():
    (change,) = changes(an_issue(BUDGET, RULING), an_issue(BUDGET, RULING, told=1))

    assert (change.what, change.headline) == ("out", "Supreme Court blocks the ban on camps")
    assert (change.before, change.after) == ("place 2", "rank 2: There was no room for it.")


def test_a_story_of_which_the_other_draft_has_no_entry_is_in_no_story():
    """Another archive, or a rule by which its entries take no part."""
    (change,) = changes(an_issue(BUDGET, RULING), an_issue(BUDGET), "out")

    assert change.after == "in no story"


def test_a_story_in_another_place_has_moved():
    """Places are those of the reading order, which sections decide with the rank."""
    found = changes(an_issue(BUDGET, RULING, TREATY), an_issue(TREATY, RULING, BUDGET), "moved")

    assert [(change.headline[:6], change.before, change.after) for change in found] == [
        ("Prime ", "place 3", "place 1"),
        ("Senate", "place 1", "place 3"),
    ]


@pytest.mark.parametrize(
    ("override", "what", "before", "after"),
    [
        (
            an_override(OverrideKind.HEADLINE, "budget-1", value="budget-2"),
            "headline",
            "Senate passes the budget, 51 to 49",
            "Budget clears the Senate by two votes",
        ),
        (an_override(OverrideKind.SECTION, "ruling-1", value="states"), "section", "courts", "states"),
    ],
)
def test_a_story_told_under_another_headline_or_section_says_so(override, what, before, after):
    one, other = an_issue(BUDGET, RULING), an_issue(BUDGET, RULING, overrides=[override])

    assert [(c.before, c.after) for c in changes(one, other, what)] == [(before, after)]


def test_a_story_told_in_other_words_says_both():
    other = an_issue(BUDGET)
    section = other.sections[0]
    silent = replace(other, sections=(replace(section, stories=(replace(section.stories[0], blurb=()),)),))

    (change,) = changes(an_issue(BUDGET), silent)

    assert change.what == "blurb"
    assert change.before.startswith("The Senate passed the budget on Tuesday")
    assert change.after == "none"


def test_stories_that_another_rule_makes_one_are_said_to_be():
    (change,) = changes(an_issue(BUDGET, RULING), an_issue(a_story(*BUDGET.entries, *RULING.entries)), "grouped")

    assert (change.before, change.after) == ("2 stories of 2 and 1", "one of 3")


def test_a_story_that_another_rule_parts_is_still_itself():
    """It is the story with which it shares most entries; what was cut off from it comes in as another."""
    whole, rest = a_story(*BUDGET.entries, *RULING.entries), an_issue(BUDGET, RULING)

    found = changes(an_issue(whole), rest, "in", "out", "grouped")

    assert [(change.what, change.headline, change.before) for change in found] == [
        ("in", "Supreme Court blocks the ban on camps", "rank 1: told as part of another story"),
        ("grouped", "Senate passes the budget, 51 to 49", "1 story of 3"),
    ]


def test_of_two_that_became_one_the_larger_is_told_and_the_other_went_into_it():
    found = changes(an_issue(BUDGET, RULING), an_issue(a_story(*BUDGET.entries, *RULING.entries)), "in", "out")

    assert [(change.what, change.headline, change.after) for change in found] == [
        ("out", "Supreme Court blocks the ban on camps", "rank 1: told as part of another story")
    ]


def test_stories_of_one_entry_that_nobody_tells_are_passed_over_in_silence():
    """A week has hundreds."""
    assert compare(an_issue(BUDGET, told=1), an_issue(BUDGET, TREATY, told=1)) == ()


def test_the_order_in_which_a_draft_lists_what_it_did_not_tell_plays_no_part():
    one, other = an_issue(BUDGET, RULING, TREATY), an_issue(BUDGET, RULING, TREATY, told=1)

    turned = [replace(issue, ranked=issue.ranked[::-1]) for issue in (one, other)]

    assert compare(*turned) == compare(one, other)


def test_a_change_is_a_line():
    assert str(Change(what="in", headline="A treaty", before="in no story", after="place 2")) == (
        "in: A treaty (in no story → place 2)"
    )

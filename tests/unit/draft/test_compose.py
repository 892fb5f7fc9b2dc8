from newsletter.domain.override import OverrideKind
from tests.builders import a_publication, a_story, an_entry, an_override
from tests.letters import an_issue

BUDGET = a_story(
    an_entry("budget-1", title="Senate passes the budget, 51 to 49", outlet="The Ledger"),
    an_entry("budget-2", title="Budget clears the Senate by two votes", outlet="The Wire"),
)
RULING = a_story(an_entry("ruling-1", title="Supreme Court blocks the ban on camps", outlet="The Docket"))


def story(issue, first_entry: str):
    return next(t for t in issue.told() if t.ranked.story.entries[0].id == first_entry)


def test_the_title_names_the_week_by_its_last_day():
    assert an_issue().title == "The week to Friday, November 20, 2026"


def test_dates_are_written_as_the_publications_language_writes_them():
    assert an_issue(publication=a_publication(language="en-GB")).title == "The week to Friday, 20 November 2026"


def test_an_editor_chooses_another_headline():
    override = an_override(OverrideKind.HEADLINE, "budget-1", value="budget-2")

    told = story(an_issue(BUDGET, RULING, overrides=[override]), "budget-1")

    assert told.headline == "Budget clears the Senate by two votes"
    assert told.headline_entry.outlet == "The Wire"


def test_an_editor_moves_a_story_to_another_section():
    override = an_override(OverrideKind.SECTION, "ruling-1", value="States")

    assert story(an_issue(BUDGET, RULING, overrides=[override]), "ruling-1").section == "states"


def test_an_editor_makes_a_story_the_lead():
    override = an_override(OverrideKind.SECTION, "ruling-1", value="lead")

    assert next(an_issue(BUDGET, RULING, overrides=[override]).told()).headline.startswith("Supreme Court")


def test_an_editor_writes_the_lines_of_the_whole_letter():
    issue = an_issue(
        BUDGET,
        overrides=[
            an_override(OverrideKind.SUBJECT, value="Budget passes, narrowly"),
            an_override(OverrideKind.PREHEADER, value="Two votes decided it"),
            an_override(OverrideKind.NOTE, value="A quiet week."),
        ],
    )

    assert (issue.subject, issue.preheader, issue.note) == (
        "Budget passes, narrowly",
        "Two votes decided it",
        "A quiet week.",
    )


def test_the_later_of_two_decisions_holds():
    issue = an_issue(
        BUDGET,
        overrides=[an_override(OverrideKind.SUBJECT, value="First"), an_override(OverrideKind.SUBJECT, value="Second")],
    )

    assert issue.subject == "Second"


def test_a_decision_that_no_story_can_take_is_listed():
    """Stories are found anew with every draft; what an editor decided must not vanish in silence."""
    lost = [
        an_override(OverrideKind.HEADLINE, "gone-1", value="gone-2"),
        an_override(OverrideKind.HEADLINE, "budget-1", value="ruling-1"),
        an_override(OverrideKind.SECTION, "budget-1", value="Sports"),
    ]
    kept = an_override(OverrideKind.SECTION, "ruling-1", value="states")

    issue = an_issue(BUDGET, RULING, overrides=[*lost, kept])

    assert issue.orphaned == tuple(lost)
    assert issue.overrides == (*lost, kept)


def test_a_week_of_one_newsroom_is_told_whole():
    """A publisher that mails its own week has nobody to be compared with."""
    entry = an_entry(
        content="The Senate passed the budget on Tuesday after a debate of nine hours on roads and bridges. "
        "Senator Ada Grant of Ohio broke with her party to vote for the whole plan. "
        "Governors of both parties welcomed more money for ports in a joint letter."
    )

    (told,) = an_issue(a_story(entry)).told()

    assert told.coverage is None
    assert len(told.blurb) == 3


def test_a_letter_without_stories_is_composed_all_the_same():
    """The check on stories stops it; the editor still gets to see why."""
    issue = an_issue(BUDGET, told=0)

    assert issue.sections == ()
    assert issue.subject == "The Week in Politics"
    assert list(issue.passed_over.values()) == ["There was no room for it."]

from newsletter.domain.continuity import Continuity, Since, Standing
from newsletter.domain.entry import Lean
from newsletter.domain.issue import LeanCount
from newsletter.domain.override import OverrideKind
from newsletter.domain.sentence import Author, Sentence
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


FOLLOW_UP = a_story(an_entry("budget-3", title="Budget office explains its figures", outlet="The Docket"))


def test_a_story_that_a_cap_kept_out_is_named_under_its_leading_one():
    issue = an_issue(BUDGET, RULING, FOLLOW_UP, told=2, more={BUDGET.id: [FOLLOW_UP]})

    told = story(issue, "budget-1")

    assert [(folded.headline, folded.headline_entry.outlet) for folded in told.more] == [
        ("Budget office explains its figures", "The Docket")
    ]
    assert story(issue, "ruling-1").more == ()
    assert {entry.id for entry in told.entries()} == {"budget-1", "budget-2", "budget-3"}


def test_every_story_says_to_the_editor_why_it_has_its_place():
    told = story(an_issue(BUDGET, RULING), "budget-1")

    assert told.because.startswith("2 of 3 newsrooms")


def test_newsrooms_that_published_nothing_on_it_are_counted_too():
    """Which they are, the feeds that are in good health say, and not the week's entries."""
    families = {"The Ledger": Lean.LEFT, "The Wire": Lean.CENTRE, "The Docket": Lean.UNRATED, "The Crier": Lean.RIGHT}

    told = story(an_issue(BUDGET, RULING, families=families), "budget-1")

    assert told.coverage is not None
    assert (told.coverage.families, told.coverage.of) == (2, 4)
    assert told.coverage.by_lean[Lean.RIGHT] == LeanCount(n=0, of=1)
    assert told.because.startswith("2 of 4 newsrooms")


def test_a_side_that_hardly_told_a_story_is_named_where_the_counts_carry_it():
    told_by = [f"Left {n}" for n in range(12)]
    families = dict.fromkeys(told_by, Lean.LEFT) | {f"Right {n}": Lean.RIGHT for n in range(12)}
    seen = a_story(*(an_entry(f"seen-{n}", outlet=name, lean=Lean.LEFT) for n, name in enumerate(told_by)))

    (told,) = an_issue(seen, families=families).told()

    assert told.under_covered == (Lean.RIGHT,)
    assert story(an_issue(BUDGET, RULING), "budget-1").under_covered == ()


def test_numbers_on_which_newsrooms_differ_are_told_to_the_editor():
    reports = {"The Ledger": 12, "The Wire": 14}
    fire = a_story(
        *(
            an_entry(
                outlet,
                outlet=outlet,
                title="Fire at the port of Halden",
                content=f"A fire at the port of Halden killed {n} people on Tuesday, the governor said.",
            )
            for outlet, n in reports.items()
        )
    )

    (told,) = an_issue(fire).told()

    (line,) = told.disputed
    assert "12 (The Ledger)" in line
    assert "14 (The Wire)" in line


def test_a_writers_words_take_the_place_of_the_outlets():
    entry = BUDGET.entries[0]
    sentence = Sentence(
        text="The budget passed narrowly.", by=Author.WRITER, quote=entry.content[:30], entry=entry.id
    )  # fmt: skip

    issue = an_issue(BUDGET, RULING, written={BUDGET.id: (sentence,)}, unwritten={RULING.id: "It was too short."})

    assert story(issue, "budget-1").blurb == (sentence,)
    assert story(issue, "budget-1").unwritten == ""
    assert story(issue, "ruling-1").blurb[0].by is Author.OUTLET
    assert story(issue, "ruling-1").unwritten == "It was too short."


def test_what_has_changed_is_printed_once():
    first = story(an_issue(BUDGET, RULING), "budget-1").blurb[0]
    since = Since(standing=Standing.DEVELOPING, issue=29, weeks=1, changed=first)

    told = story(an_issue(BUDGET, RULING, continuity=Continuity(since={BUDGET.id: since})), "budget-1")

    assert told.since is not None
    printed = [*told.blurb, *([told.since.changed] if told.since.changed else [])]
    assert len({(sentence.entry, sentence.quote) for sentence in printed}) == len(printed)
    assert (first.entry, first.quote) in {(sentence.entry, sentence.quote) for sentence in printed}

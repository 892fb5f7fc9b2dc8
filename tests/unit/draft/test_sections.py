from dataclasses import replace

import pytest

from newsletter.draft.sections import LEAD, NAMES, arrange, section_named, section_of
from tests.builders import a_story, an_entry
from tests.letters import an_issue


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Senate passes the budget, 51 to 49", "congress"),
        ("House approves bill on spending before the recess", "congress"),
        ("White House names a new trade adviser", "executive"),
        ("President signs executive order on ports", "executive"),
        ("Supreme Court rules against the agency", "courts"),
        ("Jury convicts the former senator of bribery", "courts"),
        ("Candidates meet in the last debate before the election", "elections"),
        ("Governor orders state agencies to clear camps", "states"),
        ("Prime minister of Israel meets NATO envoys", "foreign"),
        ("Inflation slows as the Federal Reserve waits", "economy"),
        ("Airline apologises for a day of delays", "other"),
    ],
)
def test_a_title_leads_to_its_section(title, section):
    assert section_of(a_story(an_entry(title=title, content=""))) == section


@pytest.mark.parametrize("title", ["White House names an adviser", "Judge orders house arrest", "House prices fall"])
def test_not_every_house_is_in_congress(title):
    assert section_of(a_story(an_entry(title=title, content=""))) != "congress"


def test_where_no_word_decides_the_feed_does():
    entry = an_entry(title="Airline apologises for a day of delays", content="", section="Business")

    assert section_of(a_story(entry)) == "economy"


@pytest.mark.parametrize(("word", "section"), [("World", "foreign"), ("courts", "courts"), ("Sports", None)])
def test_operators_call_sections_as_they_like(word, section):
    assert section_named(word) == section


def told(*sections: str):
    stories = [a_story(an_entry(f"e{n}", title=f"Title {n}")) for n in range(len(sections))]
    issue = an_issue(*stories)
    by_rank = sorted(issue.told(), key=lambda t: t.ranked.rank)
    return [replace(t, section=section) for t, section in zip(by_rank, sections, strict=True)]


def test_the_weightiest_story_opens_the_letter_and_sections_follow_by_weight():
    arranged = arrange(told("courts", "economy", "courts", "economy", "states"))

    assert [section.name for section in arranged] == [LEAD, "economy", "courts", "states"]
    assert [[t.ranked.rank for t in section.stories] for section in arranged] == [[1], [2, 4], [3], [5]]


def test_also_this_week_closes_the_letter():
    assert [section.name for section in arrange(told("courts", "other", "economy"))] == [LEAD, "economy", "other"]


def test_an_editor_may_choose_the_lead():
    arranged = arrange(told("courts", "economy", LEAD))

    assert [t.ranked.rank for t in arranged[0].stories] == [3]
    assert [t.ranked.rank for section in arranged[1:] for t in section.stories] == [1, 2]


def test_no_story_no_section():
    assert arrange([]) == ()


def test_every_section_has_a_name_of_one_word():
    assert all(name.isalpha() for name in NAMES)


def test_one_foreign_desk_among_several_outlets_does_not_make_a_story_foreign():
    def grounded(outlet: str, section: str = ""):
        text = "A faulty update stopped flights on Friday."
        return an_entry(title="Software fault grounds flights", content=text, outlet=outlet, section=section)

    foreign, others = grounded("The Thames", "foreign"), [grounded("The Ledger"), grounded("The Wire")]

    assert section_of(a_story(foreign, *others)) == "other"
    assert section_of(a_story(foreign, others[0])) == "foreign"

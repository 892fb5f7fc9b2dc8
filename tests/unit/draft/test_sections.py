from dataclasses import replace

import pytest

from newsletter.draft.sections import LEAD, NAMES, arrange, placed, section_named, section_of
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


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Party urges Orvitz to end his Senate bid", "elections"),
        ("Whip fears that they could lose the House", "elections"),
        ("Aide pleads the Fifth in Russia probe", "courts"),
        ("U.S. quits U.N. panel", "foreign"),
        ("US-Saudi ties under strain", "foreign"),
        ("Lawmaker apologises to the committee", "congress"),
        ("Ministers weigh tax cuts and the budget", "economy"),
        ("Impeachment hearings go public", "congress"),
    ],
)
def test_words_are_read_with_what_stands_beside_them(title, section):
    assert section_of(a_story(an_entry(title=title, content=""))) == section


class TestTheReasonOfASection:
    def test_names_the_words_and_in_how_many_titles_they_stand(self):
        titles = ["Judge blocks the dam in a ruling", "Court: judge stops dam", "Dam work ends", "Judge rules on dam"]
        story = a_story(*(an_entry(title=title, content="", outlet=f"Paper {n}") for n, title in enumerate(titles)))

        assert placed(story).because == "judge, court, ruling in 3 of 4 titles"

    def test_names_words_of_openings_where_no_title_has_any(self):
        text = "The Senate voted on the bill in Congress on Friday."
        story = a_story(an_entry(title="A long night", content=text), an_entry(title="At last", content=text))

        assert placed(story).because == "bill, congress, senate in 2 of 2 openings"

    def test_names_the_feeds_where_no_word_decides(self):
        stories = [
            an_entry(title="A day of delays", content="", section=section, outlet=outlet)
            for section, outlet in (("Business", "A"), ("Money", "B"), ("", "C"))
        ]

        assert placed(a_story(*stories)).because == ("the section of its feeds, in 2 of 3")
        assert placed(a_story(stories[0])).because == "the section of its feed, in 1 of 1"

    def test_names_the_office_where_neither_decides(self):
        story = a_story(an_entry(title="Orvitz shows his garden", content="Senator Orvitz keeps bees."))

        assert placed(story).because == "no word decides, but Senator Orvitz in the title"

    def test_says_so_where_nothing_decides(self):
        placed_ = placed(a_story(an_entry(title="A day of delays", content="")))

        assert (placed_.section, placed_.because) == ("other", "no word, feed or office decides")

    def test_is_the_same_in_whatever_order_entries_come(self):
        entries = [
            an_entry(f"e{n}", title=t, content="") for n, t in enumerate(["Court rules", "Judge rules", "Trial"])
        ]

        assert placed(a_story(*entries)) == placed(a_story(*reversed(entries)))

import json
from dataclasses import replace

import pytest

from newsletter.domain.errors import Refused
from newsletter.domain.issue import Status
from newsletter.draft.document import document
from newsletter.draft.history import past_issue, read_history
from tests.builders import a_story, an_entry
from tests.letters import an_issue, rendered


def a_document(week="2026-W46", number=8, *stories, status="sent", **keys):
    content = {
        "schema": 1,
        "issue": {"number": number, "week": week, "status": status},
        "stories": list(stories) or [a_told()],
        "entries": [{"id": "one", "title": "Senate passes the budget"}, {"id": "two", "title": "Budget passes Senate"}],
    }
    return json.dumps(content | keys)


def a_told(story="s1", **keys):
    return {
        "id": story, "headline": "Senate passes the budget", "entries": ["one", "two"], "picked": True, "rank": 1,
        "section": "congress", "blurb": [{"text": "The Senate passed it.", "by": "outlet", "entry": "one"}],
    } | keys  # fmt: skip


def test_what_a_letter_told_is_read_back_from_its_document():
    told, untold = a_story(an_entry("one")), a_story(an_entry("two", title="Court blocks the ban", outlet="The Docket"))
    issue = an_issue(told, untold, told=1)

    past = past_issue(document(issue, rendered(issue), status=Status.SENT, checks=()))

    assert (past.number, past.week) == (issue.number, issue.week.name)
    (story,) = past.stories
    assert story.headline == next(issue.told()).headline
    assert story.entries == {"one"}
    assert story.place == 1


def test_stories_remember_their_storyline_profile_and_all_that_was_printed():
    since = {"standing": "developing", "changed": {"text": "The president signed it."}}
    told = a_told(storyline="began", profile={"senate": 0.8, "budget": 0.6}, since=since)

    (story,) = past_issue(a_document("2026-W46", 8, told)).stories

    assert story.storyline == "began"
    assert story.profile == {"senate": 0.8, "budget": 0.6}
    assert story.told == ("The Senate passed it.", "The president signed it.")


def test_of_an_older_document_the_titles_of_the_entries_make_the_profile():
    (story,) = past_issue(a_document()).stories

    assert story.storyline == "s1"
    assert story.profile == {"budget": 0.57735, "passe": 0.57735, "senate": 0.57735}


def test_the_words_of_titles_may_be_those_of_another_stage():
    (story,) = past_issue(a_document(), terms=lambda _: ["word"]).stories

    assert story.profile == {"word": 1.0}


def test_stories_stand_in_the_order_that_readers_had():
    """A document lists them by weight, and sections part them."""
    stories = [
        a_told("third", rank=2, section="courts"), a_told("second", rank=3, section="congress"),
        a_told("lead", rank=4, section="lead"), a_told("first", rank=1, section="congress"),
        a_told("last", rank=1, section="other"), a_told("untold", picked=False),
    ]  # fmt: skip

    past = past_issue(a_document("2026-W46", 8, *stories))

    assert [(s.storyline, s.place) for s in past.stories] == [
        ("lead", 1), ("first", 2), ("second", 3), ("third", 4), ("last", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"issue": {"week": "2026-W99"}, "stories": []}', '{"issue": 3}', "null"]
)
def test_what_is_no_document_of_an_issue_is_refused_by_name(text):
    with pytest.raises(Refused, match=r"^notes\.json cannot be read as an earlier issue\. It is no"):
        read_history([("notes.json", text)], before_week="2026-W47")


@pytest.mark.parametrize(
    "keys",
    [
        {"entries": None}, {"entries": "one"}, {"blurb": [3, {"text": None}]}, {"profile": {"a": "b", "c": True}},
        {"since": "new"}, {"headline": None, "entries": []}, {"rank": "first"}, {"section": None}, {"id": None},
    ],
    ids=lambda keys: next(iter(keys)),
)  # fmt: skip
def test_a_key_that_is_missing_or_spoilt_spoils_no_letter(keys):
    (story,) = past_issue(a_document("2026-W46", 8, a_told(**keys))).stories

    assert story.storyline


def test_letters_before_the_week_are_read_newest_first_whatever_their_files_are_called():
    files = [("a", a_document("2026-W45", 7)), ("b", a_document("2025-W52", 1)), ("c", a_document("2026-W46", 8))]

    past = read_history(files, before_week="2026-W47")

    assert [issue.number for issue in past] == [8, 7, 1]
    assert read_history(files[::-1], before_week="2026-W47") == past


def test_letters_of_the_week_itself_or_later_and_withdrawn_ones_are_left_out():
    files = [
        ("a", a_document("2026-W47", 9)), ("b", a_document("2026-W48", 10)),
        ("c", a_document("2026-W45", 7, status="withdrawn")),
    ]  # fmt: skip

    assert read_history(files, before_week="2026-W47") == ()


def test_two_different_letters_of_one_week_are_refused():
    """Only the editor knows which of them readers had."""
    files = [("a.json", a_document()), ("b.json", a_document(number=9))]

    with pytest.raises(Refused, match=r"^a\.json and b\.json are both issues of 2026-W46\."):
        read_history(files, before_week="2026-W47")


def test_a_copy_of_a_document_does_no_harm():
    files = [("a.json", a_document()), ("b.json", a_document())]

    assert len(read_history(files, before_week="2026-W47")) == 1


def test_an_issue_without_stories_is_an_issue():
    empty = replace(an_issue(), sections=(), ranked=())

    assert past_issue(document(empty, rendered(an_issue()), status=Status.SENT, checks=())).stories == ()

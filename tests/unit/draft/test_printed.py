"""Which entries a letter prints from."""

import json

from newsletter.domain.issue import Check
from newsletter.draft.printed import printed, with_checks


def a_document(*stories: dict, ids: str = "abcdefg", corrections: tuple[dict, ...] = ()) -> str:
    entries = [{"id": i, "outlet": "The Ledger", "title": f"Title {i}", "url": f"https://l.example/{i}"} for i in ids]
    return json.dumps({"stories": stories, "entries": entries, "corrections": corrections, "checks": []})


def test_they_are_those_of_its_headlines_sentences_and_folded_headlines():
    story = {
        "picked": True,
        "headline_entry": "a",
        "blurb": [{"entry": "b", "quote": "One."}, {"entry": "b", "quote": "Two."}, {"entry": None, "quote": None}],
        "since": {"changed": {"entry": "c", "quote": "Three."}},
        "more": [{"entry": "d"}],
        "entries": ["a", "b", "c", "d", "e"],
    }

    found = printed(a_document(story, corrections=({"entry": "a", "text": "Correction: no."},)))

    assert [(one.id, one.quotes) for one in found] == [
        ("a", ()),
        ("b", ("One.", "Two.")),
        ("c", ("Three.",)),
        ("d", ()),
    ]
    assert found[0].corrections == ("Correction: no.",)


def test_a_story_that_is_not_in_the_letter_prints_nothing():
    assert printed(a_document({"picked": False, "headline_entry": "a", "blurb": [], "entries": ["a"]})) == ()


def test_a_document_of_an_earlier_version_may_lack_parts():
    assert printed('{"schema": 1}') == ()
    assert [one.id for one in printed(a_document({"picked": True, "headline_entry": "a"}))] == ["a"]


def test_the_checks_of_a_document_are_replaced_and_nothing_else():
    before = a_document()
    check = Check(name="size", ok=False, blocking=True, figure="9 KB", remedy="Cut it.")

    after = json.loads(with_checks(before, [check]))

    assert after.pop("checks") == [
        {"name": "size", "ok": False, "blocking": True, "figure": "9 KB", "remedy": "Cut it."}
    ]
    assert after == {key: value for key, value in json.loads(before).items() if key != "checks"}

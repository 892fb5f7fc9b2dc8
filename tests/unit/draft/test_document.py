import json
from dataclasses import replace

from newsletter.domain.entry import Kind, Lean, Removed
from newsletter.domain.issue import Check, Made, Rendered, Status
from newsletter.domain.override import OverrideKind
from newsletter.draft.document import digest, document, with_status
from tests.builders import a_copy, a_publication, a_story, an_entry, an_override
from tests.letters import an_issue, rendered

CHECK = Check(name="size", ok=True, blocking=True, figure="41 KB of 95 KB")


def written(issue=None):
    shown = issue or an_issue()
    return json.loads(document(shown, rendered(shown), status=Status.DRAFT, checks=[CHECK]))


def test_it_has_the_public_form():
    content = written()

    assert content["schema"] == 1
    assert {"number", "week", "title", "subject", "preheader", "status", "digest"} <= content["issue"].keys()
    story = content["stories"][0]
    assert {
        "id", "headline", "headline_entry", "entries", "picked", "section", "rank", "score", "why", "blurb", "coverage",
    } <= story.keys()  # fmt: skip
    assert story["blurb"][0].keys() >= {"text", "by", "quote", "entry"}
    assert story["coverage"].keys() >= {"left", "centre", "right", "unrated", "families"}
    assert story["coverage"]["centre"] == {"n": 3, "of": 3}
    assert {"refused", "removed"} <= content.keys()
    assert content["checks"][0].keys() >= {"name", "ok", "blocking", "figure"}


def test_it_says_of_how_much_the_letter_was_made():
    issue = replace(an_issue(), made=Made(entries=412, stories=260, families=38, feeds=41, feeds_healthy=39))

    assert written(issue)["made"] == {
        "entries": 412, "stories": 260, "families": 38, "feeds": 41, "feeds_healthy": 39,
    }  # fmt: skip


def test_it_holds_every_story_picked_or_not():
    told, untold = a_story(an_entry("one")), a_story(an_entry("two", title="Court blocks the ban", outlet="The Docket"))

    stories = written(an_issue(told, untold, told=1))["stories"]

    assert [(s["entries"], s["picked"]) for s in stories] == [(["one"], True), (["two"], False)]
    assert stories[1]["headline"] == "Court blocks the ban"
    assert stories[1]["headline_entry"] == "two"
    assert stories[1]["blurb"] == []
    assert stories[1]["because"] == "There was no room for it."
    assert stories[1]["coverage"]["families"] == 1


def test_it_shows_what_was_struck_out_as_furniture():
    entry = replace(an_entry("one"), removed=(Removed(text="Read more", rule="call-to-action"),))

    assert written(an_issue(a_story(entry)))["removed"] == [
        {"entry": "one", "text": "Read more", "rule": "call-to-action"}
    ]


def test_a_week_of_one_newsroom_has_no_coverage():
    assert written(an_issue(a_story(an_entry("one", lean=Lean.LEFT))))["stories"][0]["coverage"] is None


def test_it_lists_the_editors_decisions_and_which_were_lost():
    kept, lost = an_override(OverrideKind.NOTE, value="Hello"), an_override(OverrideKind.PIN, "gone")

    overrides = written(an_issue(overrides=[kept, lost]))["overrides"]

    assert [o["kind"] for o in overrides["applied"]] == ["note"]
    assert [o["entries"] for o in overrides["orphaned"]] == [["gone"]]


def test_the_same_issue_gives_the_same_text_in_readable_letters():
    issue = an_issue(a_story(an_entry("one", title="Sénat: le budget passe", outlet="Le Registre")))
    parts = rendered(issue)

    text = document(issue, parts, status=Status.DRAFT, checks=[CHECK])

    assert text == document(issue, parts, status=Status.DRAFT, checks=[CHECK])
    assert "Sénat" in text
    assert text.endswith("}\n")


def test_a_status_changes_nothing_else():
    issue = an_issue()
    parts = rendered(issue)

    approved = with_status(document(issue, parts, status=Status.DRAFT, checks=[CHECK]), Status.APPROVED)

    assert approved == document(issue, parts, status=Status.APPROVED, checks=[CHECK])


def test_a_digest_tells_the_parts_apart():
    """A byte that moved from the subject into the page would otherwise pass as what was approved."""
    one = Rendered(subject="ab", html=b"c", text=b"", publication=a_publication())
    other = Rendered(subject="a", html=b"bc", text=b"", publication=a_publication())

    sender = replace(one, publication=a_publication(name="Somebody Else"))

    assert len({digest(one), digest(other), digest(sender)}) == 3
    assert len(digest(one)) == 64


def test_ten_reprints_are_one_newsroom_and_named_as_carriers():
    wire = an_entry("wire", outlet="Wire")
    reprints = [a_copy(wire, outlet=f"Paper {n}") for n in range(10)]

    content = written(an_issue(a_story(wire, *reprints)))

    assert content["stories"][0]["coverage"]["families"] == 1
    assert content["stories"][0]["carried_by"] == [f"Paper {n}" for n in range(10)]
    copies: dict[str, str | None] = {entry["id"]: entry["copy_of"] for entry in content["entries"]}
    assert copies == dict.fromkeys([reprint.id for reprint in reprints], "wire") | {"wire": None}


def test_it_holds_what_outlets_say_that_they_got_wrong():
    entry = replace(an_entry("one"), corrections=("An earlier version named the wrong senator.",))

    assert written(an_issue(a_story(entry)))["corrections"] == [
        {"entry": "one", "text": "An earlier version named the wrong senator."}
    ]


def test_it_tells_of_an_entry_what_its_outlet_told():
    told = replace(
        an_entry("one", kind=Kind.FACT_CHECK),
        authors=("Ana Lee",), credited_to="Halyard", earlier_titles=("Senate votes",),
    )  # fmt: skip

    one, two = written(an_issue(a_story(told, an_entry("two"))))["entries"]

    assert (one["kind"], two["kind"]) == ("fact-check", "news")
    assert one["authors"] == ["Ana Lee"]
    assert one["credited_to"] == "Halyard"
    assert one["earlier_titles"] == ["Senate votes"]
    assert not {"authors", "credited_to", "earlier_titles"} & two.keys()

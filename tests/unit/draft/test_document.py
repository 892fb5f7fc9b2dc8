import json
from dataclasses import replace

from newsletter.domain.continuity import Continuity, Correction, Quiet, Since, Standing
from newsletter.domain.entry import EntryId, Kind, Lean, Removed
from newsletter.domain.issue import Check, Made, Rendered, Status
from newsletter.domain.override import OverrideKind
from newsletter.domain.sentence import Author, Sentence
from newsletter.domain.story import StorylineId
from newsletter.domain.writer import WriterReport
from newsletter.draft.document import corrected, digest, document, with_status
from newsletter.draft.history import past_issue
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


def test_a_week_of_one_newsroom_is_counted_in_the_same_form():
    issue = an_issue(a_story(an_entry("one", lean=Lean.LEFT)), a_story(an_entry("two", lean=Lean.LEFT)), told=1)

    for story in written(issue)["stories"]:
        assert story["coverage"] == {
            "left": {"n": 1, "of": 1},
            "centre": {"n": 0, "of": 0},
            "right": {"n": 0, "of": 0},
            "unrated": {"n": 0, "of": 0},
            "families": 1,
            "of": 1,
        }
    assert next(issue.told()).coverage is None


def test_it_says_by_which_rule_a_story_stands_in_its_section():
    title = "Supreme Court rules against the agency"
    late = a_story(an_entry("two", title="Ferry is late", content="It was."))
    issue = an_issue(a_story(an_entry("one", title=title)), late, told=1)

    first, second = written(issue)["stories"]

    assert (first["section"], first["section_because"]) == ("courts", "court, supreme court in the title")
    assert (second["section"], second["section_because"]) == ("other", "no word, feed or office decides")


def test_a_section_that_an_editor_chose_is_said_to_be_so():
    override = an_override(OverrideKind.SECTION, "one", value="economy")
    issue = an_issue(a_story(an_entry("one")), overrides=[override])

    (story,) = written(issue)["stories"]

    assert (story["section"], story["section_because"]) == ("economy", "an editor chose it")


def test_a_later_step_has_the_place_of_the_earlier_and_says_so():
    charged = a_story(an_entry("one", title="Orvitz charged with bribery"))
    budget = a_story(an_entry("two", title="Budget is signed"))
    acquitted = a_story(an_entry("three", title="Orvitz acquitted of bribery"))

    stories = written(an_issue(charged, budget, acquitted, instead={acquitted.id: charged}))["stories"]

    assert [(story["rank"], story.get("place")) for story in stories] == [(1, None), (2, 2), (3, 1)]
    assert stories[2]["because"].endswith(
        "a later step of the same matter as “Orvitz charged with bribery”, and in its place"
    )


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


BUDGET = a_story(an_entry("budget-1", outlet="The Ledger"), an_entry("budget-2", outlet="The Wire"))
RULING = a_story(an_entry("ruling-1", title="Supreme Court blocks the ban on camps", outlet="The Docket"))


def test_it_says_of_each_story_why_it_has_its_place():
    told, untold = written(an_issue(BUDGET, RULING, told=1))["stories"]

    assert told["because"].startswith("2 of 3 newsrooms")
    assert untold["because"] == "There was no room for it."


def test_it_keeps_what_a_story_is_about_for_the_next_letter():
    """Of the letter's stories only: the others are no letter's to go on from."""
    profiles = {BUDGET.id: {"budget": 0.8, "senate": 0.6}, RULING.id: {"court": 1.0}}
    lines = {BUDGET.id: StorylineId("the-budget"), RULING.id: StorylineId("the-camps")}
    course = Continuity(storylines=lines, profiles=profiles)

    told, untold = written(an_issue(BUDGET, RULING, told=1, continuity=course))["stories"]

    assert (told["storyline"], untold["storyline"]) == ("the-budget", "the-camps")
    assert told["profile"] == {"budget": 0.8, "senate": 0.6}
    assert "profile" not in untold


def test_a_first_letter_has_the_keys_of_continuity_all_the_same():
    """A program that reads documents needs to ask for no version."""
    content = written(an_issue(BUDGET))

    assert content["stories"][0]["since"] is None
    assert (content["quiet"], content["printed_corrections"], content["corrections"]) == ([], [], [])


def test_it_says_how_a_story_goes_on_with_the_sentence_and_its_source():
    entry = BUDGET.entries[1]
    changed = Sentence(text="It is law.", quote="It is law.", entry=entry.id, outlet=entry.outlet, url=entry.url)
    since = Since(standing=Standing.DEVELOPING, issue=29, weeks=1, changed=changed)

    (story,) = written(an_issue(BUDGET, continuity=Continuity(since={BUDGET.id: since})))["stories"]

    assert story["since"] == {
        "standing": "developing",
        "issue": 29,
        "weeks": 1,
        "changed": {"text": "It is law.", "by": "outlet", "quote": "It is law.", "entry": "budget-2"},
    }


def test_it_lists_what_went_quiet_and_what_outlets_corrected():
    course = Continuity(
        quiet=(Quiet(storyline=StorylineId("levee"), headline="The levee tax falls", issue=29),),
        corrections=(
            Correction(entry=EntryId("budget-1"), outlet="The Ledger", url="", text="It was 51 votes.", issue=29),
        ),
    )

    content = written(an_issue(BUDGET, continuity=course))

    assert content["quiet"] == [{"storyline": "levee", "headline": "The levee tax falls", "issue": 29}]
    assert content["printed_corrections"] == [
        {"entry": "budget-1", "outlet": "The Ledger", "url": "", "text": "It was 51 votes.", "issue": 29}
    ]


def test_the_corrections_that_it_prints_can_be_read_back():
    """So that no letter after it tells them again."""
    correction = Correction(entry=EntryId("budget-1"), outlet="The Ledger", url="", text="It was 51 votes.")
    issue = an_issue(BUDGET, continuity=Continuity(corrections=(correction,)))

    text = document(issue, rendered(issue), status=Status.DRAFT, checks=[CHECK])

    assert corrected(text) == {("budget-1", "It was 51 votes.")}
    assert corrected('{"schema": 1}') == frozenset()


def test_it_names_what_folds_under_a_story():
    told, folded = written(an_issue(BUDGET, RULING, told=1, more={BUDGET.id: [RULING]}))["stories"]

    assert told["more"] == [{"story": folded["id"], "headline": folded["headline"], "entry": "ruling-1"}]
    assert not folded["picked"]


def test_it_says_which_side_hardly_told_a_story_and_on_what_newsrooms_differ():
    issue = an_issue(BUDGET)
    section = issue.sections[0]
    told = replace(
        section.stories[0], under_covered=(Lean.LEFT,), disputed=("dead: 12 (The Ledger), 14 (The Wire)",)
    )  # fmt: skip

    (story,) = written(replace(issue, sections=(replace(section, stories=(told,)),)))["stories"]

    assert story["under_covered"] == ["left"]
    assert story["disputed"] == ["dead: 12 (The Ledger), 14 (The Wire)"]


def test_it_keeps_the_weights_and_who_rated_the_leans():
    content = written(an_issue(weights={"recency": 0.2, "breadth": 0.8}, rated_by="Media Watch, 2026-01"))

    assert list(content["weights"].items()) == [("breadth", 0.8), ("recency", 0.2)]
    assert content["rated_by"] == "Media Watch, 2026-01"


def test_it_says_what_a_writer_did_and_where_its_words_do_not_stand():
    report = WriterReport(model="small", asked=2, unwritten=1, rejected={"numbers": 2}, cost=0.012)

    content = written(an_issue(BUDGET, writer=report, unwritten={BUDGET.id: "A number is in none of its sources."}))

    assert (content["writer"]["model"], content["writer"]["rejected"]) == ("small", {"numbers": 2})
    assert content["writer"]["cost"] == 0.012
    assert content["stories"][0]["unwritten"] == "A number is in none of its sources."
    assert written(an_issue(BUDGET))["writer"] is None


def test_a_writers_sentence_stands_beside_the_evidence_for_it():
    entry = BUDGET.entries[0]
    quote = "The Senate passed the budget on Tuesday by 51 votes to 49."
    sentence = Sentence(text="The budget passed narrowly.", by=Author.WRITER, quote=quote, entry=entry.id)

    (story,) = written(an_issue(BUDGET, written={BUDGET.id: (sentence,)}))["stories"]

    assert story["blurb"] == [
        {"text": "The budget passed narrowly.", "by": "writer", "quote": quote, "entry": "budget-1"}
    ]  # fmt: skip


def test_the_next_letter_can_go_on_from_it():
    issue = an_issue(BUDGET, RULING, told=1, more={BUDGET.id: [RULING]})

    past = past_issue(document(issue, rendered(issue), status=Status.APPROVED, checks=[CHECK]))

    assert (past.number, past.week) == (issue.number, issue.week.name)
    assert [story.headline for story in past.stories] == [told.headline for told in issue.told()]
    assert past.stories[0].told == tuple(sentence.text for sentence in next(issue.told()).blurb)

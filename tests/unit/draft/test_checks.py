from dataclasses import replace

import pytest

from newsletter.domain.continuity import Since, Standing
from newsletter.domain.issue import READER_TOKEN, Issue, Rendered, Told
from newsletter.domain.sentence import Author, Sentence
from newsletter.draft.checks import check
from tests.builders import a_publication, a_story, an_entry
from tests.letters import an_issue, furniture, rendered


def checked(issue: Issue, parts: Rendered | None = None):
    return {c.name: c for c in check(issue, parts or rendered(issue), furniture=furniture)}


def with_told(issue: Issue, **changes) -> Issue:
    """The same issue with its first story told otherwise."""
    first = issue.sections[0]
    told: Told = replace(first.stories[0], **changes)
    return replace(issue, sections=(replace(first, stories=(told,)), *issue.sections[1:]))


def test_a_sound_draft_passes_every_check():
    assert all(c.ok and not c.remedy for c in checked(an_issue()).values())


def test_the_checks_that_stop_approval():
    blocking = [c.name for c in checked(an_issue()).values() if c.blocking]

    assert blocking == ["stories", "size", "unsubscribe", "alt", "postal-address", "sources", "furniture"]


def test_a_letter_without_stories_is_stopped():
    failed = checked(an_issue(told=0))["stories"]

    assert not failed.ok
    assert failed.figure == "0 told"
    assert failed.remedy


def test_a_letter_over_95_kb_as_encoded_is_stopped():
    """Mail programs clip it, and the way to unsubscribe stands at its end. A Cyrillic letter takes six bytes."""
    parts = rendered()
    long = replace(parts, html=parts.html.replace(b"</body>", "<p>ж</p>".encode() * 8000 + b"</body>"))

    failed = checked(an_issue(), long)["size"]

    assert not failed.ok
    assert failed.figure.endswith("KB of 95 KB")


@pytest.mark.parametrize("part", ["html", "text"])
def test_a_part_without_a_way_to_unsubscribe_is_stopped(part):
    parts = rendered()
    without = replace(parts, **{part: getattr(parts, part).replace(READER_TOKEN.encode(), b"nobody")})

    failed = checked(an_issue(), without)["unsubscribe"]

    assert not failed.ok
    assert ("HTML" if part == "html" else "text") in failed.figure


def test_a_readers_token_in_another_place_is_stopped():
    parts = rendered()
    leaking = replace(parts, text=parts.text + f"https://ledger.example/?t={READER_TOKEN}\n".encode())

    assert not checked(an_issue(), leaking)["unsubscribe"].ok


def test_an_image_without_alt_text_is_stopped():
    parts = rendered()

    bare = replace(parts, html=parts.html.replace(b"</body>", b'<img src="https://x.example/a.png"></body>'))
    decorated = replace(
        parts, html=parts.html.replace(b"</body>", b'<img src="https://x.example/a.png" alt=""></body>')
    )

    assert not checked(an_issue(), bare)["alt"].ok
    assert checked(an_issue(), decorated)["alt"].ok


def test_each_line_of_the_postal_address_must_stand_in_both_parts():
    issue = an_issue(publication=a_publication(postal_address="The Week\n1 Printing House Square\nSpringfield"))
    parts = rendered(issue)

    assert checked(issue, parts)["postal-address"].ok
    failed = checked(issue, replace(parts, text=parts.text.replace(b"Springfield", b"")))["postal-address"]
    assert (failed.ok, failed.figure) == (False, "missing in the text part")


def test_no_postal_address_at_all_is_stopped():
    assert not checked(an_issue(publication=a_publication(postal_address=" ")))["postal-address"].ok


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"quote": "The Senate rejected the budget on Tuesday."}, id="is not in its entry"),
        pytest.param({"entry": "nowhere"}, id="names an entry of another story"),
        pytest.param({"quote": None}, id="has no quotation"),
        pytest.param({"text": "The Senate passed the wonderful budget."}, id="was changed"),
    ],
)
def test_a_sentence_is_stopped_that(change):
    issue = an_issue()
    first = next(issue.told()).blurb[0]

    failed = checked(with_told(issue, blurb=(replace(first, **change),)))["sources"]

    assert not failed.ok
    assert first.outlet in failed.remedy


def test_an_editors_own_line_needs_no_source():
    issue = an_issue()
    line = replace(next(issue.told()).blurb[0], text="We will follow this.", by=Author.EDITOR, quote=None, entry=None)

    assert checked(with_told(issue, blurb=(line,)))["sources"].ok


def test_furniture_is_stopped():
    issue = an_issue()
    promo = replace(next(issue.told()).blurb[0], text="Sign up for our newsletter today.")

    assert not checked(with_told(issue, blurb=(promo,)))["furniture"].ok


@pytest.mark.parametrize(
    "issue",
    [
        replace(an_issue(), subject="A" * 91),
        replace(an_issue(), preheader="Too short"),
        replace(an_issue(), preheader="A" * 131),
    ],
)
def test_an_unfit_subject_or_preheader_is_warned_of(issue):
    failed = checked(issue)["subject"]

    assert (failed.ok, failed.blocking) == (False, False)


@pytest.mark.parametrize("address", ["/relative", "mailto:ana@example.org", "#nowhere", "javascript:alert(1)"])
def test_a_link_that_leads_nowhere_is_warned_of(address):
    parts = rendered()
    wrong = replace(parts, html=parts.html.replace(b"</body>", f'<a href="{address}">x</a></body>'.encode()))

    failed = checked(an_issue(), wrong)["links"]

    assert (failed.ok, failed.blocking) == (False, False)
    assert address in failed.remedy


def test_a_story_that_one_newsroom_tells_is_warned_of():
    issue = an_issue(a_story(), a_story(an_entry("alone", outlet="The Ledger")))

    assert checked(issue)["families"].figure == "1 of 2 stories told by two or more"
    assert not checked(issue)["families"].ok


def test_a_week_of_one_newsroom_has_no_such_check():
    """A publisher that mails its own news has nobody to be counted against."""
    assert "families" not in checked(an_issue(a_story(an_entry())))


VOTED = "The Senate voted yesterday by 51 votes to 49 to pass the budget."


def a_dated_sentence(text: str) -> tuple[Issue, Sentence]:
    """A sentence out of an entry that says "yesterday" and was published on Wednesday, November 18."""
    entry = an_entry("voted", content=VOTED)
    return an_issue(a_story(entry, an_entry("wire", outlet="The Wire"))), Sentence(
        text=text, quote=VOTED, entry=entry.id, outlet=entry.outlet
    )


def test_a_relative_day_that_became_its_date_stands_in_its_entry():
    issue, sentence = a_dated_sentence(
        "The Senate voted on Tuesday, November 17, by 51 votes to 49 to pass the budget."
    )  # fmt: skip

    assert checked(with_told(issue, blurb=(sentence,)))["sources"].ok


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Senate voted on Monday, November 16, by 51 votes to 49 to pass the budget.", id="another"),
        pytest.param("The Senate voted on Tuesday, November 17, by 59 votes to 41 to pass the budget.", id="more"),
    ],
)
def test_a_relative_day_that_became_another_date_or_more_is_stopped(text):
    issue, sentence = a_dated_sentence(text)

    assert not checked(with_told(issue, blurb=(sentence,)))["sources"].ok


def test_a_composed_letter_with_a_relative_day_passes():
    """Where the sentence is printed at all, it is printed with its date."""
    issue, _ = a_dated_sentence("")

    printed = " ".join(sentence.text for told in issue.told() for sentence in told.blurb)

    assert "yesterday" not in printed
    assert "on Tuesday, November 17," in printed
    assert checked(issue)["sources"].ok


def test_what_has_changed_is_checked_as_the_blurb_is():
    issue = an_issue()
    false = replace(next(issue.told()).blurb[0], quote="The Senate rejected the budget.")
    since = Since(standing=Standing.DEVELOPING, issue=29, weeks=1, changed=false)

    failed = checked(with_told(issue, blurb=(), since=since))["sources"]

    assert (failed.ok, failed.figure) == (False, "0 of 1 sentences stand in their entry")


def test_furniture_is_stopped_in_what_has_changed_too():
    issue = an_issue()
    promo = replace(next(issue.told()).blurb[0], text="Sign up for our newsletter today.")
    since = Since(standing=Standing.DEVELOPING, issue=29, weeks=1, changed=promo)

    assert not checked(with_told(issue, since=since))["furniture"].ok


def test_a_writers_sentence_needs_evidence_that_stands_in_an_entry():
    """That its words are faithful to it, the gate has seen."""
    issue = an_issue()
    line = replace(next(issue.told()).blurb[0], text="The budget passed narrowly.", by=Author.WRITER)

    assert checked(with_told(issue, blurb=(line,)))["sources"].ok
    invented = replace(line, quote="The Senate rejected the budget.")
    assert not checked(with_told(issue, blurb=(invented,)))["sources"].ok

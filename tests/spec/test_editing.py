"""What an editor decides against the rules is kept when the draft is remade."""

import json
from datetime import datetime

import pytest

from newsletter import wiring
from newsletter.actions import editing
from newsletter.config import load
from newsletter.domain.entry import EntryId
from newsletter.domain.override import Override, OverrideKind
from tests.builders import NOON
from tests.sites import CUT_OFF, EVENTS, item, rss


def decide(site, kind: OverrideKind, *entries: str, value: str = "", at: datetime = NOON) -> None:
    decision = Override(kind=kind, entries=tuple(map(EntryId, entries)), value=value, editor="ana", at=at)
    with wiring.backends(load(site.config)) as backends:
        editing.override(backends, week="2026-W47", decision=decision)


def redrafted(site) -> dict:
    site.json("draft", "--week", "2026-W47")
    site.json("preview", "--out", "preview")
    return json.loads((site.folder / "preview" / "issue.json").read_text(encoding="utf-8"))


def headlines(document: dict) -> list[str]:
    return [story["headline"] for story in document["stories"] if story["picked"]]


@pytest.fixture
def collected(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    return site


BUDGET, LEVEE, GOVERNOR = (title for title, _ in EVENTS)
OF_THE_GOVERNOR = [
    f"https://{outlet}.example/governor-halvorsen-resigns-after" for outlet in ("ledger", "wire", "standard")
]


def test_a_dropped_story_leaves_the_letter_and_says_who_dropped_it(collected):
    decide(collected, OverrideKind.DROP, *OF_THE_GOVERNOR)

    document = redrafted(collected)

    assert GOVERNOR not in headlines(document)
    (dropped,) = [story for story in document["stories"] if story["headline"] == GOVERNOR]
    assert "editor" in dropped["because"]


def test_a_pinned_story_stands_however_short_the_letter_is(collected):
    collected.configure("[curate]\nstories = 1\n")
    first = headlines(redrafted(collected))
    other = next(title for title in (BUDGET, LEVEE, GOVERNOR) if title not in first)
    slug = "-".join(other.lower().split()[:4])

    decide(collected, OverrideKind.PIN, f"https://wire.example/{slug}")

    assert other in headlines(redrafted(collected))


def test_an_override_applies_to_the_story_that_holds_most_of_its_entries(collected):
    decide(collected, OverrideKind.DROP, *OF_THE_GOVERNOR[:2], "https://ledger.example/senate-passes-the-budget")

    document = redrafted(collected)

    assert GOVERNOR not in headlines(document)
    assert BUDGET in headlines(document)


def test_an_override_survives_new_entries_that_change_its_story(collected):
    decide(collected, OverrideKind.DROP, *OF_THE_GOVERNOR)
    later = item(GOVERNOR + " ends", EVENTS[2][1], outlet="wire", guid="wire/another-piece-on-it", day=19)
    collected.write_feed("wire", rss(later))
    collected.json("collect", "--now", CUT_OFF)

    assert not any("Halvorsen" in headline for headline in headlines(redrafted(collected)))


def test_an_override_whose_entries_are_in_no_story_is_listed_as_orphaned(collected):
    decide(collected, OverrideKind.DROP, "entry-of-another-week")

    overrides = redrafted(collected)["overrides"]

    assert overrides["applied"] == []
    assert [override["entries"] for override in overrides["orphaned"]] == [["entry-of-another-week"]]


def test_subject_preheader_and_note_are_the_editors_where_given(collected):
    decide(collected, OverrideKind.SUBJECT, value="A budget, a tax, a governor")
    decide(collected, OverrideKind.NOTE, value="A short week. See you on Friday.")

    document = redrafted(collected)

    assert document["issue"]["subject"] == "A budget, a tax, a governor"
    assert "A short week. See you on Friday." in (collected.folder / "preview" / "issue.txt").read_text("utf-8")


def test_the_editors_own_template_takes_the_place_of_ours(collected):
    own = collected.folder / "templates" / "email" / "issue.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{{ issue.title }}\n{{ issue.publication.postal_address }}\n", encoding="utf-8")

    redrafted(collected)

    assert (collected.folder / "preview" / "issue.txt").read_text("utf-8").startswith("The week to Friday")


@pytest.mark.parametrize(
    ("text", "said"),
    [("{% if %}", "line 1"), ("\n{{ nobody.knows }}", "line 2"), ("{% include 'zz' %}", "zz"), (b"\xff", "UTF-8")],
)
def test_a_template_that_is_wrong_names_its_file_and_line(collected, text, said):
    own = collected.folder / "templates" / "email" / "issue.html.j2"
    own.parent.mkdir(parents=True)
    own.write_bytes(text if isinstance(text, bytes) else text.encode())

    answer = collected.run("draft", "--week", "2026-W47")

    assert answer.status == 1
    assert "email/issue.html.j2" in answer.last_line
    assert said in answer.last_line

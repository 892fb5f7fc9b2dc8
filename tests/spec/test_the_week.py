"""The week, end to end, through the command line."""

import json
from email import message_from_bytes
from email.policy import default

import pytest

from tests.sites import CUT_OFF, EVENTS, in_own_words, item, rss

#: Told by no letter before.
LATE_NEWS = (
    "Treasury auditor quits over pension ledger",
    "Nora Vance, the auditor of the treasury, quit on Thursday over 40 missing pages. Her deputy takes over, it said.",
)

OUTCOMES = ["waiting", "submitting", "sent", "refused", "suppressed", "withdrawn", "unknown"]


def test_feeds_become_entries_once(site):
    """Feeds are asked every few hours and repeat themselves."""
    site.fill()

    first = site.json("collect", "--now", CUT_OFF)
    second = site.json("collect", "--now", CUT_OFF)

    assert (first["feeds"], first["new"], first["revised"], first["failed"]) == (3, 9, 0, [])
    assert (second["new"], second["revised"]) == (0, 0)


def test_an_outlet_that_changes_its_words_revises_its_entry(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    title, text = EVENTS[0]
    site.write_feed(
        "ledger",
        rss(
            item(f"{title}, in the end", text, outlet="ledger", guid="https://ledger.example/senate-passes-the-budget")
        ),
    )

    assert site.json("collect", "--now", CUT_OFF)["revised"] == 1


def test_a_draft_tells_each_event_once(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)

    drafted = site.json("draft", "--week", "2026-W47")

    assert (drafted["issue"], drafted["week"], drafted["status"]) == (1, "2026-W47", "draft")
    assert [story["entries"] for story in drafted["stories"]] == [3, 3, 3]
    assert all(check["ok"] for check in drafted["checks"] if check["blocking"])


def test_at_the_cut_off_the_week_just_closed_is_drafted(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)

    assert site.json("draft", "--now", CUT_OFF)["week"] == "2026-W47"


def test_the_morning_after_the_cut_off_says_which_week_is_meant(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)

    answer = site.run("draft", "--now", "2026-11-20T07:00:00-05:00")

    assert answer.status == 0
    assert "2026-W47, which ended on Friday 05:00, has 9 entries: draft it with --week 2026-W47" in answer.out


def test_the_issue_meant_is_the_one_drafted_last(site):
    """Not that of the greatest number: an older week may have been tried in between."""
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    site.json("draft", "--week", "2026-W47")
    site.json("draft", "--week", "2026-W46")
    site.json("draft", "--week", "2026-W47")

    assert site.json("status")["week"] == "2026-W47"


def test_drafting_again_keeps_the_number(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)

    first, second = (site.json("draft", "--week", "2026-W47") for _ in range(2))

    assert first == second


def test_a_preview_is_four_files_of_the_frozen_issue(site):
    site.approved()

    shown = site.json("preview", "--out", "preview")

    assert {p.name for p in (site.folder / "preview").iterdir()} == {
        "issue.html",
        "issue.txt",
        "issue.eml",
        "issue.json",
    }
    document = json.loads((site.folder / "preview" / "issue.json").read_text(encoding="utf-8"))
    assert document["issue"]["digest"] == shown["digest"]
    assert document["issue"]["status"] == "approved"


def test_every_printed_sentence_stands_in_its_entry(site):
    """A letter that cannot be traced is not worth keeping."""
    site.approved()
    site.json("preview", "--out", "preview")
    document = json.loads((site.folder / "preview" / "issue.json").read_text(encoding="utf-8"))
    texts = [" ".join(text.split()) for _, text in EVENTS]
    sentences = [s for story in document["stories"] for s in story["blurb"]]

    assert len(sentences) >= 6
    for sentence in sentences:
        assert any(sentence["quote"] in text for text in texts)
        assert sentence["text"] in sentence["quote"]
        assert sentence["entry"]


def test_every_entry_stands_in_one_story_or_is_refused(site):
    site.approved()
    site.json("preview", "--out", "preview")
    document = json.loads((site.folder / "preview" / "issue.json").read_text(encoding="utf-8"))
    told = [entry for story in document["stories"] for entry in story["entries"]]

    assert len(told) + len(document["refused"]) == 9
    assert len(set(told)) == len(told)


def test_nothing_is_sent_that_nobody_approved(site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    site.json("draft", "--week", "2026-W47")

    answer = site.run("send")

    assert answer.status == 1
    assert "newsletter approve" in answer.last_line
    assert site.messages() == []


def test_drafting_again_after_approval_makes_it_a_draft_again(site):
    """What is sent is exactly what an editor approved."""
    site.approved()

    site.json("draft", "--week", "2026-W47")

    assert site.json("status")["status"] == "draft"
    assert site.run("send").status == 1


def test_each_subscriber_gets_one_message_of_their_own(site):
    site.approved(subscribers=3)

    sent = site.json("send")

    messages = [message_from_bytes(data, policy=default) for data in site.messages()]
    assert sent["counts"] == dict.fromkeys(OUTCOMES, 0) | {"sent": 3}
    assert sent["status"] == "sent"
    assert sorted(m["To"].addresses[0].addr_spec for m in messages) == [f"reader{n}@reader.example" for n in (1, 2, 3)]
    assert len({m["List-Unsubscribe"] for m in messages}) == 3
    assert len({m["Message-ID"] for m in messages}) == 3


def test_what_is_sent_is_what_was_approved(site):
    site.approved(subscribers=1)
    site.json("preview", "--out", "preview")
    site.json("send")
    approved = (site.folder / "preview" / "issue.html").read_bytes()
    message = message_from_bytes(site.messages()[0], policy=default)

    _, html = message.iter_parts()
    token = message["List-Unsubscribe"].rpartition("/")[2].rstrip(">")
    sent = html.get_content().replace("\r\n", "\n").replace(token, "__READER_TOKEN__").encode()

    assert sent.rstrip() == approved.rstrip()


def test_sending_again_sends_nothing_twice(site):
    site.approved()
    site.json("send")
    before = {path.name: path.stat().st_mtime_ns for path in site.outbox.iterdir()}

    again = site.json("send")

    assert again["counts"]["sent"] == 3
    assert {path.name: path.stat().st_mtime_ns for path in site.outbox.iterdir()} == before


def test_who_joins_after_the_send_began_waits_for_the_next_letter(site):
    """Recipients are frozen."""
    site.approved()
    site.json("send")
    site.json("subscribers", "add", "late@reader.example")

    assert site.json("send")["recipients"] == 3


def test_a_sent_issue_can_no_longer_be_changed(site):
    site.approved()
    site.json("send")

    answer = site.run("draft", "--week", "2026-W47")

    assert answer.status == 1
    assert "sent" in answer.last_line


def test_the_audit_accounts_for_everyone(site):
    site.approved()
    site.json("send")

    audit = site.json("audit")

    assert audit["ok"]
    assert sum(audit["counts"].values()) == audit["recipients"] == 3
    assert audit["unknown"] == []


def test_approval_is_refused_while_a_blocking_check_fails(site):
    site.json("draft", "--week", "2026-W47")

    answer = site.run("approve", "--editor", "ana")

    assert answer.status == 1
    assert "stories" in answer.last_line


def test_an_editor_may_override_a_check_by_name_and_with_a_reason(site):
    site.json("draft", "--week", "2026-W47")

    assert site.run("approve", "--editor", "ana", "--override", "stories").status == 1
    assert site.run("approve", "--editor", "ana", "--override", "weather", "--because", "x").status == 1
    assert site.run("approve", "--editor", "ana", "--override", "stories", "--because", "holiday").status == 0


def test_a_test_message_goes_to_the_editor_and_into_no_ledger(site):
    site.approved()

    answer = site.json("test-send", "--to", "ana@news.example.org")

    assert answer["receipt"]
    assert [message_from_bytes(m, policy=default)["To"] for m in site.messages()] == ["ana@news.example.org"]
    assert site.json("status")["recipients"] == 0


def test_one_outlet_alone_makes_a_whole_letter(site):
    """A publisher that mails its own week has one family, and nothing to count it against."""
    site.configure(feeds=["ledger"])
    site.write_feed("ledger", rss(*(item(*event, outlet="ledger") for event in EVENTS)))
    site.json("collect", "--now", CUT_OFF)

    drafted = site.json("draft", "--week", "2026-W47")
    site.json("preview", "--out", "preview")
    document = json.loads((site.folder / "preview" / "issue.json").read_text(encoding="utf-8"))

    assert len(drafted["stories"]) == 3
    assert all(check["ok"] for check in drafted["checks"])
    assert all("breadth" not in story["why"] and story["coverage"]["of"] == 1 for story in document["stories"])
    assert "Covered by" not in (site.folder / "preview" / "issue.txt").read_text(encoding="utf-8")


def test_one_outlets_events_of_a_week_are_not_mixed(site):
    """They share the words of all political news and nothing else."""
    more = (
        (
            "Treasury auditor quits over pension ledger",
            "The Treasury's chief auditor quit on Monday. The pension ledger held errors.",
        ),
        (
            "Mayor Adeyemi opens the rebuilt ferry pier",
            "Mayor Adeyemi opened the ferry pier on Sunday. The city paid for the pier with bonds.",
        ),
        (
            "House committee questions the rail minister",
            "A House committee questioned the rail minister on Tuesday about late trains and a strike.",
        ),
        (
            "President names a new envoy to the islands",
            "The president named a career diplomat as envoy to the islands on Wednesday in a statement.",
        ),
    )
    site.configure(feeds=["ledger"])
    site.write_feed("ledger", rss(*(item(*event, outlet="ledger") for event in (*EVENTS, *more))))
    site.json("collect", "--now", CUT_OFF)

    assert [story["entries"] for story in site.json("draft", "--week", "2026-W47")["stories"]] == [1] * 7


def test_the_same_week_gives_the_same_bytes_in_any_order_of_arrival(site):
    """So that an issue can be audited years later."""
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    first = site.json("draft", "--week", "2026-W47")["digest"]
    (site.folder / "newsletter.db").unlink()
    for path in (site.folder / "feeds").iterdir():
        path.unlink()
    brought = []
    for outlet in ("standard", "wire", "ledger"):
        hours = ("ledger", "wire", "standard").index(outlet)
        items = [item(title, in_own_words(text, hours), outlet=outlet, hours=hours) for title, text in EVENTS]
        site.write_feed(outlet, rss(*items))
        brought.append(site.run("collect", "--now", CUT_OFF, "--json").json["new"])

    assert brought == [3, 3, 3]
    assert site.json("draft", "--week", "2026-W47")["digest"] == first


def test_news_seen_after_the_draft_and_before_the_approval_is_not_lost(site):
    """It is published in the week, stands in no draft of it, and so belongs to the next letter."""
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    site.json("draft", "--week", "2026-W47", "--now", "2026-11-20T05:01:00-05:00")
    seen = item(*LATE_NEWS, outlet="wire", day=19, guid="late-0000001")
    site.write_feed("wire", rss(seen))
    site.json("collect", "--now", "2026-11-20T05:30:00-05:00")
    site.json("approve", "--editor", "ana")

    drafted = site.json("draft", "--week", "2026-W48")

    assert [story["headline"] for story in drafted["stories"]] == ["Treasury auditor quits over pension ledger"]


def test_news_seen_between_the_draft_and_the_cut_off_is_not_lost(site):
    """A letter drafted and approved a day early leaves a day of its week to the next."""
    site.fill()
    site.json("collect", "--now", "2026-11-19T09:00:00-05:00")
    site.json("draft", "--week", "2026-W47", "--now", "2026-11-19T09:00:00-05:00")
    site.json("approve", "--editor", "ana")
    seen = item(*LATE_NEWS, outlet="wire", day=19, guid="late-0000002")
    site.write_feed("wire", rss(seen))
    site.json("collect", "--now", "2026-11-20T04:00:00-05:00")

    drafted = site.json("draft", "--week", "2026-W48")

    assert [story["headline"] for story in drafted["stories"]] == ["Treasury auditor quits over pension ledger"]


def test_nothing_that_a_letter_has_had_is_told_again_as_late(site):
    """Neither when it was drafted under an earlier clock, nor when an outlet lists the page under another id."""
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    site.json("draft", "--week", "2026-W47", "--now", "2026-11-19T05:00:00-05:00")
    site.json("approve", "--editor", "ana")
    again = [
        item(*event, outlet="ledger", guid=f"https://ledger.example/again/{n}0001") for n, event in enumerate(EVENTS)
    ]
    site.write_feed("ledger", rss(*again))
    site.json("collect", "--now", "2026-11-21T05:00:00-05:00")

    assert site.json("draft", "--week", "2026-W48")["stories"] == []


def test_late_news_of_last_week_stands_in_this_weeks_letter(site):
    """First seen after the draft froze: it belongs to the next."""
    site.approved()
    late = item(*LATE_NEWS, outlet="wire", day=19, guid="late")
    site.write_feed("wire", rss(late))
    site.run("collect")

    drafted = site.json("draft", "--week", "2026-W48")

    assert [story["headline"] for story in drafted["stories"]] == ["Treasury auditor quits over pension ledger"]


@pytest.mark.parametrize(
    "verb", [["preview", "--out", "x"], ["approve", "--editor", "a"], ["send"], ["audit"], ["status"]]
)
def test_without_an_issue_a_verb_says_how_to_make_one(site, verb):
    site.json("db", "upgrade")

    answer = site.run(*verb)

    assert answer.status == 1
    assert "newsletter draft" in answer.last_line


def test_a_letter_counts_the_feeds_that_gave_their_news_that_week(site):
    """It says of its week what it said then, however late it is made anew."""
    site.fill()
    site.write_feed("wire", "<html><body>Are you a person?</body></html>")
    site.run("collect", "--now", CUT_OFF)

    for moment in (CUT_OFF, "2026-12-24T05:00:00-05:00"):
        site.json("draft", "--week", "2026-W47", "--now", moment)
        site.json("preview", "--out", str(site.folder / "out"))
        text = " ".join((site.folder / "out" / "issue.txt").read_text(encoding="utf-8").split())
        assert "2 of 3 feeds were in good health." in text


def test_a_piece_that_comes_again_under_another_guid_is_revised_and_not_doubled(site):
    """Some outlets give a piece a new guid whenever they touch it."""
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    title, text = EVENTS[0]
    touched = item(f"{title}, in the end", text, outlet="ledger", guid="urn:ledger:2").replace(
        "senate-passes-the-budget<", "senate-passes-the-budget?utm_source=feed<"
    )
    site.write_feed("ledger", rss(touched))

    again = site.json("collect", "--now", CUT_OFF)

    assert (again["new"], again["revised"]) == (0, 1)

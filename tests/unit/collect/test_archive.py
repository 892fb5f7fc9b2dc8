"""Archives of entries: what they say, and what is wrong with them."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsletter.collect.archive import LONGEST_LINE, archive_line, read_archive
from newsletter.domain.entry import DateQuality, Kind, Lean, Licence, Picture, Removed
from newsletter.domain.errors import Refused
from tests.builders import NOON, an_entry


def a_line(**fields: object) -> str:
    facts: dict[str, object] = {
        "id": "1",
        "url": "https://ledger.example/budget",
        "outlet": "The Ledger",
        "title": "Senate passes budget",
        "published": "2026-11-18T07:00:00-05:00",
    }
    return json.dumps(facts | fields)


def read(*lines: str):
    return read_archive(lines, name="week.jsonl")


def test_a_line_is_an_entry():
    (entry,) = read(a_line())

    assert entry.id == "1"
    assert entry.url == "https://ledger.example/budget"
    assert entry.canonical_url == "ledger.example/budget"
    assert entry.title == "Senate passes budget"
    assert entry.published == entry.first_seen == NOON
    assert entry.family == "The Ledger"
    assert entry.lean is Lean.UNRATED


def test_a_line_may_say_more():
    (entry,) = read(
        a_line(
            family="Ledger Group",
            lean="left",
            feed="ledger",
            summary="Short.",
            content="<p>One.</p><p>Two.</p>",
            position=3,
            section="congress",
            licence="headline",
            kind="opinion",
            unknown="ignored",
        )
    )

    assert entry.family == "Ledger Group"
    assert entry.lean is Lean.LEFT
    assert entry.feed == "ledger"
    assert entry.summary == "Short."
    assert entry.content == "One.\n\nTwo."
    assert entry.position == 3
    assert entry.section == "congress"
    assert entry.licence is Licence.HEADLINE
    assert entry.kind is Kind.OPINION


def test_the_words_take_the_same_way_as_those_of_a_feed():
    (entry,) = read(a_line(content="<p>The Senate voted.</p><p>Subscribe to our newsletter!</p>", title="A &amp; B"))

    assert entry.title == "A & B"
    assert entry.content == "The Senate voted."
    assert entry.removed == (Removed(text="Subscribe to our newsletter!", rule="call-to-action"),)


def test_its_kind_is_read_off_its_address_and_title():
    (entry,) = read(a_line(url="https://ledger.example/opinion/budget"))

    assert entry.kind is Kind.OPINION


def test_its_kind_is_read_off_its_categories_too():
    """So an archive tells no kind that its categories tell already."""
    (entry,) = read(a_line(categories=["Politics", "Opinion"]))

    assert entry.kind is Kind.OPINION
    assert '"kind"' not in archive_line(entry)


def test_an_entry_without_a_date_was_first_seen_when_the_latest_was_published():
    undated, _, latest = read(
        a_line(id="1", published=None), a_line(id="2"), a_line(id="3", published="2026-11-19T00:00:00Z")
    )

    assert undated.published is None
    assert undated.date_quality is DateQuality.FIRST_SEEN
    assert undated.first_seen == latest.published


def test_a_date_is_believed_to_the_second():
    """As feeds have it: a collected week and its archive must not differ by a fraction."""
    (entry,) = read(a_line(published="2026-11-18T12:00:00.931+00:00"))

    assert entry.published == NOON


def test_empty_lines_and_a_byte_order_mark_do_no_harm():
    assert len(read("\ufeff" + a_line() + "\n", "\n", "  ", a_line(id="2") + "\r\n")) == 2


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('["1"]', "no JSON object"),
        ("null", "no JSON object"),
        (a_line(id=None), "id"),
        (a_line(id=7), "'id'"),
        (a_line(id=" "), "empty 'id'"),
        ('{"id": "1"}', "outlet"),
        (a_line(outlet=""), "empty 'outlet'"),
        (a_line(title=None), "'title'"),
        (a_line(title=["x"]), "'title'"),
        (a_line(content=5), "'content'"),
        (a_line(published="yesterday"), "yesterday"),
        (a_line(published="2026-11-18T12:00:00"), "offset"),
        (a_line(published="0001-01-01T00:00:00+14:00"), "published"),
        (a_line(published=1_763_000_000), "published"),
        (a_line(lean="leftish"), "leftish"),
        (a_line(kind="gossip"), "gossip"),
        (a_line(position=0), "position"),
        (a_line(position="1"), "position"),
        (a_line(position=True), "position"),
        (a_line(authors="Jane Doe"), "list of strings"),
        (a_line(categories=[1]), "list of strings"),
        (a_line(picture="https://ledger.example/a.jpg"), "'picture'"),
        (a_line(picture={"url": "/a.jpg"}), "'picture'"),
        (a_line(picture={"url": "https://ledger.example/a.jpg", "width": "600"}), "'picture'"),
        (a_line(picture={"url": "https://ledger.example/a.jpg", "width": True}), "'picture'"),
        (a_line(date_quality="guessed"), "guessed"),
        (a_line(id="\ud800"), "half a character"),
        (a_line(content="x" * LONGEST_LINE), "longer than"),
    ],
)
def test_a_line_that_is_no_entry_is_refused_by_file_and_line(line, what):
    with pytest.raises(Refused) as refusal:
        read(a_line(id="good"), line)

    assert "week.jsonl, line 2," in str(refusal.value)
    assert what in str(refusal.value)


@pytest.mark.parametrize("key", ["id", "url", "outlet", "title", "published"])
def test_a_line_that_lacks_a_key_is_refused(key):
    fields = json.loads(a_line())
    del fields[key]

    with pytest.raises(Refused, match=rf"week.jsonl, line 1, lacks '{key}'"):
        read(json.dumps(fields))


def test_an_id_that_comes_twice_is_refused_with_both_lines():
    with pytest.raises(Refused, match=r"line 3, .*'1'.* line 1"):
        read(a_line(id="1"), a_line(id="2"), a_line(id="1"))


def test_an_archive_without_entries_is_refused():
    with pytest.raises(Refused, match="holds no entries"):
        read("", "\n")


def test_an_archive_without_any_date_is_refused():
    """Nothing would tell which week it is of."""
    with pytest.raises(Refused, match="no date at all"):
        read(a_line(published=None))


@pytest.mark.parametrize(
    "entry",
    [
        an_entry(),
        an_entry(family="Ledger Group", lean=Lean.RIGHT, section="courts", position=None, feed="https://a.example/f"),
        an_entry(licence=Licence.HEADLINE, kind=Kind.OPINION, summary="Short."),
        an_entry(title="How to close a <p> tag", content="One &amp; only.\n\n<b>Two</b> & three.", url=""),
        replace(
            an_entry(),
            authors=("Jane Doe", "Department of Health and Social Care"),
            categories=("Opinion", "R&D"),
            kind=Kind.NEWS,
            credited_to="The Wire",
            picture=Picture(
                url="https://ledger.example/a.jpg",
                credit="Bo Park",
                caption="The dome <at night>",
                width=1200,
                height=800,
            ),
            earlier_titles=("Senate to pass the budget",),
            corrections=("Correction: The vote was on Tuesday, not on Monday.",),
            date_quality=DateQuality.PATH,
        ),
        replace(an_entry(), categories=("Opinion",), kind=Kind.OPINION),
        an_entry(content="A short line\n\nthat was never joined.\n\n" + "long " * 40 + "line."),
    ],
    ids=["plain", "with everything", "headline only", "looks like html", "what else is known", "filed", "odd lines"],
)
def test_a_written_entry_is_read_again_as_it_was(entry):
    seen = replace(entry, first_seen=NOON + timedelta(hours=3))

    assert read(archive_line(seen)) == (seen,)


def test_an_undated_entry_keeps_its_first_sight():
    entry = replace(
        an_entry(), published=None, date_quality=DateQuality.FIRST_SEEN, first_seen=datetime(2026, 11, 17, tzinfo=UTC)
    )

    assert read(archive_line(entry)) == (entry,)

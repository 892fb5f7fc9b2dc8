"""Weeks as no outlet should make them: the issue is made with what there is, or refused in a sentence."""

import json

import pytest

from tests.sites import CUT_OFF, EVENTS

TEXT = (
    "The Senate passed the annual budget bill on Tuesday by 51 votes to 49 after a night of debate. "
    "Senator Mara Ellison of Vermont cast the deciding vote for the budget."
)
#: Titles as they come, and what the letter must not make of them.
TITLES = {
    "capitals": "SENATE PASSES BUDGET BY 51 VOTES TO 49",
    "cyrillic": "Сенат принял бюджет 51 голосом против 49",
    "arabic": "مجلس الشيوخ يقر الميزانية بأغلبية 51 صوتا",
    "chinese": "参议院以51票对49票通过预算",
    "long": "Senate budget " + "x" * 4_986,
    "many-words": "Senate passes the budget " * 200,
    "markup": "<b>Senate</b> passes &amp; signs <script>alert(1)</script> the budget",
    "template": "Senate {{ issue.publication }} passes {% raw %} the %(n)s budget",
    "one-letter": "S",
    "signs": "?!… — “”",
    "controls": "Senate\u202epasses\u0000 the\u2028budget\x1b[31m",
}


def row(number: int, outlet: str, title: str, text: str = TEXT, **facts: object) -> dict:
    return {
        "id": f"{outlet}-{number}",
        "url": f"https://{outlet.lower()}.example/{number}",
        "outlet": outlet,
        "title": title,
        "published": f"2026-11-18T{10 + number % 10}:00:00-05:00",
        "content": text,
        "position": number % 40 + 1,
    } | facts


def replayed(site, rows: list[dict]):
    path = site.write_list(*(json.dumps(each) for each in rows), name="entries.jsonl")
    site.configure()
    return site.run("replay", str(path), "--out", "out", "--json")


def document(site) -> dict:
    return json.loads((site.folder / "out" / "issue.json").read_text(encoding="utf-8"))


def page(site) -> str:
    return (site.folder / "out" / "issue.html").read_text(encoding="utf-8")


def stopped_by(answer) -> list[str]:
    return [c["name"] for c in answer.json["checks"] if c["blocking"] and not c["ok"]]


def test_no_entries_at_all_are_refused_in_a_sentence(site):
    answer = replayed(site, [])

    assert answer.status == 1
    assert "entries.jsonl" in answer.last_line
    assert not (site.folder / "out").exists()


def test_a_collected_week_without_entries_is_drafted_and_cannot_be_approved(site):
    """The editor sees that it is empty and what to do, and no reader gets an empty letter."""
    site.fill()

    site.json("draft", "--week", "2026-W47")
    answer = site.run("approve", "--editor", "ana")

    assert answer.status == 1
    assert "stories" in answer.err
    assert "Traceback" not in answer.err


def test_one_entry_is_a_letter(site):
    answer = replayed(site, [row(1, "Ledger", "Senate passes the budget by 51 votes to 49")])

    assert answer.status == 0
    assert stopped_by(answer) == []
    (story,) = document(site)["stories"]
    assert story["picked"]
    assert (story["coverage"]["families"], story["coverage"]["of"]) == (1, 1)


def test_one_entry_without_words_is_a_headline(site):
    answer = replayed(site, [row(1, "Ledger", "Senate passes the budget by 51 votes to 49", "")])

    assert answer.status == 0
    assert document(site)["stories"][0]["blurb"] == []


def test_one_entry_without_a_title_heads_nothing(site):
    answer = replayed(site, [row(1, "Ledger", "")])

    assert answer.status == 0
    assert stopped_by(answer) == ["stories"]
    assert document(site)["stories"][0]["because"] == "None of its entries is news with a title"


def test_entries_all_of_one_outlet_are_a_letter_that_counts_nobody(site):
    answer = replayed(site, [row(n, "Ledger", title, text) for n, (title, text) in enumerate(EVENTS)])

    assert answer.status == 0
    assert stopped_by(answer) == []
    assert [story["coverage"]["of"] for story in document(site)["stories"]] == [1] * 3
    assert "Covered by" not in page(site)


@pytest.mark.parametrize("outlets", [1, 40, 1000])
def test_a_thousand_copies_of_one_entry_are_one_story_told_once(site, outlets):
    rows = [row(n, f"Paper{n % outlets}", "Senate passes the budget by 51 votes to 49") for n in range(1000)]

    answer = replayed(site, rows)

    assert answer.status == 0
    assert stopped_by(answer) == []
    made = document(site)
    (story,) = [story for story in made["stories"] if story["picked"]]
    assert len([each for each in made["stories"] if "Senate" in each["headline"]]) == 1
    assert sum(len(each["entries"]) for each in made["stories"]) + len(made["refused"]) == 1000
    printed = " ".join((site.folder / "out" / "issue.txt").read_text(encoding="utf-8").split())
    assert all(printed.count(sentence["text"]) == 1 for sentence in story["blurb"])
    # The same words in every newsroom are one voice, whoever carries them.
    assert story["coverage"]["families"] == 1


@pytest.mark.parametrize("kind", TITLES)
def test_a_title_of_any_kind_makes_a_letter(site, kind):
    rows = [row(n, outlet, TITLES[kind]) for n, outlet in enumerate(("Ledger", "Wire", "Standard"))]
    others = [row(n, "Ledger", title, text) for n, (title, text) in enumerate(EVENTS[1:], 7)]

    answer = replayed(site, [*rows, *others])

    assert answer.status == 0
    assert stopped_by(answer) == []
    assert "<script" not in page(site)
    assert "\x1b" not in answer.out + page(site) + (site.folder / "out" / "issue.txt").read_text(encoding="utf-8")


def test_titles_of_every_kind_in_one_week_make_a_letter(site):
    rows = [row(n, outlet, title) for outlet in ("Ledger", "Wire") for n, title in enumerate(TITLES.values())]

    answer = replayed(site, rows)

    assert answer.status == 0
    made = document(site)
    assert sum(len(each["entries"]) for each in made["stories"]) + len(made["refused"]) == len(rows)


@pytest.mark.parametrize("kind", ["opinion", "live", "media", "newsletter", "sponsored"])
def test_a_week_in_which_nothing_is_news_says_so(site, kind):
    rows = [
        row(n, outlet, title, text, kind=kind)
        for outlet in ("Ledger", "Wire")
        for n, (title, text) in enumerate(EVENTS)
    ]  # fmt: skip

    answer = replayed(site, rows)

    assert answer.status == 0
    assert stopped_by(answer) == ["stories"]
    assert [story for story in document(site)["stories"] if story["picked"]] == []


def test_a_store_with_titles_of_every_kind_is_drafted(site):
    site.configure(feeds=["ledger"])
    items = "".join(
        f"<item><guid>g{n}</guid><title><![CDATA[{title.replace(chr(0), '')}]]></title>"
        f"<description>{TEXT}</description><pubDate>Wed, 18 Nov 2026 12:00:00 GMT</pubDate></item>"
        for n, title in enumerate(TITLES.values())
        if "\x1b" not in title
    )
    site.write_feed("ledger", f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>')
    site.json("collect", "--now", CUT_OFF)

    assert site.run("draft", "--week", "2026-W47").status == 0

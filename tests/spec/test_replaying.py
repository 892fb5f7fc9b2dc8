"""An archive of entries becomes an issue, without a store and without a configuration."""

import json
import random

import pytest

from newsletter.cli import main
from newsletter.collect.archive import archive_line
from tests.reprints import EVENTS as REPORTS
from tests.reprints import an_entry_of, reprints, rivals
from tests.sites import CUT_OFF, EVENTS


def an_archive(folder, *, order: int = 0):
    rows = [
        {
            "id": f"{outlet}-{number}",
            "url": f"https://{outlet}.example/{number}",
            "outlet": f"The {outlet.title()}",
            "title": title,
            "published": f"2026-11-1{6 + number}T1{hour}:00:00-05:00",
            "content": text,
            "position": number + 1,
        }
        for hour, outlet in enumerate(("ledger", "wire", "standard"))
        for number, (title, text) in enumerate(EVENTS)
    ]
    random.Random(order).shuffle(rows)  # noqa: S311 - an order, no secret
    path = folder / f"entries-{order}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A folder with nothing in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSLETTER_CONFIG", raising=False)
    return tmp_path


def test_it_needs_no_configuration_and_leaves_no_store(bare):
    archive = an_archive(bare)

    assert main(["replay", str(archive), "--out", "tried"]) == 0
    assert {path.name for path in bare.iterdir()} == {archive.name, "tried"}
    assert {p.name for p in (bare / "tried").iterdir()} == {"issue.html", "issue.txt", "issue.eml", "issue.json"}


@pytest.mark.parametrize("order", range(1, 6))
def test_shuffled_entries_give_the_same_bytes(bare, order):
    """In every file, and so in the digest that an editor approves."""
    main(["replay", str(an_archive(bare)), "--out", "one"])
    main(["replay", str(an_archive(bare, order=order)), "--out", "other"])

    for name in ("issue.html", "issue.txt", "issue.eml", "issue.json"):
        assert (bare / "one" / name).read_bytes() == (bare / "other" / name).read_bytes()


def test_a_week_full_of_reprints_is_told_by_those_who_wrote_it(bare):
    """An archive takes the way of a collected week: copies are found, counted once, and named."""
    entries = {e.id: e for event in REPORTS[:6] for p in (*reprints(event), *rivals(event)) for e in p}
    (bare / "entries.jsonl").write_text("".join(f"{archive_line(e)}\n" for e in entries.values()), encoding="utf-8")

    assert main(["replay", "entries.jsonl", "--out", "tried"]) == 0

    content = json.loads((bare / "tried" / "issue.json").read_text(encoding="utf-8"))
    assert len(content["stories"]) == 6
    for story in content["stories"]:
        assert story["coverage"]["families"] == 3
        assert story["carried_by"] == ["The Crier", "Valley Star", "Morning Post", "The Beacon", "Coast Daily"]
    assert "Also carried by" in (bare / "tried" / "issue.txt").read_text(encoding="utf-8")


def test_what_was_paid_for_is_refused_by_name(bare):
    row = {"id": "paid", "url": "https://ledger.example/paid", "outlet": "The Ledger", "title": "A fine bank",
           "published": "2026-11-18T12:00:00Z", "content": "A fine bank opens.", "kind": "sponsored"}  # fmt: skip
    archive = an_archive(bare)
    archive.write_text(archive.read_text(encoding="utf-8") + json.dumps(row) + "\n", encoding="utf-8")

    main(["replay", str(archive), "--out", "tried"])

    content = json.loads((bare / "tried" / "issue.json").read_text(encoding="utf-8"))
    assert content["refused"] == [{"entry": "paid", "reason": "Somebody paid the outlet for it."}]


def test_the_week_is_that_of_the_latest_entry_unless_one_is_named(bare, capsys):
    archive = an_archive(bare)
    main(["replay", str(archive), "--out", "one", "--json"])
    latest = json.loads(capsys.readouterr().out)
    main(["replay", str(archive), "--out", "two", "--week", "2026-W46", "--json"])
    named = json.loads(capsys.readouterr().out)

    assert (latest["week"], len(latest["stories"]), latest["refused"]) == ("2026-W47", 3, 0)
    assert (named["week"], len(named["stories"]), named["refused"]) == ("2026-W46", 0, 9)


def test_a_replayed_week_is_the_collected_one(site):
    """So that a rule tried on an archive holds for the letter."""
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    site.json("draft", "--week", "2026-W47")
    site.json("preview", "--out", "collected")
    document = json.loads((site.folder / "collected" / "issue.json").read_text(encoding="utf-8"))
    rows = [
        {
            "id": f"https://{outlet}.example/{'-'.join(title.lower().split()[:4])}",
            "url": f"https://{outlet}.example/{'-'.join(title.lower().split()[:4])}",
            "outlet": f"The {outlet.title()}",
            "title": title,
            "published": f"2026-11-18T{12 + hour}:00:00+00:00",
            "summary": text,
            "position": number + 1,
        }
        for hour, outlet in enumerate(("ledger", "wire", "standard"))
        for number, (title, text) in enumerate(EVENTS)
    ]
    archive = site.folder / "entries.jsonl"
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    site.json("replay", str(archive), "--out", "replayed")

    replayed = json.loads((site.folder / "replayed" / "issue.json").read_text(encoding="utf-8"))
    assert replayed["stories"] == document["stories"]
    assert replayed["entries"] == document["entries"]
    # All but what the collected letter says of its feeds.
    pages = [(site.folder / how / "issue.txt").read_text(encoding="utf-8") for how in ("collected", "replayed")]
    assert pages[0].partition("HOW THIS")[0] == pages[1].partition("HOW THIS")[0]
    assert "good health" not in pages[1]


def test_a_line_that_an_outlet_prints_below_everything_is_not_told(bare):
    """No rule knows its words; that it stands under different news gives it away, and an editor can look at it."""
    line = "The Ledger has looked after Halden since the great flood of 1911."
    entries = [an_entry_of(e, "The Ledger", f"{e['own']}\n\n{line}", hours=1) for e in REPORTS[:4]]
    (bare / "entries.jsonl").write_text("".join(f"{archive_line(e)}\n" for e in entries), encoding="utf-8")

    assert main(["replay", "entries.jsonl", "--out", "tried"]) == 0

    content = json.loads((bare / "tried" / "issue.json").read_text(encoding="utf-8"))
    assert {removed["text"] for removed in content["removed"] if removed["rule"] == "repeated"} == {line}
    assert line not in " ".join((bare / "tried" / "issue.txt").read_text(encoding="utf-8").split())


def test_a_line_below_very_short_reports_is_not_told_either(bare):
    """It is the longer part of each, and the news above it is all that the letter should say."""
    line = "The Courier sends its staff to every ward in the county on Mondays."
    told = {
        "Hull bridge shut": "The bridge at Hull was shut on Monday after engineers found a crack.",
        "Derby school vote": "Derby councillors voted to merge two schools on Monday night.",
        "Cork harbour strike": "Dockers in Cork walked out on Monday over pay of 14 euros an hour.",
        "Bala dam repair": "The dam near Bala will be repaired at a cost of 9 million pounds.",
    }
    rows = [
        {
            "id": title,
            "url": f"https://courier.example/{number}",
            "outlet": "The Courier",
            "title": title,
            "published": f"2026-11-18T1{number}:00:00Z",
            "content": f"<p>{text}</p><p>{line}</p>",
        }
        for number, (title, text) in enumerate(told.items())
    ]
    (bare / "entries.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    assert main(["replay", "entries.jsonl", "--out", "tried"]) == 0

    content = json.loads((bare / "tried" / "issue.json").read_text(encoding="utf-8"))
    gone = sorted(told)
    assert content["removed"] == [{"entry": title, "text": line, "rule": "repeated"} for title in gone]
    shown = " ".join((bare / "tried" / "issue.txt").read_text(encoding="utf-8").split())
    assert line not in shown
    assert all(text in shown for text in told.values())

"""An archive of entries becomes an issue, without a store and without a configuration."""

import json
import random
from pathlib import Path

import pytest

from newsletter.cli import main
from newsletter.collect.archive import archive_line
from newsletter.curate.rank import WEIGHTS
from tests.reprints import EVENTS as REPORTS
from tests.reprints import an_entry_of, reprints, rivals
from tests.sites import CONFIG, CUT_OFF, EVENTS, in_own_words


def an_archive(folder, *, order: int = 0):
    return archived(folder / f"entries-{order}.jsonl", EVENTS, order=order, first_day=16)


def archived(path, events, *, order: int, first_day: int, prefix: str = ""):
    """What three newsrooms tell of some events, one a day, as an archive in some order."""
    rows = [
        {
            "id": f"{prefix}{outlet}-{number}",
            "url": f"https://{outlet}.example/{prefix}{number}",
            "outlet": f"The {outlet.title()}",
            "title": title,
            "published": f"2026-11-{first_day + number}T1{hour}:00:00-05:00",
            "content": in_own_words(text, hour),
            "position": number + 1,
        }
        for hour, outlet in enumerate(("ledger", "wire", "standard"))
        for number, (title, text) in enumerate(events)
    ]
    random.Random(order).shuffle(rows)  # noqa: S311 - an order, no secret
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
            "summary": in_own_words(text, hour),
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


#: A week later: the budget goes on, the levee tax is told once more, a strike is new; of the governor, nothing.
LATER = (
    (
        "President signs the budget bill that the Senate passed",
        (
            "President Osgood signed the annual budget bill on Monday at a ceremony in Duluth. "
            "The budget bill, which the Senate passed by 51 votes to 49, raises spending on ports by 12 percent."
        ),
    ),
    EVENTS[1],
    (
        "Teachers in Oakdale walk out over class sizes",
        (
            "Some 900 teachers in Oakdale walked out of their classrooms on Tuesday over class sizes. "
            "The union asked the school board for a limit of 24 pupils in each class."
        ),
    ),
)


def the_week_after(folder, *, order: int = 0):
    return archived(folder / f"later-{order}.jsonl", LATER, order=order, first_day=23, prefix="later-")


def replayed(*arguments: str) -> dict:
    assert main(["replay", *arguments, "--out", "tried"]) == 0
    return json.loads(Path("tried/issue.json").read_text(encoding="utf-8"))


def by_headline(document: dict, word: str) -> dict:
    (story,) = (story for story in document["stories"] if word in story["headline"])
    return story


@pytest.fixture(params=["", "first"])
def history(request, bare):
    """The letter of 2026-W47 as ``replay`` wrote it: in the folder, or in one of its own there."""
    main(["replay", str(an_archive(bare)), "--out", f"past/{request.param}"])
    return "past"


def test_a_story_that_goes_on_says_so_and_what_has_changed(bare, history):
    document = replayed(str(the_week_after(bare)), "--history", history)

    budget = by_headline(document, "budget")
    assert budget["picked"]
    assert (budget["since"]["standing"], budget["since"]["issue"], budget["since"]["weeks"]) == ("developing", 1, 1)
    changed = budget["since"]["changed"]
    assert changed["entry"].startswith("later-")
    assert "signed the annual budget bill" in changed["quote"]
    text = " ".join((bare / "tried" / "issue.txt").read_text(encoding="utf-8").split())
    assert "developing" in text
    assert f"Since last week: {changed['text']}" in text
    assert text.count(changed["text"]) == 1


def test_a_storyline_keeps_its_name_from_letter_to_letter(bare, history):
    before = by_headline(json.loads(next(Path(history).rglob("issue.json")).read_text(encoding="utf-8")), "budget")

    after = by_headline(replayed(str(the_week_after(bare)), "--history", history), "budget")

    assert after["storyline"] == before["storyline"]
    assert after["id"] != before["id"]


def test_a_story_of_which_nothing_is_new_is_not_told_again(bare, history):
    document = replayed(str(the_week_after(bare)), "--history", history)

    levee = by_headline(document, "levee")
    assert not levee["picked"]
    assert levee["because"] == "Nothing in it is new since issue 1 told it"


def test_last_weeks_leaders_of_which_nobody_tells_are_named_as_quiet(bare, history):
    """The levee tax is not: newsrooms told of it, if nothing new."""
    document = replayed(str(the_week_after(bare)), "--history", history)

    assert [quiet["headline"] for quiet in document["quiet"]] == [EVENTS[2][0]]
    text = (bare / "tried" / "issue.txt").read_text(encoding="utf-8")
    assert "GONE QUIET SINCE THE LAST LETTER" in text
    assert EVENTS[2][0] in " ".join(text.split())


def two_weeks_later(folder):
    moved = the_week_after(folder)
    text = moved.read_text(encoding="utf-8")
    for day in (3, 4, 5):
        text = text.replace(f"2026-11-2{day}", f"2026-12-0{day - 2}")
    moved.write_text(text, encoding="utf-8")
    return str(moved)


def test_a_story_comes_back_after_a_letter_without_it(bare, history):
    strike = the_week_after(bare)
    rows = [row for row in strike.read_text(encoding="utf-8").splitlines() if "Oakdale" in row]
    strike.write_text("\n".join(rows), encoding="utf-8")
    main(["replay", str(strike), "--out", "past/second", "--history", history])

    document = replayed(two_weeks_later(bare), "--history", history)

    budget = by_headline(document, "budget")
    assert document["issue"]["number"] == 3
    assert (budget["since"]["standing"], budget["since"]["issue"], budget["since"]["weeks"]) == ("back", 1, 2)
    text = (bare / "tried" / "issue.txt").read_text(encoding="utf-8")
    assert "back after 2 weeks" in text
    assert "Since No. 1:" in text


def test_a_week_without_a_letter_is_not_called_last_week(bare, history):
    """The story was in the last letter and so goes on developing; but that letter is two weeks old."""
    budget = by_headline(replayed(two_weeks_later(bare), "--history", history), "budget")

    assert (budget["since"]["standing"], budget["since"]["weeks"]) == ("developing", 2)
    text = (bare / "tried" / "issue.txt").read_text(encoding="utf-8")
    assert "Since No. 1:" in text
    assert "last week" not in text.lower()


def test_without_earlier_letters_nothing_is_said_of_them(bare):
    document = replayed(str(the_week_after(bare)))

    assert [story["since"] for story in document["stories"] if story["picked"]] == [None, None, None]
    assert document["quiet"] == []
    assert "developing" not in (bare / "tried" / "issue.txt").read_text(encoding="utf-8")


def test_a_letter_of_the_same_week_or_a_later_one_is_not_gone_on_from(bare, history):
    archive = an_archive(bare)

    assert replayed(str(archive), "--history", history)["stories"] == replayed(str(archive))["stories"]


@pytest.mark.parametrize("order", [1, 2])
def test_shuffled_entries_go_on_from_earlier_letters_in_the_same_bytes(bare, history, order):
    main(["replay", str(the_week_after(bare)), "--out", "one", "--history", history])
    main(["replay", str(the_week_after(bare, order=order)), "--out", "other", "--history", history])

    for name in ("issue.html", "issue.txt", "issue.eml", "issue.json"):
        assert (bare / "one" / name).read_bytes() == (bare / "other" / name).read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"<html>", "is not JSON", id="a page"),
        pytest.param(b"[1]", "lacks the issue's week", id="a list"),
        pytest.param(b'{"schema": 1}', "lacks the issue's week", id="another document"),
        pytest.param(b'{"issue": {"week": "W99"}, "stories": []}', "lacks the issue's week", id="a week that is none"),
        pytest.param(b"\xff\xfe", "is not UTF-8", id="another encoding"),
        pytest.param(b"[" * 100_000, "is not JSON", id="brackets without end"),
    ],
)
def test_an_earlier_letter_that_is_none_is_refused_by_name(bare, capsys, content, said):
    (bare / "past").mkdir()
    (bare / "past" / "w47.json").write_bytes(content)

    assert main(["replay", str(an_archive(bare)), "--out", "tried", "--history", "past"]) == 1

    (line,) = capsys.readouterr().err.strip().splitlines()
    assert "w47.json" in line
    assert said in line
    assert not (bare / "tried").exists()


def test_a_folder_of_earlier_letters_that_is_none_is_refused(bare, capsys):
    archive = an_archive(bare)

    for wrong in ("nowhere", archive.name):
        assert main(["replay", str(archive), "--out", "tried", "--history", wrong]) == 1
        assert f"{wrong} is no folder" in capsys.readouterr().err


def test_an_empty_folder_of_earlier_letters_is_a_first_week(bare):
    (bare / "past").mkdir()

    assert [s["since"] for s in replayed(str(an_archive(bare)), "--history", "past")["stories"]] == [None] * 3


def another(folder, more: str) -> str:
    (folder / "other.toml").write_text(
        f'{CONFIG}\n{more}\n[[feeds]]\nurl = "replay.xml"\noutlet = "replay"\n', encoding="utf-8"
    )
    return "other.toml"


def compared(folder, capsys, more: str) -> list[dict]:
    archive, other = an_archive(folder), another(folder, more)
    assert main(["replay", str(archive), "--out", "tried", "--compare", other]) == 0
    text = capsys.readouterr().out
    assert main(["replay", str(archive), "--out", "tried", "--compare", other, "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["compare"]
    assert f"With other.toml: {len(changes) or 'no'} change" in text
    assert all(f"{c['what']}: {c['headline']} ({c['before']} → {c['after']})" in text for c in changes)
    return changes


def test_another_cap_is_tried_beside_this_one(bare, capsys):
    changes = compared(bare, capsys, "[curate]\nstories = 1")

    assert [change["what"] for change in changes] == ["out", "out"]
    assert {change["after"].partition(": ")[2] for change in changes} == {"The letter is full: 1 story weighs more"}


def test_another_floor_is_tried_beside_this_one(bare, capsys):
    changes = compared(bare, capsys, "[curate]\nfloor = 1.0")

    assert [change["what"] for change in changes] == ["out", "out", "out"]


def test_other_weights_are_tried_beside_these(bare, capsys):
    """Where only recency counts, the latest of the week leads."""
    old = "\n".join(f"{signal} = 0" for signal in WEIGHTS if signal != "recency")

    changes = compared(bare, capsys, f"[curate.weights]\n{old}")

    assert {change["what"] for change in changes} >= {"moved"}


def test_the_same_settings_change_nothing(bare, capsys):
    assert compared(bare, capsys, "") == []


def test_another_configuration_that_is_wrong_is_refused(bare, capsys):
    other = another(bare, "[curate]\nstorys = 1")

    assert main(["replay", str(an_archive(bare)), "--out", "tried", "--compare", other]) == 2
    assert "curate.storys" in capsys.readouterr().err

    assert main(["replay", str(an_archive(bare)), "--out", "tried", "--compare", "nowhere.toml"]) == 2


def test_earlier_letters_count_for_both_configurations(bare, history, capsys):
    archive, other = the_week_after(bare), another(bare, "")
    capsys.readouterr()

    main(["replay", str(archive), "--out", "tried", "--history", history, "--compare", other, "--json"])

    assert json.loads(capsys.readouterr().out)["compare"] == []

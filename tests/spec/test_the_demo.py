"""The recorded week, as a newcomer sees it."""

import json
from email.utils import parseaddr
from pathlib import Path

import pytest

from newsletter.cli import main
from newsletter.wiring import shared


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> Path:
    """The folder that the demo made."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["demo"]) == 0
    return folder / "demo-site"


@pytest.fixture(scope="module")
def document(played) -> dict:
    return json.loads((played / "issue.json").read_text(encoding="utf-8"))


def test_it_is_a_whole_letter(document):
    told = [story for story in document["stories"] if story["picked"]]

    assert len(told) == 12
    assert all(check["ok"] for check in document["checks"])
    assert all(len(story["blurb"]) >= 2 for story in told)


def test_its_events_are_told_by_one_to_nine_newsrooms_and_more(document):
    families = [len({e.partition("#")[0] for e in story["entries"]}) for story in document["stories"]]

    assert len(document["stories"]) >= 30
    assert min(families) == 1
    assert max(families) >= 9


def test_no_promotional_line_reaches_the_letter(played, document):
    """The Ballot Watch carries them inside its articles."""
    letter = (played / "issue.txt").read_text(encoding="utf-8").partition("STORY OF THE WEEK")[2].lower()
    letter = letter.partition("how this letter was made")[0]
    removed = [line["text"].lower() for line in document["removed"]]

    assert len(removed) >= 20
    for word in ("subscribe", "podcast", "newsletter!", "vidhall", "follow us", "read more"):
        assert word not in letter
    assert any("a week of political news in your in-box" in line for line in removed)


def test_every_sentence_stands_in_the_feed_that_it_names(document):
    import feedparser

    config = shared("demo/config.toml").parent
    texts = []
    for path in sorted((config / "feeds").glob("*.xml")):
        for entry in feedparser.parse(path.read_bytes()).entries:
            whole = " ".join(c.value for c in entry.get("content", [])) + " " + entry.get("summary", "")
            texts.append(" ".join(whole.replace("</p><p>", "</p> <p>").split()))

    for story in document["stories"]:
        for sentence in story["blurb"]:
            plain = sentence["quote"]
            assert any(plain in text or plain in text.replace("&amp;", "&") for text in texts), plain


def messages(played: Path) -> list[Path]:
    return sorted((played / "outbox").glob("*.eml"))


def test_seventeen_of_twenty_get_a_message_and_the_suppressed_none(played):
    to = [parseaddr(p.read_bytes().decode().partition("\r\nTo: ")[2].partition("\r\n")[0])[1] for p in messages(played)]
    addresses = set(to)

    assert len(to) == len(addresses) == 17
    assert not addresses & {"omar@reader.example", "old.address@reader.example", "gone@reader.example"}
    assert "zoë@reader.example" in addresses


def test_playing_it_again_gives_the_same_letter(played, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    main(["demo"])

    assert (tmp_path / "demo-site" / "issue.html").read_bytes() == (played / "issue.html").read_bytes()


def test_it_empties_only_what_it_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "demo-site").mkdir()
    (tmp_path / "demo-site" / "thesis.txt").write_text("years of work")

    assert main(["demo"]) == 1
    assert (tmp_path / "demo-site" / "thesis.txt").read_text() == "years of work"


def test_the_recording_has_what_its_readme_says():
    folder = shared("demo/config.toml").parent
    said = (folder / "README.md").read_text(encoding="utf-8")
    feeds = sorted(path.name for path in (folder / "feeds").glob("*.xml"))

    assert len(feeds) == 16
    assert all(f"`{name}`" in said for name in feeds)
    assert len((folder / "subscribers.csv").read_text(encoding="utf-8").splitlines()) == 21

"""A letter in a writer's words, from the feeds to the files: what the reader and the editor see of it."""

import json

import pytest

from tests.contract.chat import Chat, as_json
from tests.sites import CUT_OFF, EVENTS

#: Faithful, and in other words than the outlets'. Of the other events the writer has nothing to say.
TOLD = (
    "On Tuesday the Senate passed the annual budget bill by 51 votes to 49.",
    "Senator Mara Ellison of Vermont cast the deciding vote.",
)


def tells_of_the_budget(question: dict) -> str:
    lines = [line for message in question["messages"] for line in message["content"].split("\n")]
    articles = [one for one in (json.loads(line) for line in lines if line.startswith("{")) if "outlet" in one]
    about = [article["id"] for article in articles if "Senate" in " ".join(article["sentences"])]
    told = zip(TOLD, about, strict=False)  # a newsroom for each: a writer may not lean on one alone
    return json.dumps({"sentences": [{"text": text, "sources": [source]} for text, source in told]})


@pytest.fixture
def asked(site, httpserver):
    chat = Chat(httpserver, tells_of_the_budget)
    site.fill()
    site.configure(f'[writer]\nbackend = "openai"\nbase_url = "{chat.base_url}"\nmodel = "small"\n')
    site.json("collect", "--now", CUT_OFF)
    return chat


def previewed(site) -> tuple[dict, str]:
    site.json("draft", "--week", "2026-W47")
    site.json("preview", "--out", "out")
    text = " ".join((site.folder / "out" / "issue.txt").read_text(encoding="utf-8").split())
    return json.loads((site.folder / "out" / "issue.json").read_text(encoding="utf-8")), text


def test_what_a_writer_wrote_is_credited_as_such_and_every_sentence_has_its_evidence(site, asked):
    document, text = previewed(site)

    written = [story for story in document["stories"] if story["blurb"][0]["by"] == "writer"]
    assert [sentence["text"] for story in written for sentence in story["blurb"]] == [*TOLD]
    assert (document["writer"]["written"], document["writer"]["unwritten"]) == (1, 2)
    assert "(after The " in text
    assert "were written by a language model" in text
    assert all(check["ok"] for check in document["checks"] if check["blocking"])


def test_where_the_writer_is_down_the_outlets_own_sentences_tell_the_week_and_the_editor_is_told_why(site, asked):
    asked.says = lambda _: as_json({"error": "down"}, status=503)

    document, text = previewed(site)

    assert [story["blurb"][0]["by"] for story in document["stories"]] == ["outlet"] * len(EVENTS)
    assert all(story["unwritten"] for story in document["stories"])
    assert "(after The " not in text
    assert "word for word" in text

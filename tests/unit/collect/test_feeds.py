"""Feeds as they are served, and beside each the entries that it must become. Each bug of parsing adds a pair."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from newsletter.collect.parse import parse
from newsletter.domain.entry import Entry
from newsletter.domain.feed import Feed, Fetched
from tests.builders import NOON

FEEDS = sorted((Path(__file__).parents[2] / "feeds").glob("*.xml"))


def as_written(entry: Entry) -> dict[str, Any]:
    """What of an entry is the feed's doing; of what few feeds state, what this one does."""
    rare = {
        "authors": list(entry.authors),
        "categories": list(entry.categories),
        "credited_to": entry.credited_to,
        "picture": asdict(entry.picture) if entry.picture else None,
        "corrections": list(entry.corrections),
    }
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": entry.published.isoformat() if entry.published else None,
        "date_quality": entry.date_quality,
        "kind": entry.kind,
        "position": entry.position,
        "summary": entry.summary,
        "content": entry.content,
        "removed": [[line.rule, line.text] for line in entry.removed],
    } | {key: value for key, value in rare.items() if value}


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.stem)
def test_a_feed_becomes_its_entries(path: Path):
    feed = Feed(url=f"/feeds/{path.name}", outlet="The Outlet", family="The Outlet")

    parsed = parse(Fetched(body=path.read_bytes(), url=f"file:///feeds/{path.name}"), feed, now=NOON)

    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert parsed.fault == expected["fault"]
    assert [as_written(entry) for entry in parsed.entries] == expected["entries"]


def test_there_are_feeds():
    """A folder that moved must not make an empty suite."""
    assert len(FEEDS) >= 12

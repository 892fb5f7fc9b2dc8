"""Small weeks made by hand, by somebody who did not see the rules: what must be one story, and what must not.

Each exhibit is clustered by itself, and all of them as one week. ``together`` lists its events.
"""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from newsletter.collect.copies import with_copies
from newsletter.curate.cluster import cluster
from tests.builders import an_entry

FOLDER = Path(__file__).parents[2] / "exhibits"


def exhibits(kind):
    lines = (FOLDER / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


#: Known to be wrong yet; each is a fault to mend. A test below keeps the lists from growing stale.
UNMET = json.loads((FOLDER / "unmet.json").read_text(encoding="utf-8"))
ALL = [exhibit for kind in ("merge", "apart") for exhibit in exhibits(kind)]


def entries(exhibit):
    return [
        an_entry(
            each["id"],
            title=each["title"],
            content=each["text"],
            outlet=each["outlet"],
            at=datetime.fromisoformat(each["published"]),
        )
        for each in exhibit["entries"]
    ]


@cache
def home_in_the_week():
    week = [entry for exhibit in ALL for entry in entries(exhibit)]
    return homes(week)


def homes(week):
    return {entry.id: story.id for story in cluster(with_copies(week)) for entry in story.entries}


def fault(exhibit, home):
    """What is wrong with an exhibit's stories, in a word; empty where nothing is."""
    stories = [{home[entry] for entry in event} for event in exhibit["together"]]
    if sum(map(len, stories)) > len(set().union(*stories)):
        return "joined"
    return "split" if any(len(found) > 1 for found in stories) else ""


def named(exhibit):
    return exhibit["name"]


def test_there_are_sixty_of_each_kind_at_least():
    assert min(len(exhibits("merge")), len(exhibits("apart"))) >= 60


@pytest.mark.parametrize("exhibit", ALL, ids=named)
def test_an_exhibit_among_a_week_of_others(exhibit):
    assert fault(exhibit, home_in_the_week()) == UNMET["week"].get(exhibit["name"], "")


@pytest.mark.parametrize("exhibit", ALL, ids=named)
def test_an_exhibit_by_itself(exhibit):
    """Nothing but its own words says which of them are rare."""
    assert fault(exhibit, homes(entries(exhibit))) == UNMET["alone"].get(exhibit["name"], "")

"""Making, over made weeks: whatever comes in, every entry is somewhere, and the order of arrival plays no part."""

import gc
import json
import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsletter import wiring
from newsletter.config import from_values
from newsletter.domain.entry import Entry, EntryId, Kind, Lean, Licence
from newsletter.draft.history import past_issue
from newsletter.pipeline.making import Draft, Rules, make
from tests.builders import a_week, an_entry
from tests.letters import quotes
from tests.reprints import EVENTS, reprints, rivals

WEEK = a_week()
#: Mostly news; what takes no part, counts only, or may not be quoted is among it.
KINDS = [Kind.NEWS] * 6 + [Kind.OPINION, Kind.LIVE, Kind.MEDIA, Kind.NEWSLETTER, Kind.SPONSORED, Kind.FACT_CHECK]
LEANS = [Lean.LEFT, Lean.CENTRE, Lean.RIGHT, Lean.UNRATED]


@pytest.fixture(scope="module")
def rules() -> Rules:
    settings = {
        "publication": {
            "from_address": "letter@news.example.org",
            "base_url": "https://news.example.org",
            "postal_address": "1 Printing House Square",
        },
        "feeds": [{"url": "feed.xml", "outlet": "The Ledger"}],
    }
    return replace(wiring.rules(from_values(settings, folder=Path(), name="config.toml")), feeds=())


def made_week(seed: int) -> list[Entry]:
    """Events as agencies, reprinters and rivals tell them, with all that may be odd about an entry."""
    dice = random.Random(seed)  # noqa: S311 - a week, no secret
    told = {e.id: e for event in EVENTS[:5] for pair in (*reprints(event), *rivals(event)) for e in pair}
    odd = [
        replace(
            entry,
            kind=dice.choice(KINDS),
            lean=dice.choice(LEANS),
            licence=dice.choice([Licence.EXCERPT, Licence.EXCERPT, Licence.HEADLINE]),
            published=entry.at + timedelta(hours=dice.randrange(-150, 60)),
            title=dice.choice([entry.title, entry.title, f"{entry.title} {entry.id}", entry.title.upper(), ""]),
            url=dice.choice([entry.url, entry.url, ""]),
        )
        for entry in told.values()
        if dice.random() < 0.8
    ]
    again = [replace(entry, id=EntryId(f"again-{entry.id}")) for entry in dice.sample(odd, 4)]
    alone = [
        an_entry(f"alone-{n}", title=f"Ward {n} council of Halden votes on lamp {n * 7}", outlet=f"Paper {n}")
        for n in range(6)
    ]
    return dice.sample([*odd, *again, *alone], len(odd) + 10)


def entries_of(document: dict) -> Counter[str]:
    """How often each entry stands in a story or in the list of refusals."""
    return Counter(
        [
            *(entry for story in document["stories"] for entry in story["entries"]),
            *(refused["entry"] for refused in document["refused"]),
        ]
    )


def draft(entries: list[Entry], rules: Rules, **facts) -> Draft:
    return make(entries, rules, week=WEEK, number=1, **facts)


@pytest.mark.parametrize("seed", range(8))
def test_every_entry_stands_in_one_story_or_is_refused_with_a_reason(rules, seed):
    entries = made_week(seed)

    document = json.loads(draft(entries, rules).document)

    assert entries_of(document) == Counter(entry.id for entry in entries)
    assert all(refused["reason"] for refused in document["refused"])
    assert document["made"]["entries"] == len(entries) - len(document["refused"])
    assert {entry["id"] for entry in document["entries"]} == set(entries_of(document)) - {
        refused["entry"] for refused in document["refused"]
    }


@pytest.mark.parametrize("seed", range(4))
def test_every_story_is_told_or_says_why_it_is_not(rules, seed):
    document = json.loads(draft(made_week(seed), rules).document)

    assert all(story["because"] for story in document["stories"])
    folded = {more["story"] for story in document["stories"] if story["picked"] for more in story["more"]}
    assert folded <= {story["id"] for story in document["stories"] if not story["picked"]}


@pytest.mark.parametrize("seed", range(4))
def test_every_sentence_of_a_letter_stands_in_the_entry_that_it_names(rules, seed):
    entries = made_week(seed)
    made = draft(entries, rules)
    by_id = {entry.id: entry for entry in entries}

    for told in made.issue.told():
        held = {entry.id for entry in told.ranked.story.entries}
        for sentence in told.blurb:
            assert sentence.entry in held
            assert quotes(by_id[sentence.entry], sentence.quote)
    assert not [c for c in made.checks if c.name in {"sources", "furniture", "alt", "unsubscribe"} and not c.ok]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_plays_no_part(rules, seed):
    entries = made_week(seed)
    before = draft(entries, rules)
    turned = random.Random(seed).sample(entries, len(entries))  # noqa: S311 - an order, no secret
    past = [past_issue(before.document.replace('"week": "2026-W47"', '"week": "2026-W46"'))]

    assert draft(turned, rules).document == before.document
    assert draft(turned, rules).digest == before.digest
    assert draft(turned, rules, past=past).document == draft(entries, rules, past=past).document


def test_a_week_that_was_told_already_is_not_told_again(rules):
    """By the same entries nothing can be new."""
    entries = made_week(1)
    before = draft(entries, rules)
    past = [past_issue(before.document.replace('"week": "2026-W47"', '"week": "2026-W46"'))]

    after = draft(entries, rules, past=past)

    assert [told.headline for told in before.issue.told()]
    assert {told.id for told in after.issue.told()}.isdisjoint(told.id for told in before.issue.told())


@pytest.mark.parametrize("looked", [True, False])
def test_pythons_search_for_cycles_is_afterwards_as_it_was(rules: Rules, looked: bool):
    """It is off while a letter is made, also where that fails."""
    before = gc.isenabled()
    try:
        (gc.enable if looked else gc.disable)()

        make(made_week(1), rules, week=WEEK, number=1)
        with pytest.raises(AttributeError):
            make([None], rules, week=WEEK, number=1)  # type: ignore[list-item]

        assert gc.isenabled() is looked
    finally:
        (gc.enable if before else gc.disable)()

"""A second look at a letter's sources, by its cost."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from newsletter import wiring
from newsletter.collect.looked_again import LookedAgain
from newsletter.config import load
from newsletter.domain.errors import FetchFailed
from newsletter.domain.feed import Ask, Fetched
from newsletter.domain.issue import StoredIssue
from newsletter.pipeline.freshness import look_again
from newsletter.ports import Fetcher
from tests.builders import NOON, a_stored_issue, an_entry
from tests.sites import CUT_OFF, Site, item, rss


class SlowWorld:
    """A clock that only goes on while somebody is asked, and a fetcher that takes two minutes for each."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._moment = NOON
        self.asked: list[str] = []

    def now(self) -> datetime:
        return self._moment

    def pause(self, seconds: float) -> None:
        self._moment += timedelta(seconds=seconds)

    def fetch(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched | FetchFailed]]:
        for ask in asks:
            self.asked.append(ask.url)
            self._moment += timedelta(minutes=2)
            yield from self._fetcher.fetch([ask])


def telling(*titles: tuple[str, str]) -> StoredIssue:
    """An issue that prints the titles of these entries."""
    content = {
        "stories": [{"picked": True, "headline_entry": id_, "blurb": []} for id_, _ in titles],
        "entries": [{"id": id_, "outlet": "The Ledger", "title": title, "url": ""} for id_, title in titles],
    }
    return replace(a_stored_issue(), document=json.dumps(content))


def looked_again(site: Site, issue: StoredIssue) -> tuple[LookedAgain, list[str]]:
    """What a second look finds, and whom it asks."""
    settings = load(site.config)
    with wiring.backends(settings) as backends:
        world = SlowWorld(backends.fetcher)
        slow = replace(backends, fetcher=world, clock=world)
        return look_again(slow, issue, settings.all_feeds(), now=NOON), world.asked


def test_of_a_thousand_entries_of_one_feed_it_is_asked_once(site: Site):
    site.configure(feeds=["ledger"])
    titles = [(f"urn:ledger:{n}", f"Piece number {n}") for n in range(1000)]
    told = [item(title, "What it says.", outlet="ledger", guid=id_) for id_, title in titles]
    site.write_feed("ledger", rss(*told))
    site.json("collect", "--now", CUT_OFF)
    site.write_feed("ledger", rss(*told[1:], told[0].replace("Piece number 0", "Another title")))

    found, asked = looked_again(site, telling(*titles))

    assert found.sources == 1000
    assert [change.what for change in found.changes] == ["Another title"]
    assert len(asked) == 1


def test_of_very_many_changes_some_are_told_and_the_others_counted(site: Site):
    site.configure(feeds=["ledger"])
    told = [item(f"Piece number {n}", "What it says.", outlet="ledger", guid=f"urn:ledger:{n}") for n in range(100)]
    site.write_feed("ledger", rss(*told))
    site.json("collect", "--now", CUT_OFF)

    found, _ = looked_again(site, telling(*((f"urn:ledger:{n}", f"Once it was {n}") for n in range(100))))

    changed, _ = found.checks()
    assert changed.figure.startswith("100 of 100 sources changed: The Ledger has changed the title “Once it was 0”")
    assert changed.figure.endswith("; and 80 more")


def test_nobody_is_asked_any_more_after_five_minutes_and_that_is_said(site: Site):
    names = ["a", "b", "c", "d", "e"]
    site.configure(feeds=names)
    for name in names:
        site.write_feed(name, rss(item(f"Piece of {name}", "What it says.", outlet=name, guid=f"urn:x:{name}:1")))
    site.json("collect", "--now", CUT_OFF)

    found, asked = looked_again(site, telling(*((f"urn:x:{name}:1", f"Piece of {name}") for name in names)))

    assert len(asked) == 3
    assert len(found.unseen) == 2
    assert all("there was no time left" in note for note in found.unseen)
    assert found.changes == ()


def test_an_issue_that_prints_from_no_feed_has_nothing_to_be_looked_at(site: Site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)
    with wiring.backends(load(site.config)) as backends:
        backends.entries.save([an_entry("of an archive", feed="")])

    found, asked = looked_again(site, telling(("of an archive", "An old piece")))

    assert found.checks() == ()
    assert asked == []


def test_an_entry_that_is_not_in_the_store_was_not_seen(site: Site):
    site.fill()
    site.json("collect", "--now", CUT_OFF)

    found, _ = looked_again(site, telling(("lost", "A lost piece")))

    assert found.unseen == ("The entry lost of The Ledger is not in the store.",)
    assert [check.ok for check in found.checks()] == [True, False]

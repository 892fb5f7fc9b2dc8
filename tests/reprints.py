# ruff: noqa: RUF001 - outlets set quotation marks as typographers do
"""Reprints of an agency's reports, and other newsrooms' own reports of the same events.

The words are in ``reprints.toml``. What outlets do to a report before they print it is done here.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from newsletter.collect.reading.clean import RawEntry, clean
from newsletter.domain.entry import Entry, EntryId, Lean
from newsletter.domain.feed import Feed
from tests.builders import NOON

AGENCY = "Halyard"
EVENTS: list[dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["event"]


def wire(event: dict[str, str]) -> Entry:
    """The agency's own entry."""
    return an_entry_of(event, AGENCY, f"{event['name'].upper()} (Halyard) — {event['wire'].strip()}", hours=0)


def reprints(event: dict[str, str]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of copies: the agency's report, or somebody's reprint of it, and another outlet's."""
    paragraphs = event["wire"].strip().split("\n\n")
    whole = wire(event)
    cut = [f"{event['name'].upper()}, Nov. 18 (Halyard) - {paragraphs[0]}", paragraphs[1], "Read the full story here."]
    yield whole, an_entry_of(event, "The Crier", "\n\n".join(cut), hours=2)
    moved = ["Sign up for our morning newsletter.", *reversed(paragraphs), "© 2026 Halyard. All rights reserved."]
    yield whole, an_entry_of(event, "Valley Star", "\n\n".join(moved), hours=3)
    sentences = re.split(r"(?<=[.!?]) +(?=[A-Z])", " ".join(paragraphs))
    shorter = [sentence for place, sentence in enumerate(sentences) if place % 4 != 3]
    edited = [" ".join(shorter[place : place + 2]) for place in range(0, len(shorter), 2)]
    typographic = re.sub(r'"([^"]*)"', "“\\1”", "\n\n".join([*edited, "Follow us on Mastodon."])).replace("'", "’")
    yield whole, an_entry_of(event, "Morning Post", typographic, hours=4, source=AGENCY)
    middle = ["By our Staff", paragraphs[0], *paragraphs[2:4], "Advertisement", "Halyard contributed to this report."]
    yield (
        an_entry_of(event, "The Beacon", "\n\n".join(middle), hours=5),
        an_entry_of(event, "Coast Daily", " ".join(paragraphs), hours=6, source=AGENCY),
    )


def rivals(event: dict[str, str]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of reports of one event by newsrooms that share quotations and figures, and no more."""
    ledger = an_entry_of(event, "The Ledger", event["own"], hours=1)
    standard = an_entry_of(event, "The Standard", event["other"], hours=2, source="Standard Wire")
    yield from itertools.combinations([wire(event), ledger, standard], 2)


def an_entry_of(event: dict[str, str], outlet: str, content: str, *, hours: int, source: str = "") -> Entry:
    """What an outlet printed, as its feed would bring it."""
    key = f"{event['name']}-{outlet.lower().replace(' ', '-')}"
    host = f"https://{outlet.lower().replace(' ', '-')}.example"
    at = NOON - timedelta(days=1) + timedelta(hours=hours)
    raw = RawEntry(
        id=EntryId(key),
        url=f"{host}/{key}",
        title=f"{outlet} on the {event['name']}: what happened, in our words",
        content=content,
        published=at,
        first_seen=at + timedelta(hours=1),
        position=1,
        source=source,
    )
    return clean(raw, Feed(url=f"{host}/feed", outlet=outlet, family=outlet, lean=Lean.CENTRE))

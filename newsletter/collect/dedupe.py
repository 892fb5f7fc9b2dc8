"""The same entry seen twice: ids that clash, and one page published under two ids."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsletter.domain.entry import Entry, EntryId, RefusedEntry


def unique_ids(entries: Iterable[Entry], *, known: Mapping[EntryId, str]) -> tuple[Entry, ...]:
    """The entries, each under an id that no other entry of another feed or page has.

    ``known`` maps ids that are kept already to the address of the feed that they came from. A guid that belongs to
    another feed (in ``known``; else to the first of the feeds by address) gives way to a digest of the feed's address
    and the guid. A guid that one feed gives to several pages gives way, for each of them, to a digest that names the
    page too: which of them came first cannot be told the next time. An entry that is there twice, with one guid and
    one page, is kept once, with the longer text. Ordered by (at, id).
    """
    by_id: defaultdict[EntryId, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        by_id[entry.id][entry.feed].append(entry)
    found: dict[EntryId, Entry] = {}
    for guid, by_feed in by_id.items():
        owner = known.get(guid, min(by_feed))
        for feed, sharing in by_feed.items():
            several = len({_page(entry) for entry in sharing}) > 1
            for entry in sharing:
                parts = [feed, guid] if feed != owner or several else []
                own = _digest(*parts, *([_page(entry)] if several else [])) if parts else guid
                found[own] = _fuller(found[own], entry, own) if own in found else replace(entry, id=own)
    return tuple(sorted(found.values(), key=lambda entry: (entry.at, entry.id)))


def distinct(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[RefusedEntry, ...]]:
    """The entries that tell something of their own, and the others with the reason why not.

    Of one outlet's entries on one page the one with the longest text stays, then that with the lowest id. An entry
    without title and text tells nothing. Both ordered by id, the entries by (at, id).
    """
    kept: list[Entry] = []
    refused: list[RefusedEntry] = []
    by_page: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.title and not entry.text:
            refused.append(RefusedEntry(entry=entry.id, reason="It has neither title nor text."))
        elif entry.canonical_url:
            by_page[entry.outlet, entry.canonical_url].append(entry)
        else:
            kept.append(entry)
    for same in by_page.values():
        stays, *others = sorted(same, key=lambda entry: (-len(entry.text), entry.id))
        kept.append(stays)
        reason = f"It is the same page of {stays.outlet} as {stays.id}, which has at least as much text."
        refused += [RefusedEntry(entry=other.id, reason=reason) for other in others]
    return (
        tuple(sorted(kept, key=lambda entry: (entry.at, entry.id))),
        tuple(sorted(refused, key=lambda refusal: refusal.entry)),
    )


def _page(entry: Entry) -> str:
    """What an entry is about: its page, or without one its title."""
    return entry.canonical_url or entry.title


def _fuller(one: Entry, other: Entry, own: EntryId) -> Entry:
    """The copy with more text, else the one further up in its feed, under its id."""
    best = min(one, other, key=lambda entry: (-len(entry.text), entry.position or 0, entry.title, entry.text))
    return replace(best, id=own)


def _digest(*parts: str) -> EntryId:
    return EntryId(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24])

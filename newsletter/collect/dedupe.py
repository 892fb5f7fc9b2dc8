"""The same entry seen twice: ids that clash, and one page published under two ids."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsletter.collect.identity import is_its_own
from newsletter.domain.entry import Entry, EntryId, RefusedEntry


def unique_ids(entries: Iterable[Entry], *, known: Mapping[EntryId, str]) -> tuple[Entry, ...]:
    """The entries of all feeds, each under an id of its own, whatever the order in which they come.

    A guid is the id where it is unique across feeds: by its form (``identity.is_its_own``), or because no other feed of
    this look gives it and none is known that did. Any other gives way to a digest of the feed's address, the guid and
    the page, and so does one that a feed gives to several pages at once. So give the entries of all feeds at once:
    then who was asked first cannot show.

    Entries with one id are one piece: it belongs to the feed whose address sorts first, and of one feed's copies the
    one with the longer text is kept. So the copies of other feeds are left out, here and against ``known``, which maps
    ids that are kept already to the address of the feed that they came from; empty where that is asked no more, for
    then who gives the piece now has it, as a feed does whose address was corrected. An entry that is kept under its
    guid or under its digest keeps that, whichever feeds have nothing to say this time: so ask for all ``possible_ids``.
    Ordered by (at, id).
    """
    pages: defaultdict[tuple[EntryId, str], set[str]] = defaultdict(set)
    givers: defaultdict[EntryId, set[str]] = defaultdict(set)
    listed = list(entries)
    for entry in listed:
        pages[entry.id, entry.feed].add(_page(entry))
        givers[entry.id].add(entry.feed)
    found: dict[EntryId, Entry] = {}
    for entry in listed:
        guid, feed = entry.id, entry.feed
        alone = len(givers[guid]) == 1 and guid not in known
        settled = alone or known.get(guid) == feed or is_its_own(guid, feed=feed, page=entry.url)
        other = _own_digest(entry)
        # What gave way to its digest once, because of a feed that is silent today, is not to come back under its guid.
        kept = other in known and known.get(guid) != feed
        own = guid if settled and not kept and len(pages[guid, feed]) == 1 else other
        if feed > (known.get(own) or feed):
            continue
        found[own] = _rightful(found[own], entry, own) if own in found else replace(entry, id=own)
    return tuple(sorted(found.values(), key=lambda entry: (entry.at, entry.id)))


def possible_ids(entries: Iterable[Entry]) -> frozenset[EntryId]:
    """All ids that ``unique_ids`` may give these entries: those to look up among what is kept."""
    return frozenset(id_ for entry in entries for id_ in (entry.id, _own_digest(entry)))


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


def _own_digest(entry: Entry) -> EntryId:
    """The id of an entry whose guid is not its own."""
    return _digest(entry.feed, entry.id, _page(entry))


def _page(entry: Entry) -> str:
    """What an entry is about: its page, or without one its title."""
    return entry.canonical_url or entry.title


def _rightful(one: Entry, other: Entry, own: EntryId) -> Entry:
    """Of two copies that of the first feed; else the one with more text, or further up in its feed. Under its id."""
    best = min(
        one, other, key=lambda entry: (entry.feed, -len(entry.text), entry.position or 0, entry.title, entry.text)
    )
    return replace(best, id=own)


def _digest(*parts: str) -> EntryId:
    return EntryId(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24])

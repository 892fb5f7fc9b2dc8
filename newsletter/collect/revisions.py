"""Revisions: one piece that an outlet gives again under another id.

Some outlets give a piece a new guid whenever they touch it. Taken at its word that is a second piece, and the first
stays in the store as it was. So an entry under a new id is looked for among those that are kept: by its page, else by
its title and its words. Where two may be meant, neither is.

Some feeds are made anew for every reader, with another guid and another query in the link each time. Such an entry is
found by what is left: the address up to the query, the title, and the very same text, however short; where neither has
a text, the very same date.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from newsletter.collect.shingles import containment, shingles
from newsletter.domain.entry import Entry, EntryId

#: A piece that is older is not revised any more: what has its title is another of a series.
LATEST = timedelta(days=14)
#: So much of the shorter text stands in the longer one where both are one piece.
OVERLAP = 0.8
#: What bears the same words and is dated further apart may be the next part of a daily series.
APART = timedelta(hours=20)
#: Runs of five words that the shorter text must have: a series has one teaser for all its parts.
_FEWEST = 20


def as_revisions(entries: Sequence[Entry], *, kept: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of one look, of which those that revise a kept one stand under its id.

    Such an entry is of the kept one's outlet, neither id is among both, and no more than fourteen days lie between
    them. It has the kept one's page, which no other entry of this look and no other kept one has, and which is not the
    outlet's front page; or it has its title, alone again, and at least four fifths of the shorter text in common; or it
    is all the same but for its id and its query, as ``_by_all_but_query`` says. Its page comes first, then its title.
    No two entries ever come under one id. In order of (at, id), whatever order they come in.

    Args:
        entries: of one look, under distinct ids, as ``dedupe.unique_ids`` gives them.
        kept: those that ``EntryStore.sharing`` gives for them; more do no harm.
    """
    new = _Shelf(entries)
    old = _Shelf(kept)
    meant: dict[EntryId, Entry] = {}
    for entry in entries:
        if entry.id not in old.ids:
            revised = _by_page(entry, new, old) or _by_title(entry, new, old) or _by_all_but_query(entry, new, old)
            if revised and revised.id not in new.ids:
                meant[entry.id] = revised
    # A page and a title may lead two entries to one.
    claims = Counter(revised.id for revised in meant.values())
    return tuple(
        sorted(
            (
                replace(entry, id=meant[entry.id].id)
                if entry.id in meant and claims[meant[entry.id].id] == 1
                else entry
                for entry in entries
            ),
            key=lambda entry: (entry.at, entry.id),
        )
    )


class _Shelf:
    """Entries by what a revision is found by."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.ids: set[EntryId] = set()
        self.by_page: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.by_title: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.by_all_but_query: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for entry in entries:
            self.ids.add(entry.id)
            self.by_page[entry.outlet, entry.canonical_url].append(entry)
            self.by_title[entry.outlet, _folded(entry.title)].append(entry)
            # Where a page was read, what the feed said is left in the summary alone. An empty one says nothing.
            for said in {entry.text, entry.summary or entry.text}:
                self.by_all_but_query[_but_query(entry, said)].append(entry)


def _by_page(entry: Entry, new: _Shelf, old: _Shelf) -> Entry | None:
    _, _, path = entry.canonical_url.partition("/")
    if not path:  # the front page, to which some outlets link all that they say
        return None
    key = entry.outlet, entry.canonical_url
    return _only(entry, new.by_page[key], old.by_page[key])


def _by_title(entry: Entry, new: _Shelf, old: _Shelf) -> Entry | None:
    key = entry.outlet, _folded(entry.title)
    found = _only(entry, new.by_title[key], old.by_title[key]) if key[1] else None
    if found is None:
        return None
    runs = shingles(one.text for one in (entry, found))
    return found if min(map(len, runs)) >= _FEWEST and containment(*runs) >= OVERLAP else None


def _by_all_but_query(entry: Entry, new: _Shelf, old: _Shelf) -> Entry | None:
    """The latest kept entry of the same feed, address up to the query, title and text.

    Only where no other entry of this look has them too: then it is the query that tells pieces apart. If both are
    dated, no more than twenty hours lie between them; else no more than fourteen days, counted for what has no date
    from its first sight. What has no text is found where the kept one has none either and both have the same date.
    """
    key = _but_query(entry, entry.text)
    if not entry.title or len(new.by_all_but_query[key]) != 1:
        return None
    same = [kept for kept in old.by_all_but_query[key] if _dates_meet(entry, kept)]
    # Earlier versions may have kept it more than once.
    return max(same, key=lambda kept: (kept.at, kept.id), default=None)


def _but_query(entry: Entry, said: str) -> tuple[str, ...]:
    address, _, _ = entry.canonical_url.partition("?")
    return entry.outlet, entry.feed, address, _folded(entry.title), said


def _dates_meet(one: Entry, other: Entry) -> bool:
    if one.published and other.published:
        return abs(one.published - other.published) <= (APART if one.text else timedelta())
    # One that stays in its feed for longer is kept anew once in that time: nothing tells it from the next of a series.
    return bool(one.text) and abs(one.at - other.at) <= LATEST


def _only(entry: Entry, new: Sequence[Entry], old: Sequence[Entry]) -> Entry | None:
    """The one kept entry that can be meant, where there is one and no other entry of this look can mean it."""
    if len(new) != 1 or len(old) != 1 or abs(entry.at - old[0].at) > LATEST:
        return None
    return old[0]


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())

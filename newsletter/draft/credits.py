"""Who else told a story: links for a reader who wants another voice."""

from newsletter.domain.entry import Entry, Kind
from newsletter.domain.issue import Told
from newsletter.draft.weblink import weblink

#: More links than this are a list that nobody reads.
MOST = 8


def also_told_by(told: Told) -> tuple[Entry, ...]:
    """Up to ``MOST`` entries by newsrooms that are neither quoted nor head the story, one a family, earliest first."""
    quoted = frozenset(sentence.entry for sentence in told.blurb)
    entries = told.ranked.story.entries
    named = {told.headline_entry.family, *(e.family for e in entries if e.id in quoted)}
    others: dict[str, Entry] = {}
    for entry in entries:
        if entry.family not in named and entry.kind is Kind.NEWS and weblink(entry.url):
            others.setdefault(entry.family, entry)
    return tuple(others.values())[:MOST]

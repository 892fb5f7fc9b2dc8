"""Who else told a story: links for a reader who wants another voice, and names of those who lent none of their own."""

from collections.abc import Iterable

from newsletter.domain.entry import Entry
from newsletter.domain.issue import Told
from newsletter.domain.story import Story
from newsletter.draft.mail.weblink import weblink

#: More links than this are a list that nobody reads.
MOST = 8


def also_told_by(told: Told) -> tuple[Entry, ...]:
    """Up to ``MOST`` entries by newsrooms that are neither quoted nor head the story, one a voice, earliest first."""
    heard = {entry.voice for entry in _printed(told)}
    others: dict[str, Entry] = {}
    for entry in _own_words_first(told.ranked.story.entries):
        if entry.voice not in heard and entry.kind.tells and weblink(entry.url):
            others.setdefault(entry.voice, entry)
    return _earliest_first(others.values())[:MOST]


def also_carried_by(told: Told) -> tuple[Entry, ...]:
    """Up to ``MOST`` entries of outlets that printed one newsroom's text, one an outlet, earliest first.

    Whose text it is is one of them, where a copy stands for it in the letter: else it would be named nowhere. Outlets
    that the letter names with the story already are left out.
    """
    named = {entry.outlet for entry in (*_printed(told), *also_told_by(told))}
    found: dict[str, Entry] = {}
    for entry in _earliest_first((*_authors(told.ranked.story), *carriers(told.ranked.story))):
        if entry.outlet not in named:
            found.setdefault(entry.outlet, entry)
    return tuple(found.values())[:MOST]


def carriers(story: Story) -> tuple[Entry, ...]:
    """The entries that are copies of another's text, one an outlet, earliest first."""
    authors = {entry.outlet for entry in _authors(story)}
    found: dict[str, Entry] = {}
    for entry in story.entries:
        if entry.copy_of and entry.outlet not in authors:
            found.setdefault(entry.outlet, entry)
    return tuple(found.values())


def _authors(story: Story) -> tuple[Entry, ...]:
    """The entries that others of the story are copies of, earliest first."""
    ids = {entry.copy_of for entry in story.entries}
    return tuple(entry for entry in story.entries if entry.id in ids)


def _printed(told: Told) -> tuple[Entry, ...]:
    """The entries that are quoted or head the story."""
    quoted = {sentence.entry for sentence in told.blurb}
    return (told.headline_entry, *(entry for entry in told.ranked.story.entries if entry.id in quoted))


def _own_words_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.copy_of is not None, entry.at, entry.id))


def _earliest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))

"""An override: what an editor decided against the rules, kept when the draft is remade."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsletter.domain.entry import EntryId
from newsletter.domain.story import Story, StoryId


class OverrideKind(StrEnum):
    """What an editor may decide."""

    #: Keep the story in the letter, whatever its rank.
    PIN = "pin"
    #: Keep the story out of the letter.
    DROP = "drop"
    #: Take the headline of the entry whose id is the value.
    HEADLINE = "headline"
    #: Put the story into the section that the value names.
    SECTION = "section"
    #: The letter's subject is the value. Names no entries.
    SUBJECT = "subject"
    #: The letter's preheader is the value. Names no entries.
    PREHEADER = "preheader"
    #: The editor's note that opens the letter is the value. Names no entries.
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One decision of an editor.

    It names entries and not a story, because stories are found anew with every draft:
    it applies to the story that holds most of those entries.
    """

    kind: OverrideKind
    entries: tuple[EntryId, ...] = ()
    value: str = ""
    editor: str
    at: datetime


def story_meant(override: Override, story_of: Mapping[EntryId, StoryId]) -> StoryId | None:
    """The story that holds most of the entries that an override names, ties by id.

    None where no story holds any: the override is orphaned.
    """
    held = Counter(story_of[entry] for entry in override.entries if entry in story_of)
    return min(held, key=lambda story: (-held[story], story)) if held else None


def stories_meant(overrides: Iterable[Override], kind: OverrideKind, stories: Iterable[Story]) -> frozenset[StoryId]:
    """The stories that the overrides of a kind apply to."""
    story_of = {entry.id: story.id for story in stories for entry in story.entries}
    meant = (story_meant(override, story_of) for override in overrides if override.kind is kind)
    return frozenset(story for story in meant if story is not None)


def orphaned(overrides: Iterable[Override], story_of: Mapping[EntryId, StoryId]) -> tuple[Override, ...]:
    """The overrides that name entries of which no story holds any."""
    return tuple(o for o in overrides if o.entries and story_meant(o, story_of) is None)

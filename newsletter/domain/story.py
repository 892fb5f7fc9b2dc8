"""A story: one news event of the week, and why it is where it is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from newsletter.domain.entry import Entry, EntryId

StoryId = NewType("StoryId", str)
#: Of a run of events over days and weeks. The id of the story that began it.
StorylineId = NewType("StorylineId", str)


def story_id(entries: Iterable[EntryId]) -> StoryId:
    """The digest of the sorted entry ids: the same entries give the same id."""
    joined = "\n".join(sorted(entries)).encode()
    return StoryId(hashlib.sha256(joined).hexdigest()[:16])


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One news event, as covered by one or more outlets in one week.

    The text is the outlets'. What we print about it is a blurb: sentences, each with its source.
    """

    id: StoryId
    #: Coverage, earliest first, ties by id; at least one.
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Story":
        """The story that these entries tell, whatever order they come in."""
        ordered = tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))
        return cls(id=story_id(entry.id for entry in ordered), entries=ordered)

    @property
    def broke_at(self) -> datetime:
        """When the first outlet published; UTC."""
        return self.entries[0].at

    @property
    def families(self) -> frozenset[str]:
        """The newsrooms that covered it, in their own words or in another's."""
        return frozenset(entry.family for entry in self.entries)

    @property
    def voices(self) -> frozenset[str]:
        """The newsrooms in whose words it is told: what corroborates it. Never more than its families."""
        return frozenset(entry.voice for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedStory:
    """A story with its place among the week's stories, and why."""

    story: Story
    #: 1 is the weightiest.
    rank: int
    #: The weighted mean of the signals; 0 to 1, rounded to six places.
    score: float
    #: Signal name to its value, each 0 to 1, rounded to six places. Only signals that took part.
    why: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was chosen for the letter, and what a rule kept out."""

    #: In the order of their rank, or of the rank of the story in whose place they stand (pinned ones first).
    stories: tuple[RankedStory, ...]
    #: Story id to the sentence that says why it is not in the letter.
    passed_over: dict[StoryId, str]
    #: Id of a picked story to those that only a cap kept out and that fold under it, heaviest first.
    more: dict[StoryId, tuple[RankedStory, ...]] = field(default_factory=dict)
    #: Id of a picked story to the earlier step of its matter in whose place it stands, where there is one.
    instead: dict[StoryId, RankedStory] = field(default_factory=dict)

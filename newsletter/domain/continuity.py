"""From one letter to the next: what earlier letters told, and what is new since then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newsletter.domain.entry import EntryId
from newsletter.domain.sentence import Sentence
from newsletter.domain.story import StoryId, StorylineId


class Standing(StrEnum):
    """How a story stands to earlier letters."""

    #: No earlier letter told of its storyline.
    NEW = "new"
    #: The letter before this one did.
    DEVELOPING = "developing"
    #: An earlier one did, and then there was silence.
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStory:
    """A story as an earlier letter told it."""

    storyline: StorylineId
    #: Its place in that letter's reading order; 1 is the lead.
    place: int
    headline: str
    #: Every sentence that was printed about it, in order.
    told: tuple[str, ...]
    #: What it was about: term to weight, the heaviest terms only; a direction of length one.
    profile: Mapping[str, float]
    #: The entries that it was told by.
    entries: frozenset[EntryId]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCounts:
    """How common words were in the news of some weeks: against these, a week's rare words are rare."""

    #: Entries that were counted.
    entries: int = 0
    #: Term to the number of entries that use it; the most common terms only.
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastIssue:
    """An earlier letter, as its document has it."""

    number: int
    #: The week's name, such as ``2026-W47``.
    week: str
    #: In reading order.
    stories: tuple[PastStory, ...]
    #: Of all entries of its week; of none where the document is of an older version.
    words: WordCounts = field(default_factory=WordCounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """How a story goes on from earlier letters."""

    standing: Standing
    #: The latest earlier letter that told of its storyline; None for a new one.
    issue: int | None = None
    #: Weeks since that letter: 1 for the one before; 0 for a new story.
    weeks: int = 0
    #: The sentence that tells what has changed since then; None for a new story.
    changed: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A story that led the letter before this one and of which this week had no news."""

    storyline: StorylineId
    headline: str
    issue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an outlet says that it got wrong, on a story of this letter or of an earlier one."""

    entry: EntryId
    outlet: str
    #: Empty where the entry has no address.
    url: str
    #: The outlet's own words.
    text: str
    #: The earlier letter that told the story; None where it is one of this letter's.
    issue: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuity:
    """A week's stories beside what earlier letters told."""

    #: For every story of the week.
    storylines: Mapping[StoryId, StorylineId] = field(default_factory=dict)
    #: How each story goes on; empty where there are no earlier letters.
    since: Mapping[StoryId, Since] = field(default_factory=dict)
    #: What each story is about, to be remembered.
    profiles: Mapping[StoryId, Mapping[str, float]] = field(default_factory=dict)
    quiet: tuple[Quiet, ...] = ()
    corrections: tuple[Correction, ...] = ()

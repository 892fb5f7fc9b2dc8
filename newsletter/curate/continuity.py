"""Continuity: how this week's stories go on from earlier letters.

A story goes on from one that a letter told where both share entries, or where their profiles are alike: several
names, places and rare words together, never one alone. A storyline keeps the id that it was first told under.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from newsletter.curate.changes import Change, Reading, change
from newsletter.curate.nearness import near, vectors_of
from newsletter.curate.profiles import Profile
from newsletter.domain.continuity import PastIssue, PastStory, Since, Standing
from newsletter.domain.entry import EntryId
from newsletter.domain.story import RankedStory, Story, StoryId, StorylineId

#: So many earlier letters are remembered.
LETTERS = 4
#: A story goes on from a past one where their profiles are as alike as this.
THRESHOLD = 0.135
#: Less will do for a story whose storyline does so anyway.
LOOSER = 0.07
#: And much less for holding that a matter is not quiet.
FAINT = 0.04
#: Added for the share of its entries that a story has in common with a past one: they are the same pieces.
SHARED_ENTRIES = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOn:
    """How the stories of one week go on from earlier letters."""

    #: Of every story of the week; that of an earlier letter where it goes on from one.
    storylines: Mapping[StoryId, StorylineId]
    #: The letters that are remembered, newest first.
    past: tuple[PastIssue, ...]
    #: The week's name.
    week: str
    profiles: Mapping[StoryId, Profile]
    reading: Reading
    #: Story to the past storylines that it is like, and how much, of at least ``FAINT``.
    like: Mapping[StoryId, Mapping[StorylineId, float]]
    #: Story to the past storyline that it goes on from, of those that go on from one.
    goes_on: Mapping[StoryId, StorylineId]
    _changes: dict[StoryId, Change] = field(default_factory=dict)

    def since(self, story: Story, *, changed: bool = True) -> Since | None:
        """How a story goes on, with what has changed if asked; None where there is no earlier letter to go on from."""
        if not self.past:
            return None
        told = self._tellings(story)
        if not told:
            return Since(standing=Standing.NEW)
        latest = told[0][0]
        return Since(
            standing=Standing.DEVELOPING if latest is self.past[0] else Standing.BACK,
            issue=latest.number,
            weeks=weeks_between(latest.week, self.week),
            changed=self._change(story).sentence if changed else None,
        )

    def figures(self, story: Story) -> tuple[str, ...]:
        """What has changed in numbers and status, for the editor, such as ``was charged, now convicted``."""
        return self._change(story).figures if self._tellings(story) else ()

    def objection(self, ranked: RankedStory) -> str:
        """Why a story must not be told again, a sentence without its full stop; empty where it may be."""
        told = self._tellings(ranked.story)
        if not told or self._change(ranked.story).material:
            return ""
        return f"Nothing in it is new since issue {told[0][0].number} told it"

    def _tellings(self, story: Story) -> list[tuple[PastIssue, PastStory]]:
        """The earlier tellings of what a story goes on from, newest letter first."""
        line = self.goes_on.get(story.id)
        return [(issue, past) for issue in self.past for past in issue.stories if line and past.storyline == line]

    def _change(self, story: Story) -> Change:
        if story.id not in self._changes:
            told = [past for _, past in self._tellings(story)]
            self._changes[story.id] = change(story, self.profiles[story.id], told, self.reading)
        return self._changes[story.id]


def going_on(
    stories: Sequence[Story],
    *,
    profiles: Mapping[StoryId, Profile],
    storylines: Mapping[StoryId, StorylineId],
    past: Sequence[PastIssue],
    week: str,
    reading: Reading,
) -> GoingOn:
    """Match a week's storylines with those of earlier letters, best first, one to one, ties by id.

    The newest ``LETTERS`` of ``past`` are used, letters of this week or later never; their order plays no part, nor
    does that of the stories. ``week`` is the week's name, such as ``2026-W47``.
    """
    newest = sorted((issue for issue in past if weeks_between(issue.week, week) > 0), key=_newest)[:LETTERS]
    like = _like(stories, profiles, newest)
    kept = _kept(stories, storylines, like)
    goes_on = {story.id: _goes_on(like.get(story.id, {}), kept.get(storylines[story.id])) for story in stories}
    return GoingOn(
        storylines={story: kept.get(line, line) for story, line in storylines.items()},
        past=tuple(newest),
        week=week,
        profiles=profiles,
        reading=reading,
        like=like,
        goes_on={story: line for story, line in goes_on.items() if line is not None},
    )


def _goes_on(like: Mapping[StorylineId, float], kept: StorylineId | None) -> StorylineId | None:
    """The past storyline that a story goes on from: its own storyline's, if the story itself is anything like it.

    Else the likest: another storyline of this week may have its id, but that it was told is true nevertheless.
    """
    if kept is not None and like.get(kept, 0.0) >= LOOSER:
        return kept
    value, line = min(((-value, line) for line, value in like.items()), default=(0.0, None))
    return line if -value >= THRESHOLD else None


def _kept(
    stories: Sequence[Story],
    storylines: Mapping[StoryId, StorylineId],
    like: Mapping[StoryId, Mapping[StorylineId, float]],
) -> dict[StorylineId, StorylineId]:
    """This week's storylines that are earlier ones, and which."""
    lines: dict[StorylineId, list[Story]] = defaultdict(list)
    for story in stories:
        lines[storylines[story.id]].append(story)
    pairs: dict[tuple[StorylineId, StorylineId], float] = {}
    for line, members in lines.items():
        # As like as its likest story of two newsrooms, where it has such.
        for story in [each for each in members if len(each.voices) > 1] or members:
            for before, value in like.get(story.id, {}).items():
                if value >= THRESHOLD:
                    pairs[line, before] = max(value, pairs.get((line, before), 0.0))
    kept: dict[StorylineId, StorylineId] = {}
    for (line, before), _ in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        if line not in kept and before not in kept.values():
            kept[line] = before
    return kept


def weeks_between(earlier: str, later: str) -> int:
    """Weeks from one week to another by their names; a year of 53 weeks has one more.

    >>> weeks_between("2026-W52", "2027-W01")
    2
    """
    monday, other = (date.fromisocalendar(int(name[:4]), int(name[6:]), 1) for name in (earlier, later))
    return (other - monday).days // 7


def _newest(issue: PastIssue) -> tuple[int, int]:
    return (-weeks_between("2000-W01", issue.week), -issue.number)


def _like(
    stories: Sequence[Story], profiles: Mapping[StoryId, Profile], issues: Sequence[PastIssue]
) -> dict[StoryId, dict[StorylineId, float]]:
    """How like each story is to past storylines: as like as to the likest telling of it."""
    told = [past for issue in issues for past in issue.stories]
    found: dict[StoryId, dict[StorylineId, float]] = defaultdict(dict)
    if not told or not stories:
        return found
    vectors = vectors_of([*(profiles[story.id] for story in stories), *(past.profile for past in told)])
    one, other, values = near(vectors[: len(stories)], vectors[len(stories) :], FAINT)
    value_of = dict(zip(zip(one.tolist(), other.tolist(), strict=True), values.tolist(), strict=True))
    told_by: dict[EntryId, list[int]] = defaultdict(list)
    for place, past in enumerate(told):
        for known in past.entries:
            told_by[known].append(place)
    for row, story in enumerate(stories):
        shared: dict[int, int] = defaultdict(int)
        for entry in story.entries:
            for place in told_by.get(entry.id, ()):
                shared[place] += 1
        for place, count in shared.items():
            share = SHARED_ENTRIES * count / len(story.entries)
            value_of[row, place] = round(value_of.get((row, place), 0.0) + share, 6)
    for (row, place), value in value_of.items():
        by_line = found[stories[row].id]
        by_line[told[place].storyline] = max(value, by_line.get(told[place].storyline, 0.0))
    return dict(found)

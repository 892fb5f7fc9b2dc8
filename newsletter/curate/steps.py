"""Steps: where two steps of one matter are two stories of a week, which of them the letter has to tell.

The older one has had days to be told by more newsrooms, so it weighs more; but it tells what is no longer so. A later
step that settles or overtakes it stands in its place. What was only said about it afterwards does not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from newsletter.curate.text.anchors import anchors
from newsletter.curate.text.entities import canonical, places, title_names
from newsletter.curate.text.people import lead_person, same_person
from newsletter.curate.text.terms import words
from newsletter.domain.entry import Entry
from newsletter.domain.story import RankedStory, Story, StoryId, StorylineId

#: A step is later where it broke so long after.
LATER = timedelta(hours=6)
#: From this likeness on two stories are on one matter. Those of one storyline are so anyway.
ALIKE = 0.15
#: Less will do where both are told by several newsrooms and their titles share as many names as this.
LOOSER, NAMES = 0.085, 2
#: From this likeness on a story tells what a chosen one tells, and has no place of its own.
REPEATS = 0.35
#: What is decided stands for what was not where it broke so long after; and for what was decided as well where both are
#: so alike that only one may stand, and the earlier one has no more than twice its newsrooms.
NEXT_DAY = timedelta(hours=18)
TWICE = 2
#: So many entries of a story are read, and so much of each text.
_ENTRIES, _OPENING = 8, 1200
#: The mean of a story's headlines above which more tell something decided than only talk; see ``text.acts``.
_DECIDED = 0.5


@dataclass(slots=True, kw_only=True)
class Steps:
    """The later steps among a week's stories; each is looked for when it is asked for."""

    ranked: Sequence[RankedStory]
    #: How alike two stories are, 0 to 1.
    similarity: Callable[[Story, Story], float]
    storylines: Mapping[StoryId, StorylineId]
    #: Whether the first of two stories states what denies the second, or goes beyond it.
    denies: Callable[[Story, Story], bool]
    #: Whether it settles what the second has left open; asked only of stories that are clearly on one matter.
    closes: Callable[[Story, Story], bool]
    _about: dict[StoryId, "_About"] = field(default_factory=dict)
    #: The stories of several newsrooms: few of a week's thousands.
    _corroborated: frozenset[StoryId] = field(init=False)

    def __post_init__(self) -> None:
        self._corroborated = frozenset(each.story.id for each in self.ranked if len(each.story.voices) > 1)

    def after(self, each: RankedStory) -> list[RankedStory]:
        """The stories that tell a later step of a story's matter: the last step first, then by weight."""
        line = self.storylines.get(each.story.id, each.story.id)
        near = (
            other
            for other in self.ranked
            if other.story.id in self._corroborated or self.storylines.get(other.story.id) == line
        )
        found = [other for other in near if self._follows(other, each)]
        last = [one for one in found if not any(self._follows(other, one) for other in found)]
        return sorted(found, key=lambda one: (one not in last, one.rank))

    def _follows(self, later: RankedStory, earlier: RankedStory) -> bool:
        one, other = later.story, earlier.story
        if one.broke_at < other.broke_at + LATER or one.entries[-1].at <= other.entries[-1].at:
            return False
        line = self.storylines.get(one.id)
        same = line is not None and line == self.storylines.get(other.id)
        several = len(one.voices) > 1
        if not same and not several:
            return False
        alike = round(self.similarity(one, other), 6)
        if not same and (alike < LOOSER or (alike < ALIKE and len(other.voices) < 2)):
            return False
        if not self._one_case(one, other, names=0 if same or alike >= ALIKE else NAMES):
            return False
        if self.denies(one, other):
            return True
        return alike >= ALIKE and (_settles(later, earlier, alike) or self.closes(one, other))

    def _one_case(self, one: Story, other: Story, *, names: int) -> bool:
        """Whether nothing says that two stories are on two cases of one kind: other people, places, numbered bills."""
        here, there = self._read(one), self._read(other)
        if len(here.names & there.names) < names:
            return False
        if here.anchors and there.anchors and not here.anchors & there.anchors:
            return False
        if here.places and there.places and not here.places & there.spoken and not there.places & here.spoken:
            return False
        if here.person is None or there.person is None or same_person(here.person, there.person):
            return True
        return bool(_surname(here.person) & there.titles or _surname(there.person) & here.titles)

    def _read(self, story: Story) -> "_About":
        if story.id not in self._about:
            self._about[story.id] = _About.of(story)
        return self._about[story.id]


def _settles(later: RankedStory, earlier: RankedStory, alike: float) -> bool:
    """Whether several newsrooms tell something decided in what an earlier story has left open."""
    voices, before = len(later.story.voices), len(earlier.story.voices)
    if voices < 2 or later.story.broke_at < earlier.story.broke_at + NEXT_DAY:
        return False
    if later.why.get("consequence", 0.0) <= _DECIDED:
        return False
    # Of two decided acts the second may well be another, unless they are told in all but the same words.
    return earlier.why.get("consequence", 1.0) <= _DECIDED or (alike >= REPEATS and before <= TWICE * voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """Whom and what a story is about, as folded words."""

    names: frozenset[str]
    places: frozenset[str]
    anchors: frozenset[str]
    #: All words of its titles, and all of titles and openings.
    titles: frozenset[str]
    spoken: frozenset[str]
    person: str | None

    @classmethod
    def of(cls, story: Story) -> "_About":
        entries = story.entries[:_ENTRIES]
        titles = canonical(word for entry in entries for word in words(entry.title))
        return cls(
            names=_union(title_names(entry.title, entry.text) for entry in entries),
            places=places(titles),
            anchors=_union(anchors(entry.title) for entry in entries),
            titles=titles,
            spoken=titles | canonical(word for entry in entries for word in words(_opening(entry))),
            person=lead_person(story),
        )


def _opening(entry: Entry) -> str:
    return entry.text[:_OPENING]


def _surname(person: str) -> frozenset[str]:
    return canonical(words(person.rpartition(" ")[2]))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(each for some in sets for each in some)

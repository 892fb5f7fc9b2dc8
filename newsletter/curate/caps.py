"""Caps: how much of a letter one person, newsroom, storyline or section may have, and whose turn it is not.

A letter fills from the heaviest story down. What it has already decides what may still come: this file counts that,
and says in a sentence why a story has no place.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsletter.curate.text.people import lead_person, same_person
from newsletter.domain.story import RankedStory, Story, StoryId, StorylineId

_NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """How many, and how balanced."""

    #: Stories in a letter, at most.
    stories: int = 12
    #: Stories with one lead person, at most.
    max_per_person: int = 3
    #: Stories that rest on one family alone, at most, for each family; without effect in a week of one family.
    max_per_family: int = 2
    #: Stories of one storyline, at most.
    max_per_storyline: int = 2
    #: Stories of one section, at most, while stories of other sections want the place.
    max_per_section: int = 4
    #: The least score of a picked story, 0 to 1.
    floor: float = 0.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """What ties stories together, as other rooms know it."""

    #: How alike two stories are, 0 to 1, the same whichever comes first.
    similarity: Callable[[Story, Story], float]
    #: Each story's storyline; a story without one is its own.
    storylines: Mapping[StoryId, StorylineId]
    #: A story's section; empty for one that no cap is meant for.
    section_of: Callable[[Story], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why a story has no place."""

    #: A sentence without its full stop.
    reason: str
    #: Whether only its likeness to what stands already keeps it out, so that it may be named under that.
    folds: bool = False
    #: Whether it may have a place that nothing else wants.
    waits: bool = False


@dataclass(slots=True, kw_only=True)
class Letter:
    """The letter as it fills."""

    caps: Caps
    bonds: Bonds
    #: Whether the week has several voices, so that resting on one alone says something.
    several: bool
    stories: list[RankedStory] = field(default_factory=list)
    #: Each story's place by weight: its rank, or that of an earlier step of its matter.
    places: dict[StoryId, int] = field(default_factory=dict)
    #: The rank of the lightest story that has its place by weight; 0 for none.
    _lightest: int = 0
    _people: dict[StoryId, str | None] = field(default_factory=dict)
    _sections: dict[StoryId, str] = field(default_factory=dict)

    def take(self, each: RankedStory, *, pinned: bool = False, place: int | None = None) -> None:
        """Give a story the next place; ``place`` is its place by weight where that is not its own rank."""
        self.stories.append(each)
        self.places[each.story.id] = each.rank if place is None else place
        if not pinned:
            self._lightest = max(self._lightest, self.places[each.story.id])

    def objection(
        self, each: RankedStory, *, at_last: bool = False, instead: RankedStory | None = None
    ) -> Objection | None:
        """Why a story has no place; None where it has one, as far as counting goes.

        ``at_last``: every other story has been considered. Then a section's cap stands only in a full letter.
        ``instead``: the earlier step of its matter whose weight it has.
        """
        if max(each.score, instead.score if instead else 0.0) < self.caps.floor:
            # Cut, not rounded: "0.10 of 0.10" would look like a mistake.
            score = math.floor(each.score * 100) / 100
            return Objection(reason=f"Below the floor: {score:.2f} of {self.caps.floor:.2f}")
        full = len(self.stories) >= self.caps.stories
        if full and not at_last:
            # What only likeness made lighter than a chosen story is more on something, and so is a step of a storyline.
            reason = f"The letter is full: {_come_first(each, self.stories, str(len(self.stories)))}"
            return Objection(reason=reason, folds=each.rank < self._lightest or bool(self.of_its_storyline(each)))
        capped = self._of_family(each) or self._of_storyline(each) or self._of_person(each)
        return capped or (None if at_last and not full else self._of_section(each))

    def person(self, story: Story) -> str | None:
        """A story's lead person, looked for once."""
        if story.id not in self._people:
            self._people[story.id] = lead_person(story)
        return self._people[story.id]

    def section(self, story: Story) -> str:
        """A story's section, looked for once; empty for one that no cap is meant for."""
        if story.id not in self._sections:
            self._sections[story.id] = self.bonds.section_of(story)
        return self._sections[story.id]

    def of_its_storyline(self, each: RankedStory) -> list[RankedStory]:
        """The stories that have a place and belong to the storyline of this one."""
        lines = self.bonds.storylines
        line = lines.get(each.story.id)
        return [] if line is None else [one for one in self.stories if lines.get(one.story.id) == line]

    def about_its_person(self, each: RankedStory) -> list[RankedStory]:
        """The stories that have a place and are about the lead person of this one."""
        person = self.person(each.story)
        if person is None:
            return []
        return [
            one for one in self.stories if (other := self.person(one.story)) is not None and same_person(person, other)
        ]

    def _of_family(self, each: RankedStory) -> Objection | None:
        voices = each.story.voices
        if not self.several or len(voices) > 1:
            return None
        resting = sum(one.story.voices == voices for one in self.stories)
        if resting < self.caps.max_per_family:
            return None
        outlets = {entry.outlet for entry in each.story.entries}
        (name,) = outlets if len(outlets) == 1 else voices
        if not resting:
            return Objection(reason=f"It rests on {name} alone")
        stories = "story rests" if resting == 1 else "stories rest"
        return Objection(reason=f"{_number(resting)} other {stories} on {name} alone")

    def _of_storyline(self, each: RankedStory) -> Objection | None:
        told = self.of_its_storyline(each)
        if len(told) < self.caps.max_per_storyline or each.story.id not in self.bonds.storylines:
            return None
        return Objection(reason=_come_first(each, told, which=" of its storyline"), folds=True)

    def _of_person(self, each: RankedStory) -> Objection | None:
        told = self.about_its_person(each)
        if len(told) < self.caps.max_per_person or (person := self.person(each.story)) is None:
            return None
        return Objection(reason=_come_first(each, told, which=f" about {person}"), folds=True)

    def _of_section(self, each: RankedStory) -> Objection | None:
        section = self.section(each.story)
        if not section:
            return None
        told = [one for one in self.stories if self.section(one.story) == section]
        if len(told) < self.caps.max_per_section:
            return None
        return Objection(reason=_come_first(each, told, which=" of its section"), folds=True, waits=True)


def _come_first(each: RankedStory, told: list[RankedStory], number: str = "", which: str = "") -> str:
    """That so many stories have their place already; one that an editor pinned need not weigh more."""
    one = len(told) == 1
    heavier = all(story.rank < each.rank for story in told)
    verb = ("weighs more" if one else "weigh more") if heavier else ("comes first" if one else "come first")
    return f"{number or _number(len(told))} {'story' if one else 'stories'}{which} {verb}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)

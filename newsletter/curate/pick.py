"""Pick: which stories stand in the letter, and why the others do not.

From the heaviest down, under caps that keep one person or one newsroom from filling the letter, and above a floor:
fewer stories are better than filler. An editor's pin goes before the caps, an editor's drop before everything.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsletter.curate.people import lead_person, same_person
from newsletter.domain.story import Picked, RankedStory, Story, StoryId

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
    #: The least score of a picked story, 0 to 1.
    floor: float = 0.1


def pick(
    ranked: Sequence[RankedStory],
    *,
    caps: Caps,
    pinned: frozenset[StoryId] = frozenset(),
    dropped: frozenset[StoryId] = frozenset(),
    can_tell: Callable[[Story], bool] = lambda _: True,
) -> Picked:
    """Choose a letter's stories: pinned ones first, then by rank; and say of every other why it is not in.

    ``ranked`` holds all stories of the week, heaviest first. Pinned stories are exempt from caps and floor and count
    towards the caps of the rest. A story that cannot be told (no news with a title, or no text) is never picked,
    pinned or not; neither is a dropped one, even if it is pinned as well. ``can_tell`` says whether a story that has a
    place can also be told in sentences; it is asked of no other, and a pinned story is the editor's affair.
    """
    voices = {voice for each in ranked for voice in each.story.voices}
    letter = _Letter(caps=caps, several=len(voices) > 1)
    passed_over: dict[StoryId, str] = {}
    for each in sorted(ranked, key=lambda each: (each.story.id not in pinned, each.rank)):
        story = each.story
        why = "An editor dropped it" if story.id in dropped else _untellable(story)
        if not why and story.id not in pinned:
            why = letter.objection(each) or ("" if can_tell(story) else "No sentence of it can stand alone in a letter")
        if why:
            passed_over[story.id] = why
        else:
            letter.take(each, pinned=story.id in pinned)
    return Picked(stories=tuple(letter.stories), passed_over=passed_over)


@dataclass(slots=True, kw_only=True)
class _Letter:
    """The letter as it fills."""

    caps: Caps
    #: Whether the week has several voices, so that resting on one alone says something.
    several: bool
    stories: list[RankedStory] = field(default_factory=list)
    pinned: bool = False
    people: list[str] = field(default_factory=list)
    #: The family of each story that rests on one alone.
    alone: list[str] = field(default_factory=list)

    def take(self, each: RankedStory, *, pinned: bool) -> None:
        self.stories.append(each)
        self.pinned |= pinned
        person = lead_person(each.story)
        if person:
            self.people.append(person)
        if len(each.story.voices) == 1:
            self.alone.extend(each.story.voices)

    def objection(self, each: RankedStory) -> str:
        """Why a story has no place, a sentence without its full stop; empty where it has one."""
        if each.score < self.caps.floor:
            # Cut, not rounded: "0.10 of 0.10" would look like a mistake.
            return f"Below the floor: {math.floor(each.score * 100) / 100:.2f} of {self.caps.floor:.2f}"
        if len(self.stories) >= self.caps.stories:
            return f"The letter is full: {self._before(len(self.stories), str(len(self.stories)))}"
        return self._family_objection(each.story) or self._person_objection(each.story)

    def _family_objection(self, story: Story) -> str:
        if not self.several or len(story.voices) > 1:
            return ""
        (family,) = story.voices
        resting = self.alone.count(family)
        if resting < self.caps.max_per_family:
            return ""
        outlets = {entry.outlet for entry in story.entries}
        name = outlets.pop() if len(outlets) == 1 else family
        if not resting:
            return f"It rests on {name} alone"
        return f"{_number(resting)} other {'story rests' if resting == 1 else 'stories rest'} on {name} alone"

    def _person_objection(self, story: Story) -> str:
        person = lead_person(story)
        if person is None:
            return ""
        about = sum(same_person(person, other) for other in self.people)
        if about < self.caps.max_per_person:
            return ""
        return self._before(about, _number(about), f" about {person}")

    def _before(self, count: int, number: str, which: str = "") -> str:
        """That so many stories have their place already; a pinned one need not weigh more."""
        one = count == 1
        verb = ("comes first" if one else "come first") if self.pinned else ("weighs more" if one else "weigh more")
        return f"{number} {'story' if one else 'stories'}{which} {verb}"


def _untellable(story: Story) -> str:
    """Why the letter could neither head nor quote a story; empty where it could."""
    news = [entry for entry in story.entries if entry.kind.tells]
    if not any(entry.title.strip() for entry in news):
        return "None of its entries is news with a title"
    if not any(entry.text.strip() for entry in story.entries):
        return "None of its entries has any text"
    return ""


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)

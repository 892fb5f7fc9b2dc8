"""Pick: which stories stand in the letter, and why the others do not.

From the heaviest down, each weighed less for what it repeats of those chosen before it, under caps that keep one
person, storyline, section or newsroom from filling the letter (``caps``), and above a floor: fewer stories are better
than filler. Where a later step of a story's matter is a story of its own, that one has its place (``steps``). An
editor's pin goes before the caps, an editor's drop before everything. What a cap kept out is named under the story that
it goes with, so that nothing important vanishes.
"""

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.curate.caps import Bonds, Caps, Letter, Objection
from newsletter.curate.steps import REPEATS, Steps
from newsletter.domain.story import Picked, RankedStory, Story, StoryId, StorylineId

__all__ = ["ALIKE", "MORE", "REDUNDANCY", "REPEATS", "Caps", "pick"]

# Likeness is that of ``profiles.alike``: two stories of a week have less than 0.02 as a rule; halves of one event have
# 0.1 to 0.4, and what has 0.35 is all but surely one event told twice.
#: So much of its likeness to the likest chosen story is taken off a story's score when the next one is chosen.
REDUNDANCY = 0.25
#: From this likeness on a story is clearly on the matter of another, and may be named under it.
ALIKE = 0.15
#: Stories named under one, at most.
MORE = 3


def pick(
    ranked: Sequence[RankedStory],
    *,
    caps: Caps,
    pinned: frozenset[StoryId] = frozenset(),
    dropped: frozenset[StoryId] = frozenset(),
    can_tell: Callable[[Story], bool] = lambda _: True,
    objection: Callable[[RankedStory], str] = lambda _: "",
    similarity: Callable[[Story, Story], float] = lambda _one, _other: 0.0,
    storylines: Mapping[StoryId, StorylineId] | None = None,
    section_of: Callable[[Story], str] = lambda _: "",
    name_of: Callable[[Story], str] | None = None,
    denies: Callable[[Story, Story], bool] = lambda _later, _earlier: False,
    closes: Callable[[Story, Story], bool] = lambda _later, _earlier: False,
) -> Picked:
    """Choose a letter's stories, and say of every other why it is not in, and under which one it is named.

    Pinned stories are exempt from caps, floor, likeness and ``objection``, and count towards the caps of the rest.
    A story that cannot be told (no news with a title, or no text) is never picked, pinned or not; neither is a
    dropped one, even if it is pinned as well.

    Args:
        ranked: all stories of the week, heaviest first.
        caps: how many, and how balanced.
        pinned: what an editor wants in.
        dropped: what an editor wants out.
        can_tell: whether a story that has a place can also be told in sentences; asked of no other.
        objection: why a story that has a place is not to be told, such as that an earlier letter told all of it; a
            sentence without its full stop, or empty. Asked of no other.
        similarity: how alike two stories are, 0 to 1.
        storylines: the storyline of each story.
        section_of: the section of a story; empty where no cap is meant for it.
        name_of: what a story is called in a reason; its first news title where nothing is given.
        denies: whether the first of two stories on one matter states what denies the second, or goes beyond it.
        closes: whether it settles what the second has left open.
    """
    bonds = Bonds(similarity=similarity, storylines=storylines or {}, section_of=section_of)
    voices = {voice for each in ranked for voice in each.story.voices}
    choice = _Choice(
        letter=Letter(caps=caps, bonds=bonds, several=len(voices) > 1),
        steps=Steps(ranked=ranked, similarity=similarity, storylines=bonds.storylines, denies=denies, closes=closes),
        objection=objection,
        can_tell=can_tell,
    )
    waiting = []
    for each in sorted(ranked, key=lambda each: each.rank):
        why = "An editor dropped it" if each.story.id in dropped else _untellable(each.story)
        if why:
            choice.passed_over[each.story.id] = why
        elif each.story.id in pinned:
            choice.letter.take(each, pinned=True)
        else:
            waiting.append(each)
    choice.fill(waiting)
    more = choice.fold(name_of or _title)
    places = choice.letter.places
    stories = sorted(choice.letter.stories, key=lambda each: (each.story.id not in pinned, places[each.story.id]))
    return Picked(stories=tuple(stories), passed_over=choice.passed_over, more=more, instead=choice.instead)


@dataclass(slots=True, kw_only=True)
class _Choice:
    """The choice as it is made."""

    letter: Letter
    steps: Steps
    objection: Callable[[RankedStory], str]
    can_tell: Callable[[Story], bool]
    passed_over: dict[StoryId, str] = field(default_factory=dict)
    #: What may be named under another story, in order of weight once all are in.
    folding: list[RankedStory] = field(default_factory=list)
    #: Stories that only their section's cap keeps out so far.
    waiting: list[RankedStory] = field(default_factory=list)
    #: Story to the story of a later step that is told, and to the earlier one in whose place that is.
    later: dict[StoryId, RankedStory] = field(default_factory=dict)
    instead: dict[StoryId, RankedStory] = field(default_factory=dict)

    def fill(self, stories: Sequence[RankedStory]) -> None:
        """Give places by worth: the score, less for what a story repeats; then what is left to those that wait."""
        caps = self.letter.caps
        # Worth only falls as the letter fills: the first whose worth is up to date is the best of all.
        heap = [(-each.score, each.rank, 0, 0.0, each) for each in stories]
        heapq.heapify(heap)
        while heap:
            _, rank, seen, likest, each = heapq.heappop(heap)
            if each.score >= caps.floor and seen < len(self.letter.stories) < caps.stories:
                likest = max(likest, self._likest(each, since=seen)[0])
                worth = each.score - REDUNDANCY * likest
                heapq.heappush(heap, (-round(worth, 6), rank, len(self.letter.stories), likest, each))
            else:
                self._consider(each, likest)
        for each in self.waiting:
            self._consider(each, self._likest(each)[0], at_last=True)

    def fold(self, name_of: Callable[[Story], str]) -> dict[StoryId, tuple[RankedStory, ...]]:
        """Name what was capped under the story that it goes with, and say so in its reason."""
        more: dict[StoryId, list[RankedStory]] = {}
        for each in sorted(self.folding, key=lambda each: each.rank):
            host = self._host(each)
            # What there is an objection to is not to be told under another name either.
            if host is not None and len(more.get(host.story.id, ())) < MORE and not self.objection(each):
                more.setdefault(host.story.id, []).append(each)
                named = f"It is named under “{name_of(host.story)}”"
                self.passed_over[each.story.id] = f"{self.passed_over[each.story.id]}. {named}"
        return {id_: tuple(stories) for id_, stories in more.items()}

    def _consider(self, each: RankedStory, likest: float, *, at_last: bool = False) -> None:
        if each.story.id in self.letter.places:
            return  # it has the place of an earlier step
        against = self._against(each, likest, at_last=at_last) or self._overtaken(each, at_last=at_last)
        if against is None:
            self.letter.take(each)
        elif against.waits and not at_last:
            self.waiting.append(each)
        else:
            self.passed_over[each.story.id] = against.reason
            if against.folds:
                self.folding.append(each)

    def _against(
        self, each: RankedStory, likest: float, *, at_last: bool, instead: RankedStory | None = None
    ) -> Objection | None:
        """Why a story has no place, or not that of ``instead``; None where it has."""
        against = self.letter.objection(each, at_last=at_last, instead=instead)
        if against is None and likest >= REPEATS:
            against = Objection(reason="A story in the letter tells much the same", folds=True)
        if against is None and (said := self.objection(each)):
            against = Objection(reason=said)
        if against is None and not self.can_tell(each.story):
            against = Objection(reason="No sentence of it can stand alone in a letter")
        return against

    def _overtaken(self, each: RankedStory, *, at_last: bool) -> Objection | None:
        """That a later step of its matter is told instead of a story, which takes that one's place if it needs one."""
        for later in self.steps.after(each):
            id_ = later.story.id
            if id_ in self.passed_over:
                continue
            if id_ not in self.letter.places:
                against = self._against(later, self._likest(later)[0], at_last=at_last, instead=each)
                if against is not None and against.waits:
                    return against
                if against is not None:
                    continue
                self.letter.take(later, place=min(each.rank, later.rank))
                self.instead[id_] = each
            self.later[each.story.id] = later
            return Objection(reason="A later step of the same matter is told", folds=True)
        return None

    def _host(self, each: RankedStory) -> RankedStory | None:
        """Which story one goes with: a later step, else of its storyline, about its person, or the likest if alike."""
        if each.story.id in self.later:
            return self.later[each.story.id]
        same = self.letter.of_its_storyline(each) or self.letter.about_its_person(each)
        if same:
            return min(same, key=lambda one: one.rank)
        alike, host = self._likest(each)
        return host if alike >= ALIKE else None

    def _likest(self, each: RankedStory, *, since: int = 0) -> tuple[float, RankedStory | None]:
        """The likeness to the likest story of the letter, and that story; from the place ``since`` on."""
        similarity = self.letter.bonds.similarity
        likeness = [(round(similarity(each.story, one.story), 6), one) for one in self.letter.stories[since:]]
        return min(likeness, key=lambda row: (-row[0], row[1].rank), default=(0.0, None))


def _title(story: Story) -> str:
    """The title of the first news entry that has one."""
    return next((entry.title for entry in story.entries if entry.kind.tells and entry.title.strip()), "")


def _untellable(story: Story) -> str:
    """Why the letter could neither head nor quote a story; empty where it could."""
    news = [entry for entry in story.entries if entry.kind.tells]
    if not any(entry.title.strip() for entry in news):
        return "None of its entries is news with a title"
    if not any(entry.text.strip() for entry in story.entries):
        return "None of its entries has any text"
    return ""

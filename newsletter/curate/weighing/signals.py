"""Signals: the marks between 0 and 1 that make up a story's weight, each measured against the week as a whole.

No signal counts entries or trusts one outlet more than another: breadth, duration and spread count newsrooms, and ten
reprints of one wire story are one voice. Spread reads sides, and reads every side alike.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean

from newsletter.curate.text.acts import telling
from newsletter.curate.weighing.developments import days_with_news
from newsletter.domain.entry import Entry, Lean
from newsletter.domain.leans import leans, sides
from newsletter.domain.story import Story
from newsletter.domain.week import Week

#: Recency halves with every such span between a story's last entry and the cut-off: a weekly must not forget Monday.
HALF_LIFE = timedelta(days=4)
#: The sides that spread weighs. Unrated is none of them.
SIDES = (Lean.LEFT, Lean.CENTRE, Lean.RIGHT)
_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What the week as a whole had: the measure of each story."""

    week: Week
    #: Newsrooms that published anything of their own.
    voices: int
    #: Outlets that stated a place in their feed for anything.
    placing: int
    #: The week's families, each with its lean.
    leans: Mapping[str, Lean]
    #: The sides that have a newsroom in the week, each with how many.
    rated: Mapping[Lean, int]
    #: Whether any entry has a date.
    dated: bool

    @classmethod
    def of(cls, stories: Sequence[Story], week: Week) -> "Pool":
        """What these stories, all of the week's, are measured against."""
        entries = [entry for story in stories for entry in story.entries]
        families = leans(stories)
        count = sides(families)
        return cls(
            week=week,
            voices=len({entry.voice for entry in entries}),
            placing=len({entry.outlet for entry in entries if entry.position is not None}),
            leans=families,
            rated={side: count[side] for side in SIDES if count[side]},
            dated=any(entry.published is not None for entry in entries),
        )

    @property
    def enough(self) -> int:
        """How many newsrooms make a thing more than one newsroom's affair: two, or one where that is all there is."""
        return min(2, self.voices)

    def days(self, entries: Iterable[Entry]) -> dict[int, list[Entry]]:
        """Entries by day: 0 to 6, less than 0 for what came late from a week before.

        Sevenths of the week and no calendar days: the cut-off falls within one.
        """
        length = self.week.end - self.week.start
        days: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            days[math.floor((entry.at - self.week.start) / length * _DAYS)].append(entry)
        return days


def breadth(story: Story, pool: Pool) -> float | None:
    """Newsrooms that covered it, of those that published this week; logarithms, so that the second counts most.

    None where only one newsroom published anything of its own.
    """
    return math.log(len(story.voices)) / math.log(pool.voices) if pool.voices > 1 else None


def duration(story: Story, pool: Pool) -> float | None:
    """The share of the week's seven days on which two newsrooms covered it (one, where the week has but one)."""
    if len(story.entries) < pool.enough:
        return 0.0
    days = pool.days(story.entries)
    told = [len({entry.voice for entry in days[day]}) for day in days if 0 <= day < _DAYS]
    return sum(voices >= pool.enough for voices in told) / _DAYS


def prominence(story: Story, pool: Pool) -> float | None:
    """How high outlets placed it: each by the best place in its feed at first sight, discounted as in a search list.

    None where no entry of the week has a place.
    """
    if not pool.placing:
        return None
    best: dict[str, int] = {}
    for entry in story.entries:
        if entry.position is not None:
            best[entry.outlet] = min(entry.position, best.get(entry.outlet, entry.position))
    placed = math.fsum(1 / math.log2(1 + max(1, place)) for place in best.values())
    return math.log1p(placed) / math.log1p(pool.placing)


def spread(story: Story, pool: Pool) -> float | None:
    """How evenly the sides told it, each by the share of its own newsrooms that did.

    The entropy of those shares, of that of equal ones: 1 where every side told it in proportion to its newsrooms in
    the week, 0 where one side alone did or a single newsroom. None where fewer than two sides have newsrooms in the
    week, or fewer than two of the several newsrooms that told the story are rated: that says nothing of sides.
    """
    if len(pool.rated) < 2:
        return None
    told = story.voices
    if len(told) == 1:
        return 0.0
    on = Counter(pool.leans.get(voice, Lean.UNRATED) for voice in told)
    if sum(on[side] for side in pool.rated) < 2:
        return None
    rates = [on[side] / of for side, of in pool.rated.items()]
    whole = math.fsum(rates)
    shares = [rate / whole for rate in rates if rate]
    return max(0.0, min(1.0, -math.fsum(share * math.log(share) for share in shares) / math.log(len(rates))))


def developments(story: Story, pool: Pool) -> float | None:
    """The share of the six days after the first on which coverage brought facts that earlier coverage had not."""
    if len(story.entries) < 2:
        return 0.0
    days = pool.days(story.entries)
    if len(days) < 2:
        return 0.0
    return min(1.0, sum(0 <= day < _DAYS for day in days_with_news(days, voices=pool.enough)) / (_DAYS - 1))


def consequence(story: Story, _pool: Pool) -> float | None:
    """Decided acts over talk in the headlines, each newsroom one voice."""
    if len(story.entries) == 1:
        return telling(story.entries[0].title).value
    voices = defaultdict(list)
    for entry in story.entries:
        voices[entry.voice].append(telling(entry.title).value)
    return fmean(fmean(told) for _, told in sorted(voices.items()))


def recency(story: Story, pool: Pool) -> float | None:
    """Half after every ``HALF_LIFE`` between its last entry and the cut-off; 1 for one after it."""
    age = pool.week.end - max(entry.at for entry in story.entries)
    return float(0.5 ** (max(timedelta(0), age) / HALF_LIFE))


#: Signal name to how it is measured; None means that it cannot be, and the signal leaves the story's score.
SIGNALS: dict[str, Callable[[Story, Pool], float | None]] = {
    "breadth": breadth,
    "duration": duration,
    "prominence": prominence,
    "spread": spread,
    "developments": developments,
    "consequence": consequence,
    "recency": recency,
}

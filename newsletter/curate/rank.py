"""Rank: which stories matter most, and why.

The weight of a story is the weighted mean of five signals, each between 0 and 1 and each kept with the story.
No signal counts entries, trusts one outlet more than another, or reads a side: breadth and duration count newsrooms,
and ten reprints of one wire story are one voice. ``docs/ranking.md`` tells the rule to readers.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean

from newsletter.curate.acts import telling
from newsletter.domain.story import RankedStory, Story
from newsletter.domain.week import Week

#: Signal name to its share of the score. They sum to 1.
WEIGHTS = {
    "breadth": 0.45,
    "duration": 0.15,
    "prominence": 0.15,
    "consequence": 0.15,
    "recency": 0.10,
}
#: A story that no piece tells as news, only opinion, live pages or video, has its score multiplied by this.
OPINION_ONLY = 0.5
#: Recency halves with every such span between a story's last entry and the cut-off: a weekly must not forget Monday.
HALF_LIFE = timedelta(days=4)
_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pool:
    """What the week as a whole had: the measure of each story."""

    week: Week
    #: Newsrooms that published anything of their own.
    voices: int
    #: Outlets that stated a place in their feed for anything.
    placing: int


def rank(stories: Sequence[Story], *, week: Week) -> tuple[RankedStory, ...]:
    """Order the stories of a week, heaviest first, ties by id; the order they come in plays no part.

    Breadth leaves the rank where only one family published anything of its own this week, and prominence where no
    entry has a position; the other weights are then scaled up to sum to 1. ``why`` holds the signals that took part
    and, where it was applied, the factor ``opinion only``.
    """
    entries = [entry for story in stories for entry in story.entries]
    pool = _Pool(
        week=week,
        voices=len({entry.voice for entry in entries}),
        placing=len({entry.outlet for entry in entries if entry.position is not None}),
    )
    taking_part = [
        name
        for name in WEIGHTS
        if not (name == "breadth" and pool.voices < 2) and not (name == "prominence" and not pool.placing)
    ]
    whole = math.fsum(WEIGHTS[name] for name in taking_part)
    weighed = []
    for story in stories:
        why = {name: round(SIGNALS[name](story, pool), 6) for name in taking_part}
        score = math.fsum(WEIGHTS[name] * value for name, value in why.items()) / whole
        if not any(entry.kind.tells for entry in story.entries):
            why["opinion only"] = OPINION_ONLY
            score *= OPINION_ONLY
        weighed.append((-round(score, 6), story.id, story, why))
    weighed.sort(key=lambda row: row[:2])
    return tuple(
        RankedStory(story=story, rank=place, score=-negative, why=why)
        for place, (negative, _, story, why) in enumerate(weighed, start=1)
    )


def _breadth(story: Story, pool: _Pool) -> float:
    """Newsrooms that covered it, of those that published this week; logarithms, so that the second counts most."""
    return math.log(len(story.voices)) / math.log(pool.voices)


def _duration(story: Story, pool: _Pool) -> float:
    """The share of the week's seven days on which two newsrooms covered it (one, where the week has but one)."""
    length = pool.week.end - pool.week.start
    on_day = defaultdict(set)
    for entry in story.entries:
        # Sevenths of the week and no calendar days: the cut-off falls within one.
        on_day[math.floor((entry.at - pool.week.start) / length * _DAYS)].add(entry.voice)
    enough = min(2, pool.voices)
    return sum(len(on_day[day]) >= enough for day in range(_DAYS)) / _DAYS


def _prominence(story: Story, pool: _Pool) -> float:
    """How high outlets placed it: each by the best place in its feed at first sight, discounted as in a search list."""
    best: dict[str, int] = {}
    for entry in story.entries:
        if entry.position is not None:
            best[entry.outlet] = min(entry.position, best.get(entry.outlet, entry.position))
    placed = math.fsum(1 / math.log2(1 + max(1, place)) for place in best.values())
    return math.log1p(placed) / math.log1p(pool.placing)


def _consequence(story: Story, _pool: _Pool) -> float:
    """Decided acts over talk in the headlines, each newsroom one voice."""
    voices = defaultdict(list)
    for entry in story.entries:
        voices[entry.voice].append(telling(entry.title).value)
    return fmean(fmean(told) for _, told in sorted(voices.items()))


def _recency(story: Story, pool: _Pool) -> float:
    """Half after every ``HALF_LIFE`` between its last entry and the cut-off; 1 for one after it."""
    age = pool.week.end - max(entry.at for entry in story.entries)
    return float(0.5 ** (max(timedelta(0), age) / HALF_LIFE))


#: Signal name to how it is measured.
SIGNALS: dict[str, Callable[[Story, _Pool], float]] = {
    "breadth": _breadth,
    "duration": _duration,
    "prominence": _prominence,
    "consequence": _consequence,
    "recency": _recency,
}

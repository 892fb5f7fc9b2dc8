"""Rank: which stories matter most, and why.

The weight of a story is the weighted mean of a few signals (``signals``), lessened by penalties (``penalties``), each
between 0 and 1 and each kept with the story. ``docs/ranking.md`` tells the rule to readers.
"""

import math
from collections.abc import Mapping, Sequence

from newsletter.curate.weighing.penalties import penalties
from newsletter.curate.weighing.signals import SIGNALS, Pool
from newsletter.domain.story import RankedStory, Story
from newsletter.domain.week import Week

#: Signal name to its share of the score. They sum to 1.
WEIGHTS = {
    "breadth": 0.30,
    "duration": 0.15,
    "prominence": 0.15,
    "spread": 0.12,
    "developments": 0.12,
    "consequence": 0.10,
    "recency": 0.06,
}


def rank(stories: Sequence[Story], *, week: Week, weights: Mapping[str, float] = WEIGHTS) -> tuple[RankedStory, ...]:
    """Order the stories of a week, heaviest first, ties by id; the order they come in plays no part.

    A signal that cannot be measured leaves the score of the week's stories (breadth in a week of one newsroom,
    prominence where nothing has a place, spread where fewer than two sides are rated) or of the one story (spread,
    where fewer than two of its newsrooms are rated); the other weights are then scaled up to sum to 1. ``why`` holds
    the signals that took part and, by name, the penalties that were applied.

    Args:
        stories: all of the week's.
        week: which one.
        weights: signal name to its share, none below 0; they need not sum to 1. One that is not named has no share,
            and a story of which nothing that has a share can be measured scores 0.
    """
    pool = Pool.of(stories, week)
    weighed = []
    for story in stories:
        measured = ((name, SIGNALS[name](story, pool)) for name in WEIGHTS)
        why = {name: round(value, 6) for name, value in measured if value is not None}
        whole = math.fsum(weights.get(name, 0.0) for name in why)
        mean = math.fsum(weights.get(name, 0.0) * value for name, value in why.items()) / whole if whole else 0.0
        lessened = penalties(story, pool)
        score = round(mean * math.prod(lessened.values()), 6)
        weighed.append((-score, story.id, story, why | lessened))
    weighed.sort(key=lambda row: row[:2])
    return tuple(
        RankedStory(story=story, rank=place, score=-negative, why=why)
        for place, (negative, _, story, why) in enumerate(weighed, start=1)
    )

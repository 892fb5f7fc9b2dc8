"""Penalties: what a story is told by can make it weigh less than its signals say.

Each is a factor of the score and is kept with the story under its name where it applies. There is none for a story of
one newsroom, which has nothing of breadth, duration and spread already, and none for live pages, which are coverage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsletter.curate.text.acts import teases
from newsletter.curate.weighing.signals import Pool
from newsletter.domain.entry import Kind
from newsletter.domain.story import Story

#: Name to the factor of the score.
PENALTIES = {
    "opinion only": 0.5,
    "mostly opinion": 0.8,
    "mostly teasers": 0.8,
    "undated": 0.8,
}


def penalties(story: Story, pool: Pool) -> dict[str, float]:
    """The penalties that apply to a story, in the order of ``PENALTIES``."""
    return {name: PENALTIES[name] for name in _applying(story, pool)}


def _applying(story: Story, pool: Pool) -> Iterator[str]:
    if not any(entry.kind.tells for entry in story.entries):
        yield "opinion only"
    elif any(entry.kind is Kind.OPINION for entry in story.entries) and _most(
        (entry.voice, entry.kind is Kind.OPINION) for entry in story.entries
    ):
        yield "mostly opinion"
    if _most((entry.voice, teases(entry.title)) for entry in story.entries):
        yield "mostly teasers"
    # From its first sight alone a story looks fresh, however old it is. Where nothing has a date, nothing is said.
    if pool.dated and all(entry.published is None for entry in story.entries):
        yield "undated"


def _most(told: Iterable[tuple[str, bool]]) -> bool:
    """Whether more than half of the newsrooms have nothing in a story that is not so."""
    so: dict[str, bool] = defaultdict(lambda: True)
    for voice, it_is in told:
        so[voice] &= it_is
    return 2 * sum(so.values()) > len(so)

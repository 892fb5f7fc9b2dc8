"""Coverage: who told a story, counted in newsrooms and against what there was to be told by.

"Left 3" says nothing; "left 3 of 5" does. Ten reprints of one wire story are one voice. That a side barely told a
story is said only where the counts carry it: silence is no slight, and a wrong charge of it would be one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import comb

from newsletter.domain.entry import Lean
from newsletter.domain.feed import Feed
from newsletter.domain.issue import Coverage, LeanCount
from newsletter.domain.leans import by_family, leans, sides
from newsletter.domain.story import Story

__all__ = ["counting", "coverage", "leans", "tracked_families", "under_covered"]

#: A side must have so many newsrooms that we read before anything is said of its silence,
LEAST_OF_SIDE = 8
#: and so many newsrooms of all must have told the story.
LEAST_COVERING = 5
#: Silence is said to be more than chance where chance would give it in fewer than one of so many cases: 1 of 20, shared
#: between the two sides that are asked about.
ONE_IN = 40
#: The sides of which it is said. The centre has no silence of its own, and of the unrated nobody knows a side.
ASKED = (Lean.LEFT, Lean.RIGHT)


def tracked_families(stories: Iterable[Story], feeds: Iterable[Feed], healthy: frozenset[str]) -> dict[str, Lean]:
    """The families that could have told a story, in order of name, each with its lean.

    Those with a feed in good health, though they published nothing this week, and those that published, though no feed
    of theirs is in good health now. What a feed's configuration says of an outlet counts beside what its entries say.

    Args:
        stories: every story of the week.
        feeds: as configured.
        healthy: the addresses, as configured, of those that are in good health.
    """
    published = [(entry.family, entry.outlet, entry.lean) for story in stories for entry in story.entries]
    heard = {family for family, _, _ in published}
    configured = [
        (feed.family, feed.outlet, feed.lean) for feed in feeds if feed.url in healthy or feed.family in heard
    ]
    return by_family([*published, *configured])


def counting(families: Mapping[str, Lean]) -> Callable[[Story], Coverage]:
    """What counts a story's coverage among these families; each story then costs its own newsrooms only.

    A family counts that told the story in words of its own; a reprint counts for the family whose words it prints.
    With one family the count is true and says nothing, as there is nothing to count against: the issue's document has
    it, so that every story's has one form, and the letter does not.
    """
    of = sides(families)

    def count(story: Story) -> Coverage:
        told = Counter(families[voice] for voice in story.voices if voice in families)
        return Coverage(
            by_lean={lean: LeanCount(n=told[lean], of=of[lean]) for lean in Lean},
            families=told.total(),
            of=len(families),
        )

    return count


def coverage(story: Story, *, families: Mapping[str, Lean]) -> Coverage:
    """How many of these families told one story, by lean; see ``counting``, which is quicker for many."""
    return counting(families)(story)


def under_covered(counted: Coverage | None, story: Story) -> tuple[Lean, ...]:
    """The sides, of left and right, that told a story clearly less than their share of newsrooms lets expect.

    An exact binomial test, one-sided: of the rated newsrooms that told it, each is on a side with the chance that the
    side has among all rated newsrooms; with that chance, so few would be on it in fewer than 1 of ``ONE_IN`` stories.
    A newsroom tells a story once, so that to draw them without replacement would be nearer the truth; the binomial
    has the wider spread of the two, and speaks more seldom. Empty where the side or the story has too few newsrooms,
    or fewer than two tell it as news.
    """
    if counted is None or counted.families < LEAST_COVERING:
        return ()
    if len({entry.voice for entry in story.entries if entry.kind.tells}) < 2:
        return ()
    rated = [count for lean, count in counted.by_lean.items() if lean is not Lean.UNRATED]
    covering, newsrooms = sum(count.n for count in rated), sum(count.of for count in rated)
    return tuple(
        lean
        for lean in ASKED
        if counted.by_lean[lean].of >= LEAST_OF_SIDE
        and _is_rare(counted.by_lean[lean].n, covering, side=counted.by_lean[lean].of, newsrooms=newsrooms)
    )


def _is_rare(few: int, draws: int, *, side: int, newsrooms: int) -> bool:
    """Whether at most so ``few`` of the ``draws`` are on a side by chance in fewer than 1 of ``ONE_IN`` cases.

    In whole numbers, so that no rounding decides what is said of a side.
    """
    at_most = sum(comb(draws, n) * side**n * (newsrooms - side) ** (draws - n) for n in range(few + 1))
    return bool(ONE_IN * at_most < newsrooms**draws)

"""Coverage: who told a story, counted in newsrooms and against what there was to be told by.

"Left 3" says nothing; "left 3 of 5" does. Ten reprints of one wire story are one voice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from newsletter.domain.entry import Lean
from newsletter.domain.issue import Coverage, LeanCount
from newsletter.domain.story import Story


def leans(stories: Iterable[Story]) -> dict[str, Lean]:
    """The week's families, in order of name, each with its lean.

    A family whose outlets are rated apart has the lean of most of its rated outlets;
    where they balance it is unrated, for nobody said where the newsroom stands.
    """
    outlets: dict[str, dict[str, Lean]] = {}
    for story in stories:
        for entry in story.entries:
            outlets.setdefault(entry.family, {})[entry.outlet] = entry.lean
    return {family: _common(outlets[family].values()) for family in sorted(outlets)}


def coverage(story: Story, *, families: Mapping[str, Lean]) -> Coverage | None:
    """How many of the week's families told a story in words of their own, by lean.

    A reprint counts for the family whose words it prints.

    Args:
        story: what they told.
        families: every family that published anything this week, with its lean.

    Returns:
        None with fewer than two families in the week: there is nothing to count against.
    """
    if len(families) < 2:
        return None
    told = story.voices
    return Coverage(
        by_lean={
            lean: LeanCount(
                n=sum(family in told for family, theirs in families.items() if theirs is lean),
                of=sum(theirs is lean for theirs in families.values()),
            )
            for lean in Lean
        },
        families=sum(family in told for family in families),
        of=len(families),
    )


def _common(ratings: Iterable[Lean]) -> Lean:
    rated = Counter(lean for lean in ratings if lean is not Lean.UNRATED).most_common(2)
    if not rated or (len(rated) == 2 and rated[0][1] == rated[1][1]):
        return Lean.UNRATED
    return rated[0][0]

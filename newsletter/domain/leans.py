"""Where newsrooms stand: the lean of a family, of the ratings that its outlets have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from newsletter.domain.entry import Lean
from newsletter.domain.story import Story


def leans(stories: Iterable[Story]) -> dict[str, Lean]:
    """The week's families, in order of name, each with its lean; see ``by_family``."""
    return by_family((entry.family, entry.outlet, entry.lean) for story in stories for entry in story.entries)


def by_family(rated: Iterable[tuple[str, str, Lean]]) -> dict[str, Lean]:
    """Families in order of name, each with its lean, from (family, outlet, the outlet's lean) in any order.

    A family whose outlets are rated apart has the lean of most of its rated outlets; where they balance it is
    unrated, for nobody said where the newsroom stands. The same goes for an outlet that is rated twice.
    """
    given: dict[str, dict[str, set[Lean]]] = defaultdict(lambda: defaultdict(set))
    for family, outlet, lean in rated:
        given[family][outlet].add(lean)
    return {family: _most(map(_most, given[family].values())) for family in sorted(given)}


def sides(families: Mapping[str, Lean]) -> Counter[Lean]:
    """How many families there are of each lean; nought of one that nobody has."""
    return Counter(families.values())


def _most(ratings: Iterable[Lean]) -> Lean:
    rated = Counter(lean for lean in ratings if lean is not Lean.UNRATED).most_common(2)
    if not rated or (len(rated) == 2 and rated[0][1] == rated[1][1]):
        return Lean.UNRATED
    return rated[0][0]

"""Storylines: the steps of one saga, such as a trial, its verdict and the reactions, belong together.

Looser than a story, and still no heap: average linkage over profiles, in which no single shared name counts. Stories of
two or more newsrooms make the groups; what only one newsroom has may join one, and holds none together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from newsletter.curate.nearness import Vectors, near, parted, vectors_of
from newsletter.curate.profiles import Profile
from newsletter.domain.story import Story, StoryId, StorylineId

#: Two groups are one storyline where the mean likeness between their stories reaches this.
THRESHOLD = 0.11
#: A story of one newsroom joins the storyline to whose stories its mean likeness is greatest and reaches this.
JOINS = 0.15
#: A likeness below this counts as none.
LEAST = 0.03
#: More connected stories than this are parted at their weaker links first.
LARGEST = 500
#: More than sums of the same numbers in another order may differ by.
_SURELY = 1e-5


def storylines(stories: Sequence[Story], profiles: Mapping[StoryId, Profile]) -> dict[StoryId, StorylineId]:
    """The storyline of each story of a week: the id of the story that began it, the earliest, ties by id.

    Each story stands in exactly one, by itself where it goes with none. The order of stories plays no part.
    Where no story has two newsrooms, as in a publisher's own letter, all of them make the groups.
    """
    if not stories:
        return {}
    ordered = sorted(stories, key=lambda story: story.id)
    vectors = vectors_of([profiles[story.id] for story in ordered])
    carried = [place for place, story in enumerate(ordered) if len(story.voices) > 1] or list(range(len(ordered)))
    groups = list(_linked(vectors, carried, THRESHOLD))
    home = {place: number for number, group in enumerate(groups) for place in group}
    home |= _joining(vectors, home, groups)
    members: dict[tuple[bool, int], list[Story]] = defaultdict(list)
    for place, story in enumerate(ordered):
        members[place in home, home.get(place, place)].append(story)
    begun = {key: min(group, key=lambda story: (story.broke_at, story.id)) for key, group in members.items()}
    return {story.id: StorylineId(begun[key].id) for key, group in members.items() for story in group}


def _linked(vectors: Vectors, places: Sequence[int], at_least: float) -> Iterator[list[int]]:
    """Average linkage, in connected components: an average reaches the threshold only if one pair does.

    A component of more than ``LARGEST`` is connected anew by likelier pairs, until it breaks: bounds memory.
    """
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rows = vectors[places]
    one, other, _ = near(rows, rows, at_least)
    links = coo_matrix((np.ones(len(one)), (one, other)), shape=(len(places), len(places)))
    _, labels = connected_components(links, directed=False)
    parts: dict[int, list[int]] = defaultdict(list)
    for place, label in zip(places, labels.tolist(), strict=True):
        parts[label].append(place)
    doubtful = [part for part in parts.values() if 2 < len(part) <= LARGEST]
    split = dict(zip(map(min, doubtful), _split(vectors, doubtful), strict=True))
    for part in parts.values():
        if len(part) > LARGEST and at_least < 1:
            yield from _linked(vectors, part, at_least + THRESHOLD)
        else:
            # One, or two that are linked; what does not break is a flood of one matter in small variations.
            yield from split.get(min(part), [part])


def _split(vectors: Vectors, parts: Sequence[Sequence[int]]) -> Iterator[list[list[int]]]:
    """The groups of each of some components."""
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if not parts:
        return
    rows = parted(vectors[[place for part in parts for place in part]], [len(part) for part in parts])
    one, other, value = near(rows, rows, LEAST)
    starts = np.cumsum([0, *map(len, parts)])
    edges = pairwise(np.searchsorted(one, starts).tolist())
    for part, start, (first, last) in zip(parts, starts[:-1].tolist(), edges, strict=True):
        distance = np.ones((len(part), len(part)))
        distance[one[first:last] - start, other[first:last] - start] = 1 - value[first:last]
        # Both triangles are sums of the same products, but not in the same order.
        distance = np.maximum(distance, distance.T)
        np.fill_diagonal(distance, 0)
        labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - THRESHOLD + 1e-9, "distance")
        groups: dict[int, list[int]] = defaultdict(list)
        for place, label in zip(part, labels.tolist(), strict=True):
            groups[label].append(place)
        yield list(groups.values())


def _joining(vectors: Vectors, home: Mapping[int, int], groups: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which group each story of one newsroom joins, of those that join one."""
    import numpy as np

    lone = [place for place in range(vectors.shape[0]) if place not in home]
    if not lone:
        return {}
    carried = sorted(home)
    one, other, values = near(vectors[lone], vectors[carried], LEAST)
    sizes = np.array([len(group) for group in groups])
    # Of all pairs, few are of a story and a group whose mean comes anywhere near: those are summed exactly.
    pairs = one.astype(np.int64) * len(groups) + np.array([home[place] for place in carried])[other]
    kinds, kind_of = np.unique(pairs, return_inverse=True)
    hopeful = np.bincount(kind_of, values) / sizes[kinds % len(groups)] >= JOINS - _SURELY
    likeness: dict[int, list[float]] = defaultdict(list)
    for kind in np.flatnonzero(hopeful[kind_of]).tolist():
        likeness[int(pairs[kind])].append(float(values[kind]))
    best: dict[int, tuple[float, int]] = {}
    for pair, found in sorted(likeness.items()):
        joining, group = divmod(pair, len(groups))
        mean = round(math.fsum(found) / len(groups[group]), 6)
        if mean >= JOINS and mean > best.get(joining, (0.0, 0))[0]:
            best[joining] = (mean, group)
    return {lone[joining]: group for joining, (_, group) in best.items()}

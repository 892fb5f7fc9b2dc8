"""Cluster: the entries about one event become a story.

Average linkage over the probability that two texts tell one event, with one threshold for every size of week.
A second rule keeps a stray away from a tight group: what joins must be about as alike to the group as the group
is within itself.

Average linkage can only join what a chain of likely pairs connects, so it runs inside connected components
and gives what one matrix over the whole week would give, without ever building that matrix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from newsletter.curate.events.blocks import batches
from newsletter.curate.events.circumstances import Circumstances, circumstances
from newsletter.curate.events.likeness import Likeness, compare
from newsletter.curate.events.refrains import without_refrains
from newsletter.curate.events.repair import repaired
from newsletter.curate.events.vetoes import CLASHING, Slots, clashes, slots
from newsletter.curate.ordinary import ordinary
from newsletter.curate.text.stems import stem
from newsletter.curate.text.terms import body_terms, title_terms
from newsletter.domain.entry import Entry
from newsletter.domain.story import Story

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsletter.curate.background import Background

    #: Makes a row of numbers of each text, so that texts of one meaning have rows of nearly one direction.
    Meanings = Callable[[Sequence[str]], NDArray[Any]]

#: Two groups are one story where the mean probability between their texts reaches this.
THRESHOLD = 0.42
#: And where the similarity between them is at least this share of that within the tighter one.
COHESION = 0.52
#: Similarity above this is a matter of shared phrasing, not of a shared event; it demands no more of others.
COHESION_CAP = 0.45
#: A word of the title counts this many times: it was chosen to say what the piece is about.
TITLE_WEIGHT = 4
#: Two texts of the same words, and of at least so many distinct ones, are copies under whatever titles.
LONG_TEXT = 12
#: A component of more texts than this is parted at its weaker links first: bounds time and memory.
LARGEST = 2000
#: A model of meanings is given so many characters of a text, after its title.
MEANT = 600


def cluster(
    entries: Sequence[Entry], background: Background | None = None, meanings: Meanings | None = None
) -> tuple[Story, ...]:
    """Group entries into stories, earliest first, ties by id. Each entry stands in exactly one story.

    The same entries give the same stories in whatever order they come. Texts of the same words are one text,
    however many carry it. An entry of fewer than two distinct terms is a story by itself. But a copy stands where its
    original does, however little is left of it.
    A background tells which terms were common in the weeks before; without one a small week is weighed as if it stood
    among ordinary news. Meanings, if given, are asked once, with title and opening of each text, and answer with one
    row of numbers each; without them no model plays a part.
    Ids must be distinct.
    """
    carriers: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    #: The text that speaks for each of the carriers' keys.
    texts: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    alone: list[list[Entry]] = []
    in_order = sorted(entries, key=lambda entry: entry.id)
    titles, bodies = [*map(title_terms, in_order)], [*map(body_terms, in_order)]
    bodies = without_refrains(titles, bodies, [entry.family for entry in in_order])
    for entry, title, body in zip(in_order, titles, bodies, strict=True):
        # Wire copy is one text, whatever headlines are put on it; short texts are one if their titles are, too.
        key = tuple(body) if len(set(body)) >= LONG_TEXT else tuple(title + body)
        if len(set(key)) < 2:
            # One word, such as a lone "Obituaries", is too little to go by.
            alone.append([entry])
        else:
            carriers[key].append(entry)
            texts.setdefault(key, (title, body))
    groups = [*carriers.values()]
    told = [circumstances(group) for group in groups]
    spoken = list(texts.values())
    weighed = [[*map(stem, title * TITLE_WEIGHT + body)] for title, body in spoken]
    meant = (
        meanings([f"{group[0].title}\n{group[0].text[:MEANT]}" for group in groups]) if meanings and groups else None
    )

    @cache
    def about(text: int) -> Slots:
        return slots(groups[text][0], told[text], *spoken[text])

    if background is None or not background.entries:
        background = ordinary(len(groups))
    found = _groups(weighed, told, about, background, meant)
    together = alone + [[entry for text in group for entry in groups[text]] for group in found]
    stories = map(Story.of, _copies_with_originals(together))
    return tuple(sorted(stories, key=lambda story: (story.broke_at, story.id)))


def _copies_with_originals(groups: Sequence[Sequence[Entry]]) -> Iterator[list[Entry]]:
    """The same groups, of which each copy has gone over to that of its original; none is empty."""
    home = {entry.id: place for place, group in enumerate(groups) for entry in group}
    moved: list[list[Entry]] = [[] for _ in groups]
    for place, group in enumerate(groups):
        for entry in group:
            moved[home.get(entry.copy_of, place) if entry.copy_of else place].append(entry)
    return filter(None, moved)


def _groups(
    texts: Sequence[Sequence[str]],
    told: Sequence[Circumstances],
    about: Callable[[int], Slots],
    background: Background | None,
    meant: NDArray[Any] | None,
) -> list[list[int]]:
    """Indices of texts that tell one event; each index once."""
    if not texts:
        return []
    likeness = compare(texts, told, background, meant)
    return repaired([*_linked(likeness, about)], likeness, about)


def _linked(likeness: Likeness, about: Callable[[int], Slots]) -> Iterator[list[int]]:
    """What linkage alone makes of the texts, in no order."""
    in_doubt = []
    for members in _components(likeness, range(len(likeness.crowding)), THRESHOLD):
        if len(members) == 1 or len(members) > LARGEST:
            yield members
        else:
            in_doubt.append(members)
    for blocks in batches(in_doubt):
        similarity, probability = likeness.among(blocks)
        clash = clashes(blocks, [about(text) for text in blocks.texts.tolist()])
        for number, component in enumerate(blocks.members):
            matrices = (blocks.matrix(flat, number) for flat in (similarity, probability, clash))
            for group in _split(*matrices):
                yield [component[index] for index in group]


def _components(likeness: Likeness, texts: Iterable[int], at_least: float) -> Iterator[list[int]]:
    """Texts connected by likely pairs. One over ``LARGEST`` is connected anew by likelier pairs, until it breaks.

    What does not break even by near certainty is a flood of one text in small variations: one story.
    """
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    chosen = np.fromiter(texts, dtype=np.int64)
    count = len(likeness.crowding)
    first, second = likeness.edges(at_least)
    inside = np.isin(first, chosen) & np.isin(second, chosen)
    links = coo_matrix((np.ones(int(inside.sum())), (first[inside], second[inside])), shape=(count, count))
    _, labels = connected_components(links, directed=False)
    members = defaultdict(list)
    for text in chosen.tolist():
        members[int(labels[text])].append(text)
    for component in members.values():
        if len(component) > LARGEST and at_least < 0.99:
            yield from _components(likeness, component, 1 - (1 - at_least) / 2)
        else:
            yield component


def _split(
    similarity: NDArray[Any], probability: NDArray[Any], clash: NDArray[Any], *, again: bool = True
) -> Iterator[list[int]]:
    """The groups of a component: the largest branches of its tree at which all rules hold.

    Where a veto alone breaks a branch, the tree was built across it: "takes Ohio" lies nearest to "takes Iowa". Such a
    branch is grouped again, once, with nothing between texts that clash.
    """
    if len(similarity) == 2:
        together = 1 - probability[0, 1] <= 1 - THRESHOLD + 1e-9 and not clash[0, 1]
        yield from ([[0, 1]] if together else [[0], [1]])
        return
    import numpy as np
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    distance = 1 - probability
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    capped = np.minimum(similarity, COHESION_CAP)

    size = len(similarity)
    members: list[list[int]] = [[index] for index in range(size)]
    inner, pairs = [0.0] * size, [0] * size
    children: list[tuple[int, int]] = [(-1, -1)] * size
    stands = [True] * size
    vetoed = [False] * size
    clashing = [0.0] * size
    for left, right, height, _ in tree.tolist():
        a, b = int(left), int(right)
        between = float(capped[np.ix_(members[a], members[b])].sum())
        crossings = len(members[a]) * len(members[b])
        tightest = max(inner[branch] / pairs[branch] if pairs[branch] else 0.0 for branch in (a, b))
        likely = height <= 1 - THRESHOLD + 1e-9
        members.append(members[a] + members[b])
        clashing.append(clashing[a] + clashing[b] + float(clash[np.ix_(members[a], members[b])].sum()))
        across = clashing[-1] - clashing[a] - clashing[b]
        alike = between / crossings + 1e-9 >= COHESION * tightest
        inner.append(inner[a] + inner[b] + between)
        pairs.append(pairs[a] + pairs[b] + crossings)
        apart = across > CLASHING * crossings or clashing[-1] > CLASHING * pairs[-1]
        stands.append(likely and alike and not apart)
        # What was built upon a branch that a veto breaks may have belonged with one of its parts.
        vetoed.append((likely and alike and apart) or vetoed[a] or vetoed[b])
        children.append((a, b))

    waiting = [len(members) - 1]
    while waiting:
        branch = waiting.pop()
        if stands[branch]:
            yield members[branch]
        elif vetoed[branch] and again:
            inside = np.ix_(members[branch], members[branch])
            kept = np.where(clash[inside], 0.0, probability[inside])
            for group in _split(similarity[inside], kept, clash[inside], again=False):
                yield [members[branch][index] for index in group]
        else:
            waiting.extend(children[branch])

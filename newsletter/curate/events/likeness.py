"""Likeness: how much two texts tell the same event, weighed against how crowded their topic is.

Plain similarity needs another threshold in every pool: two reports of one vote in a week of forty entries are as
alike as two unrelated columns on one trial in a pool of thousands. So each text's *crowding*, its mean similarity to
neighbours too many to be its own event, is taken off before anything is compared with a threshold.

Memory grows with the number of texts, not with its square: only texts that share terms which few others use are
compared, a block of rows at a time.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsletter.curate.events.circumstances import numbered
from newsletter.curate.events.weights import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsletter.curate.background import Background
    from newsletter.curate.events.blocks import Blocks
    from newsletter.curate.events.circumstances import Circumstances

#: Two texts more similar than this (a cosine) are copies of one text, as of a wire agency, and no neighbours.
COPY = 0.6
#: Crowding is the mean similarity to the neighbours of these ranks. The nearest five are left out: they are
#: the event itself where many outlets tell it. Missing neighbours count as nought.
CROWD = (6, 15)
#: Of a text of few distinct terms the crowd begins at a nearer rank: what little it shares with others is as soon
#: chance as it is the event, and the best of many chances looks like a match. The rank rises evenly from that of texts
#: with the second number of terms, or fewer, to that of texts with the third, or more.
NEAR_CROWD, FEW_TERMS, MANY_TERMS = 3, 24, 36
#: A week of few entries has no crowd, and yet its texts share the words of all political news: no text's crowding
#: is held to be less than this.
LEAST_CROWDING = 0.08
#: Two pieces of one newsroom are more often two events than one: this much similarity is taken off them.
SAME_VOICE = 0.08
#: Two pieces whose openings name the same weekday are that much likelier one event, and less so where they differ.
SAME_WEEKDAY, OTHER_WEEKDAY = 0.035, 0.04
#: Reports of one event come within days: for each day that two pieces lie further apart than the first number, the
#: second is taken off, for at most the third.
FREE_DAYS, DAY_APART, MOST_DAYS = 1.0, 0.03, 6.0
#: Where texts come with meanings, what their cosine has over the mean to their neighbours counts so much in the score.
MEANING = 1.0
#: The score is the logarithm of similarity over crowding: a text in a crowd twice as dense must be matched twice as
#: well. The probability is a half where it exceeds the margin; the slope says how sharply it turns.
MARGIN = 0.36
SLOPE = 5.0
#: A term is rare if no more texts than this use it, or no more than a two-hundredth of all. Two texts are never held to
#: tell one event unless they share a rare term.
RARE = 100
#: So many of a text's likeliest neighbours are compared exactly.
NEIGHBOURS = 60
# Rows compared at a time; bounds memory only.
_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Likeness:
    """The texts of a week, ready to be compared."""

    #: One row of term weights a text, of about unit length (a scipy CSR matrix).
    vectors: Any
    #: Which of its columns are rare terms.
    rare: NDArray[Any]
    #: Each text's crowding, 0 to ``COPY``.
    crowding: NDArray[Any]
    #: Each text with each of its nearest neighbours, as two columns of indices, and how alike they are.
    first: NDArray[Any]
    second: NDArray[Any]
    similarity: NDArray[Any]
    #: A number for each text's newsroom; -1 for a text that several carry.
    voices: NDArray[Any]
    #: When each text was published, in days; not a number where unknown.
    days: NDArray[Any]
    #: The weekday that each text names; -1 for none.
    weekdays: NDArray[Any]
    #: One unit row a text, what an outside model makes of it; None without a model.
    meanings: NDArray[Any] | None = None
    #: Each text's mean cosine of meanings to its neighbours.
    meaning_crowd: NDArray[Any] | None = None

    def among(self, blocks: Blocks) -> tuple[NDArray[Any], NDArray[Any]]:
        """Two numbers for each cell: the cosine, and the probability that the two texts tell one event."""
        import numpy as np

        rows = self.vectors[blocks.texts]
        similarity = np.round(blocks.products(rows, rows), 12)
        marks = _only(rows, self.rare)
        probability = self._probability(similarity, blocks.texts[blocks.one], blocks.texts[blocks.other])
        return similarity, np.where(blocks.products(marks, marks) > 0, probability, 0.0)

    def edges(self, at_least: float) -> tuple[NDArray[Any], NDArray[Any]]:
        """Pairs of neighbours that tell one event with at least this probability, as two columns of indices."""
        near = self._probability(self.similarity, self.first, self.second) >= at_least
        return self.first[near], self.second[near]

    def _probability(self, similarity: NDArray[Any], one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
        """The probability that texts tell one event, of pairs given by index and their similarity."""
        import numpy as np

        excess = np.asarray(similarity, dtype=float).copy()
        excess -= SAME_VOICE * ((self.voices[one] == self.voices[other]) & (self.voices[one] >= 0))
        both = (self.weekdays[one] >= 0) & (self.weekdays[other] >= 0)
        excess += np.where(self.weekdays[one] == self.weekdays[other], SAME_WEEKDAY, -OTHER_WEEKDAY) * both
        apart = np.nan_to_num(np.abs(self.days[one] - self.days[other])) - FREE_DAYS
        excess -= DAY_APART * np.clip(apart, 0, MOST_DAYS)
        crowd = (self.crowding[one] + self.crowding[other]) / 2
        excess = np.log(np.maximum(excess, 1e-9) / crowd) - MARGIN
        if self.meanings is not None and self.meaning_crowd is not None:
            meant = (self.meaning_crowd[one] + self.meaning_crowd[other]) / 2
            excess += MEANING * (_meant_alike(self.meanings, one, other) - meant)
        # Rounded, so that sums taken in another order on another machine cannot tip a tie.
        probability: NDArray[Any] = np.round(1 / (1 + np.exp(-SLOPE * excess)), 9)
        return probability


def compare(
    texts: Sequence[Sequence[str]],
    told: Sequence[Circumstances],
    background: Background | None = None,
    meanings: NDArray[Any] | None = None,
) -> Likeness:
    """Weigh the terms of texts, at least one and none empty, and find each text's neighbours and crowding.

    The texts' order decides ties and nothing else. The circumstances are those of each text.
    A background's counts join those of the texts themselves. Meanings are a row a text, of any length but nought.
    """
    import numpy as np

    vectors = weights(texts, background)
    used_by = np.bincount(vectors.indices, minlength=vectors.shape[1])
    rare = used_by <= max(RARE, len(texts) // 200)
    first, second, similarity = _neighbours(vectors, rare, used_by)
    ranked = _ranked(first, np.where(similarity <= COPY, similarity, 0.0), len(texts))
    crowding = _crowding(ranked, np.diff(vectors.indptr))
    meaning_crowd = None
    if meanings is not None:
        lengths = np.linalg.norm(meanings, axis=1, keepdims=True)
        meanings = np.asarray(meanings, dtype=float) / np.maximum(lengths, 1e-12)
        others = np.split(second, np.searchsorted(first, np.arange(1, len(texts))))
        meaning_crowd = np.array([_mean_meaning(meanings, text, near) for text, near in enumerate(others)])
    return Likeness(
        vectors=vectors,
        rare=rare,
        crowding=crowding,
        first=first,
        second=second,
        similarity=similarity,
        voices=numbered([each.voice for each in told]),
        days=np.array([np.nan if each.day is None else each.day for each in told]),
        weekdays=np.array([-1 if each.weekday is None else each.weekday for each in told]),
        meanings=meanings,
        meaning_crowd=meaning_crowd,
    )


def _neighbours(
    vectors: Any,  # noqa: ANN401 - scipy has no types
    rare: NDArray[Any],
    used_by: NDArray[Any],
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Each text with each of the ``NEIGHBOURS`` nearest to it by rare terms, and the cosines; sorted by the text."""
    import numpy as np

    # A term of one text alone cannot be shared; dropping it spares half of the cells.
    few, many = _only(vectors, rare & (used_by > 1)), _only(vectors, ~rare)
    columns = few.T.tocsr()
    found, cosines, count = [], [], vectors.shape[0]
    for start in range(0, count, _BLOCK):
        near = (few[start : start + _BLOCK] @ columns).tocsr()
        bounds = near.indptr.tolist()
        for row, (begin, end) in enumerate(itertools.pairwise(bounds)):
            others, by_rare = _likeliest(near.indices[begin:end], near.data[begin:end], start + row)
            found.append(others)
            cosines.append(by_rare)
    sizes = np.array([len(others) for others in found])
    first, second = np.repeat(np.arange(count), sizes), np.concatenate(found)
    similarity = np.concatenate(cosines) + _shared(many, found)
    return first, second, np.round(similarity, 12)


def _only(vectors: Any, columns: NDArray[Any]) -> Any:  # noqa: ANN401 - scipy has no types
    """The same matrix with nothing outside some columns."""
    import numpy as np
    from scipy.sparse import csr_matrix

    inside = columns[vectors.indices]
    starts = np.concatenate([[0], np.cumsum(inside)])[vectors.indptr]
    return csr_matrix((vectors.data[inside], vectors.indices[inside], starts), shape=vectors.shape)


def _likeliest(others: NDArray[Any], near: NDArray[Any], text: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """The ``NEIGHBOURS`` texts nearest by rare terms, nearest first, and how near."""
    import numpy as np

    near = np.round(near, 12)
    if len(others) > NEIGHBOURS + 1:
        # The text itself is among them, and may be any of them.
        fit = near >= np.partition(near, -NEIGHBOURS - 1)[-NEIGHBOURS - 1]
        others, near = others[fit], near[fit]
    order = np.lexsort((others, -near))
    order = order[others[order] != text][:NEIGHBOURS]
    return others[order], near[order]


def _shared(vectors: Any, found: Sequence[NDArray[Any]]) -> NDArray[Any]:  # noqa: ANN401 - scipy has no types
    """The products of each row with each of some others, all in one line."""
    import numpy as np

    row = np.zeros(vectors.shape[1])
    products = []
    for start in range(0, len(found), _BLOCK):
        block = found[start : start + _BLOCK]
        others = vectors[np.concatenate(block)]
        cells, place = np.empty(len(others.data)), 0
        ends = others.indptr[np.cumsum([len(each) for each in block])].tolist()
        for text, end in enumerate(ends, start=start):
            if place < end:
                own = slice(*vectors.indptr[text : text + 2].tolist())
                row[vectors.indices[own]] = vectors.data[own]
                np.take(row, others.indices[place:end], out=cells[place:end])
                row[vectors.indices[own]] = 0.0
                place = end
        cells *= others.data
        # A row without cells is summed as if it had the one behind it.
        sums = np.add.reduceat(np.append(cells, 0.0), others.indptr[:-1])
        products.append(np.where(np.diff(others.indptr) > 0, sums, 0.0))
    return np.concatenate(products)


def _ranked(first: NDArray[Any], values: NDArray[Any], count: int) -> NDArray[Any]:
    """One row a text with the values of its pairs, the greatest first, then noughts."""
    import numpy as np

    table = np.zeros((count, NEIGHBOURS))
    table[first, np.arange(len(first)) - np.searchsorted(first, first)] = values
    return -np.sort(-table, axis=1)


def _crowding(ranked: NDArray[Any], terms: NDArray[Any]) -> NDArray[Any]:
    """Each text's crowding, by its neighbours' similarities, the greatest first, and its number of distinct terms."""
    import numpy as np

    first, last = CROWD
    many = np.clip((terms - FEW_TERMS) / (MANY_TERMS - FEW_TERMS), 0.0, 1.0)
    begin = np.rint(NEAR_CROWD + (first - NEAR_CROWD) * many).astype(int)
    crowd = np.where(np.arange(1, last + 1) >= begin[:, None], ranked[:, :last], 0.0).sum(axis=1)
    crowding: NDArray[Any] = np.maximum(LEAST_CROWDING, crowd / (last - begin + 1))
    return crowding


def _meant_alike(meanings: NDArray[Any], one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
    """The cosines of pairs given as two lists of indices."""
    import numpy as np

    step = 1 << 16
    alike = np.concatenate(
        [
            np.einsum("ij,ij->i", meanings[one[start : start + step]], meanings[other[start : start + step]])
            for start in range(0, max(len(one), 1), step)
        ]
    )
    rounded: NDArray[Any] = np.round(alike, 6)
    return rounded


def _mean_meaning(meanings: NDArray[Any], text: int, others: NDArray[Any]) -> float:
    """The mean cosine to the nearest of a text's neighbours beyond its own event; nought without any."""
    import numpy as np

    first, last = CROWD
    ranked = np.sort(np.round(meanings[others] @ meanings[text], 6))[::-1]
    crowd = ranked[first - 1 : last]
    return float(crowd.mean()) if len(crowd) else 0.0

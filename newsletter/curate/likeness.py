"""Likeness: how much two texts tell the same event, weighed against how crowded their topic is.

Plain similarity needs another threshold in every pool: two reports of one vote in a week of forty entries are as
alike as two unrelated columns on one trial in a pool of thousands. So each text's *crowding*, its mean similarity to
neighbours too many to be its own event, is taken off before anything is compared with a threshold.

Memory grows with the number of texts, not with its square: only texts that share terms which few others use are
compared, a block of rows at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsletter.curate.circumstances import Circumstances

#: Two texts more similar than this (a cosine) are copies of one text, as of a wire agency, and no neighbours.
COPY = 0.6
#: Crowding is the mean similarity to the neighbours of these ranks. The nearest five are left out: they are
#: the event itself where many outlets tell it. Missing neighbours count as nought.
CROWD = (6, 15)
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
#: The probability is a half where similarity exceeds the crowding by the margin; the slope says how sharply it turns.
MARGIN = 0.05
SLOPE = 20.0
#: A term is rare if no more texts than this use it, or no more than a two-hundredth of all.
RARE = 100
#: Two texts are never held to tell one event unless they share this many rare terms.
SHARED_RARE = 2
#: So many of a text's likeliest neighbours are compared exactly.
NEIGHBOURS = 60
# Rows compared at a time; bounds memory only.
_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Likeness:
    """The texts of a week, ready to be compared."""

    #: One unit row of term weights a text (a scipy CSR matrix).
    vectors: Any
    #: The same cells, 1 where the term is rare.
    rare: Any
    #: Each text's crowding, 0 to ``COPY``.
    crowding: NDArray[Any]
    #: For each text its nearest neighbours' indices and similarities.
    neighbours: list[tuple[NDArray[Any], NDArray[Any]]]
    #: A number for each text's newsroom; -1 for a text that several carry.
    voices: NDArray[Any]
    #: When each text was published, in days; not a number where unknown.
    days: NDArray[Any]
    #: The weekday that each text names; -1 for none.
    weekdays: NDArray[Any]

    def among(self, members: Sequence[int]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Two square matrices over some texts: cosine, and the probability that two tell one event."""
        import numpy as np

        rows, rare = self.vectors[members], self.rare[members]
        similarity = (rows @ rows.T).toarray()
        # Both triangles are sums of the same products, but not in the same order.
        similarity = (similarity + similarity.T) / 2
        chosen = np.asarray(members)
        probability = self._probability(similarity, chosen[:, None], chosen[None, :])
        return similarity, np.where((rare @ rare.T).toarray() >= SHARED_RARE, probability, 0.0)

    def edges(self, at_least: float) -> tuple[NDArray[Any], NDArray[Any]]:
        """Pairs of neighbours that tell one event with at least this probability, as two columns of indices."""
        import numpy as np

        first = np.repeat(np.arange(len(self.neighbours)), [len(others) for others, _ in self.neighbours])
        second = np.concatenate([others for others, _ in self.neighbours])
        similarity = np.concatenate([similarity for _, similarity in self.neighbours])
        near = self._probability(similarity, first, second) >= at_least
        return first[near], second[near]

    def _probability(self, similarity: NDArray[Any], one: NDArray[Any], other: NDArray[Any]) -> NDArray[Any]:
        """The probability that texts tell one event, of pairs given by index and their similarity."""
        import numpy as np

        excess = similarity - (self.crowding[one] + self.crowding[other]) / 2 - MARGIN
        excess -= SAME_VOICE * ((self.voices[one] == self.voices[other]) & (self.voices[one] >= 0))
        both = (self.weekdays[one] >= 0) & (self.weekdays[other] >= 0)
        excess += np.where(self.weekdays[one] == self.weekdays[other], SAME_WEEKDAY, -OTHER_WEEKDAY) * both
        apart = np.nan_to_num(np.abs(self.days[one] - self.days[other])) - FREE_DAYS
        excess -= DAY_APART * np.clip(apart, 0, MOST_DAYS)
        # Rounded, so that sums taken in another order on another machine cannot tip a tie.
        probability: NDArray[Any] = np.round(1 / (1 + np.exp(-SLOPE * excess)), 9)
        return probability


def compare(texts: Sequence[Sequence[str]], told: Sequence[Circumstances]) -> Likeness:
    """Weigh the terms of texts, at least one and none empty, and find each text's neighbours and crowding.

    The texts' order decides ties and nothing else. The circumstances are those of each text.
    """
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(texts).tocsr()
    used_by = np.bincount(vectors.indices, minlength=vectors.shape[1])
    few = used_by <= max(RARE, len(texts) // 200)
    # A term of one text alone cannot be shared; dropping it spares half of the cells.
    shared = np.flatnonzero(few & (used_by > 1))
    weighed = vectors[:, shared].tocsr()
    rare = weighed.copy()
    rare.data = np.ones_like(rare.data)

    neighbours: list[tuple[NDArray[Any], NDArray[Any]]] = []
    columns, marks = weighed.T.tocsr(), rare.T.tocsr()
    for start in range(0, len(texts), _BLOCK):
        block = slice(start, start + _BLOCK)
        near, common = (weighed[block] @ columns).tocsr(), (rare[block] @ marks).tocsr()
        near.sort_indices()
        common.sort_indices()
        found = []
        for row in range(near.shape[0]):
            cells = slice(near.indptr[row], near.indptr[row + 1])
            found.append(_likeliest(near.indices[cells], near.data[cells], common.data[cells], start + row))
        sizes = [len(others) for others in found]
        first = vectors[np.repeat(np.arange(start, start + len(found)), sizes)]
        exact = np.asarray(first.multiply(vectors[np.concatenate(found)]).sum(axis=1)).ravel()
        neighbours += zip(found, np.split(np.round(exact, 12), np.cumsum(sizes)[:-1]), strict=True)
    crowding = np.array([_crowding(similarity) for _, similarity in neighbours])
    rooms = {voice: number for number, voice in enumerate(sorted({each.voice for each in told if each.voice}))}
    return Likeness(
        vectors=vectors,
        rare=rare,
        crowding=crowding,
        neighbours=neighbours,
        voices=np.array([rooms[each.voice] if each.voice else -1 for each in told]),
        days=np.array([np.nan if each.day is None else each.day for each in told]),
        weekdays=np.array([-1 if each.weekday is None else each.weekday for each in told]),
    )


def _likeliest(others: NDArray[Any], near: NDArray[Any], common: NDArray[Any], text: int) -> NDArray[Any]:
    """The ``NEIGHBOURS`` texts nearest by rare terms, of those that share enough of them."""
    import numpy as np

    fit = (common >= SHARED_RARE) & (others != text)
    others, near = others[fit], np.round(near[fit], 12)
    return others[np.lexsort((others, -near))[:NEIGHBOURS]]


def _crowding(similarity: NDArray[Any]) -> float:
    import numpy as np

    first, last = CROWD
    ranked = np.sort(similarity[similarity <= COPY])[::-1]
    return max(LEAST_CROWDING, float(ranked[first - 1 : last].sum() / (last - first + 1)))

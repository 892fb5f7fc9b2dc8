"""Weights: the terms of texts as rows of numbers, rare terms weighing more than common ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsletter.curate.background import Background


def weights(texts: Sequence[Sequence[str]], background: Background | None = None) -> Any:  # noqa: ANN401 - no types
    """One row a text, in order, one column a term, by the alphabet (a sorted scipy CSR matrix).

    A term weighs one more than the logarithm of its number in the text, times one more than that of its rarity; rows
    are of about unit length. A background's counts join those of the texts themselves. No text is empty.
    """
    import numpy as np

    terms = sorted(set(chain.from_iterable(texts)))
    vectors = matrix(texts, {term: number for number, term in enumerate(terms)})
    inside, entries = np.bincount(vectors.indices, minlength=len(terms)), len(texts)
    if background is not None:
        inside = inside + np.array([background.counts.get(term, 0) for term in terms])
        entries += background.entries
    rarity = np.log((1 + entries) / (1 + inside)) + 1
    vectors.data = (np.log(vectors.data) + 1) * rarity[vectors.indices]
    _half_scale(vectors)
    return vectors


def matrix(rows: Sequence[Iterable[str]], columns: dict[str, int]) -> Any:  # noqa: ANN401 - scipy has no types
    """How often each row has each term that has a column; the other terms are left out (a sorted CSR matrix)."""
    import numpy as np
    from scipy.sparse import csr_matrix

    cells = [[columns[term] for term in row if term in columns] for row in rows]
    starts = np.cumsum([0, *map(len, cells)])
    places = np.fromiter(chain.from_iterable(cells), dtype=np.int64, count=int(starts[-1]))
    counted = csr_matrix((np.ones(len(places)), places, starts), shape=(len(cells), max(len(columns), 1)))
    counted.sum_duplicates()
    return counted


def _half_scale(vectors: Any) -> None:  # noqa: ANN401 - scipy has no types
    """Divide rows by the root of their length, not by all of it, and by the root of the mean length.

    A long row holds much that can tell; that two such rows agree says more than that two short ones do.
    """
    import numpy as np

    lengths = np.sqrt(np.add.reduceat(vectors.data * vectors.data, vectors.indptr[:-1]))
    vectors.data *= np.repeat(1 / np.sqrt(lengths * lengths.mean()), np.diff(vectors.indptr))

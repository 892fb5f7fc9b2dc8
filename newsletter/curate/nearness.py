"""Nearness: which of many profiles tell the same matter, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsletter.curate.profiles import Profile

#: A scipy CSR matrix, one row a profile. scipy has no types.
Vectors = Any

#: So many rows are compared with all others, and so many pairs looked at, in one go: memory is bounded, not the week.
_ROWS, _PAIRS = 256, 1 << 14


def vectors_of(profiles: Sequence[Profile]) -> Vectors:
    """One row a profile; rows are only compared with rows of the same matrix."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns: dict[str, int] = {}
    for term in sorted({term for profile in profiles for term in profile}):
        columns[term] = len(columns)
    cells = [columns[term] for profile in profiles for term in profile]
    weights = [weight for profile in profiles for weight in profile.values()]
    ends = np.cumsum([0, *map(len, profiles)])
    made = csr_matrix((np.array(weights, dtype=float), cells, ends), shape=(len(profiles), max(1, len(columns))))
    made.sort_indices()
    return made


def near(left: Vectors, right: Vectors, at_least: float) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Pairs of rows as two columns of indices, and their likeness, of those that reach it; see ``profiles.alike``.

    By rows of ``left``, in order. What is held at any time is bounded by the rows of ``right``, not by the pairs.
    """
    import numpy as np

    columns = right.T.tocsr()
    found = []
    for start in range(0, left.shape[0], _ROWS):
        cosines = (left[start : start + _ROWS] @ columns).tocoo()
        # The likeness is the cosine without a part of it, so only pairs of as great a cosine can reach it.
        reach = cosines.data >= at_least
        one, other, cosine = cosines.row[reach] + start, cosines.col[reach], cosines.data[reach]
        for first in range(0, len(one), _PAIRS):
            pairs = slice(first, first + _PAIRS)
            value = _alike(left[one[pairs]], right[other[pairs]], cosine[pairs])
            close = value >= at_least
            found.append((one[pairs][close], other[pairs][close], value[close]))
    if not found:
        return np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0)
    ones, others, values = zip(*found, strict=True)
    return np.concatenate(ones), np.concatenate(others), np.concatenate(values)


def parted(vectors: Vectors, sizes: Sequence[int]) -> Vectors:
    """The same rows, so many in each of some parts in turn, of which only rows of one part have a likeness any more.

    Their likeness stays what it is, to the last bit: many small parts are compared in one go.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    part = np.repeat(np.repeat(np.arange(len(sizes)), sizes), np.diff(vectors.indptr))
    # Each part has columns of its own, in their order before.
    columns, column = np.unique(part * vectors.shape[1] + vectors.indices, return_inverse=True)
    return csr_matrix((vectors.data, column, vectors.indptr), shape=(vectors.shape[0], max(1, len(columns))))


def _alike(left: Vectors, right: Vectors, cosine: NDArray[Any]) -> NDArray[Any]:
    """The likeness of each row and the one across from it, whose cosine is given."""
    import numpy as np

    greatest = left.multiply(right).tocsr().max(axis=1).toarray().ravel()
    likeness: NDArray[Any] = np.round(cosine - greatest, 6)
    return likeness

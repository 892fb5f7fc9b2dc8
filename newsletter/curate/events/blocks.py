"""Blocks: the square matrices of many components at once, each cell a pair of texts that might tell one event.

A week has hundreds of components, most of them pairs. A matrix library spends more on starting each of some twenty
steps anew for every pair than on the steps; so the cells of many components lie one after the other in one flat array,
and each step is taken once for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Components are taken together until they have so many cells; bounds memory only.
CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Blocks:
    """Some components, laid out."""

    #: The texts of each component, by their numbers.
    members: tuple[Sequence[int], ...]
    #: The texts of all components, one after the other.
    texts: NDArray[Any]
    #: For each of these its component's number.
    block: NDArray[Any]
    #: Where each component's cells begin; and behind the last one's.
    starts: NDArray[Any]
    #: The two texts of each cell, as places in ``texts``.
    one: NDArray[Any]
    other: NDArray[Any]

    @classmethod
    def of(cls, members: Iterable[Sequence[int]]) -> Blocks:
        """Lay out components of at least one text each, at least one, which have no text in common."""
        import numpy as np

        members = tuple(members)
        sizes = np.array([len(each) for each in members])
        first = np.cumsum(sizes) - sizes
        block = np.repeat(np.arange(len(members)), sizes)
        # Each text begins a row of as many cells as its component has texts.
        rows = sizes[block]
        one = np.repeat(np.arange(len(block)), rows)
        column = np.arange(len(one)) - np.repeat(np.cumsum(rows) - rows, rows)
        return cls(
            members=members,
            texts=np.concatenate([np.asarray(each, dtype=np.int64) for each in members]),
            block=block,
            starts=np.concatenate([[0], np.cumsum(sizes * sizes)]),
            one=one,
            other=np.repeat(first[block], rows) + column,
        )

    def products(self, left: Any, right: Any) -> NDArray[Any]:  # noqa: ANN401 - scipy has no types
        """For each cell, the product of the one's row of a CSR matrix and the other's of another.

        The matrices have a row for each of ``texts``, sorted, and the same columns.
        """
        import numpy as np
        from scipy.sparse import csr_matrix

        cells = [
            np.repeat(self.block, np.diff(matrix.indptr)).astype(np.int64) * matrix.shape[1] + matrix.indices
            for matrix in (left, right)
        ]
        # A column of its own for each term in each component: texts of two components have nothing in common.
        columns = np.unique(cells[0])
        inside = np.searchsorted(columns, cells[1])
        inside[inside == len(columns)] = 0
        known = columns[inside] == cells[1] if len(columns) else np.zeros(len(cells[1]), dtype=bool)
        shape = (len(self.texts), max(len(columns), 1))
        rows = csr_matrix((left.data, np.searchsorted(columns, cells[0]), left.indptr), shape=shape)
        kept = np.concatenate([[0], np.cumsum(known)])[right.indptr]
        others = csr_matrix((right.data[known], inside[known], kept), shape=shape)
        found = (rows @ others.T).tocoo()
        flat = np.zeros(len(self.one), dtype=found.data.dtype)
        flat[self._rows()[found.row] + found.col] = found.data
        return flat

    def turned(self, flat: NDArray[Any]) -> NDArray[Any]:
        """For each cell, the value of that of the other text and the one."""
        turned: NDArray[Any] = flat[self._rows()[self.other] + self.one]
        return turned

    def _rows(self) -> NDArray[Any]:
        """For each text the number that, with another's place added, makes the number of the cell of the two."""
        import numpy as np

        count = np.bincount(self.block, minlength=len(self.members))
        first = (np.cumsum(count) - count)[self.block]
        rows: NDArray[Any] = self.starts[self.block] + (np.arange(len(self.texts)) - first) * count[self.block] - first
        return rows

    def matrix(self, flat: NDArray[Any], number: int) -> NDArray[Any]:
        """The square matrix of one component, a view of its cells."""
        size = len(self.members[number])
        return flat[self.starts[number] : self.starts[number + 1]].reshape(size, size)


def batches(components: Iterable[Sequence[int]]) -> Iterator[Blocks]:
    """All components, in their order, laid out in batches of no more than ``CELLS`` cells unless one alone has more."""
    waiting: list[Sequence[int]] = []
    cells = 0
    for members in components:
        if waiting and cells + len(members) ** 2 > CELLS:
            yield Blocks.of(waiting)
            waiting, cells = [], 0
        waiting.append(members)
        cells += len(members) ** 2
    if waiting:
        yield Blocks.of(waiting)

"""Sparse products of rows: which pairs of rows share enough, inside the time window.

Never all pairs: rows are sorted by day, and a block of them is multiplied with what lies in its window.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.group.cluster import Indices, Scores
from generator.group.sketch import Terms

BLOCK = 512
"""Rows that are compared at a time."""
_PAIRS = 50_000


def dots(matrix: sparse.csr_array, left: Indices, right: Indices, other: sparse.csr_array | None = None) -> Scores:
    """The dot product of each pair of rows, both of one matrix, or the right one of the other."""
    other = matrix if other is None else other
    parts: list[Scores] = [np.empty(0)]
    for start in range(0, len(left), _PAIRS):
        product = matrix[left[start : start + _PAIRS]].multiply(other[right[start : start + _PAIRS]])
        parts.append(np.asarray(product.sum(axis=1), dtype=np.float64).ravel())
    return np.concatenate(parts)


def matrix(rows: Sequence[Terms], width: int) -> sparse.csr_array:
    """The vectors as rows of one matrix of so many columns."""
    pointers = np.concatenate([[0], np.cumsum([len(row.columns) for row in rows])]).astype(np.int64)
    columns = np.concatenate([np.empty(0, dtype=np.int32), *(row.columns for row in rows)])
    values = np.concatenate([np.empty(0, dtype=np.float32), *(row.weights for row in rows)])
    return sparse.csr_array((values, columns, pointers), shape=(len(rows), width))


def heaviest(matrix: sparse.csr_array, top: int) -> sparse.csr_array:
    """Each row's `top` heaviest terms, scaled back to length 1."""
    keep = [
        start + np.sort(np.argsort(-matrix.data[start:end], kind="stable")[:top])
        for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True)
    ]
    pointers = np.concatenate([[0], np.cumsum([len(row) for row in keep])]).astype(np.int64)
    kept = np.concatenate([np.empty(0, dtype=np.int64), *keep])
    cut = sparse.csr_array((matrix.data[kept], matrix.indices[kept], pointers), shape=matrix.shape)
    lengths = np.sqrt(np.asarray(cut.multiply(cut).sum(axis=1)).ravel())
    scale = 1 / np.where(lengths > 0, lengths, 1)
    scaled = cut.data * np.repeat(scale, np.diff(cut.indptr))
    return sparse.csr_array((scaled, cut.indices, cut.indptr), shape=cut.shape)


def near(
    matrix: sparse.csr_array, days: NDArray[np.float64], start: int, window: int, *, floor: float = 0.0
) -> tuple[Indices, Indices, Scores]:
    """The pairs of the block of rows that begins at `start` with later rows in the window and products above the floor.

    Their rows and products. The matrix is sorted by day, undated rows last.
    """
    end = min(start + BLOCK, matrix.shape[0])
    dated = int(np.count_nonzero(~np.isnan(days)))
    stop = end
    if dated > start:
        stop = max(stop, int(np.searchsorted(days[:dated], days[min(end, dated) - 1] + window, side="right")))
    rows = np.arange(start, end)
    found = [_above(matrix, rows, span, floor) for span in ((start, stop), (max(dated, stop), matrix.shape[0]))]
    left, right, products = (np.concatenate(parts) for parts in zip(*found, strict=True))
    wanted = (left < right) & ~(np.abs(days[left] - days[right]) > window)
    return left[wanted], right[wanted], products[wanted]


def near_to(
    matrix: sparse.csr_array, days: NDArray[np.float64], rows: Indices, window: int, *, floor: float = 0.0
) -> tuple[Indices, Indices, Scores]:
    """The pairs of the rows given with any others in the window, the smaller row first, and their products."""
    left, right, products = _above(matrix, rows, (0, matrix.shape[0]), floor)
    wanted = (left != right) & ~(np.abs(days[left] - days[right]) > window)
    left, right = left[wanted], right[wanted]
    return np.minimum(left, right), np.maximum(left, right), products[wanted]


def _above(
    matrix: sparse.csr_array, rows: Indices, others: tuple[int, int], floor: float
) -> tuple[Indices, Indices, Scores]:
    """Pairs of a row and one of the others whose product is above the floor, with their products."""
    product = (matrix[rows] @ matrix[slice(*others)].T).tocoo()
    above = product.data > floor
    left, right = (side[above].astype(np.int64) for side in product.coords)
    return rows[left], right + others[0], product.data[above].astype(np.float64)

"""How alike two articles of one language are, 0 to 1, and which pairs are worth asking about.

The score is a logistic combination of cosines (whole text, beginning) and of the days between the articles. Its few
weights were fitted on pairs of two corpora, one dated, one not: see docs/grouping.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.group.cluster import Indices, Scores
from generator.group.settings import GroupingSettings
from generator.group.sketch import Sketch, Terms

_TOP = 40  # heaviest terms of an article by which its candidates are found
_FLOOR = 0.02  # cosine of those below which a pair is no candidate
_BLOCK = 512
_PAIRS = 50_000


@dataclass(frozen=True, slots=True)
class Collection:
    """Sketches of one language in order of day (undated last), as sparse matrices with one row each."""

    sketches: tuple[Sketch, ...]
    whole: sparse.csr_array
    lead: sparse.csr_array
    days: NDArray[np.float64]
    """NaN where unknown."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs of rows, `left` before `right`, with their scores."""

    left: Indices
    right: Indices
    scores: Scores


def collection(sketches: Sequence[Sketch], width: int) -> Collection:
    """The sketches sorted by day and id; `width` is the size of their vocabulary."""
    ordered = tuple(sorted(sketches, key=lambda s: (s.day is None, s.day or 0.0, s.article_id)))
    return Collection(
        sketches=ordered,
        whole=_matrix([s.whole for s in ordered], width),
        lead=_matrix([s.lead for s in ordered], width),
        days=np.array([np.nan if s.day is None else s.day for s in ordered], dtype=np.float64),
    )


def candidates(articles: Collection, settings: GroupingSettings) -> Pairs:
    """The pairs within the time window that share heavy terms, with their scores, in order of rows."""
    heavy = _heaviest(articles.whole)
    lefts, rights = [], []
    for start in range(0, heavy.shape[0], _BLOCK):
        left, right = _near(heavy, articles.days, start, settings.window_days)
        lefts.append(left)
        rights.append(right)
    left = np.concatenate(lefts) if lefts else np.empty(0, dtype=np.int64)
    right = np.concatenate(rights) if rights else np.empty(0, dtype=np.int64)
    return Pairs(left, right, scores(articles, left, right, settings))


def scores(articles: Collection, left: Indices, right: Indices, settings: GroupingSettings) -> Scores:
    """The likeness of each pair of rows, 0 to 1."""
    parts = [
        _likeness(articles, left[start : start + _PAIRS], right[start : start + _PAIRS], settings)
        for start in range(0, len(left), _PAIRS)
    ]
    return np.concatenate(parts) if parts else np.empty(0)


def square(articles: Collection, rows: Indices, settings: GroupingSettings) -> Scores:
    """The scores of all pairs among `rows`, as a symmetric matrix with ones on the diagonal."""
    left, right = np.triu_indices(len(rows), 1)
    matrix = np.eye(len(rows))
    matrix[left, right] = matrix[right, left] = scores(articles, rows[left], rows[right], settings)
    return matrix


def _likeness(articles: Collection, left: Indices, right: Indices, settings: GroupingSettings) -> Scores:
    whole = _dots(articles.whole, left, right)
    lead = _dots(articles.lead, left, right)
    gap = np.abs(articles.days[left] - articles.days[right])
    known = ~np.isnan(gap)
    gap = np.where(known, gap, 0.0)
    z = 5.0 * np.log(whole + 0.02) + 1.8 * np.log(lead + 0.02) + 10.5
    z += known * 2.0 - 4.5 * (gap / settings.decay_days) ** 2 / 2
    likeness = 1 / (1 + np.exp(-np.clip(z / 3.0, -20, 20)))
    return np.round(np.where(gap > settings.window_days, 0.0, likeness), 6)


def _dots(matrix: sparse.csr_array, left: Indices, right: Indices) -> Scores:
    product = matrix[left].multiply(matrix[right])
    return np.asarray(product.sum(axis=1), dtype=np.float64).ravel()


def _matrix(rows: Sequence[Terms], width: int) -> sparse.csr_array:
    pointers = np.concatenate([[0], np.cumsum([len(row.columns) for row in rows])]).astype(np.int64)
    columns = np.concatenate([row.columns for row in rows]) if rows else np.empty(0, dtype=np.int32)
    weights = np.concatenate([row.weights for row in rows]) if rows else np.empty(0, dtype=np.float32)
    return sparse.csr_array((weights, columns, pointers), shape=(len(rows), max(width, 1)))


def _heaviest(matrix: sparse.csr_array) -> sparse.csr_array:
    """Each row's `_TOP` heaviest terms, scaled back to length 1."""
    keep = np.zeros(matrix.nnz, dtype=bool)
    for row in range(matrix.shape[0]):
        start, end = matrix.indptr[row], matrix.indptr[row + 1]
        weights = matrix.data[start:end]
        keep[start + np.argsort(-weights, kind="stable")[:_TOP]] = True
    counts = np.add.reduceat(np.append(keep, False), matrix.indptr[:-1]) if matrix.nnz else np.zeros(matrix.shape[0])
    counts = np.where(np.diff(matrix.indptr) > 0, counts, 0)
    pointers = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    top = sparse.csr_array((matrix.data[keep], matrix.indices[keep], pointers), shape=matrix.shape)
    lengths = np.sqrt(np.asarray(top.multiply(top).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.where(lengths > 0, lengths, 1)) @ top)


def _near(heavy: sparse.csr_array, days: NDArray[np.float64], start: int, window: int) -> tuple[Indices, Indices]:
    """Candidate pairs whose left row is in one block."""
    end = min(start + _BLOCK, heavy.shape[0])
    dated = int(np.count_nonzero(~np.isnan(days)))
    last = days[min(end, dated) - 1] + window if dated > start else 0.0
    stop = int(np.searchsorted(days[:dated], last, side="right")) if dated > start else heavy.shape[0]
    found = [_above(heavy, start, end, start, stop)]
    if dated > start and dated < heavy.shape[0]:
        found.append(_above(heavy, start, end, max(dated, stop), heavy.shape[0]))
    left = np.concatenate([pair[0] for pair in found])
    right = np.concatenate([pair[1] for pair in found])
    inside = (left < right) & ~(np.abs(days[left] - days[right]) > window)
    return left[inside], right[inside]


def _above(heavy: sparse.csr_array, start: int, end: int, first: int, stop: int) -> tuple[Indices, Indices]:
    product = (heavy[start:end] @ heavy[first:stop].T).tocoo()
    strong = product.data > _FLOOR
    left = product.row[strong].astype(np.int64) + start
    right = product.col[strong].astype(np.int64) + first
    order = np.lexsort((right, left))
    return left[order], right[order]

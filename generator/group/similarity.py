"""How alike two articles of one language are, 0 to 1, and which pairs are worth asking about.

The score is logistic in the cosines of whole texts and of beginnings (tf-idf, Salton and Buckley 1988), the days
between the articles, and two guards against look-alikes: weekdays named that differ, figures shared. Its weights are
in weights.json.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.group.cluster import Indices, Scores
from generator.group.settings import GroupingSettings
from generator.group.sketch import Sketch, Terms
from generator.group.weights import weights

TEMPERATURE = 3.0
"""Flattens the odds, so that a mean over pairs is not made by one certain pair."""
_OFFSET = 0.02  # keeps the logarithm of a cosine finite
_TOP = 40  # heaviest terms of an article, by which its candidates are found
_FLOOR = 0.07  # cosine of those at which a pair becomes a candidate
_NEXT_TO_NOTHING = 0.07
BLOCK = 512
"""Rows that are compared at a time."""
_PAIRS = 50_000


@dataclass(frozen=True, slots=True)
class Collection:
    """Sketches of one language in order of day, undated last, as sparse matrices with one row each."""

    ids: tuple[str, ...]
    whole: sparse.csr_array
    lead: sparse.csr_array
    figures: sparse.csr_array
    days: NDArray[np.float64]
    """NaN where unknown."""
    weekdays: NDArray[np.int64]
    ordinals: NDArray[np.int64]
    idf: NDArray[np.float32]
    """The weight of each column."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs of rows, `left` before `right`, with their scores."""

    left: Indices
    right: Indices
    scores: Scores


def collection(sketches: Sequence[Sketch], idf: NDArray[np.float32]) -> Collection:
    """The sketches sorted by day and id; `idf` is the weight of each column of their vocabulary."""
    ordered = tuple(sorted(sketches, key=lambda s: (s.day is None, s.day or 0.0, s.article_id)))
    width = max(len(idf), 1)
    figures = [Terms(s.figures, np.ones(len(s.figures), dtype=np.float32)) for s in ordered]
    return Collection(
        ids=tuple(s.article_id for s in ordered),
        whole=matrix([s.whole for s in ordered], width),
        lead=matrix([s.lead for s in ordered], width),
        figures=matrix(figures, width),
        days=np.array([np.nan if s.day is None else s.day for s in ordered], dtype=np.float64),
        weekdays=np.array([s.weekdays for s in ordered], dtype=np.int64),
        ordinals=np.array([s.ordinals for s in ordered], dtype=np.int64),
        idf=idf,
    )


def candidates(articles: Collection, settings: GroupingSettings, *, of: Indices | None = None) -> Pairs:
    """The pairs within the time window that share heavy terms, with their scores, in order of rows.

    With `of` only the pairs of these rows. Pairs whose score is next to nothing are left out as soon as they are
    found, so memory grows with what is alike and not with what is compared.
    """
    scored = [_scored(articles, *pairs, settings) for pairs in compared(articles, settings, of=of)]
    none = np.empty(0, dtype=np.int64)
    left, right, likely = (np.concatenate(part) for part in zip((none, none, np.empty(0)), *scored, strict=True))
    if of is not None:
        # A pair of two of the rows asked for is found from both.
        _, first = np.unique(left * len(articles) + right, return_index=True)
        left, right, likely = left[first], right[first], likely[first]
    return Pairs(left, right, likely)


def compared(
    articles: Collection, settings: GroupingSettings, *, of: Indices | None = None
) -> Iterator[tuple[Indices, Indices, Scores]]:
    """All pairs within the window that share heavy terms, and the cosines of these, block by block."""
    heavy = heaviest(articles.whole, _TOP)
    if of is None:
        for start in range(0, len(articles), BLOCK):
            yield near(heavy, articles.days, start, settings.window_days, floor=_FLOOR)
    else:
        for start in range(0, len(of), BLOCK):
            yield near_to(heavy, articles.days, of[start : start + BLOCK], settings.window_days, floor=_FLOOR)


def _scored(
    articles: Collection, left: Indices, right: Indices, products: Scores, settings: GroupingSettings
) -> tuple[Indices, Indices, Scores]:
    """The pairs that may count, with their scores."""
    w = weights()
    gap = np.nan_to_num(np.abs(articles.days[left] - articles.days[right])) / settings.decay_days
    # A pair days apart needs a higher cosine for the same score.
    possible = products > _FLOOR * np.exp(-w.gap * gap**2 / 2 / (w.whole + w.lead))
    left, right = left[possible], right[possible]
    likely = scores(articles, left, right, settings)
    kept = likely >= _NEXT_TO_NOTHING
    return left[kept], right[kept], likely[kept]


def scores(articles: Collection, left: Indices, right: Indices, settings: GroupingSettings) -> Scores:
    """The likeness of each pair of rows, 0 to 1; 0 outside the time window."""
    return _likeness(articles, (left, right), features(articles, left, right, settings), settings)


def square(articles: Collection, rows: Indices, settings: GroupingSettings) -> Scores:
    """The scores of all pairs among `rows`, as a symmetric matrix with ones on the diagonal."""
    above = np.triu_indices(len(rows), 1)
    left, right = rows[above[0]], rows[above[1]]
    products = [_gram(matrix, rows)[above] for matrix in (articles.whole, articles.lead, articles.figures)]
    found = _likeness(articles, (left, right), _features(articles, (left, right), products, settings), settings)
    matrix = np.eye(len(rows))
    matrix[above] = found
    matrix.T[above] = found
    return matrix


def features(articles: Collection, left: Indices, right: Indices, settings: GroupingSettings) -> Scores:
    """One row of features for each pair: logarithms of both cosines, dates known, gap, weekday clash, shared figure."""
    products = [dots(matrix, left, right) for matrix in (articles.whole, articles.lead, articles.figures)]
    return _features(articles, (left, right), products, settings)


def _features(
    articles: Collection, pairs: tuple[Indices, Indices], products: Sequence[Scores], settings: GroupingSettings
) -> Scores:
    """The features, from the dot products of whole texts, beginnings and figures."""
    left, right = pairs
    whole, lead, figures = products
    gap = np.abs(articles.days[left] - articles.days[right])
    known = ~np.isnan(gap)
    return np.stack(
        [
            np.log(whole + _OFFSET),
            np.log(lead + _OFFSET),
            known,
            np.where(known, gap / settings.decay_days, 0.0) ** 2 / 2,
            _differ(articles.weekdays, left, right),
            figures > 0,
        ],
        axis=1,
    )


def _likeness(
    articles: Collection, pairs: tuple[Indices, Indices], found: Scores, settings: GroupingSettings
) -> Scores:
    """The scores that features give; 0 outside the time window and where ordinals in the titles differ."""
    w = weights()
    left, right = pairs
    z: Scores = found @ np.array([w.whole, w.lead, w.known, w.gap, w.weekday, w.figure]) + w.bias
    gap = np.abs(articles.days[left] - articles.days[right])
    apart = (gap > settings.window_days) | _differ(articles.ordinals, left, right)
    likely: Scores = 1 / (1 + np.exp(-np.clip(z / TEMPERATURE, -30, 30)))
    likely[apart] = 0.0
    return likely.round(6)


def _gram(matrix: sparse.csr_array, rows: Indices) -> Scores:
    """The dot products of all pairs of rows, dense."""
    part = matrix[rows]
    product: Scores = (part @ part.T).toarray().astype(np.float64)
    return product


def _differ(bits: NDArray[np.int64], left: Indices, right: Indices) -> NDArray[np.bool_]:
    """Whether both rows of each pair name some and have none in common."""
    one, other = bits[left], bits[right]
    differ: NDArray[np.bool_] = (one != 0) & (other != 0) & (one & other == 0)
    return differ


def dots(matrix: sparse.csr_array, left: Indices, right: Indices) -> Scores:
    """The dot product of each pair of rows."""
    parts: list[Scores] = [np.empty(0)]
    for start in range(0, len(left), _PAIRS):
        product = matrix[left[start : start + _PAIRS]].multiply(matrix[right[start : start + _PAIRS]])
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

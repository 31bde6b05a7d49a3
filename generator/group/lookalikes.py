"""A second look at each group: is it two stories of one kind?

What makes two earthquakes look alike, everything about earthquakes, is in all their articles; within the group it
tells nothing. So the group is compared again with document frequencies counted inside it: what remains are the names
and figures that differ. The group is divided where its two halves are then far apart, judged by fitted weights, and
where both halves are large and hardly share anything that is not in all.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from generator.group.cluster import Indices, Scores
from generator.group.settings import GroupingSettings
from generator.group.similarity import Collection, square
from generator.group.weights import Division, weights

LARGEST = 300
"""Articles of the largest group that gets a second look."""
_BOTH_LARGE = 5
_CONTRAST = math.log(0.45)
_OFFSET = 0.02
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Halves:
    """The best division of a group in two, and how it looks.

    Attributes:
        left: rows of one half.
        right: rows of the other.
        likeness: log odds of the mean score between the halves.
        relative: logarithm of that mean over the mean score within.
        local: logarithm of the likeness between over that within, counted inside the group.
        smaller: articles of the smaller half.
    """

    left: Indices
    right: Indices
    likeness: float
    relative: float
    local: float
    smaller: int


def divided(articles: Collection, rows: Indices, settings: GroupingSettings) -> Iterator[Indices]:
    """The stories that the group of rows really is: itself, or its parts."""
    waiting = [rows]
    while waiting:
        part = waiting.pop()
        found = halves(articles, part, settings) if 1 < len(part) <= LARGEST else None
        if found is None or not _apart(found, weights().divide):
            yield part
        else:
            waiting += [found.right, found.left]


def halves(articles: Collection, rows: Indices, settings: GroupingSettings) -> Halves | None:
    """The best division of the rows in two; None where they have nothing that tells them apart."""
    alike = square(articles, rows, settings)
    if len(rows) == _PAIR:
        return _described(rows, np.array([True, False]), alike, np.ones((2, 2)))
    inside = _inside(articles, rows)
    labels = fcluster(linkage(np.clip(1 - inside[np.triu_indices(len(rows), 1)], 0, 1), "average"), _PAIR, "maxclust")
    if labels.max() < _PAIR:
        return None
    return _described(rows, labels == labels[0], alike, inside)


def _apart(found: Halves, w: Division) -> bool:
    size = math.log(found.smaller)
    judged = w.likeness * found.likeness + w.relative * found.relative + w.local * found.local + w.size * size
    return judged + w.local_size * found.local * size + w.bias > 0 or (
        found.smaller >= _BOTH_LARGE and found.local < _CONTRAST
    )


def _inside(articles: Collection, rows: Indices) -> Scores:
    """Cosines of the rows with document frequencies counted among them; terms of one row only are left out."""
    part = articles.whole[rows].tocsc()
    counts = np.diff(part.indptr)
    shared = np.flatnonzero(counts > 1)
    factor = np.log((len(rows) + 1) / counts[shared]) / np.maximum(articles.idf[shared], 1e-6)
    dense = part[:, shared].toarray().astype(np.float64) * factor
    lengths = np.linalg.norm(dense, axis=1)
    dense /= np.where(lengths > 0, lengths, 1)[:, None]
    cosines: Scores = np.round(dense @ dense.T, 9)
    return cosines


def _described(rows: Indices, side: np.ndarray, alike: Scores, inside: Scores) -> Halves:
    smaller = int(min(side.sum(), (~side).sum()))
    between = float(alike[np.ix_(side, ~side)].mean())
    near, far = _within(inside, side), float(inside[np.ix_(side, ~side)].mean())
    return Halves(
        left=rows[side],
        right=rows[~side],
        likeness=math.log(between / (1 - between)) if 0 < between < 1 else math.copysign(20, between - 0.5),
        relative=math.log((between + 1e-9) / (_within(alike, side) or between or 1.0)),
        local=math.log((far + _OFFSET) / ((far if near is None else near) + _OFFSET)),
        smaller=smaller,
    )


def _within(matrix: Scores, side: np.ndarray) -> float | None:
    """The mean over pairs inside the halves, weighted by their sizes; None where both hold one article."""
    means = [(_mean_pair(matrix[np.ix_(half, half)]), int(half.sum())) for half in (side, ~side) if half.sum() > 1]
    return sum(mean * n for mean, n in means) / sum(n for _, n in means) if means else None


def _mean_pair(block: Scores) -> float:
    n = len(block)
    return float(block.sum() - np.trace(block)) / (n * (n - 1))

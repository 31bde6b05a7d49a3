"""Groups from pair scores: average linkage, so that a merge needs the group and not one neighbour.

Average linkage can only join what is linked by pairs at or above the threshold, so it runs inside the connected
components of those pairs and costs no more than they are large (Sokal and Michener 1958, UPGMA).
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

LARGEST_COMPONENT = 3000
"""Articles that are linked at once; what is larger is first cut at a higher threshold."""
_STEP = 0.05

Indices = NDArray[np.int64]
Scores = NDArray[np.float64]


def clusters(
    size: int, left: Indices, right: Indices, scores: Scores, *, threshold: float, dense: Callable[[Indices], Scores]
) -> tuple[tuple[int, ...], ...]:
    """The groups of the items ``0 .. size - 1``, each sorted, in order of their first item.

    `left`, `right` and `scores` are the candidate pairs; `dense` returns the square matrix of all scores (0 to 1)
    among the items given. Groups reach a mean score of `threshold` between their parts at every merge.
    """
    found: list[tuple[int, ...]] = []
    for component in _components(np.arange(size), left, right, scores, threshold):
        found.extend(_linked(component, dense, threshold))
    return tuple(sorted(found))


def _components(items: Indices, left: Indices, right: Indices, scores: Scores, threshold: float) -> Iterable[Indices]:
    """The connected components of the pairs that reach the threshold, cut further where they are too large."""
    strong = scores >= threshold
    left, right, scores = left[strong], right[strong], scores[strong]
    for component in _parts(items, left, right):
        if len(component) <= LARGEST_COMPONENT or threshold + _STEP >= 1:
            yield component
            continue
        inside = np.isin(left, component)
        yield from _components(component, left[inside], right[inside], scores[inside], threshold + _STEP)


def _parts(items: Indices, left: Indices, right: Indices) -> list[Indices]:
    """The connected components of a graph over `items`, which are sorted."""
    rows, columns = np.searchsorted(items, left), np.searchsorted(items, right)
    graph = coo_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(len(items), len(items)))
    _, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    return np.split(items[order], np.flatnonzero(np.diff(labels[order])) + 1)


def _linked(component: Indices, dense: Callable[[Indices], Scores], threshold: float) -> list[tuple[int, ...]]:
    """The groups inside one component."""
    if len(component) == 1:
        return [(int(component[0]),)]
    distances = 1.0 - dense(component)
    above = np.triu_indices(len(component), 1)
    labels = fcluster(linkage(distances[above], "average"), 1.0 - threshold + 1e-9, "distance")
    return [tuple(int(item) for item in component[labels == label]) for label in np.unique(labels)]


def ranks(slots: Indices) -> Indices:
    """The place of each item within its run of equal slots, from 0."""
    first = np.flatnonzero(np.r_[True, slots[1:] != slots[:-1]]) if len(slots) else np.empty(0, dtype=np.int64)
    ranks: Indices = np.arange(len(slots)) - np.repeat(first, np.diff(np.r_[first, len(slots)]))
    return ranks

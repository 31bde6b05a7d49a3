"""Groups from pair scores: average linkage, so that a merge needs the group and not one neighbour.

Average linkage can only join what is linked by pairs at or above the threshold, so it runs inside the connected
components of those pairs and costs no more than they are large (Sokal and Michener 1958, UPGMA).

Two earthquakes share everything about earthquakes, and more than many articles on one event do. But each of the two
is told in words much more alike. So two groups of several articles each are one only where they are nearly as alike
across as they are within.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

AS_ALIKE = 0.72
"""How alike two groups of several items are across, at least, for each they are within."""
LARGEST_COMPONENT = 3000
"""Articles that are linked at once; what is larger is first cut at a higher threshold."""
_STEP = 0.05
_SLACK = 1e-9

Indices = NDArray[np.int64]
Scores = NDArray[np.float64]


def clusters(
    size: int, left: Indices, right: Indices, scores: Scores, *, threshold: float, as_alike: float = AS_ALIKE
) -> tuple[tuple[int, ...], ...]:
    """The groups of the items ``0 .. size - 1``, each sorted, in order of their first item.

    `left`, `right` and `scores` (0 to 1) are the candidate pairs, each once; all other pairs score 0. Groups reach a
    mean score of `threshold` between their parts at every merge; where both parts hold several items, also `as_alike`
    times the mean score within the parts.
    """
    components = list(_components(np.arange(size), left, right, scores, threshold))
    number = np.zeros(size, dtype=np.int64)
    place = np.zeros(size, dtype=np.int64)
    for own, component in enumerate(components):
        number[component], place[component] = own, np.arange(len(component))
    inside = np.flatnonzero(number[left] == number[right])
    inside = inside[np.argsort(number[left[inside]], kind="stable")]
    bounds = np.searchsorted(number[left[inside]], np.arange(len(components) + 1))
    found: list[tuple[int, ...]] = []
    for component, start, end in zip(components, bounds[:-1], bounds[1:], strict=True):
        if len(component) == 1:
            found.append((int(component[0]),))
            continue
        pairs = inside[start:end]
        distances = np.ones((len(component), len(component)))
        distances[place[left[pairs]], place[right[pairs]]] = 1.0 - scores[pairs]
        distances[place[right[pairs]], place[left[pairs]]] = 1.0 - scores[pairs]
        found += [tuple(component[sorted(part)].tolist()) for part in _Tree(distances).parts(threshold, as_alike)]
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


class _Tree:
    """The merges of average linkage: the items are the nodes ``0 .. n - 1``, each merge is a further one."""

    def __init__(self, distances: Scores) -> None:
        self._items = len(distances)
        merges = linkage(distances[np.triu_indices(self._items, 1)], "average")
        self._parts: list[tuple[int, int]] = [(int(one), int(other)) for one, other in merges[:, :2]]
        self._between: list[float] = [*[1.0] * self._items, *(1.0 - merges[:, 2]).tolist()]
        self._sizes: list[int] = [*[1] * self._items, *merges[:, 3].astype(int).tolist()]
        self._sums = self._within()

    def parts(self, threshold: float, as_alike: float) -> list[list[int]]:
        """The largest nodes whose merge is good enough, as items."""
        found, waiting = [], [len(self._sizes) - 1]
        while waiting:
            node = waiting.pop()
            if node < self._items or self._holds(node, threshold, as_alike):
                found.append(self._leaves(node))
            else:
                waiting += self._parts[node - self._items]
        return found

    def _holds(self, node: int, threshold: float, as_alike: float) -> bool:
        """Whether the two parts of a node are near enough."""
        several = [part for part in self._parts[node - self._items] if self._sizes[part] > 1]
        needed = threshold - _SLACK
        if len(several) > 1:
            means = [self._sums[part] / (self._sizes[part] * (self._sizes[part] - 1) / 2) for part in several]
            within = float(np.average(means, weights=[self._sizes[part] for part in several]))
            needed = max(needed, as_alike * within)
        return self._between[node] >= needed

    def _within(self) -> list[float]:
        """The sum of the scores of all pairs in each node."""
        sums = [0.0] * self._items
        for node, (one, other) in enumerate(self._parts, self._items):
            sums.append(sums[one] + sums[other] + self._between[node] * self._sizes[one] * self._sizes[other])
        return sums

    def _leaves(self, node: int) -> list[int]:
        found, waiting = [], [node]
        while waiting:
            one = waiting.pop()
            if one < self._items:
                found.append(one)
            else:
                waiting += self._parts[one - self._items]
        return found


def ranks(slots: Indices) -> Indices:
    """The place of each item within its run of equal slots, from 0."""
    first = np.flatnonzero(np.r_[True, slots[1:] != slots[:-1]]) if len(slots) else np.empty(0, dtype=np.int64)
    ranks: Indices = np.arange(len(slots)) - np.repeat(first, np.diff(np.r_[first, len(slots)]))
    return ranks

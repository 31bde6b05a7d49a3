"""How crowded it is around each article: a likeness counts by how far it stands out there.

Two articles on a subject that a hundred others write about are alike whatever they tell; two that nothing else comes
near need not be. So a pair is judged beside what lies further out around both, behind the nearest articles, which may
be of their own story (local scaling: Zelnik-Manor and Perona 2004; Conneau et al. 2018). Articles that have next to
nothing in common are no neighbours: an unrelated article changes nothing here.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.group.cluster import Indices, Scores, ranks

APART = 0.05
"""Likeness from which two articles are neighbours; stands for the neighbours that an article does not have."""
KEPT = 30
"""Nearest neighbours that are remembered."""
_NEAREST = 10
"""Nearest neighbours, which may be of the story itself; those after them tell how crowded the subject is."""

Likenesses = NDArray[np.float32]
_Rows = NDArray[np.int64] | NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is near each row.

    `likenesses` are those of its `KEPT` nearest neighbours, nearest first; `crowding` is the logarithm of the mean over
    those of them that lie further out.
    """

    likenesses: Likenesses
    crowding: Scores

    def with_more(self, left: _Rows, right: _Rows, likenesses: Scores) -> "Surroundings":
        """The surroundings when these pairs of rows, not known before, have been compared."""
        told = likenesses > APART
        rows: Indices = np.concatenate([left[told], right[told]]).astype(np.int64)
        values = np.concatenate([likenesses[told], likenesses[told]]).astype(np.float32)
        order = np.lexsort((-values, rows))
        rows, values = rows[order], values[order]
        place = ranks(rows)
        kept = place < KEPT
        more = np.full_like(self.likenesses, APART)
        more[rows[kept], place[kept]] = values[kept]
        both = np.sort(np.concatenate([self.likenesses, more], axis=1), axis=1)
        return surroundings(np.ascontiguousarray(both[:, : -KEPT - 1 : -1]))


def surroundings(likenesses: Likenesses) -> Surroundings:
    """The surroundings of rows whose nearest neighbours are this like them."""
    return Surroundings(likenesses, np.log(likenesses[:, _NEAREST:].mean(axis=1, dtype=np.float64)))


def alone(rows: int) -> Surroundings:
    """The surroundings of so many rows that have no neighbours."""
    return surroundings(np.full((rows, KEPT), APART, dtype=np.float32))

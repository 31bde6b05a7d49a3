"""Groups of one language: candidates, average linkage, and a second look at every group."""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from generator.group.background import weight
from generator.group.cluster import Indices, clusters
from generator.group.lookalikes import divided
from generator.group.settings import GroupingSettings
from generator.group.settled import joining, members
from generator.group.similarity import Collection, Pairs, candidates, collection, square
from generator.group.sketch import Vocabulary, sketch
from generator.group.weights import weights
from generator.model import Analysis


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs of articles of one language that came near each other, as places in `ids`: how alike they are, 0 to 1."""

    ids: tuple[str, ...]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    scores: NDArray[np.float32]

    def only(self, wanted: NDArray[np.bool_]) -> "Near":
        """These pairs of them."""
        return Near(self.ids, self.left[wanted], self.right[wanted], self.scores[wanted])


@dataclass(frozen=True, slots=True)
class Within:
    """The groups of one language as article ids, and every pair that came near."""

    groups: tuple[tuple[str, ...], ...]
    near: Near


def needed(settings: GroupingSettings) -> float:
    """The score at which two articles by themselves become one story."""
    w = weights().divide
    return max(settings.threshold, 1 / (1 + math.exp(w.bias / w.likeness)))


def sketched(analyses: Sequence[Analysis], language: str, *, latest: datetime | None) -> Collection:
    """The articles of one language as the comparison sees them."""
    vocabulary = Vocabulary(weight(language))
    sketches = [sketch(analysis, vocabulary, latest=latest) for analysis in analyses]
    return collection(sketches, vocabulary.weights())


def within(articles: Collection, settled: Mapping[str, str], settings: GroupingSettings) -> Within:
    """The groups of a collection; `settled` is the story of each article whose story is settled."""
    pairs = candidates(articles, settings)
    ids = articles.ids
    joins = joining(articles, pairs, settled, needed=needed(settings)) if settled else {}
    late = {ids[row]: story_id for row, story_id in joins.items()}
    fixed = {**settled, **late}
    free = np.array([article not in fixed for article in ids], dtype=bool)
    groups = [tuple(ids[row] for row in rows) for rows in _grouped(articles, _among(pairs, free), free, settings)]
    groups += members(ids, fixed).values()
    return Within(tuple(groups), _near(articles, pairs, settings))


def neighbours(articles: Collection, fresh: AbstractSet[str], settings: GroupingSettings) -> Near:
    """The pairs that came near of which at least one article is among the fresh ones."""
    rows = np.array([row for row, article in enumerate(articles.ids) if article in fresh], dtype=np.int64)
    return _near(articles, candidates(articles, settings, of=rows), settings)


def _near(articles: Collection, pairs: Pairs, settings: GroupingSettings) -> Near:
    close = pairs.scores >= needed(settings) / 2
    left, right = (side[close].astype(np.int32) for side in (pairs.left, pairs.right))
    return Near(articles.ids, left, right, pairs.scores[close].astype(np.float32))


def loosely_grouped(articles: Collection, settings: GroupingSettings) -> tuple[Indices, ...]:
    """The groups of rows before the second look."""
    return _loose(articles, candidates(articles, settings), settings)


def _grouped(articles: Collection, pairs: Pairs, free: np.ndarray, settings: GroupingSettings) -> list[Indices]:
    loose = [rows for rows in _loose(articles, pairs, settings) if free[rows[0]]]
    return [part for rows in loose for part in divided(articles, rows, settings)]


def _loose(articles: Collection, pairs: Pairs, settings: GroupingSettings) -> tuple[Indices, ...]:
    found = clusters(
        len(articles), pairs.left, pairs.right, pairs.scores,
        threshold=settings.threshold, dense=lambda rows: square(articles, rows, settings),
    )  # fmt: skip
    return tuple(np.array(rows, dtype=np.int64) for rows in found)


def _among(pairs: Pairs, free: np.ndarray) -> Pairs:
    """The pairs whose rows are both free."""
    both = free[pairs.left] & free[pairs.right]
    return Pairs(pairs.left[both], pairs.right[both], pairs.scores[both])

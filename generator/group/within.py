"""Groups of one language: pairs that share enough, what surrounds them, average linkage."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from generator.group.background import weight
from generator.group.cluster import Indices, clusters
from generator.group.settings import GroupingSettings
from generator.group.settled import joining, members
from generator.group.similarity import Collection, Pairs, candidates, collection, products, surrounded
from generator.group.sketch import Vocabulary, sketch
from generator.group.surroundings import Surroundings
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

    def touching(self, articles: AbstractSet[str]) -> "Near":
        """The pairs with one of the articles, and only the ids of these and of those they are paired with."""
        given = np.array([article in articles for article in self.ids], dtype=np.bool_)
        pairs = self.only(given[self.left] | given[self.right])
        used = given.copy()
        used[pairs.left] = used[pairs.right] = True
        place = (np.cumsum(used) - 1).astype(np.int32)
        ids = tuple(self.ids[row] for row in np.flatnonzero(used))
        return Near(ids, place[pairs.left], place[pairs.right], pairs.scores)


@dataclass(frozen=True, slots=True)
class Within:
    """The groups of one language as article ids, every pair that came near, and what surrounds each row."""

    groups: tuple[tuple[str, ...], ...]
    near: Near
    surroundings: Surroundings


def sketched(analyses: Sequence[Analysis], language: str, *, latest: datetime | None) -> Collection:
    """The articles of one language as the comparison sees them."""
    vocabulary = Vocabulary(weight(language))
    sketches = [sketch(analysis, vocabulary, latest=latest) for analysis in analyses]
    return collection(sketches, vocabulary.weights())


def within(
    articles: Collection, settled: Mapping[str, str], settings: GroupingSettings, known: Surroundings | None = None
) -> Within:
    """The groups of a collection; `settled` is the story of each article whose story is settled.

    `known` are the surroundings of the rows where more is near them than the collection holds.
    """
    found = products(articles, settings)
    articles = replace(articles, surroundings=known) if known else surrounded(articles, found, settings)
    pairs = candidates(articles, found, settings)
    ids = articles.ids
    joins = joining(articles, pairs, settled, needed=settings.threshold) if settled else {}
    late = {ids[row]: story_id for row, story_id in joins.items()}
    fixed = {**settled, **late}
    free = np.array([article not in fixed for article in ids], dtype=bool)
    parts = [rows for rows in grouped(articles, _among(pairs, free), settings) if free[rows[0]]]
    groups = [tuple(ids[row] for row in rows) for rows in parts]
    groups += members(ids, fixed).values()
    return Within(tuple(groups), _near(articles, pairs, settings), articles.surroundings)


def neighbours(
    articles: Collection, fresh: AbstractSet[str], known: Surroundings, settings: GroupingSettings
) -> tuple[Near, Surroundings]:
    """The pairs that came near of which at least one article is among the fresh ones, and what surrounds all now.

    `known` is what surrounded the rows before the fresh ones came.
    """
    rows = np.array([row for row, article in enumerate(articles.ids) if article in fresh], dtype=np.int64)
    found = products(articles, settings, of=rows)
    articles = surrounded(replace(articles, surroundings=known), found, settings)
    return _near(articles, candidates(articles, found, settings), settings), articles.surroundings


def grouped(articles: Collection, pairs: Pairs, settings: GroupingSettings) -> list[Indices]:
    """The groups of rows that the pairs make; every row is in one."""
    found = clusters(len(articles), pairs.left, pairs.right, pairs.scores, threshold=settings.threshold)
    return [np.array(rows, dtype=np.int64) for rows in found]


def _near(articles: Collection, pairs: Pairs, settings: GroupingSettings) -> Near:
    close = pairs.scores >= settings.threshold / 2
    left, right = (side[close].astype(np.int32) for side in (pairs.left, pairs.right))
    return Near(articles.ids, left, right, pairs.scores[close].astype(np.float32))


def _among(pairs: Pairs, free: np.ndarray) -> Pairs:
    """The pairs whose rows are both free."""
    both = free[pairs.left] & free[pairs.right]
    return Pairs(pairs.left[both], pairs.right[both], pairs.scores[both])

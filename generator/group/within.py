"""Groups of one language: candidates, average linkage, and a second look at every group."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from generator.group.background import weight
from generator.group.cluster import Indices, clusters
from generator.group.lookalikes import divided
from generator.group.settings import GroupingSettings
from generator.group.similarity import Collection, candidates, collection, square
from generator.group.sketch import Vocabulary, sketch
from generator.model import Analysis


def sketched(analyses: Sequence[Analysis], language: str, *, latest: datetime | None) -> Collection:
    """The articles of one language as the comparison sees them."""
    vocabulary = Vocabulary(weight(language))
    sketches = [sketch(analysis, vocabulary, latest=latest) for analysis in analyses]
    return collection(sketches, vocabulary.weights())


def grouped(articles: Collection, settings: GroupingSettings) -> tuple[Indices, ...]:
    """The rows of each group, in order of their first row."""
    found: list[Indices] = []
    for rows in loosely_grouped(articles, settings):
        found.extend(divided(articles, rows, settings))
    return tuple(sorted(found, key=lambda rows: int(rows[0])))


def loosely_grouped(articles: Collection, settings: GroupingSettings) -> tuple[Indices, ...]:
    """The groups of rows before the second look."""
    pairs = candidates(articles, settings)
    found = clusters(
        len(articles), pairs.left, pairs.right, pairs.scores,
        threshold=settings.threshold, dense=lambda rows: square(articles, rows, settings),
    )  # fmt: skip
    return tuple(np.array(rows, dtype=np.int64) for rows in found)

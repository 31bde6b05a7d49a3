"""What the comparison sees of an article: weighted terms of the whole and of its beginning, and its day.

Weights are sublinear term frequency times inverse document frequency in a background collection, not in the batch:
so three articles are enough, and what two articles have in common does not change when a third one arrives.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from generator.dates import EARLIEST
from generator.language.words import words
from generator.model import Analysis

_LONGEST = 12_000  # characters of an article that count
_LEAD = 600  # characters of its beginning


@dataclass(frozen=True, slots=True)
class Terms:
    """A vector of length 1, or of no terms: columns of the vocabulary in order, and weights."""

    columns: NDArray[np.int32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sketch:
    """One article as the comparison sees it; `day` is in days since 1970 with fractions, None where unknown."""

    article_id: str
    language: str
    day: float | None
    whole: Terms
    lead: Terms


class Vocabulary:
    """The columns of one language's terms, in order of first use, each with its weight."""

    def __init__(self, weight: Mapping[str, float], unseen: float) -> None:
        self._weight = weight
        self._unseen = unseen
        self._columns: dict[str, int] = {}
        self._weights: list[float] = []
        self._names: list[str] = []

    def __len__(self) -> int:
        return len(self._weights)

    def name(self, column: int) -> str:
        """The term that a column stands for."""
        return self._names[column]

    def terms(self, keys: Iterable[str]) -> Terms:
        """The vector of a bag of terms."""
        counts = sorted((self._column(key), count) for key, count in Counter(keys).items())
        columns = np.array([column for column, _ in counts], dtype=np.int32)
        weights = np.array([(1 + math.log(n)) * self._weights[column] for column, n in counts], dtype=np.float32)
        length = float(np.linalg.norm(weights)) or 1.0
        return Terms(columns, weights / np.float32(length))

    def _column(self, key: str) -> int:
        column = self._columns.get(key)
        if column is None:
            column = self._columns[key] = len(self._weights)
            self._weights.append(self._weight.get(key, self._unseen))
            self._names.append(key)
        return column


def sketch(analysis: Analysis, vocabulary: Vocabulary, *, latest: datetime | None) -> Sketch:
    """The sketch of one article; dates after `latest` or before 1990 are read as unknown."""
    article = analysis.article
    title = _keys(article.title or "", article.language)
    found = [word for word in words(article.text[:_LONGEST], article.language) if not word.stop]
    whole = [word.key for word in found]
    lead = [word.key for word in found if word.end <= _LEAD]
    return Sketch(
        article_id=article.id,
        language=article.language,
        day=day(article.published, latest=latest),
        whole=vocabulary.terms(title + whole),
        lead=vocabulary.terms(title + lead),
    )


def day(published: datetime | None, *, latest: datetime | None) -> float | None:
    """A plausible date in days since 1970; None for an unknown or an impossible one."""
    if published is None or published < EARLIEST or (latest is not None and published > latest):
        return None
    return published.timestamp() / 86_400


def _keys(text: str, language: str) -> list[str]:
    return [word.key for word in words(text, language) if not word.stop]

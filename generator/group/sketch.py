"""What the comparison sees of an article: weighted terms, the beginning's figures and weekdays, and its own day.

Weights are sublinear term frequency times inverse document frequency in a background collection, not in the batch:
so three articles are enough, and what two articles have in common does not change when a third one arrives.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from generator.dates import EARLIEST
from generator.group.calendar import ordinals, weekdays
from generator.language.codes import primary
from generator.language.words import Word, words
from generator.model import Analysis

_LONGEST = 12_000
"""Characters of an article that count."""
_LEAD = 600
"""Characters of its beginning."""
_LINE = 120
"""Characters that stand for a missing title."""


@dataclass(frozen=True, slots=True)
class Terms:
    """A vector of length 1, or of no terms: columns of the vocabulary in order, and their weights."""

    columns: NDArray[np.int32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sketch:
    """One article as the comparison sees it.

    `day` is in days since 1970, with fractions, None where unknown; `weekdays` holds a bit for each day of the week
    that the beginning names, `ordinals` one for each ordinal in the title (or in the first line, where there is no
    title); `figures` are columns of the numbers in title and beginning.
    """

    article_id: str
    day: float | None
    whole: Terms
    lead: Terms
    figures: NDArray[np.int32]
    weekdays: int
    ordinals: int


class Vocabulary:
    """The columns of one language's terms, in order of first use, each with its weight.

    Args:
        weight: how much a term tells: its inverse document frequency.
    """

    def __init__(self, weight: Callable[[str], float]) -> None:
        self._weight = weight
        self._columns: dict[str, int] = {}
        self._names: list[str] = []
        self._weights: list[float] = []

    def __len__(self) -> int:
        return len(self._names)

    def name(self, column: int) -> str:
        """The term that a column stands for."""
        return self._names[column]

    def weights(self) -> NDArray[np.float32]:
        """The weight of each column."""
        return np.array(self._weights, dtype=np.float32)

    def columns(self, keys: Iterable[str]) -> NDArray[np.int32]:
        """The columns of some terms, sorted, each once."""
        return np.array(sorted({self._column(key) for key in keys}), dtype=np.int32)

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
            column = self._columns[key] = len(self._names)
            self._names.append(key)
            self._weights.append(self._weight(key))
        return column


def sketch(analysis: Analysis, vocabulary: Vocabulary, *, latest: datetime | None) -> Sketch:
    """The sketch of one article; a date before 1990 or after `latest` is read as unknown."""
    article = analysis.article
    language = primary(article.language)
    title = _telling(words(article.title or "", language))
    whole = _telling(words(article.text[:_LONGEST], language))
    lead = title + tuple(word for word in whole if word.end <= _LEAD)
    return Sketch(
        article_id=article.id,
        day=day(article.published, latest=latest),
        whole=vocabulary.terms(word.key for word in title + whole),
        lead=vocabulary.terms(word.key for word in lead),
        figures=vocabulary.columns(word.key for word in lead if word.number),
        weekdays=weekdays(lead, language),
        ordinals=ordinals(article.title or article.text[:_LINE], language),
    )


def day(published: datetime | None, *, latest: datetime | None) -> float | None:
    """A plausible date in days since 1970; None for an unknown or an impossible one."""
    if published is None or published < EARLIEST or (latest is not None and published > latest):
        return None
    return published.timestamp() / 86_400


def _telling(found: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in found if not word.stop)

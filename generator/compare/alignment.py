"""Which statements of different articles say something about the same thing, and how much alike they are.

Words weigh by how rare they are in the story (inverse document frequency, Spärck Jones 1972). Candidates come from an
inverted index of the rarer terms, so the cost grows with the statements that share something, not with all pairs.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from generator.compare.statements import Statement

_COMMON = 0.25
"""A term in a larger share of statements opens no pair by itself."""
_CROWDED = 60
"""Nor does one in more statements than this."""
_FEW = 6
_NAME = 1.3
_NAME_ACROSS = 0.9
"""What a name or figure weighs against a plain word as rare; between languages it is found more surely than words."""


Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements of different articles and how alike they are, 0 to 1; `across` where their languages differ."""

    one: Statement
    other: Statement
    score: float
    across: bool
    plain: int = 0
    """How many words or concepts they share, names and figures apart."""
    mutual: bool = False
    """Whether each answers the other best among its source's statements."""
    topic: float = 0.0
    """How alike the company of their concepts is, 0 to 1."""

    def turned(self) -> "Pair":
        """The same with the sides exchanged."""
        return replace(self, one=self.other, other=self.one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A story read for comparison: its statements, and the pairs of them that are about the same."""

    statements: tuple[Statement, ...]
    pairs: tuple[Pair, ...]
    topics: Matrix | None = None
    """A row for each statement: what the company of its concepts says it is about (`nearest`)."""

    def topic(self, one: Statement, other: Statement) -> float:
        """How alike what two statements are about is, 0 to 1."""
        if self.topics is None:
            return 0.0
        return max(0.0, round(float(self.topics[one.number] @ self.topics[other.number]), 4))


class Pairs:
    """The pair of any two statements, in the order asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known = {(pair.one.number, pair.other.number): pair for pair in reading.pairs}

    def of(self, one: Statement, other: Statement) -> Pair:
        """The pair that alignment found, or one of statements that share next to nothing."""
        found = self._known.get((one.number, other.number))
        if found is None:
            turned = self._known.get((other.number, one.number))
            topic = self._reading.topic(one, other)
            across = one.language != other.language
            found = turned.turned() if turned else Pair(one=one, other=other, score=0.0, across=across, topic=topic)
        return self._known.setdefault((one.number, other.number), found)


Vector = Mapping[str, float]


def pairs(statements: Sequence[Statement], *, least: float, least_across: float) -> tuple[Pair, ...]:
    """Every pair of statements of different articles that is at least that much alike, the most alike first.

    Within a language statements are compared by their words, between languages by the concepts that the words may
    stand for; names and figures count in both.
    """
    several = len({statement.language for statement in statements}) > 1
    found = _alike(statements, _vectors([_words(one) for one in statements], _NAME), least, across=False)
    if several:
        shared = _vectors([_concepts(one) for one in statements], _NAME_ACROSS)
        found += _alike(statements, shared, least_across, across=True)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one.number, pair.other.number)))


def _alike(statements: Sequence[Statement], vectors: Sequence[Vector], least: float, *, across: bool) -> list[Pair]:
    found = []
    for one, other in _candidates(statements, vectors, across=across):
        score = _cosine(vectors[one], vectors[other])
        if score >= least:
            plain = sum(1 for term in vectors[one] if term in vectors[other] and term[0] not in "@#")
            found.append(Pair(one=statements[one], other=statements[other], score=score, across=across, plain=plain))
    return found


def _words(statement: Statement) -> dict[str, float]:
    return {token.term: 1.0 for token in statement.tokens if not token.stop}


def _concepts(statement: Statement) -> dict[str, float]:
    """The concepts of a statement, each with the largest share that any word gives it."""
    found: dict[str, float] = {}
    for token in statement.tokens:
        for concept, share in () if token.stop else token.concepts.items():
            found[concept] = max(found.get(concept, 0.0), share)
    return found


def _vectors(bags: Sequence[Vector], name: float) -> list[Vector]:
    spread = Counter(term for bag in bags for term in bag)
    total = len(bags) + 1
    return [
        {
            term: share * log(1 + total / spread[term]) * (name if term[0] in "@#" else 1.0)
            for term, share in bag.items()
        }
        for bag in bags
    ]


def _candidates(statements: Sequence[Statement], vectors: Sequence[Vector], *, across: bool) -> list[tuple[int, int]]:
    """The pairs of articles of one language, or of two, that share a term which is not all over the story."""
    posted: dict[str, list[int]] = {}
    for index, vector in enumerate(vectors):
        for term in vector:
            posted.setdefault(term, []).append(index)
    limit = min(max(_FEW, int(_COMMON * len(statements))), _CROWDED)
    return sorted(
        {
            (one, other)
            for places in posted.values()
            if len(places) <= limit
            for one, other in combinations(places, 2)
            if statements[one].article.id != statements[other].article.id
            and (statements[one].language != statements[other].language) is across
        }
    )


def _cosine(one: Vector, other: Vector) -> float:
    small, large = sorted((one, other), key=len)
    shared = sum(weight * large[term] for term, weight in small.items() if term in large)
    norms = sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))
    return shared / norms if norms else 0.0

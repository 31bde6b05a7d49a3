"""Which statements of different articles say something about the same thing, and how much alike they are.

Words weigh by how rare they are in the story (inverse document frequency, Spärck Jones 1972). Candidates come from an
inverted index of the rarer terms, so the cost grows with the statements that share something, not with all pairs.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from generator.compare.statements import Statement

_COMMON = 0.25
"""A term in a larger share of statements opens no pair by itself."""
_CROWDED = 60
"""Nor does one in more statements than this."""
_NAME = 1.3
"""What a name or figure weighs against a plain word as rare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements of different articles and how alike they are, 0 to 1; `across` where their languages differ."""

    one: Statement
    other: Statement
    score: float
    across: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A story read for comparison: its statements, and the pairs of them that are about the same."""

    statements: tuple[Statement, ...]
    pairs: tuple[Pair, ...]


Vector = Mapping[str, float]


def pairs(statements: Sequence[Statement], *, least: float, least_across: float) -> tuple[Pair, ...]:
    """Every pair of statements of different articles that is at least that much alike, the most alike first."""
    vectors = _vectors(statements)
    found = []
    for one, other in _candidates(statements, vectors):
        across = statements[one].language != statements[other].language
        score = _cosine(vectors[one], vectors[other])
        if score >= (least_across if across else least):
            found.append(Pair(one=statements[one], other=statements[other], score=score, across=across))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one.number, pair.other.number)))


def _vectors(statements: Sequence[Statement]) -> list[Vector]:
    bags = [_bag(statement) for statement in statements]
    spread = Counter(term for bag in bags for term in bag)
    total = len(bags) + 1
    return [{term: log(1 + total / spread[term]) * (_NAME if term[0] in "@#" else 1.0) for term in bag} for bag in bags]


def _bag(statement: Statement) -> list[str]:
    return sorted({token.term for token in statement.tokens if not token.stop})


def _candidates(statements: Sequence[Statement], vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    posted: dict[str, list[int]] = {}
    for index, vector in enumerate(vectors):
        for term in vector:
            posted.setdefault(term, []).append(index)
    limit = min(max(6, int(_COMMON * len(statements))), _CROWDED)
    found: set[tuple[int, int]] = set()
    for places in posted.values():
        if len(places) <= limit:
            found.update(
                (one, other)
                for position, one in enumerate(places)
                for other in places[position + 1 :]
                if statements[one].article.id != statements[other].article.id
            )
    return sorted(found)


def _cosine(one: Vector, other: Vector) -> float:
    small, large = sorted((one, other), key=len)
    shared = sum(weight * large[term] for term, weight in small.items() if term in large)
    norms = sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))
    return shared / norms if norms else 0.0

"""How much of one part of a statement another part says, in whatever words.

Each word is met by its counterpart, by one akin to it, or by one that keeps the same company; rare words weigh more.
"""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.compare.alignment import Reading
from generator.compare.matching import Match
from generator.compare.rivals.values import Matches
from generator.compare.statements import Statement
from generator.language.company import company

Matrix = NDArray[np.float64]
_AKIN = 0.7
_BESIDE = 0.6
_LEAST = 0.35
"""What an akin word is worth, at most one of the same company, and from which likeness of company on that counts."""
_SHORTEST = 2
"""Content words of a clause that claims something."""


class Part(NamedTuple):
    """Some of the words of a statement, in order."""

    statement: Statement
    words: tuple[int, ...]


class Parts:
    """How alike parts of a story's statements are."""

    def __init__(self, reading: Reading, matches: Matches) -> None:
        self._matches = matches
        self._count = len(reading.statements) + 1
        self._spread = Counter(
            term for one in reading.statements for term in {one.tokens[index].term for index in one.content()}
        )
        self._vectors: dict[int, Matrix] = {}
        self._met: dict[tuple[int, int], Matrix] = {}

    def covered(self, one: Part, other: Part) -> float:
        """The share of what `one` says, by weight, that `other` says as well: 0 to 1."""
        hefts = [self._heft(one.statement, index) for index in one.words]
        total = sum(hefts)
        if not total or not other.words:
            return 0.0
        met = self._meetings(one.statement, other.statement)[np.ix_(one.words, other.words)].max(axis=1)
        return float(met @ np.array(hefts)) / total

    def alike(self, one: Part, other: Part) -> float:
        """How much both say of each other: the harmonic mean of the two shares."""
        there, back = self.covered(one, other), self.covered(other, one)
        return 2 * there * back / (there + back) if there + back else 0.0

    def best_clause(self, one: Part, other: Part) -> float:
        """How much `one` and any single clause of `other` say of each other; 0 where no clause has two words."""
        found = clauses(other)
        return max((self.alike(one, clause) for clause in found), default=0.0)

    def _heft(self, statement: Statement, index: int) -> float:
        return log(1 + self._count / max(1, self._spread[statement.tokens[index].term]))

    def _meetings(self, one: Statement, other: Statement) -> Matrix:
        """How well each word of one statement is met by each of another."""
        if (other.number, one.number) in self._met:
            return self._met[other.number, one.number].T
        key = (one.number, other.number)
        if key not in self._met:
            self._met[key] = self._compared(self._matches.of(one, other)[0])
        return self._met[key]

    def _compared(self, match: Match) -> Matrix:
        near = self._vector(match.one) @ self._vector(match.other).T
        met = np.clip((near - _LEAST) / (1 - _LEAST), 0.0, 1.0) * _BESIDE
        for a in match.one.content():
            for b in match.other.content():
                if match.linked(a, b):
                    met[a, b] = 1.0
                elif met[a, b] < _AKIN and match.akin(a, b):
                    met[a, b] = _AKIN
        return np.asarray(met, dtype=np.float64)

    def _vector(self, statement: Statement) -> Matrix:
        """A row of length 1 for each word, of zeros for names, figures and words that nothing is known of."""
        if statement.number not in self._vectors:
            known = company()
            rows = np.zeros((len(statement.tokens), known.vectors.shape[1]))
            for index in statement.content():
                token = statement.tokens[index]
                for concept, share in () if token.named or token.number else token.concepts.items():
                    place = known.places.get(concept.removeprefix("="))
                    if place is not None:
                        rows[index] += known.vectors[place] * share
            lengths = np.linalg.norm(rows, axis=1, keepdims=True)
            self._vectors[statement.number] = rows / np.where(lengths > 0, lengths, 1)
        return self._vectors[statement.number]


def clauses(part: Part) -> Sequence[Part]:
    """The parts of a part between the marks that end clauses, those of two words and more, and the whole of it."""
    found: list[list[int]] = [[]]
    previous = -1
    for index in part.words:
        if found[-1] and any(token.breaks for token in part.statement.tokens[previous + 1 : index + 1]):
            found.append([])
        found[-1].append(index)
        previous = index
    several = [Part(part.statement, tuple(words)) for words in found if len(words) >= _SHORTEST]
    return [*several, part] if len(found) > 1 and len(part.words) >= _SHORTEST else several

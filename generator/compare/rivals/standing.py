"""How near each statement of a story is to each of another source, and how many of that source are nearer."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.compare.alignment import Matrix, Pair, Pairs, Reading
from generator.compare.statements import Statement

_TOPIC = 0.3
"""What the company of concepts counts beside the likeness of words."""


class Standing:
    """The nearness of all statements of a reading, each way."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._near = _nearness(reading)
        self._pairs = Pairs(reading)
        sources = sorted({statement.source for statement in reading.statements})
        self._blocks = {
            source: np.array([one.number for one in reading.statements if one.source == source]) for source in sources
        }
        self._ranks = _ranked(self._near, self._blocks.values())
        self._close = _closed(self._near, self._ranks, [statement.source for statement in reading.statements])
        self._articles: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            self._articles.setdefault(statement.article.id, []).append(statement)

    def pair(self, one: Statement, other: Statement) -> Pair:
        """The pair of two statements, in the order asked for."""
        return self._pairs.of(one, other)

    def nearness(self, one: Statement, other: Statement) -> float:
        """How near two statements are: 0 to 1 for words, and up to 0.3 for topic."""
        return float(self._near[one.number, other.number])

    def rank(self, one: Statement, other: Statement) -> int:
        """How many statements of the other's source are nearer to `one` than `other` is."""
        return int(self._ranks[one.number, other.number])

    def close(self, one: Statement, other: Statement) -> bool:
        """Whether either is among the nearest to the other, in its source and in all."""
        return bool(self._close[one.number, other.number])

    def closest(self) -> Sequence[tuple[Statement, Statement]]:
        """Every two statements that are close, in order."""
        told = self._reading.statements
        return [(told[one], told[other]) for one, other in np.argwhere(np.triu(self._close, 1)).tolist()]

    def margin(self, one: Statement, other: Statement) -> float:
        """How much nearer `other` is than any different statement of its source; below 0 where one is nearer."""
        numbers = self._blocks[other.source]
        rest = self._near[one.number, numbers[numbers != other.number]]
        return self.nearness(one, other) - (float(rest.max()) if len(rest) else 0.0)

    def around(self, one: Statement, other: Statement) -> float:
        """How near the statements before and behind the two are, at the most: 0 where none stand there."""
        found = [
            self.nearness(a, b)
            for step in (-1, 1)
            if (a := self._beside(one, step)) is not None and (b := self._beside(other, step)) is not None
        ]
        return max(found, default=0.0)

    def _beside(self, statement: Statement, step: int) -> Statement | None:
        held = self._articles[statement.article.id]
        place = statement.order + step
        return held[place] if 0 <= place < len(held) else None


_FARTHEST = 4
"""How many statements of a source may be nearer, and a pair still be looked at."""
_OF_ALL = 10
"""How many of all sources, where there are many, so that work grows with the statements and not with their pairs."""


def _ranked(near: Matrix, blocks: Iterable[NDArray[np.int64]]) -> NDArray[np.int32]:
    """For each statement how many of a source are nearer than each one there."""
    ranks = np.zeros(near.shape, dtype=np.int32)
    for block in blocks:
        held = -near[:, block]
        ordered = np.sort(held, axis=1)
        for number, (row, values) in enumerate(zip(ordered, held, strict=True)):
            ranks[number, block] = np.searchsorted(row, values, side="left")
    return ranks


def _closed(near: Matrix, ranks: NDArray[np.int32], sources: Sequence[str]) -> NDArray[np.bool_]:
    """Which pairs of different sources are close, seen from either side."""
    foreign = np.array(sources)[:, None] != np.array(sources)[None, :]
    held = np.where(foreign, near, np.float32(-1))
    last = np.sort(held, axis=1)[:, -min(_OF_ALL, len(sources))][:, None] if len(sources) else held
    seen = foreign & (ranks <= _FARTHEST) & (held >= last)
    return np.asarray(seen | seen.T)


def _nearness(reading: Reading) -> Matrix:
    count = len(reading.statements)
    near = np.zeros((count, count), dtype=np.float32)
    if reading.topics is not None:
        near = np.clip(reading.topics @ reading.topics.T, 0, None).astype(np.float32) * np.float32(_TOPIC)
    for pair in reading.pairs:
        near[pair.one.number, pair.other.number] += np.float32(pair.score)
        near[pair.other.number, pair.one.number] += np.float32(pair.score)
    return near

"""Aligns the sound units of two tokens: how much likelier they are one name than two by chance."""

_FLOOR = -6.0
"""Log odds of units that were never seen to answer each other, and of a unit nobody has seen."""
FEATURES = 4


class Transducer:
    """Log odds per operation: a unit answered by a unit, by two, or by none.

    A best alignment's sum is the log of how many times likelier the two tokens come from one name than from two
    (Ristad and Yianilos 1998, Viterbi).
    """

    def __init__(self, scores: dict[tuple[str, str], float]) -> None:
        self.scores = scores
        self._best_left: dict[str, float] = {}
        self._best_right: dict[str, float] = {}
        for (one, other), score in scores.items():
            if len(one) == 1:
                self._best_left[one] = max(score, self._best_left.get(one, _FLOOR))
            if len(other) == 1:
                self._best_right[other] = max(score, self._best_right.get(other, _FLOOR))

    def score(self, one: str, other: str) -> float:
        """The log odds of the best alignment."""
        get = self.scores.get
        before: list[float] = [0.0]
        for unit in other:
            before.append(before[-1] + get(("", unit), _FLOOR))
        earlier = before
        for i, unit in enumerate(one):
            pair = one[i - 1 : i + 1] if i else ""
            now = [before[0] + get((unit, ""), _FLOOR)]
            for j, answer in enumerate(other):
                best = before[j] + get((unit, answer), _FLOOR)
                best = max(best, before[j + 1] + get((unit, ""), _FLOOR), now[j] + get(("", answer), _FLOOR))
                if pair and (joined := get((pair, answer))) is not None:
                    best = max(best, earlier[j] + joined)
                if j and (split := get((unit, other[j - 1 : j + 1]))) is not None:
                    best = max(best, before[j - 1] + split)
                now.append(best)
            earlier, before = before, now
        return before[-1]

    def align(self, one: str, other: str) -> tuple[float, list[tuple[str, str]]]:
        """The best alignment's log odds and its operations; slower than `score`, for training."""
        table: list[list[tuple[float, tuple[int, int] | None]]] = [
            [(0.0, None)] * (len(other) + 1) for _ in range(len(one) + 1)
        ]
        for i in range(len(one) + 1):
            for j in range(len(other) + 1):
                if i or j:
                    table[i][j] = max(self._steps(one, other, i, j, table), key=lambda step: step[0])
        ops: list[tuple[str, str]] = []
        i, j = len(one), len(other)
        while (back := table[i][j][1]) is not None:
            ops.append((one[back[0] : i], other[back[1] : j]))
            i, j = back
        return table[-1][-1][0], ops[::-1]

    def _steps(
        self, one: str, other: str, i: int, j: int, table: list[list[tuple[float, tuple[int, int] | None]]]
    ) -> list[tuple[float, tuple[int, int]]]:
        """The ways into a cell, each with the sum it gives and the cell it comes from."""
        found = []
        for di, dj in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
            if i >= di and j >= dj:
                score = self.scores.get((one[i - di : i], other[j - dj : j]))
                if score is None and di + dj > 2:  # noqa: PLR2004
                    continue
                found.append((table[i - di][j - dj][0] + (_FLOOR if score is None else score), (i - di, j - dj)))
        return found

    def features(self, one: str, other: str) -> tuple[float, float, float, float]:
        """What the calibration sees: the log odds, how far below the best possible, that per unit, and the length."""
        score = self.score(one, other)
        best_left = sum(self._best_left.get(unit, 0.0) for unit in one)
        best_right = sum(self._best_right.get(unit, 0.0) for unit in other)
        best = (best_left + best_right) / 2
        length = (len(one) + len(other)) / 2
        return score, best - score, (best - score) / max(length, 1.0), length


def transposed(model: Transducer) -> Transducer:
    """The same with its sides exchanged."""
    return Transducer({(other, one): score for (one, other), score in model.scores.items()})

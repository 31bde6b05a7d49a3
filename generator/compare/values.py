"""Values of one kind in two articles: those that answer each other are set aside, what is left over is opposed.

If one article has two figures of killed people and the other has one of them, the other one opposes nothing. So a value
differs only where neither article has the other's, and where each is the best match of the other among what is left.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Generic, NamedTuple, TypeVar

from generator.compare.alignment import Pair, Pairs, Reading
from generator.compare.statements import Statement

V = TypeVar("V")
_CLEAR = 1.15
"""How much better than any other a match has to be."""


class Held(NamedTuple, Generic[V]):
    """A value and the statement that has it."""

    statement: Statement
    value: V


class Opposed(NamedTuple, Generic[V]):
    """Two values that cannot both be right, and the pair of statements that have them."""

    pair: Pair
    one: V
    other: V


def opposed_values(
    reading: Reading,
    values: Callable[[Statement], Sequence[V]],
    *,
    comparable: Callable[[V, V], bool],
    agree: Callable[[V, V], bool],
    score: Callable[[Pair, V, V, bool], float],
) -> Iterator[Opposed[V]]:
    """The values of each two articles of different sources that nothing in the other article agrees with.

    `score` tells how likely two comparable values are said of the same thing; 0 rules it out. It is given the pair, the
    values, and whether neither article has another one left that could be meant.
    """
    held: dict[str, list[Held[V]]] = {}
    for statement in reading.statements:
        if not statement.heading:
            held.setdefault(statement.article.id, []).extend(Held(statement, value) for value in values(statement))
    pairs = Pairs(reading)
    for one, other in combinations(held, 2):
        if held[one] and held[other] and held[one][0].statement.source != held[other][0].statement.source:
            yield from _between(held[one], held[other], pairs, (comparable, agree, score))


_Rules = tuple[Callable[[V, V], bool], Callable[[V, V], bool], Callable[[Pair, V, V, bool], float]]


def _between(
    ours: Sequence[Held[V]], theirs: Sequence[Held[V]], pairs: Pairs, rules: _Rules[V]
) -> Iterator[Opposed[V]]:
    comparable, agree, score = rules
    left = [a for a in ours if not any(comparable(a.value, b.value) and agree(a.value, b.value) for b in theirs)]
    right = [b for b in theirs if not any(comparable(a.value, b.value) and agree(a.value, b.value) for a in ours)]
    lone = (
        [sum(comparable(a.value, b.value) for b in right) for a in left],
        [sum(comparable(a.value, b.value) for a in left) for b in right],
    )
    found: dict[tuple[int, int], tuple[float, Pair]] = {}
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if comparable(a.value, b.value):
                pair = pairs.of(a.statement, b.statement)
                value = score(pair, a.value, b.value, lone[0][i] == lone[1][j] == 1)
                if value > 0:
                    found[i, j] = (value, pair)
    for (i, j), (value, pair) in sorted(found.items(), key=lambda item: (-item[1][0], item[0])):
        rivals = [other for (a, b), (other, _) in found.items() if (a == i) != (b == j)]
        if value >= _CLEAR * max(rivals, default=0.0):
            yield Opposed(pair, left[i].value, right[j].value)

"""Values of one kind in two articles that may contradict each other: figures, days, hours, places.

A value that the other statement has as well, or one that agrees with it, opposes nothing there. Whether it stands
elsewhere in the other article, and how near to this, is among the traits.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Generic, NamedTuple, TypeVar

from generator.compare.alignment import Reading
from generator.compare.marks import Mark
from generator.compare.matching import Match, contrast
from generator.compare.rivals.standing import Standing
from generator.compare.rivals.surroundings import surrounding_traits
from generator.compare.rivals.traits import Rival, mark_traits, pair_traits
from generator.compare.statements import Statement
from generator.model import DifferenceKind

V = TypeVar("V")


class Held(NamedTuple, Generic[V]):
    """A value, where it stands, and the statement that has it."""

    statement: Statement
    mark: Mark
    value: V


class Rules(NamedTuple, Generic[V]):
    """What is known of a kind of value."""

    ground: str
    kind: DifferenceKind
    values: Callable[[Statement], Sequence[tuple[Mark, V]]]
    comparable: Callable[[V, V], bool]
    agree: Callable[[V, V], bool]
    meets: Callable[[V, V], bool]
    """Whether the second says the first again, at least as exactly."""
    traits: Callable[[Match, V, V], Mapping[str, float]]


class Matches:
    """Each pair of statements laid side by side once."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self._known: dict[tuple[int, int], tuple[Match, dict[str, float]]] = {}

    def of(self, one: Statement, other: Statement) -> tuple[Match, dict[str, float]]:
        """The match of two statements and what is to be said of the two as such."""
        key = (one.number, other.number)
        if key not in self._known:
            match = Match(self.standing.pair(one, other))
            self._known[key] = (match, pair_traits(match, self.standing))
        return self._known[key]

    def close(self, one: Statement, other: Statement) -> bool:
        """Whether either is among the nearest statements to the other."""
        return self.standing.close(one, other)


def rival_values(reading: Reading, matches: Matches, rules: Rules[V]) -> Iterator[Rival]:
    """Every two values of different sources that nothing in the other article agrees with."""
    held: dict[str, list[Held[V]]] = {}
    for statement in reading.statements:
        found = [Held(statement, mark, value) for mark, value in rules.values(statement)]
        held.setdefault(statement.article.id, []).extend(found)
    for one, other in combinations(held.values(), 2):
        if one and other and one[0].statement.source != other[0].statement.source:
            yield from _between(one, other, matches, rules)


def _between(ours: Sequence[Held[V]], theirs: Sequence[Held[V]], matches: Matches, rules: Rules[V]) -> Iterator[Rival]:
    pairs = [
        (a, b)
        for a in ours
        for b in theirs
        if not (a.statement.heading or b.statement.heading)
        and rules.comparable(a.value, b.value)
        and not rules.agree(a.value, b.value)
    ]
    left, right = Counter(id(a) for a, _ in pairs), Counter(id(b) for _, b in pairs)
    for a, b in pairs:
        if not matches.close(a.statement, b.statement):
            continue
        met = (_met(a, b.statement, theirs, matches, rules), _met(b, a.statement, ours, matches, rules))
        if max(met) >= _HERE:
            continue
        match, of_pair = matches.of(a.statement, b.statement)
        rivals = (left[id(a)] - 1, right[id(b)] - 1)
        traits = {
            **of_pair,
            **mark_traits(match, a.mark, b.mark),
            "others_low": min(*rivals, 5),
            "others_high": min(max(rivals), 5),
            "met_low": min(met),
            "met_high": max(met),
            **surrounding_traits(match, a.mark, b.mark),
            **rules.traits(match, a.value, b.value),
        }
        yield Rival(contrast(rules.kind, match, a.mark, b.mark, 1.0), match, rules.ground, traits)


_HERE = 10.0


def _met(value: Held[V], rival: Statement, theirs: Sequence[Held[V]], matches: Matches, rules: Rules[V]) -> float:
    """How near the other article has what agrees with a value, against how near the rival's statement is.

    10 where the rival's own statement has it, -1 where nothing has.
    """
    standing, held = matches.standing, [b.statement for b in theirs if rules.meets(value.value, b.value)]
    if rival in held:
        return _HERE
    there = standing.nearness(value.statement, rival)
    return max((standing.nearness(value.statement, other) - there for other in held), default=-1.0)

"""Contrasts within a pair of statements about one thing: what one says and the other denies, doubts, dates otherwise.

Each rule wants the contrasting words to stand among the same other words on both sides, and says nothing if not.
"""

from collections.abc import Callable, Iterator

from generator.compare.alignment import Pair
from generator.compare.denials import denied
from generator.compare.marks import Marks, marks
from generator.compare.matching import Contrast, Match
from generator.compare.opposites import excluded, opposed
from generator.compare.particulars import dayparts, days, directions, labels, places, scopes
from generator.compare.strengths import degrees, hedges, modalities, plans, quantifiers, superlatives

_RULES: tuple[Callable[[Match], Iterator[Contrast]], ...] = (
    denied, opposed, excluded, superlatives, degrees, modalities, quantifiers, hedges, days, dayparts, directions,
    labels, plans, places, scopes,
)  # fmt: skip


_OPEN = 0.2
"""From this likeness on every word is looked at."""


def contrasts(pair: Pair) -> Iterator[Contrast]:
    """Every contrast that a rule is sure of."""
    if not pair.mutual and pair.score < _OPEN and not _may_differ(marks(pair.one), marks(pair.other)):
        return
    match = Match(pair)
    if match.asks():
        return
    for rule in _RULES:
        yield from rule(match)


def _may_differ(one: Marks, other: Marks) -> bool:
    """Whether any rule has something to go by: most pairs of sentences are let go here."""
    either = one.negated or other.negated or one.modal or other.modal or one.intended or other.intended
    return bool(
        either
        or (one.opposites and other.opposites)
        or (one.superlatives and other.superlatives)
        or (one.degrees and other.degrees)
        or (one.days and other.days)
        or (one.dayparts and other.dayparts)
        or one.directions
        or other.directions
        or (one.labels and other.labels)
        or (one.places and other.places)
    )

"""How sure it is that two passages contradict each other: a logistic sum of their traits, one table for each ground.

The weights are what training/differences.py fits on invented stories whose differences are known (regularised logistic
regression; a ground's weights are those of all grounds and a smaller part of its own).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from generator.compare.matching import Words
from generator.compare.rivals.traits import Rival, Traits

_LARGEST = 30.0
_FARTHEST = 6.0
"""Deviations from the mean at which a trait is cut."""


class Weight(NamedTuple):
    """What a trait weighs, in deviations from its mean; it is cut where it is too far from that."""

    mean: float
    deviation: float
    weight: float

    def of(self, value: float) -> float:
        """What the trait counts at this value."""
        return self.weight * max(-_FARTHEST, min(_FARTHEST, (value - self.mean) / self.deviation))


class Table(NamedTuple):
    """What a ground's traits weigh."""

    bias: float
    sure: float
    """How likely is likely enough: from there on most were right in stories of authors that a fit had not seen."""
    traits: Mapping[str, Weight]


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Table]:
    """The shipped weights by ground."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return {
        ground: Table(
            entry["bias"], entry["sure"], {name: Weight(*values) for name, values in sorted(entry["traits"].items())}
        )
        for ground, entry in data.items()
    }


def likelihood(ground: str, traits: Traits) -> float:
    """How likely two passages with such traits contradict each other, 0 to 1.

    On a ground that no labelled story has, a rule is taken at its own strength, and anything else for nothing.
    """
    table = tables().get(ground)
    if table is None:
        return traits.get("strength", 0.0)
    total = table.bias + sum(weight.of(traits.get(name, 0.0)) for name, weight in table.traits.items())
    return 1.0 / (1.0 + exp(-max(-_LARGEST, min(_LARGEST, total))))


def doubted(likely: float, doubt: float) -> float:
    """A likelihood, 0 to 1, after `doubt` is taken off the logarithm of its odds."""
    return likely if not 0.0 < likely < 1.0 else 1.0 / (1.0 + (1.0 - likely) / likely * exp(doubt))


def _judged(rival: Rival, doubt: float) -> float:
    return doubted(likelihood(rival.ground, rival.traits), doubt * _DOUBTFUL.get(rival.contrast.kind, 1.0))


_DOUBTFUL = {"wording": 0.0, "figure": 0.2}
"""The share of the doubt that a kind has: quotations are told apart by their words, figures by what they count."""


class Verdict(NamedTuple):
    """A rival and how likely it is a contradiction."""

    rival: Rival
    likelihood: float


def verdicts(rivals: Iterable[Rival], *, least: float, doubt: float = 0.0) -> list[Verdict]:
    """Those that are likely enough, the likeliest first; a passage opposes one of each other article on one ground.

    Of what two statements may contradict each other in besides values, the likeliest stands. `doubt` is taken off the
    logarithm of the odds, of some kinds less.
    """
    judged = [Verdict(rival, _judged(rival, doubt)) for rival in rivals]
    sure = (one for one in judged if one.likelihood >= max(least, _sure(one.rival)))
    ranked = sorted(sure, key=_rank)
    kept: list[Verdict] = []
    taken: set[tuple[object, ...]] = set()
    for verdict in ranked:
        keys = _keys(verdict.rival)
        if taken.isdisjoint(keys):
            taken.update(keys)
            kept.append(verdict)
    return kept


def _sure(rival: Rival) -> float:
    table = tables().get(rival.ground)
    least = _UNKNOWN if table is None else table.sure
    return max(least, _ACROSS) if rival.match.pair.across else least


_ACROSS = 0.8
"""Between languages: words that only may mean the same bear out less."""
_UNKNOWN = 0.75
"""Of a rule on a ground that no labelled story has."""


def _rank(verdict: Verdict) -> tuple[float, str, int, int, int, int]:
    one, other = verdict.rival.contrast.one, verdict.rival.contrast.other
    place = (one.statement.number, one.first, other.statement.number, other.first)
    return (-verdict.likelihood, verdict.rival.ground, *place)


_PREDICATES = frozenset({"denial", "plan", "opposite", "possible", "degree", "superlative"})
_RULES = frozenset({"rule content", "rule strength", "rule claim", "rule attribution"})
_MATTERS = frozenset({*_PREDICATES, *_RULES, "claim", "mouth", "wording"})
"""Grounds of which two statements are told to differ on the likeliest only."""
_ONCE = frozenset({"wording", "label"})
"""Kinds in which a passage is opposed once in all."""


def _keys(rival: Rival) -> Sequence[tuple[object, ...]]:
    one, other = rival.contrast.one, rival.contrast.other
    matter = [("matter", *sorted((one.statement.number, other.statement.number)))] if rival.ground in _MATTERS else []
    if rival.ground in _PREDICATES | _RULES:
        return matter
    kind = rival.contrast.kind
    return [_key(kind, one, other), _key(kind, other, one), *matter]


def _key(kind: str, words: Words, against: Words) -> tuple[object, ...]:
    """What may be opposed once: the words in that kind, against one other article."""
    return (kind, words.statement.number, words.first, "" if kind in _ONCE else against.statement.article.id)

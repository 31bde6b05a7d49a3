"""The fitted weights of the comparison; training/grouping.py fits them and says on what."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Weights that say whether a group is two stories; positive sums say so."""

    likeness: float
    relative: float
    local: float
    size: float
    local_size: float
    bias: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights of a pair's features; the sum is the logarithm of the odds that both tell one story."""

    whole: float
    lead: float
    known: float
    gap: float
    weekday: float
    figure: float
    bias: float
    divide: Division


@cache
def weights() -> Weights:
    """The shipped weights."""
    found = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return Weights(divide=Division(**found.pop("divide")), **found)

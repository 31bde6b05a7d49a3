"""The fitted weights of the comparison; training/grouping.py fits them and says on what."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights of a pair's features; the sum is the logarithm of the odds that both tell one story."""

    whole: float
    lead: float
    cross: float
    crowding: float
    known: float
    gap: float
    weekday: float
    figure: float
    bias: float


@cache
def weights() -> Weights:
    """The shipped weights."""
    found = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return Weights(**found)

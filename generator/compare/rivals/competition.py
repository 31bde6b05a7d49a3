"""What a rival has against it by there being others: the more passages a passage may oppose, the less any of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from generator.compare.matching import Words
from generator.compare.rivals.traits import Rival

_MOST = 4
"""More nearer ones count as this many."""


class _Place(NamedTuple):
    """A passage that is opposed on a ground by another source's."""

    ground: str
    statement: int
    first: int
    against: str


def competing(rivals: Iterable[Rival], *, length: float) -> list[Rival]:
    """The rivals with traits of their competition: those that oppose one of their passages on the same ground.

    Args:
        rivals: all of a story.
        length: statements of a usual article of the story; in longer ones more is near each other by chance.
    """
    every = list(rivals)
    shared: defaultdict[_Place, list[int]] = defaultdict(list)
    for number, rival in enumerate(every):
        for place in _places(rival):
            shared[place].append(number)
    nearness = [rival.traits.get("nearness", 0.0) for rival in every]
    grounds = Counter(rival.ground for rival in every)
    return [
        rival._replace(
            traits={
                **rival.traits,
                **_standing(number, [shared[place] for place in _places(rival)], nearness),
                "length": log(max(1.0, length)),
                "of_ground": log(1 + grounds[rival.ground]),
            }
        )
        for number, rival in enumerate(every)
    ]


def _standing(number: int, groups: Sequence[Sequence[int]], nearness: Sequence[float]) -> dict[str, float]:
    """How many compete, how many of them are nearer, and how much nearer this one is than the nearest."""
    others = [other for group in groups for other in group if other != number]
    nearest = max((nearness[other] for other in others), default=0.0)
    nearer = sum(nearness[other] > nearness[number] for other in others)
    return {
        "competitors": log(1 + len(others)),
        "nearer": min(nearer, _MOST),
        "ahead_of": nearness[number] - nearest,
    }


def _places(rival: Rival) -> tuple[_Place, _Place]:
    one, other = rival.contrast.one, rival.contrast.other
    return _place(rival.ground, one, other), _place(rival.ground, other, one)


def _place(ground: str, words: Words, against: Words) -> _Place:
    return _Place(ground, words.statement.number, words.first, against.statement.source)

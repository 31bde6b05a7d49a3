"""Figures that may be of one quantity."""

from collections.abc import Iterator
from math import log

from generator.compare.alignment import Reading
from generator.compare.figures import Figure, numbers
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match
from generator.compare.quantities import add_up, count_alike, size_of, stand_elsewhere, stated
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches, Rules, rival_values
from generator.compare.statements import Statement
from generator.compare.tellers import counts_tellers

_FAR_APART = 50.0
_UNLIKE = 0.15
"""Shares that are less than this of the other are shares of something else."""
_OF_A_SIZE = 0.55
"""The same, for shares with fewer than two words in common around them."""
_WORDS = 2


def rival_figures(reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two figures of different sources that may be of one quantity, and do not agree."""
    known = stated(reading)
    for rival in rival_values(reading, matches, _RULES):
        one, other = rival.contrast.one, rival.contrast.other
        values = float(rival.contrast.poles[0]), float(rival.contrast.poles[1])
        if stand_elsewhere((known[one.statement.article.id], known[other.statement.article.id]), values):
            continue
        if not (add_up(one.statement, other.statement, values) or _of_other_things(rival)):
            yield rival


def _of_other_things(rival: Rival) -> bool:
    """Whether two shares of unlike size share next to no words around them: 7 percent of wages, 3 percent of shares."""
    traits = rival.traits
    return bool(traits["percent"]) and traits["size"] < _OF_A_SIZE and traits["near"] < _WORDS


def _values(statement: Statement) -> list[tuple[Mark, Figure]]:
    counted = (one for one in marks(statement).figures if not counts_tellers(statement, one))
    return [(Mark(one.first, one.last, f"{one.value:.12g}"), one) for one in counted]


def _comparable(one: Figure, other: Figure) -> bool:
    size = size_of(one, other)
    if size * _FAR_APART < 1 or (one.unit == other.unit == "percent" and size < _UNLIKE):
        return False
    if one.unit == "person" or other.unit == "person":
        return one.unit == other.unit or _posts_lost(one, other) or _posts_lost(other, one)
    if one.measured or other.measured:
        return one.unit == other.unit
    return one.unit == other.unit or bool(one.counted & other.counted) or count_alike(one, other)


def _posts_lost(people: Figure, posts: Figure) -> bool:
    """Whether one counts people who lose their work, and the other jobs."""
    return people.unit == "person" and people.event == "dismissed" and bool(posts.counted & _POSTS)


_POSTS = frozenset({"=job", "=post", "=position"})


def _agree(one: Figure, other: Figure) -> bool:
    """Whether both may be right; ninety days are three months."""
    spans = one.unit == other.unit == "time" and size_of(one, other) >= _SAME_SPAN
    return spans or (one.agrees(other) and not _bounds_apart(one, other))


_SAME_SPAN = 0.96


def _bounds_apart(one: Figure, other: Figure) -> bool:
    """Whether two measures are told by two lower bounds, or two upper ones, that are not the same."""
    lower = one.low == one.value < one.high and other.low == other.value < other.high
    upper = one.low < one.value == one.high and other.low < other.value == other.high
    return one.measured and (lower or upper) and size_of(one, other) < _SAME_BOUND


_SAME_BOUND = 0.95


def _meets(one: Figure, other: Figure) -> bool:
    return _comparable(one, other) and _agree(one, other)


def _traits(match: Match, one: Figure, other: Figure) -> dict[str, float]:
    held = numbers(match.one), numbers(match.other)
    return {
        "there": float(other.value in held[0]) + float(one.value in held[1]),
        "size": size_of(one, other),
        "magnitude": log(1 + min(abs(one.value), abs(other.value))),
        "event_same": float(one.event == other.event != ""),
        "event_other": float(bool(one.event and other.event) and one.event != other.event),
        "event_none": float(not one.event) + float(not other.event),
        "person": float(one.unit == "person"),
        "percent": float(one.unit == "percent"),
        "span": float(one.unit == "time"),
        "measured": float(one.measured),
        "same_word": float(one.unit == other.unit or bool(one.counted & other.counted)),
        "exact": float(one.exact) + float(other.exact),
        "part": float(one.part) + float(other.part),
        "zero": float(not (one.value and other.value)),
        "digits": float(len(f"{abs(one.value):g}") == len(f"{abs(other.value):g}")),
        "anagram": float(sorted(f"{one.value:g}") == sorted(f"{other.value:g}")),
    }


_RULES = Rules(
    ground="figure",
    kind="figure",
    values=_values,
    comparable=_comparable,
    agree=_agree,
    meets=_meets,
    traits=_traits,
)

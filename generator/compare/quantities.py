"""Figures and times that differ between two articles, said of the same thing."""

from collections.abc import Iterator, Mapping

from generator.compare.alignment import Pair, Reading
from generator.compare.figure import digits_of
from generator.compare.figures import Figure, numbers
from generator.compare.lexis import hits
from generator.compare.marks import Mark, marks
from generator.compare.matching import Contrast, Match, contrast
from generator.compare.statements import Statement
from generator.compare.tellers import counts_tellers
from generator.compare.times import Time, times
from generator.compare.values import opposed_values
from generator.language.relations import akin

_TOPIC = 0.3
_EVENT = 0.3
"""What it counts that the same has happened to the people who are counted."""
_SAME_WORD = 0.15
_NEAR = 0.12
"""What each word that both have near the value counts."""
_MUTUAL = 0.2
_ENOUGH = 0.45
_LEAST_TOPIC = 0.3
_ALIKE = 0.2
_VERY_ALIKE = 0.3
_MUCH_ALIKE = 0.5
_QUITE_ALIKE = 0.25
_BOTH = 2
_ALIKE_ACROSS = 0.12
_SAME_TOPIC = 0.8
_SPAN = 0.2
"""What a span of time needs besides: there are many in every article."""
_EVERYWHERE = frozenset({"percent", "time", "dollar", "euro", "pound"})
_FAR_APART = 20.0
"""Times as large as the other: figures of another order are of something else."""
_CLOSE = 0.1
"""What it counts at the most that two figures are of one size: reports of one quantity seldom are far apart."""
_OF_A_SIZE = 0.3
"""The share that the smaller is of the larger where little else ties two figures."""
_ABOUT_THE_SAME = 0.55
_UNLIKE = 0.15
"""Shares that are less than this of the other are shares of something else."""
_MANY = 100
"""From here on a bare number is not likely to be met by chance."""
_KINDRED_TOPIC = 0.6
"""How near in topic statements must be where little else ties their figures."""


def figures(reading: Reading) -> Iterator[tuple[Contrast, Pair]]:
    """Another figure for the same quantity."""
    matches, known = _Matches(), stated(reading)
    for pair, one, other in opposed_values(
        reading,
        lambda statement: [one for one in marks(statement).figures if not counts_tellers(statement, one)],
        comparable=_same_unit,
        agree=Figure.agrees,
        score=lambda pair, one, other, alone: _figure_score(matches, pair, one, other, alone=alone),
    ):
        held = known[pair.one.article.id], known[pair.other.article.id]
        if stand_elsewhere(held, (one.value, other.value)):
            continue
        if add_up(pair.one, pair.other, (one.value, other.value)) or _told_as_well(pair, one, other):
            continue
        mark, counter = (Mark(value.first, value.last, f"{value.value:g}") for value in (one, other))
        yield contrast("figure", matches.of(pair), mark, counter, 1.0), pair


def moments(reading: Reading) -> Iterator[tuple[Contrast, Pair]]:
    """Another date, month, year or time of day for the same thing."""
    matches = _Matches()
    for pair, one, other in opposed_values(
        reading,
        lambda statement: [time for time in times(statement) if not time.relative],
        comparable=_same_kind,
        agree=lambda one, other: one.kind == other.kind and one.agrees(other),
        score=lambda pair, one, other, _alone: _time_score(matches, pair, one, other),
    ):
        mark, counter = (Mark(value.first, value.last, str(value[2:])) for value in (one, other))
        yield contrast("time", matches.of(pair), mark, counter, 0.9), pair


def stated(reading: Reading) -> Mapping[str, frozenset[float]]:
    """The larger numbers of each article, whatever they count."""
    found: dict[str, set[float]] = {}
    for statement in reading.statements:
        held = found.setdefault(statement.article.id, set())
        held.update(number for number in numbers(statement) if number >= _MANY)
    return {article: frozenset(held) for article, held in found.items()}


class _Matches:
    """Each pair laid side by side once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Match] = {}

    def of(self, pair: Pair) -> Match:
        """The pair's match."""
        return self._known.setdefault((pair.one.number, pair.other.number), Match(pair))


def stand_elsewhere(known: tuple[frozenset[float], frozenset[float]], values: tuple[float, float]) -> bool:
    """Whether the other article has either number, of what is not said again, or what makes them one sum.

    "Between 2,900 people and 8,000"; 592 shops where the other has 312 of one firm and 280 of another.
    """
    if values[0] in known[1] or values[1] in known[0]:
        return True
    apart = abs(values[0] - values[1])
    return digits_of(apart) > 1 and apart in known[0] | known[1]


def add_up(one: Statement, other: Statement, values: tuple[float, float]) -> bool:
    """Whether two figures agree once another of their statements is added or taken off: 26 and three dead are 29.

    Where both statements have both numbers, of whatever, they agree as well.
    """
    held = numbers(one), numbers(other)
    if values[0] in held[1] and values[1] in held[0]:
        return True
    return values[1] in _sums(one, values[0]) or values[0] in _sums(other, values[1])


def _sums(statement: Statement, value: float) -> set[float]:
    rest = [figure.value for figure in marks(statement).figures if figure.value != value]
    return {value + other for other in rest} | {abs(value - other) for other in rest}


def _told_as_well(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether either statement has a figure of its own that agrees with the other's: a whole beside its part."""
    return any(
        figure.unit == value.unit and figure.agrees(value)
        for statement, value in ((pair.one, other), (pair.other, one))
        for figure in marks(statement).figures
    )


def _same_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures count or measure things that may be the same, and are of one order."""
    size = size_of(one, other)
    if size * _FAR_APART < 1 or (one.unit == other.unit == "percent" and size < _UNLIKE):
        return False
    if one.unit == "person" and other.unit == "person":
        return one.event == other.event or not (one.event and other.event)
    if one.measured or other.measured:
        return one.unit == other.unit
    return one.unit == other.unit or bool(one.counted & other.counted) or count_alike(one, other)


def size_of(one: Figure, other: Figure) -> float:
    """The share that the smaller figure is of the larger; 1 for two that are nothing."""
    small, large = sorted((abs(one.value), abs(other.value)))
    return small / large if large else 1.0


def count_alike(one: Figure, other: Figure) -> bool:
    """Whether what two figures count may be the same, or of a kind."""
    return any(akin(a[1:], b[1:]) for a in one.counted for b in other.counted)


def _figure_score(matches: _Matches, pair: Pair, one: Figure, other: Figure, *, alone: bool) -> float:
    """How likely both are figures of one quantity; 0 where it is not likely enough."""
    event, size = one.event == other.event != "", size_of(one, other)
    if not (one.value and other.value) or not (
        alone or event or _tied(pair) or pair.topic >= _KINDRED_TOPIC or pair.score >= _QUITE_ALIKE
    ):
        return 0.0
    match = matches.of(pair)
    near = match.near(one.first, one.last, other.first, other.last)
    if match.asks() or _measured_otherwise(match, one, other) or (pair.topic < _LEAST_TOPIC and not near):
        return 0.0
    score = pair.score + _TOPIC * pair.topic + _EVENT * event + _NEAR * min(near, 3) + _MUTUAL * pair.mutual
    score += _CLOSE * size
    if not one.measured:
        score += _SAME_WORD * (one.unit == other.unit or bool(one.counted & other.counted))
    if _in_one_slot(match, one, other) or (alone and _alone_is_enough(match, one, near, size=size)):
        return max(score, _ENOUGH)
    said = _said_of_the_same(match, one, near, event=event) or _of_one_size(match, one, near, size=size)
    return score if score >= _needed(one) and said else 0.0


def _of_one_size(match: Match, figure: Figure, near: int, *, size: float) -> bool:
    """Whether figures that are about the same stand among the same words, in statements on one topic."""
    pair = match.pair
    if figure.unit == "time" or not near or size < _OF_A_SIZE:
        return False
    if pair.mutual and pair.topic >= _KINDRED_TOPIC and near >= _BOTH:
        return True
    return size >= _ABOUT_THE_SAME and (pair.topic >= _KINDRED_TOPIC or pair.score >= _QUITE_ALIKE)


def _in_one_slot(match: Match, one: Figure, other: Figure) -> bool:
    mark, counter = (Mark(value.first, value.last, "") for value in (one, other))
    return match.slot(mark, counter) and match.answers(_ALIKE)


def _alone_is_enough(match: Match, figure: Figure, near: int, *, size: float) -> bool:
    """Whether two figures need no more than a like surrounding, there being no other of their unit."""
    pair = match.pair
    if figure.measured and pair.across:
        return figure.unit != "time" and near > 0 and pair.score >= _ALIKE_ACROSS
    if figure.measured:
        if figure.unit == "percent" and size >= _ABOUT_THE_SAME and pair.topic >= _KINDRED_TOPIC:
            return True
        alike = (near > 1 and pair.topic >= _SAME_TOPIC) or (pair.mutual and pair.score >= _MUCH_ALIKE)
        return figure.unit != "time" and alike
    if figure.unit == "person":
        return near > 0 and size >= _OF_A_SIZE and pair.topic >= _KINDRED_TOPIC
    return near > 0


def _needed(figure: Figure) -> float:
    return _ENOUGH + (_SPAN if figure.unit == "time" else 0.0)


def _said_of_the_same(match: Match, figure: Figure, near: int, *, event: bool) -> bool:
    """Whether what stands around two figures ties them: measures of all kinds need more than counted things do."""
    pair = match.pair
    if figure.measured and figure.unit in _EVERYWHERE:
        return _tied(pair) and near > 0 and pair.score >= (_ALIKE_ACROSS if pair.across else _ALIKE)
    return event or (near > 0 and _tied(pair)) or (figure.measured and pair.mutual and pair.topic >= _SAME_TOPIC)


def _tied(pair: Pair) -> bool:
    """Whether two statements answer each other best, or are so much alike that they need not."""
    return pair.mutual or pair.score >= _VERY_ALIKE


def _measured_otherwise(match: Match, one: Figure, other: Figure) -> bool:
    """Whether other measures stand beside the two: a loss against the dollar is none against the euro."""
    beside = [
        {
            hit.meaning
            for hit in hits(statement.lexis.units, statement.forms())
            if not figure.first <= hit.first < figure.last and hit.meaning != figure.unit
        }
        for statement, figure in ((match.one, one), (match.other, other))
    ]
    return bool(beside[0] and beside[1]) and not beside[0] & beside[1]


def _same_kind(one: Time, other: Time) -> bool:
    """Whether two times can be set against each other."""
    if one.clock is not None or other.clock is not None:
        return one.clock is not None and other.clock is not None
    if one.months is not None and other.months is not None:
        return True
    return one.kind == other.kind


def _time_score(matches: _Matches, pair: Pair, one: Time, other: Time) -> float:
    """How likely both are times of one thing; 0 where it is not likely enough."""
    if not _tied(pair) or one.agrees(other) or "range" in (one.kind, other.kind):
        return 0.0
    match = matches.of(pair)
    near = match.near(one.first, one.last, other.first, other.last)
    score = pair.score + _TOPIC * pair.topic + _NEAR * min(near, 3) + _MUTUAL * pair.mutual
    return score if near and score >= _ENOUGH and not match.asks() else 0.0

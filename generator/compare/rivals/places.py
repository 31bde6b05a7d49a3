"""Places that may be those of one thing: names behind a preposition of place, and directions."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match
from generator.compare.rivals.apart import marks_of, of_two_people
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches, Rules, rival_values
from generator.compare.statements import Statement

_BEFORE = 3


class Place(NamedTuple):
    """A place that a statement names."""

    what: str
    """The entity, or a direction."""
    direction: bool
    times: int
    """How often its article names it."""
    behind: bool
    """Whether a word like "in" stands before."""
    way: str
    """The small word before it that says which way."""
    first: bool
    """Whether it is the first place that its article names."""


def rival_places(reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two places of different sources of which neither article has the other's; directions of one thing only."""
    for rival in rival_values(reading, matches, _rules(reading)):
        told = rival.traits
        where = told["direction"] or (told["behind"] == _ANCHORS and not told["other_way"])
        anchored = told["slot"] or (where and told["near"] >= min(_ANCHORS, told["short"] - 1))
        if anchored and not of_two_people(rival.match, *marks_of(rival.contrast)):
            yield rival


_ANCHORS = 2


def _rules(reading: Reading) -> Rules[Place]:
    counts: dict[tuple[str, str], int] = {}
    first: dict[str, str] = {}
    for statement in reading.statements:
        for token in statement.tokens:
            if token.place:
                key = (statement.article.id, token.term)
                counts[key] = counts.get(key, 0) + 1
                first.setdefault(statement.article.id, token.term)

    def values(statement: Statement) -> list[tuple[Mark, Place]]:
        return [*_named(statement, counts, first), *_directions(statement)]

    return Rules(
        ground="place", kind="place", values=values, comparable=_comparable, agree=_agree, meets=_agree, traits=_traits
    )


def _named(
    statement: Statement, counts: dict[tuple[str, str], int], first: dict[str, str]
) -> Iterator[tuple[Mark, Place]]:
    index = 0
    tokens = statement.tokens
    while index < len(tokens):
        last = index + 1
        if tokens[index].place:
            term = tokens[index].term
            while last < len(tokens) and tokens[last].term == term and not tokens[last].breaks:
                last += 1
            article = statement.article.id
            before = statement.forms()[max(0, index - _BEFORE) : index]
            yield (
                Mark(index, last, term),
                Place(
                    term,
                    direction=False,
                    times=counts[article, term],
                    behind=any(hits(statement.lexis.locative, before)),
                    way=_way(statement, index),
                    first=first[article] == term,
                ),
            )
        index = last


def _way(statement: Statement, index: int) -> str:
    """The small word right before a place, or before its article: in, from, to."""
    before = [token for token in statement.tokens[max(0, index - _BEFORE) : index] if token.stop]
    near = [token.forms[0] for token in before if token.forms[0] in _WAYS]
    return near[-1] if near else ""


_WAYS = frozenset(
    "in at near from to into outside off towards toward through via "
    "في من إلى الى قرب à de vers en près nach aus bei von zu desde hacia cerca hasta".split()
)


def _directions(statement: Statement) -> Iterator[tuple[Mark, Place]]:
    for mark in marks(statement).directions:
        yield mark, Place(mark.meaning, direction=True, times=1, behind=False, way="", first=False)


def _comparable(one: Place, other: Place) -> bool:
    return one.direction == other.direction


def _agree(one: Place, other: Place) -> bool:
    return one.what == other.what


def _traits(match: Match, one: Place, other: Place) -> dict[str, float]:
    contrast = match.one, match.other
    text = [statement.article.text for statement in contrast]
    return {
        "direction": float(one.direction),
        "mentions_low": min(one.times, other.times, 5),
        "mentions_high": min(max(one.times, other.times), 8),
        "behind": float(one.behind) + float(other.behind),
        "same_way": float(one.way == other.way != ""),
        "other_way": float(bool(one.way and other.way) and one.way != other.way),
        "first": float(one.first) + float(other.first),
        "longer": float(len(text[0]) > 2 * len(text[1]) or len(text[1]) > 2 * len(text[0])),
    }

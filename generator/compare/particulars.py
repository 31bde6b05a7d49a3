"""Days, directions, places and names for people that differ among the same words."""

from collections.abc import Iterator, Sequence

from generator.compare.lexis import hits
from generator.compare.marks import Mark, Marks
from generator.compare.matching import ALIKE, ANCHORS, Contrast, Match, ahead, around, contrast, turned
from generator.compare.statements import Statement
from generator.model import DifferenceKind

_VERY_ALIKE = 0.45
_BEFORE = 2
"""Words before a name among which its preposition stands: "in the port of Orrin"."""


def days(match: Match) -> Iterator[Contrast]:
    """Another day of the week for the same thing."""
    return _single(match, match.marks[0].days, match.marks[1].days, "time")


def dayparts(match: Match) -> Iterator[Contrast]:
    """Morning here, evening there."""
    found = _single(match, match.marks[0].dayparts, match.marks[1].dayparts, "time")
    return (one for one in found if set(one.poles) not in _TOUCHING)


_TOUCHING = ({"evening", "night"}, {"afternoon", "evening"}, {"noon", "afternoon"}, {"morning", "noon"})
"""Parts of the day between which nobody draws a line."""


def directions(match: Match) -> Iterator[Contrast]:
    """North here, south there, of the same place."""
    ours, theirs = match.marks[0].directions, match.marks[1].directions
    found = list(_single(match, ours, theirs, "place"))
    return iter(found or _of_one_thing(match, ours, theirs))


def _of_one_thing(match: Match, ours: Sequence[Mark], theirs: Sequence[Mark]) -> Iterator[Contrast]:
    """Directions right beside the same noun, in statements that answer each other on one topic."""
    if len(ours) != 1 or len(theirs) != 1 or ours[0].meaning == theirs[0].meaning:
        return
    if not match.pair.mutual or match.pair.topic < _ONE_TOPIC:
        return
    (before, after), (before_other, after_other) = around(match.one, ours[0]), around(match.other, theirs[0])
    first = match.one.language in _ADJECTIVES_FOLLOW
    pairs = (before, before_other) if first else (after, after_other)
    if pairs[0] and pairs[1] and match.linked(pairs[0][0], pairs[1][0]) and not match.one.tokens[pairs[0][0]].place:
        yield contrast("place", match, ours[0], theirs[0], 0.9)


_ONE_TOPIC = 0.7
_ADJECTIVES_FOLLOW = frozenset({"ar", "fr", "es"})


def _single(match: Match, ours: Sequence[Mark], theirs: Sequence[Mark], kind: DifferenceKind) -> Iterator[Contrast]:
    """Marks of a closed class, one on each side, that differ among the same words."""
    if len(ours) == len(theirs) == 1 and ours[0].meaning != theirs[0].meaning:
        coming = [ahead(one, mark) for one, mark in ((match.one, ours[0]), (match.other, theirs[0]))]
        if match.fits(ours[0], theirs[0]) and coming[0] == coming[1]:
            yield contrast(kind, match, ours[0], theirs[0], 0.9)


def places(match: Match) -> Iterator[Contrast]:
    """Another place in the same words, or another one of a kind: "the Kirrel dam", "the Dunmore dam"."""
    if match.pair.across or not match.answers(ALIKE):
        return
    ours, theirs = _own_places(match.one, match.other), _own_places(match.other, match.one)
    if len(ours) == len(theirs) == 1:
        mark, counter = Mark(ours[0], ours[0] + 1, "here"), Mark(theirs[0], theirs[0] + 1, "there")
        if match.slot(mark, counter) or match.near(*mark[:2], *counter[:2]) >= ANCHORS:
            yield contrast("place", match, mark, counter, 0.8)


def scopes(match: Match) -> Iterator[Contrast]:
    """A part of a place on one side ("in southern Orrin"), no limit on the other, of what is said alike."""
    yield from _limited(match)
    yield from (turned(found) for found in _limited(match.turned()))


def _limited(match: Match) -> Iterator[Contrast]:
    ours, theirs = match.marks[0].directions, match.marks[1].directions
    said = match.one.attributed and match.other.attributed
    if match.pair.across or not said or not match.answers(_VERY_ALIKE) or len(ours) != 1 or theirs:
        return
    place = ours[0].last
    known = {token.term for token in match.other.tokens}
    tokens = match.one.tokens
    if place < len(tokens) and tokens[place].place and tokens[place].term not in known and match.links:
        first, last = min(match.links.values()), max(match.links.values()) + 1
        limit = Mark(ours[0].first, place + 1, "part")
        yield contrast("place", match, limit, Mark(first, last, "whole"), 0.6)


def _own_places(statement: Statement, other: Statement) -> list[int]:
    """The names of places, behind a preposition of place, that the other article does not have at all."""
    text = other.article.text
    return [
        index
        for index, token in enumerate(statement.tokens)
        if token.place
        and index
        and any(hits(statement.lexis.locative, statement.forms()[max(0, index - _BEFORE) : index]))
        and not statement.tokens[index - 1].named
        and statement.article.text[token.start : token.end] not in text
    ]


def labels(match: Match) -> Iterator[Contrast]:
    """What the same people are called, in the outlets' own words, where one of the words takes a side."""
    ours, theirs = _own_labels(match.one, match.marks[0]), _own_labels(match.other, match.marks[1])
    for mark, charged in ours.items():
        for counter, also in theirs.items():
            if not (charged or also) or mark.meaning in {one.meaning for one in theirs}:
                continue
            if counter.meaning not in {one.meaning for one in ours} and _same_people(match, mark, counter):
                yield contrast("label", match, mark, counter, 0.6)
                return


def _same_people(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the words around two labels are the same: labels often open a sentence, so what follows may settle it."""
    before, after = around(match.one, mark)
    before_other, after_other = around(match.other, counter)
    ahead = [a for a, b in zip(after, after_other, strict=False) if match.linked(a, b)]
    behind = [a for a, b in zip(before, before_other, strict=False) if match.linked(a, b)]
    return len(ahead) + len(behind) >= ANCHORS and match.shared(mark.first, counter.first) > ANCHORS


def _own_labels(statement: Statement, found: Marks) -> dict[Mark, bool]:
    """The labels outside quotation marks, and whether each takes a side."""
    return {mark: charged for mark, charged in found.labels if not statement.tokens[mark.first].quoted}

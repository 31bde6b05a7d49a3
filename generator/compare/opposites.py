"""Words that exclude one another, said of the same thing by two statements."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from generator.compare.alignment import Pair, Reading
from generator.compare.calendar import weekday
from generator.compare.lexis import hits
from generator.compare.marks import Mark, marks
from generator.compare.matching import ALIKE, ANCHORS, Contrast, Match, ahead, around, clause, contrast, hypothetical
from generator.compare.statements import Statement
from generator.compare.things import likely
from generator.compare.values import opposed_values
from generator.language.relations import excluded_by


def opposed(match: Match) -> Iterator[Contrast]:
    """Words that exclude one another among the same others."""
    ours, theirs = match.marks[0].opposites, match.marks[1].opposites
    for mark in ours:
        for counter in theirs:
            same_pair = mark.meaning[:-1] == counter.meaning[:-1]
            if not same_pair or mark.meaning == counter.meaning or _both(ours, theirs, mark, counter):
                continue
            if not _claimed_alike(match, mark, counter):
                continue
            if match.fits(mark, counter) or _says_no_more(match, mark, counter):
                yield contrast("content", match, mark, counter, 0.9)


def _says_no_more(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether one statement says nothing but this, of somebody who is named in the other too: "Roe has not won"."""
    for statement, held, linked in (
        (match.one, mark, match.links.keys()),
        (match.other, counter, match.links.values()),
    ):
        rest = [index for index in statement.content() if not held.first <= index < held.last]
        if len(rest) == 1 and statement.tokens[rest[0]].named and rest[0] in linked:
            return True
    return False


def states(reading: Reading) -> Iterator[tuple[Contrast, Pair]]:
    """A state of affairs that an article is in no doubt about, and another one about its opposite.

    Only of what a story has one of: whether it is under control, an accident, approved.
    """
    matches: dict[tuple[int, int], Match] = {}

    def score(pair: Pair, one: Mark, other: Mark, alone: bool) -> float:  # noqa: FBT001 - given by values
        if not alone or pair.topic < _SAME_TOPIC or one.meaning == other.meaning:
            return 0.0
        match = matches.setdefault((pair.one.number, pair.other.number), Match(pair))
        near = match.near(one.first, one.last, other.first, other.last)
        return near + pair.score + pair.topic if near and _told_alike(match, one, other) else 0.0

    for pair, one, other in opposed_values(
        reading,
        lambda statement: [mark for mark in marks(statement).opposites if mark.meaning[:-1] in _STATES],
        comparable=lambda one, other: one.meaning[:-1] == other.meaning[:-1],
        agree=lambda one, other: one.meaning == other.meaning,
        score=score,
    ):
        yield contrast("content", matches[pair.one.number, pair.other.number], one, other, 0.85), pair


_STATES = frozenset({
    "control", "cleared", "conceded", "guilty", "unanimous", "accident", "intact", "alone", "health", "extinguished",
    "held", "fugitive", "bargain", "drinking", "sobriety", "insured", "paidfor",
})  # fmt: skip
_SAME_TOPIC = 0.4
_OBJECT = 6
"""Words behind a verb among which what it is done to stands."""


def excluded(match: Match) -> Iterator[Contrast]:
    """Words of which each says what the other excludes, by the lexicon, in the same place of two statements."""
    ours, theirs = _free(match.one, set(match.links)), _free(match.other, set(match.links.values()))
    against, meant = _read(match.one).against, _read(match.other).meant
    for index in ours:
        for place in theirs if against[index] else ():
            if against[index].isdisjoint(meant[place]):
                continue
            mark, counter = Mark(index, index + 1, "one"), Mark(place, place + 1, "other")
            if _claimed_alike(match, mark, counter) and _in_one_place(match, mark, counter):
                yield contrast("content", match, mark, counter, 0.85)
                return


def excluding(match: Match) -> Iterator[tuple[Mark, Mark, bool]]:
    """Every two words or phrases that exclude each other, and whether a list of the language says so.

    None where either statement has both poles.
    """
    ours, theirs = match.marks[0].opposites, match.marks[1].opposites
    for mark in ours:
        for counter in theirs:
            same_pair = mark.meaning[:-1] == counter.meaning[:-1] and mark.meaning != counter.meaning
            if same_pair and not _both(ours, theirs, mark, counter):
                yield mark, counter, True
    left, right = _free(match.one, set(match.links)), _free(match.other, set(match.links.values()))
    against, meant = _read(match.one).against, _read(match.other).meant
    for index in left:
        for place in right:
            if against[index] and not against[index].isdisjoint(meant[place]):
                yield Mark(index, index + 1, "one"), Mark(place, place + 1, "other"), False


def says_the_opposite(match: Match, index: int) -> bool:
    """Whether the other statement has a word that excludes this one, small words like "keep" among them."""
    against = _read(match.one).against[index]
    small = frozenset(token.term.partition(":")[2] for token in match.other.tokens if token.stop)
    return any(not against.isdisjoint(meant) for meant in (*_read(match.other).meant, small))


class _Readings(NamedTuple):
    """For each word of a statement what it may mean, and what it excludes; nothing for names, figures, small words."""

    meant: tuple[frozenset[str], ...]
    against: tuple[frozenset[str], ...]


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def _read(statement: Statement) -> _Readings:
    meant = tuple(
        _NOTHING if token.stop or token.named or token.number else frozenset(name[1:] for name in likely(token))
        for token in statement.tokens
    )
    return _Readings(meant, tuple(_NOTHING.union(*(excluded_by(name) for name in names)) for names in meant))


def _in_one_place(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether two words that may mean much stand right among the same others, and neither beside its own opposite."""
    for statement, index in ((match.one, mark.first), (match.other, counter.first)):
        read = _read(statement)
        if any(not read.against[index].isdisjoint(meant) for meant in read.meant):
            return False
    close = match.alike(ALIKE) and match.shared(mark.first, counter.first) > ANCHORS and not match.pair.across
    return _beside_the_same(match, mark, counter) and (close or match.slot(mark, counter))


def _beside_the_same(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the next word is the same on both sides, or the one before where none follows; a name is not enough."""
    for ours, theirs in zip(reversed(around(match.one, mark)), reversed(around(match.other, counter)), strict=True):
        if ours and theirs:
            return match.linked(ours[0], theirs[0]) and not match.one.tokens[ours[0]].named
    return False


def _claimed_alike(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether both are claimed in the same way, of the same names and things."""
    if not _told_alike(match, mark, counter):
        return False
    return not _of_something_else(match, mark, counter) and not _of_others(match, mark, counter)


def _told_alike(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether both are denied or neither, past or still to come, as sure, and neither under a condition."""
    negated = [place.first in found.negated for place, found in zip((mark, counter), match.marks, strict=True)]
    if negated[0] != negated[1] or ahead(match.one, mark) != ahead(match.other, counter):
        return False
    modal = [found.modal.get(place.first) for place, found in zip((mark, counter), match.marks, strict=True)]
    if (modal[0] and modal[0].meaning) != (modal[1] and modal[1].meaning):
        return False
    return not hypothetical(match.one, mark.first) and not hypothetical(match.other, counter.first)


def _of_others(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether both clauses have names, and none in common; the whole sentences where they do not answer each other."""
    names = []
    for statement, place in ((match.one, mark), (match.other, counter)):
        first, last = clause(statement, place.first, place.last - 1)
        held = statement.tokens[first:last] if match.pair.mutual else statement.tokens
        names.append({token.term for token in held if token.named})
    return bool(names[0] and names[1]) and not names[0] & names[1]


def _of_something_else(match: Match, mark: Mark, counter: Mark) -> bool:
    """Whether the words go on differently: "rejected calls for his resignation", "accepted calls for an inquiry"."""
    (before, after), (_, after_other) = around(match.one, mark), around(match.other, counter)
    if not after or not after_other or _tells_time(match.one, after) or _tells_time(match.other, after_other):
        return False
    same = any(match.linked(a, b) or match.akin(a, b) for a in after for b in after_other)
    same = same or (match.pair.mutual and _turned_about(match, after, counter, after_other, mark))
    if before and match.one.tokens[before[0]].named and not match.pair.across:
        return not same  # The same one may do this to one thing and that to another.
    both = len(after) == len(after_other) == ANCHORS
    return both and after[1] not in match.links and after_other[1] not in match.links.values()


def _turned_about(match: Match, after: Sequence[int], counter: Mark, after_other: Sequence[int], mark: Mark) -> bool:
    """Whether what follows on one side goes before on the other: "accepted claims", "claims were rejected"."""
    tokens = match.one.tokens
    things = {a: b for a, b in match.links.items() if not tokens[a].named}
    before = any(things.get(a, counter.first) < counter.first for a in (*after, *range(mark.last, mark.last + _OBJECT)))
    found = {b: a for a, b in things.items()}
    other = (*after_other, *range(counter.last, counter.last + _OBJECT))
    return before or any(found.get(b, mark.first) < mark.first for b in other)


def _tells_time(statement: Statement, indices: Sequence[int]) -> bool:
    """Whether a day or a span of time is among the words."""
    days = any(weekday(statement.tokens[index], statement.article.language) is not None for index in indices)
    return days or any(any(hits(statement.lexis.spans, [statement.tokens[index].forms])) for index in indices)


def _free(statement: Statement, linked: AbstractSet[int]) -> list[int]:
    """The content words that stand for none of the other side's, names and figures apart."""
    tokens = statement.tokens
    return [i for i in statement.content() if i not in linked and not (tokens[i].named or tokens[i].number)]


def _both(ours: tuple[Mark, ...], theirs: tuple[Mark, ...], mark: Mark, counter: Mark) -> bool:
    """Whether either side has both poles, so that nothing excludes anything."""
    return counter.meaning in {one.meaning for one in ours} or mark.meaning in {one.meaning for one in theirs}

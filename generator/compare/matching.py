"""Two statements about one thing laid side by side: which words stand for each other, and what a contrast is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from generator.compare.alignment import Pair
from generator.compare.lexis import hits
from generator.compare.marks import Mark, Marks, marks
from generator.compare.statements import Statement, Token
from generator.compare.things import likely
from generator.language.relations import Kin, kin
from generator.model import DifferenceKind

_NEAR = 5
"""Content words on either side that count as the neighbourhood of a word."""
ALIKE = 0.3
"""How alike two statements must be where the words right beside a contrast do not settle that it is one."""
FAIRLY_ALIKE = 0.2
TRANSLATED = 0.7
"""Likeness between languages runs lower."""
_SURE = 0.6
_ANSWERS = 0.55
"""How near in topic two statements must be that answer each other best, where their words are not much alike."""
ANCHORS = 2
"""Words that both sides must share around a contrast; one more within a language, where chance is likelier."""


class Words(NamedTuple):
    """Words of a statement: from the first to before the last."""

    statement: Statement
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One side says this, the other says that. `poles` name the positions, so that more sides can join either."""

    kind: DifferenceKind
    subject: Words
    one: Words
    other: Words
    poles: tuple[str, str]
    strength: float


class Match:
    """A pair of statements with their marks, and which words of one stand for which of the other."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.one, self.other = pair.one, pair.other
        self.marks: tuple[Marks, Marks] = (marks(pair.one), marks(pair.other))
        self.links = _links(pair)
        self._turned: Match | None = None

    def shared(self, index: int, other: int, *, reach: int = _NEAR) -> int:
        """How many words near the one and near the other stand for each other, the two themselves apart."""
        near, near_other = neighbours(self.one, index, reach), neighbours(self.other, other, reach)
        return len(self.linked_among(sorted(near), sorted(near_other)))

    def near(self, first: int, last: int, other_first: int, other_last: int, *, reach: int = _NEAR) -> int:
        """How many words around one stretch and another stand for each other or are of a kind, those within apart."""
        ours = _beside(self.one, first, last, reach)
        theirs = _beside(self.other, other_first, other_last, reach)
        linked = self.linked_among(ours, theirs)
        left, right = {a for a, _ in linked}, {b for _, b in linked}
        loose = [a for a in ours if a not in left and any(self.akin(a, b) for b in theirs if b not in right)]
        return len(linked) + len(loose)

    def akin(self, a: int, b: int) -> bool:
        """Whether one word may mean what the other does, or is a kind of it."""
        one, other = _kindred(self.one)[a], _kindred(self.other)[b]
        return one is not None and other is not None and one.of(other)

    def asks(self) -> bool:
        """Whether either statement is a question or a heading: nothing is opposed by it."""
        return any(one.heading or one.asks for one in (self.one, self.other))

    def linked_among(self, ours: Iterable[int], theirs: Iterable[int]) -> list[tuple[int, int]]:
        """The words of two choices that stand for each other, each used once."""
        left = list(theirs)
        found = []
        for index in ours:
            place = next((place for place in left if self.linked(index, place)), None)
            if place is not None:
                left.remove(place)
                found.append((index, place))
        return found

    def fits(self, mark: Mark, counter: Mark) -> bool:
        """Whether two marks stand in the same place: right among the same words, or among many in alike statements."""
        if self.slot(mark, counter):
            return True
        surely = self.pair.across or (self.pair.mutual and len(self.links) > ANCHORS + 1)
        needed = ANCHORS + (not surely)
        if self.alike(ALIKE) and self.shared(mark.first, counter.first) >= needed:
            return True
        near = self.near(mark.first, mark.last, counter.first, counter.last)
        return self.alike(FAIRLY_ALIKE) and self.replies() and near >= ANCHORS

    def alike(self, least: float) -> bool:
        """Whether the statements are that much alike; between languages likeness runs lower."""
        return self.pair.score >= least * (TRANSLATED if self.pair.across else 1.0)

    def answers(self, least: float) -> bool:
        """Whether the statements are that much alike, or answer each other best and share words and topic."""
        return self.alike(least) or self.replies()

    def replies(self) -> bool:
        """Whether the statements are each other's best match, on one topic, with some words in common."""
        if not self.pair.mutual or self.pair.topic < _ANSWERS:
            return False
        shortest = min(len(list(statement.content())) for statement in (self.one, self.other))
        return len(self.links) + self._kindred() >= max(1, min(ANCHORS, shortest - 1))

    def _kindred(self) -> int:
        """How many words without a counterpart have one that is a kind of them; 0 where enough have counterparts."""
        if len(self.links) >= ANCHORS:
            return 0
        theirs = [place for place in self.other.content() if place not in self.links.values()]
        return sum(any(self.akin(i, place) for place in theirs) for i in self.one.content() if i not in self.links)

    def slot(self, mark: Mark, counter: Mark) -> bool:
        """Whether the nearest words on both sides, or the two nearest before, stand for each other."""
        before, after = around(self.one, mark)
        before_other, after_other = around(self.other, counter)
        linked = [self.linked(a, b) for a, b in zip(before, before_other, strict=False)]
        behind = [self.linked(a, b) for a, b in zip(after, after_other, strict=False)]
        if self.pair.one.language == self.pair.other.language:
            return linked[:1] == [True] and (linked == [True, True] or behind[:1] == [True])
        crossed = {*before, *after}, {*before_other, *after_other}
        return sum(1 for a, b in self.links.items() if a in crossed[0] and b in crossed[1]) >= ANCHORS

    def linked(self, a: int, b: int) -> bool:
        """Whether two words stand for each other."""
        across = self.pair.across
        return not _meant(self.one, across=across)[a].isdisjoint(_meant(self.other, across=across)[b])

    def turned(self) -> "Match":
        """The same with the sides exchanged."""
        if self._turned is None:
            self._turned = Match(self.pair.turned())
        return self._turned


def _links(pair: Pair) -> dict[int, int]:
    """For each content word its counterpart, each used once.

    Words with one possible counterpart come first; the others take the one nearest to what their neighbours have.
    """
    free: dict[str, list[int]] = {}
    ours, theirs = _meant(pair.one, across=pair.across), _meant(pair.other, across=pair.across)
    for index in pair.other.content():
        for sense in sorted(theirs[index]):
            free.setdefault(sense, []).append(index)
    options = {index: {place for sense in ours[index] for place in free.get(sense, ())} for index in pair.one.content()}
    found: dict[int, int] = {}
    for index in sorted(options, key=lambda index: (len(options[index]), index)):
        left = options[index] - set(found.values())
        if left:
            near = _nearest(found, index)
            found[index] = min(left, key=lambda place: (abs(place - near), place))
    return dict(sorted(found.items()))


def _nearest(found: Mapping[int, int], index: int) -> int:
    """The counterpart of the nearest word that has one."""
    return found[min(found, key=lambda other: (abs(other - index), other))] if found else 0


@lru_cache(maxsize=20_000)
def _meant(statement: Statement, *, across: bool) -> tuple[frozenset[str], ...]:
    """What each word of a statement is matched by."""
    return tuple(frozenset(meanings(token, across=across)) for token in statement.tokens)


@lru_cache(maxsize=20_000)
def _kindred(statement: Statement) -> tuple[Kin | None, ...]:
    """What each word of a statement may mean; None for names and figures."""
    return tuple(
        None if token.named or token.number else kin(name[1:] for name in likely(token)) for token in statement.tokens
    )


def meanings(token: Token, *, across: bool) -> Iterable[str]:
    """What a word is matched by: its concepts between languages; within one its keys, and what it surely means."""
    if across:
        return token.concepts
    return (*token.keys, *(name for name, share in token.concepts.items() if share > _SURE))


def neighbours(statement: Statement, index: int, reach: int) -> set[int]:
    """The content words around a word, `reach` on either side."""
    content = [place for place in statement.content() if place != index]
    before = [place for place in content if place < index][-reach:]
    after = [place for place in content if place > index][:reach]
    return {*before, *after}


def _beside(statement: Statement, first: int, last: int, reach: int) -> list[int]:
    """The content words on either side of a stretch, figures and names apart: what is said, not of whom."""
    near = neighbours(statement, first, reach) | neighbours(statement, last - 1, reach)
    tokens = statement.tokens
    return [i for i in sorted(near) if not (first <= i < last or tokens[i].number or tokens[i].named)]


def around(statement: Statement, mark: Mark) -> tuple[list[int], list[int]]:
    """The two content words before and the two behind a mark, within its clause, the nearest first."""
    first, last = clause(statement, mark.first, mark.last - 1)
    content = [index for index in statement.content() if first <= index < last]
    before = [index for index in reversed(content) if index < mark.first]
    return before[:ANCHORS], [index for index in content if index >= mark.last][:ANCHORS]


def clause(statement: Statement, first: int, last: int) -> tuple[int, int]:
    """The clause or clauses that hold the words: from its first word to before the one behind its last."""
    while first > 0 and not statement.tokens[first].breaks:
        first -= 1
    last += 1
    while last < len(statement.tokens) and not statement.tokens[last].breaks:
        last += 1
    return first, last


def hypothetical(statement: Statement, index: int) -> bool:
    """Whether a condition, a question or a restricting relative clause holds the word: nothing is claimed by it."""
    first, last = clause(statement, index, index)
    forms = statement.forms()[max(0, first - 1) : last]
    return any(hits(statement.lexis.hypothetical, forms)) or any(
        hits(statement.lexis.relative, statement.forms()[max(0, index - 1) : index])
    )


def ahead(statement: Statement, mark: Mark) -> bool:
    """Whether the clause speaks of something still to come."""
    first, last = clause(statement, mark.first, mark.last - 1)
    return any(hits(statement.lexis.ahead, statement.forms()[first:last]))


def happened(statement: Statement, index: int) -> bool:
    """Whether a verb is told as done: in the past, in a clause of neither plans nor conditions."""
    past = statement.tokens[index].forms[0].endswith("ed") or statement.language != "en"
    claimed = not hypothetical(statement, index) and not ahead(statement, Mark(index, index + 1, ""))
    return past and claimed and not statement.tokens[index].named


def contrast(kind: DifferenceKind, match: Match, mark: Mark, counter: Mark, strength: float) -> Contrast:
    """The contrast of two marks, about the nearest word that both sides share."""
    return Contrast(
        kind=kind,
        subject=_subject(match, mark.first),
        one=Words(match.one, mark.first, mark.last),
        other=Words(match.other, counter.first, counter.last),
        poles=(mark.meaning, counter.meaning),
        strength=strength,
    )


def _subject(match: Match, index: int) -> Words:
    """The nearest word that both sides share: what the contrast is about."""
    near = sorted(match.links, key=lambda place: (abs(place - index), place))
    named = [place for place in near[:3] if match.one.tokens[place].named]
    place = (named or near or [index])[0]
    return Words(match.one, place, place + 1)


def turned(contrast: Contrast) -> Contrast:
    """The contrast with its sides exchanged."""
    return replace(contrast, one=contrast.other, other=contrast.one, poles=(contrast.poles[1], contrast.poles[0]))

"""What two words are told of: who does it, by name, noun or pronoun, and how much the rest of their clauses says alike.

A pronoun, or nobody, stands for whoever the sentence named before, else for whoever the sentences before began with.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark
from generator.compare.matching import Match, clause
from generator.compare.rivals.parts import Part, Parts
from generator.compare.statements import Statement
from generator.model import Comparison

_BEHIND = 6
"""Words behind an Arabic verb among which stands who does it."""
_BACK = 3
"""Sentences before this one in which a pronoun's name is looked for."""


class Actor(NamedTuple):
    """Who stands before a word as its subject: names, or nouns by their index."""

    names: frozenset[str]
    nouns: tuple[int, ...]
    guessed: bool
    """Whether the names are those that a pronoun, or nothing, stands for."""


class Frames:
    """The actors of a story's statements, and how alike their clauses are."""

    def __init__(self, comparison: Comparison, reading: Reading, parts: Parts) -> None:
        self._parts = parts
        self._people = frozenset(f"@{entity.id}" for entity in comparison.entities if entity.label == "PER")
        self._articles: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            self._articles.setdefault(statement.article.id, []).append(statement)
        self._known: dict[tuple[int, int], Actor] = {}

    def of(self, statement: Statement, index: int) -> Actor:
        """Who does what a word says."""
        key = (statement.number, index)
        if key not in self._known:
            self._known[key] = self._read(statement, index)
        return self._known[key]

    def actor(self, match: Match, index: int, place: int) -> float:
        """Whether two words are said of the same: 1 by one name or noun, less by a pronoun or a like noun, 0 for no."""
        return _same(match, self.of(match.one, index), self.of(match.other, place))

    def alike(self, match: Match, mark: Mark, counter: Mark, apart: frozenset[int] = frozenset()) -> dict[str, float]:
        """How much the clauses of two passages say of each other; without the passages, and as a whole.

        `apart` are words of the first that are no part of what is said: the denial, the word of intention.
        """
        ours, theirs = _clause(match.one, mark, apart), _clause(match.other, counter, frozenset())
        rest = Part(match.one, tuple(i for i in ours.words if not mark.first <= i < mark.last))
        rest_other = Part(match.other, tuple(i for i in theirs.words if not counter.first <= i < counter.last))
        told = self._parts.covered(ours, theirs), self._parts.covered(theirs, ours)
        return {
            "clauses_low": min(told),
            "clauses_high": max(told),
            "rests": self._parts.alike(rest, rest_other),
        }

    def _read(self, statement: Statement, index: int) -> Actor:
        start, end = _opening(statement, index), clause(statement, index, index)[1]
        names = frozenset(_named(statement, range(start, index)))
        if statement.language == "ar" and not names:
            names = frozenset(_named(statement, range(index + 1, min(end, index + 1 + _BEHIND)))[:1])
        if names:
            return Actor(names, (), guessed=False)
        nouns = tuple(place for place in statement.content() if start <= place < index)
        if nouns and not _pronouns(statement, start, index):
            return Actor(frozenset(), nouns, guessed=False)
        return Actor(frozenset(self._meant(statement, start, index)), (), guessed=True)

    def _meant(self, statement: Statement, start: int, index: int) -> Sequence[str]:
        """The name that the pronoun of a clause, or no word, stands for: one of its kind."""
        person = any(word in _OF_PEOPLE.get(statement.language, ()) for word in _pronouns(statement, start, index))
        thing = any(word in _OF_THINGS.get(statement.language, ()) for word in _pronouns(statement, start, index))
        for names in self._before(statement, start):
            fitting = [name for name in names if not (person and name not in self._people)]
            fitting = [name for name in fitting if not (thing and name in self._people)]
            if fitting:
                return fitting[:1]
        return ()

    def _before(self, statement: Statement, start: int) -> Iterator[Sequence[str]]:
        """The names before a word of its sentence, then those of each sentence before, each in order."""
        yield _named(statement, range(start))
        held = self._articles[statement.article.id]
        for order in range(statement.order - 1, max(-1, statement.order - 1 - _BACK), -1):
            if not held[order].heading:
                yield _named(held[order], range(len(held[order].tokens)))


_OF_PEOPLE = {"en": frozenset({"he", "she", "him", "his", "her"})}
_OF_THINGS = {"en": frozenset({"it", "its"})}


def _named(statement: Statement, places: range) -> list[str]:
    """The names that stand at the places, each once, in order; where something is is no actor."""
    tokens = statement.tokens
    return list(dict.fromkeys(tokens[place].term for place in places if tokens[place].named))


@lru_cache(maxsize=20_000)
def _opening(statement: Statement, index: int) -> int:
    """Where the clause of a word begins, behind any "said" and "that"."""
    start, _ = clause(statement, index, index)
    forms = statement.forms()[start:index]
    said = (*hits(statement.lexis.complementizer, forms), *hits(statement.lexis.attribution, forms))
    return start + max((hit.last for hit in said), default=0)


def _pronouns(statement: Statement, start: int, index: int) -> list[str]:
    """The pronouns for others that stand before a word."""
    forms = statement.forms()[start:index]
    return [forms[hit.first][0] for hit in hits(statement.lexis.third_person, forms)]


def _same(match: Match, ours: Actor, theirs: Actor) -> float:
    if ours.names & theirs.names:
        return _MEANT if ours.guessed or theirs.guessed else 1.0
    pairs = ((a, b) for a in ours.nouns for b in theirs.nouns)
    if any(match.links.get(a) == b or match.linked(a, b) for a, b in pairs):
        return 1.0
    return _AKIN if any(match.akin(a, b) for a in ours.nouns for b in theirs.nouns) else 0.0


_MEANT, _AKIN = 0.8, 0.5


def _clause(statement: Statement, mark: Mark, apart: frozenset[int]) -> Part:
    """The content words of a passage's clause."""
    first, last = clause(statement, mark.first, mark.last - 1)
    return Part(statement, tuple(i for i in statement.content() if first <= i < last and i not in apart))

"""What is known of who says what in a story: voices, stances, how alike parts are, and what is disputed."""

from collections.abc import Sequence
from functools import cached_property

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.matching import meanings
from generator.compare.rivals.parts import Part, Parts
from generator.compare.rivals.stances import Stances
from generator.compare.rivals.values import Matches
from generator.compare.rivals.voices import Voice, Voices
from generator.compare.statements import Statement
from generator.compare.things import speaks
from generator.model import Comparison


class Ledger:
    """The voices, stances and parts of one story's statements."""

    def __init__(self, comparison: Comparison, reading: Reading, matches: Matches) -> None:
        self.matches = matches
        self.voices = Voices(comparison, reading)
        self.stances = Stances(self.voices)
        self.parts = Parts(reading, matches)
        self.statements = reading.statements
        self._articles: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            self._articles.setdefault(statement.article.id, []).append(statement)
        self._best: dict[tuple[Part, str], list[tuple[float, float, int]]] = {}

    def elsewhere(self, report: Part, statement: Statement) -> tuple[float, float]:
        """How much of a report the rest of the other statement's article states, at the most in one sentence.

        First what the outlet says itself, the statement apart; then what it reports too, wherever.
        """
        found = self._in_article(report, statement.article.id)
        own = max((stated for stated, _, number in found if number != statement.number), default=0.0)
        return own, max((told for _, told, _ in found), default=0.0)

    def thirds(self, report: Part, statement: Statement) -> tuple[int, int]:
        """In how many articles besides the two the outlet states a report itself, and in how many it reports it."""
        two = (report.statement.article.id, statement.article.id)
        others = [self._in_article(report, article) for article in self._articles if article not in two]
        stated = sum(any(own >= _SAME for own, _, _ in found) for found in others)
        return stated, sum(any(told >= _SAME for _, told, _ in found) for found in others)

    def _in_article(self, report: Part, article: str) -> list[tuple[float, float, int]]:
        key = (report, article)
        if key not in self._best:
            self._best[key] = [self._said_in(report, one) for one in self._near(report.statement, article)]
        return self._best[key]

    def _near(self, statement: Statement, article: str) -> Sequence[Statement]:
        """The statements of an article that are close to one of another."""
        return self._closest.get((statement.number, article), ())

    @cached_property
    def _closest(self) -> dict[tuple[int, str], list[Statement]]:
        found: dict[tuple[int, str], list[Statement]] = {}
        for one, other in self.matches.standing.closest():
            found.setdefault((one.number, other.article.id), []).append(other)
            found.setdefault((other.number, one.article.id), []).append(one)
        return found

    def _said_in(self, report: Part, one: Statement) -> tuple[float, float, int]:
        if one.heading:
            return 0.0, 0.0, one.number
        stance = self.stances.of(one)
        told = Part(one, tuple(sorted(stance.told)))
        return self.parts.best_clause(report, Part(one, stance.own)), self.parts.best_clause(report, told), one.number

    def disputes(self, statement: Statement) -> bool:
        """Whether a statement says that something is not so as somebody else says."""
        return any(hits(statement.lexis.disputes, statement.forms()))

    def disputed(self, one: Statement, other: Statement) -> float:
        """How near the nearest statement that disputes something is to either; those right behind count whole."""
        standing = self.matches.standing
        near = [
            max(standing.nearness(one, third), standing.nearness(other, third), self._follows(one, third))
            for third in self._disputing
            if third.number not in (one.number, other.number)
        ]
        return max(near, default=0.0)

    @cached_property
    def _disputing(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if self.disputes(statement))

    def _follows(self, one: Statement, third: Statement) -> float:
        return float(third.article.id == one.article.id and third.order == one.order + 1)

    def says(self, voice: Voice, statement: Statement) -> float:
        """How much of what somebody says the same one says in a statement's article too, at the most."""
        return max(
            (
                self.parts.alike(part_of(voice), part_of(third))
                for third in self.voices.in_article(statement.article.id)
                if self.matches.close(voice.statement, third.statement) and self.same_person(voice, third)
            ),
            default=0.0,
        )

    def heard(self, voice: Voice, rival: Voice) -> float:
        """How much what somebody says is like anything that others than the rival say in the rival's article."""
        return max(
            (
                self.parts.alike(part_of(voice), part_of(third))
                for third in self.voices.in_article(rival.statement.article.id)
                if third.statement is not rival.statement and self.matches.close(voice.statement, third.statement)
            ),
            default=0.0,
        )

    def told_as_own(self, one: Voice, other: Voice) -> float:
        """How much of what two say either article states itself, at the most."""
        return max(
            self.elsewhere(part_of(one), other.statement)[0],
            self.elsewhere(part_of(other), one.statement)[0],
        )

    def same_person(self, one: Voice, other: Voice) -> bool:
        """Whether two speakers are one, by a name, or by an office that stands beside the other's name somewhere."""
        if one.names & other.names or (one.entity and one.entity == other.entity):
            return True
        if one.names and other.names:
            return False
        if not (one.names or other.names):
            return False
        named, plain = (one, other) if one.names else (other, one)
        if plain.seen and not named.names.isdisjoint(_after(plain)):
            return True
        beside = set().union(*(self._offices.get(name, frozenset()) for name in named.names))
        words = [plain.statement.tokens[index] for index in _words_of(plain)]
        return any(not beside.isdisjoint(meanings(token, across=True)) for token in words if not token.place)

    def named_near(self, voice: Voice, rival: Voice) -> bool:
        """Whether the rival is named right before somebody speaks who has no name there: it may be the same one."""
        if (voice.names and not voice.pronoun) or not rival.names:
            return False
        told, order = self._articles[voice.statement.article.id], voice.statement.order
        before = told[max(0, order - _BEFORE) : order + 1]
        return any(token.term in rival.names for one in before for token in one.tokens)

    @cached_property
    def _offices(self) -> dict[str, set[str]]:
        """What stands beside each name, as concepts: "Petra Vandell, a teacher"."""
        found: dict[str, set[str]] = {}
        for statement in self.statements:
            tokens = statement.tokens
            for index, token in enumerate(tokens):
                if not token.named:
                    continue
                for place in range(max(0, index - _BESIDE), min(len(tokens), index + _BESIDE + 1)):
                    near = tokens[place]
                    if not (near.named or near.number or near.stop) and speaks(near):
                        found.setdefault(token.term, set()).update(meanings(near, across=True))
        return found


_SAME = 0.45
"""How much alike two parts are that likely say the same."""
_BEFORE = 3
"""Statements before somebody who speaks in which whoever is meant is named."""
_BESIDE = 4
"""Words from a name within which an office is its bearer's."""


def part_of(voice: Voice) -> Part:
    """What a voice says, as a part of its statement."""
    return Part(voice.statement, tuple(sorted(voice.said)))


def _after(voice: Voice) -> set[str]:
    """The names that follow a speaker at once: "the head of the firm, Petra Vandell"."""
    tokens = voice.statement.tokens
    return {token.term for token in tokens[voice.speaker.last : voice.speaker.last + _BESIDE] if token.named}


def _words_of(voice: Voice) -> list[int]:
    """The content words that say what a speaker is, up to the first small word: "an aide to the minister"."""
    tokens, found = voice.statement.tokens, list[int]()
    for index in range(*voice.speaker[:2]) if voice.seen else ():
        if not (tokens[index].stop or tokens[index].named):
            found.append(index)
        elif found:
            break
    return found

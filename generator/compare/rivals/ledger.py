"""What is known of who says what in a story: voices, stances, how alike parts are, and what is disputed."""

from functools import cached_property

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.rivals.parts import Part, Parts
from generator.compare.rivals.stances import Stances
from generator.compare.rivals.values import Matches
from generator.compare.rivals.voices import Voices
from generator.compare.statements import Statement
from generator.model import Comparison


class Ledger:
    """The voices, stances and parts of one story's statements."""

    def __init__(self, comparison: Comparison, reading: Reading, matches: Matches) -> None:
        self.matches = matches
        self.voices = Voices(comparison, reading)
        self.stances = Stances(self.voices)
        self.parts = Parts(reading, matches)
        self._reading = reading
        self._articles: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            self._articles.setdefault(statement.article.id, []).append(statement)
        self._best: dict[tuple[Part, str], list[tuple[float, float, int]]] = {}

    def elsewhere(self, report: Part, statement: Statement) -> tuple[float, float]:
        """How much of a report the rest of the other statement's article states, at the most in one sentence.

        First what the outlet says itself, the statement apart; then what it reports too, wherever.
        """
        key = (report, statement.article.id)
        if key not in self._best:
            self._best[key] = [self._said_in(report, one) for one in self._articles[statement.article.id]]
        found = self._best[key]
        own = max((stated for stated, _, number in found if number != statement.number), default=0.0)
        return own, max((told for _, told, _ in found), default=0.0)

    def _said_in(self, report: Part, one: Statement) -> tuple[float, float, int]:
        if one.heading or not self.matches.close(report.statement, one):
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
        return tuple(statement for statement in self._reading.statements if self.disputes(statement))

    def _follows(self, one: Statement, third: Statement) -> float:
        return float(third.article.id == one.article.id and third.order == one.order + 1)

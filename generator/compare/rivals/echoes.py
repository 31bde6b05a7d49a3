"""Whether an article says elsewhere itself what another one says: then the passage that seems to oppose it does not.

"Agreed to raise wages" is not opposed by "announced the agreement" where that article has "agreed to raise" as well.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from generator.compare.alignment import Reading
from generator.compare.marks import marks
from generator.compare.rivals.standing import Standing
from generator.compare.statements import Statement
from generator.compare.things import likely

Held = Literal["denied", "meant", "possible", "any"]
_NOWHERE = -1.0


class Echoes:
    """What each article denies, means to do and thinks possible, statement by statement."""

    def __init__(self, reading: Reading, standing: Standing) -> None:
        self._standing = standing
        self._articles: dict[str, list[Statement]] = {}
        for statement in reading.statements:
            self._articles.setdefault(statement.article.id, []).append(statement)

    def near(self, held: Held, one: Statement, index: int, other: Statement) -> float:
        """How near the other article has it too, against how near `other` is: 0 to 1.3 for nearer, -1 for nowhere.

        `index` is the word of `one` that is denied, meant, possible, or only there (`any`).
        """
        names = _names(one, index)
        there = self._standing.nearness(one, other)
        found = (
            self._standing.nearness(one, statement) - there
            for statement in self._articles[other.article.id]
            if statement is not other and not names.isdisjoint(_held(statement, held))
        )
        return max(found, default=_NOWHERE)


@lru_cache(maxsize=50_000)
def _names(statement: Statement, index: int) -> frozenset[str]:
    """What a word may be called by: its keys and its concepts."""
    token = statement.tokens[index]
    return token.keys.union(likely(token))


@lru_cache(maxsize=50_000)
def _held(statement: Statement, held: Held) -> frozenset[str]:
    """The words that are denied, meant or possible in a statement."""
    return frozenset[str]().union(*(_names(statement, index) for index in _FOUND[held](statement)))


_UNSURE = ("possible", "likely")
_FOUND: dict[Held, Callable[[Statement], Iterable[int]]] = {
    "denied": lambda statement: marks(statement).negated,
    "meant": lambda statement: marks(statement).intended,
    "possible": lambda statement: (index for index, mark in marks(statement).modal.items() if mark.meaning in _UNSURE),
    "any": lambda statement: statement.content(),
}

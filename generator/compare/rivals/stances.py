"""Whose word the words of a statement are: the outlet's own, or somebody's whom it reports, charges or doubts.

What somebody does or wants ("tried to sell", "backed a strike") the outlet tells itself, whoever it is about.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.compare.lexis import Hit, hits
from generator.compare.marks import marks
from generator.compare.rivals.voices import Voice, Voices
from generator.compare.statements import Statement


class Stance(NamedTuple):
    """The content words of a statement that are somebody's word, those held against somebody, and the outlet's own."""

    told: frozenset[int]
    charged: frozenset[int]
    own: tuple[int, ...]


class Stances:
    """The stance of every statement of a story, read when it is asked for."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._known: dict[int, Stance] = {}

    def of(self, statement: Statement) -> Stance:
        """The stance of a statement."""
        if statement.number not in self._known:
            self._known[statement.number] = _read(statement, self._voices.of(statement))
        return self._known[statement.number]


def _read(statement: Statement, heard: Sequence[Voice]) -> Stance:
    content = frozenset(statement.content())
    charges = list(hits(statement.lexis.accusation, statement.forms()))
    charged = frozenset(index for index in content if charges and index >= charges[0].last)
    spoken = [voice for voice in heard if not voice.act]
    told = frozenset(index for voice in spoken for index in voice.said) & content
    told |= charged | frozenset(index for index in content if statement.tokens[index].quoted)
    if marks(statement).anonymous:
        told = content
    frame = {index for voice in spoken for index in range(*voice.speaker[:2]) if index not in voice.said}
    frame |= _words_of(hits(statement.lexis.attribution, statement.forms()))
    own = tuple(index for index in sorted(content) if index not in told and index not in frame)
    return Stance(told, charged, own)


def _words_of(found: Iterable[Hit]) -> set[int]:
    return {index for hit in found for index in range(hit.first, hit.last)}

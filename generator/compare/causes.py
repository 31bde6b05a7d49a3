"""What the sources say something was caused by, where they name different causes of one thing."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.compare.alignment import Pair, Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark, following
from generator.compare.matching import Contrast, Match, clause, contrast, hypothetical
from generator.compare.statements import Statement, Token
from generator.compare.things import likely
from generator.compare.values import opposed_values
from generator.language.relations import akin

_WORDS = 3
"""Content words that name a cause."""
_TOPIC = 0.5


class Cause(NamedTuple):
    """The words that name a cause, and what they may mean."""

    mark: Mark
    meant: frozenset[str]


def causes(reading: Reading) -> Iterator[tuple[Contrast, Pair]]:
    """Two causes of one thing: each article names one, and neither says anything of the other's."""
    matches: dict[tuple[int, int], Match] = {}

    def score(pair: Pair, one: Cause, other: Cause, alone: bool) -> float:  # noqa: FBT001 - given by values
        if not alone or pair.topic < _TOPIC:
            return 0.0
        match = matches.setdefault((pair.one.number, pair.other.number), Match(pair))
        near = match.near(one.mark.first, one.mark.last, other.mark.first, other.mark.last)
        return near + pair.score if near > 1 or (near and pair.mutual) else 0.0

    for pair, one, other in opposed_values(
        reading, _causes, comparable=lambda _one, _other: True, agree=_agree, score=score
    ):
        match = matches[pair.one.number, pair.other.number]
        if not _has_words(pair.one, other.meant) and not _has_words(pair.other, one.meant):
            yield contrast("content", match, one.mark, other.mark, 0.8), pair


def _causes(statement: Statement) -> list[Cause]:
    """What a statement names as a cause, without doubt or denial."""
    forms = statement.forms()
    found = [following(statement, hit.last, _WORDS) for hit in hits(statement.lexis.caused_by, forms)]
    for hit in hits(statement.lexis.to_blame, forms):
        first, _ = clause(statement, hit.first, hit.first)
        found.append([index for index in statement.content() if first <= index < hit.first][-_WORDS:])
    return [_cause(statement, words) for words in found if words and not hypothetical(statement, words[0])]


def _cause(statement: Statement, words: list[int]) -> Cause:
    meant = frozenset(name for index in words for name in _meant(statement.tokens[index]))
    return Cause(Mark(words[0], words[-1] + 1, "cause:" + " ".join(sorted(meant))), meant)


def _meant(token: Token) -> tuple[str, ...]:
    return (token.term,) if token.named else (token.term, *likely(token))


def _agree(one: Cause, other: Cause) -> bool:
    """Whether two causes share a word, or words that may mean the same."""
    return bool(one.meant & other.meant) or any(akin(a[1:], b[1:]) for a in one.meant for b in other.meant)


def _has_words(statement: Statement, meant: frozenset[str]) -> bool:
    return any(meant & set(_meant(token)) for token in statement.tokens if not token.stop)

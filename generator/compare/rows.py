"""From contrasts of two statements to rows of a table: equal positions of several sources on one side."""

from collections.abc import Iterable, Sequence

from generator.compare.alignment import Pair
from generator.compare.joining import Joining
from generator.compare.matching import Contrast, Words
from generator.model import Difference, Evidence, Side

_ALIKE = 0.3
"""How much the likeness of the statements counts in a row's weight."""


def rows(contrasts: Sequence[tuple[Contrast, Pair]]) -> list[Difference]:
    """One difference for contrasts of one kind that share what a statement says."""
    joining = Joining(len(contrasts))
    first: dict[tuple[str, int, str], int] = {}
    for index, (contrast, _) in enumerate(contrasts):
        for pole, words in zip(contrast.poles, (contrast.one, contrast.other), strict=True):
            joining.join(first.setdefault((contrast.kind, words.statement.number, pole), index), index)
    return [_difference([contrasts[index] for index in group]) for group in joining.sets()]


def _difference(found: Sequence[tuple[Contrast, Pair]]) -> Difference:
    best, pair = max(found, key=lambda item: (item[0].strength, item[1].score, -item[1].one.number))
    sides: dict[str, list[Words]] = {pole: [] for pole in best.poles}
    for contrast, _ in found:
        for pole, words in zip(contrast.poles, (contrast.one, contrast.other), strict=True):
            sides.setdefault(pole, []).append(words)
    return Difference(
        kind=best.kind,
        subject=passage(best.subject),
        sides=tuple(side(sides[pole]) for pole in sorted(sides, key=lambda pole: _order(sides[pole]))),
        weight=round(best.strength * (1 - _ALIKE) + _ALIKE * pair.score, 4),
        translated=across({words.statement.language for words in held} for held in sides.values()),
    )


def across(languages: Iterable[set[str]]) -> bool:
    """Whether no language is spoken on every side, so that translation may account for what is different.

    Args:
        languages: those of each side.
    """
    return not set.intersection(*languages)


def _order(held: Sequence[Words]) -> int:
    return min(words.statement.number for words in held)


def passage(words: Words) -> Evidence:
    """Where the words stand."""
    return words.statement.passage(words.first, words.last)


def side(held: Sequence[Words]) -> Side:
    """The side of those who say so, each with the statement it stands in, once."""
    ordered = sorted(held, key=lambda words: (words.statement.number, words.first))
    statements = {words.statement.number: words.statement for words in ordered}
    return Side(
        articles=tuple(dict.fromkeys(words.statement.article.id for words in ordered)),
        evidence=tuple(statement.evidence for statement in statements.values()),
        value=passage(ordered[0]),
    )

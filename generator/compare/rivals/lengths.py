"""How long a story's articles are, and how much less sure that makes of what seems to differ."""

from math import log

from generator.compare.alignment import Reading


def length(reading: Reading) -> float:
    """Statements per article."""
    return len(reading.statements) / max(1, len({statement.article.id for statement in reading.statements}))


def extent(reading: Reading) -> float:
    """Words per article: some outlets write long sentences, and what they hold may be near something as well."""
    articles = {statement.article.id for statement in reading.statements}
    return sum(len(statement.tokens) for statement in reading.statements) / max(1, len(articles))


def doubt(reading: Reading) -> float:
    """What is taken off the logarithm of the odds where articles are long, as those of real news are.

    There more is near each other by chance, and less of it was written to differ, than in the stories that the weights
    are fitted on.
    """
    return _DOUBT * log(max(1.0, extent(reading) / _USUAL))


_USUAL = 340.0
"""Words of a short report."""
_DOUBT = 12.0
"""Chosen by reading rows of real news: at the likelihoods of short reports few were right in long ones."""


def is_long(reading: Reading) -> bool:
    """Whether words of one family, and quotations only partly alike, belong to different things too often."""
    return doubt(reading) >= _LONG


_LONG = 1.0

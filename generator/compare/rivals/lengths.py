"""How long a story's articles are, how much each tells by itself, and how much less sure that makes of a difference."""

from collections import Counter
from math import log

from generator.compare.alignment import Reading
from generator.compare.matching import TRANSLATED


def length(reading: Reading) -> float:
    """Statements per article."""
    return len(reading.statements) / max(1, len({statement.article.id for statement in reading.statements}))


def unanswered(reading: Reading) -> float:
    """Words per article in statements that another source has no like of, on average over the other sources.

    Where sources tell the same at length, as from one agency's report, what is near belongs together; in what each
    tells alone, something is near by chance. Words count, for some outlets write long sentences.
    """
    answered = {
        (one.number, other.source)
        for pair in reading.pairs
        for one, other in ((pair.one, pair.other), (pair.other, pair.one))
        if one.source != other.source and pair.score >= _LIKE * (TRANSLATED if pair.across else 1.0)
    }
    told = Counter(number for number, _ in answered)
    others = max(1, len({one.source for one in reading.statements}) - 1)
    words = sum(len(one.tokens) * (1 - told[one.number] / others) for one in reading.statements)
    return words / max(1, len({one.article.id for one in reading.statements}))


_LIKE = 0.25
"""How alike two statements of one language are where one has the like of the other."""


def doubt(reading: Reading) -> float:
    """What is taken off the logarithm of the odds where articles tell much by themselves, as those of real news do.

    There more is near each other by chance, and less of it was written to differ, than in the stories that the weights
    are fitted on.
    """
    return _DOUBT * log(max(1.0, unanswered(reading) / _USUAL))


_USUAL = 265.0
"""Words that an article may tell by itself."""
_DOUBT = 12.0
"""Chosen by reading rows of real news: at the likelihoods of short reports few were right in long ones."""


def is_long(reading: Reading) -> bool:
    """Whether words of one family, and quotations only partly alike, belong to different things too often."""
    return doubt(reading) >= _LONG


_LONG = 1.0

"""What a word before or behind a figure leaves it to be: "about", "at least", "or more"."""

from generator.compare.figure import digits_of
from generator.compare.numerals import Number
from generator.compare.reckoning import Forms, at, ends, reckoning
from generator.compare.statements import Statement
from generator.language.fold import fold

_BOUNDS = {
    "about": (0.85, 1.15), "nearly": (0.85, 1.0), "upto": (0.6, 1.0), "over": (1.0, 1.4), "under": (0.6, 1.0),
    "barely": (1.0, 1.08), "risen": (0.0, 1.0),
}  # fmt: skip
"""What a figure with such a word before or behind it may be, as shares of it."""


def bounds(statement: Statement, number: Number, behind: int) -> tuple[float, float]:
    """What a word before or behind a figure leaves it to be, as shares of it."""
    forms, lists = statement.forms(), reckoning(statement.language)
    if statement.language == "fr" and _up_to(statement, number.first):
        return _bound("upto", number)
    before = ends(lists.approximate, forms, number.first)
    if before is None and statement.tokens[number.first - 1].stop and number.first:
        before = ends(lists.approximate, forms, number.first - 1) if _determiner(forms, number.first - 1) else None
    if before is not None:
        return _bound(before.meaning, number)
    after = at(lists.approximate_behind, forms, behind) or at(lists.approximate_behind, forms, number.last)
    return _bound(after.meaning, number) if after is not None else (1.0, 1.0)


def _bound(meaning: str, number: Number) -> tuple[float, float]:
    """The bounds that a word means; narrower ones for a number of many digits, which is hardly a guess."""
    low, high = _BOUNDS[meaning]
    if meaning == "risen" or digits_of(number.value or 0.0) < _PRECISE:
        return low, high
    return max(low, 1 - _HARDLY), min(high, 1 + _HARDLY)


_PRECISE = 3
"""Digits from which on a number is told exactly, whatever stands before it."""


_HARDLY = 0.03


def _up_to(statement: Statement, first: int) -> bool:
    """Whether the French "up to" stands before a figure: its first half is cut off as an elided word."""
    start = statement.tokens[first - 1].start if first else 0
    return fold(statement.article.text[max(0, start - len("jusqu'")) : start]) == "jusqu'"


def _determiner(forms: Forms, index: int) -> bool:
    return any(len(form) <= len("eine") for form in forms[index])

"""Figures in a unit of measure, spans of time with the shorter ones behind them, and what is written as one."""

import re
from typing import NamedTuple

from generator.compare.bounds import bounds
from generator.compare.figure import Figure
from generator.compare.numerals import Number, number_at
from generator.compare.reckoning import at, reckoning
from generator.compare.statements import Statement
from generator.compare.units import Unit, turned
from generator.language.fold import fold


def measured(statement: Statement, number: Number, unit: Unit) -> Figure | None:
    """A figure in that unit; none where it is a span of time that only says when."""
    more = at(reckoning(statement.language).half_more, statement.forms(), unit.last)
    if unit.passed:
        return None
    if more is not None and number.value is not None:
        number = number._replace(value=number.value + 0.5, low=number.low + 0.5, high=number.high + 0.5)
    name, amount = turned(unit.name, number)
    low, high = bounds(statement, number, unit.last)
    last = max(number.last, unit.last if more is None else more.last)
    if name == "time" and more is None:
        rest = _shorter_spans(statement, unit)
        amount, last = amount.plus(rest.minutes), max(last, rest.last)
        if at(statement.lexis.span_ends, statement.forms(), rest.last) is not None:
            return None
    return Figure(number.first, last, amount.value or 0.0, name, True, amount.low * low, amount.high * high)


class _Spans(NamedTuple):
    """Shorter spans of time behind one: all together, and the index behind them."""

    minutes: float
    last: int


def _shorter_spans(statement: Statement, unit: Unit) -> _Spans:
    """What follows a span in shorter ones: "two hours, 18 minutes and 40 seconds"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    total, last, longest = 0.0, unit.last, unit.name
    while last < len(forms):
        joined = at(lists.joins, forms, last)
        number = number_at(statement, last if joined is None else joined.last)
        span = (
            at(statement.lexis.spans, forms, number.last) if number is not None and number.last < len(forms) else None
        )
        if number is None or number.value is None or span is None or not _shorter(span.meaning, longest):
            break
        total += turned(span.meaning, number)[1].value or 0.0
        last, longest = span.last, span.meaning
    return _Spans(total, last)


_FALLING = ("year", "month", "week", "day", "hour", "minute", "second")


def _shorter(name: str, than: str) -> bool:
    return name in _FALLING and than in _FALLING and _FALLING.index(name) > _FALLING.index(than)


_STOPPED = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?!\d|:)")


def stopped(statement: Statement, index: int) -> Figure | None:
    """A span of time as a stopwatch has it: "2:18:40"."""
    start = statement.tokens[index].start
    found = _STOPPED.match(fold(statement.article.text[start : start + len("00:00:00 ")]))
    if found is None or not statement.tokens[index].number:
        return None
    minutes = int(found[1]) * 60 + int(found[2]) + int(found[3]) / 60
    return Figure(index, _behind(statement, start + found.end()), minutes, "time", True, minutes, minutes)


_SCORE = re.compile(r"(\d{1,2})[-–:](\d{1,2})(?![\d\w%]|[-–:.,]\d)")


def scored(statement: Statement, index: int) -> Figure | None:
    """The score of a match: the higher number, and hundredths for the lower, so that 2-1 and 1-2 are one."""
    start = statement.tokens[index].start
    found = _SCORE.match(fold(statement.article.text[start : start + len("00-00 0")]))
    if found is None or not statement.tokens[index].number or statement.article.text[start - 1 : start] in _GLUED:
        return None
    one, other = int(found[1]), int(found[2])
    if one < other and one:
        return None  # A range: "10-15 people".
    value = max(one, other) + min(one, other) / 100
    return Figure(index, _behind(statement, start + found.end()), value, "score", True, value, value)


_GLUED = tuple("-–:.,/")


def _behind(statement: Statement, end: int) -> int:
    """The index of the first word that begins at a place of the text or behind it."""
    found = (place for place, token in enumerate(statement.tokens) if token.start >= end)
    return next(found, len(statement.tokens))

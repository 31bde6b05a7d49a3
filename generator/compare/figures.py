"""Figures in statements: a value, what is counted or measured, and whether it is meant exactly."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.compare.lexis import hits
from generator.compare.statements import Statement, Token

_YEAR = range(1900, 2101)
_REACH = 2
"""Words between a figure and what it counts."""
_TEN = 10
_HUNDRED = 100
_AND = {"and", "و", "und", "et", "y", "e"}
"""Stands between the words of one number: two hundred and fifty."""
_SIGN = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent", "٪": "percent"}


Forms = Sequence[tuple[str, ...]]


class Figure(NamedTuple):
    """`value` of `unit`: a measure ("percent"), or the term of the counted word. `exact` is false for bounds."""

    first: int
    last: int
    value: float
    unit: str
    measured: bool
    exact: bool
    counted: frozenset[str] = frozenset()
    """What the counted word may mean."""


def figures(statement: Statement) -> tuple[Figure, ...]:
    """The figures that count or measure something. Years, days of a month, durations, ages and ordinals are none."""
    forms = statement.forms()
    bounds = {hit.last for hit in hits(statement.lexis.approximate, forms)}
    found: list[Figure] = []
    index = 0
    while index < len(statement.tokens):
        last, value = _number(statement, forms, index)
        what = _what(statement, forms, index, last) if value is not None else None
        if value is not None and what is not None:
            unit, end, measured = what
            senses = frozenset() if measured else frozenset(statement.tokens[end - 1].concepts)
            found.append(Figure(index, end, value, unit, measured, index not in bounds, senses))
        index = max(last, index + 1)
    return tuple(found)


def _number(statement: Statement, forms: Forms, index: int) -> tuple[int, float | None]:
    """The number that begins at `index`: behind its last word, and its value.

    `index` itself where there is none; no value where its words do not make one number that is understood.
    """
    value = _simple(statement, forms, index)
    if value is None:
        return index, None
    last = index + 1
    known: float | None = value
    in_words, language = not statement.tokens[index].number, statement.article.language
    while last < len(forms) and not _is_unit(statement, forms, last):
        scale = _value(statement.lexis.magnitudes, forms[last])
        step = last + 1 if _AND & set(forms[last]) else last
        more = _value(statement.lexis.numbers, forms[step]) if step < len(forms) and in_words else None
        if scale is not None:
            known = None if known is None else known * scale
            last += 1
        elif more is not None and (step == last or _sum(known, more, language) is not None):
            known = _sum(known, more, language)
            last = step + 1
        else:
            break
    return last, known


def _sum(value: float | None, more: float, language: str) -> float | None:
    """Two number words as one: twenty one, two hundred fifty, in Arabic also seven ten and one twenty; else None."""
    if value is None:
        return None
    tens = more % _TEN == 0 and _TEN <= more < _HUNDRED
    teens = value < _TEN and tens and language == "ar"
    ones = value % _TEN == 0 and _TEN < value < _HUNDRED and more < _TEN
    rest = value % _HUNDRED == 0 and more < _HUNDRED
    return value + more if teens or ones or rest else None


def _simple(statement: Statement, forms: Forms, index: int) -> float | None:
    token = statement.tokens[index]
    if token.number:
        digits = token.term.removeprefix("#")
        try:
            return float(digits)
        except ValueError:
            return None
    return _value(statement.lexis.numbers, forms[index])


def _is_unit(statement: Statement, forms: Forms, index: int) -> bool:
    return any(hit.first == 0 for hit in hits(statement.lexis.units, forms[index : index + _REACH]))


def _value(values: Mapping[str, float], forms: Sequence[str]) -> float | None:
    return next((values[form] for form in forms if form in values), None)


def _what(statement: Statement, forms: Forms, first: int, last: int) -> tuple[str, int, bool] | None:
    """What a number counts or measures, behind which word that ends, whether it is a measure; None for no figure."""
    signed = _sign(statement, first, last)
    if signed:
        return signed, last, True
    unit = next((hit for hit in hits(statement.lexis.units, forms[last : last + _REACH]) if hit.first == 0), None)
    if unit is not None:
        return unit.meaning, last + unit.last, True
    if last == first + 1 and _is_year(statement.tokens[first]):
        return None
    counted = _counted(statement.tokens, last)
    if counted is None or any(hits(statement.lexis.durations, forms[last : counted + 1])):
        return None
    return statement.tokens[counted].term, counted + 1, False


def _is_year(token: Token) -> bool:
    digits = token.term.removeprefix("#")
    return token.number and digits.isdigit() and int(digits) in _YEAR


def _sign(statement: Statement, first: int, last: int) -> str | None:
    """The unit of a sign that touches the figure, before or behind it."""
    text = statement.article.text
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    before = text[start - 1 : start] if start > statement.start else ""
    return _SIGN.get(before) or _SIGN.get(text[end : end + 1].strip())


def _counted(tokens: Sequence[Token], last: int) -> int | None:
    """The word that is counted: the next content word, not beyond the clause, no figure and no name."""
    for index in range(last, min(last + _REACH, len(tokens))):
        token = tokens[index]
        if token.breaks or token.number or token.named:
            return None
        if not token.stop:
            return index
    return None

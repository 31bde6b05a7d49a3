"""Figures that are told in a way of their own: so many times, one in so many, two in one Arabic word, votes."""

from collections.abc import Sequence

from generator.compare.bounds import bounds
from generator.compare.counting import happened_near
from generator.compare.figure import Figure
from generator.compare.measured import measured
from generator.compare.numerals import Number, number_at
from generator.compare.reckoning import at, reckoning
from generator.compare.statements import Statement
from generator.compare.things import event, likely
from generator.compare.times import times
from generator.compare.units import Unit, unit_at

_HUNDRED = 100

_WHOLE = 20
"""The most of how many a share is told in words: "one in five"."""


_SHARE_LOOSE = 0.06


def multiple(statement: Statement, index: int) -> Figure | None:
    """How many times as large, or how often: "doubled", "twice"."""
    hit = at(reckoning(statement.language).multiples, statement.forms(), index)
    if hit is None:
        return None
    value = float(hit.meaning)
    return Figure(index, hit.last, value, "times", True, value, value)


def one_and_a_half(statement: Statement, index: int) -> Figure | None:
    """One and a half of a span of time: "an hour and a half"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    start = index + (at(lists.articles, forms, index) is not None)
    span = at(statement.lexis.spans, forms, start) if start > index or statement.language == "ar" else None
    if span is None or at(lists.half_more, forms, span.last) is None:
        return None
    one = Number(index, start, 1.0, 1.0, 1.0, spelled=True)
    return measured(statement, one, Unit(span.meaning, span.last))


def dual(statement: Statement, index: int) -> Figure | None:
    """Two of a kind in one Arabic word: two people, two hours."""
    if statement.language != "ar":
        return None
    noun = _two_of(statement, index)
    if noun == "":
        return None
    span = at(statement.lexis.spans, statement.forms(), index)
    if span is not None:
        return measured(statement, Number(index, index + 1, 2.0, 2.0, 2.0, spelled=True), Unit(span.meaning, index + 1))
    token = statement.tokens[index]
    happens = event(token) or happened_near(statement, index, index + 1)
    names = frozenset(likely(token))
    return Figure(index, index + 1, 2.0, "person", False, 2.0, 2.0, names, happens, False)


_DUAL = ("ان", "ين")


def _two_of(statement: Statement, index: int) -> str:
    """The noun of which a word names two; empty for none."""
    forms = statement.forms()[index]
    lists = reckoning("ar")
    for form in forms:
        if not form.endswith(_DUAL):
            continue
        stem = form[:-2]
        for noun in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem):
            plural = form.endswith(_DUAL[1]) and noun in lists.masculine_plurals
            if noun in lists.duals and not plural:
                return noun
        if at(statement.lexis.spans, [(form,)], 0) is not None and at(statement.lexis.spans, [(stem,)], 0) is not None:
            return stem
        if at(statement.lexis.spans, [(form,)], 0) is not None and stem.endswith("ت"):
            return stem
    return ""


def one_in(statement: Statement, index: int) -> Figure | None:
    """So many of each so many, as a share: "one in five"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    one = number_at(statement, index)
    place = one.last + _one_noun(statement, one.last) if one is not None else index
    link = at(lists.in_each, forms, place) if one is not None and one.value else None
    other = number_at(statement, link.last) if link is not None and link.last < len(forms) else None
    if one is None or other is None or not one.value or not other.value or not one.value < other.value <= _WHOLE:
        return None
    if other.last < len(forms) and (at(statement.lexis.spans, forms, other.last) or unit_at(statement, other)):
        return None
    taken = {place for time in times(statement) for place in range(time.first, time.last)}
    if {index, other.first} & taken or not (one.value == 1 or (one.spelled and other.spelled)):
        return None
    value = _HUNDRED * one.value / other.value
    low, high = bounds(statement, one, other.last)
    low, high = low * (1 - _SHARE_LOOSE), high * (1 + _SHARE_LOOSE)
    return Figure(index, other.last, value, "percent", True, value * low, value * high)


def _one_noun(statement: Statement, index: int) -> bool:
    """Whether one noun stands there, between the numbers of "one voter in five"."""
    if index >= len(statement.tokens):
        return False
    token = statement.tokens[index]
    return not (token.stop or token.number or token.breaks or token.named)


def votes_against(statement: Statement, number: Number, before: Sequence[Figure]) -> Figure | None:
    """The votes that lost: "by 61 votes to 54"."""
    last = before[-1] if before else None
    if last is None or last.unit != "vote" or last.last != number.first - 1:
        return None
    link = at(reckoning(statement.language).range_to, statement.forms(), number.first - 1)
    if link is None or number.value is None:
        return None
    return Figure(number.first, number.last, number.value, "vote", True, number.low, number.high)

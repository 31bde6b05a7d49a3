"""How old somebody or something is, and of whom that is said."""

from generator.compare.bounds import bounds
from generator.compare.figure import Figure
from generator.compare.measured import measured
from generator.compare.numerals import Number
from generator.compare.reckoning import at, ends, reckoning
from generator.compare.statements import Statement
from generator.compare.things import is_person, likely
from generator.compare.units import Unit

_OLDEST = 130
"""Years that a person may be old, at the most."""


def age_before(statement: Statement, number: Number) -> bool:
    """Whether a word before a number says that it is an age."""
    return ends(reckoning(statement.language).age_before, statement.forms(), number.first) is not None


def aged(statement: Statement, number: Number, unit: Unit) -> Figure | None:
    """Years: a span of time, or how old something is; the age of somebody is a figure where it says of whom."""
    forms, lists = statement.forms(), reckoning(statement.language)
    old = at(lists.age_behind, forms, unit.last)
    if old is None and not age_before(statement, number):
        return measured(statement, number, unit)
    last = old.last if old is not None else unit.last
    low, high = bounds(statement, number, last)
    noun = _bearer(statement, number, last)
    if (number.value or 0.0) <= _OLDEST and noun is None:
        whose = age_of(statement, number)
        return None if whose is None else whose._replace(last=last)
    names = frozenset(f"{name} age" for name in likely(statement.tokens[noun])) if noun is not None else frozenset()
    name = "age" if noun is None else f"{statement.tokens[noun].term} age"
    value = number.value or 0.0
    return Figure(number.first, last, value, name, noun is None, number.low * low, number.high * high, names)


def _bearer(statement: Statement, number: Number, last: int) -> int | None:
    """The noun right behind an age: "a 34-year-old driver"."""
    tokens = statement.tokens
    if number.spelled and number.value == 1:
        return None
    if last >= len(tokens) or tokens[last].breaks or tokens[last].stop or tokens[last].named or tokens[last].number:
        return None
    if statement.language == "en" and tokens[last].forms[0].endswith("ed"):
        return None
    return last if (number.value or 0) <= _OLDEST else None


def age_of(statement: Statement, number: Number) -> Figure | None:
    """How old somebody is who is named right before: "Lodden, 54"."""
    name = _named_before(statement, number.first)
    if name is None or number.value is None or number.value > _OLDEST:
        return None
    unit = f"{name} age"
    return Figure(number.first, number.last, number.value, unit, False, number.low, number.high, frozenset((unit,)))


_BEFORE = 4
"""Words between somebody's name and the age."""


def _named_before(statement: Statement, first: int) -> str | None:
    """The name of somebody right before an age; only small words and such as announce an age may stand between."""
    forms, lists = statement.forms(), reckoning(statement.language)
    announced = ends(lists.age_before, forms, first)
    for index in range(first - 1, max(-1, first - 2 - _BEFORE), -1):
        token = statement.tokens[index]
        if token.named:
            return None if token.place else token.term
        if not (token.stop or (announced is not None and index >= announced.first - 1)):
            return None
    return None


def apposed(statement: Statement, number: Number) -> bool:
    """Whether a bare figure stands between marks behind somebody: "the driver, 34, was hurt"."""
    tokens, first, last = statement.tokens, number.first, number.last
    if not (first and tokens[first].breaks) or number.spelled or not 0 < (number.value or 0.0) <= _OLDEST:
        return False
    before = tokens[first - 1]
    ended = last >= len(tokens) or tokens[last].breaks
    return ended and (is_person(before) or (before.named and not before.place))

"""Times in statements: dates, months and parts of the year, years, times of day."""

from functools import lru_cache
from typing import NamedTuple

from generator.compare.calendar import day_and_month, month_of
from generator.compare.lexis import hits
from generator.compare.statements import Statement
from generator.language.fold import fold

_YEARS = range(1900, 2101)
_HALF_DAY = 12 * 60
_CLOCK_APART = 29
"""Minutes between two times of day from which on they are different ones."""
_HOURS = 24
_MINUTES = 60


class Stretch(NamedTuple):
    """Words of a statement: the first, and the one behind the last."""

    first: int
    last: int


class Time(NamedTuple):
    """A time by what is known of it. `months` are the first and last it may be in; `clock` is in minutes.

    A clock time of which the half of the day is not known counts from 0 to 720 (`half` is false).
    """

    first: int
    last: int
    kind: str
    day: int | None = None
    months: tuple[int, int] | None = None
    year: int | None = None
    clock: int | None = None
    half: bool = False

    def agrees(self, other: "Time") -> bool:
        """Whether both may be the same time, as far as they say."""
        if self.year and other.year and self.year != other.year:
            return False
        if self.day and other.day and self.day != other.day:
            return False
        if self.months and other.months:
            return self.months[0] <= other.months[1] and other.months[0] <= self.months[1]
        if self.clock is not None and other.clock is not None:
            whole = 2 * _HALF_DAY if self.half and other.half else _HALF_DAY
            apart = abs(self.clock - other.clock) % whole
            return min(apart, whole - apart) <= _CLOCK_APART
        return True


@lru_cache(maxsize=20_000)
def times(statement: Statement) -> tuple[Time, ...]:
    """The times that a statement names, weekdays and parts of the day apart, left to right."""
    found: list[Time] = []
    parts = {hit.first: hit for hit in hits(statement.lexis.months, statement.forms())}
    index = 0
    while index < len(statement.tokens):
        part = parts.get(index)
        time = _date(statement, index) or _clock(statement, index)
        if time is None and part is not None:
            first, last = (int(number) for number in part.meaning.split("-"))
            time = Time(index, part.last, "months", months=(first, last))
        time = time or _month(statement, index) or _year(statement, index)
        if time is not None:
            found.append(time)
        index = max(index + 1, time.last if time is not None else 0)
    return tuple(found)


def _date(statement: Statement, index: int) -> Time | None:
    found = day_and_month(statement, index)
    if found is None:
        return _range(statement, index)
    return Time(index, index + found.length, "date", day=found.day, months=(found.month, found.month), year=found.year)


def _range(statement: Statement, index: int) -> Time | None:
    """Days from one to another: "between 9 and 24 July", "9 to 24 July". They are not compared."""
    if not statement.tokens[index].number or index + 2 >= len(statement.tokens):
        return None
    close = statement.tokens[index + 1].number or statement.tokens[index + 1].stop
    start = index + 1 if statement.tokens[index + 1].number else index + 2
    found = day_and_month(statement, start) if close and statement.tokens[start].number else None
    return None if found is None else Time(index, start + found.length, "range")


def _month(statement: Statement, index: int) -> Time | None:
    """A month by its name; a word that is a name or a verb as well only with a capital and no name."""
    token = statement.tokens[index]
    number = None if token.named else month_of(statement, index)
    if number is None:
        return None
    year = _year_at(statement, index + 1)
    return Time(index, index + 1 + (year is not None), "months", months=(number, number), year=year)


def _year(statement: Statement, index: int) -> Time | None:
    """A year by itself, behind a word that says when; not what follows a currency or counts something."""
    year = _year_at(statement, index)
    before = statement.tokens[index - 1] if index else None
    if year is None or before is None or not before.stop:
        return None
    return Time(index, index + 1, "year", year=year)


def _year_at(statement: Statement, index: int) -> int | None:
    if index >= len(statement.tokens) or not statement.tokens[index].number:
        return None
    token = statement.tokens[index]
    digits = fold(statement.article.text[token.start : token.end])
    return int(digits) if digits.isdigit() and len(digits) == len("2000") and int(digits) in _YEARS else None


def _clock(statement: Statement, index: int) -> Time | None:
    """A time of day: "9.40 p.m.", "two in the morning", "five o'clock", "at noon"; in Arabic behind its word for it."""
    forms = statement.forms()
    named = next((hit for hit in hits(statement.lexis.clock, forms[index : index + 3]) if hit.first == 0), None)
    if named is not None and named.meaning.isdigit():
        return Time(index, index + named.last, "clock", clock=int(named.meaning), half=True)
    marked = next((hit for hit in hits(statement.lexis.clock_marks, forms[index : index + 2]) if hit.first == 0), None)
    start = index + (marked.last if marked is not None else 0)
    minutes = _minutes(statement, start)
    if minutes is None:
        return None
    after = next((hit for hit in hits(statement.lexis.clock, forms[start + 1 : start + 5]) if hit.first == 0), None)
    if after is None and marked is None:
        return None
    meaning = after.meaning if after is not None else ""
    last = start + 1 + (after.last if after is not None else 0)
    if meaning == "pm" and minutes < _HALF_DAY:
        minutes += _HALF_DAY
    elif meaning == "am" and minutes >= _HALF_DAY:
        minutes -= _HALF_DAY
    return Time(index, last, "clock", clock=minutes, half=meaning in ("am", "pm") or minutes > _HALF_DAY)


def _minutes(statement: Statement, index: int) -> int | None:
    """The minutes since midnight that a figure like 9, 9.40 or a word like "two" means."""
    if index >= len(statement.tokens):
        return None
    token = statement.tokens[index]
    if not token.number:
        lists = (statement.lexis.numbers, statement.lexis.ordinals)
        found = next((values[form] for values in lists for form in token.forms if form in values), None)
        return int(found) * _MINUTES if found is not None and 0 < found <= _HOURS / 2 else None
    text = statement.article.text[token.start : token.end].replace(":", ".")
    hours, _, minutes = text.partition(".")
    if not (hours.isdigit() and len(hours) <= len("12") and int(hours) < _HOURS):
        return None
    if minutes and not (minutes.isdigit() and len(minutes) == len("40") and int(minutes) < _MINUTES):
        return None
    return int(hours) * _MINUTES + int(minutes or 0)

"""Times in statements: dates, months and parts of the year, years, times of day."""

from functools import lru_cache
from typing import NamedTuple

from generator.compare.calendar import Month, day_and_month, day_number, month_at
from generator.compare.hours import Stretch, hour_at
from generator.compare.reckoning import at, ends, reckoning
from generator.compare.statements import Statement
from generator.language.fold import fold

__all__ = ["Stretch", "Time", "times"]

_YEARS = range(1900, 2101)
_HALF_DAY = 12 * 60
_CLOCK_APART = 29
"""Minutes between two times of day from which on they are different ones."""
_LAST_DAY = 31
_MONTHS = 12


class Time(NamedTuple):
    """A time by what is known of it. `months` are the first and last it may be in; `clock` is in minutes.

    `days` are the first and last day of the month where a part of it is meant ("early May"). A clock time of which
    the half of the day is not known counts from 0 to 720 (`half` is false).
    """

    first: int
    last: int
    kind: str
    day: int | None = None
    months: tuple[int, int] | None = None
    year: int | None = None
    clock: int | None = None
    half: bool = False
    days: tuple[int, int] | None = None
    relative: bool = False
    """Whether it is told from the day of publication: "last year"."""
    to: int | None = None
    """The year up to which it goes, of years from one to another."""

    def agrees(self, other: "Time") -> bool:
        """Whether both may be the same time, as far as they say."""
        if self.year and other.year and (self.year, self.to) != (other.year, other.to):
            return False
        if self.day and other.day and self.day != other.day:
            return False
        if self.months and other.months:
            shared = self.months[0] <= other.months[1] and other.months[0] <= self.months[1]
            return shared and self._same_part(other)
        if self.clock is not None and other.clock is not None:
            whole = 2 * _HALF_DAY if self.half and other.half else _HALF_DAY
            apart = abs(self.clock - other.clock) % whole
            return min(apart, whole - apart) <= _CLOCK_APART
        return True

    def _same_part(self, other: "Time") -> bool:
        """Whether the days of one month that both may be in overlap."""
        if self.months != other.months or self.months is None or self.months[0] != self.months[1]:
            return True
        ours, theirs = ((one.day, one.day) if one.day else one.days for one in (self, other))
        return not (ours and theirs) or (ours[0] <= theirs[1] and theirs[0] <= ours[1])


@lru_cache(maxsize=20_000)
def times(statement: Statement) -> tuple[Time, ...]:
    """The times that a statement names, weekdays and parts of the day apart, left to right."""
    found: list[Time] = []
    index = 0
    while index < len(statement.tokens):
        time = _time(statement, index)
        if time is not None:
            found.append(time)
        index = max(index + 1, time.last if time is not None else 0)
    return tuple(found)


def _time(statement: Statement, index: int) -> Time | None:
    """The time that begins at a word."""
    dated = _date(statement, index)
    if dated is not None:
        return dated
    hour = hour_at(statement, index)
    if hour is not None:
        return Time(hour.first, hour.last, "clock", clock=hour.minutes, half=hour.half)
    part = _part_of_year(statement, index) or _month(statement, index) or _from_now(statement, index)
    return part or _day_alone(statement, index) or _year(statement, index)


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


def _part_of_year(statement: Statement, index: int) -> Time | None:
    """A season, a half or a quarter of a year."""
    hit = at(reckoning(statement.language).months, statement.forms(), index)
    if hit is None or _of_a_noun(statement, index):
        return None
    first, last = (int(number) for number in hit.meaning.split("-"))
    return Time(index, hit.last, "months", months=(first, last))


def _of_a_noun(statement: Statement, index: int) -> bool:
    """Whether an Arabic season or the like only belongs to the noun before it: the festival of spring."""
    before = statement.tokens[index - 1] if index else None
    if statement.language != "ar" or before is None or before.stop or before.number or statement.tokens[index].breaks:
        return False
    text, start = statement.article.text, statement.tokens[index].start
    timed = at(statement.lexis.spans, statement.forms(), index - 1) or before.forms[0] in _PARTS_OF_YEAR
    return text[start : start + 2] == "ال" and not timed


_PARTS_OF_YEAR = frozenset(
    {"فصل", "موسم", "مطلع", "اوائل", "اواخر", "منتصف", "بدايه", "نهايه", "اول", "اخر", "طوال", "خلال"}
)


def _month(statement: Statement, index: int) -> Time | None:
    """A month by its name, and which part of it; a word that is a name or a verb as well only as a month is written."""
    part = at(reckoning(statement.language).month_parts, statement.forms(), index)
    start = index if part is None else part.last
    if start >= len(statement.tokens) or statement.tokens[start].named:
        return None
    month = month_at(statement, start)
    if month is None:
        return None
    year = _year_at(statement, month.last)
    last = month.last + (year is not None)
    to = _month_to(statement, start, last) if part is None else None
    if to is not None and month.number < to.number <= _MONTHS:
        return Time(index, to.last, "months", months=(month.number, to.number), year=_year_at(statement, to.last))
    first, _, end = part.meaning.partition("-") if part is not None else ("", "", "")
    days = (int(first), int(end)) if first else None
    return Time(index, last, "months", months=(month.number, month.number), year=year, days=days)


def _month_to(statement: Statement, first: int, last: int) -> Month | None:
    """The month up to which something goes that begins in one: "between May and September"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    ranged = ends(lists.range_between, forms, first) or ends(lists.range_from, forms, first)
    link = at(lists.range_to, forms, last) or at(lists.joins, forms, last)
    step = last if link is None else link.last
    attached = statement.language == "ar" and step < len(forms)
    return month_at(statement, step) if ranged and step < len(forms) and (link or attached) else None


def _from_now(statement: Statement, index: int) -> Time | None:
    """A month or a year told from the day of publication: "last month", "this year"."""
    published, lists = statement.article.published, reckoning(statement.language)
    month = at(lists.months_from_now, statement.forms(), index)
    year = at(lists.years_from_now, statement.forms(), index)
    hit = month or year
    if published is None or hit is None or (index and statement.tokens[index - 1].forms[0] == "the"):
        return None
    if month is None:
        return Time(index, hit.last, "year", year=published.year + int(hit.meaning), relative=True)
    months = published.year * _MONTHS + published.month - 1 + int(hit.meaning)
    number = months % _MONTHS + 1
    return Time(index, hit.last, "months", months=(number, number), year=months // _MONTHS, relative=True)


def _day_alone(statement: Statement, index: int) -> Time | None:
    """A day without its month: "on the 14th"."""
    day, forms = day_number(statement, index), statement.forms()
    if day is None or ends(reckoning(statement.language).day_of, forms, index) is None:
        return None
    behind = index + 1
    token = statement.tokens[index]
    figure = token.number and (statement.language != "en" or statement.article.text[token.end - 1].isalpha())
    dotted = statement.language != "de" or statement.article.text[token.end : token.end + 1] == "."
    ended = behind >= len(forms) or statement.tokens[behind].breaks or statement.tokens[behind].stop
    return Time(index, behind, "date", day=day) if figure and dotted and ended and day <= _LAST_DAY else None


def _year(statement: Statement, index: int) -> Time | None:
    """A year by itself, behind a word that says when; not what follows a currency or counts something."""
    year = _year_at(statement, index)
    before = statement.tokens[index - 1] if index else None
    to = _year_to(statement, index)
    if year is not None and to is not None:
        return Time(index, to[0] + 1, "years", year=year, to=to[1])
    if year is None or before is None or not (before.stop or _said_to_be_a_year(statement, index - 1)):
        return None
    return Time(index, index + 1, "year", year=year)


def _year_to(statement: Statement, index: int) -> tuple[int, int] | None:
    """Where the year stands up to which something goes that begins in one, and which: "between 2023 and 2026"."""
    forms, lists, last = statement.forms(), reckoning(statement.language), index + 1
    if last >= len(forms):
        return None
    ranged = ends(lists.range_between, forms, index) or ends(lists.range_from, forms, index)
    link = (at(lists.range_to, forms, last) or at(lists.joins, forms, last)) if ranged else None
    place = last if link is None else link.last
    token, before = statement.tokens[last], statement.tokens[index]
    dashed = statement.article.text[before.end : token.start].strip() in _DASHES
    if link is None and not dashed:
        attached = fold(statement.article.text[token.start : token.end]).removeprefix("و")
        known = ranged and statement.language == "ar" and attached.isdigit() and int(attached) in _YEARS
        return (last, int(attached)) if known else None
    year = _year_at(statement, place)
    return None if year is None else (place, year)


_DASHES = frozenset("-–—/")


def _said_to_be_a_year(statement: Statement, index: int) -> bool:
    """Whether the word before is "year": in Arabic and German years go behind it."""
    span = at(statement.lexis.spans, statement.forms(), index)
    return span is not None and span.meaning == "year"


def _year_at(statement: Statement, index: int) -> int | None:
    if index >= len(statement.tokens) or not statement.tokens[index].number:
        return None
    token = statement.tokens[index]
    digits = fold(statement.article.text[token.start : token.end])
    return int(digits) if digits.isdigit() and len(digits) == len("2000") and int(digits) in _YEARS else None

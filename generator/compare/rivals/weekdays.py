"""Which days a weekday may be: by the publication, by its week, by its place in a month."""

from datetime import date, timedelta

from generator.compare.calendar import month_at
from generator.compare.marks import Mark
from generator.compare.reckoning import at, ends, reckoning, value
from generator.compare.statements import Statement

_WEEK = 7
_REACH = 3
"""Words behind a weekday among which its month stands: "the first Friday of September", "الجمعة الأولى من"."""


def days_of(statement: Statement, mark: Mark, published: date | None) -> frozenset[date]:
    """The days that a weekday in a statement may be; empty where nothing is known of the publication."""
    if published is None:
        return frozenset()
    weekday = int(mark.meaning)
    return _in_month(statement, mark, published) or _in_week(statement, mark, published) or _around(weekday, published)


def _around(weekday: int, published: date) -> frozenset[date]:
    """The days of that name from a week before publication to a week behind it."""
    week = (published + timedelta(days=step) for step in range(-_WEEK, _WEEK + 1))
    return frozenset(day for day in week if day.weekday() == weekday)


def _in_week(statement: Statement, mark: Mark, published: date) -> frozenset[date]:
    """The day in the week that is told: the one after next for "Saturday week", the next for "of next week"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    told = at(lists.weeks_behind, forms, mark.last) or ends(lists.weeks_before, forms, mark.first)
    if told is None:
        return frozenset()
    first = published + timedelta(days=_WEEK + 1)
    if told.meaning == "next":
        first = published - timedelta(days=published.weekday()) + timedelta(days=_WEEK)
    return frozenset((first + timedelta(days=(int(mark.meaning) - first.weekday()) % _WEEK),))


def _in_month(statement: Statement, mark: Mark, published: date) -> frozenset[date]:
    """The first, second, third, fourth such day of a month, in the year that is nearest."""
    number = _ordinal(statement, mark.first - 1) or _ordinal(statement, mark.last)
    places = range(mark.last, min(mark.last + _REACH, len(statement.tokens)))
    months = [found.number for place in places if (found := month_at(statement, place)) is not None]
    if number is None or not months or not 1 <= months[0] <= date.max.month:
        return frozenset()
    years = (published.year - 1, published.year, published.year + 1)
    known = (year for year in years if date.min.year <= year <= date.max.year)
    days = [_nth(year, months[0], int(mark.meaning), number) for year in known]
    return frozenset((min(days, key=lambda day: abs(day - published)),))


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (number - 1))


_FOURTH = 4


def _ordinal(statement: Statement, index: int) -> int | None:
    """The ordinal that stands there, from the first to the fourth."""
    if not 0 <= index < len(statement.tokens):
        return None
    found = value(reckoning(statement.language).ordinals, statement.forms(), index)
    return int(found) if found is not None and found <= _FOURTH else None

"""Days, hours, months and years that may be of one thing.

A weekday, a date and a word like "yesterday" all mean a day, resolved against the article's publication where that is
known; so "on Friday" and "on 12 March" agree where they are the same day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match
from generator.compare.rivals.apart import marks_of, one_is_over
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches, Rules, rival_values
from generator.compare.statements import Statement
from generator.compare.times import Time, times

_WEEK = 7
_HALF_DAY = 720
_APART = 9
"""Minutes that a time of day may be off."""
_PARTS = {"morning": (240, 719), "noon": (660, 840), "afternoon": (720, 1140), "evening": (960, 1439),
          "night": (1140, 1800)}  # fmt: skip


class Moment(NamedTuple):
    """A time by what is known of it: `days` it may be, `months` and `year`, or minutes of the day from `hours`."""

    scale: str
    written: str
    days: frozenset[date] = frozenset()
    weekday: int | None = None
    time: Time | None = None
    hours: tuple[int, int] | None = None
    half: bool = True


def rival_moments(reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two times of different sources on one scale that do not agree, neither past while the other is to come."""
    for rival in rival_values(reading, matches, _RULES):
        if not one_is_over(rival.match, *marks_of(rival.contrast)):
            yield rival


def _values(statement: Statement) -> list[tuple[Mark, Moment]]:
    found = [*_dated(statement), *_named_days(statement), *_relative(statement), *_parts(statement)]
    return sorted(found, key=lambda item: item[0][:2])


def _dated(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    for time in times(statement):
        mark = Mark(time.first, time.last, str(time[2:]))
        if time.kind == "clock" and time.clock is not None:
            yield mark, Moment("hour", "clock", hours=(time.clock - _APART, time.clock + _APART), half=time.half)
        elif time.kind == "date":
            days = _nearest(time, _published(statement))
            weekday = next(iter(days)).weekday() if len(days) == 1 else None
            yield mark, Moment("day", "date", days=days, weekday=weekday, time=time)
        elif time.kind == "months":
            yield mark, Moment("month", "month", time=time)
        elif time.kind == "year":
            yield mark, Moment("year", "year", time=time)


def _published(statement: Statement) -> date | None:
    published = statement.article.published
    return None if published is None else published.date()


def _nearest(time: Time, published: date | None) -> frozenset[date]:
    """The day of a date; where no year is stated, that nearest to the publication."""
    if time.day is None or time.months is None or (published is None and time.year is None):
        return frozenset()
    years = (time.year,) if time.year or published is None else (published.year - 1, published.year, published.year + 1)
    found = [day for year in years if year is not None and (day := _day(year, time.months[0], time.day)) is not None]
    if not found or published is None:
        return frozenset(found)
    return frozenset((min(found, key=lambda day: abs(day - published)),))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named_days(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    published = _published(statement)
    for mark in marks(statement).days:
        weekday = int(mark.meaning)
        yield mark, Moment("day", "weekday", days=_around(weekday, published), weekday=weekday)


def _around(weekday: int, published: date | None) -> frozenset[date]:
    """The days of that name from a week before publication to a week behind it."""
    if published is None:
        return frozenset()
    week = (published + timedelta(days=step) for step in range(-_WEEK, _WEEK + 1))
    return frozenset(day for day in week if day.weekday() == weekday)


def _relative(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    published = _published(statement)
    if published is None:
        return
    for hit in hits(statement.lexis.relative_days, statement.forms()):
        day = published + timedelta(days=int(hit.meaning))
        yield (
            Mark(hit.first, hit.last, day.isoformat()),
            Moment("day", "relative", days=frozenset((day,)), weekday=day.weekday()),
        )


def _parts(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    """Parts of the day; none within a time of day: "two in the morning"."""
    taken = {index for time in times(statement) for index in range(time.first, time.last)}
    for mark in marks(statement).dayparts:
        if mark.first not in taken:
            yield mark, Moment("hour", "part", hours=_PARTS[mark.meaning])


def _comparable(one: Moment, other: Moment) -> bool:
    if one.scale == other.scale:
        return True
    return {one.scale, other.scale} == {"day", "month"} and bool(one.time and other.time)


def _agree(one: Moment, other: Moment) -> bool:
    if one.hours is not None and other.hours is not None:
        return _overlap(one, other)
    if one.time is not None and other.time is not None:
        return one.time.agrees(other.time)
    if one.days and other.days:
        return bool(one.days & other.days)
    return one.weekday == other.weekday or None in (one.weekday, other.weekday)


def _meets(one: Moment, other: Moment) -> bool:
    exact = one.scale == other.scale and (other.written != "part" or one.written == "part")
    return exact and _agree(one, other)


def _overlap(one: Moment, other: Moment) -> bool:
    """Whether two stretches of the day touch, whichever half of the day is meant."""
    if one.hours is None or other.hours is None:
        return True
    step = 2 * _HALF_DAY if one.half and other.half else _HALF_DAY
    return any(
        one.hours[0] <= other.hours[1] + shift and other.hours[0] + shift <= one.hours[1] for shift in (-step, 0, step)
    )


def _traits(match: Match, one: Moment, other: Moment) -> dict[str, float]:
    days = min((abs((a - b).days) for a in one.days for b in other.days), default=0)
    return {
        "hour": float(one.scale == "hour"),
        "day": float(one.scale == other.scale == "day"),
        "year": float(one.scale == "year"),
        "month": float("month" in (one.scale, other.scale)),
        "same_form": float(one.written == other.written),
        "weekdays": float(one.written == other.written == "weekday"),
        "days_apart": min(days, 60),
        "minutes_apart": _minutes_apart(one, other),
        "relative": float(bool(one.time and one.time.relative)) + float(bool(other.time and other.time.relative)),
        "both_days": float(len(marks(match.one).days) > 1) + float(len(marks(match.other).days) > 1),
    }


def _minutes_apart(one: Moment, other: Moment) -> float:
    if one.hours is None or other.hours is None:
        return 0.0
    return min(abs(sum(one.hours) - sum(other.hours)) / 2, 720.0)


_RULES = Rules(
    ground="moment",
    kind="time",
    values=_values,
    comparable=_comparable,
    agree=_agree,
    meets=_meets,
    traits=_traits,
)

"""Days, hours, months and years that may be of one thing.

A weekday, a date and a word like "yesterday" all mean a day, resolved against the article's publication where that is
known; so "on Friday" and "on 12 March" agree where they are the same day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.compare.alignment import Reading
from generator.compare.lexis import hits
from generator.compare.marks import Mark, marks
from generator.compare.matching import Match
from generator.compare.reckoning import at, ends, reckoning
from generator.compare.rivals.apart import marks_of, one_is_over
from generator.compare.rivals.traits import Rival
from generator.compare.rivals.values import Matches, Rules, rival_values
from generator.compare.rivals.weekdays import days_of
from generator.compare.statements import Statement
from generator.compare.times import Time, times

_HALF_DAY = 720
_ZONES = 60
_APART = 9
"""Minutes that a time of day may be off."""
_PARTS = {"morning": (150, 719), "noon": (660, 840), "afternoon": (720, 1140), "evening": (960, 1439),
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
    bound: str = ""
    """Whether it is told as an end ("until") or a beginning ("since")."""
    universal: bool = False
    """Whether it is told by Greenwich."""
    beside: "Moment | None" = None
    """The day that stands beside a time of day."""
    quoted: str = ""
    """How many days off a day is told by somebody who is quoted: for what day, depends on when."""


def rival_moments(reading: Reading, matches: Matches) -> Iterator[Rival]:
    """Every two times of different sources on one scale that do not agree, neither past while the other is to come."""
    for rival in rival_values(reading, matches, _RULES):
        if not one_is_over(rival.match, *marks_of(rival.contrast)):
            yield rival


def _values(statement: Statement) -> list[tuple[Mark, Moment]]:
    found = [*_dated(statement), *_days(statement), *_parts(statement)]
    days = [(mark, moment) for mark, moment in found if moment.scale == "day"]
    told = [
        (mark, moment._replace(bound=_bound(statement, mark), beside=_beside(mark, moment, days)))
        for mark, moment in found
    ]
    return sorted(told, key=lambda item: item[0][:2])


def _beside(mark: Mark, moment: Moment, days: Sequence[tuple[Mark, Moment]]) -> Moment | None:
    """The day that a time of day is told with: "at four on Tuesday afternoon"."""
    if moment.scale != "hour":
        return None
    away = [(max(day.first - mark.last, mark.first - day.last), place) for place, (day, _) in enumerate(days)]
    least, place = min(away, default=(_DAY_AWAY + 1, 0))
    return days[place][1] if least <= _DAY_AWAY else None


_DAY_AWAY = 2
"""Words between a time of day and its day."""


def _dated(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    for time in times(statement):
        mark = Mark(time.first, time.last, str(time[2:]))
        if time.kind == "clock" and time.clock is not None:
            hours, zone = _room(statement, time, time.clock), _universal(statement, time)
            yield mark, Moment("hour", "clock", hours=hours, half=time.half, universal=zone)
        elif time.kind == "date" and not _dateline(statement, time):
            days = _nearest(time, _published(statement))
            weekday = next(iter(days)).weekday() if len(days) == 1 else None
            yield mark, Moment("day", "date", days=days, weekday=weekday, time=time)
        elif time.kind == "months":
            yield mark, Moment("month", "month", time=time)
        elif time.kind in ("year", "years"):
            yield mark, Moment(time.kind, "year", time=time)


def _room(statement: Statement, time: Time, clock: int) -> tuple[int, int]:
    """The minutes of the day from and to which an hour may be meant: "shortly before four"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    off = ends(lists.clock_off, forms, time.first) or at(lists.clock_off, forms, time.first)
    below, above = _OFF[off.meaning if off is not None else ""]
    return clock - below, clock + above


_OFF = {"": (_APART, _APART), "before": (30, 0), "after": (0, 30), "about": (15, 15)}


def _universal(statement: Statement, time: Time) -> bool:
    """Whether a time of day is told by Greenwich."""
    near = statement.tokens[time.first : time.last + _ZONE]
    return any(form in _GREENWICH for token in near for form in token.forms)


_ZONE = 2
"""Words behind a time of day among which its zone stands."""
_GREENWICH = frozenset({"gmt", "utc", "غرينتش", "جرينتش", "غرينيتش", "greenwich"})


def _dateline(statement: Statement, time: Time) -> bool:
    """Whether a date only heads the report: "BELMORA, March 14 (Agency) -"."""
    text, end = statement.article.text, statement.tokens[time.last - 1].end
    return statement.order < _LEAD and time.first < _HEAD and _DATELINE.match(text[end : end + 60]) is not None


_DATELINE = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?(?:--|[-–—])\s|\s?\([^()]{1,40}\)\s?[:.]?\s")
_LEAD, _HEAD = 3, 6
"""Statements at the beginning that a dateline heads; words before its date."""


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
        days = days_of(statement, mark, published)
        yield mark, Moment("day", "weekday", days=days, weekday=weekday)


def _days(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    """Weekdays and words like "yesterday"; "yesterday, Tuesday" is one day."""
    relative, named = list(_relative(statement)), list(_named_days(statement))
    for mark, moment in named:
        beside = [(by, day) for by, day in relative if mark.first in (by.last, by.last + 1) or mark.last == by.first]
        same = next((one for one in beside if one[1].weekday == moment.weekday), None)
        if same is not None:
            relative.remove(same)
        yield mark, moment if same is None else moment._replace(days=same[1].days)
    yield from relative


def _relative(statement: Statement) -> Iterator[tuple[Mark, Moment]]:
    published = _published(statement)
    if published is None:
        return
    for hit in hits(statement.lexis.relative_days, statement.forms()):
        if any(figure.first <= hit.first < figure.last for figure in marks(statement).figures):
            continue  # Half a day more, in Arabic.
        day = published + timedelta(days=int(hit.meaning))
        if statement.tokens[hit.first].quoted:  # It may have been said the day before.
            days = frozenset((day, day - timedelta(days=1)))
            yield Mark(hit.first, hit.last, day.isoformat()), Moment("day", "relative", days=days, quoted=hit.meaning)
        else:
            days = frozenset((day,))
            yield (
                Mark(hit.first, hit.last, day.isoformat()),
                Moment("day", "relative", days=days, weekday=day.weekday()),
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
        return bool(one.days & other.days) or one.quoted == other.quoted != ""
    return one.weekday == other.weekday or None in (one.weekday, other.weekday)


def _meets(one: Moment, other: Moment) -> bool:
    exact = one.scale == other.scale and (other.written != "part" or one.written == "part")
    return exact and _agree(one, other)


def _overlap(one: Moment, other: Moment) -> bool:
    """Whether two stretches of the day touch, whichever half of the day is meant."""
    if one.hours is None or other.hours is None:
        return True
    step = 2 * _HALF_DAY if one.half and other.half else _HALF_DAY
    if one.universal != other.universal and one.written == other.written == "clock":
        step = _ZONES  # A whole number of hours apart may be the same time elsewhere.
        apart = (sum(one.hours) - sum(other.hours)) / 2 % step
        return min(apart, step - apart) <= _APART
    return any(
        one.hours[0] <= other.hours[1] + shift and other.hours[0] + shift <= one.hours[1] for shift in (-step, 0, step)
    )


def _traits(match: Match, one: Moment, other: Moment) -> dict[str, float]:
    days = min((abs((a - b).days) for a in one.days for b in other.days), default=0)
    return {
        "hour": float(one.scale == "hour"),
        "day": float(one.scale == other.scale == "day"),
        "year": float(one.scale in ("year", "years")),
        "month": float("month" in (one.scale, other.scale)),
        "same_form": float(one.written == other.written),
        "weekdays": float(one.written == other.written == "weekday"),
        "days_apart": min(days, 60),
        "minutes_apart": _minutes_apart(one, other),
        "relative": float(bool(one.time and one.time.relative)) + float(bool(other.time and other.time.relative)),
        "same_day": _told_today(match.one, one) + _told_today(match.other, other),
        "bound_same": float(one.bound == other.bound != ""),
        "bound_other": float(one.bound != other.bound),
        "ends": float(one.bound == other.bound == "until"),
        "hour_days": _on_one_day(one.beside, other.beside),
        "both_days": float(len(marks(match.one).days) > 1) + float(len(marks(match.other).days) > 1),
    }


def _on_one_day(one: Moment | None, other: Moment | None) -> float:
    """1 where two times of day are told with days that agree, -1 with days that do not, 0 where one has none."""
    if one is None or other is None:
        return 0.0
    return 1.0 if _agree(one, other) else -1.0


def _told_today(statement: Statement, moment: Moment) -> float:
    """1 where it may be the day of publication, on which something is said about another day."""
    return float(_published(statement) in moment.days)


def _bound(statement: Statement, mark: Mark) -> str:
    """Whether a time is told as an end or a beginning, by the words before it in its clause."""
    forms, listed = statement.forms(), reckoning(statement.language).time_bounds
    for index in range(min(mark.first, len(forms) - 1), max(-1, mark.first - 1 - _BOUND), -1):
        hit = at(listed, forms, index)
        if hit is not None:
            return hit.meaning
        if statement.tokens[index].breaks:
            return ""
    return ""


_BOUND = 4
"""Words before a time among which the word stands that bounds it: "until the evening of Friday"."""


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

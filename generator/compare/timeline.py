"""The dated statements of a story, in the order of their dates where those are known."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from generator.compare.calendar import day_and_month, weekday
from generator.compare.lexis import hits
from generator.compare.statements import Statement
from generator.model import Moment

_WEEK = 7
_REACH = 6
"""Words before a day that may say that it is still to come."""
_FAR_FUTURE = datetime.max.replace(tzinfo=UTC)


def timeline(statements: Sequence[Statement]) -> tuple[Moment, ...]:
    """Every statement that names a day, the resolved ones in order of time, then the rest as they stand.

    A weekday is the last one up to the article's publication, if that is known (reports look back; a day that is
    announced is shown as written). A date without a year is resolved the same way. Nothing else is resolved.
    """
    found: dict[tuple[str, int], Moment] = {}
    for statement in statements:
        for moment in _moments(statement):
            found.setdefault((moment.stated.article_id, moment.stated.start), moment)
    return tuple(sorted(found.values(), key=lambda moment: (moment.when or _FAR_FUTURE, moment.stated)))


def _moments(statement: Statement) -> Iterator[Moment]:
    published = statement.article.published
    index = 0
    while index < len(statement.tokens):
        length, when = _date_at(statement, index, published)
        if length:
            stated = statement.passage(index, index + length)
            yield Moment(stated=stated, evidence=statement.evidence, when=when)
        index += max(length, 1)


def _date_at(statement: Statement, index: int, published: datetime | None) -> tuple[int, datetime | None]:
    """How many words at `index` state a day, and which day that is, if known."""
    language = statement.article.language
    token = statement.tokens[index]
    day = weekday(token, language)
    if day is not None:
        return 1, _last(day, published) if _looks_back(statement, index) else None
    found = day_and_month(statement, index)
    if found is None:
        return 0, None
    return found.length, _resolved(found.day, found.month, found.year, published)


def _looks_back(statement: Statement, index: int) -> bool:
    """Whether nothing around the day says that it is still to come."""
    around = statement.forms()[max(0, index - _REACH) : index + 2]
    return not any(hits(statement.lexis.ahead, around))


def _last(day: int, published: datetime | None) -> datetime | None:
    if published is None:
        return None
    midnight = published.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=(midnight.weekday() - day) % _WEEK)


def _resolved(day: int, month: int, year: int | None, published: datetime | None) -> datetime | None:
    """The day, in the last twelve months before publication where no year is stated."""
    if year is None and published is None:
        return None
    try:
        if year is not None or published is None:
            return datetime(year or 1, month, day, tzinfo=UTC)
        found = datetime(published.year, month, day, tzinfo=UTC)
        return found if found <= published + timedelta(days=1) else found.replace(year=published.year - 1)
    except ValueError:
        return None

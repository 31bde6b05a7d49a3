"""The dated statements of a story, in the order of their dates where those are known."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from generator.compare.lexis import hits
from generator.compare.statements import Statement, Token
from generator.language.fold import fold
from generator.model import Moment

_WEEK = 7
_REACH = 6
"""Words before a day that may say that it is still to come."""
_DIGITS = 4
_FAR_FUTURE = datetime.max.replace(tzinfo=UTC)
_YEARS = range(1800, 2200)
_LAST_DAY = 31
_WIDTHS = ("wide", "abbreviated")
_ALSO_WORDS = frozenset({"sun", "sat", "wed"})
_SHORTEST = 3
"""Letters of a month's or day's short form that is no other word: "Jan", not "ma"."""


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
    found = _day_and_month(statement.tokens, index, language)
    if found is None:
        return 0, None
    length, number, month, year = found
    return length, _resolved(number, month, year, published)


def weekday(token: Token, language: str) -> int | None:
    """The day of the week that a word is, Monday being 0, or None. Case counts where the script has one."""
    days = _days(language)
    return next((days[form] for form in token.forms if form in days), None)


@lru_cache(maxsize=64)
def _days(language: str) -> Mapping[str, int]:
    return _named(language, "days")


@lru_cache(maxsize=64)
def _months(language: str) -> Mapping[str, int]:
    return _named(language, "months")


def _named(language: str, what: str) -> dict[str, int]:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in _WIDTHS:
            for number, name in getattr(locale, what)[context][width].items():
                form = fold(name.rstrip("."))
                if len(form) >= _SHORTEST and form not in _ALSO_WORDS:
                    found.setdefault(form, number)
    return found


def _looks_back(statement: Statement, index: int) -> bool:
    """Whether nothing around the day says that it is still to come."""
    around = statement.forms()[max(0, index - _REACH) : index + 2]
    return not any(hits(statement.lexis.ahead, around))


def _last(day: int, published: datetime | None) -> datetime | None:
    if published is None:
        return None
    midnight = published.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=(midnight.weekday() - day) % _WEEK)


def _day_and_month(tokens: Sequence[Token], index: int, language: str) -> tuple[int, int, int, int | None] | None:
    """A day and a month in either order, and the year if it follows: how many words, day, month, year."""
    for first, second in ((0, 1), (1, 0)):
        number = _figure(tokens, index + first)
        month = _month(tokens, index + second, language)
        if number is not None and month is not None and 1 <= number <= _LAST_DAY:
            year = _figure(tokens, index + 2)
            has_year = year is not None and year in _YEARS
            return (3 if has_year else 2), number, month, year if has_year else None
    return None


def _figure(tokens: Sequence[Token], index: int) -> int | None:
    if index >= len(tokens) or not tokens[index].number:
        return None
    digits = tokens[index].term.removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS else None


def _month(tokens: Sequence[Token], index: int, language: str) -> int | None:
    if index >= len(tokens):
        return None
    months = _months(language)
    return next((months[form] for form in tokens[index].forms if form in months), None)


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

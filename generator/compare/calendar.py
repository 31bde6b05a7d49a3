"""Days and months by their names in every language, from the Unicode Common Locale Data Repository."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from generator.compare.lexis import hits
from generator.compare.statements import Statement, Token
from generator.language.fold import fold

_DIGITS = 4
_YEARS = range(1800, 2200)
_LAST_DAY = 31
_WIDTHS = ("wide", "abbreviated")
_ALSO_WORDS = frozenset({"sun", "sat", "wed"})
_ALSO_VERBS = frozenset({"may", "march", "mars", "mai"})
"""Months that are other words too: they count as months beside a day, or with a capital inside a sentence."""
_SHORTEST = 3
"""Letters of a month's or day's short form that is no other word: "Jan", not "ma"."""
_BETWEEN = 2
"""Small words that may stand between a day and its month: "the first day of December"."""


class Date(NamedTuple):
    """A day and a month, the year if it is stated, and how many words say so."""

    length: int
    day: int
    month: int
    year: int | None


def weekday(token: Token, language: str) -> int | None:
    """The day of the week that a word is, Monday being 0, or None.

    Arabic days have the article, so that "one" with an "and" before it is no Sunday.
    """
    days = _days(language)
    return next((days[form] for form in token.forms if form in days), None)


def day_and_month(statement: Statement, index: int) -> Date | None:
    """A day and a month in either order from that word on, and the year if it follows."""
    return _day_first(statement, index) or _month_first(statement.tokens, index, statement.article.language)


def month_of(statement: Statement, index: int) -> int | None:
    """The month that a word is by its name, 1 to 12."""
    token = statement.tokens[index]
    number = _month(statement.tokens, index, statement.article.language)
    surface = statement.article.text[token.start : token.end]
    if number is not None and token.forms[0] in _ALSO_VERBS and not (index and surface[:1].isupper()):
        return None
    return number


def _day_first(statement: Statement, index: int) -> Date | None:
    tokens, language = statement.tokens, statement.article.language
    number = _day(statement, index)
    if number is None:
        return None
    start = index + 1 + (not tokens[index].number and _tens(statement, index + 1) > 0)
    for place in range(start, min(start + 1 + _BETWEEN, len(tokens))):
        month = _month(tokens, place, language)
        if month is not None:
            year = _year(tokens, place + 1)
            return Date(place - index + 1 + (year is not None), number, month, year)
        between = any(hits(statement.lexis.spans, [tokens[place].forms]))
        if tokens[place].breaks or not (tokens[place].stop or between):
            return None
    return None


def _month_first(tokens: Sequence[Token], index: int, language: str) -> Date | None:
    month, number = _month(tokens, index, language), _figure(tokens, index + 1)
    if month is None or number is None or not 1 <= number <= _LAST_DAY:
        return None
    year = _year(tokens, index + 2)
    return Date(2 + (year is not None), number, month, year)


def _day(statement: Statement, index: int) -> int | None:
    """The day of a month that a figure or an ordinal word is."""
    number = _figure(statement.tokens, index)
    if number is None:
        known = statement.lexis.ordinals
        found = next((known[form] for form in statement.tokens[index].forms if form in known), None)
        tens = _tens(statement, index + 1)
        number = None if found is None else int(found) + tens
    return number if number is not None and 1 <= number <= _LAST_DAY else None


def _tens(statement: Statement, index: int) -> int:
    """Twenty or thirty behind an Arabic ordinal: the seventh and twentieth."""
    if statement.language != "ar" or index >= len(statement.tokens):
        return 0
    known = statement.lexis.numbers
    found = next((known[form] for form in statement.tokens[index].forms if form in known), 0.0)
    return int(found) if found in (20, 30) else 0


def _figure(tokens: Sequence[Token], index: int) -> int | None:
    if index >= len(tokens) or not tokens[index].number:
        return None
    digits = tokens[index].term.removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS else None


def _year(tokens: Sequence[Token], index: int) -> int | None:
    found = _figure(tokens, index)
    return found if found is not None and found in _YEARS else None


def _month(tokens: Sequence[Token], index: int, language: str) -> int | None:
    if index >= len(tokens):
        return None
    months = _months(language)
    return next((months[form] for form in tokens[index].forms if form in months), None)


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

"""Days and months by their names in every language, from the Unicode Common Locale Data Repository."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from generator.compare.lexis import hits
from generator.compare.reckoning import at, ends, reckoning, value
from generator.compare.statements import Statement, Token
from generator.language.fold import fold

_DIGITS = 4
_YEARS = range(1800, 2200)
_LAST_DAY = 31
_LAST_MONTH = 12
_MAY = 5
_TEENS = (10, 20, 30)
_WIDTHS = ("wide", "abbreviated")
_ALSO_WORDS = frozenset({"sun", "sat", "wed"})
_ALSO_VERBS = frozenset({"may", "march", "mars", "mai"})
"""Months that are other words too: they count as months beside a day, or with a capital inside a sentence."""
_SHORTEST = 3
"""Letters of a month's or day's short form that is no other word: "Jan", not "ma"."""
_BETWEEN = 2
"""Small words that may stand between a day and its month: "the first day of December"."""
_GERMAN_PARTS = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht", "fruh")
"""Parts of the day that German writes together with the weekday; folded."""
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)|(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_CENTURY = 2000


class Date(NamedTuple):
    """A day and a month, the year if it is stated, and how many words say so."""

    length: int
    day: int
    month: int
    year: int | None


class Month(NamedTuple):
    """A month by its number and the index behind its words; 13 to 24 are the months of the Islamic year."""

    number: int
    last: int


def weekday(token: Token, language: str) -> int | None:
    """The day of the week that a word is, Monday being 0, or None.

    Arabic days have the article, so that "one" with an "and" before it is no Sunday.
    """
    days = _days(language)
    found = next((days[form] for form in token.forms if form in days), None)
    if found is not None or not language.startswith("de"):
        return found
    word = token.forms[0]
    parts = (word.removesuffix(part) for part in _GERMAN_PARTS if word.endswith(part))
    return next((days[day] for day in parts if day in days), None)


def day_at(statement: Statement, index: int) -> int | None:
    """The weekday that a word means as one day: no part of a longer name, and not every one."""
    token, forms = statement.tokens[index], statement.forms()
    lists = reckoning(statement.language)
    if _within_name(statement, index) or ends(lists.every, forms, index) is not None:
        return None
    found = weekday(token, statement.article.language)
    if found is None and token.forms[0] not in lists.numbers and ends(lists.bare_weekday, forms, index) is not None:
        days = _days(statement.article.language)
        found = next((days["ال" + form] for form in token.forms if "ال" + form in days), None)
    return found


def _within_name(statement: Statement, index: int) -> bool:
    """Whether a word is one of several of a name."""
    token = statement.tokens[index]
    beside = (statement.tokens[place] for place in (index - 1, index + 1) if 0 <= place < len(statement.tokens))
    return token.named and any(other.named and other.term == token.term for other in beside)


def day_and_month(statement: Statement, index: int) -> Date | None:
    """A day and a month in either order from that word on, and the year if it follows."""
    return _day_first(statement, index) or _month_first(statement, index) or _numeric(statement, index)


def month_of(statement: Statement, index: int) -> int | None:
    """The month that begins at a word by its name, 1 to 12."""
    found = month_at(statement, index)
    return None if found is None else found.number


def month_at(statement: Statement, index: int) -> Month | None:
    """The month that begins at a word; one that is another word too only with a capital inside a sentence."""
    found = _month(statement, index)
    token = statement.tokens[index]
    surface = statement.article.text[token.start : token.end]
    if found is not None and token.forms[0] in _ALSO_VERBS and not (index and surface[:1].isupper()):
        return found if statement.language == "fr" and found.number == _MAY and _in_may(statement, index) else None
    return found


def _in_may(statement: Statement, index: int) -> bool:
    return bool(index) and statement.tokens[index - 1].forms[0] in ("en", "fin", "debut", "mi")


def _day_first(statement: Statement, index: int) -> Date | None:
    tokens = statement.tokens
    number = day_number(statement, index)
    if number is None:
        return None
    start = index + 1 + (not tokens[index].number and _tens(statement, index + 1) > 0)
    for place in range(start, min(start + 1 + _BETWEEN, len(tokens))):
        month = _month(statement, place)
        if month is not None:
            last, year = _year_behind(statement, month.last)
            return Date(last - index, number, month.number, year)
        between = any(hits(statement.lexis.spans, [tokens[place].forms]))
        parted = statement.language == "en" and tokens[place].forms[0] in _NO_LINKS
        if tokens[place].breaks or parted or not (tokens[place].stop or between):
            return None
    return None


_NO_LINKS = frozenset({"between", "in", "from", "since", "until", "on", "by", "and", "to", "for", "before", "after"})
"""English small words that part a number from a month: "per second between May and June"."""


def _year_behind(statement: Statement, index: int) -> tuple[int, int | None]:
    """The index behind the year that follows a month, and the year; in Spanish behind a small word."""
    linked = statement.language == "es" and index < len(statement.tokens) and statement.tokens[index].stop
    place = index + linked
    year = _year(statement, place)
    return (index, None) if year is None else (place + 1, year)


def _month_first(statement: Statement, index: int) -> Date | None:
    month = _month(statement, index)
    number = _figure(statement, month.last) if month is not None else None
    if month is None or number is None or not 1 <= number <= _LAST_DAY:
        return None
    year = _year(statement, month.last + 1)
    return Date(month.last - index + 1 + (year is not None), number, month.number, year)


def _numeric(statement: Statement, index: int) -> Date | None:
    """A date in figures: "14.10.2031", "2031-10-14"; in English only where the order is plain."""
    token = statement.tokens[index]
    found = _NUMERIC.match(fold(statement.article.text[token.start : token.start + len("14/10/2031 ")]))
    if found is None or not token.number:
        return None
    if found[5]:
        year, month, day = int(found[5]), int(found[6]), int(found[7])
    else:
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if statement.language == "en" and day <= _LAST_MONTH and month <= _LAST_MONTH and day != month:
            return None
        day, month = (month, day) if month > _LAST_MONTH else (day, month)
        year = year if year >= _HUNDRED else year + _CENTURY
    if not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH and year in _YEARS):
        return None
    last = next(
        i for i in range(index + 1, len(statement.tokens) + 1) if _behind(statement, i, token.start + found.end())
    )
    return Date(last - index, day, month, year)


_HUNDRED = 100


def _behind(statement: Statement, index: int, end: int) -> bool:
    return index == len(statement.tokens) or statement.tokens[index].start >= end


def day_number(statement: Statement, index: int) -> int | None:
    """The day of a month that a figure or an ordinal word is."""
    number = _figure(statement, index)
    if number is None:
        found = value(reckoning(statement.language).ordinals, statement.forms(), index)
        number = None if found is None else int(found) + _tens(statement, index + 1)
    return number if number is not None and 1 <= number <= _LAST_DAY else None


def _tens(statement: Statement, index: int) -> int:
    """Ten, twenty or thirty behind an Arabic ordinal: the seventh and twentieth."""
    if statement.language != "ar" or index >= len(statement.tokens):
        return 0
    found = value(reckoning("ar").numbers, statement.forms(), index) or 0.0
    return int(found) if found in _TEENS else 0


def _figure(statement: Statement, index: int) -> int | None:
    if index >= len(statement.tokens) or not statement.tokens[index].number:
        return None
    digits = statement.tokens[index].term.removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS else None


def _year(statement: Statement, index: int) -> int | None:
    found = _figure(statement, index)
    return found if found is not None and found in _YEARS else None


def _month(statement: Statement, index: int) -> Month | None:
    if index >= len(statement.tokens):
        return None
    forms, listed = statement.forms(), reckoning(statement.language).month_names
    named = at(listed, forms, index)
    if named is not None:
        return Month(int(named.meaning), _second_name(statement, named.last))
    months = _months(statement.article.language)
    number = next((months[form] for form in forms[index] if form in months), None)
    return None if number is None else Month(number, _second_name(statement, index + 1))


def _second_name(statement: Statement, last: int) -> int:
    """The index behind a second name of a month: the Arab press gives both, with a stroke between."""
    tokens = statement.tokens
    if not 0 < last < len(tokens) or statement.article.text[tokens[last - 1].end : tokens[last].start].strip() != "/":
        return last
    forms = statement.forms()
    named = at(reckoning(statement.language).month_names, forms, last)
    if named is not None:
        return named.last
    return last + 1 if any(form in _months(statement.article.language) for form in forms[last]) else last


@lru_cache(maxsize=64)
def _days(language: str) -> Mapping[str, int]:
    return _named(language, "days") | ({"sonnabend": 5} if language.startswith("de") else {})


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

"""Dates as publishers write them, in any of the languages whose month names Babel knows. Contains no business logic.

Guessing is worse than not knowing: a text is a date only when every word and number of it is understood.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import pairwise
from typing import Final

EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
"""Before this there was no news on the web: an earlier date is a mistake or a default."""
MAX_AHEAD: Final = timedelta(hours=48)
"""How far a publisher's clock and zone may run ahead of ours."""
MAX_DATE: Final = 80
"""Characters of the longest text that is read as a date."""

_LOCALES: Final = (
    "en ar ar_LB ar_DZ ar_MA ar_TN fr de es it pt nl ru uk be bg sr pl cs sk sl tr he fa ur sv da nb fi et lv lt hu ro"
    " el ca id ms vi sw hi bn az ka hy"
)
_FIGURES: Final = (  # year, month, day
    re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"),
)
_NUMBERED_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK: Final = re.compile(
    r"(?<!\d)(\d{1,2})[:hH.](\d{2})(?::(\d{2})(?:\.\d{1,6})?)?(?:\s?([ap])\.?m\b\.?)?(?![\w:])", re.IGNORECASE
)
_OFFSET: Final = re.compile(r"(?:\b(?:UTC|GMT)\s?)?([+-])(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_RAW: Final = 2
_DIGIT: Final = re.compile(r"\d")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)(?!\w)", re.IGNORECASE)
_ZONES: Final = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
# Words around a date that add nothing to it: "of", "at", "o'clock", "the" in the languages above.
_AROUND: Final = (
    "of at on the le il la de del do da um uhr den der alle ore ora às as em a à las kl klo г года в о р r dnia godz"
    " في الساعة من יום ב בשעה به ساعت saat pukul ngày lúc της στις"
)
_FILLERS: Final = frozenset(_AROUND.split())
_EPOCH_DIGITS: Final = {10: 1, 13: 1000}
_MONTHS_IN_YEAR: Final = 12


def parse_date(text: str, now: datetime) -> datetime | None:
    """The moment a text names, in UTC; None where it names none, or an absurd one.

    Absurd is before `EARLIEST` or more than `MAX_AHEAD` after now. Understood are ISO 8601, RFC 2822,
    seconds and milliseconds since 1970, and days written out in some forty languages, with or without time of day. A
    time without a zone is taken as UTC, a day without a time as its midnight in UTC. Days such as 01/02/2024, which
    two customs read differently, are None.

    >>> parse_date("Jan 21, 2021", now=datetime(2026, 1, 1, tzinfo=UTC))
    datetime.datetime(2021, 1, 21, 0, 0, tzinfo=datetime.timezone.utc)
    """
    if len(text) > _RAW * MAX_DATE or not _DIGIT.search(text):
        return None
    text = _plain(text)
    if len(text) > MAX_DATE:
        return None
    for read in (_iso, _epoch, _written, _mail):
        moment = read(text)
        if moment is not None:
            return moment if EARLIEST <= moment <= now + MAX_AHEAD else None
    return None


def _plain(text: str) -> str:
    visible = (character for character in text if unicodedata.category(character) not in {"Cf", "Cc", "Cs"})
    digits = (str(unicodedata.decimal(character)) if character.isdecimal() else character for character in visible)
    return " ".join("".join(digits).split())


def _iso(text: str) -> datetime | None:
    if not text[:4].isdigit() or (text.isdigit() and len(text) != len("20240131")):
        return None
    try:
        return _in_utc(datetime.fromisoformat(text.replace(" UTC", "Z").replace(" Z", "Z")))
    except (ValueError, OverflowError):
        return None


def _epoch(text: str) -> datetime | None:
    if not (text.isdigit() and len(text) in _EPOCH_DIGITS):
        return None
    return datetime.fromtimestamp(int(text) / _EPOCH_DIGITS[len(text)], tz=UTC)


def _mail(text: str) -> datetime | None:
    try:
        return _in_utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(text: str) -> datetime | None:
    """A day in words or figures, with whatever clock and zone beside it; None when anything is left over."""
    day, rest = _figures(text)
    (hour, minute, second), rest = _take_clock(rest)
    offset, rest = _take_offset(rest) if hour >= 0 else (timedelta(), rest)
    tokens = [token for token in _tokens(_ORDINAL.sub("", rest)) if token not in _FILLERS | _weekdays()]
    if day is None:
        day = _named_day(tokens)
    elif tokens:
        return None
    try:
        return datetime(*day, max(hour, 0), minute, second, tzinfo=UTC) - offset if day else None
    except (ValueError, OverflowError):
        return None


def _figures(text: str) -> tuple[tuple[int, int, int] | None, str]:
    for pattern in _FIGURES:
        if match := pattern.search(text):
            return (int(match[1]), int(match[2]), int(match[3])), _without(match)
    match = _NUMBERED_DAY.search(text)
    day = _unambiguous(match) if match else None
    return (day, _without(match)) if match and day else (None, text)


def _unambiguous(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Figures with dots are day first the world over; others only where one of them can be no month."""
    first, separator, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if separator == "." or first == second or first > _MONTHS_IN_YEAR:
        return year, second, first
    return (year, first, second) if second > _MONTHS_IN_YEAR else None


def _named_day(tokens: list[str]) -> tuple[int, int, int] | None:
    """The day of exactly three parts: a month by name (of one word or two), a year of four digits, a day."""
    names = _months()
    pairs = {f"{first} {second}" for first, second in pairwise(tokens)} & names.keys()
    words = {word for pair in pairs for word in pair.split()} or {token for token in tokens if token in names}
    months = {names[name] for name in pairs or words}
    numbers = [token for token in tokens if token not in words]
    years = [number for number in numbers if number.isdigit() and len(number) == len("2024")]
    days = [number for number in numbers if number.isdigit() and len(number) <= len("31")]
    if not (len(months) == len(years) == len(days) == 1 and len(numbers) == len(years + days)):
        return None
    return int(years[0]), months.pop(), int(days[0])


def _take_clock(text: str) -> tuple[tuple[int, int, int], str]:
    """Hour, minute and second and the text without them; hour -1 where no time of day is given."""
    match = _CLOCK.search(text)
    if match is None:
        return (-1, 0, 0), text
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[4]:
        hour = hour % 12 + (12 if match[4] in "pP" else 0)
    return (hour, minute, min(second, 59)), _without(match)


def _take_offset(text: str) -> tuple[timedelta, str]:
    if match := _OFFSET.search(text):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return (offset if match[1] == "+" else -offset), _without(match)
    for token in _tokens(text):
        if token in _ZONES:
            return timedelta(hours=_ZONES[token]), text.casefold().replace(token, " ", 1)
    return timedelta(), text


def _without(match: re.Match[str]) -> str:
    return f"{match.string[: match.start()]} {match.string[match.end() :]}"


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _tokens(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text.casefold()):
        yield match[0]


@cache
def _months() -> dict[str, int]:
    """Month names, full and short, of one word or two, in lower case; names of two different months are left out."""
    meanings: dict[str, set[int]] = {"sept": {9}}
    for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
        for number, name in _calendar("months", context, width):
            meanings.setdefault(" ".join(_tokens(name)), set()).add(number)
    return {name: numbers.pop() for name, numbers in meanings.items() if len(numbers) == 1 and not name.isdigit()}


@cache
def _weekdays() -> frozenset[str]:
    names = [*_calendar("days", "format", "wide"), *_calendar("days", "format", "abbreviated")]
    return frozenset(token for _, name in names for token in _tokens(name) if token.isalpha()) - _months().keys()


def _calendar(kind: str, context: str, width: str) -> Iterator[tuple[int, str]]:
    # Imported here: Babel costs a tenth of a second, and most dates are ISO.
    from babel import Locale  # noqa: PLC0415

    for name in _LOCALES.split():
        locale = Locale.parse(name)
        names = locale.months if kind == "months" else locale.days
        yield from names[context][width].items()

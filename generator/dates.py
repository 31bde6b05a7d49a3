"""Dates as publishers write them, in any of the languages whose month names Babel knows. Contains no business logic.

Guessing is worse than not knowing: a text is a date only when every word and number of it is understood.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Final

EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
"""Before this there was no news on the web: an earlier date is a mistake or a default."""
MAX_AHEAD: Final = timedelta(hours=48)
"""How far a publisher's clock and zone may run ahead of ours."""
MAX_DATE: Final = 80
"""Characters of the longest text that is read as a date."""

_LOCALES: Final = (
    "en ar ar_LB ar_DZ ar_MA ar_TN fr de es it pt nl ru uk be bg sr pl cs sk sl tr he fa ur sv da nb fi et lv lt hu ro el ca id ms"
    " vi sw hi bn az ka hy"
).split()
_ISO_DAY: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ASIAN_DAY: Final = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMBERED_DAY: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_CLOCK: Final = re.compile(r"(\d{1,2})[:h](\d{2})(?::(\d{2}))?\s?([ap]\.?m\.?)?(?![\w:])", re.IGNORECASE)
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?(?!\d)")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|\.)(?!\w)", re.IGNORECASE)
_RELATIVE_ZONES: Final = {
    "utc": 0.0, "gmt": 0.0, "z": 0.0, "bst": 1.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0,
    "est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0,
}  # fmt: skip
# Words around a date that add nothing to it: "of", "at", "o'clock", "the" in the languages above.
_FILLERS: Final = frozenset(
    "of at on the le el la de del um uhr den der il alle ore às em a las at kl klo h г года в о р r dnia godz t"
    " في الساعة יום ב به ساعت saat pukul ngày lúc".split()
)
_SECONDS: Final = 10
_MILLISECONDS: Final = 13
_MONTHS: Final = 12


def parse_date(text: str, now: datetime) -> datetime | None:
    """The moment a text names, in UTC; None where it names none, or one before `EARLIEST` or over `MAX_AHEAD` after now.

    ISO 8601, RFC 2822, seconds and milliseconds since 1970, and days written out in some forty languages, with or
    without time of day. A time without a zone is taken as UTC, a day without a time as its midnight in UTC. Days such as
    01/02/2024, which two customs read differently, are None.

    >>> parse_date("Jan 21, 2021", now=datetime(2026, 1, 1, tzinfo=UTC))
    datetime.datetime(2021, 1, 21, 0, 0, tzinfo=datetime.timezone.utc)
    """
    text = _plain(text)
    if not text or len(text) > MAX_DATE:
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
    if not (text.isdigit() and len(text) in {_SECONDS, _MILLISECONDS}):
        return None
    seconds = int(text) / (1 if len(text) == _SECONDS else 1000)
    return datetime.fromtimestamp(seconds, tz=UTC)


def _mail(text: str) -> datetime | None:
    try:
        return _in_utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(text: str) -> datetime | None:
    """A day in words or figures, with whatever clock and zone beside it; None when anything is left over."""
    day, rest = _take_day(_ORDINAL.sub("", text))
    if day is None:
        return None
    clock, rest = _take_clock(rest)
    offset, rest = _take_offset(rest) if clock else (0.0, rest)
    if any(token.isdigit() or token not in _FILLERS | _weekdays() for token in _tokens(rest)):
        return None
    try:
        hour, minute, second = clock or (0, 0, 0)
        return datetime(*day, hour, minute, second, tzinfo=timezone(timedelta(hours=offset))).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _take_day(text: str) -> tuple[tuple[int, int, int] | None, str]:
    for pattern in (_ISO_DAY, _ASIAN_DAY):
        if match := pattern.search(text):
            year, month, day = (int(group) for group in match.groups())
            return (year, month, day), _without(match)
    if match := _NUMBERED_DAY.search(text):
        return _unambiguous(match), _without(match)
    return _named_day(text)


def _unambiguous(match: re.Match[str]) -> tuple[int, int, int] | None:
    first, separator, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if separator == ".":
        return year, second, first
    if first == second or second > _MONTHS >= first:
        return year, first, second
    return (year, second, first) if first > _MONTHS >= second else None


def _named_day(text: str) -> tuple[tuple[int, int, int] | None, str]:
    """The day of a text such as "21 January 2021, 10:30": one month by name, one year, one day of the month."""
    clock = _CLOCK.search(text)
    head = text[: clock.start()] + " " + text[clock.end() :] if clock else text
    tokens = list(_tokens(head))
    months = {_months()[token] for token in tokens if token in _months()}
    years = [token for token in tokens if token.isdigit() and len(token) == len("2024")]
    days = [token for token in tokens if token.isdigit() and len(token) <= len("31")]
    if len(months) != 1 or len(years) != 1 or len(days) < 1:
        return None, text
    used = {years[0], days[0]} | {token for token in tokens if token in _months()}
    rest = " ".join(token for token in tokens if token not in used)
    signs = "".join(match[0] for match in _OFFSET.finditer(head[head.find(years[0]) + 4 :]))
    return (int(years[0]), months.pop(), int(days[0])), f"{clock[0] if clock else ''} {signs or rest}"


def _take_clock(text: str) -> tuple[tuple[int, int, int] | None, str]:
    match = _CLOCK.search(text)
    if match is None:
        return None, text
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return (hour, minute, min(second, 59)), _without(match)


def _take_offset(text: str) -> tuple[float, str]:
    if match := _OFFSET.search(text):
        hours = int(match[2]) + int(match[3] or 0) / 60
        return (hours if match[1] == "+" else -hours), _without(match)
    for token in _tokens(text):
        if token in _RELATIVE_ZONES:
            return _RELATIVE_ZONES[token], text.casefold().replace(token, " ", 1)
    return 0.0, text


def _without(match: re.Match[str]) -> str:
    return f"{match.string[: match.start()]} {match.string[match.end() :]}"


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _tokens(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text.casefold()):
        yield match[0]


@cache
def _months() -> dict[str, int]:
    """Month names, full and short, in lower case; names that mean two months in two languages are left out."""
    meanings: dict[str, set[int]] = {}
    for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
        for number, name in _calendar("months", context, width):
            for token in _tokens(name):
                meanings.setdefault(token, set()).add(number)
    meanings["sept"] = {9}
    return {name: numbers.pop() for name, numbers in meanings.items() if len(numbers) == 1 and not name.isdigit()}


@cache
def _weekdays() -> frozenset[str]:
    names = [*_calendar("days", "format", "wide"), *_calendar("days", "format", "abbreviated")]
    return frozenset(token for _, name in names for token in _tokens(name))


def _calendar(kind: str, context: str, width: str) -> Iterator[tuple[int, str]]:
    # Imported here: Babel costs a tenth of a second, and most dates are ISO.
    from babel import Locale  # noqa: PLC0415

    for name in _LOCALES:
        locale = Locale.parse(name)
        names = locale.months if kind == "months" else locale.days
        yield from names[context][width].items()

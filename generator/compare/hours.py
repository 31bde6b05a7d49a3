"""Times of day in statements: in figures, in words, and by the part of the day that goes with an hour."""

import re
from typing import NamedTuple

from generator.compare.calendar import weekday
from generator.compare.lexis import Hit
from generator.compare.numerals import word_value
from generator.compare.reckoning import Forms, at, ends, reckoning, value
from generator.compare.statements import Statement
from generator.language.fold import fold

_HALF_DAY = 12 * 60
_DAY = 24 * 60
_HOUR = 60
_LAST_HOUR = 23
_SHORT = 3
"""Letters of a small word."""
_HALF_HOUR = 30
_TWELVE = 12
_REACH = 5
"""Words behind an hour, or before it, among which the part of the day stands."""
_FIGURES = re.compile(r"(\d{1,2})(?:\s?[:.h]\s?([0-5]\d)|\s?(h)\b)?(?!\d|[.,:]\d)")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)\s?(?:gmt|utc|hours|hrs|local)")
_GLUED = re.compile(r"\s?([ap])\.?m\b")
_EARLY = 5
"""The hours up to here belong to the morning where a night is told."""
_TWENTY_FOUR = frozenset({"fr", "de"})
"""Languages that count the hours of a whole day in figures."""


class Hour(NamedTuple):
    """A time of day from its first word to before `last`, in minutes; `half`: whether the half of the day is known."""

    first: int
    last: int
    minutes: int
    half: bool


class _Read(NamedTuple):
    """Minutes since midnight or noon as written; `sure` where the writing alone makes it a time of day."""

    last: int
    minutes: int
    sure: bool
    figures: bool = False
    whole: bool = False
    """It counts the hours of a whole day."""


def hour_at(statement: Statement, index: int) -> Hour | None:
    """The time of day that begins at a word: "7:40 p.m.", "a quarter past eight", "noon"; from a preposition on."""
    forms, lists = statement.forms(), reckoning(statement.language)
    named = None if _written_on(statement, index) else at(lists.clock_words, forms, index)
    if named is not None and not _names_part(statement, index, named.last):
        return Hour(index, named.last, int(named.meaning), half=True)
    mark = at(lists.clock_marks, forms, index)
    start = index if mark is None else mark.last
    read = _read(statement, forms, start)
    if read is None and mark is not None:
        start, read = index, _read(statement, forms, index)
    if read is None:
        return None
    marked = ends(lists.clock_marks, forms, start) is not None
    return _placed(statement, forms, Stretch(min(start, index), start), read, marked=marked)


def _written_on(statement: Statement, index: int) -> bool:
    """Whether a word is written together with the one before: the noon of the French "après-midi"."""
    start = statement.tokens[index].start
    return statement.article.text[start - 1 : start] == "-"


class Stretch(NamedTuple):
    """Words of a statement: the first, and the one behind the last."""

    first: int
    last: int


def _names_part(statement: Statement, first: int, last: int) -> bool:
    """Whether midnight or noon only places an hour that is named before: "two past midnight" in Arabic."""
    return (
        statement.language == "ar" and first > 0 and statement.forms()[first - 1][0] in ("بعد", "قبل") and last > first
    )


def _placed(statement: Statement, forms: Forms, place: Stretch, read: _Read, *, marked: bool) -> Hour | None:
    """The hour with its half of the day, where what stands around makes it an hour at all."""
    lists = reckoning(statement.language)
    suffix = at(lists.clock, forms, read.last)
    suffix = None if suffix is not None and statement.tokens[read.last].breaks else suffix
    last = suffix.last if suffix is not None else read.last
    named = suffix is not None and _says_when(statement, suffix, read, marked=marked)
    part = suffix.meaning if suffix is not None and suffix.meaning in ("am", "pm") else _part(statement, forms, last)
    part = part or (_part_before(statement, forms, place.first) if not read.whole else "")
    spoken = statement.language == "ar" and part and read.minutes % _HOUR  # "half past five at dawn"
    if not (read.sure or named or spoken or (marked and part and _free(statement, forms, last))):
        return None
    minutes, half = _in_half(read.minutes, part, spoken=suffix is not None and "ظهر" in forms[last - 1][0])
    return Hour(place.first, last, minutes, half or read.whole or minutes > _HALF_DAY)


def _says_when(statement: Statement, suffix: Hit, read: _Read, *, marked: bool) -> bool:
    """Whether a word behind a number makes it a time of day and no span; Arabic ordinals need one before them too."""
    if suffix.meaning in ("am", "pm"):
        return marked or read.figures or statement.language != "ar"
    return marked or at(statement.lexis.spans, statement.forms(), suffix.first) is None


def _in_half(minutes: int, part: str, *, spoken: bool = False) -> tuple[int, bool]:
    """The minutes since midnight of an hour in that part of the day, and whether the part is known."""
    if not part:
        return minutes, False
    if part == "night":
        part = "am" if minutes % _HALF_DAY < (_EARLY + 1) * _HOUR else "pm"
    if part == "noon" or spoken:
        return (minutes if minutes >= 10 * _HOUR else minutes + _HALF_DAY), True
    if part == "am":
        return minutes - (_HALF_DAY if _HALF_DAY <= minutes < _HALF_DAY + _HOUR else 0), True
    return minutes + (_HALF_DAY if minutes < _HALF_DAY else 0), True


def _part(statement: Statement, forms: Forms, last: int) -> str:
    """The half of the day that the words right behind an hour tell: "on Tuesday evening"."""
    listed = reckoning(statement.language).day_halves
    for index in range(last, min(last + _REACH, len(forms))):
        token = statement.tokens[index]
        if (token.breaks and index > last) or token.number:
            return ""
        hit = at(listed, forms, index)
        if hit is not None:
            return _half_of(forms, hit.first, hit.meaning)
        german = _german_part(statement, index)
        if german:
            return german
        if not (token.stop or weekday(token, statement.article.language) is not None or _links(statement, index)):
            return ""
    return ""


def _links(statement: Statement, index: int) -> bool:
    """Whether a word may stand between an hour and the part of the day."""
    return (
        at(statement.lexis.relative_days, statement.forms(), index) is not None
        or len(statement.tokens[index].forms[0]) <= _SHORT
    )


_NIGHTS = ("night", "nacht", "nachts", "nuit", "noche", "ليل", "ليلا", "ليله", "overnight")


def _half_of(forms: Forms, index: int, meaning: str) -> str:
    return "night" if set(forms[index]) & set(_NIGHTS) else meaning


def _german_part(statement: Statement, index: int) -> str:
    """The half of the day of a word like "Mittwochmorgen"."""
    word = statement.tokens[index].forms[0]
    if statement.language != "de" or weekday(statement.tokens[index], "de") is None:
        return ""
    if word.endswith("nacht"):
        return "night"
    return (
        "am" if word.endswith(("morgen", "vormittag", "fruh")) else "pm" if word.endswith(("abend", "mittag")) else ""
    )


def _part_before(statement: Statement, forms: Forms, first: int) -> str:
    """The half of the day that was told before the hour: "on Tuesday evening, shortly after eight"."""
    listed = reckoning(statement.language).day_halves
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        hit = at(listed, forms, index)
        if hit is not None:
            return _half_of(forms, index, hit.meaning)
        german = _german_part(statement, index)
        if german:
            return german
    return ""


def _free(statement: Statement, forms: Forms, last: int) -> bool:
    """Whether nothing that could be counted follows: the clause ends, or a small word or a part of the day comes."""
    if last >= len(forms):
        return True
    token = statement.tokens[last]
    if token.breaks or token.stop or weekday(token, statement.article.language) is not None:
        return True
    lists = (reckoning(statement.language).day_halves, statement.lexis.relative_days)
    return any(at(listed, forms, last) is not None for listed in lists)


def _read(statement: Statement, forms: Forms, index: int) -> _Read | None:
    if index >= len(forms):
        return None
    if fold(statement.article.text[statement.tokens[index].start])[:1].isdigit():
        return _figures(statement, forms, index)
    return _half_before(statement, forms, index) or _spoken(statement, forms, index)


def _figures(statement: Statement, forms: Forms, index: int) -> _Read | None:
    """An hour in figures: "7:40", "19.30", "3 h 15", "7"."""
    token, text = statement.tokens[index], statement.article.text
    written = fold(text[token.start : token.start + 12])
    military = _MILITARY.match(written)
    if military:
        return _Read(index + 1, int(military[1]) * _HOUR + int(military[2]), sure=True, figures=True, whole=True)
    found = _FIGURES.match(written)
    if found is None or int(found[1]) > _LAST_HOUR + 1 or (token.number and _ordinal(text[token.start : token.end])):
        return None
    last = next(i for i in range(index + 1, len(forms) + 1) if _ends_by(statement, i, token.start + found.end()))
    if last < len(forms) and statement.tokens[last - 1].end > token.start + found.end() + 2:
        return None
    french = statement.language == "fr" and (found[3] is not None or "h" in found[0])
    marked = ends(reckoning(statement.language).clock_marks, forms, index) is not None
    sure = french or (found[2] is not None and marked and (":" in found[0] or statement.language == "es"))
    sure = sure or (found[2] is not None and "." in found[0] and _at_that_time(statement, forms, index, last))
    minutes = int(found[1]) * _HOUR + int(found[2] or 0)
    whole = french or int(found[1]) > _TWELVE or (statement.language in _TWENTY_FOUR and found[2] is not None)
    glued = _GLUED.match(written[found.end() :])
    if glued:
        minutes = _in_half(minutes, f"{glued[1]}m")[0]
        behind = token.start + found.end() + glued.end()
        last = next(i for i in range(last, len(forms) + 1) if _ends_by(statement, i, behind))
        return _Read(last, minutes, sure=True, figures=True, whole=True)
    named = None if french or found[2] is not None else _named_hour(statement, forms, Stretch(index, last), minutes)
    return named or _Read(last, minutes % _DAY, sure, figures=True, whole=whole)


def _at_that_time(statement: Statement, forms: Forms, index: int, last: int) -> bool:
    """Whether English "8.40" behind "at" can only be a time: nothing that it measures follows."""
    said = statement.language == "en" and index > 0 and forms[index - 1][0] == "at"
    return said and _free(statement, forms, last) and at(statement.lexis.units, forms, last) is None


def _named_hour(statement: Statement, forms: Forms, place: "Stretch", minutes: int) -> _Read | None:
    """An hour in figures before the French or the German word for it, and the minutes behind."""
    word = forms[place.last][0] if place.last < len(forms) else ""
    if statement.language == "fr" and word in ("heure", "heures"):
        return _french_figures(statement, forms, Stretch(place.first, place.last + 1), minutes)
    if statement.language == "de" and word == "uhr":
        last, more = _german_minutes(statement, forms, place.last + 1)
        return _Read(last, minutes + more, sure=True, figures=True, whole=minutes > _HALF_DAY or more > 0)
    return None


def _french_figures(statement: Statement, forms: Forms, place: "Stretch", minutes: int) -> _Read:
    """An hour in figures before its French word, and the minutes behind it."""
    more, end = _minutes_behind(statement, forms, place.last)
    sure = _french_hour(statement, forms, place.first, end)
    return _Read(end, (minutes + more) % _DAY, sure=sure, figures=True, whole=minutes > _HALF_DAY)


def _german_minutes(statement: Statement, forms: Forms, index: int) -> tuple[int, int]:
    """The index behind the minutes that stand behind the German word for an hour, and the minutes."""
    if index >= len(forms) or statement.tokens[index].breaks:
        return index, 0
    written = statement.tokens[index].term.removeprefix("#")
    found = float(written) if statement.tokens[index].number and written.isdigit() else None
    found = word_value(reckoning("de"), forms, index, "de") if found is None else found
    return (index + 1, int(found)) if found is not None and 1 < found < _HOUR else (index, 0)


def _ordinal(written: str) -> bool:
    return written[-1:].isalpha() and not re.fullmatch(r"\d+[hH]\d*", written)


def _ends_by(statement: Statement, index: int, end: int) -> bool:
    return index == len(statement.tokens) or statement.tokens[index].start >= end


def _half_before(statement: Statement, forms: Forms, index: int) -> _Read | None:
    """Minutes before or past the hour that follows: "a quarter past eight", "twenty to nine", "halb acht"."""
    lists = reckoning(statement.language)
    if statement.language not in ("en", "de"):
        return None
    part = at(lists.clock_parts, forms, index)
    minutes = int(part.meaning) if part is not None else word_value(lists, forms, index, statement.language)
    step = part.last if part is not None else index + 1
    if minutes is None or not 0 < minutes <= _HALF_HOUR or ends(lists.range_from, forms, index) is not None:
        return None  # "from five to one"
    if statement.language == "de" and minutes == _HALF_HOUR and part is not None:
        hour = _hour_word(statement, forms, step)
        return None if hour is None else _Read(step + 1, (hour - 1) * _HOUR % _DAY + 30, sure=True)
    step += at(statement.lexis.spans, forms, step) is not None
    past, to = at(lists.clock_past, forms, step), at(lists.clock_to, forms, step)
    link = past or to
    hour = _hour_word(statement, forms, link.last) if link is not None else None
    if link is None or hour is None:
        return None
    counted = part is not None or minutes % 5 == 0
    total = hour * _HOUR + (int(minutes) if past is not None else -int(minutes))
    return _Read(link.last + 1, total % _DAY, sure=counted and _free(statement, forms, link.last + 1))


def _hour_word(statement: Statement, forms: Forms, index: int) -> int | None:
    """The hour that a word or a small figure is, 1 to 12; in Arabic by its ordinal."""
    if index >= len(forms) or statement.tokens[index].breaks:
        return None
    lists = reckoning(statement.language)
    if statement.language == "ar":
        found = value(lists.ordinals, forms, index)
        if forms[index][0] in ("الواحده", "واحده"):
            found = 1.0
        feminine = forms[index][0].endswith("ه")
        return int(found) if found is not None and feminine else None
    found = word_value(lists, forms, index, statement.language)
    if found is None and statement.tokens[index].number:
        written = statement.tokens[index].term.removeprefix("#")
        found = float(written) if written.isdigit() and len(written) < _SHORT else None
    return int(found) if found is not None and 0 < found <= _TWELVE and found == int(found) else None


def _spoken(statement: Statement, forms: Forms, index: int) -> _Read | None:
    """An hour in words, and minutes behind it: "las siete y media", "six thirty", "السادسة والنصف"."""
    lists = reckoning(statement.language)
    hour = _hour_word(statement, forms, index)
    if hour is None:
        return None
    last = index + 1
    if statement.language == "ar" and last < len(forms) and {"عشر", "عشره"} & set(forms[last]):
        hour, last = hour + 10, last + 1
    named = ends(lists.hour_names, forms, index) is not None
    if statement.language == "de":
        return _german_hour(statement, forms, last, hour)
    if statement.language == "fr":
        if last >= len(forms) or forms[last][0] not in ("heure", "heures"):
            return None
        last += 1
    more, end = _minutes_behind(statement, forms, last)
    said = statement.language == "es" and forms[index - 1][0] in ("las", "la") and index > 0 and more != 0
    sure = named or said or (statement.language == "es" and _at_hour(statement, forms, index, end))
    sure = sure or (statement.language == "fr" and _french_hour(statement, forms, index, end))
    return _Read(end, (hour * _HOUR + more) % _DAY, sure=sure)


def _german_hour(statement: Statement, forms: Forms, last: int, hour: int) -> _Read:
    """A German hour in words; the minutes may stand behind its "Uhr"."""
    if last < len(forms) and forms[last][0] == "uhr":
        last, more = _german_minutes(statement, forms, last + 1)
        return _Read(last, hour * _HOUR + more, sure=True)
    return _Read(last, hour * _HOUR, sure=False)


def _at_hour(statement: Statement, forms: Forms, first: int, last: int) -> bool:
    """Whether a Spanish number behind "a las" is an hour: nothing counted follows."""
    mark = ends(reckoning("es").clock_marks, forms, first)
    return mark is not None and mark.last - mark.first > 1 and _free(statement, forms, last)


def _french_hour(statement: Statement, forms: Forms, first: int, last: int) -> bool:
    """Whether French hours are a time and no span: behind a word that says when, with no "of" behind."""
    mark = ends(reckoning("fr").clock_marks, forms, first)
    follows = last < len(forms) and forms[last][0] in ("de", "d") and not statement.tokens[last].breaks
    return mark is not None and (_free(statement, forms, last) and not follows)


def _minutes_behind(statement: Statement, forms: Forms, last: int) -> tuple[int, int]:
    """Minutes that are told behind an hour, and the index behind them."""
    lists = reckoning(statement.language)
    if last >= len(forms) or statement.tokens[last].breaks:
        return 0, last
    sign, step = 1, last
    past, to = at(lists.clock_past, forms, last), at(lists.clock_to, forms, last)
    if statement.language == "ar":
        attached = statement.article.text[statement.tokens[last].start] == "و"
        to, past = at(lists.clock_to, forms, last), None
        if not attached and to is None:
            return 0, last
    elif statement.language == "en" and past is not None:
        return 0, last
    if to is not None and statement.language != "en":
        sign, step = -1, to.last
    elif past is not None:
        step = past.last
    part = at(lists.clock_parts, forms, step)
    minutes = int(part.meaning) if part is not None else word_value(lists, forms, step, statement.language)
    if minutes is None or not 0 < minutes < _HOUR or (step == last and statement.language != "ar" and minutes % 15):
        return 0, last
    end = part.last if part is not None else step + 1
    end += at(statement.lexis.spans, forms, end) is not None
    return sign * int(minutes), end

"""Figures in statements: a value and how far it may be off, what is counted or measured, and what happened to it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.compare.lexis import hits
from generator.compare.statements import Statement
from generator.compare.things import event, is_person, likely
from generator.compare.times import Stretch, times
from generator.language.fold import fold
from generator.language.words import number_key

_YEAR = range(1900, 2101)
_REACH = 3
"""Words between a figure and what it counts."""
_BACK = 6
"""Words before a figure that may say what it counts: "the number of jobs to be cut at 1,900"."""
_NEAR_EVENT = 8
_TEN = 10
_HUNDRED = 100
_AND = {"and", "و", "und", "et", "y", "e", "en"}
"""Stands between the words of one number: two hundred and fifty."""
_JOINED = "و"
"""The "and" that Arabic writes together with the next word."""
_GROUP = 3
"""Digits of each group of a number written with spaces: 8 000."""
_OF_THEM = 6
"""Words behind a figure without a noun among which what happened to people may stand: "nine of them were hurt"."""
_SIGN = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent", "٪": "percent"}
_ROUNDED = 0.05
"""How far, at the most, a round figure is from the one it stands for."""
_BOUNDS = {
    "about": (0.85, 1.15), "nearly": (0.85, 1.0), "over": (1.0, 1.4), "under": (0.6, 1.0), "dozens": (0.0, 10.0),
    "barely": (1.0, 1.05), "risen": (0.0, 1.0),
}  # fmt: skip
"""What a figure with such a word before it may be, as shares of it."""
_SCALED = {"basis point": ("point", 0.01), "minute": ("time", 1.0), "hour": ("time", 60.0), "day": ("time", 1440.0),
           "week": ("time", 10080.0), "month": ("time", 43830.0), "year": ("time", 525960.0)}  # fmt: skip


Forms = Sequence[tuple[str, ...]]


class Figure(NamedTuple):
    """`value` of `unit`, which stands for anything from `low` to `high`.

    The unit is a measure ("percent"), "person", or the term of the counted word; `event` says what happened to people.
    """

    first: int
    last: int
    value: float
    unit: str
    measured: bool
    low: float
    high: float
    counted: frozenset[str] = frozenset()
    """What the counted word may mean."""
    event: str = ""

    @property
    def exact(self) -> bool:
        """Whether no bound or guess goes with it."""
        return self.low == self.high

    def agrees(self, other: "Figure") -> bool:
        """Whether both may be right: they overlap, or one is the other, rounded."""
        if self.low <= other.high and other.low <= self.high:
            return True
        if self.unit == other.unit == "percent" and self.value + other.value == _HUNDRED:
            return True  # The share of those with, and of those without.
        return _rounds(self, other) or _rounds(other, self)


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether a figure of fewer digits is near enough to be the other, rounded."""
    if abs(one.value - other.value) > _ROUNDED * max(abs(one.value), abs(other.value)):
        return False
    return _digits(one.value) < _digits(other.value) and (one.value >= _HUNDRED or one.value % 1 != other.value % 1)


def _digits(value: float) -> int:
    return len(f"{value:.4g}".replace(".", "").strip("0").partition("e")[0])


def figures(statement: Statement) -> tuple[Figure, ...]:
    """The figures that count or measure something. Dates, times of day, years, ages and ordinals are none."""
    forms = statement.forms()
    bounds = {hit.last: hit.meaning for hit in hits(statement.lexis.approximate, forms)}
    taken = {index for time in times(statement) for index in range(time.first, time.last)}
    found: list[Figure] = []
    index = 0
    while index < len(statement.tokens):
        if index in taken:
            index += 1
            continue
        last, value = _number(statement, forms, index)
        aged = any(hits(statement.lexis.ages, forms[max(0, index - 2) : index]))
        what = _what(statement, forms, Stretch(index, last)) if value is not None and not aged else None
        lone = value == 1 and not statement.tokens[index].number
        if value is not None and what is not None and (what.measured or not lone):
            found.append(_figure(statement, Stretch(index, max(last, what.last)), value, what, bounds.get(index, "")))
        index = max(last, index + 1)
    return tuple(found)


def numbers(statement: Statement) -> frozenset[float]:
    """Every number that stands in it, whatever it is of; in words or in figures."""
    forms = statement.forms()
    found = (_number(statement, forms, index)[1] for index in range(len(forms)))
    return frozenset(value for value in found if value is not None)


class _What(NamedTuple):
    """What is counted or measured: the unit, the index behind the word, whether it is a measure, the word's index."""

    unit: str
    last: int
    measured: bool
    word: int | None = None


def _figure(statement: Statement, place: Stretch, value: float, what: _What, bound: str) -> Figure:
    unit, factor = _SCALED.get(what.unit, (what.unit, 1.0))
    low, high = _BOUNDS.get(bound, (1.0, 1.0))
    amount = value * factor
    token = None if what.word is None else statement.tokens[what.word]
    listed = token is not None and any(hits(statement.lexis.counted, [token.forms]))
    person = what.unit == "person" or listed or (token is not None and is_person(token))
    own = event(token) if token is not None else ""
    return Figure(
        place.first,
        place.last,
        amount,
        "person" if person or own else unit,
        what.measured,
        amount * low,
        amount * high,
        frozenset(likely(token)) if token is not None else frozenset(),
        own or (_event_near(statement, place) if person else ""),
    )


def _event_near(statement: Statement, place: Stretch) -> str:
    """What is said to have happened to people, in the nearest word of the clause that says so."""
    first, last = place.first, place.last
    while first > max(0, place.first - _NEAR_EVENT) and not statement.tokens[first].breaks:
        first -= 1
    while last < min(len(statement.tokens), place.last + _NEAR_EVENT) and not _opens(statement, last):
        last += 1
    near = sorted(range(first, last), key=lambda i: min(abs(i - place.first), abs(i - place.last + 1)))
    return next((found for index in near if (found := event(statement.tokens[index]))), "")


def _opens(statement: Statement, index: int) -> bool:
    """Whether a clause begins with the word: behind a mark, or where an Arabic verb has "and" in front of it."""
    token = statement.tokens[index]
    joined = statement.language == "ar" and statement.article.text[token.start] == _JOINED and event(token) != ""
    return token.breaks or joined


def _compound(statement: Statement, forms: Forms, index: int) -> tuple[int, float] | None:
    """A number of more than one word that its words do not add up to."""
    hit = next((hit for hit in hits(statement.lexis.compounds, forms[index : index + _REACH]) if hit.first == 0), None)
    return None if hit is None else (index + hit.last, float(hit.meaning))


def _grouped(statement: Statement, index: int) -> tuple[int, float] | None:
    """A number whose thousands are set apart by spaces ("8 000"); in English only by such as do not break."""
    text, tokens = statement.article.text, statement.tokens
    digits = text[tokens[index].start : tokens[index].end]
    if not (digits.isdecimal() and len(digits) <= _GROUP):
        return None
    last = index + 1
    while last < len(tokens):
        group = text[tokens[last].start : tokens[last].end]
        between = text[tokens[last - 1].end : tokens[last].start]
        apart = between in _NO_BREAK or (between == " " and statement.language not in _COMMAS)
        if not (apart and group.isdecimal() and len(group) == _GROUP):
            break
        digits += group
        last += 1
    return (last, float(digits)) if last > index + 1 else None


_NO_BREAK = frozenset({"\u00a0", "\u202f", "\u2009"})
_COMMAS = frozenset({"en", "ar"})
"""Languages that mark thousands by a sign and not by a space."""


def _number(statement: Statement, forms: Forms, index: int) -> tuple[int, float | None]:
    """The number that begins at `index`: behind its last word, and its value.

    `index` itself where there is none; no value where its words do not make one number that is understood.
    """
    fraction = _fraction(statement, forms, index)
    if fraction is not None:
        return fraction
    compound = _compound(statement, forms, index)
    grouped = _grouped(statement, index) if compound is None else None
    whole = compound or grouped
    value = whole[1] if whole is not None else _simple(statement, forms, index)
    if value is None:
        return index, None
    last = whole[0] if whole is not None else index + 1
    known: float | None = value
    in_words, language = not statement.tokens[index].number, statement.article.language
    while last < len(forms) and not _is_unit(statement, forms, last):
        scale = _value(statement.lexis.magnitudes, forms[last])
        step = last + 1 if _AND & set(forms[last]) else last
        more = _value(statement.lexis.numbers, forms[step]) if step < len(forms) and in_words else None
        if scale is not None:
            known = None if known is None else known * scale
            last += 1
        elif more is not None and (step == last or _sum(known, more, language) is not None):
            known = _sum(known, more, language)
            last = step + 1
        else:
            break
    return last, known


def _fraction(statement: Statement, forms: Forms, index: int) -> tuple[int, float | None] | None:
    """A part of a measure or of a large number: "a quarter of a point", "three quarters of a million"."""
    start = index
    times_ = _value(statement.lexis.numbers, forms[index])
    part = index + 1 if times_ is not None else index
    if part >= len(forms):
        return None
    share = _value(statement.lexis.fractions, forms[part])
    if share is None:
        return None
    last = part + 1
    while last < min(part + _REACH, len(forms)) and statement.tokens[last].stop and not statement.tokens[last].breaks:
        last += 1
    if last >= len(forms):
        return None
    scale = _value(statement.lexis.magnitudes, forms[last])
    if scale is None and not _is_unit(statement, forms, last):
        return None
    amount = share * (times_ or 1.0) * (scale or 1.0)
    return (last + 1 if scale is not None else max(last, start + 1)), amount


def _sum(value: float | None, more: float, language: str) -> float | None:
    """Two number words as one: twenty one, two hundred fifty, in Arabic also seven ten and one twenty; else None."""
    if value is None:
        return None
    tens = more % _TEN == 0 and _TEN <= more < _HUNDRED
    teens = value < _TEN and tens and language in _ONES_FIRST
    ones = value % _TEN == 0 and _TEN < value < _HUNDRED and more < _TEN
    rest = value % _HUNDRED == 0 and more < _HUNDRED
    return value + more if teens or ones or rest else None


_ONES_FIRST = frozenset({"ar", "de", "nl"})


def _simple(statement: Statement, forms: Forms, index: int) -> float | None:
    token = statement.tokens[index]
    if token.number:
        try:
            return float(number_key(statement.article.text[token.start : token.end]))
        except ValueError:
            return None
    return _value(statement.lexis.numbers, forms[index])


def _is_unit(statement: Statement, forms: Forms, index: int) -> bool:
    return any(hit.first == 0 for hit in hits(statement.lexis.units, forms[index : index + _REACH]))


def _value(values: Mapping[str, float], forms: Sequence[str]) -> float | None:
    return next((values[form] for form in forms if form in values), None)


def _what(statement: Statement, forms: Forms, place: Stretch) -> _What | None:
    """What a number counts or measures; None for no figure."""
    first, last = place
    signed = _sign(statement, first, last)
    if signed:
        return _What(signed, last, measured=True)
    for table in (statement.lexis.units, statement.lexis.spans):
        unit = next((hit for hit in hits(table, forms[last : last + _REACH]) if hit.first == 0), None)
        if unit is not None:
            behind = last + unit.last
            ends = any(hits(statement.lexis.span_ends, forms[behind : behind + 2]))
            passed = table is statement.lexis.spans and ends
            return None if passed else _What(unit.meaning, behind, measured=True)
    if last == first + 1 and _is_year(statement, first):
        return None
    counted = _counted(statement, last)
    if counted is None:
        return _of_them(statement, place) or _counted_before(statement, first)
    if any(hits(statement.lexis.durations, forms[last : counted + 1])):
        return None
    return _What(statement.tokens[counted].term, counted + 1, measured=False, word=counted)


def _of_them(statement: Statement, place: Stretch) -> _What | None:
    """People who are not named again, and to whom something happens: "nine of them were hurt"."""
    for index in range(place.last, min(place.last + _OF_THEM, len(statement.tokens))):
        token = statement.tokens[index]
        if event(token):
            return _What("person", place.last, measured=True) if index > place.last else None
        if token.breaks or not token.stop or token.number:
            return None
    return None


def _is_year(statement: Statement, index: int) -> bool:
    """Whether a figure is written as years are: four digits without any mark."""
    token = statement.tokens[index]
    digits = fold(statement.article.text[token.start : token.end])
    return token.number and digits.isdigit() and int(digits) in _YEAR


def _sign(statement: Statement, first: int, last: int) -> str | None:
    """The unit of a sign that touches the figure, before or behind it."""
    text = statement.article.text
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    before = text[start - 1 : start] if start > statement.start else ""
    return _SIGN.get(before) or _SIGN.get(text[end : end + 1].strip())


def _counted(statement: Statement, last: int) -> int | None:
    """The word that is counted: the next content word, not beyond the clause, no figure and no name."""
    for index in range(last, min(last + _REACH, len(statement.tokens))):
        token = statement.tokens[index]
        if token.breaks or token.number or token.named:
            return None
        if not token.stop or any(hits(statement.lexis.counted, [token.forms])):
            return _head(statement, index)
    return None


def _head(statement: Statement, index: int) -> int:
    """The noun that a first word only describes, where adjectives go before: "office jobs", "new cases"."""
    after = index + 1
    tokens = statement.tokens
    if statement.language not in _ADJECTIVES_FIRST or is_person(tokens[index]) or event(tokens[index]):
        return index
    if after < len(tokens) and not (tokens[after].breaks or tokens[after].stop or tokens[after].named):
        return after if is_person(tokens[after]) or event(tokens[after]) else index
    return index


_ADJECTIVES_FIRST = frozenset({"en", "de", "nl", "ru"})


def _counted_before(statement: Statement, first: int) -> _What | None:
    """What a figure counts that nothing follows: what its clause names as a number of things, or people before it."""
    start = max(0, first - _BACK - _REACH)
    named = [start + hit.last for hit in hits(statement.lexis.number_of, statement.forms()[start:first])]
    counted = _counted(statement, named[-1]) if named else None
    if counted is not None and counted < first:
        return _What(statement.tokens[counted].term, first + 1, measured=False, word=counted)
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        token = statement.tokens[index]
        if event(token) or is_person(token):
            return _What("person", first + 1, measured=False, word=index)
        if token.breaks:
            return None
    return None

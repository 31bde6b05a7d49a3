"""Figures in statements: a value and how far it may be off, what is counted or measured, and what happened to it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.compare.counting import Counted, counted, happened_near, nobody, noun_words, partly
from generator.compare.numerals import Number, digits, number_at
from generator.compare.reckoning import Forms, at, ends, reckoning
from generator.compare.statements import Statement
from generator.compare.things import event, happenings, likely
from generator.compare.times import times
from generator.compare.units import Unit, implied, rate_behind, turned, unit_at
from generator.language.fold import fold

_YEAR = range(1900, 2101)
_HUNDRED = 100
_OLDEST = 130
"""Years that a person may be old, at the most."""
_ELLIPSIS = 10
"""Words before a bare figure among which the one stands whose unit it has: "from twelve weeks to seven"."""
_WHOLE = 20
"""The most of how many a share is told in words: "one in five"."""
_SHARE_LOOSE = 0.06
_ROUNDED = 0.05
"""How far, at the most, a round figure is from the one it stands for."""
_BOUNDS = {
    "about": (0.85, 1.15), "nearly": (0.85, 1.0), "upto": (0.6, 1.0), "over": (1.0, 1.4), "under": (0.6, 1.0),
    "barely": (1.0, 1.05), "risen": (0.0, 1.0),
}  # fmt: skip
"""What a figure with such a word before or behind it may be, as shares of it."""


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
    part: bool = False
    """Whether it is of some of those told of before: "nine of them"."""

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


@lru_cache(maxsize=20_000)
def figures(statement: Statement) -> tuple[Figure, ...]:
    """The figures that count or measure something. Dates, times of day, years and ordinals are none."""
    taken = {index for time in times(statement) for index in range(time.first, time.last)}
    found: list[Figure] = []
    index = 0
    while index < len(statement.tokens):
        step = index + 1
        if index not in taken:
            for figure, behind in _at(statement, index, found):
                found.append(figure)
                step = max(step, behind)
            if step == index + 1:
                number = number_at(statement, index)
                step = step if number is None else max(step, number.last)
        index = step
    return tuple(found)


def numbers(statement: Statement) -> frozenset[float]:
    """Every number that stands in it, whatever it is of; in words or in figures."""
    found = (number_at(statement, index) for index in range(len(statement.tokens)))
    return frozenset(one.value for one in found if one is not None and one.value is not None)


Found = Iterator[tuple[Figure, int]]


def _at(statement: Statement, index: int, before: list[Figure]) -> Found:
    """The figures that begin at a word, each with the index behind its words."""
    none = nobody(statement, index)
    if none is not None:
        yield Figure(none.first, none.last, 0.0, "person", False, 0.0, 0.0, event=none.happens), none.last
        return
    special = _multiple(statement, index) or _dual(statement, index) or _one_in(statement, index)
    special = special or _one_and_a_half(statement, index)
    if special is not None:
        yield special, special.last
        return
    number = _ranged(statement, index)
    if number is None or number.value is None or _is_name(statement, number):
        return
    figure = _figure(statement, number) or _elliptical(statement, number, before)
    if figure is not None:
        yield figure, figure.last


def _ranged(statement: Statement, index: int) -> Number | None:
    """The number at a word, or the range that it opens: "40 to 50", "between 40 and 50"."""
    one, forms, lists = number_at(statement, index), statement.forms(), reckoning(statement.language)
    if one is None or one.value is None or one.last >= len(forms) or ends(lists.range_from, forms, index):
        return one
    between = ends(lists.range_between, forms, index) is not None
    dashed = statement.article.text[statement.tokens[one.last - 1].end : statement.tokens[one.last].start] in _DASHES
    link = at(lists.joins, forms, one.last) if between else at(lists.range_to, forms, one.last)
    joined = between and statement.language == "ar" and _and_written_on(statement, one.last)
    step = one.last if dashed or joined else link.last if link is not None else None
    other = number_at(statement, step) if step is not None and step < len(forms) else None
    if other is None or other.value is None or (statement.tokens[one.last].breaks != dashed and not dashed):
        return one
    low = one.value if other.value < _HUNDRED or one.value >= _HUNDRED else _scaled_alike(one, other)
    if not low < other.value <= low * 10 or other.share != one.share:
        return one
    return Number(index, other.last, (low + other.value) / 2, low, other.high, spelled=one.spelled, glued=other.glued)


def _and_written_on(statement: Statement, index: int) -> bool:
    """Whether an Arabic word has its "and" written on."""
    return statement.article.text[statement.tokens[index].start] == "و"


_DASHES = frozenset({"-", "–", "—", " – ", "‑"})


def _scaled_alike(one: Number, other: Number) -> float:
    """The first bound of a range by the magnitude of its second: "40 to 50 million"."""
    value, scale = one.value or 0.0, 1.0
    while value * scale * _HUNDRED <= (other.value or 0.0):
        scale *= 1000.0
    return value * scale


def _is_name(statement: Statement, number: Number) -> bool:
    """Whether a figure is the name of something: within a name, or behind "article", "flight"."""
    before = ends(reckoning(statement.language).labelled, statement.forms(), number.first)
    touches = before is not None and not statement.tokens[number.first].breaks
    return statement.tokens[number.first].named or (touches and not number.spelled)


def _figure(statement: Statement, number: Number) -> Figure | None:
    unit = unit_at(statement, number)
    if unit is not None:
        return _aged(statement, number, unit) if unit.name == "year" else _measured(statement, number, unit)
    if _age_before(statement, number) or (number.last == number.first + 1 and _is_year(statement, number.first)):
        return None
    if at(statement.lexis.durations, statement.forms(), number.last) is not None:
        return None
    what = counted(statement, number)
    if what is None or what.word is None or what.word < number.first:
        unit = implied(statement, number)
        if unit is not None:
            return _measured(statement, number, unit)
    return None if what is None else _counting(statement, number, what)


def _measured(statement: Statement, number: Number, unit: Unit) -> Figure | None:
    more = at(reckoning(statement.language).half_more, statement.forms(), unit.last)
    if unit.passed:
        return None
    if more is not None and number.value is not None:
        number = number._replace(value=number.value + 0.5, low=number.low + 0.5, high=number.high + 0.5)
    name, amount = turned(unit.name, number)
    low, high = _bounds(statement, number, unit.last)
    last = max(number.last, unit.last if more is None else more.last)
    return Figure(number.first, last, amount.value or 0.0, name, True, amount.low * low, amount.high * high)


def _age_before(statement: Statement, number: Number) -> bool:
    return ends(reckoning(statement.language).age_before, statement.forms(), number.first) is not None


def _aged(statement: Statement, number: Number, unit: Unit) -> Figure | None:
    """Years: a span of time, or how old something is; the age of somebody is a figure where it says of whom."""
    forms, lists = statement.forms(), reckoning(statement.language)
    old = at(lists.age_behind, forms, unit.last)
    if old is None and not _age_before(statement, number):
        return _measured(statement, number, unit)
    last = old.last if old is not None else unit.last
    low, high = _bounds(statement, number, last)
    noun = _bearer(statement, number, last)
    if (number.value or 0.0) <= _OLDEST and noun is None:
        return None
    names = frozenset(f"{name} age" for name in likely(statement.tokens[noun])) if noun is not None else frozenset()
    name = "age" if noun is None else f"{statement.tokens[noun].term} age"
    value = number.value or 0.0
    return Figure(number.first, last, value, name, noun is None, number.low * low, number.high * high, names)


def _bearer(statement: Statement, number: Number, last: int) -> int | None:
    """The noun right behind an age: "a 34-year-old driver"."""
    tokens = statement.tokens
    if number.spelled and number.value == 1:
        return None
    if last >= len(tokens) or tokens[last].breaks or tokens[last].stop or tokens[last].named or tokens[last].number:
        return None
    return last if (number.value or 0) <= _OLDEST else None


def _counting(statement: Statement, number: Number, what: Counted) -> Figure | None:
    token = None if what.word is None else statement.tokens[what.word]
    own = happenings(statement).get(what.word, "") if what.word is not None else ""
    behind = max(number.last, what.last)
    happens = own or (happened_near(statement, number.first, number.last) if what.people else "")
    if number.value == 1 and number.spelled and not _one_person(statement, number, what, happens):
        return None
    low, high = _bounds(statement, number, behind)
    words = noun_words(statement, what.word) if what.word is not None and what.word >= number.last else ()
    unit = "person" if what.people or token is None else token.term
    return Figure(
        number.first,
        number.last,
        number.value or 0.0,
        unit + rate_behind(statement, behind),
        False,
        number.low * low,
        number.high * high,
        frozenset(name for word in words or _word(what) for name in likely(statement.tokens[word])),
        happens,
        partly(statement, number),
    )


def _word(what: Counted) -> tuple[int, ...]:
    return () if what.word is None else (what.word,)


def _one_person(statement: Statement, number: Number, what: Counted, happens: str) -> bool:
    """Whether "one" counts: people to whom something happened, and is no article."""
    if not happens or what.word is None or what.word < number.last:
        return False
    return statement.language == "en" or event(statement.tokens[what.word]) != ""


def _bounds(statement: Statement, number: Number, behind: int) -> tuple[float, float]:
    """What a word before or behind a figure leaves it to be, as shares of it."""
    forms, lists = statement.forms(), reckoning(statement.language)
    if statement.language == "fr" and _up_to(statement, number.first):
        return _BOUNDS["upto"]
    before = ends(lists.approximate, forms, number.first)
    if before is None and statement.tokens[number.first - 1].stop and number.first:
        before = ends(lists.approximate, forms, number.first - 1) if _determiner(forms, number.first - 1) else None
    if before is not None:
        return _BOUNDS[before.meaning]
    after = at(lists.approximate_behind, forms, behind) or at(lists.approximate_behind, forms, number.last)
    return _BOUNDS[after.meaning] if after is not None else (1.0, 1.0)


def _up_to(statement: Statement, first: int) -> bool:
    """Whether the French "up to" stands before a figure: its first half is cut off as an elided word."""
    start = statement.tokens[first - 1].start if first else 0
    return fold(statement.article.text[max(0, start - len("jusqu'")) : start]) == "jusqu'"


def _determiner(forms: Forms, index: int) -> bool:
    return any(len(form) <= len("eine") for form in forms[index])


def _elliptical(statement: Statement, number: Number, before: list[Figure]) -> Figure | None:
    """A bare figure behind "to" or "from" that has the unit of its neighbour: "from twelve weeks to seven"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    linked = at(lists.range_to, forms, number.first - 1) if number.first else None
    if linked is None or not before or number.first - before[-1].last > _ELLIPSIS or _is_year(statement, number.first):
        return None
    if number.last < len(forms) and not (statement.tokens[number.last].stop or statement.tokens[number.last].breaks):
        return None
    last, amount = before[-1], number
    if last.unit == "time":
        amount = number.times(_span_of(statement, last))
    return last._replace(
        first=number.first, last=number.last, value=amount.value or 0.0, low=amount.low, high=amount.high
    )


def _span_of(statement: Statement, figure: Figure) -> float:
    """How many minutes one of the unit is that a span of time was told in."""
    told = number_at(statement, figure.first)
    return figure.value / told.value if told is not None and told.value else 1.0


def _multiple(statement: Statement, index: int) -> Figure | None:
    """How many times as large, or how often: "doubled", "twice"."""
    hit = at(reckoning(statement.language).multiples, statement.forms(), index)
    if hit is None:
        return None
    value = float(hit.meaning)
    return Figure(index, hit.last, value, "times", True, value, value)


def _one_and_a_half(statement: Statement, index: int) -> Figure | None:
    """One and a half of a span of time: "an hour and a half"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    start = index + (at(lists.articles, forms, index) is not None)
    span = at(statement.lexis.spans, forms, start) if start > index or statement.language == "ar" else None
    if span is None or at(lists.half_more, forms, span.last) is None:
        return None
    one = Number(index, start, 1.0, 1.0, 1.0, spelled=True)
    return _measured(statement, one, Unit(span.meaning, span.last))


def _dual(statement: Statement, index: int) -> Figure | None:
    """Two of a kind in one Arabic word: two people, two hours."""
    if statement.language != "ar":
        return None
    noun = _two_of(statement, index)
    if noun == "":
        return None
    span = at(statement.lexis.spans, statement.forms(), index)
    if span is not None:
        return _measured(
            statement, Number(index, index + 1, 2.0, 2.0, 2.0, spelled=True), Unit(span.meaning, index + 1)
        )
    token = statement.tokens[index]
    happens = event(token) or happened_near(statement, index, index + 1)
    names = frozenset(likely(token))
    return Figure(index, index + 1, 2.0, "person", False, 2.0, 2.0, names, happens, False)


_DUAL = ("ان", "ين")


def _two_of(statement: Statement, index: int) -> str:
    """The noun of which a word names two; empty for none."""
    forms = statement.forms()[index]
    lists = reckoning("ar")
    for form in forms:
        if not form.endswith(_DUAL):
            continue
        stem = form[:-2]
        for noun in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem):
            plural = form.endswith(_DUAL[1]) and noun in lists.masculine_plurals
            if noun in lists.duals and not plural:
                return noun
        if at(statement.lexis.spans, [(form,)], 0) is not None and at(statement.lexis.spans, [(stem,)], 0) is not None:
            return stem
        if at(statement.lexis.spans, [(form,)], 0) is not None and stem.endswith("ت"):
            return stem
    return ""


def _one_in(statement: Statement, index: int) -> Figure | None:
    """So many of each so many, as a share: "one in five"."""
    forms, lists = statement.forms(), reckoning(statement.language)
    one = number_at(statement, index)
    place = one.last + _one_noun(statement, one.last) if one is not None else index
    link = at(lists.in_each, forms, place) if one is not None and one.value else None
    other = number_at(statement, link.last) if link is not None and link.last < len(forms) else None
    if one is None or other is None or not one.value or not other.value or not one.value < other.value <= _WHOLE:
        return None
    if other.last < len(forms) and (at(statement.lexis.spans, forms, other.last) or unit_at(statement, other)):
        return None
    taken = {place for time in times(statement) for place in range(time.first, time.last)}
    if {index, other.first} & taken or not (one.value == 1 or (one.spelled and other.spelled)):
        return None
    value = _HUNDRED * one.value / other.value
    low, high = _bounds(statement, one, other.last)
    low, high = low * (1 - _SHARE_LOOSE), high * (1 + _SHARE_LOOSE)
    return Figure(index, other.last, value, "percent", True, value * low, value * high)


def _one_noun(statement: Statement, index: int) -> bool:
    """Whether one noun stands there, between the numbers of "one voter in five"."""
    if index >= len(statement.tokens):
        return False
    token = statement.tokens[index]
    return not (token.stop or token.number or token.breaks or token.named)


def _is_year(statement: Statement, index: int) -> bool:
    """Whether a figure is written as years are: four digits without any mark."""
    token = statement.tokens[index]
    written = fold(statement.article.text[token.start : token.end])
    return token.number and written.isdigit() and int(written) in _YEAR and digits(statement, index)[0] is not None

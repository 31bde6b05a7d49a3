"""Figures in statements: a value and how far it may be off, what is counted or measured, and what happened to it."""

from collections.abc import Iterator
from functools import lru_cache

from generator.compare.ages import age_before, age_of, aged, apposed
from generator.compare.bounds import bounds
from generator.compare.counting import Counted, counted, happened_near, nobody, noun_words, partly
from generator.compare.figure import Figure
from generator.compare.measured import measured, scored, stopped
from generator.compare.numerals import Number, digits, number_at
from generator.compare.reckoning import at, ends, reckoning
from generator.compare.shapes import dual, multiple, one_and_a_half, one_in, votes_against
from generator.compare.statements import Statement
from generator.compare.things import event, happenings, likely
from generator.compare.times import times
from generator.compare.units import implied, rate_behind, unit_at
from generator.language.fold import fold

__all__ = ["Figure", "figures", "numbers"]

_HUNDRED = 100
_YEAR = range(1900, 2101)
_ELLIPSIS = 10
"""Words before a bare figure among which the one stands whose unit it has: "from twelve weeks to seven"."""


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
    special = multiple(statement, index) or dual(statement, index) or one_in(statement, index)
    special = special or one_and_a_half(statement, index) or stopped(statement, index) or scored(statement, index)
    if special is not None:
        yield special, special.last
        return
    number = _ranged(statement, index)
    if number is None or number.value is None or _is_name(statement, number):
        return
    figure = votes_against(statement, number, before)
    figure = figure or _figure(statement, number) or _elliptical(statement, number, before)
    if figure is not None:
        yield _of_those(figure, before), figure.last


def _of_those(figure: Figure, before: list[Figure]) -> Figure:
    """A figure of some of those told of before, with what they are: "212 samples, and 31 of them were positive"."""
    bare = figure.part and figure.unit == "person" and not (figure.counted or figure.event)
    told = next((one for one in reversed(before) if not one.measured), None) if bare else None
    return figure if told is None else figure._replace(unit=told.unit, counted=told.counted)


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
    if number.spelled:
        return _written_as_name(statement, number.first)
    return touches or (statement.tokens[number.first].named and not _measure_follows(statement, number))


def _written_as_name(statement: Statement, index: int) -> bool:
    """Whether a number in words has a capital behind another word that has one: "Channel Six"."""
    tokens, text = statement.tokens, statement.article.text
    if tokens[index].named:
        return True
    inside = index > 0 and text[tokens[index - 1].end : tokens[index].start] == " " and statement.language != "de"
    return inside and text[tokens[index].start].isupper() and text[tokens[index - 1].start].isupper()


def _measure_follows(statement: Statement, number: Number) -> bool:
    """Whether a figure that was taken for a name begins it, and a magnitude or a measure follows."""
    tokens = statement.tokens
    opens = number.first == 0 or tokens[number.first - 1].term != tokens[number.first].term
    return opens and (number.last > number.first + 1 or unit_at(statement, number) is not None)


def _figure(statement: Statement, number: Number) -> Figure | None:
    unit = unit_at(statement, number)
    if unit is not None:
        return aged(statement, number, unit) if unit.name == "year" else measured(statement, number, unit)
    if number.last == number.first + 1 and _is_year(statement, number.first):
        return None
    if age_before(statement, number) or apposed(statement, number):
        return age_of(statement, number)
    if at(statement.lexis.durations, statement.forms(), number.last) is not None:
        return None
    what = counted(statement, number)
    if what is None or what.word is None or what.word < number.first:
        unit = implied(statement, number)
        if unit is not None:
            return measured(statement, number, unit)
    return None if what is None else _counting(statement, number, what)


def _counting(statement: Statement, number: Number, what: Counted) -> Figure | None:
    token = None if what.word is None else statement.tokens[what.word]
    own = happenings(statement).get(what.word, "") if what.word is not None else ""
    behind = max(number.last, what.last)
    happens = own or (happened_near(statement, number.first, number.last) if what.people else "")
    if number.value == 1 and number.spelled and not _one_person(statement, number, what, happens):
        return None
    low, high = bounds(statement, number, behind)
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
    if statement.tokens[what.word].forms[0].endswith(_MOST):
        return False  # "one of the deadliest"
    return statement.language == "en" or event(statement.tokens[what.word]) != ""


_MOST = ("est", "most")
"""How an English word in the highest degree ends."""


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


def _is_year(statement: Statement, index: int) -> bool:
    """Whether a figure is written as years are: four digits without any mark."""
    token = statement.tokens[index]
    written = fold(statement.article.text[token.start : token.end])
    return token.number and written.isdigit() and int(written) in _YEAR and digits(statement, index)[0] is not None

"""What measures a number stands in: the unit behind or around it, turned into one unit of each kind."""

from typing import NamedTuple

from generator.compare.lexis import Hit
from generator.compare.numerals import Number
from generator.compare.reckoning import Forms, at, ends, reckoning
from generator.compare.statements import Statement

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent", "٪": "percent", "¥": "yen", "₹": "rupee",
          "₽": "ruble", "₺": "lira", "₪": "shekel", "₩": "won", "₴": "hryvnia", "₦": "naira", "°": "degree",
          "¢": "cent"}  # fmt: skip
_INTO = {
    "basis point": ("point", 0.01), "second": ("time", 1 / 60), "minute": ("time", 1.0), "hour": ("time", 60.0),
    "day": ("time", 1440.0), "night": ("time", 1440.0), "week": ("time", 10080.0), "fortnight": ("time", 20160.0),
    "month": ("time", 43830.0), "year": ("time", 525960.0), "decade": ("time", 5259600.0),
    "century": ("time", 52596000.0), "kilometre": ("metre", 1000.0), "centimetre": ("metre", 0.01),
    "millimetre": ("metre", 0.001), "gram": ("kilogram", 0.001), "tonne": ("kilogram", 1000.0),
    "cubic metre": ("litre", 1000.0), "square kilometre": ("hectare", 100.0), "square metre": ("hectare", 0.0001),
    "kilowatt": ("megawatt", 0.001), "gigawatt": ("megawatt", 1000.0),
}  # fmt: skip
"""Units that are so many of another; a month and a year by their mean length."""
_NEARLY = {
    "mile": ("metre", 1609.344), "nautical mile": ("metre", 1852.0), "foot": ("metre", 0.3048),
    "yard": ("metre", 0.9144),
    "inch": ("metre", 0.0254), "ounce": ("kilogram", 0.02835), "gallon": ("litre", 3.785), "acre": ("hectare", 0.40469),
    "square mile": ("hectare", 258.999), "square foot": ("hectare", 0.0000092903), "mph": ("km/h", 1.609344),
    "knot": ("km/h", 1.852), "fahrenheit": ("degree", 5 / 9),
}  # fmt: skip
"""The same for units of another system: who turns one into the other rounds."""
_ROUNDED = 0.05
"""How much of a figure, at the most, is lost when it is turned into another system."""
_FREEZING = 32.0
_AGES = 130
"""From so many years on, how long ago something was is a figure of its own, as a date is not told by it."""


class Unit(NamedTuple):
    """A unit by its name, the index behind its last word, and whether it is a span of time that only says when."""

    name: str
    last: int
    passed: bool = False


def unit_at(statement: Statement, number: Number) -> Unit | None:
    """The unit of a number: a sign that touches it, a word behind it, or what stands before says it is."""
    forms, last = statement.forms(), number.last
    if number.share:
        return Unit("percent", last)
    signed = _sign(statement, number.first, last) or _glued(statement, number)
    if signed:
        return _rate(statement, forms, Unit(signed, last))
    found = at(statement.lexis.units, forms, last) or _currency(statement, forms, last)
    if found is not None and not _starts_anew(statement, found.first):
        return _rate(statement, forms, Unit(found.meaning, found.last))
    span = _span(statement, forms, number)
    if span is not None:
        return span
    coded = ends(reckoning(statement.language).currencies, forms, number.first)
    return Unit(coded.meaning, last) if coded is not None and len(forms[coded.first][0]) <= len("usd") else None


def implied(statement: Statement, number: Number) -> Unit | None:
    """The unit of a bare figure that the words before it imply: "was doing 110"."""
    found = ends(reckoning(statement.language).implied, statement.forms(), number.first)
    return None if found is None else Unit(found.meaning, number.last)


def _starts_anew(statement: Statement, index: int) -> bool:
    return statement.tokens[index].breaks


def _span(statement: Statement, forms: Forms, number: Number) -> Unit | None:
    found = at(statement.lexis.spans, forms, number.last)
    if found is None or _starts_anew(statement, number.last):
        return None
    if found.meaning == "second" and number.value != 1 and forms[found.first][0] in _ALSO_ORDINALS:
        return None
    about = ends(reckoning(statement.language).approximate, forms, number.first)
    first = about.first if about is not None else number.first
    ago = ends(statement.lexis.ages, forms, first) is not None and statement.language != "en"
    passed = ago or at(statement.lexis.span_ends, forms, found.last) is not None
    passed = passed and not (found.meaning == "year" and (number.value or 0.0) > _AGES)
    return _rate(statement, forms, Unit(found.meaning, found.last, passed))


_ALSO_ORDINALS = frozenset({"second", "seconde", "segundo"})


def _currency(statement: Statement, forms: Forms, last: int) -> Hit | None:
    """A currency by its name, behind a word that says whose it is or links it."""
    listed = reckoning(statement.language).currencies
    for index in (last, last + 1, last + 2):
        found = at(listed, forms, index)
        if found is not None:
            return found
        if index >= len(forms) or statement.tokens[index].breaks or statement.tokens[index].number:
            return None
        if not (statement.tokens[index].stop or statement.language in ("en", "de")):
            return None
    return None


def _rate(statement: Statement, forms: Forms, unit: Unit) -> Unit:
    """The unit by a span of time where one follows: "50 dollars an hour"."""
    per = at(reckoning(statement.language).per, forms, _behind_substance(statement, forms, unit.last))
    span = at(statement.lexis.spans, forms, per.last) if per is not None else None
    if per is None or span is None or statement.tokens[per.first].breaks or unit.passed:
        return unit
    if statement.language == "ar" and span.last - span.first == 1 and not _each(forms, per):
        return unit
    if at(statement.lexis.span_ends, forms, span.last) is not None:
        return unit
    if span.meaning == "hour" and unit.name in ("kilometre", "mile"):
        return Unit("km/h" if unit.name == "kilometre" else "mph", span.last)
    return Unit(f"{unit.name}/{span.meaning}", span.last)


def _each(forms: Forms, per: Hit) -> bool:
    """Whether an Arabic rate is meant: by the hour, with its article, or each hour; not "in two hours"."""
    return forms[per.last][0].startswith("ال") or "كل" in forms[per.first][0]


def _behind_substance(statement: Statement, forms: Forms, last: int) -> int:
    """The index behind "of water" where that follows a unit, else behind the unit."""
    if last + 1 >= len(forms) or at(reckoning(statement.language).of_share, forms, last) is None:
        return last
    plain = not (statement.tokens[last].breaks or statement.tokens[last + 1].stop or statement.tokens[last + 1].breaks)
    return last + 2 if plain else last


def rate_behind(statement: Statement, last: int) -> str:
    """The span of time that something counted is counted by: "/day" in "12 flights a day"; empty for none."""
    return _rate(statement, statement.forms(), Unit("", last)).name


def _glued(statement: Statement, number: Number) -> str:
    if not number.glued:
        return ""
    found = at(statement.lexis.units, [(number.glued,)], 0) or at(statement.lexis.spans, [(number.glued,)], 0)
    return found.meaning if found is not None else ""


def _sign(statement: Statement, first: int, last: int) -> str | None:
    """The unit of a sign that touches the figure, before or behind it."""
    text = statement.article.text
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    before = text[start - 1 : start] if start > statement.start else ""
    behind = text[end : end + 2].replace("\u00a0", " ").replace("\u202f", " ").lstrip()[:1]
    found = _SIGNS.get(before) or _SIGNS.get(behind)
    named = found == "degree" and at(statement.lexis.units, statement.forms(), last) is not None
    return None if named else found


def turned(name: str, number: Number) -> tuple[str, Number]:
    """A number in the unit of its kind: kilometres and miles in metres, weeks in minutes."""
    bare, slash, span = name.partition("/") if name != "km/h" else (name, "", "")
    amount = number
    if bare in _INTO:
        amount = _of_months(number) if bare == "month" else number
        bare, factor = _INTO[bare]
        amount = amount.times(factor)
    elif bare in _NEARLY:
        cold = _FREEZING if bare == "fahrenheit" else 0.0
        bare, factor = _NEARLY[bare]
        amount = _shifted(_loosened(number), cold).times(factor)
    return bare + slash + span, amount


def _of_months(number: Number) -> Number:
    """So many months, which have 28 to 31 days."""
    return number._replace(low=number.low * _SHORTEST_MONTH, high=number.high * _LONGEST_MONTH)


_SHORTEST_MONTH, _LONGEST_MONTH = 28 / 30.4375, 31 / 30.4375
"""Months against their mean length."""


def _shifted(number: Number, by: float) -> Number:
    whole = None if number.value is None else number.value - by
    return number._replace(value=whole, low=number.low - by, high=number.high - by)


def _loosened(number: Number) -> Number:
    """The number with the room that rounding to its digits leaves."""
    amount = abs(number.value or 0.0)
    step = 1.0
    while amount and amount % (step * 10) == 0:
        step *= 10
    room = min(step / 2, _ROUNDED * amount)
    return number._replace(low=number.low - room, high=number.high + room)

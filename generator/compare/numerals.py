"""Numbers as they stand in a statement: in figures or in words, about how many, or as a part of something."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from generator.compare.reckoning import Forms, Reckoning, at, ends, reckoning, value
from generator.compare.statements import Statement
from generator.language.fold import fold
from generator.language.words import number_key

_TEN = 10
_TWENTY = 20
_FOUR_TWENTIES = (4, 20)
_HUNDRED = 100
_THOUSAND = 1000
_GROUP = 3
"""Digits of each group of a number written with spaces: 8 000."""
_REACH = 3
_LOOSE = 0.15
"""How far a number of dozens, or a part in words, may be off."""
_PART_LOOSE = 0.06
_JOINED = "و"
"""The "and" that Arabic writes together with the next word."""
_WRITTEN_ON = "وفبلكـ"
"""What Arabic writes together with the word behind it."""
_ARTICLE = "ال"
_ELEVEN = frozenset({"احد", "احدي"})
"""The Arabic one of eleven, which is "somebody" elsewhere; folded."""
_ONES_FIRST = frozenset({"ar", "de", "nl"})
_NO_BREAK = frozenset({"\u00a0", "\u202f", "\u2009"})
_MARKED = frozenset({"en", "ar"})
"""Languages that mark thousands by a sign and not by a space."""
_DECIMAL_COMMA = frozenset({"fr", "de"})
_DIGITS = re.compile(r"(\d{1,20}(?:[.,]\d{1,20}){0,8})([^\W\d_]{0,40})\Z")
_THOUSANDS = {mark: re.compile(rf"\d{{1,3}}(?:[{mark}]\d{{3}}){{1,8}}\Z") for mark in ".,"}
_GERMAN = re.compile(
    r"(?:(?P<thousands>\w{1,40}?)?tausend(?:und)?)?(?:(?P<hundreds>\w{1,40}?)?hundert(?:und)?)?(?P<rest>\w{0,40})\Z"
)
_GERMAN_TENS = re.compile(r"(?P<ones>ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)und(?P<tens>\w{1,40})\Z")
_GERMAN_TEEN = re.compile(r"(?P<ones>drei|vier|funf|acht|neun)zehn\Z")
_GERMAN_HALF = re.compile(r"(?P<whole>\w{1,40}?)einhalb\Z")


class Number(NamedTuple):
    """A number from its first word to before `last`, and what it stands for at least and at most.

    No value: words that are no number that is understood. `share` is true for a part of what follows ("a third of");
    `glued` is a unit that is written together with the figure ("5km"); `spelled` is true for numbers in words.
    """

    first: int
    last: int
    value: float | None
    low: float = 0.0
    high: float = 0.0
    spelled: bool = False
    share: bool = False
    vague: bool = False
    glued: str = ""

    def plus(self, more: float) -> "Number":
        """The same and so much more."""
        whole = None if self.value is None else self.value + more
        return self._replace(value=whole, low=self.low + more, high=self.high + more)

    def times(self, factor: float) -> "Number":
        """The same, so many times as large."""
        whole = None if self.value is None else self.value * factor
        return self._replace(value=whole, low=self.low * factor, high=self.high * factor)


def number_at(statement: Statement, index: int) -> Number | None:
    """The number that begins at a word."""
    forms, lists = statement.forms(), reckoning(statement.language)
    if statement.language == "ar" and _no_number(forms, lists, index):
        return None
    found = _vague(forms, lists, index) or _part(statement, forms, lists, index)
    found = found or _in_figures(statement, forms, lists, index) or _in_words(statement, forms, lists, index)
    return None if found is None else _and_a_half(forms, lists, found)


def _no_number(forms: Forms, lists: Reckoning, index: int) -> bool:
    """Whether an Arabic word is only by chance, or within an ordinal, what a number is: "كمية", "الخامس عشر"."""
    before, whole = forms[index - 1] if index else (), forms[index][0]
    found = next((form for form in forms[index] if form in lists.numbers or form in lists.magnitudes), None)
    if found is None:
        return False
    if found in _TEENS_ONLY:
        return index + 1 >= len(forms) or not _TENS_BEHIND & set(forms[index + 1])
    if found in _TENS_BEHIND and (_ELEVEN_OF_ALL & set(before) or any(form in lists.ordinals for form in before)):
        return True
    return whole.endswith(found) and not set(whole.removesuffix(found)) <= _WRITTEN_BEFORE


_TEENS_ONLY = frozenset({"اثنا", "اثني", "اثنتا", "اثنتي"})
"""Two in this form only stands in twelve."""
_TENS_BEHIND = frozenset({"عشر", "عشره"})
_ELEVEN_OF_ALL = frozenset({"الاحدي", "الاحد"})
_WRITTEN_BEFORE = frozenset("وفبل")
"""What may be written together with a number behind it."""


def _exactly(first: int, last: int, amount: float | None, *, spelled: bool = False, glued: str = "") -> Number:
    return Number(first, last, amount, amount or 0.0, amount or 0.0, spelled=spelled, glued=glued)


def _vague(forms: Forms, lists: Reckoning, index: int) -> Number | None:
    """Dozens, hundreds: a number that is between two."""
    hit = at(lists.vague, forms, index)
    if hit is None:
        return None
    low, high = (float(bound) for bound in hit.meaning.split("-"))
    scale = value(lists.magnitudes, forms, hit.last) or 1.0
    last = hit.last + (scale > 1.0)
    middle = (low + high) / 2 if high < 2 * low else sqrt(low * high)
    return Number(index, last, round(middle) * scale, low * scale, high * scale, spelled=True, vague=True)


def _part(statement: Statement, forms: Forms, lists: Reckoning, index: int) -> Number | None:
    """A part: of a large number ("three quarters of a million"), of a measure, or of something that is named."""
    times_ = value(lists.numbers, forms, index)
    part = index + 1 if times_ is not None or at(lists.articles, forms, index) else index
    hit = at(lists.fractions, forms, part) or at(lists.fractions, forms, index)
    if hit is None or statement.tokens[hit.first].number or _definite(statement, hit.first):
        return None
    amount = float(hit.meaning) * (times_ or 1.0 if hit.first > index else 1.0)
    last = hit.last
    ordinal = (times_ or 1.0) == 1.0 and value(lists.ordinals, forms, hit.first) is not None
    if ordinal and at(lists.of_share, forms, last) is None and last < len(forms) and _measured_soon(statement, last):
        return None  # "the third day"
    while (
        last < min(hit.last + _REACH, len(forms)) and statement.tokens[last].stop and not statement.tokens[last].breaks
    ):
        last += 1
    scale = value(lists.magnitudes, forms, last)
    if scale is not None:
        return _exactly(index, last + 1, amount * scale, spelled=True)
    if last < len(forms) and _measures(statement, forms, last) and not _votes(statement, forms, last):
        return _exactly(index, last, amount, spelled=True)
    return _share(statement, lists, index, hit.last, amount) if amount < 1 else None


def _measured_soon(statement: Statement, index: int) -> bool:
    """Whether a measure or a span of time follows, a small word between apart."""
    places = range(index, min(index + 2, len(statement.tokens)))
    return any(_measures(statement, statement.forms(), place) for place in places)


def _share(statement: Statement, lists: Reckoning, first: int, last: int, amount: float) -> Number | None:
    forms = statement.forms()
    about = ends(lists.approximate, forms, first)
    before = ends(lists.share_before, forms, first if about is None else about.first) is not None
    behind = at(lists.of_share, forms, last) is not None
    named = statement.language == "ar" and last < len(forms) and not statement.tokens[last].stop
    if not (before or behind or named) or _is_bare_ordinal(statement, lists, first, last):
        return None
    share = _exactly(first, last, amount * _HUNDRED, spelled=True)._replace(share=True)
    return share._replace(low=share.low * (1 - _PART_LOOSE), high=share.high * (1 + _PART_LOOSE))


def _is_bare_ordinal(statement: Statement, lists: Reckoning, first: int, last: int) -> bool:
    """Whether a word for a part stands alone that is an ordinal too: "the third of them"."""
    alone = last == first + 1
    return alone and value(lists.ordinals, statement.forms(), first) is not None


def _definite(statement: Statement, index: int) -> bool:
    """Whether an Arabic word has its article: "the five" describes what stands before it."""
    surface = statement.article.text[statement.tokens[index].start : statement.tokens[index].end]
    return statement.language == "ar" and surface.lstrip(_JOINED + "بلكف").startswith(_ARTICLE)


def _measures(statement: Statement, forms: Forms, index: int) -> bool:
    return any(at(table, forms, index) for table in (statement.lexis.units, statement.lexis.spans))


def _votes(statement: Statement, forms: Forms, index: int) -> bool:
    found = at(statement.lexis.units, forms, index)
    return found is not None and found.meaning == "vote"


def _in_figures(statement: Statement, forms: Forms, lists: Reckoning, index: int) -> Number | None:
    """A number that begins with digits, its thousands set apart by marks or spaces, and the magnitudes behind it."""
    grouped = _grouped(statement, index)
    last, amount, glued = (*grouped, "") if grouped is not None else (index + 1, *digits(statement, index))
    if amount is None:
        return None
    factor = lists.suffixes.get(glued)
    if factor is not None and (glued != "m" or _priced(statement, index)):
        amount, glued = amount * factor, ""
    while not glued and last < len(forms) and not _measures(statement, forms, last):
        scale = value(lists.magnitudes, forms, last)
        if scale is None or statement.tokens[last].breaks:
            break
        amount, last = amount * scale, last + 1
    return _exactly(index, last, amount, glued=glued)


def _priced(statement: Statement, index: int) -> bool:
    start = statement.tokens[index].start
    return unicodedata.category(statement.article.text[start - 1 : start] or " ") == "Sc"


def digits(statement: Statement, index: int) -> tuple[float | None, str]:
    """The value of a word in digits, by the marks of its language, and the letters that are written behind it."""
    token = statement.tokens[index]
    surface = statement.article.text[token.start : token.end]
    surface = surface.lstrip(_WRITTEN_ON) if statement.language == "ar" else surface
    if not surface:
        return None, ""
    half = unicodedata.numeric(surface[-1], 0.0) if not surface[-1].isdigit() else 0.0
    match = _DIGITS.match(fold(surface[:-1] if half else surface))
    if match is None or (match[2] and token.number):  # "14th" is an ordinal.
        return (half, "") if half and len(surface) == 1 else (None, "")
    try:
        return float(_plain(match[1], statement.language)) + half, match[2]
    except ValueError:
        return None, ""


def _plain(written: str, language: str) -> str:
    """Digits without marks of thousands, and with a point before decimals."""
    if language in _DECIMAL_COMMA and not _THOUSANDS["."].match(written):
        return written.replace(".", "").replace(",", ".") if written.count(",") == 1 else number_key(written)
    if language == "en" and not _THOUSANDS[","].match(written):
        return written if written.count(".") == 1 and "," not in written else number_key(written)
    return number_key(written)


def _grouped(statement: Statement, index: int) -> tuple[int, float] | None:
    """A number whose thousands are set apart by spaces ("8 000"); in English only by such as do not break."""
    text, tokens = statement.article.text, statement.tokens
    found = text[tokens[index].start : tokens[index].end]
    if not (found.isdecimal() and len(found) <= _GROUP):
        return None
    last = index + 1
    while last < len(tokens):
        group = text[tokens[last].start : tokens[last].end]
        between = text[tokens[last - 1].end : tokens[last].start]
        apart = between in _NO_BREAK or (between == " " and statement.language not in _MARKED)
        if not (apart and group.isdecimal() and len(group) == _GROUP):
            break
        found += group
        last += 1
    return (last, float(found)) if last > index + 1 else None


class _Sum:
    """The words of one number, added up from the left."""

    def __init__(self, language: str) -> None:
        self.language, self.whole = language, 0.0
        self.part: float | None = None

    def scaled(self, scale: float) -> bool:
        """Take a magnitude; whether it fits."""
        if scale < _THOUSAND:
            rest = (self.part or 0.0) % _HUNDRED
            if self.part is not None and (self.part >= _HUNDRED or not rest):
                return self.added(scale)
            self.part = (self.part or 1.0) * scale
        elif self.part is None and self.whole:
            self.whole *= scale
        else:
            self.whole += (1.0 if self.part is None else self.part) * scale
            self.part = None
        return True

    def added(self, more: float) -> bool:
        """Take a number below a magnitude; whether it fits."""
        if self.part is None:
            self.part = more
            return True
        total = _sum(self.part, more, self.language)
        self.part = self.part if total is None else total
        return total is not None

    @property
    def total(self) -> float:
        """The number so far."""
        return self.whole + (self.part or 0.0)


def _in_words(statement: Statement, forms: Forms, lists: Reckoning, index: int) -> Number | None:
    """A number in words, its words added up."""
    if _definite(statement, index) or not _starts(statement, forms, lists, index):
        return None
    article = value(lists.magnitudes, forms, index + 1) is not None and at(lists.articles, forms, index) is not None
    last, dozens, known = (index + 1 if article else index), False, True
    sum_ = _Sum(statement.language)
    while last < len(forms) and not (last > index and _measures(statement, forms, last)):
        joined = last > index and not statement.tokens[last].breaks and _joins(lists, forms, last)
        step = last + 1 if joined else last
        number, scale = word_value(lists, forms, step, statement.language), value(lists.magnitudes, forms, step)
        if (number is None and scale is None) or (step > index and statement.tokens[step].breaks):
            break
        taken = (
            sum_.scaled(scale) if scale is not None and (last > index or number is None) else sum_.added(number or 0)
        )
        if not taken and (joined or _arabic_and(statement, step)):
            break
        known, dozens = known and taken, dozens or scale in (12.0, 20.0)
        last = step + 1
    found = _exactly(index, last, sum_.total if known else None, spelled=True)
    return found._replace(low=found.low * (1 - _LOOSE), high=found.high * (1 + _LOOSE)) if dozens else found


def _arabic_and(statement: Statement, index: int) -> bool:
    return statement.language == "ar" and statement.article.text[statement.tokens[index].start] == _JOINED


def _joins(lists: Reckoning, forms: Forms, index: int) -> bool:
    following = value(lists.numbers, forms, index + 1) or value(lists.magnitudes, forms, index + 1)
    return at(lists.joins, forms, index) is not None and following is not None


def _starts(statement: Statement, forms: Forms, lists: Reckoning, index: int) -> bool:
    """Whether a number in words may begin: with a number, or with a magnitude that needs none before it."""
    if word_value(lists, forms, index, statement.language) is not None:
        return True
    if at(lists.starters, forms, index) is not None:
        return True
    return at(lists.articles, forms, index) is not None and value(lists.magnitudes, forms, index + 1) is not None


def word_value(lists: Reckoning, forms: Forms, index: int, language: str) -> float | None:
    """What a word is as a number; German ones are taken apart."""
    found = value(lists.numbers, forms, index)
    if found is not None or index >= len(forms):
        return found
    if language == "ar" and _ELEVEN & set(forms[index]) and value(lists.numbers, forms, index + 1) == _TEN:
        return 1.0
    return _german(forms[index][0]) if language == "de" else None


@lru_cache(maxsize=10_000)
def _german(word: str) -> float | None:
    """The value of a German number that is written as one word."""
    half = _GERMAN_HALF.match(word)
    if half:
        whole = _german_below(half["whole"])
        return None if whole is None else whole + 0.5
    match = _GERMAN.match(word)
    if match is None or not (match["thousands"] or match["hundreds"] or match["rest"]):
        return None
    if match["thousands"] is None and "tausend" in word:
        return _german("ein" + word)
    hundreds = match["hundreds"] or ("ein" if "hundert" in word.rpartition("tausend")[2] else None)
    parts = (
        (_german(match["thousands"]) if match["thousands"] else 0.0, _THOUSAND),
        (_german_below(hundreds) if hundreds else 0.0, _HUNDRED),
        (_german_below(match["rest"]) if match["rest"] else 0.0, 1),
    )
    if any(part is None for part, _ in parts):
        return None
    return sum((part or 0.0) * scale for part, scale in parts)


def _german_below(word: str) -> float | None:
    """The value of a German number below a hundred."""
    known: Mapping[str, float] = reckoning("de").numbers
    if word in known:
        return known[word]
    teen = _GERMAN_TEEN.match(word)
    if teen:
        return known[teen["ones"]] + _TEN
    tens = _GERMAN_TENS.match(word)
    return known[tens["ones"]] + known[tens["tens"]] if tens and tens["tens"] in known else None


def _sum(whole: float, more: float, language: str) -> float | None:
    """Two number words as one: twenty one, two hundred fifty, in Arabic also seven ten and one twenty; else None."""
    ones = whole % _HUNDRED
    tens = more % _TEN == 0 and _TEN <= more < _HUNDRED
    if 0 < ones < _TEN and tens and language in _ONES_FIRST:
        return whole + more
    if language == "fr" and (ones, more) == _FOUR_TWENTIES:
        return whole - ones + ones * more
    if language == "fr" and ((ones in (60, 80) and more < _TWENTY) or (ones in (10, 70, 90) and more in (7, 8, 9))):
        return whole + more
    fits = (ones % _TEN == 0 and ones >= _TWENTY and more < _TEN) or (
        whole >= _HUNDRED and ones == 0 and more < _HUNDRED
    )
    fits = fits or (whole >= _THOUSAND and whole % _THOUSAND == 0 and more < _THOUSAND)
    return whole + more if fits and more else None


def _and_a_half(forms: Forms, lists: Reckoning, found: Number) -> Number:
    """The number with a half more: of its last magnitude, or of one."""
    hit = at(lists.half_more, forms, found.last)
    if hit is None or found.value is None:
        return found
    scale = value(lists.magnitudes, forms, found.last - 1) or 1.0
    more = scale / 2
    return found._replace(last=hit.last, value=found.value + more, low=found.low + more, high=found.high + more)

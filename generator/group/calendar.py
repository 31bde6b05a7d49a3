"""Days of the week and ordinals as a text names them: what tells two days of a trial and two packages apart."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

from generator.language.fold import fold
from generator.language.words import Word, key

_CONTEXTS = ("format", "stand-alone")
_MOST = 60
"""Ordinals up to this one are told apart."""
# 12th, 12e, 12-й, and the German and Turkish "12." before a word.
_ORDINAL = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})(?:(?:st|nd|rd|th|er|e|º|ª|o|a)\b|-[\u0400-\u04ff]{1,3}\b|\.(?=\s+[^\W\d_]))"
)


def weekdays(found: Sequence[Word], language: str) -> int:
    """The days that the words name, as a set of bits: Monday is 1, Tuesday 2, Wednesday 4; 0 where none is named."""
    names = _days(language)
    bits = 0
    for word in found:
        bits |= names.get(word.key, 0)
    return bits


def ordinals(title: str, language: str) -> int:
    """The ordinals in a title, in figures or words, as a set of bits; 0 where there are none."""
    bits = 0
    for match in _ORDINAL.finditer(title):
        bits |= 1 << min(int(match[1]), _MOST)
    names = _ordinals(language)
    for word in re.findall(r"\w+", title):
        bits |= names.get(fold(word), 0)
    return bits


@cache
def _days(language: str) -> dict[str, int]:
    """The bit of each day by the key of its name; a name of two days, or of several words, is left out."""
    try:
        days = Locale.parse(language).days
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for context in _CONTEXTS:
        for day, name in days[context]["wide"].items():
            if " " not in name:
                word = key(name, language)
                found[word] = found.get(word, 0) | 1 << day
    return {word: bits for word, bits in found.items() if bits.bit_count() == 1 and len(word) > 1}


@cache
def _ordinals(language: str) -> dict[str, int]:
    """The bit of each ordinal by its folded words."""
    table = (files(__package__) / "ordinals.tsv").read_text(encoding="utf-8").splitlines()
    lines = [line.split("\t") for line in table if not line.startswith("#")]
    return {fold(word): 1 << int(number) for code, number, words in lines if code == language for word in words.split()}

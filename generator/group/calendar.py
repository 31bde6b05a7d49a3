"""Days of the week as a text names them, in any language whose names Babel knows."""

from functools import cache

from babel import Locale, UnknownLocaleError

from generator.language.words import Word, key

_FORMS = (("format", "wide"), ("stand-alone", "wide"))


def weekdays(found: tuple[Word, ...], language: str) -> int:
    """The days that the words name, as a set of bits: Monday is 1, Tuesday 2, Wednesday 4; 0 where none is named."""
    names = _names(language)
    bits = 0
    for word in found:
        bits |= names.get(word.key, 0)
    return bits


@cache
def _names(language: str) -> dict[str, int]:
    """The bit of each day by the key of its name; a name of two days, or of several words, is left out."""
    try:
        days = Locale.parse(language).days
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for context, width in _FORMS:
        for day, name in days[context][width].items():
            if " " not in name:
                word = key(name, language)
                found[word] = found.get(word, 0) | 1 << day
    return {word: bits for word, bits in found.items() if bits.bit_count() == 1 and len(word) > 1}

"""What a word may mean, so that words of one language and of two can meet: keys, and shared concepts."""

from collections.abc import Mapping

from generator.language.lexicon import translations
from generator.language.words import Word

_FUTURE = "س"
_PERSONS = "يتنا"
_LONG = 4
_TANWEEN = "ا"
"""What an indefinite noun ends with behind a number."""
_LIKELY = 0.08
"""The share of a word's uses from which on a meaning counts."""


def keys(word: Word, language: str) -> frozenset[str]:
    """The word's key marked with its language, and of an Arabic word also without letters of tense or case."""
    return frozenset(f"{language}:{key}" for key in _forms(word, language))


def concepts(word: Word, language: str) -> Mapping[str, float]:
    """The concepts that a word may stand for, in any language, and the share of each, marked as concepts."""
    for key in _forms(word, language):
        found = {f"={concept}": share for concept, share in translations(key, language) if share >= _LIKELY}
        if found:
            return found
    return {}


def _forms(word: Word, language: str) -> tuple[str, ...]:
    """The key, and for an Arabic word the same without the letters of the future, the imperfect and the accusative."""
    key = word.key
    if language != "ar":
        return (key,)
    found = [key]
    if len(key) > _LONG and key[0] == _FUTURE and key[1] in _PERSONS:
        found.append(key[1:])
    found += [form[1:] for form in found if len(form) >= _LONG and form[0] in _PERSONS]
    found += [form[:-1] for form in found if len(form) >= _LONG and form.endswith(_TANWEEN)]
    return tuple(dict.fromkeys(found))

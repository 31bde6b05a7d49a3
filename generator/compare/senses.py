"""What a word may mean, so that words of two languages can meet: its key in its language, and shared concepts."""

from generator.language.words import Word

_FUTURE = "س"
_PERSONS = "يتنا"
_LONG = 4


def senses(word: Word, language: str) -> frozenset[str]:
    """The word's key marked with its language, an Arabic verb without its future letter besides."""
    found = {f"{language}:{word.key}"}
    if language == "ar" and len(word.key) > _LONG and word.key[0] == _FUTURE and word.key[1] in _PERSONS:
        found.add(f"{language}:{word.key[1:]}")
    return frozenset(found)

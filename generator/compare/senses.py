"""What a word may mean, so that words of two languages can meet: its key in its language, and shared concepts."""

from generator.language.words import Word


def senses(word: Word, language: str) -> frozenset[str]:
    """The word's key marked with its language; the concepts it may stand for in any language."""
    return frozenset((f"{language}:{word.key}",))

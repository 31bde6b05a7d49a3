"""How much a term tells: inverse document frequency in a background collection of its language."""

from collections.abc import Callable

_UNKNOWN = 8.0


def weight(language: str) -> Callable[[str], float]:
    """The weight of each term of a language; constant where no frequencies are known."""
    del language
    return lambda term: _UNKNOWN

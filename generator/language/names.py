"""Whether two names in any scripts are the same; blocking keys so that nobody has to compare all pairs."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from generator.language.fold import fold
from generator.language.sounds import skeletons
from generator.language.stems import readings

_TOKEN = re.compile(r"[^\W_]+(?:['’׳״\"][^\W_]+)*")
_PARTICLES = frozenset("al el the of de der di da du van von la le bin ibn ben abu and und et y e".split())


@lru_cache(maxsize=100_000)
def name_keys(name: str) -> frozenset[str]:
    """The blocking keys of a name: two names that may be the same share at least one, nearly always."""
    found: set[str] = set()
    for token in _tokens(name):
        for reading, _ in readings(token, "ar") if "\u0600" <= token[0] <= "\u06ff" else ((token, 0),):
            found |= {key for key in skeletons(reading) if key}
    return frozenset(found)


@lru_cache(maxsize=100_000)
def _tokens(name: str) -> tuple[str, ...]:
    tokens = [token for token in _TOKEN.findall(name) if fold(token)]
    return tuple(token for token in tokens if fold(token) not in _PARTICLES) or tuple(tokens)


@lru_cache(maxsize=200_000)
def same_name(a: str, b: str) -> float:
    """How likely two names, in any scripts, are the same (0 to 1)."""
    first, second = _tokens(a), _tokens(b)
    if not first or not second:
        return 0.0
    if fold(" ".join(first)) == fold(" ".join(second)):
        return 1.0
    if len(first) > len(second):
        first, second = second, first
    best = [max((_token(one, other), place) for place, other in enumerate(second)) for one in first]
    likely = sum(score for score, _ in best) / len(best)
    return round(likely * (1.0 if len(first) == len(second) else 0.75), 4)


@lru_cache(maxsize=200_000)
def _token(a: str, b: str) -> float:
    if fold(a) == fold(b):
        return 1.0
    pairs = [(x, y) for x in skeletons(a) for y in skeletons(b) if x and y]
    return 0.9 * max((Levenshtein.normalized_similarity(x, y) for x, y in pairs), default=0.0)

"""Whether two names in any scripts are the same; blocking keys, so that nobody has to compare all pairs."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.language.aliases import known
from generator.language.fold import fold
from generator.language.likeness import likeness
from generator.language.sounds import ARABIC, HAN, HANGUL, HEBREW, KANA, LATIN, script_of, skeletons, units
from generator.language.stems import readings
from generator.language.words import MARKS

_TOKEN = re.compile(rf"(?:[^\W_]|[{MARKS}])+(?:['’׳״\"](?:[^\W_]|[{MARKS}])+)*\.?")
_PARTICLES = frozenset({
    "al", "el", "the", "of", "de", "der", "den", "di", "da", "do", "dos", "das", "du", "des", "del", "della", "la",
    "le", "les", "van", "von", "zu", "bin", "ibn", "ben", "bint", "abu", "and", "und", "et", "y", "e", "for", "ال",
    "بن", "ابن", "بنت", "ابو", "ام",
})  # fmt: skip
_UNSPACED = frozenset({HAN, KANA, HANGUL})
_SAME, _OTHER = 0.99, 0.02
"""What a table says: the same country or organisation, or two different ones."""
_MATCH = 0.5
"""From here on two tokens count as answering each other."""
_INITIAL, _ACRONYM = 0.7, 0.8
# What a part of a name is worth against the whole.
_SURNAME, _GIVEN_NAME, _MOST_OF_IT, _CONTRADICTED = 0.75, 0.55, 0.92, 0.3
_MOST_TOKENS = 8


class _Match(NamedTuple):
    """Which token of the longer name answers one of the shorter, and how likely."""

    place: int
    score: float


@lru_cache(maxsize=200_000)
def name_keys(name: str) -> frozenset[str]:
    """The blocking keys of a name: two names that may be the same share at least one, nearly always.

    Keys are skeletons of consonants of each token (attached Arabic and Hebrew words also taken off), of the whole
    where the script has no spaces, and one for a name that the tables know.
    """
    tokens = _tokens(name)
    found = {key for token in tokens for key in token_keys(token)}
    if any(script_of(token) in _UNSPACED or len(tokens) > 1 for token in tokens):
        found |= token_keys("".join(tokens))
    if len(tokens) > 1:
        found.add("^" + "".join(fold(token)[0] for token in tokens))
    elif tokens and tokens[0].isupper():
        found.add("^" + fold(tokens[0]))
    identity = known(name)
    if identity:
        found.add(f"={identity}")
    return frozenset(found)


@lru_cache(maxsize=200_000)
def token_keys(token: str) -> frozenset[str]:
    """The blocking keys of one token."""
    language = {ARABIC: "ar", HEBREW: "he"}.get(script_of(token), "")
    full = {key for reading, _ in readings(token, language) for key in skeletons(reading) if key}
    if script_of(token) in (LATIN, *_UNSPACED):
        # Chinese, Japanese and Korean often drop or swallow nasals.
        full |= {"~" + key.replace("M", "").replace("N", "")[:3] for key in full}
    return frozenset(full)


@lru_cache(maxsize=400_000)
def same_name(a: str, b: str) -> float:
    """How likely two names, in any scripts, are the same: 0 to 1.

    Names that the tables of countries and organisations know are the same or not, by the table. Otherwise tokens are
    aligned by sound, and each answers for its part: a surname alone against a full name gives a middle value, another
    given name a low one. Symmetric; 0 for empty names.
    """
    first, second = sorted((a, b))
    left, right = _tokens(first), _tokens(second)
    if not left or not right:
        return 0.0
    if [fold(token) for token in left] == [fold(token) for token in right]:
        return 1.0
    one, other = known(first), known(second)
    if one and other:
        return _SAME if one == other else _OTHER
    return round(max(_aligned(left, right), _joined(left, right), _initials(left, right)), 4)


@lru_cache(maxsize=200_000)
def _tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name that carry it, at most eight; the particles where there is nothing else."""
    tokens = [token for token in _TOKEN.findall(name[:200]) if fold(token)][:_MOST_TOKENS]
    telling = [token for token in tokens if fold(token) not in _PARTICLES]
    return tuple(telling or tokens)


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The value of the best assignment of tokens to tokens."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    matches = _assignment(short, long)
    weights = [1.0 + len(units(token)) / 4 for token in short]
    scores = [match.score if match else 0.0 for match in matches]
    mean = sum(weight * score for weight, score in zip(weights, scores, strict=True)) / sum(weights)
    if min(scores) < _MATCH:
        return mean * _CONTRADICTED
    return (mean + min(scores)) / 2 * _share(matches, short, long)


def _share(matches: list[_Match | None], short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """What the shorter name is worth against the longer, all its tokens being answered."""
    if len(short) == len(long):
        return 1.0
    if len(short) > 1:
        return _MOST_OF_IT
    place = matches[0].place if matches[0] else 0
    return _SURNAME if place == len(long) - 1 else _GIVEN_NAME


def _assignment(short: tuple[str, ...], long: tuple[str, ...]) -> list[_Match | None]:
    """For each token of the shorter name the token of the longer that answers it; no token answers twice."""
    pairs = [(_token(one, other), i, j) for i, one in enumerate(short) for j, other in enumerate(long)]
    found: list[_Match | None] = [None] * len(short)
    taken: set[int] = set()
    for score, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if found[i] is None and j not in taken and score > 0:
            found[i] = _Match(j, score)
            taken.add(j)
    return found


def _token(one: str, other: str) -> float:
    """How likely two tokens answer each other; an initial answers a token that begins like it."""
    bare_one, bare_other = one.rstrip("."), other.rstrip(".")
    if min(len(bare_one), len(bare_other)) == 1 and script_of(bare_one) not in _UNSPACED:
        first, second = units(bare_one)[:1], units(bare_other)[:1]
        same = fold(bare_one)[:1] == fold(bare_other)[:1] or (first and skeletons(first) & skeletons(second) - {""})
        return _INITIAL if same else 0.0
    return likeness(bare_one, bare_other)


def _joined(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The names compared as one token each: how often compounds and unspaced scripts split them is no matter."""
    if len(left) == len(right) == 1:
        return 0.0
    unspaced = script_of(left[0]) in _UNSPACED or script_of(right[0]) in _UNSPACED
    if len(left) == len(right) and not unspaced:
        return 0.0
    return likeness("".join(left), "".join(right)) * (1.0 if unspaced else 0.95)


def _initials(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The value of an acronym against the name it abbreviates, within one script."""
    for short, long in ((left, right), (right, left)):
        fits = len(short) == 1 and len(long) > 1 and short[0].isupper() and len(short[0]) == len(long)
        if fits and fold(short[0]) == "".join(fold(token)[0] for token in long):
            return _ACRONYM
    return 0.0
